// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/suspicious.h"
#include "text/textformat.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;

namespace edgewright {

class CodeEditor;
class FindBar;
class ThemeService;

/// What one tab shows: a banner for texts that are only read, a warning about characters that hide
/// or deceive, the code, and the find bar. \p themes must outlive the page.
class EditorPage final : public QWidget {
    Q_OBJECT

public:
    explicit EditorPage(const ThemeService &themes, QWidget *parent = nullptr);

    [[nodiscard]] CodeEditor &editor() const { return *m_editor; }
    [[nodiscard]] FindBar &findBar() const { return *m_findBar; }

    void setReadOnly(bool on);
    /// One plain-text line above the code; an empty \p text takes it away.
    void setBanner(const QString &text);
    /// Puts \p bar above the code, below the banner; it belongs to the page from now on.
    void addBar(QWidget *bar);

public slots:
    void openFind();
    void openReplace();
    void findNext();
    void findPrevious();

signals:
    void edited();
    void caretMoved(int line, int column);
    void formatChanged(const edgewright::TextFormat &format);
    void goToLineRequested();
    void suspiciousCharactersChanged(const QList<edgewright::SuspiciousCharacter> &found);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void connectParts();
    void retranslate();
    void applyTheme();
    void showWarning();
    void goToFirstSuspicious();

    const ThemeService &m_themes;
    CodeEditor *m_editor;
    FindBar *m_findBar;
    QFrame *m_bannerFrame;
    QLabel *m_banner;
    QFrame *m_warningFrame;
    QLabel *m_warning;
    QPushButton *m_goToFirst;
};

} // namespace edgewright
