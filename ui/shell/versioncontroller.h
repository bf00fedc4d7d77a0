// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"

namespace edgewright {

class VersionPage;

/// Reads and deletes single versions of the routine on screen.
class VersionController final : public QObject {
    Q_OBJECT

public:
    explicit VersionController(const ShellContext &shell, QObject *parent = nullptr);

    /// Shows the code read-only; \p takeFocus: the user asked for it, not only passed by.
    void read(const QString &versionId, bool takeFocus);
    /// Likewise, of any routine, without moving the list or the focus.
    void open(const QString &routine, const QString &versionId);
    /// Shows a text that is no version.
    void readText(const QString &routine, const QByteArray &text, const QString &title);
    void copyId(const QString &versionId);
    /// Asks, then deletes; never a version that is live.
    void remove(const QString &versionId);
    /// Label, note and star, which stay on this computer.
    void editMark(const QString &versionId);
    void toggleStar(const QString &versionId);

private:
    struct Deletion {
        QString routine;
        QString versionId;
        QString name;
        QString description;
    };

    struct Wish {
        QString routine;
        QString versionId;
        quint64 request = 0;
    };

    void fetch(VersionPage &page, const Wish &wish);
    void present(VersionPage &page, const QString &routine, const VersionCode &code);
    void retranslate();
    [[nodiscard]] QString bannerOf(const VersionCode &code) const;
    /// \p secured: the archive has its code.
    void askToDelete(const Deletion &deletion, const Result<> &secured);
    void removeNow(const Deletion &deletion, VersionHistory::LastCopy lastCopy);
    [[nodiscard]] VersionMark markOf(const QString &versionId) const;
    void keepMark(const QString &routine, const QString &versionId, const VersionMark &mark);

    ShellContext m_shell;
    bool m_selecting = false; ///< The list is following, not leading.
    quint64 m_request = 0;    ///< Answers to older requests are void.
};

} // namespace edgewright
