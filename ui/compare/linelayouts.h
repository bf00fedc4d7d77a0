// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "compare/comparedocument.h"
#include "compare/displayline.h"

#include <QCache>
#include <QFont>
#include <QTextLayout>

namespace edgewright {

/// How high the rows of a wrapped line are, and where its text stands in them.
struct RowMetrics {
    int height = 18;
    int ascent = 14;
};

/// A line ready to be drawn; wrapped it has several rows.
struct LaidLine {
    /// A place in the rows.
    struct Place {
        int row = 0;
        qreal x = 0.0;
    };
    /// A part of one row.
    struct Stretch {
        int row = 0;
        qreal from = 0.0;
        qreal to = 0.0;
    };

    DisplayLine line;
    QTextLayout layout;

    [[nodiscard]] int rows() const { return std::max(1, layout.lineCount()); }
    /// Distance of a byte of the line from the start of its row.
    [[nodiscard]] Place placeOf(std::uint32_t byte) const;
    [[nodiscard]] qreal xOf(std::uint32_t byte) const { return placeOf(byte).x; }
    /// The parts of rows between two units of the text, or two bytes of the line.
    [[nodiscard]] std::vector<Stretch> stretchesOfUnits(int begin, int end) const;
    [[nodiscard]] std::vector<Stretch> stretches(diff::Span bytes) const;
    /// The byte whose left edge is nearest to \p x.
    [[nodiscard]] std::uint32_t byteAt(qreal x, int row = 0) const;
    [[nodiscard]] qreal width(int row) const;
};

/// Lays lines out when they are first drawn, coloured by the tokenizer, and keeps the last
/// thousand. GUI thread.
class LineLayouts final {
public:
    void setDocument(CompareDocumentPtr document);
    void setSyntax(SyntaxPair syntax);
    void setTheme(const Theme &theme);
    void setFont(const QFont &font, const RowMetrics &metrics);
    /// Wraps after so many columns; 0 never.
    void setColumns(int columns);

    [[nodiscard]] const LaidLine &at(Side side, std::uint32_t line) const;
    /// What the code above a line leaves the tokenizer in; \p line may be behind the last one.
    [[nodiscard]] javascript::LineState stateBefore(Side side, std::uint32_t line) const;
    /// Lines laid out since the start, for tests that count work.
    [[nodiscard]] int laidOut() const { return m_laidOut; }

private:
    [[nodiscard]] const SyntaxMap &syntax(Side side) const;
    [[nodiscard]] LaidLine *lay(Side side, std::uint32_t line) const;
    [[nodiscard]] QList<QTextLayout::FormatRange> formats(Side side, std::uint32_t line,
                                                          const DisplayLine &shown) const;

    CompareDocumentPtr m_document;
    SyntaxPair m_syntax;
    const Theme *m_theme = &theme(ThemeKind::Light);
    QFont m_font;
    RowMetrics m_metrics;
    int m_columns = 0;
    mutable QCache<quint64, LaidLine> m_lines{1000};
    mutable int m_laidOut = 0;
};

} // namespace edgewright
