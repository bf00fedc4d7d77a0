// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparescene.h"

#include <QCoreApplication>
#include <QPainter>

namespace edgewright {

/// Draws the rows of a scene; knows nothing of widgets and events.
class ComparePainter final {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ComparePainter)

public:
    /// Both must outlive this.
    ComparePainter(const CompareScene &scene, QPainter &painter, bool hasFocus);

    /// Draws everything between the pixels \p top and \p bottom of the viewport, which shows the
    /// content from pixel \p scrolled on.
    void paint(const QRect &viewport, int scrolled);

    /// "⋯ 38 unchanged lines · handleRequest"
    [[nodiscard]] static QString bandText(const CompareScene &scene,
                                          const FoldedRows::Entry &entry);

private:
    struct Tone {
        QColor line;
        QColor word;
        QColor sign;
        QString glyph;
    };
    struct Cell {
        Side side = Side::Left;
        std::uint32_t line = 0;
        std::uint32_t row = 0;
        QRect area;
        CompareScene::Column column;
        bool active = false;
    };

    [[nodiscard]] Tone tone(std::uint32_t number) const;
    [[nodiscard]] Tone movedTone(Side side, std::uint32_t line) const;
    void paintBand(int index, const FoldedRows::Entry &entry, int y);
    void paintRow(int index, std::uint32_t row, int y);
    void paintFiller(const QRect &area);
    void paintCell(const Cell &cell, const Tone &tone);
    void paintNumbers(const Cell &cell, const Tone &tone);
    void paintText(const Cell &cell, const Tone &tone);
    void paintSpan(const LaidLine &laid, const Cell &cell, diff::Span span, const QColor &color);
    void paintMarks(const LaidLine &laid, const Cell &cell);
    void paintMatches(const LaidLine &laid, const Cell &cell);
    void paintSelection(const LaidLine &laid, const Cell &cell);
    void paintLineEnd(const LaidLine &laid, const Cell &cell);
    void paintCurrentChange(int scrolled);
    [[nodiscard]] qreal textX(const Cell &cell) const;
    [[nodiscard]] QRectF boxOf(const Cell &cell, const LaidLine::Stretch &stretch) const;

    const CompareScene &m_scene;
    QPainter &m_painter;
    QFont m_strong;
    bool m_hasFocus;
    int m_width = 0;
};

} // namespace edgewright
