// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/deploymentflow.h"

#include <QHash>

namespace edgewright {

/// Publishes versions to one environment and reads back what is live. Writes what it will do into
/// the ledger, sends the publishing call exactly once; a lost answer is settled by the reading. One
/// use per object; GUI thread.
class PublishFlow final : public DeploymentFlow {
    Q_OBJECT

public:
    enum class Step { Idle, Checking, Publishing, ReadingBack, Done };

    struct Request {
        QString routine;
        QString environment;
        QList<VersionShare> shares;
        /// What people call the versions, by id, for messages; may lack any.
        QHash<QString, QString> versionNames;
        QString reason; ///< For the ledger.
        /// What was shown as live: when something else is, nothing is sent.
        std::optional<QList<VersionShare>> expected;
    };

    PublishFlow(Connection &connection, Ledger &ledger, QObject *parent = nullptr);

    /// Checks first that each version's stored body is code, then publishes. The answer is the
    /// routine as it is afterwards. ErrorCode::Mismatch: somebody else published in between.
    void start(Request request);
    /// Until the publishing call is sent.
    [[nodiscard]] bool canCancel() const override { return m_step < Step::Publishing; }
    [[nodiscard]] Step step() const { return m_step; }
    /// What was live right before; known once something is being published.
    [[nodiscard]] const Deployment &before() const { return m_before; }
    [[nodiscard]] static QString describe(Step step);

signals:
    void stepChanged(edgewright::PublishFlow::Step step);
    /// It was written into the ledger, or that was tried, and is sent next.
    void recorded();

private:
    [[nodiscard]] Error cancelled() const override;
    [[nodiscard]] Error left() const override;
    [[nodiscard]] std::optional<Error> refusal() const;
    void checkNextBody();
    void lookAtLive();
    void recordIntent();
    void publish();
    void settle(const std::optional<Error> &lostAnswer);
    void judge(const Routine &routine, const std::optional<Error> &lostAnswer) override;
    [[nodiscard]] static QString describeMissing(const QString &environment);
    [[nodiscard]] QString describeLive(const Deployment &deployment) const;
    void onEnd(bool isDone, const ActCompletion &completion) override;
    void enter(Step step);

    Request m_request;
    QStringList m_unchecked;
    Deployment m_before; ///< What was live, to settle a lost answer.
    Step m_step = Step::Idle;
};

} // namespace edgewright
