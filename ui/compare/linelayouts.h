// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "compare/comparedocument.h"
#include "compare/displayline.h"

#include <QCache>
#include <QFont>
#include <QTextLayout>

namespace edgewright {

/// A line ready to be drawn.
struct LaidLine {
    DisplayLine line;
    QTextLayout layout;

    /// Distance of a byte of the line from the start of the text.
    [[nodiscard]] qreal xOf(std::uint32_t byte) const;
    [[nodiscard]] qreal xOfUnit(int unit) const;
    /// The byte whose left edge is nearest to \p x.
    [[nodiscard]] std::uint32_t byteAt(qreal x) const;
    [[nodiscard]] qreal width() const;
};

/// Lays lines out when they are first drawn, coloured by the tokenizer, and keeps the last
/// thousand. GUI thread.
class LineLayouts final {
public:
    void setDocument(CompareDocumentPtr document);
    void setSyntax(SyntaxPair syntax);
    void setTheme(const Theme &theme);
    void setFont(const QFont &font);

    [[nodiscard]] const LaidLine &at(Side side, std::uint32_t line) const;
    /// Lines laid out since the start, for tests that count work.
    [[nodiscard]] int laidOut() const { return m_laidOut; }

private:
    [[nodiscard]] LaidLine *lay(Side side, std::uint32_t line) const;
    [[nodiscard]] QList<QTextLayout::FormatRange> formats(Side side, std::uint32_t line,
                                                          const DisplayLine &shown) const;

    CompareDocumentPtr m_document;
    SyntaxPair m_syntax;
    const Theme *m_theme = &theme(ThemeKind::Light);
    QFont m_font;
    mutable QCache<quint64, LaidLine> m_lines{1000};
    mutable int m_laidOut = 0;
};

} // namespace edgewright
