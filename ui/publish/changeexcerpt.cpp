// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/changeexcerpt.h"

#include "common/changewords.h"
#include "common/plaintext.h"
#include "diff/rows.h"

#include <algorithm>

namespace edgewright {

namespace {

constexpr int kContext = 2;
constexpr qsizetype kMostLines = 600;
constexpr int kLongestLine = 300;
constexpr int kBeforeWord = 60; ///< Characters kept before the first change of a long line.

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// One side of the comparison.
struct Side {
    std::string_view text;
    const std::vector<std::uint32_t> &starts;

    [[nodiscard]] diff::Span line(std::size_t number) const
    {
        diff::Span span{.begin = starts[number], .end = starts[number + 1]};
        while (span.end > span.begin && (text[span.end - 1] == '\n' || text[span.end - 1] == '\r'))
            --span.end;
        return span;
    }
    [[nodiscard]] QString shown(std::uint32_t begin, std::uint32_t end) const
    {
        // Nobody reads further than that, and the rest of a minified file costs time.
        const std::size_t size = std::min<std::size_t>(end - begin, 100'000);
        return visibleText(QString::fromUtf8(text.data() + begin, static_cast<qsizetype>(size)),
                           100'000);
    }
};

void cut(ExcerptLine &line)
{
    if (line.text.size() <= kLongestLine)
        return;
    const int first = line.words.isEmpty() ? 0 : line.words.constFirst().first;
    const int start = first > kLongestLine - kBeforeWord ? first - kBeforeWord : 0;
    const QString ellipsis(QChar(0x2026));
    const bool goesOn = start + kLongestLine < line.text.size();
    line.text = (start > 0 ? ellipsis : QString()) + line.text.mid(start, kLongestLine)
                + (goesOn ? ellipsis : QString());
    const int shift = start > 0 ? 1 - start : 0;
    const int end = static_cast<int>(line.text.size());
    QList<std::pair<int, int>> words;
    for (const auto &[position, length] : std::as_const(line.words)) {
        const int from = std::clamp(position + shift, 0, end);
        const int to = std::clamp(position + shift + length, 0, end);
        if (to > from)
            words.append({from, to - from});
    }
    line.words = words;
}

class Excerpter final {
public:
    explicit Excerpter(const QByteArray &before, const QByteArray &after,
                       std::chrono::steady_clock::time_point deadline)
        : m_comparison(
            diff::compareTexts(viewOf(before), viewOf(after), {}, {.deadline = deadline}))
        , m_left{.text = viewOf(before), .starts = m_comparison.leftStarts}
        , m_right{.text = viewOf(after), .starts = m_comparison.rightStarts}
    {
    }

    [[nodiscard]] ChangeExcerpt run()
    {
        const std::vector<diff::Change> &changes = m_comparison.lines.changes;
        m_excerpt.added = m_comparison.lines.added();
        m_excerpt.removed = m_comparison.lines.removed();
        for (std::size_t index = 0; index < changes.size(); ++index)
            addChange(changes[index], m_comparison.refinements[index]);
        addContext(m_shownTo + kContext);
        return m_excerpt;
    }

private:
    [[nodiscard]] bool isFull() const { return m_excerpt.lines.size() >= kMostLines; }

    void addChange(const diff::Change &change, const diff::Refinement &refinement)
    {
        if (isFull()) {
            m_excerpt.left += change.leftCount + change.rightCount;
            return;
        }
        addContext(std::min<std::int64_t>(m_shownTo + kContext, change.rightStart));
        const std::int64_t from =
            std::max(m_shownTo, static_cast<std::int64_t>(change.rightStart) - kContext);
        if (from > m_shownTo || (m_excerpt.lines.isEmpty() && from > 0))
            m_excerpt.lines.append(ExcerptLine{.kind = ExcerptLine::Kind::Gap});
        m_shownTo = from;
        addContext(change.rightStart);
        for (std::uint32_t line = 0; line < change.leftCount; ++line)
            add(ExcerptLine::Kind::Removed, m_left, change.leftStart + line, refinement.leftSpans);
        for (std::uint32_t line = 0; line < change.rightCount; ++line)
            add(ExcerptLine::Kind::Added, m_right, change.rightStart + line, refinement.rightSpans);
        m_shownTo = change.rightStart + change.rightCount;
        m_afterChange = true;
    }

    /// Equal lines up to \p end of the right side.
    void addContext(std::int64_t end)
    {
        const std::int64_t last =
            std::min<std::int64_t>(end, static_cast<std::int64_t>(m_right.starts.size()) - 1);
        if (!m_afterChange && end == m_shownTo + kContext)
            return;
        for (; m_shownTo < last && !isFull(); ++m_shownTo)
            add(ExcerptLine::Kind::Context, m_right, static_cast<std::uint32_t>(m_shownTo), {});
    }

    void add(ExcerptLine::Kind kind, const Side &side, std::uint32_t number,
             const std::vector<diff::Span> &spans)
    {
        if (isFull()) {
            m_excerpt.left += kind == ExcerptLine::Kind::Context ? 0 : 1;
            return;
        }
        const diff::Span line = side.line(number);
        ExcerptLine shown{.kind = kind, .number = number + 1};
        std::uint32_t at = line.begin;
        auto span = std::ranges::lower_bound(spans, line.begin, {}, &diff::Span::begin);
        for (; span != spans.end() && span->begin < line.end; ++span) {
            shown.text += side.shown(at, span->begin);
            const int position = static_cast<int>(shown.text.size());
            at = std::min(span->end, line.end);
            shown.text += side.shown(span->begin, at);
            shown.words.append({position, static_cast<int>(shown.text.size()) - position});
        }
        shown.text += side.shown(at, line.end);
        cut(shown);
        m_excerpt.lines.append(shown);
    }

    diff::Comparison m_comparison;
    Side m_left;
    Side m_right;
    ChangeExcerpt m_excerpt;
    std::int64_t m_shownTo = 0; ///< Lines of the right side that were shown or passed over.
    bool m_afterChange = false;
};

} // namespace

ChangeExcerpt excerptOf(const QByteArray &before, const QByteArray &after,
                        std::chrono::milliseconds patience)
{
    if (before == after)
        return {.isSame = true};
    const auto deadline = std::chrono::steady_clock::now() + patience;
    ChangeExcerpt excerpt = Excerpter(before, after, deadline).run();
    excerpt.words = ChangeWords::sentence(
        diff::summarizeChanges(viewOf(before), viewOf(after), {.deadline = deadline}));
    return excerpt;
}

} // namespace edgewright
