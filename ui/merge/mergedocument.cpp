// SPDX-License-Identifier: GPL-3.0-or-later
#include "merge/mergedocument.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

/// Beyond that many the oldest changes are forgotten: undoing them finds its places by itself.
constexpr qsizetype kChangesKept = 2000;
constexpr int kFrameWidth = 7;

struct MergeDocumentText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::MergeDocument)
};

enum FrameLine { MineLine, BaseLine, DividerLine, TheirsLine };

std::string_view view(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

bool endsLine(const QByteArray &text)
{
    return text.endsWith('\n') || text.endsWith('\r');
}

QByteArray lineEndOf(const QByteArray &text)
{
    const qsizetype feed = text.indexOf('\n');
    if (feed > 0 && text.at(feed - 1) == '\r')
        return "\r\n";
    return feed < 0 && text.contains('\r') ? "\r" : "\n";
}

/// Where the line that holds \p at ends, its end included.
qsizetype lineEnd(const QByteArray &text, qsizetype at)
{
    for (qsizetype i = at; i < text.size(); ++i) {
        if (text.at(i) == '\n')
            return i + 1;
        if (text.at(i) == '\r')
            return i + 1 < text.size() && text.at(i + 1) == '\n' ? i + 2 : i + 1;
    }
    return text.size();
}

QByteArrayView bare(QByteArrayView line)
{
    while (!line.isEmpty() && (line.back() == '\n' || line.back() == '\r'))
        line.chop(1);
    return line;
}

} // namespace

MergeDocument::MergeDocument(MergeSources sources, diff::Merge merge)
    : m_sources(std::move(sources))
    , m_merge(std::move(merge))
    , m_lineEnd(lineEndOf(m_sources.mine.isEmpty() ? m_sources.theirs : m_sources.mine))
{
    chooseFrame();
    build();
}

void MergeDocument::chooseFrame()
{
    // A frame has to be told from the code around it, whatever that holds.
    const auto holds = [this](int width, char sign) {
        const QByteArray row(width, sign);
        return m_sources.base.contains(row) || m_sources.mine.contains(row)
               || m_sources.theirs.contains(row);
    };
    int width = kFrameWidth;
    while (holds(width, '<') || holds(width, '>') || holds(width, '|') || holds(width, '='))
        ++width;
    const auto line = [width](char sign, const QString &words) -> QByteArray {
        return QByteArray(width, sign) + (words.isEmpty() ? QByteArray() : ' ' + words.toUtf8());
    };
    m_frame = {line('<', MergeDocumentText::tr("Mine")),
               line('|', m_sources.baseName.isEmpty()
                             ? MergeDocumentText::tr("Base")
                             : MergeDocumentText::tr("Base %1").arg(m_sources.baseName)),
               line('=', {}),
               line('>', MergeDocumentText::tr("Theirs %1").arg(m_sources.theirsName))};
}

void MergeDocument::build()
{
    for (std::size_t i = 0; i < m_merge.regions.size(); ++i) {
        const diff::MergeRegion &region = m_merge.regions[i];
        const bool isConflict = region.kind == diff::MergeKind::Conflict;
        const QByteArray text = isConflict ? framed(region)
                                : region.kind == diff::MergeKind::Theirs
                                    ? part(MergeChoice::Theirs, region)
                                    : part(MergeChoice::Mine, region);
        if (region.kind != diff::MergeKind::Unchanged) {
            if (isConflict)
                m_conflicts.append(static_cast<int>(m_stretches.size()));
            m_regions.append(static_cast<int>(i));
            m_stretches.append(
                {.begin = m_start.size(), .length = text.size(), .isDecided = !isConflict});
        }
        m_start += text;
    }
}

QByteArray MergeDocument::part(MergeChoice side, const diff::MergeRegion &region) const
{
    const auto lines = [](const QByteArray &text, const std::vector<std::uint32_t> &starts,
                          const diff::LineSpan &span) {
        const std::string_view found = diff::linesOf(view(text), starts, span);
        return QByteArray(found.data(), static_cast<qsizetype>(found.size()));
    };
    switch (side) {
    case MergeChoice::Base:
        return lines(m_sources.base, m_merge.baseStarts, region.base);
    case MergeChoice::Theirs:
        return lines(m_sources.theirs, m_merge.theirsStarts, region.theirs);
    case MergeChoice::Mine:
    case MergeChoice::Both:
        break;
    }
    return lines(m_sources.mine, m_merge.mineStarts, region.mine);
}

QByteArray MergeDocument::whole(const QByteArray &lines) const
{
    return lines.isEmpty() || endsLine(lines) ? lines : lines + m_lineEnd;
}

QByteArray MergeDocument::framed(const diff::MergeRegion &region) const
{
    return m_frame.at(MineLine) + m_lineEnd + whole(part(MergeChoice::Mine, region))
           + m_frame.at(BaseLine) + m_lineEnd + whole(part(MergeChoice::Base, region))
           + m_frame.at(DividerLine) + m_lineEnd + whole(part(MergeChoice::Theirs, region))
           + m_frame.at(TheirsLine) + m_lineEnd;
}

int MergeDocument::undecided() const
{
    return static_cast<int>(std::ranges::count_if(
        m_conflicts, [this](int stretch) { return !m_stretches.at(stretch).isDecided; }));
}

int MergeDocument::taken(diff::MergeKind kind) const
{
    return static_cast<int>(std::ranges::count(m_merge.regions, kind, &diff::MergeRegion::kind));
}

bool MergeDocument::isDecided(int conflict) const
{
    return m_stretches.at(m_conflicts.at(conflict)).isDecided;
}

qsizetype MergeDocument::begin(int conflict) const
{
    return m_stretches.at(m_conflicts.at(conflict)).begin;
}

qsizetype MergeDocument::length(int conflict) const
{
    return m_stretches.at(m_conflicts.at(conflict)).length;
}

int MergeDocument::conflictAt(qsizetype position) const
{
    for (int i = 0; i < conflicts(); ++i) {
        const qsizetype last = begin(i) + std::max<qsizetype>(length(i), 1);
        if (position >= begin(i) && position < last)
            return i;
    }
    return -1;
}

int MergeDocument::nextUndecided(qsizetype position, bool forward) const
{
    int found = -1;
    int first = -1;
    for (int step = 0; step < conflicts(); ++step) {
        const int i = forward ? step : conflicts() - 1 - step;
        if (isDecided(i))
            continue;
        if (first < 0)
            first = i;
        const bool isBehind = forward ? begin(i) > position : begin(i) + length(i) <= position;
        if (isBehind && found < 0)
            found = i;
    }
    return found >= 0 ? found : first;
}

int MergeDocument::lines(int conflict, MergeChoice side) const
{
    const diff::MergeRegion &region =
        m_merge.regions[static_cast<std::size_t>(m_regions.at(m_conflicts.at(conflict)))];
    const diff::LineSpan &span = side == MergeChoice::Base     ? region.base
                                 : side == MergeChoice::Theirs ? region.theirs
                                                               : region.mine;
    return static_cast<int>(span.count);
}

QByteArray MergeDocument::replacement(int conflict, MergeChoice choice) const
{
    const diff::MergeRegion &region =
        m_merge.regions[static_cast<std::size_t>(m_regions.at(m_conflicts.at(conflict)))];
    if (choice != MergeChoice::Both)
        return part(choice, region);
    const QByteArray theirs = part(MergeChoice::Theirs, region);
    const QByteArray mine = part(MergeChoice::Mine, region);
    return (theirs.isEmpty() ? mine : whole(mine)) + theirs;
}

bool MergeDocument::isFrameLine(QByteArrayView line) const
{
    return std::ranges::any_of(
        m_frame, [line](const QByteArray &frame) { return QByteArrayView(frame) == bare(line); });
}

QByteArray MergeDocument::withoutFrame(const QByteArray &part) const
{
    QByteArray kept;
    for (qsizetype at = 0; at < part.size();) {
        const qsizetype end = lineEnd(part, at);
        const QByteArrayView line = QByteArrayView(part).sliced(at, end - at);
        if (!isFrameLine(line))
            kept.append(line);
        at = end;
    }
    return kept;
}

qsizetype MergeDocument::strayFrame(const QByteArray &text) const
{
    for (const QByteArray &line : m_frame) {
        for (qsizetype at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + 1)) {
            const int conflict = conflictAt(at);
            if (conflict < 0 || isDecided(conflict))
                return at;
        }
    }
    return -1;
}

void MergeDocument::setDecided(int conflict, bool decided)
{
    m_stretches[m_conflicts.at(conflict)].isDecided = decided;
    // Doing the change again decides it again.
    if (!m_done.isEmpty())
        m_done.last().after = m_stretches;
}

void MergeDocument::follow(qsizetype position, qsizetype removed, qsizetype inserted,
                           bool isUndoOrRedo)
{
    Change change{.position = position,
                  .removed = removed,
                  .inserted = inserted,
                  .before = m_stretches,
                  .after = {}};
    if (isUndoOrRedo && replay(change))
        return;
    move(change);
    change.after = m_stretches;
    m_done.append(change);
    m_undone.clear();
    if (m_done.size() > kChangesKept)
        m_done.removeFirst();
}

bool MergeDocument::replay(const Change &change)
{
    const auto reverses = [&change](const Change &other) {
        return other.position == change.position && other.removed == change.inserted
               && other.inserted == change.removed;
    };
    if (!m_done.isEmpty() && reverses(m_done.constLast())) {
        m_stretches = m_done.constLast().before;
        m_undone.append(m_done.takeLast());
        return true;
    }
    const auto repeats = [&change](const Change &other) {
        return other.position == change.position && other.removed == change.removed
               && other.inserted == change.inserted;
    };
    if (!m_undone.isEmpty() && repeats(m_undone.constLast())) {
        m_stretches = m_undone.constLast().after;
        m_done.append(m_undone.takeLast());
        return true;
    }
    return false;
}

void MergeDocument::move(const Change &change)
{
    const qsizetype goneEnd = change.position + change.removed;
    for (Stretch &stretch : m_stretches) {
        const qsizetype end = stretch.begin + stretch.length;
        const qsizetype inside = std::max<qsizetype>(
            0, std::min(end, goneEnd) - std::max(stretch.begin, change.position));
        const qsizetype inFront =
            std::clamp<qsizetype>(stretch.begin - change.position, 0, change.removed);
        stretch.begin -= inFront;
        stretch.length -= inside;
        if (change.inserted == 0)
            continue;
        const bool wasEmpty = stretch.length == 0 && stretch.begin == change.position;
        const bool isWithin =
            change.position > stretch.begin && change.position < stretch.begin + stretch.length;
        if (wasEmpty || isWithin)
            stretch.length += change.inserted;
        else if (change.position <= stretch.begin)
            stretch.begin += change.inserted;
    }
}

QList<MergeMark> MergeDocument::marks(const QByteArray &text) const
{
    QList<MergeMark> marks;
    for (qsizetype i = 0; i < m_stretches.size(); ++i) {
        const Stretch &stretch = m_stretches.at(i);
        const diff::MergeKind kind =
            m_merge.regions[static_cast<std::size_t>(m_regions.at(i))].kind;
        MergeMark mark{.begin = stretch.begin, .length = stretch.length};
        switch (kind) {
        case diff::MergeKind::Conflict:
            if (!stretch.isDecided) {
                addFrameMarks(text, stretch, marks);
                continue;
            }
            mark.part = MergePart::Decided;
            mark.words = MergeDocumentText::tr("decided");
            break;
        case diff::MergeKind::Theirs:
            mark.part = MergePart::Theirs;
            mark.words = m_sources.theirsName;
            break;
        case diff::MergeKind::Both:
            mark.part = MergePart::Both;
            mark.words = MergeDocumentText::tr("both");
            break;
        case diff::MergeKind::Mine:
        case diff::MergeKind::Unchanged:
            mark.words = MergeDocumentText::tr("mine");
            break;
        }
        if (stretch.length == 0)
            //: Beside the line where lines were taken out; %1 is whose change it is
            mark.words = MergeDocumentText::tr("%1 −").arg(mark.words);
        marks.append(mark);
    }
    return marks;
}

void MergeDocument::addFrameMarks(const QByteArray &text, const Stretch &stretch,
                                  QList<MergeMark> &marks) const
{
    MergePart part = MergePart::FrameMine;
    const qsizetype end = std::min(stretch.begin + stretch.length, text.size());
    for (qsizetype at = stretch.begin; at < end;) {
        const qsizetype next = std::min(lineEnd(text, at), end);
        const QByteArrayView line = bare(QByteArrayView(text).sliced(at, next - at));
        const bool isFrame = isFrameLine(line);
        if (isFrame && line == m_frame.at(BaseLine))
            part = MergePart::FrameBase;
        else if (isFrame && line == m_frame.at(DividerLine))
            part = MergePart::FrameTheirs;
        marks.append({.begin = at,
                      .length = next - at,
                      .part = isFrame ? MergePart::FrameLine : part,
                      .words = {}});
        at = next;
    }
}

} // namespace edgewright
