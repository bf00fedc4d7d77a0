// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qsci/qsciscintillabase.h>

#include <string_view>

namespace edgewright::scintilla {

using Sci = QsciScintillaBase;

/// One message with integer arguments: QScintilla's own overloads are ambiguous for int.
inline int send(const QsciScintillaBase &editor, unsigned message, qint64 wParam = 0,
                qint64 lParam = 0)
{
    return static_cast<int>(editor.SendScintilla(message, static_cast<unsigned long>(wParam),
                                                 static_cast<long>(lParam)));
}

/// One message with a length and bytes.
inline int sendText(const QsciScintillaBase &editor, unsigned message, qint64 wParam,
                    const char *bytes)
{
    return static_cast<int>(
        editor.SendScintilla(message, static_cast<unsigned long>(wParam), bytes));
}

inline int sendColor(const QsciScintillaBase &editor, unsigned message, qint64 wParam,
                     const QColor &color)
{
    return static_cast<int>(
        editor.SendScintilla(message, static_cast<unsigned long>(wParam), color));
}

/// The bytes from \p begin to \p end; valid until the next change of the text.
inline std::string_view range(const QsciScintillaBase &editor, int begin, int end)
{
    if (end <= begin)
        return {};
    const long address =
        editor.SendScintilla(Sci::SCI_GETRANGEPOINTER, static_cast<unsigned long>(begin),
                             static_cast<long>(end - begin));
    return {reinterpret_cast<const char *>(address), static_cast<std::size_t>(end - begin)};
}

/// Everything until the end of its life is one step for undo.
class UndoStep final {
public:
    explicit UndoStep(const QsciScintillaBase &editor)
        : m_editor(editor)
    {
        send(m_editor, Sci::SCI_BEGINUNDOACTION);
    }
    ~UndoStep() { send(m_editor, Sci::SCI_ENDUNDOACTION); }
    Q_DISABLE_COPY_MOVE(UndoStep)

private:
    const QsciScintillaBase &m_editor;
};

/// Indicator numbers of the editor; QScintilla keeps 8 and up for containers.
enum Indicator : int {
    FindMatchIndicator = 8,
    FindScopeIndicator = 9,
    SuspiciousIndicator = 10,
    ProblemIndicator = 11,
};

} // namespace edgewright::scintilla
