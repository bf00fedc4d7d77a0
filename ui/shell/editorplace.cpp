// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/editorplace.h"

#include "editor/codeeditor.h"
#include "editor/scintilla.h"

#include <QEvent>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace edgewright {

using namespace std::chrono_literals;
using scintilla::Sci;
using scintilla::send;

namespace {

constexpr auto kSettled = 500ms;

void apply(CodeEditor &editor, const EditorPlace &place)
{
    const int length = send(editor, Sci::SCI_GETLENGTH);
    const int caret = static_cast<int>(std::clamp(place.caret, qint64{0}, qint64{length}));
    const int line = send(editor, Sci::SCI_LINEFROMPOSITION, caret);
    const int height = send(editor, Sci::SCI_LINESONSCREEN);
    int first = place.firstLine;
    if (first < 0)
        first = line < height ? 0 : line - height / 2;
    // Unlike SCI_SETSEL this does not scroll: without a size the caret's line would become the top.
    send(editor, Sci::SCI_SETEMPTYSELECTION, caret);
    send(editor, Sci::SCI_ENSUREVISIBLE, line);
    send(editor, Sci::SCI_SETFIRSTVISIBLELINE, send(editor, Sci::SCI_VISIBLEFROMDOCLINE, first));
    send(editor, Sci::SCI_CHOOSECARETX);
}

/// Goes to a place again whenever the editor's size settles, until that is done or somebody acts.
class PlaceRestorer final : public QObject {
public:
    PlaceRestorer(CodeEditor &editor, const EditorPlace &place)
        : QObject(&editor)
        , m_editor(editor)
        , m_place(place)
        , m_caret(editor.caretPosition())
    {
        editor.installEventFilter(this);
        editor.viewport()->installEventFilter(this);
        connect(&editor, &CodeEditor::edited, this, &QObject::deleteLater);
        connect(&editor, &CodeEditor::reset, this, [this] { m_isOver = true; });
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::Show:
        case QEvent::Resize:
            // After the editor itself heard of it.
            QTimer::singleShot(0, this, [this] { again(); });
            break;
        case QEvent::KeyPress:
        case QEvent::MouseButtonPress:
        case QEvent::Wheel:
            finish();
            break;
        default:
            break;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void again()
    {
        if (m_isOver || !m_editor.isVisible())
            return;
        if (m_editor.caretPosition() != m_caret) {
            finish();
            return;
        }
        apply(m_editor, m_place);
        QTimer::singleShot(kSettled, this, [this] { finish(); });
    }

    void finish()
    {
        m_isOver = true;
        deleteLater();
    }

    CodeEditor &m_editor;
    const EditorPlace m_place;
    const int m_caret;
    bool m_isOver = false;
};

} // namespace

EditorPlace placeIn(const CodeEditor &editor)
{
    return {.caret = editor.caretPosition(),
            .firstLine = send(editor, Sci::SCI_DOCLINEFROMVISIBLE,
                              send(editor, Sci::SCI_GETFIRSTVISIBLELINE))};
}

void goToPlace(CodeEditor &editor, const EditorPlace &place)
{
    apply(editor, place);
    new PlaceRestorer(editor, place);
}

} // namespace edgewright
