// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/decorators/suspiciousmarks.h"

#include "editor/codeeditor.h"
#include "editor/scintilla.h"

#include <chrono>

namespace edgewright {

using namespace std::chrono_literals;
using scintilla::Sci;
using scintilla::send;

SuspiciousDecorator::SuspiciousDecorator(CodeEditor &editor)
    : EditorDecorator(editor)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(400ms);
    connect(&m_pause, &QTimer::timeout, this, &SuspiciousDecorator::search);
    setEnabled(true);
}

void SuspiciousDecorator::start()
{
    connect(&editor(), &CodeEditor::reset, this, &SuspiciousDecorator::search);
    connect(&editor(), &CodeEditor::edited, this, [this] { m_pause.start(); });
    search();
}

void SuspiciousDecorator::clear()
{
    m_pause.stop();
    send(editor(), Sci::SCI_SETINDICATORCURRENT, scintilla::SuspiciousIndicator);
    send(editor(), Sci::SCI_INDICATORCLEARRANGE, 0, send(editor(), Sci::SCI_GETLENGTH));
    m_characters.clear();
}

void SuspiciousDecorator::search()
{
    const bool hadSome = !m_characters.isEmpty();
    clear();
    const std::string_view all = scintilla::range(editor(), 0, send(editor(), Sci::SCI_GETLENGTH));
    m_characters =
        findSuspicious(QByteArray::fromRawData(all.data(), static_cast<qsizetype>(all.size())));
    for (const SuspiciousCharacter &character : m_characters) {
        const auto begin = static_cast<int>(character.offset);
        const int end = send(editor(), Sci::SCI_POSITIONAFTER, begin);
        send(editor(), Sci::SCI_INDICATORFILLRANGE, begin, end - begin);
    }
    if (hadSome || !m_characters.isEmpty())
        emit found(m_characters);
}

} // namespace edgewright
