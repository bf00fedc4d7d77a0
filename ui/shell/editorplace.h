// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace edgewright {

class CodeEditor;

/// Where in a text somebody is.
struct EditorPlace {
    qint64 caret = 0;   ///< Byte offset.
    int firstLine = -1; ///< At the top, 0-based; -1: wherever the caret is well in sight.
    bool operator==(const EditorPlace &) const = default;
};

[[nodiscard]] EditorPlace placeIn(const CodeEditor &editor);

/// At once, and again when the editor gets its size on the screen, unless somebody uses it before.
void goToPlace(CodeEditor &editor, const EditorPlace &place);

} // namespace edgewright
