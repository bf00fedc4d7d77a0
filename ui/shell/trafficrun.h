// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"
#include "workspace/publication.h"
#include "workspace/republishflow.h"

class QFrame;
class QLabel;
class QPushButton;

namespace edgewright {

class Sheet;

/// Publishes what a sheet has asked for, one at a time: shows the steps in the sheet, brings what
/// was read back into the window, and says how it ended.
class TrafficRun final : public QObject {
    Q_OBJECT

public:
    TrafficRun(const ShellContext &shell, Sheet &sheet, QObject *parent);

    /// Of the account in use.
    void start(const RepublishFlow::Request &request);
    [[nodiscard]] bool isRunning() const { return m_flow != nullptr; }
    /// Stops what can be stopped; false when the flow has to go on to its end.
    [[nodiscard]] bool stop();

    /// What people call the versions of that routine.
    [[nodiscard]] QString nameOf(const QString &routine, const QString &versionId) const;
    /// "v5 90 % · v6 10 %".
    [[nodiscard]] QString textOf(const QString &routine, const QList<VersionShare> &shares) const;
    [[nodiscard]] QHash<QString, QString> names() const;
    /// While \p hasMoved the sheet says that \p live went live after it was opened, and has a
    /// button to take notice of that.
    void showMoved(bool hasMoved, const QString &live);

signals:
    /// Read back; not emitted when the account was left meanwhile.
    void published(const edgewright::Publication &publication);
    /// With the versions that were saved by then, by those they are copies of.
    void failed(const edgewright::Error &error, const QHash<QString, QString> &copies);
    /// The button of showMoved().
    void movedSeen();
    /// Nothing runs any more.
    void idle();

private:
    struct Job {
        QString accountId;
        QString routine;
        QString environment;
        QHash<QString, QString> copiedNames; ///< By the id of the original.
    };

    void finish(const Job &job, const Result<Routine> &routine);
    void buildMoved();
    void restyle();
    void markCopies(const Job &job, const QHash<QString, QString> &copies);
    void tellFailure(const Error &error);

    ShellContext m_shell;
    Sheet &m_sheet;
    RepublishFlow *m_flow = nullptr;
    QHash<QString, QString> m_copyNames; ///< Until the service's list says how they are called.
    QFrame *m_moved = nullptr;
    QLabel *m_movedText = nullptr;
    QPushButton *m_movedSeen = nullptr;
};

} // namespace edgewright
