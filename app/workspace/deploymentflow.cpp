// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/deploymentflow.h"

#include "base/log.h"
#include "text/codebody.h"
#include "workspace/connectioncall.h"

namespace edgewright {

void DeploymentFlow::readBefore(const QString &routine, const QString &problem,
                                const std::function<void(const Routine &)> &next)
{
    const quint64 reading = ledger().nextReading();
    await(service().fetchRoutine(routine),
          [this, problem, reading, next](const Result<Routine> &found) {
              if (!found) {
                  refuse(because(problem, found.error()));
                  return;
              }
              observe(*found, reading);
              next(*found);
          });
}

void DeploymentFlow::checkBody(const QString &routine, const QString &versionId,
                               const QString &name, const std::function<void()> &next)
{
    await(service().fetchBody(routine, versionId), [this, name,
                                                    next](const Result<VersionBody> &body) {
        if (!body) {
            refuse(because(tr("The code of %1 could not be read; nothing was published.").arg(name),
                           body.error()));
            return;
        }
        const BodyVerdict verdict = judgeBody(body->bytes);
        if (verdict.isCode())
            next();
        else
            refuse({.code = ErrorCode::NotCode,
                    .message = tr("%1 holds no code; nothing was published.").arg(name),
                    .advice = verdict.reason,
                    .detail = verdict.detail});
    });
}

void DeploymentFlow::readBack(const QString &routine, const std::optional<Error> &lostAnswer,
                              const Unreadable &unreadable)
{
    if (lostAnswer)
        qCInfo(lcWorkspace).noquote() << "settling a lost answer:" << forLog(lostAnswer->detail);
    const quint64 reading = ledger().nextReading();
    await(service().fetchRoutine(routine), [this, lostAnswer, unreadable,
                                            reading](const Result<Routine> &found) {
        if (found) {
            judge(*found, lostAnswer);
            observe(*found, reading);
            return;
        }
        Error error = because(lostAnswer ? unreadable.afterLostAnswer : unreadable.afterSuccess,
                              found.error());
        error.code = ErrorCode::OutcomeUnknown;
        fail(error, lostAnswer ? ActOutcome::Unknown : ActOutcome::Done, lostAnswer.has_value());
    });
}

void DeploymentFlow::fail(const Error &error, ActOutcome outcome, bool isOpen)
{
    finish(error, {.outcome = outcome, .isOpen = isOpen, .detail = error.detail});
}

void DeploymentFlow::finish(const Result<Routine> &result, const ActCompletion &completion)
{
    if (!end())
        return;
    conclude(completion);
    onEnd(result.hasValue(), completion);
    QMetaObject::invokeMethod(
        this, [this, result] { emit finished(result); }, Qt::QueuedConnection);
}

} // namespace edgewright
