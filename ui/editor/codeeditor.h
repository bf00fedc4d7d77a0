// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/suspicious.h"
#include "text/textformat.h"

#include <Qsci/qsciscintilla.h>

#include <QTimer>

namespace edgewright {

class JavaScriptLexer;
class SuspiciousDecorator;
struct Theme;

/// The text of one routine or version as bytes, with everything an editor does by keys and mouse.
/// It knows neither files nor the service. Lines and columns are 0-based unless said otherwise.
class CodeEditor : public QsciScintilla {
    Q_OBJECT

public:
    explicit CodeEditor(QWidget *parent = nullptr);

    /// Shows another text: for opening only, as undo, caret and folds are forgotten.
    void setBytes(const QByteArray &utf8);
    /// Exactly what was set, plus the edits: line ends and byte order mark are never touched.
    [[nodiscard]] QByteArray bytes() const;
    /// Turns the text into \p utf8 as one undoable edit of the part that differs.
    void replaceAllUndoably(const QByteArray &utf8);
    /// One undoable edit; offsets in bytes.
    void replaceRange(int begin, int end, const QByteArray &utf8);

    [[nodiscard]] const TextFormat &format() const { return m_format; }
    [[nodiscard]] QList<SuspiciousCharacter> suspiciousCharacters() const;

    [[nodiscard]] int caretLine() const;
    [[nodiscard]] int caretColumn() const;   ///< In characters.
    [[nodiscard]] int caretPosition() const; ///< In bytes.
    void goToLine(int line);
    void goToPosition(int position);
    void selectRange(int begin, int end);
    [[nodiscard]] QString selectedLineText() const; ///< The selection, when it is within one line.

    void toggleComment();
    void moveLinesUp();
    void moveLinesDown();
    /// Selects the word, then adds its next occurrence as a whole word to the selection; what was
    /// selected by hand is found inside words too.
    void addNextOccurrence();

    void zoomInStep();
    void zoomOutStep();
    void resetZoom();
    void setWordWrap(bool on);
    [[nodiscard]] bool isWordWrap() const { return m_wordWrap; }
    void setShowWhitespace(bool on);
    [[nodiscard]] bool isShowingWhitespace() const;
    void applyTheme(const Theme &theme);

signals:
    /// The text is different now; emitted at each key, so handlers must be cheap.
    void edited();
    /// For people: the first line and column are 1.
    void caretMoved(int line, int column);
    void formatChanged(const edgewright::TextFormat &format);
    void suspiciousCharactersChanged(const QList<edgewright::SuspiciousCharacter> &found);
    void lineCountChanged();
    /// A whole text was set, or the theme changed: margins and marks start anew.
    void reset();

    void findRequested();
    void replaceRequested();
    void findNextRequested();
    void findPreviousRequested();
    void goToLineRequested();
    /// Further actions may be added before the menu shows.
    void contextMenuAboutToShow(QMenu *menu);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void addDecorators();
    [[nodiscard]] bool handleKey(const QKeyEvent &event);
    [[nodiscard]] int positionAt(const QPointF &point) const;
    [[nodiscard]] QList<int> selections() const; ///< Starts and ends in turn, bytes.
    void noteModification(int modification, int linesAdded);
    void noteUpdate();
    void refreshFormat();
    void applyFormat();

    JavaScriptLexer *m_lexer;
    SuspiciousDecorator *m_suspicious = nullptr;
    TextFormat m_format;
    QTimer m_formatTimer;
    int m_caret = -1;
    bool m_loading = false;
    bool m_wordWrap = false;
    QList<int> m_occurrences; ///< The selections that addNextOccurrence() left.
    bool m_wholeWordOccurrences = false;
    bool m_selectsColumns = false; ///< A drag with Alt+Shift is under way.
};

} // namespace edgewright
