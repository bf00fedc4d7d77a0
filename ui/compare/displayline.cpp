// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/displayline.h"

#include "common/times.h"
#include "compare/linecharacters.h"
#include "text/suspicious.h"

#include <algorithm>
#include <tuple>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t kLongLine = 2000;
constexpr std::uint32_t kBeginning = 400;
constexpr std::uint32_t kAround = 100;
constexpr std::uint32_t kLongestSpan = 400;
constexpr int kTabColumns = 4;

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The parts of a long line that are drawn: ascending, apart from each other, cut between
/// characters.
std::vector<diff::Span> shownParts(std::string_view line, const std::vector<diff::Span> &keep)
{
    const auto size = static_cast<std::uint32_t>(line.size());
    if (size <= kLongLine)
        return {{.begin = 0, .end = size}};
    std::vector<diff::Span> parts{{.begin = 0, .end = keep.empty() ? kLongLine : kBeginning}};
    std::uint32_t total = kBeginning;
    for (const diff::Span &span : keep) {
        const std::uint32_t begin = span.begin > kAround ? span.begin - kAround : 0;
        const std::uint32_t end =
            std::min({span.end + kAround, span.begin + kLongestSpan + kAround, size});
        if (total > kLongLine)
            break;
        total += end - begin;
        if (begin <= parts.back().end + kAround)
            parts.back().end = std::max(parts.back().end, end);
        else
            parts.push_back({.begin = begin, .end = end});
    }
    for (diff::Span &part : parts) {
        while (part.begin > 0 && isContinuation(line[part.begin]))
            --part.begin;
        while (part.end < size && isContinuation(line[part.end]))
            ++part.end;
    }
    return parts;
}

/// Goes through what is drawn of a line and says where it is wrapped; what is done with it is up to
/// \p Sink: put(text, byte, kind), character(code point, byte) and wrap(place).
template <typename Sink>
class LineWalker final {
public:
    LineWalker(std::string_view line, int columns, Sink &sink)
        : m_line(line)
        , m_breaker(columns)
        , m_sink(sink)
    {
    }

    void walk(const std::vector<diff::Span> &keep)
    {
        std::uint32_t shown = 0;
        for (const diff::Span &part : shownParts(m_line, keep)) {
            elide(shown, part.begin);
            for (std::uint32_t at = part.begin; at < part.end;)
                at += step(at);
            shown = part.end;
        }
        elide(shown, static_cast<std::uint32_t>(m_line.size()));
    }

    [[nodiscard]] int rows() const { return m_breaker.rows(); }

private:
    std::uint32_t step(std::uint32_t at)
    {
        const LineCharacter character = characterAt(m_line, at);
        const bool isJoined = joinsEmoji(m_before, character.codePoint);
        const bool isPlain =
            isJoined || (character.codePoint >= 0x20 && character.codePoint < 0x7F);
        const QString box =
            isPlain ? QString() : boxText(character, static_cast<unsigned char>(m_line[at]));
        if (box.isEmpty()) {
            place(widthOf(character.codePoint), endsPiece(character.codePoint));
            m_sink.character(character.codePoint, at);
        } else {
            place(static_cast<int>(box.size()), false);
            m_sink.put(box, at, DisplayLine::MarkKind::Box);
        }
        m_before = character.codePoint;
        return character.length;
    }

    [[nodiscard]] int widthOf(char32_t codePoint) const
    {
        if (codePoint == U'\t')
            return kTabColumns - m_breaker.used() % kTabColumns;
        return m_before == 0x200D ? 0 : columnsOf(codePoint);
    }

    void elide(std::uint32_t from, std::uint32_t to)
    {
        if (from >= to)
            return;
        const QString words = u" ⋯ %1 ⋯ "_s.arg(sizeText(to - from));
        place(static_cast<int>(words.size()), true);
        m_sink.put(words, from, DisplayLine::MarkKind::Elision);
    }

    void place(int columns, bool isEnd)
    {
        const int broken = m_breaker.add(m_place++, columns, isEnd);
        if (broken >= 0)
            m_sink.wrap(broken);
    }

    std::string_view m_line;
    LineBreaker m_breaker;
    Sink &m_sink;
    char32_t m_before = 0;
    int m_place = 0;
};

struct NoSink {
    void character(char32_t /*codePoint*/, std::uint32_t /*byte*/) {}
    void put(const QString & /*text*/, std::uint32_t /*byte*/, DisplayLine::MarkKind /*kind*/) {}
    void wrap(int /*place*/) {}
};

class TextSink final {
public:
    explicit TextSink(DisplayLine &out)
        : m_out(out)
    {
    }

    void character(char32_t codePoint, std::uint32_t byte)
    {
        m_units.push_back(static_cast<int>(m_out.text.size()));
        append(QString::fromUcs4(&codePoint, 1), byte);
    }
    void put(const QString &text, std::uint32_t byte, DisplayLine::MarkKind kind)
    {
        const auto begin = static_cast<int>(m_out.text.size());
        m_units.push_back(begin);
        append(text, byte);
        m_out.marks.push_back(
            {.begin = begin, .end = static_cast<int>(m_out.text.size()), .kind = kind});
    }
    void wrap(int place)
    {
        const auto at = static_cast<std::size_t>(place);
        m_breaks.push_back(at < m_units.size() ? m_units[at] : static_cast<int>(m_out.text.size()));
    }

    /// The breaks are put in last, so that all places before were those of the text alone.
    void finish()
    {
        for (auto unit = m_breaks.rbegin(); unit != m_breaks.rend(); ++unit) {
            m_out.text.insert(*unit, QChar(QChar::LineSeparator));
            const auto place = m_out.byteOf.begin() + *unit;
            m_out.byteOf.insert(place, *place);
        }
        for (DisplayLine::Mark &mark : m_out.marks) {
            const auto before =
                std::upper_bound(m_breaks.begin(), m_breaks.end(), mark.begin) - m_breaks.begin();
            mark.begin += static_cast<int>(before);
            mark.end += static_cast<int>(before);
        }
    }

private:
    void append(const QString &text, std::uint32_t byte)
    {
        m_out.text += text;
        m_out.byteOf.resize(static_cast<std::size_t>(m_out.text.size()), byte);
    }

    DisplayLine &m_out;
    std::vector<int> m_units; ///< Where each place begins in the text.
    std::vector<int> m_breaks;
};

void markLookAlikes(DisplayLine &out, std::string_view line)
{
    const auto size = static_cast<qsizetype>(std::min<std::size_t>(line.size(), kLongLine));
    const QByteArray bytes = QByteArray::fromRawData(line.data(), size);
    for (const SuspiciousCharacter &found : findSuspicious(bytes)) {
        if (found.kind != SuspiciousKind::LookAlike)
            continue;
        const auto byte = static_cast<std::uint32_t>(found.offset);
        int begin = out.unitOf(byte);
        if (begin < out.text.size() && out.text.at(begin) == QChar(QChar::LineSeparator))
            ++begin;
        out.marks.push_back({.begin = begin,
                             .end = out.unitOf(byte + 1),
                             .kind = DisplayLine::MarkKind::LookAlike});
    }
}

} // namespace

int DisplayLine::unitOf(std::uint32_t byte) const
{
    return static_cast<int>(std::lower_bound(byteOf.begin(), byteOf.end(), byte) - byteOf.begin());
}

std::uint32_t DisplayLine::byteAt(int unit) const
{
    const auto last = static_cast<int>(byteOf.size()) - 1;
    return byteOf[static_cast<std::size_t>(std::clamp(unit, 0, last))];
}

DisplayLine displayLine(std::string_view line, const std::vector<diff::Span> &keep, int columns)
{
    DisplayLine out;
    TextSink sink(out);
    LineWalker<TextSink> walker(line, columns, sink);
    walker.walk(keep);
    out.byteOf.push_back(static_cast<std::uint32_t>(line.size()));
    sink.finish();
    const bool isAscii = std::none_of(line.begin(), line.end(), [](char c) { return c < 0; });
    if (!isAscii)
        markLookAlikes(out, line);
    return out;
}

bool isCutDown(std::string_view line)
{
    return line.size() > kLongLine;
}

int wrappedRows(std::string_view line, const std::vector<diff::Span> &keep, int columns)
{
    const bool isPlain =
        std::all_of(line.begin(), line.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
    if (isPlain && !isCutDown(line)) {
        LineBreaker breaker(columns);
        int place = 0;
        for (const char c : line)
            std::ignore = breaker.add(place++, 1, endsPiece(static_cast<unsigned char>(c)));
        return breaker.rows();
    }
    NoSink sink;
    LineWalker<NoSink> walker(line, columns, sink);
    walker.walk(keep);
    return walker.rows();
}

} // namespace edgewright
