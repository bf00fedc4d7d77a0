// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/publishflow.h"
#include "workspace/saveversionflow.h"

namespace edgewright {

/// Publishes a text that is no version yet: saves it, reads it back and compares, gives it the
/// traffic, reads back what is live. Each change is in the ledger before it is sent; the entry of
/// the saving stays under way until the one of the publishing is written, so that a program that
/// ends in between tells of both at its next start and continues neither. One use per object; GUI
/// thread.
class PublishDraftFlow final : public QObject {
    Q_OBJECT

public:
    enum class Step { Idle, Saving, Comparing, Checking, Publishing, ReadingBack, Done };

    struct Request {
        SaveVersionFlow::Request save;
        /// A share without a version id is that of the version to be made.
        PublishFlow::Request publish;
    };

    PublishDraftFlow(Connection &connection, Ledger &ledger, QObject *parent = nullptr);

    void start(const Request &request);
    /// Possible while canCancel(). What was saved stays saved.
    void cancel();
    [[nodiscard]] bool canCancel() const;
    [[nodiscard]] Step step() const { return m_step; }
    /// "Uploading…", translated: what the step is just doing.
    [[nodiscard]] QString describeNow() const;
    /// The version that was made; empty until then.
    [[nodiscard]] const QString &versionId() const { return m_versionId; }
    /// What was live right before.
    [[nodiscard]] QList<VersionShare> before() const;
    /// Why what was done is not in the ledger.
    [[nodiscard]] std::optional<Error> unrecorded() const;

signals:
    /// Also when describeNow() says something else.
    void stepChanged(edgewright::PublishDraftFlow::Step step);
    void progressed(qint64 sent, qint64 total);
    /// The version is on the service and holds these bytes.
    void saved(const QString &versionId);
    /// Once, from the event loop.
    void finished(const edgewright::Result<edgewright::Routine> &routine);

private:
    void onSaveStep(SaveVersionFlow::Step step);
    void onSaved(const Result<QString> &versionId);
    void onPublishStep(PublishFlow::Step step);
    void onPublished(const Result<Routine> &routine);
    void tellUnpublished(const Error &error);
    void enter(Step step);

    Connection &m_connection;
    Ledger &m_ledger;
    Request m_request;
    SaveVersionFlow *m_save = nullptr;
    PublishFlow *m_publish = nullptr;
    QString m_accountId; ///< Where it was saved.
    QString m_versionId;
    Step m_step = Step::Idle;
};

} // namespace edgewright
