// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/serviceflow.h"

namespace edgewright {

/// What the flows have in common that change what environments run: the answer is the routine as it
/// is afterwards, what runs is read before and read back after, and code is looked at before it
/// goes live. GUI thread.
class DeploymentFlow : public ServiceFlow {
    Q_OBJECT

signals:
    /// Once, from the event loop.
    void finished(const edgewright::Result<edgewright::Routine> &routine);

protected:
    /// What is said when the routine could not be read back.
    struct Unreadable {
        QString afterLostAnswer;
        QString afterSuccess;
    };

    using ServiceFlow::ServiceFlow;

    /// Ends the flow with \p problem when the routine cannot be read.
    void readBefore(const QString &routine, const QString &problem,
                    const std::function<void(const Routine &)> &next);
    /// Ends the flow unless the stored body of the version is code; \p name is for the message.
    void checkBody(const QString &routine, const QString &versionId, const QString &name,
                   const std::function<void()> &next);
    /// Hands what is live to judge().
    void readBack(const QString &routine, const std::optional<Error> &lostAnswer,
                  const Unreadable &unreadable);
    void fail(const Error &error, ActOutcome outcome, bool isOpen) override;
    void finish(const Result<Routine> &result, const ActCompletion &completion);

    /// Ends the flow by what is live now; \p lostAnswer when it is not known whether it was done.
    virtual void judge(const Routine &routine, const std::optional<Error> &lostAnswer) = 0;
    /// It has ended, before that is told.
    virtual void onEnd(bool isDone, const ActCompletion &completion) = 0;
};

} // namespace edgewright
