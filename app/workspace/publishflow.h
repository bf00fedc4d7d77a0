// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/connection.h"

#include <QHash>

namespace edgewright {

/// Publishes versions to one environment and reads back what is live. Sends the publishing call
/// exactly once; a lost answer is settled by the reading. One use per object; GUI thread.
class PublishFlow final : public QObject {
    Q_OBJECT

public:
    enum class Step { Idle, Checking, Publishing, ReadingBack, Done };

    struct Request {
        QString routine;
        QString environment;
        QList<VersionShare> shares;
        /// What people call the versions, by id, for messages; may lack any.
        QHash<QString, QString> versionNames;
    };

    explicit PublishFlow(Connection &connection, QObject *parent = nullptr);

    /// Checks first that each version's stored body is code, then publishes. The answer is the
    /// routine as it is afterwards. ErrorCode::Mismatch: somebody else published in between.
    void start(Request request);
    /// Possible until the publishing call is sent.
    void cancel();
    [[nodiscard]] bool canCancel() const { return m_step < Step::Publishing; }
    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] static QString describe(Step step);

signals:
    void stepChanged(edgewright::PublishFlow::Step step);
    /// Once, from the event loop.
    void finished(const edgewright::Result<edgewright::Routine> &routine);

private:
    [[nodiscard]] std::optional<Error> refusal() const;
    void abandon();
    void readBefore();
    void checkNextBody();
    void publish();
    void readBack(const std::optional<Error> &lostAnswer);
    void judge(const Routine &routine, const std::optional<Error> &lostAnswer);
    [[nodiscard]] static QString describeMissing(const QString &environment);
    [[nodiscard]] QString describeLive(const Deployment &deployment) const;
    void finish(const Result<Routine> &result);
    void enter(Step step);

    Connection &m_connection;
    Request m_request;
    QStringList m_unchecked;
    Deployment m_before; ///< What was live, to settle a lost answer.
    Step m_step = Step::Idle;
    QPointer<ReplyBase> m_pending;
    bool m_finished = false;
};

} // namespace edgewright
