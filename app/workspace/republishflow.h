// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/publishflow.h"
#include "workspace/saveversionflow.h"
#include "workspace/versioncodes.h"

namespace edgewright {

/// Publishes versions of which some may be gone from the service: those are saved again from the
/// archive first, as new versions with the same code. Stops at the first failure and says what is
/// on the service then. Each step is a flow of its own with its own entry in the ledger. One use
/// per object; GUI thread.
class RepublishFlow final : public QObject {
    Q_OBJECT

public:
    /// A version to be saved again.
    struct Copy {
        QString versionId;
        QString name;        ///< "v12"
        QString description; ///< Of the new version.
        QString variablesOf; ///< Whose variables that carries; empty: none.
    };

    struct Request {
        /// The shares may name versions of which copies are made.
        PublishFlow::Request publication;
        QList<Copy> copies;
        QStringList knownVersionIds; ///< On the service, to settle a lost commit.
    };

    /// All of them must outlive the flow.
    RepublishFlow(Connection &connection, Ledger &ledger, VersionCodes &codes,
                  QObject *parent = nullptr);

    void start(Request request);
    /// Nothing is under way that a cancellation would leave in doubt.
    [[nodiscard]] bool canCancel() const;
    void cancel();
    /// What was live right before; known once something is being published.
    [[nodiscard]] QList<VersionShare> before() const;
    [[nodiscard]] const std::optional<Error> &unrecorded() const { return m_unrecorded; }
    /// The ids of the new versions by those they are copies of.
    [[nodiscard]] const QHash<QString, QString> &copies() const { return m_made; }

signals:
    /// "Saving v12 again: uploading…", translated; \p total 0: no measure.
    void stepChanged(const QString &step, qint64 done, qint64 total);
    /// Once, from the event loop: the routine as it is afterwards.
    void finished(const edgewright::Result<edgewright::Routine> &routine);

private:
    void next();
    void readCode(const Copy &copy);
    void save(const Copy &copy, const QByteArray &code);
    void onSaved(const Copy &copy, const Result<QString> &versionId);
    void publish();
    void onPublished(const Result<Routine> &routine);
    void noteUnrecorded(const ServiceFlow &flow);
    /// With what was saved by then, if anything.
    void fail(Error error);
    void finish(const Result<Routine> &result);

    Connection &m_connection;
    Ledger &m_ledger;
    VersionCodes &m_codes;
    Request m_request;
    QString m_accountId; ///< Nothing is sent to another one.
    SaveVersionFlow *m_save = nullptr;
    PublishFlow *m_publish = nullptr;
    QPointer<ReplyBase> m_reading;
    QList<Copy> m_done;
    QHash<QString, QString> m_made;
    std::optional<Error> m_unrecorded;
    bool m_isOver = false;
};

} // namespace edgewright
