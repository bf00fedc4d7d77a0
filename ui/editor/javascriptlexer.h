// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/linestatetable.h"

#include <Qsci/qscilexercustom.h>

namespace edgewright {

struct Theme;

/// Colours JavaScript and sets the folding levels of one editor. A style number is a TokenKind.
///
/// Each line's end state is kept in Scintilla's line state, so that after an edit only the lines
/// are read again whose tokens can have changed; the rest keeps its styles.
class JavaScriptLexer final : public QsciLexerCustom {
    Q_OBJECT

public:
    explicit JavaScriptLexer(QsciScintilla *editor);

    void setTheme(const Theme &theme);

    [[nodiscard]] const char *language() const override { return "JavaScript"; }
    [[nodiscard]] QString description(int style) const override;
    [[nodiscard]] QColor defaultColor(int style) const override;
    [[nodiscard]] QColor defaultPaper(int style) const override;
    [[nodiscard]] QFont defaultFont(int style) const override;

    void styleText(int start, int end) override;

    /// Bytes read since the last call; shows that an edit does not colour the whole text again.
    [[nodiscard]] qint64 takeBytesRead();

private:
    struct Line {
        int number = 0;
        int begin = 0;
        int end = 0;
    };
    struct Outcome {
        int state = 0; ///< Number of the state at the end of the line.
        int level = 0; ///< Fold level with flags, the next line's level in the upper half.
    };

    void noteEdit(int position, int modification, const char *text, int length);
    void styleLines(int firstLine, int end);
    [[nodiscard]] Outcome readLine(const Line &line, QByteArray &styles);
    [[nodiscard]] bool store(const Line &line, const Outcome &outcome);
    [[nodiscard]] int levelAtStart(int line) const;

    const Theme *m_theme = nullptr;
    LineStateTable m_states;
    int m_styledTo = 0; ///< Styles and states up to here were right before the edits…
    int m_dirtyTo = 0;  ///< …which touched nothing behind this position.
    bool m_styling = false;
    qint64 m_bytesRead = 0;
};

} // namespace edgewright
