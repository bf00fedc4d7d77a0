// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/historywriter.h"
#include "base/reply.h"
#include "shell/shellcontext.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTemporaryDir>

#include <memory>

namespace edgewright {

/// Writes versions to places the user chooses: one as a file, all of a routine as folder, zip or
/// git repository. One export at a time.
class ExportController final : public QObject {
    Q_OBJECT

public:
    explicit ExportController(const ShellContext &shell, QObject *parent = nullptr);

private:
    void connectActions();
    void updateActions();
    [[nodiscard]] QString versionOnScreen() const;
    void exportVersion();
    void exportFolder();
    void exportZip();
    void exportGit();
    void exportStream();
    void makeRepository(const QString &parent);
    void importStream(const QString &parent, const ExportReport &report);
    [[nodiscard]] bool isBusy();
    [[nodiscard]] ExportPlan plan() const;
    [[nodiscard]] Reply<QByteArray> *codeOf(const QString &versionId);
    /// Runs \p writer and tells how that goes; \p next gets the report.
    void run(std::unique_ptr<HistoryWriter> writer, std::function<void(const ExportReport &)> next);
    /// Says that \p reply is under way, with a way to stop it.
    void watch(ReplyBase *reply);
    void tellProgress(qint64 done, qint64 total);
    void tellEnd(const ExportReport &report);
    void tellFailure(const Error &error);

    ShellContext m_shell;
    ExportPlan m_plan; ///< Of the export under way.
    QPointer<ReplyBase> m_running;
    QElapsedTimer m_lastTold;
    std::unique_ptr<QTemporaryDir> m_work; ///< Holds the stream for git.
};

} // namespace edgewright
