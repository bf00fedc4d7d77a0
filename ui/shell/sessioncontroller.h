// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"

#include <QTimer>

namespace edgewright {

class CompareController;
class DraftController;
class VersionController;

/// Remembers tabs, their order and where in each one is, whenever any of that changes, and opens
/// them again: nothing depends on how the program ended.
class SessionController final : public QObject {
    Q_OBJECT

public:
    struct Openers {
        DraftController &drafts;
        VersionController &versions;
        CompareController &compare;
    };

    SessionController(const ShellContext &shell, const Openers &openers, QObject *parent = nullptr);

    /// For the end of the program: on the disk when this returns, as far as the disk lets it.
    void rememberNow();
    /// While the account's tabs are still open.
    void leaveAccount();

private:
    void remember();
    void rememberSoon();
    void watch();
    void restore();
    void openKeptDrafts();
    /// The tab's page; null when there is nothing to open.
    [[nodiscard]] QWidget *open(const Session::Tab &tab, const QDateTime &savedAt);
    [[nodiscard]] QWidget *openDraft(const Session::Tab &tab, const QDateTime &savedAt);
    [[nodiscard]] QWidget *openVersion(const Session::Tab &tab);
    [[nodiscard]] QWidget *openComparison(const Session::Tab &tab);
    [[nodiscard]] std::optional<Session::Tab> tabOf(QWidget *page) const;
    [[nodiscard]] QString accountId() const;

    ShellContext m_shell;
    Openers m_openers;
    QTimer m_soon;
    bool m_restored = false; ///< What is open is what is to be remembered.
};

} // namespace edgewright
