// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/editrange.h"

#include <QObject>

namespace edgewright {

class CompareCanvas;
class LineEditor;

/// Lets lines of the draft be changed where they are shown. Whatever is typed goes to the owner of
/// the draft at once, so that nothing can be lost; the rows wait until the editing ends. GUI
/// thread; lives as long as the canvas.
class InlineEdit final : public QObject {
    Q_OBJECT

public:
    explicit InlineEdit(CompareCanvas &canvas);

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// Opens over the selected lines, or the change or line at the caret, and types \p text there.
    /// False where the draft has no place. Waits while the rows are older than the draft.
    bool open(const QString &text = {});
    void paste();
    bool undo(bool redo); ///< What is being typed; false when nothing is.
    void finish();        ///< What was typed stays.
    void takeBack();      ///< The draft becomes what it was.
    /// What was typed could not be taken; it stays on screen no longer.
    void drop();

    void applyLook();
    void place(); ///< After scrolling, or rows of another size.
    /// A comparison was asked for, so the rows may be older than the draft.
    void rowsAwaited() { m_isBehind = true; }
    void leaveRows(); ///< Others are about to be shown.
    void rowsCame();
    void noRowsCome();

signals:
    void opened();
    /// The draft is to have these bytes now; all until finished() are one step for undo.
    void edited(const edgewright::CompareEdit &edit);
    /// Not \p isKept: everything edited since opened() is to be undone.
    void finished(bool isKept, bool hasEdited);
    void tooLong(int line); ///< Better edited in the draft's own tab, at \p line.

private:
    void show(const EditRange &range);
    void placeCaret(const EditRange &range);
    void write();
    void close(bool isKept);
    void hideEditor();
    void follow();
    void name();
    [[nodiscard]] std::optional<std::pair<std::uint32_t, std::uint32_t>> rowsToEdit() const;

    CompareCanvas &m_canvas;
    LineEditor *m_editor;
    EditRange m_range;
    QByteArray m_original; ///< The bytes of the range before it was edited.
    QByteArray m_text;     ///< The whole draft, as it is now.
    qsizetype m_length = 0;
    int m_room = 0;
    bool m_isOpen = false;
    bool m_isBehind = false;
    bool m_hasEdited = false;
    std::optional<QString> m_waiting; ///< Typed while the rows were awaited.
};

} // namespace edgewright
