// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/codeeditor.h"
#include "editor/findbar.h"
#include "editor/scintilla.h"

#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace edgewright {

using scintilla::Sci;
using scintilla::send;

SearchQuery FindBar::query() const
{
    return {.pattern = m_pattern->text(),
            .caseSensitive = m_caseSensitive->isChecked(),
            .wholeWord = m_wholeWord->isChecked(),
            .regularExpression = m_expression->isChecked(),
            .replacement = m_replacement->text()};
}

void FindBar::setScope(bool on)
{
    const int length = send(m_editor, Sci::SCI_GETLENGTH);
    send(m_editor, Sci::SCI_SETINDICATORCURRENT, scintilla::FindScopeIndicator);
    send(m_editor, Sci::SCI_INDICATORCLEARRANGE, 0, length);
    const int begin = send(m_editor, Sci::SCI_GETSELECTIONSTART);
    const int end = send(m_editor, Sci::SCI_GETSELECTIONEND);
    // The mark moves with the text, so the range stays right while matches are replaced.
    if (on && end > begin)
        send(m_editor, Sci::SCI_INDICATORFILLRANGE, begin, end - begin);
    m_anchor = begin;
    search();
}

void FindBar::search()
{
    m_pause.stop();
    m_replaced = 0;
    const int length = send(m_editor, Sci::SCI_GETLENGTH);
    int from = 0;
    int to = length;
    if (m_inSelection->isChecked()) {
        const int scope = scintilla::FindScopeIndicator;
        const bool atStart = send(m_editor, Sci::SCI_INDICATORVALUEAT, scope, 0) != 0;
        from = atStart ? 0 : send(m_editor, Sci::SCI_INDICATOREND, scope, 0);
        to = send(m_editor, Sci::SCI_INDICATOREND, scope, from);
    }
    const std::string_view all = scintilla::range(m_editor, 0, length);
    m_outcome = searchText(QByteArray::fromRawData(all.data(), static_cast<qsizetype>(all.size())),
                           query(), from, to);
    markMatches();
    showCount();
}

void FindBar::searchFromAnchor()
{
    search();
    const QList<SearchMatch> &matches = m_outcome.matches;
    const auto next =
        std::find_if(matches.begin(), matches.end(),
                     [this](const SearchMatch &match) { return match.begin >= m_anchor; });
    if (!matches.isEmpty())
        select(next == matches.end() ? 0 : next - matches.begin());
    else
        m_editor.goToPosition(std::min(m_anchor, send(m_editor, Sci::SCI_GETLENGTH)));
}

void FindBar::markMatches()
{
    send(m_editor, Sci::SCI_SETINDICATORCURRENT, scintilla::FindMatchIndicator);
    send(m_editor, Sci::SCI_INDICATORCLEARRANGE, 0, send(m_editor, Sci::SCI_GETLENGTH));
    for (const SearchMatch &match : m_outcome.matches)
        send(m_editor, Sci::SCI_INDICATORFILLRANGE, match.begin, match.end - match.begin);
    m_current = matchAtSelection();
    mark(m_current, false);
}

void FindBar::mark(qsizetype match, bool on)
{
    if (match < 0 || match >= m_outcome.matches.size())
        return;
    const SearchMatch &range = m_outcome.matches[match];
    send(m_editor, Sci::SCI_SETINDICATORCURRENT, scintilla::FindMatchIndicator);
    send(m_editor, on ? Sci::SCI_INDICATORFILLRANGE : Sci::SCI_INDICATORCLEARRANGE, range.begin,
         range.end - range.begin);
}

qsizetype FindBar::matchAtSelection() const
{
    const int begin = send(m_editor, Sci::SCI_GETSELECTIONSTART);
    const int end = send(m_editor, Sci::SCI_GETSELECTIONEND);
    const QList<SearchMatch> &matches = m_outcome.matches;
    const auto found =
        std::lower_bound(matches.begin(), matches.end(), begin,
                         [](const SearchMatch &match, int wanted) { return match.begin < wanted; });
    const bool same = found != matches.end() && found->begin == begin && found->end == end;
    return same ? found - matches.begin() : -1;
}

void FindBar::select(qsizetype match)
{
    mark(m_current, true);
    mark(match, false);
    m_current = match;
    const SearchMatch &target = m_outcome.matches[match];
    m_editor.selectRange(static_cast<int>(target.begin), static_cast<int>(target.end));
    showCount();
}

void FindBar::findNext()
{
    search();
    const QList<SearchMatch> &matches = m_outcome.matches;
    if (matches.isEmpty())
        return;
    const int end = send(m_editor, Sci::SCI_GETSELECTIONEND);
    const auto next = std::find_if(matches.begin(), matches.end(),
                                   [end](const SearchMatch &match) { return match.begin >= end; });
    select(next == matches.end() ? 0 : next - matches.begin());
    m_anchor = m_editor.caretPosition();
}

void FindBar::findPrevious()
{
    search();
    const QList<SearchMatch> &matches = m_outcome.matches;
    if (matches.isEmpty())
        return;
    const int begin = send(m_editor, Sci::SCI_GETSELECTIONSTART);
    const auto next = std::find_if(matches.begin(), matches.end(),
                                   [begin](const SearchMatch &match) { return match.end > begin; });
    select((next == matches.begin() ? matches.size() : next - matches.begin()) - 1);
    m_anchor = m_editor.caretPosition();
}

void FindBar::replaceOne()
{
    search();
    const qsizetype current = matchAtSelection();
    if (current >= 0 && !m_editor.isReadOnly()) {
        const SearchMatch match = m_outcome.matches[current];
        m_editor.replaceRange(static_cast<int>(match.begin), static_cast<int>(match.end),
                              match.replacement);
        m_editor.goToPosition(static_cast<int>(match.begin + match.replacement.size()));
    }
    findNext();
}

void FindBar::replaceAll()
{
    search();
    if (m_editor.isReadOnly() || m_outcome.matches.isEmpty())
        return;
    const QList<SearchMatch> matches = m_outcome.matches;
    replaceMatches(matches);
    search();
    m_replaced = static_cast<int>(matches.size());
    showCount();
}

void FindBar::replaceMatches(const QList<SearchMatch> &matches)
{
    const scintilla::UndoStep step(m_editor);
    // From the end, so that the offsets in front stay right.
    for (auto match = matches.crbegin(); match != matches.crend(); ++match)
        m_editor.replaceRange(static_cast<int>(match->begin), static_cast<int>(match->end),
                              match->replacement);
}

} // namespace edgewright
