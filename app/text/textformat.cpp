// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/textformat.h"

#include "text/utf8.h"

#include <QCoreApplication>

#include <array>
#include <string_view>

namespace edgewright {

namespace {

class TextFormatNames final {
    Q_DECLARE_TR_FUNCTIONS(edgewright::TextFormat)
};

constexpr qsizetype kIndentationSample = 256 * 1024;
constexpr std::size_t kWidest = 8;

LineEnd detectLineEnd(std::string_view text)
{
    bool lf = false;
    bool crLf = false;
    bool cr = false;
    for (std::size_t at = text.find_first_of("\r\n"); at != std::string_view::npos;
         at = text.find_first_of("\r\n", at + 1))
    {
        const bool pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
        crLf = crLf || pair;
        lf = lf || text[at] == '\n';
        cr = cr || (text[at] == '\r' && !pair);
        at += pair ? 1 : 0;
    }
    if (int{lf} + int{crLf} + int{cr} > 1)
        return LineEnd::Mixed;
    if (crLf)
        return LineEnd::CrLf;
    if (cr)
        return LineEnd::Cr;
    return lf ? LineEnd::Lf : LineEnd::None;
}

/// Counts how far lines stand from the line before; the commonest step is the width.
class IndentationGuess final {
public:
    void add(std::string_view line)
    {
        const std::size_t depth = line.find_first_not_of(" \t");
        // Continuation lines of a comment stand one column off.
        if (depth == std::string_view::npos || line[depth] == '*')
            return;
        if (depth > 0 && line[0] == '\t') {
            ++m_tabs;
            m_before = 0;
            return;
        }
        m_spaces += depth > 1 ? 1 : 0;
        const std::size_t step = depth > m_before ? depth - m_before : m_before - depth;
        if (step >= 2 && step <= kWidest)
            ++m_steps[step];
        m_before = depth;
    }

    [[nodiscard]] Indentation result() const
    {
        if (m_tabs > m_spaces)
            return {.tabs = true, .width = 4};
        std::size_t best = 2;
        for (std::size_t step = 2; step <= kWidest; ++step)
            best = m_steps[step] > m_steps[best] ? step : best;
        return {.tabs = false, .width = static_cast<int>(best)};
    }

private:
    std::array<int, kWidest + 1> m_steps{};
    std::size_t m_before = 0;
    int m_tabs = 0;
    int m_spaces = 0;
};

Indentation detectIndentation(std::string_view text)
{
    IndentationGuess guess;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of("\r\n");
        guess.add(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return guess.result();
}

} // namespace

TextFormat detectFormat(const QByteArray &utf8)
{
    const std::string_view text(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    const bool marked = utf8.startsWith("\xEF\xBB\xBF");
    const QByteArrayView sample = QByteArrayView(utf8).first(qMin(utf8.size(), kIndentationSample));
    return {
        .byteOrderMark = marked,
        .lineEnd = detectLineEnd(text),
        .finalNewline = text.ends_with('\n') || text.ends_with('\r'),
        .indentation = detectIndentation({sample.data(), static_cast<std::size_t>(sample.size())}),
    };
}

QString displayName(LineEnd lineEnd)
{
    switch (lineEnd) {
    case LineEnd::None:
        return TextFormatNames::tr("No line ends");
    case LineEnd::Lf:
        return QStringLiteral("LF");
    case LineEnd::CrLf:
        return QStringLiteral("CRLF");
    case LineEnd::Cr:
        return QStringLiteral("CR");
    case LineEnd::Mixed:
        break;
    }
    return TextFormatNames::tr("Mixed line ends");
}

bool isUtf8(const QByteArray &bytes)
{
    return checkUtf8({bytes.constData(), static_cast<std::size_t>(bytes.size())}).isValid();
}

} // namespace edgewright
