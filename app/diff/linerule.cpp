// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/linerule.h"

#include "diff/bytehash.h"

#include <algorithm>

namespace edgewright::diff {

namespace {

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

std::size_t skipSpace(std::string_view line, std::size_t at)
{
    while (at < line.size() && isSpace(line[at]))
        ++at;
    return at;
}

} // namespace

LineRule::LineRule(Ignore ignore)
    : m_ignore(ignore)
    , m_isExact(!ignore.trailingSpace && !ignore.allSpace && !ignore.lineEnds)
{
}

bool LineRule::same(std::string_view left, std::string_view right) const
{
    if (left == right)
        return true;
    if (m_isExact)
        return false;
    if (!m_ignore.allSpace)
        return cut(left) == cut(right);
    std::size_t l = skipSpace(left, 0);
    std::size_t r = skipSpace(right, 0);
    while (l < left.size() && r < right.size()) {
        if (left[l] != right[r])
            return false;
        l = skipSpace(left, l + 1);
        r = skipSpace(right, r + 1);
    }
    return l == left.size() && r == right.size();
}

std::uint64_t LineRule::hash(std::string_view line)
{
    if (m_isExact)
        return hashBytes(line);
    if (!m_ignore.allSpace)
        return hashBytes(cut(line));
    m_buffer.resize(line.size());
    const auto end = std::copy_if(line.begin(), line.end(), m_buffer.begin(),
                                  [](char c) { return !isSpace(c); });
    return hashBytes({m_buffer.data(), static_cast<std::size_t>(end - m_buffer.begin())});
}

bool LineRule::isBlank(std::string_view line) const
{
    if (m_ignore.allSpace || m_ignore.trailingSpace)
        return std::all_of(line.begin(), line.end(), isSpace);
    return line == "\n" || line == "\r\n" || line.empty();
}

// Without the space at the end: a line that lacks only its newline is then equal, too.
std::string_view LineRule::cut(std::string_view line) const
{
    if (m_ignore.trailingSpace || m_ignore.allSpace) {
        while (!line.empty() && isSpace(line.back()))
            line.remove_suffix(1);
        return line;
    }
    if (line.ends_with("\r\n"))
        return line.substr(0, line.size() - 2);
    if (line.ends_with('\n'))
        return line.substr(0, line.size() - 1);
    return line;
}

} // namespace edgewright::diff
