// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/publishflow.h"

#include "workspace/connectioncall.h"
#include "workspace/lostanswer.h"
#include "workspace/routinelistmodel.h"

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

bool areShares(const QList<VersionShare> &shares, int most)
{
    int sum = 0;
    QStringList ids;
    for (const VersionShare &share : shares) {
        if (share.versionId.isEmpty() || share.percentage < 1 || ids.contains(share.versionId))
            return false;
        ids.append(share.versionId);
        sum += share.percentage;
    }
    return sum == 100 && shares.size() <= most;
}

} // namespace

PublishFlow::PublishFlow(Connection &connection, Ledger &ledger, QObject *parent)
    : DeploymentFlow(connection, ledger, parent)
{
}

QString PublishFlow::describe(Step step)
{
    switch (step) {
    case Step::Idle:
        return {};
    case Step::Checking:
        return tr("Checking the code…");
    case Step::Publishing:
        return tr("Publishing…");
    case Step::ReadingBack:
        return tr("Reading what is live now…");
    case Step::Done:
        return tr("Published");
    }
    return {};
}

void PublishFlow::start(Request request)
{
    Q_ASSERT(m_step == Step::Idle);
    begin();
    m_request = std::move(request);
    if (const std::optional<Error> problem = refusal()) {
        refuse(*problem);
        return;
    }
    for (const VersionShare &share : std::as_const(m_request.shares))
        m_unchecked.append(share.versionId);
    enter(Step::Checking);
    checkNextBody();
}

std::optional<Error> PublishFlow::refusal() const
{
    if (connection().service() == nullptr)
        return notConnected();
    const Capabilities &capabilities = service().capabilities();
    if (!capabilities.environments.contains(m_request.environment))
        return Error{.code = ErrorCode::InvalidRequest,
                     .message = describeMissing(m_request.environment)};
    if (!areShares(m_request.shares, capabilities.sharesPerEnvironment))
        return Error{.code = ErrorCode::InvalidRequest,
                     .message = tr("Traffic cannot be shared out like this."),
                     .advice = tr("Shares of up to %n version(s) must add up to 100 %.", nullptr,
                                  capabilities.sharesPerEnvironment)};
    return {};
}

Error PublishFlow::cancelled() const
{
    return {.code = ErrorCode::Cancelled,
            .message = tr("Publishing was cancelled; nothing was changed.")};
}

Error PublishFlow::left() const
{
    return {.code = ErrorCode::OutcomeUnknown,
            .message = tr("The account was left while publishing; look at what is live before "
                          "publishing again.")};
}

void PublishFlow::checkNextBody()
{
    if (m_unchecked.isEmpty()) {
        lookAtLive();
        return;
    }
    const QString versionId = m_unchecked.takeFirst();
    checkBody(m_request.routine, versionId, m_request.versionNames.value(versionId, versionId),
              [this] { checkNextBody(); });
}

void PublishFlow::lookAtLive()
{
    // Last before it is sent: what somebody else publishes after this is only found afterwards.
    readBefore(m_request.routine, tr("What is live could not be read; nothing was published."),
               [this](const Routine &routine) {
                   m_before = routine.deploymentIn(m_request.environment);
                   if (m_request.expected && !isSameTraffic(*m_request.expected, m_before.shares))
                       refuse({.code = ErrorCode::InvalidRequest,
                               .message = tr("Something else was published meanwhile, so nothing "
                                             "was sent."),
                               .advice = describeLive(m_before)});
                   else
                       recordIntent();
               });
}

void PublishFlow::recordIntent()
{
    record({.key = {.routine = m_request.routine},
            .kind = ActKind::Publish,
            .environment = m_request.environment,
            .from = m_before.shares,
            .to = m_request.shares,
            .reason = m_request.reason},
           [this] {
               emit recorded();
               publish();
           });
}

void PublishFlow::publish()
{
    enter(Step::Publishing);
    await(service().publish(m_request.routine, m_request.environment, m_request.shares),
          [this](const Result<> &published) {
              if (published)
                  settle({});
              else if (mayHaveHappened(published.error()))
                  settle(published.error());
              else
                  refuse(because(tr("Nothing was published."), published.error()));
          });
}

void PublishFlow::settle(const std::optional<Error> &lostAnswer)
{
    enter(Step::ReadingBack);
    readBack(m_request.routine, lostAnswer,
             {.afterLostAnswer = tr("The answer was lost, so it is unknown whether it was "
                                    "published; look at what is live before publishing again."),
              .afterSuccess = tr("It was published, but what is live now could not be read.")});
}

void PublishFlow::judge(const Routine &routine, const std::optional<Error> &lostAnswer)
{
    const Deployment live = routine.deploymentIn(m_request.environment);
    if (isSameTraffic(live.shares, m_request.shares)) {
        finish(routine, {.outcome = ActOutcome::Done});
        return;
    }
    if (lostAnswer && isSameTraffic(live.shares, m_before.shares)) {
        refuse(nothingCameOf(tr("The answer was lost; nothing was published."), *lostAnswer));
        return;
    }
    if (!lostAnswer && isSameTraffic(live.shares, m_before.shares)) {
        fail({.code = ErrorCode::OutcomeUnknown,
              .message = tr("The service took the publication, but what was live before still is."),
              .advice = tr("Look at what is live in a moment, before publishing again."),
              .detail = u"read back: what was live before still is"_s},
             ActOutcome::Unknown, true);
        return;
    }
    const Error error{.code = ErrorCode::Mismatch,
                      .message = lostAnswer ? tr("The answer was lost, and something else was "
                                                 "published meanwhile.")
                                            : tr("It was published, but something else is live."),
                      .advice = describeLive(live),
                      .detail = lostAnswer ? lostAnswer->detail : QString()};
    finish(error, {.outcome = lostAnswer ? ActOutcome::Unknown : ActOutcome::Done,
                   .detail = u"read back: something else is live"_s});
}

QString PublishFlow::describeMissing(const QString &environment)
{
    if (environment == kProduction)
        return tr("This service has no production environment.");
    if (environment == kStaging)
        return tr("This service has no staging environment.");
    return tr("There is no environment “%1”.").arg(environment); // the name of a canary region
}

QString PublishFlow::describeLive(const Deployment &deployment) const
{
    QList<NamedShare> shares;
    for (const VersionShare &share : deployment.shares)
        shares.append(
            {.versionName = m_request.versionNames.value(share.versionId, share.versionId),
             .percentage = share.percentage});
    const QString versions = shares.isEmpty() ? tr("nothing") : describeShares(shares);
    if (deployment.environment == kProduction)
        //: %1 is one version or several with their shares
        return tr("Live in production now: %1.").arg(versions);
    if (deployment.environment == kStaging)
        //: %1 is one version or several with their shares
        return tr("Live in staging now: %1.").arg(versions);
    //: %1 is the name of a canary region, %2 versions with their shares
    return tr("Live in %1 now: %2.").arg(deployment.environment, versions);
}

void PublishFlow::onEnd(bool isDone, const ActCompletion & /*completion*/)
{
    if (isDone)
        enter(Step::Done);
}

void PublishFlow::enter(Step step)
{
    m_step = step;
    emit stepChanged(step);
}

} // namespace edgewright
