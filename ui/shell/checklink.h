// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"

namespace edgewright {

class CodeEditor;
class PublishController;
class PublishSheet;

/// Leads from a check in the publish sheet to the line it is about, in the draft or in the version,
/// marks it there, and offers the way back to the sheet.
class CheckLink final : public QObject {
    Q_OBJECT

public:
    /// All of them outlive the link.
    CheckLink(const ShellContext &shell, PublishSheet &sheet, PublishController &publish,
              QObject *parent);

private:
    /// Back to the sheet.
    struct Way {
        QString accountId;
        QString routine;
        QString versionId; ///< Empty: the draft.
        QString environment;
    };

    void follow(qint64 line, const QString &found);
    void showInVersion(const QString &versionId, int line);
    void goTo(CodeEditor &editor, int line);
    void offerReturn(const Way &way, const QString &found);

    ShellContext m_shell;
    PublishSheet &m_sheet;
    PublishController &m_publish;
};

} // namespace edgewright
