// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/linetrace.h"

#include "common/plaintext.h"
#include "common/times.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

LineTrace::LineTrace(Chain chain, qsizetype index)
    : m_chain(std::move(chain))
    , m_lines(m_chain->lines.upTo(static_cast<std::size_t>(index)))
    , m_number(static_cast<std::size_t>(index))
{
    read(m_chain->links.at(index).code);
}

LineTrace::LineTrace(Chain chain, qsizetype base, const QByteArray &text,
                     const diff::Limits &limits)
    : m_chain(std::move(chain))
{
    if (base < 0) {
        m_lines = diff::LineHistory(view(text));
    } else {
        m_lines = m_chain->lines.upTo(static_cast<std::size_t>(base));
        m_lines.add(view(m_chain->links.at(base).code), view(text), limits);
        m_number = static_cast<std::size_t>(base) + 1;
    }
    read(text);
    // What the text itself brought counts as newer than all versions.
    const auto own = static_cast<std::uint32_t>(m_number);
    std::ranges::replace(m_bringers, own, static_cast<std::uint32_t>(m_chain->links.size()));
}

void LineTrace::read(const QByteArray &text)
{
    m_bringers = m_lines.bringers(m_number);
    std::uint32_t line = 0;
    m_lineOfEditorLine.push_back(0);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isLoneCr = text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
        if (text[i] == '\n')
            ++line;
        if (text[i] == '\n' || isLoneCr)
            m_lineOfEditorLine.push_back(line);
    }
}

qsizetype LineTrace::bringerOf(int line) const
{
    if (line < 0 || static_cast<std::size_t>(line) >= m_lineOfEditorLine.size())
        return -1;
    const std::uint32_t known = m_lineOfEditorLine[static_cast<std::size_t>(line)];
    return known < m_bringers.size() ? qsizetype{m_bringers[known]} : -1;
}

qsizetype LineTrace::before(int line) const
{
    const qsizetype bringer = bringerOf(line);
    const bool isOwn = bringer >= m_chain->links.size();
    return isOwn ? static_cast<qsizetype>(m_number) - 1 : bringer - 1;
}

int LineTrace::lineIn(qsizetype index, int line) const
{
    const std::size_t last = m_lineOfEditorLine.size() - 1;
    const auto at = std::min(static_cast<std::size_t>(std::max(line, 0)), last);
    return static_cast<int>(
        m_lines.sameLine(m_number, m_lineOfEditorLine[at], static_cast<std::size_t>(index)));
}

QList<LineNote> LineTrace::notes(const QDateTime &now) const
{
    QList<LineNote> notes;
    for (qsizetype i = 0; i <= m_chain->links.size(); ++i)
        notes.append(noteOf(i, now));
    return notes;
}

QList<int> LineTrace::noteOfLine() const
{
    QList<int> result;
    for (std::size_t i = 0; i < m_lineOfEditorLine.size(); ++i)
        result.append(static_cast<int>(bringerOf(static_cast<int>(i))));
    return result;
}

LineNote LineTrace::noteOf(qsizetype bringer, const QDateTime &now) const
{
    constexpr qsizetype kShort = 14;
    if (bringer >= m_chain->links.size())
        return {.text = tr("not saved yet"), .details = tr("In no version yet")};
    const VersionChain::Link &link = m_chain->links.at(bringer);
    const QString description = oneLine(link.version.description, kShort);
    LineNote note{.text = link.name, .details = link.name};
    if (!description.isEmpty())
        note.text += u" · "_s + description;
    if (link.version.createdAt.isValid()) {
        note.text += u" · "_s + relativeTime(link.version.createdAt, now);
        note.details += u'\n' + exactTime(link.version.createdAt);
    }
    if (!link.label.isEmpty())
        note.details += u'\n' + link.label;
    if (!link.version.description.trimmed().isEmpty())
        note.details += u'\n' + link.version.description.trimmed();
    if (bringer == 0)
        note.details += u'\n' + tr("The oldest version known; its lines may be older.");
    else if (link.followsGap)
        note.details += u'\n'
                        + tr("The code of the version before it is not known, so the line may have "
                             "come with that one.");
    else
        note.details += u'\n' + tr("Alt+click: the version before");
    return note;
}

QString LineTrace::sentence(int line, const QDateTime &now) const
{
    const qsizetype bringer = bringerOf(line);
    if (bringer < 0)
        return {};
    if (bringer >= m_chain->links.size())
        return tr("Line %1 is in no version yet").arg(line + 1);
    const VersionChain::Link &link = m_chain->links.at(bringer);
    QString about = link.name;
    const QString description = oneLine(link.version.description);
    if (!description.isEmpty())
        about += u" · "_s + description;
    if (link.version.createdAt.isValid())
        about += u" · "_s + relativeTime(link.version.createdAt, now);
    if (bringer == 0)
        //: %2 describes a version: "v7 · adds a header · 2 h ago"
        return tr("Line %1 was there in the oldest version known, %2").arg(line + 1).arg(about);
    //: %2 describes a version: "v7 · adds a header · 2 h ago"
    return link.followsGap
               ? tr("Line %1 came with %2 or the version before it").arg(line + 1).arg(about)
               : tr("Line %1 came with %2").arg(line + 1).arg(about);
}

} // namespace edgewright
