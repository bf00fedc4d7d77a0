// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/functionname.h"

#include <QRegularExpression>

#include <algorithm>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t kFarthest = 1500;
constexpr std::size_t kLongestHead = 300;

std::size_t indentationOf(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(" \t");
    return first == std::string_view::npos ? line.size() : first;
}

bool isBlank(std::string_view line)
{
    return indentationOf(line) == line.size();
}

/// The name in a line that opens a function, method, arrow function or class.
QString nameIn(std::string_view line)
{
    static const QRegularExpression definition(
        uR"((?:\bfunction\b\s*\*?\s*|\bclass\s+)([\w$]+))"_s);
    static const QRegularExpression arrow(
        uR"(([\w0]+)\s*[:=]\s*(?:async\s*)?(?:function\b|\([^)]*\)\s*=>|[\w$]+\s*=>))"_s);
    static const QRegularExpression method(
        uR"(^\s*(?:static\s+|async\s+|get\s+|set\s+|\*\s*)*([\w0]+)\s*\([^;]*\{\s*$)"_s);
    static const QRegularExpression statement(
        u"^\\s*(?:if|for|while|switch|catch|with|return|do|else|try)\\b"_s);
    const QString text =
        QString::fromUtf8(line.data(), static_cast<qsizetype>(std::min(line.size(), kLongestHead)));
    if (statement.match(text).hasMatch())
        return {};
    for (const QRegularExpression *pattern : {&definition, &arrow, &method}) {
        const QRegularExpressionMatch match = pattern->match(text);
        if (match.hasMatch())
            return match.captured(1);
    }
    return {};
}

} // namespace

QString enclosingFunction(const CompareDocument &document, Side side, std::uint32_t line)
{
    std::uint32_t at = line;
    while (at < document.lineCount(side) && isBlank(document.line(side, at)))
        ++at;
    if (at >= document.lineCount(side))
        return {};
    std::size_t inside = indentationOf(document.line(side, at));
    // A closing bracket belongs to what it closes.
    if (document.line(side, at).substr(inside).starts_with('}'))
        ++inside;
    const std::uint32_t stop = at > kFarthest ? at - kFarthest : 0;
    while (at > stop && inside > 0) {
        const std::string_view above = document.line(side, --at);
        if (isBlank(above) || indentationOf(above) >= inside)
            continue;
        inside = indentationOf(above);
        const QString name = nameIn(above);
        if (!name.isEmpty())
            return name;
    }
    return {};
}

} // namespace edgewright
