// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

#include <QFont>

class QsciScintilla;

namespace edgewright {

/// Margin numbers, from left to right.
enum EditorMargin : int {
    NotesMargin = 0,
    LineNumberMargin = 1,
    FoldMargin = 2,
    PaddingMargin = 3,
};

/// The system's fixed-width font at editor size, with Chinese glyphs to match.
[[nodiscard]] QFont editorFont();

/// Everything about a Scintilla widget that is the same for each text and theme: several carets,
/// folding, wrapping, layout and styling strategy.
void configureEditor(QsciScintilla &editor);

/// Takes away the key bindings of Scintilla that mean something else in this program, such as
/// Ctrl+D and Ctrl+L; clipboard, undo, Select All and the keys of the caret stay.
void clearClashingKeys(QsciScintilla &editor);

/// Styles, margins, caret, selection, fold marks and indicators in the colours of \p theme.
void applyEditorTheme(QsciScintilla &editor, const Theme &theme, const QFont &font);

} // namespace edgewright
