// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merge/mergetext.h"

namespace edgewright {

class CodeEditor;
class EditorPage;
class LineNotesDecorator;
class ThemeService;

/// The program's editor as the text of a merge: grounds for its parts, and beside the lines whose
/// they are. Lives as long as its page, which it makes.
class MergeEditor final : public MergeText {
    Q_OBJECT

public:
    /// \p themes must outlive the editor; the page is a child of \p parent.
    MergeEditor(const ThemeService &themes, QWidget *parent);

    [[nodiscard]] EditorPage &page() const { return *m_page; }

    [[nodiscard]] QWidget *widget() const override;
    [[nodiscard]] QWidget *viewport() const override;
    [[nodiscard]] QByteArray bytes() const override;
    void setBytes(const QByteArray &text) override;
    void replace(qsizetype begin, qsizetype length, const QByteArray &text) override;
    void setMarks(const QList<MergeMark> &marks) override;
    [[nodiscard]] qsizetype caret() const override;
    void goTo(qsizetype position) override;
    [[nodiscard]] QRect lineAt(qsizetype position) const override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectEditor();
    void defineMarks();
    [[nodiscard]] int lineOf(qsizetype position) const;

    const ThemeService &m_themes;
    EditorPage *m_page;
    CodeEditor &m_editor;
    LineNotesDecorator *m_notes;
};

} // namespace edgewright
