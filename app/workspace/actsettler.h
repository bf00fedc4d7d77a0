// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/ledgertypes.h"
#include "cloud/routineservice.h"

namespace edgewright {

/// What reading back says about an act whose answer is lost.
struct Settlement {
    /// Unknown: something else stands there now, and no reading will ever tell.
    ActOutcome outcome = ActOutcome::Unknown;
    QString versionId; ///< That the act has made.
    QString detail;
};

/// Finds out by reading whether an act of the ledger happened; never sends it again. Child of its
/// reply, goes with it; GUI thread.
class ActSettler final : public QObject {
    Q_OBJECT

public:
    /// Fails when what would tell could not be read. \p service must outlive the reply.
    [[nodiscard]] static Reply<Settlement> *settle(RoutineService &service,
                                                   const LedgerEntry &entry, QObject *owner);

private:
    ActSettler(RoutineService &service, const LedgerEntry &entry, Reply<Settlement> *reply);

    void readRoutine();
    void judgePublication(const Result<Routine> &routine);
    void judgeLimit(const Result<Routine> &routine);
    /// Where one slot holds one text after another: which is there now.
    void compareText(const QString &versionId);
    void judgeExistence(bool isThere);
    void readVersions();
    void judgeDeletion(const Result<VersionList> &list);
    void compareNextCandidate();
    void resolve(ActOutcome outcome, const QString &detail, const QString &versionId = {});
    /// Goes on with \p next; the reply's cancellation reaches \p call.
    template <typename T, typename Next>
    void await(Reply<T> *call, Next next);

    RoutineService &m_service;
    LedgerEntry m_entry;
    Reply<Settlement> *m_reply;
    QPointer<ReplyBase> m_pending;
    QStringList m_candidates;      ///< Versions that the act may have made.
    QString m_empty;               ///< One of them that has no code.
    std::optional<Error> m_unread; ///< Why one of them could not be compared.
};

} // namespace edgewright
