// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/ledger.h"
#include "workspace/connection.h"
#include "workspace/versioncodes.h"

namespace edgewright {

/// Deletes versions from the service to make room, one after the other: reads that none is live,
/// then for each: in the archive and read back → written into the ledger → deleted. Stops at the
/// first failure and says what is deleted and what is not. One use per object; GUI thread.
class MakeRoomFlow final : public QObject {
    Q_OBJECT

public:
    enum class Step { Idle, Checking, Securing, Deleting, Done };

    /// All of them must outlive the flow.
    struct Around {
        Connection &connection;
        VersionCodes &codes;
        Ledger &ledger;
    };

    struct Request {
        QString routine;
        QStringList versionIds;        ///< In this order; none: done at once.
        QHash<QString, QString> names; ///< What people call them, by id; may lack any.
    };

    explicit MakeRoomFlow(const Around &around, QObject *parent = nullptr);

    /// The answer are the ids of what was deleted.
    void start(Request request);
    /// Possible while canCancel(): between two deletions. What was deleted stays deleted.
    void cancel();
    [[nodiscard]] bool canCancel() const { return m_step < Step::Deleting; }
    [[nodiscard]] Step step() const { return m_step; }
    /// "Deleting v3…", translated.
    [[nodiscard]] QString description() const;
    /// Certainly gone from the service, by the flow or somebody else.
    [[nodiscard]] const QStringList &deleted() const { return m_deleted; }

signals:
    void stepChanged(edgewright::MakeRoomFlow::Step step);
    /// Once, from the event loop.
    void finished(const edgewright::Result<QStringList> &deleted);

private:
    template <typename T, typename Next>
    void await(Reply<T> *reply, Next next);
    void check();
    void judge(const Routine &routine);
    void next();
    void secure();
    void deleteCurrent();
    /// The service says that it does not have it: so must its list.
    void confirmGone(const Error &refusal);
    /// With the next, now that the current one is gone.
    void goOn();
    void abandon();
    [[nodiscard]] QString nameOf(const QString &versionId) const;
    /// "v3 was deleted; its code is in the archive."
    [[nodiscard]] QString truth() const;
    void fail(const QString &problem, const Error &cause);
    void finish(const Result<QStringList> &result);
    void enter(Step step);

    Around m_around;
    Request m_request;
    QStringList m_left;
    QString m_current;
    QStringList m_deleted;
    QPointer<ReplyBase> m_pending;
    Step m_step = Step::Idle;
};

} // namespace edgewright
