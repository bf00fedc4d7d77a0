// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editordecorator.h"

#include "editor/codeeditor.h"

namespace edgewright {

EditorDecorator::EditorDecorator(CodeEditor &editor)
    : QObject(&editor)
    , m_editor(editor)
{
}

void EditorDecorator::setEnabled(bool on)
{
    if (on == m_enabled)
        return;
    m_enabled = on;
    if (on) {
        start();
    } else {
        disconnect(&m_editor, nullptr, this, nullptr);
        clear();
    }
    emit enabledChanged(on);
}

} // namespace edgewright
