// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/regionflow.h"

#include "workspace/connectioncall.h"
#include "workspace/lostanswer.h"
#include "workspace/regions.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

bool has(const Routine &routine, const QString &environment)
{
    return std::ranges::any_of(routine.deployments, [&](const Deployment &deployment) {
        return deployment.environment == environment;
    });
}

} // namespace

RegionFlow::RegionFlow(Connection &connection, Ledger &ledger, QObject *parent)
    : DeploymentFlow(connection, ledger, parent)
{
}

QString RegionFlow::describe(Step step)
{
    switch (step) {
    case Step::Idle:
        return {};
    case Step::Checking:
        return tr("Checking what the regions run…");
    case Step::Sending:
        return tr("Changing the regions…");
    case Step::ReadingBack:
        return tr("Reading what the regions run now…");
    case Step::Done:
        return tr("Done");
    }
    return {};
}

void RegionFlow::start(Request request)
{
    Q_ASSERT(m_step == Step::Idle);
    begin();
    m_request = std::move(request);
    m_request.environments.removeDuplicates();
    if (const std::optional<Error> problem = refusal()) {
        refuse(*problem);
        return;
    }
    enter(Step::Checking);
    if (isRemoval())
        lookAtLive();
    else
        checkBody(m_request.routine, m_request.versionId, m_request.versionName,
                  [this] { lookAtLive(); });
}

std::optional<Error> RegionFlow::refusal() const
{
    if (connection().service() == nullptr)
        return notConnected();
    if (!service().capabilities().canaryEnvironments)
        return Error{.code = ErrorCode::InvalidRequest,
                     .message = tr("This service has no regions of their own.")};
    const bool isSound =
        !m_request.environments.isEmpty() && std::ranges::all_of(m_request.environments, &isRegion);
    if (!isSound)
        return Error{.code = ErrorCode::InvalidRequest, .message = tr("No region was chosen.")};
    return {};
}

Error RegionFlow::cancelled() const
{
    return {.code = ErrorCode::Cancelled,
            .message = tr("Cancelled; nothing was changed in any region.")};
}

Error RegionFlow::left() const
{
    return {.code = ErrorCode::OutcomeUnknown,
            .message = tr("The account was left while regions were being changed; look at what "
                          "they run before changing them again.")};
}

void RegionFlow::lookAtLive()
{
    readBefore(m_request.routine,
               tr("What the regions run could not be read; nothing was changed."),
               [this](const Routine &routine) {
                   for (const QString &environment : std::as_const(m_request.environments)) {
                       m_before.append(routine.deploymentIn(environment));
                       if (!has(routine, environment))
                           m_missing.append(environment);
                   }
                   recordNext();
               });
}

LedgerEntry RegionFlow::entryFor(const QString &environment) const
{
    const auto before = std::ranges::find(m_before, environment, &Deployment::environment);
    LedgerEntry entry{.key = {.accountId = connection().account().id, .routine = m_request.routine},
                      .accountName = connection().account().name,
                      .kind = ActKind::Publish,
                      .environment = environment,
                      .reason = m_request.reason,
                      .startedAt = ledger().now()};
    if (before != m_before.end())
        entry.from = before->shares;
    if (!isRemoval())
        entry.to = {{.versionId = m_request.versionId}};
    return entry;
}

void RegionFlow::recordNext()
{
    // A lock ends the flow here, before any other entry is made.
    record(entryFor(m_request.environments.constFirst()), [this] { recordRest(1); });
}

void RegionFlow::recordRest(qsizetype index)
{
    if (index >= m_request.environments.size()) {
        addMissing();
        return;
    }
    const QString environment = m_request.environments.at(index);
    Reply<qint64> *written = ledger().begin(entryFor(environment));
    // Whatever became of the flow: once it is over nobody else knows the entry.
    written->then(&ledger(), [flow = QPointer(this), to = &ledger()](const Result<qint64> &id) {
        if (id && (flow == nullptr || flow->isOver()))
            to->complete(*id, {.outcome = ActOutcome::NothingHappened,
                               .detail = u"cancelled before anything was sent"_s});
    });
    await(written, [this, environment, index](const Result<qint64> &id) {
        if (id)
            m_entries.insert(environment, *id);
        recordRest(index + 1);
    });
}

void RegionFlow::addMissing()
{
    enter(Step::Sending);
    if (m_missing.isEmpty() || isRemoval()) {
        send();
        return;
    }
    await(service().addEnvironments(m_request.routine, m_missing), [this](const Result<> &added) {
        if (added)
            send();
        else if (mayHaveHappened(added.error()))
            refuse(nothingCameOf(tr("The answer was lost while regions were being added to the "
                                    "routine; nothing was published."),
                                 added.error()));
        else
            refuse(because(tr("The regions could not be added to the routine; nothing was "
                              "published."),
                           added.error()));
    });
}

void RegionFlow::send()
{
    Reply<> *call = isRemoval()
                        ? service().removeEnvironments(m_request.routine, m_request.environments)
                        : service().publishEverywhere(m_request.routine, m_request.environments,
                                                      m_request.versionId);
    await(call, [this](const Result<> &sent) { onSent(sent); });
}

void RegionFlow::onSent(const Result<> &sent)
{
    if (sent)
        settle({});
    else if (mayHaveHappened(sent.error()))
        settle(sent.error());
    else
        refuse(because(tr("Nothing was changed in any region."), sent.error()));
}

void RegionFlow::settle(const std::optional<Error> &lostAnswer)
{
    enter(Step::ReadingBack);
    readBack(m_request.routine, lostAnswer,
             {.afterLostAnswer = tr("The answer was lost, so it is unknown what the regions run; "
                                    "look at them before changing them again."),
              .afterSuccess = tr("The regions were changed, but what they run now could not be "
                                 "read.")});
}

bool RegionFlow::isAsWanted(const Deployment &deployment) const
{
    return isRemoval()
               ? deployment.shares.isEmpty()
               : deployment.shares == QList<VersionShare>{{.versionId = m_request.versionId}};
}

ActCompletion RegionFlow::endOf(const Deployment &before, const Deployment &now,
                                bool isAnswerLost) const
{
    if (isAsWanted(now))
        return {.outcome = ActOutcome::Done};
    if (isSameTraffic(now.shares, before.shares))
        return {.outcome = ActOutcome::Unknown,
                .isOpen = true,
                .detail = u"read back: what was live before still is"_s};
    return {.outcome = isAnswerLost ? ActOutcome::Unknown : ActOutcome::Done,
            .detail = u"read back: something else runs there"_s};
}

void RegionFlow::judge(const Routine &routine, const std::optional<Error> &lostAnswer)
{
    QStringList wrong;
    bool isUntouched = true;
    QHash<QString, ActCompletion> ends;
    for (const Deployment &before : std::as_const(m_before)) {
        const Deployment now = routine.deploymentIn(before.environment);
        if (!isAsWanted(now))
            wrong.append(regionName(before.environment).both());
        isUntouched = isUntouched && isSameTraffic(now.shares, before.shares);
        ends.insert(before.environment, endOf(before, now, lostAnswer.has_value()));
    }
    if (lostAnswer && isUntouched && !wrong.isEmpty()) {
        refuse(nothingCameOf(tr("The answer was lost; nothing was changed in any region."),
                             *lostAnswer));
        return;
    }
    m_ends = ends;
    const ActCompletion first = ends.value(m_request.environments.constFirst());
    if (wrong.isEmpty()) {
        finish(routine, first);
        return;
    }
    if (isUntouched) {
        finish(Error{.code = ErrorCode::OutcomeUnknown,
                     .message = tr("The service took the change, but the regions still run what "
                                   "they ran before."),
                     .advice = tr("Look at them again in a moment."),
                     .detail = first.detail},
               first);
        return;
    }
    finish(Error{.code = ErrorCode::Mismatch,
                 .message = tr("Something else runs in %n region(s): %1.", nullptr,
                               static_cast<int>(wrong.size()))
                                .arg(QLocale().createSeparatedList(wrong)),
                 .advice = tr("Somebody else may have changed them at the same time; look at "
                              "them again."),
                 .detail = lostAnswer ? lostAnswer->detail : QString()},
           first);
}

void RegionFlow::onEnd(bool isDone, const ActCompletion &completion)
{
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry)
        ledger().complete(entry.value(), m_ends.value(entry.key(), completion));
    if (isDone)
        enter(Step::Done);
}

void RegionFlow::enter(Step step)
{
    m_step = step;
    emit stepChanged(step);
}

} // namespace edgewright
