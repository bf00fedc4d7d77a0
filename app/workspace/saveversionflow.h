// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/connection.h"

namespace edgewright {

/// Saves a text as a new version: upload form → form POST → commit → read back and compare bytes
/// (API.md §7.1). Each failure says what happened and what is now on the service. Deletes nothing,
/// repeats nothing; one use per object; GUI thread.
class SaveVersionFlow final : public QObject {
    Q_OBJECT

public:
    enum class Step { Idle, Preparing, Uploading, Committing, Verifying, Done };

    struct Request {
        QString routine;
        QString description;
        QByteArray code;
        QStringList knownVersionIds; ///< What the service held before, to settle a lost commit.
    };

    explicit SaveVersionFlow(Connection &connection, QObject *parent = nullptr);

    /// The answer is the new version's id. A text that is no code, is empty or too large fails
    /// before anything is sent.
    void start(Request request);
    /// Possible until the commit is sent; after that the flow goes on to its end.
    void cancel();
    [[nodiscard]] bool canCancel() const { return m_step < Step::Committing; }
    [[nodiscard]] Step step() const { return m_step; }
    /// "Uploading…", translated.
    [[nodiscard]] static QString describe(Step step);

signals:
    void stepChanged(edgewright::SaveVersionFlow::Step step);
    void progressed(qint64 sent, qint64 total);
    /// Once, from the event loop.
    void finished(const edgewright::Result<QString> &versionId);

private:
    [[nodiscard]] std::optional<Error> refusal() const;
    void abandon();
    void prepare();
    void upload(const UploadForm &form);
    void commit();
    void settleLostCommit(const Error &error);
    void compareNextCandidate();
    void reportUnknown(const Error &cause);
    void verify(const QString &versionId);
    void finish(const Result<QString> &result);
    void enter(Step step);

    Connection &m_connection;
    Request m_request;
    Error m_lost;             ///< Why the commit's answer is unknown.
    QStringList m_candidates; ///< Versions that the lost commit may have made.
    Step m_step = Step::Idle;
    QPointer<ReplyBase> m_pending;
    bool m_finished = false;
};

} // namespace edgewright
