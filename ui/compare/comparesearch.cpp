// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparesearch.h"

namespace edgewright {

namespace {

/// Bytes of the first \p units UTF-16 units.
std::uint32_t bytesOf(QStringView text)
{
    return static_cast<std::uint32_t>(text.toUtf8().size());
}

void findInLine(std::vector<CompareMatch> &out, CompareMatch at, std::string_view line,
                const QString &text, Qt::CaseSensitivity cases)
{
    const QString content = QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size()));
    for (qsizetype unit = content.indexOf(text, 0, cases); unit >= 0;
         unit = content.indexOf(text, unit + text.size(), cases))
    {
        const std::uint32_t begin = bytesOf(QStringView(content).first(unit));
        at.bytes = {.begin = begin,
                    .end = begin + bytesOf(QStringView(content).sliced(unit, text.size()))};
        out.push_back(at);
    }
}

} // namespace

std::vector<CompareMatch> findInBoth(const CompareDocument &document, const QString &text,
                                     Qt::CaseSensitivity cases, std::size_t limit)
{
    std::vector<CompareMatch> out;
    if (text.isEmpty())
        return out;
    for (const Side side : {Side::Left, Side::Right}) {
        const std::size_t enough = side == Side::Left ? limit / 2 : limit;
        for (std::uint32_t line = 0; line < document.lineCount(side) && out.size() < enough; ++line)
            findInLine(out, {.side = side, .line = line}, document.line(side, line), text, cases);
        if (out.size() > enough)
            out.resize(enough);
    }
    return out;
}

} // namespace edgewright
