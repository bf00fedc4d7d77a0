// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/deploymentflow.h"

namespace edgewright {

/// Gives one version to several canary regions in one call, or takes regions away from a routine,
/// with an entry in the ledger for each of them; what each runs then is read back. Regions that the
/// routine does not have yet are added first. One use per object; GUI thread.
class RegionFlow final : public DeploymentFlow {
    Q_OBJECT

public:
    enum class Step { Idle, Checking, Sending, ReadingBack, Done };

    struct Request {
        QString routine;
        QStringList environments; ///< Canary regions only.
        QString versionId;        ///< Empty: the regions are removed from the routine.
        QString versionName;      ///< For messages.
        QString reason;           ///< For the ledger.
    };

    RegionFlow(Connection &connection, Ledger &ledger, QObject *parent = nullptr);

    /// The answer is the routine as it is afterwards; ErrorCode::Mismatch names the regions that do
    /// not run what they should.
    void start(Request request);
    [[nodiscard]] bool canCancel() const override { return m_step < Step::Sending; }
    /// What the regions ran right before; known once something was sent.
    [[nodiscard]] const QList<Deployment> &before() const { return m_before; }
    [[nodiscard]] static QString describe(Step step);

signals:
    void stepChanged(edgewright::RegionFlow::Step step);

private:
    [[nodiscard]] Error cancelled() const override;
    [[nodiscard]] Error left() const override;
    [[nodiscard]] std::optional<Error> refusal() const;
    [[nodiscard]] bool isRemoval() const { return m_request.versionId.isEmpty(); }
    [[nodiscard]] LedgerEntry entryFor(const QString &environment) const;
    void lookAtLive();
    void recordNext();
    void recordRest(qsizetype index);
    void addMissing();
    void send();
    void onSent(const Result<> &sent);
    void settle(const std::optional<Error> &lostAnswer);
    void judge(const Routine &routine, const std::optional<Error> &lostAnswer) override;
    [[nodiscard]] bool isAsWanted(const Deployment &deployment) const;
    [[nodiscard]] ActCompletion endOf(const Deployment &before, const Deployment &now,
                                      bool isAnswerLost) const;
    void onEnd(bool isDone, const ActCompletion &completion) override;
    void enter(Step step);

    Request m_request;
    QList<Deployment> m_before;           ///< In the order of the request.
    QStringList m_missing;                ///< Regions that the routine does not have yet.
    QHash<QString, qint64> m_entries;     ///< Of the regions after the first, which the base knows.
    QHash<QString, ActCompletion> m_ends; ///< Of each region, once it was read back.
    Step m_step = Step::Idle;
};

} // namespace edgewright
