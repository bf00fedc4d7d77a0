// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/codelines.h"

#include "diff/codelexer.h"

#include <algorithm>
#include <iterator>

namespace edgewright::diff {

namespace {

// What stands before a piece; none of them can begin one. With the kind of beginning written out,
// equal bytes are equal pieces.
constexpr char kPlain = ' ';
constexpr char kBreak = '\v';    ///< After a line end that counts.
constexpr char kGoesOn = '\x01'; ///< The rest of a lexeme that began in a line above.
constexpr char kInnerNewline = '\x02';
constexpr std::uint32_t kWorkPerLexeme = 60;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

class Writer final {
public:
    Writer(const LineTable &lines, Ignore ignore, CodeLines &out)
        : m_lines(lines)
        , m_ignore(ignore)
        , m_out(out)
    {
        m_out.text.reserve(lines.text.size());
        m_out.starts.reserve(lines.count + std::size_t{1});
        m_out.starts.push_back(0);
        m_out.firstPiece.reserve(lines.count + std::size_t{1});
        m_out.firstPiece.push_back(0);
    }

    void write(const Lexeme &lexeme)
    {
        while (m_lines.starts[m_line + 1] <= lexeme.begin)
            endLine();
        std::uint32_t begin = lexeme.begin;
        char sign = lexeme.breakCounts ? kBreak : kPlain;
        while (m_lines.starts[m_line + 1] < lexeme.end) {
            writePiece(sign, begin, m_lines.starts[m_line + 1], lexeme);
            begin = m_lines.starts[m_line + 1];
            sign = kGoesOn;
            endLine();
        }
        writePiece(sign, begin, lexeme.end, lexeme);
    }

    void finish()
    {
        while (m_line < m_lines.count)
            endLine();
    }

private:
    void endLine()
    {
        m_out.text += '\n';
        m_out.starts.push_back(static_cast<std::uint32_t>(m_out.text.size()));
        m_out.firstPiece.push_back(static_cast<std::uint32_t>(m_out.pieces.size()));
        ++m_line;
    }

    void writePiece(char sign, std::uint32_t begin, std::uint32_t end, const Lexeme &lexeme)
    {
        m_out.pieces.push_back(static_cast<std::uint32_t>(m_out.text.size()));
        m_out.text += sign;
        std::string_view bytes = m_lines.text.substr(begin, end - begin);
        const bool isCut = bytes.ends_with('\n');
        if (isCut)
            bytes.remove_suffix(1);
        if (isCut && m_ignore.lineEnds && bytes.ends_with('\r'))
            bytes.remove_suffix(1);
        if (lexeme.isComment() || (isCut && (m_ignore.trailingSpace || m_ignore.allSpace))) {
            while (!bytes.empty() && isBlank(bytes.back()))
                bytes.remove_suffix(1);
        }
        while (lexeme.isComment() && !bytes.empty() && isBlank(bytes.front()))
            bytes.remove_prefix(1);
        const std::size_t from = m_out.text.size();
        if (m_ignore.allSpace)
            std::copy_if(bytes.begin(), bytes.end(), std::back_inserter(m_out.text),
                         [](char c) { return !isBlank(c); });
        else
            m_out.text += bytes;
        // A newline ends a line and nothing else.
        std::replace(m_out.text.begin() + static_cast<std::ptrdiff_t>(from), m_out.text.end(), '\n',
                     kInnerNewline);
    }

    const LineTable &m_lines;
    Ignore m_ignore;
    CodeLines &m_out;
    std::uint32_t m_line = 0;
};

} // namespace

CodeLines codeLines(const LineTable &lines, Ignore ignore, Stop &stop)
{
    CodeLines result;
    Writer writer(lines, ignore, result);
    CodeLexer lexer(lines.text.substr(0, lines.starts[lines.count]));
    Lexeme lexeme;
    while (lexer.next(lexeme)) {
        if (stop.reached(kWorkPerLexeme))
            return {};
        writer.write(lexeme);
    }
    writer.finish();
    return result;
}

} // namespace edgewright::diff
