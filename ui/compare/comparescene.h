// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/foldedrows.h"
#include "compare/linelayouts.h"
#include "compare/linewrap.h"
#include "compare/rowplaces.h"

#include <QHash>
#include <QRect>

#include <optional>

namespace edgewright {

/// A place in the text of one side: a row of the full rows and a byte in its line.
struct ComparePosition {
    std::uint32_t row = 0;
    std::uint32_t byte = 0;

    [[nodiscard]] auto operator<=>(const ComparePosition &other) const = default;
};

/// What is selected, on one side; nothing while both ends are equal.
struct CompareSelection {
    Side side = Side::Right;
    ComparePosition anchor;
    ComparePosition head;

    [[nodiscard]] bool isEmpty() const { return anchor == head; }
    [[nodiscard]] ComparePosition begin() const { return std::min(anchor, head); }
    [[nodiscard]] ComparePosition end() const { return std::max(anchor, head); }
};

/// Bytes of a line that a search found.
struct CompareMatch {
    Side side = Side::Left;
    std::uint32_t line = 0;
    diff::Span bytes;

    [[nodiscard]] bool operator==(const CompareMatch &other) const = default;
};

/// Everything about the picture except its pixels: which rows there are, where each cell lies, what
/// is selected and marked. Coordinates are those of the viewport without vertical scrolling.
class CompareScene final {
public:
    /// Left edges and widths of the parts of one side's cells.
    struct Column {
        int left = 0;
        int right = 0;       ///< One past the last pixel.
        int numberRight = 0; ///< Where the line number ends.
        int signLeft = 0;
        int textLeft = 0;
    };

    void setDocument(CompareDocumentPtr document);
    void setSyntax(SyntaxPair syntax) { m_layouts.setSyntax(std::move(syntax)); }
    void setUnified(bool unified);
    void setContext(int context);
    void setTheme(const Theme &theme, bool colorBlindSafe);
    void setFont(const QFont &font);
    void setWidth(int width) { m_width = width; }
    void setWrapped(bool wrapped) { m_wrapped = wrapped; }
    /// Must follow whatever changes rows, width, font, wrapping or room.
    void placeRows();
    /// Leaves pixels free below a full row, until other rows are set.
    void setRoom(std::uint32_t row, int pixels) { m_room = {row, pixels}; }

    [[nodiscard]] bool isEmpty() const { return m_document == nullptr; }
    [[nodiscard]] const CompareDocument &document() const { return *m_document; }
    [[nodiscard]] const CompareDocumentPtr &shared() const { return m_document; }
    [[nodiscard]] bool isUnified() const { return m_unified; }
    [[nodiscard]] int context() const { return m_context; }
    [[nodiscard]] const Theme &theme() const { return *m_theme; }
    [[nodiscard]] const DiffColors &colors() const { return m_theme->diff(m_colorBlindSafe); }
    [[nodiscard]] const QFont &font() const { return m_font; }
    [[nodiscard]] const LineLayouts &layouts() const { return m_layouts; }

    [[nodiscard]] FoldedRows &folds() { return m_folds; }
    [[nodiscard]] const FoldedRows &folds() const { return m_folds; }
    [[nodiscard]] const std::vector<diff::Row> &rows() const;
    /// First and one past the last full row of a change.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> changeRows(int change) const;
    /// The full row that shows a line.
    [[nodiscard]] std::uint32_t rowOf(Side side, std::uint32_t line) const;
    /// In a unified view each row has one side, whatever was asked for.
    [[nodiscard]] Side sideOf(std::uint32_t row, Side wanted) const;
    [[nodiscard]] std::optional<std::uint32_t> lineOf(std::uint32_t row, Side side) const;
    /// The function around a line; empty outside of all.
    [[nodiscard]] QString functionAt(Side side, std::uint32_t line) const;
    [[nodiscard]] std::uint32_t lineLength(std::uint32_t row, Side side) const;

    [[nodiscard]] int rowHeight() const { return m_rowHeight; }
    [[nodiscard]] int ascent() const { return m_ascent; }
    [[nodiscard]] int charWidth() const { return m_charWidth; }
    [[nodiscard]] bool isWrapped() const { return m_wrapped; }
    [[nodiscard]] LineWrap &wrap() { return m_wrap; }
    [[nodiscard]] const LineWrap &wrap() const { return m_wrap; }
    /// Of what folds() has.
    [[nodiscard]] const RowPlaces &places() const { return m_places; }
    [[nodiscard]] int contentHeight() const { return m_places.total(); }
    [[nodiscard]] int contentWidth() const; ///< Of the text of one side.
    [[nodiscard]] Column column(Side side) const;
    /// Between the sides: left edge and width; no width in a unified view.
    [[nodiscard]] std::pair<int, int> gap() const;
    [[nodiscard]] int unifiedLeftNumberRight() const;
    [[nodiscard]] Side sideAt(int x) const;
    /// \p inRow has its y counted from the top of the row.
    [[nodiscard]] ComparePosition positionAt(int index, Side side, QPoint inRow) const;

    /// The original text of the selection: no fillers, no signs, folded lines included.
    [[nodiscard]] QByteArray selectedText() const;
    [[nodiscard]] CompareSelection lineSelection(std::uint32_t row, Side side) const;
    [[nodiscard]] CompareSelection wordSelection(ComparePosition at, Side side) const;

    CompareSelection selection;
    std::vector<CompareMatch> matches; ///< Ascending by side and line.
    int currentMatch = -1;
    int currentChange = -1;
    int horizontalOffset = 0;
    int caret = 0; ///< Index in folds().
    Side activeSide = Side::Right;
    int hoveredBand = -1; ///< Index in folds().

private:
    [[nodiscard]] int numberWidth() const;
    void placeLines();

    CompareDocumentPtr m_document;
    LineLayouts m_layouts;
    FoldedRows m_folds;
    LineWrap m_wrap;
    RowPlaces m_places;
    mutable QHash<quint64, QString> m_functions; ///< Those asked for: a search in the text each.
    const Theme *m_theme = &edgewright::theme(ThemeKind::Light);
    QFont m_font;
    bool m_colorBlindSafe = false;
    bool m_unified = false;
    bool m_wrapped = false;
    int m_context = 3;
    std::pair<std::uint32_t, int> m_room{0, 0};
    int m_width = 0;
    int m_rowHeight = 18;
    int m_ascent = 14;
    int m_charWidth = 8;
    int m_cellWidth = 8; ///< No letter of the font is wider; half a wide one.
};

} // namespace edgewright
