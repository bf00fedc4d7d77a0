// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/serviceflow.h"

namespace edgewright {

/// Saves a text as a new version: upload form → form POST → commit → read back and compare bytes
/// (API.md §7.1), without the commit where the form has made the version already (§7.3). Writes
/// what it will do into the ledger first; each failure says what happened and what is now on the
/// service. Deletes nothing but what it left empty, repeats nothing; one use per object; GUI
/// thread.
class SaveVersionFlow final : public ServiceFlow {
    Q_OBJECT

public:
    enum class Step { Idle, Preparing, Uploading, Committing, Verifying, Done };

    struct Request {
        QString routine;
        QString description;
        QByteArray code;
        QStringList knownVersionIds; ///< What the service held before, to settle a lost commit.
        /// The environment it is saved for; the entry in the ledger says so and stays under way
        /// after a success until closeEntry(). Empty: only saved.
        QString publishTo;
        /// The environment whose variables the version carries, where the service has any; empty:
        /// it carries none.
        QString variablesOf;
    };

    SaveVersionFlow(Connection &connection, Ledger &ledger, QObject *parent = nullptr);

    /// The answer is the new version's id. A text that is no code, is empty or too large fails
    /// before anything is sent.
    void start(Request request);
    /// Until the commit is sent, or what else makes the version; after that the flow goes on to its
    /// end.
    [[nodiscard]] bool canCancel() const override
    {
        return m_step < Step::Committing && !m_isMaking;
    }
    [[nodiscard]] Step step() const { return m_step; }
    /// Why no service of these capabilities takes that text as a version.
    [[nodiscard]] static std::optional<Error> problemWith(const QByteArray &code,
                                                          const Capabilities &capabilities);
    /// Completes what publishTo left under way.
    void closeEntry();
    /// "Uploading…", translated.
    [[nodiscard]] static QString describe(Step step);

signals:
    void stepChanged(edgewright::SaveVersionFlow::Step step);
    void progressed(qint64 sent, qint64 total);
    /// Once, from the event loop.
    void finished(const edgewright::Result<QString> &versionId);

private:
    void fail(const Error &error, ActOutcome outcome, bool isOpen) override;
    [[nodiscard]] Error cancelled() const override;
    [[nodiscard]] Error left() const override;
    [[nodiscard]] std::optional<Error> refusal() const;
    [[nodiscard]] LedgerEntry intent() const;
    void prepare();
    /// Where staging may run this very text already, a version is made of that.
    void lookAtStaging();
    /// Staging goes on with the version made of what it ran: that was done here, too.
    void tellStaging(const QString &versionId);
    void makeVersion();
    void upload(const UploadForm &form);
    /// \p made: the version that the form has made, if it has.
    void onUploaded(const Result<> &uploaded, const QString &made);
    /// An upload that failed leaves no empty version behind if that can be helped.
    void refuseEmpty(const QString &made, const Error &error);
    void commit();
    void settleLostCommit(const Error &error);
    void verify(const QString &versionId);
    void judge(const QString &versionId, const VersionBody &body);
    void finish(const Result<QString> &result, const ActCompletion &completion);
    void enter(Step step);

    Request m_request;
    std::optional<ActCompletion> m_completion; ///< Until closeEntry().
    Step m_step = Step::Idle;
    bool m_isStaged = false; ///< Made of what staging runs.
    bool m_isMaking = false; ///< A version was asked for before its code is there.
};

} // namespace edgewright
