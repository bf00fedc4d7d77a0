// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"

#include <QStatusBar>
#include <QTimer>

class QLabel;

namespace edgewright {

class EditorPage;

/// The line at the bottom: account, draft state, caret, indentation, line ends, encoding, size.
class StatusLine final : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// \p shell must outlive the line; called once, when all of it exists.
    void watch(const ShellContext &shell);

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *addField(const QString &name);
    void update();
    void watchEditor();
    void showAccount();
    void showDraft();
    void showFormat();
    void showCaret(int line, int column);

    const ShellContext *m_shell = nullptr;
    QTimer m_tick;
    QPointer<EditorPage> m_watched;
    QLabel *m_account;
    QLabel *m_draft;
    QLabel *m_caret;
    QLabel *m_indentation;
    QLabel *m_lineEnd;
    QLabel *m_encoding;
    QLabel *m_size;
};

} // namespace edgewright
