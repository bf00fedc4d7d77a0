// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/decorators/bracematch.h"

#include "editor/codeeditor.h"
#include "editor/scintilla.h"
#include "text/javascripttokenizer.h"

#include <string_view>

namespace edgewright {

using scintilla::Sci;
using scintilla::send;

namespace {

constexpr int kNone = -1;
// Looking for a partner reads the text in between, at each move of the caret.
constexpr int kLongestText = 2 * 1024 * 1024;

bool isBracket(const CodeEditor &editor, int position)
{
    if (position < 0)
        return false;
    const auto character = static_cast<char>(send(editor, Sci::SCI_GETCHARAT, position));
    return character != '\0' && std::string_view("()[]{}").find(character) != std::string_view::npos
           && send(editor, Sci::SCI_GETSTYLEAT, position)
                  == static_cast<int>(javascript::TokenKind::Bracket);
}

} // namespace

BraceMatchDecorator::BraceMatchDecorator(CodeEditor &editor)
    : EditorDecorator(editor)
{
    setEnabled(true);
}

void BraceMatchDecorator::start()
{
    connect(&editor(), &QsciScintillaBase::SCN_UPDATEUI, this, [this](int updated) {
        if ((updated & (Sci::SC_UPDATE_SELECTION | Sci::SC_UPDATE_CONTENT)) != 0)
            match();
    });
}

void BraceMatchDecorator::clear()
{
    send(editor(), Sci::SCI_BRACEHIGHLIGHT, kNone, kNone);
}

int BraceMatchDecorator::bracketAtCaret() const
{
    const int caret = editor().caretPosition();
    if (isBracket(editor(), caret - 1))
        return caret - 1;
    return isBracket(editor(), caret) ? caret : kNone;
}

void BraceMatchDecorator::match()
{
    const int bracket =
        send(editor(), Sci::SCI_GETLENGTH) > kLongestText ? kNone : bracketAtCaret();
    if (bracket == kNone) {
        clear();
        return;
    }
    const int partner = send(editor(), Sci::SCI_BRACEMATCH, bracket, 0);
    if (partner != kNone) {
        send(editor(), Sci::SCI_BRACEHIGHLIGHT, bracket, partner);
        return;
    }
    // Only coloured text tells brackets from those in strings.
    const bool allColoured =
        send(editor(), Sci::SCI_GETENDSTYLED) >= send(editor(), Sci::SCI_GETLENGTH);
    clear();
    if (allColoured)
        send(editor(), Sci::SCI_BRACEBADLIGHT, bracket);
}

} // namespace edgewright
