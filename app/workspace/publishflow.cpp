// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/publishflow.h"

#include "base/log.h"
#include "text/codebody.h"
#include "workspace/connectioncall.h"
#include "workspace/routinelistmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

/// The order of shares means nothing.
bool isSame(QList<VersionShare> a, QList<VersionShare> b)
{
    std::ranges::sort(a, {}, &VersionShare::versionId);
    std::ranges::sort(b, {}, &VersionShare::versionId);
    return a == b;
}

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

PublishFlow::PublishFlow(Connection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
{
    connect(&m_connection, &Connection::aboutToChange, this, &PublishFlow::abandon);
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
    m_request = std::move(request);
    if (const std::optional<Error> problem = refusal()) {
        finish(*problem);
        return;
    }
    for (const VersionShare &share : std::as_const(m_request.shares))
        m_unchecked.append(share.versionId);
    enter(Step::Checking);
    readBefore();
}

std::optional<Error> PublishFlow::refusal() const
{
    const RoutineService *service = m_connection.service();
    if (service == nullptr)
        return notConnected();
    const Capabilities &capabilities = service->capabilities();
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

void PublishFlow::cancel()
{
    if (m_finished || !canCancel())
        return;
    if (m_pending != nullptr)
        m_pending->cancel();
    finish(Error{.code = ErrorCode::Cancelled,
                 .message = tr("Publishing was cancelled; nothing was changed.")});
}

void PublishFlow::abandon()
{
    if (m_step == Step::Idle || m_finished)
        return;
    if (canCancel()) {
        cancel();
        return;
    }
    finish(Error{.code = ErrorCode::OutcomeUnknown,
                 .message = tr("The account was left while publishing; look at what is live before "
                               "publishing again.")});
}

void PublishFlow::readBefore()
{
    auto *reply = m_connection.service()->fetchRoutine(m_request.routine);
    m_pending = reply;
    reply->then(this, [this](const Result<Routine> &routine) {
        if (m_finished)
            return;
        if (!routine) {
            finish(because(tr("What is live could not be read; nothing was published."),
                           routine.error()));
            return;
        }
        m_before = routine->deploymentIn(m_request.environment);
        checkNextBody();
    });
}

void PublishFlow::checkNextBody()
{
    if (m_unchecked.isEmpty()) {
        publish();
        return;
    }
    const QString versionId = m_unchecked.takeFirst();
    auto *reply = m_connection.service()->fetchBody(m_request.routine, versionId);
    m_pending = reply;
    reply->then(this, [this, versionId](const Result<VersionBody> &body) {
        if (m_finished)
            return;
        const QString name = m_request.versionNames.value(versionId, versionId);
        if (!body) {
            finish(because(tr("The code of %1 could not be read; nothing was published.").arg(name),
                           body.error()));
            return;
        }
        const BodyVerdict verdict = judgeBody(body->bytes);
        if (verdict.isCode())
            checkNextBody();
        else
            finish(Error{.code = ErrorCode::NotCode,
                         .message = tr("%1 holds no code; nothing was published.").arg(name),
                         .advice = verdict.reason,
                         .detail = verdict.detail});
    });
}

void PublishFlow::publish()
{
    enter(Step::Publishing);
    auto *reply =
        m_connection.service()->publish(m_request.routine, m_request.environment, m_request.shares);
    m_pending = reply;
    reply->then(this, [this](const Result<> &published) {
        if (m_finished)
            return;
        if (published)
            readBack({});
        else if (mayHaveHappened(published.error()))
            readBack(published.error());
        else
            finish(because(tr("Nothing was published."), published.error()));
    });
}

void PublishFlow::readBack(const std::optional<Error> &lostAnswer)
{
    enter(Step::ReadingBack);
    if (lostAnswer)
        qCInfo(lcWorkspace).noquote()
            << "settling a lost publication:" << forLog(lostAnswer->detail);
    auto *reply = m_connection.service()->fetchRoutine(m_request.routine);
    m_pending = reply;
    reply->then(this, [this, lostAnswer](const Result<Routine> &routine) {
        if (m_finished)
            return;
        if (routine) {
            judge(*routine, lostAnswer);
            return;
        }
        Error error =
            because(lostAnswer ? tr(
                        "The answer was lost, so it is unknown whether it was published; look at "
                        "what is live before publishing again.")
                               : tr("It was published, but what is live now could not be read."),
                    routine.error());
        error.code = ErrorCode::OutcomeUnknown;
        finish(error);
    });
}

void PublishFlow::judge(const Routine &routine, const std::optional<Error> &lostAnswer)
{
    const Deployment live = routine.deploymentIn(m_request.environment);
    if (isSame(live.shares, m_request.shares)) {
        finish(routine);
        return;
    }
    if (lostAnswer && isSame(live.shares, m_before.shares)) {
        finish(because(tr("The answer was lost; nothing was published."), *lostAnswer));
        return;
    }
    finish(Error{.code = ErrorCode::Mismatch,
                 .message = lostAnswer ? tr("The answer was lost, and something else was published "
                                            "meanwhile.")
                                       : tr("It was published, but something else is live."),
                 .advice = describeLive(live),
                 .detail = lostAnswer ? lostAnswer->detail : QString()});
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

void PublishFlow::finish(const Result<Routine> &result)
{
    if (m_finished)
        return;
    m_finished = true;
    m_pending.clear();
    if (result)
        enter(Step::Done);
    QMetaObject::invokeMethod(
        this, [this, result] { emit finished(result); }, Qt::QueuedConnection);
}

void PublishFlow::enter(Step step)
{
    m_step = step;
    emit stepChanged(step);
}

} // namespace edgewright
