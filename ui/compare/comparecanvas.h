// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/blockedit.h"
#include "compare/comparescene.h"

#include <QAbstractScrollArea>
#include <QTimer>

class QHelpEvent;
class QMenu;

namespace edgewright {

class BlockButtons;
class InlineEdit;
class WrapCounter;

/// Shows the rows of a comparison, both sides in one viewport so that they can never drift apart.
/// Scrolls, selects, copies, opens folded stretches. GUI thread; paints visible rows only.
class CompareCanvas final : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit CompareCanvas(QWidget *parent = nullptr);
    ~CompareCanvas() override;
    Q_DISABLE_COPY_MOVE(CompareCanvas)
    [[nodiscard]] const CompareScene &scene() const { return m_scene; }

    /// With \p keepPlace the caret stays at its line, otherwise the first change is shown.
    void setDocument(CompareDocumentPtr document, bool keepPlace);
    void setSyntax(SyntaxPair syntax);
    void setUnified(bool unified);
    void setContext(int context); ///< Less than 0 shows the whole file.
    void applyTheme(const Theme &theme, bool colorBlindSafe);
    void setCodeFont(const QFont &font);
    void setWrapped(bool wrapped); ///< Long lines go on in the next row.
    void zoom(int steps);          ///< 0 goes back to the font of setCodeFont().

    void showChange(int change);
    /// The change under the caret, or -1.
    [[nodiscard]] int changeAtCaret() const;
    /// The change to go to from the caret; wraps.
    [[nodiscard]] int changeAfterCaret() const;
    [[nodiscard]] int changeBeforeCaret() const;

    /// Where the lines of the caret were moved to or from, if they were.
    void goToOtherEnd();

    void setMatches(std::vector<CompareMatch> matches);
    void showMatch(int match);

    /// Where a line is drawn, empty when it is folded; in viewport coordinates.
    [[nodiscard]] QRect lineRect(Side side, std::uint32_t line) const;
    [[nodiscard]] QByteArray selectedText() const { return m_scene.selectedText(); }
    void copy() const;
    void selectAll();
    void setCaret(int index) { moveCaret(index, false); }
    /// Changes whenever what could be read does.
    [[nodiscard]] int rowsVersion() const { return m_rowsVersion; }
    [[nodiscard]] QRect rowRect(int index) const; ///< Of the whole width, in the viewport.
    [[nodiscard]] int indexAt(int y) const;       ///< -1 below the last row.
    void scrollToRow(int index, double fraction); ///< \p fraction of the height stays above it.
    void ensureSeen(int top, int bottom);         ///< In viewport coordinates.
    [[nodiscard]] InlineEdit &inlineEdit() const { return *m_inlineEdit; }
    void makeRoom(std::uint32_t row, int pixels); ///< Free space below a full row.

signals:
    void caretMoved();
    void rowsChanged(); ///< Folded, unfolded, other rows, other size.
    void lineActivated(edgewright::Side side, int line);
    void blockTaken(const edgewright::CompareEdit &edit);
    /// Further actions may be added before the menu shows.
    void contextMenuAboutToShow(QMenu *menu);
    void undoRequested();
    void redoRequested();

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    /// A line of the right text and how far below the upper edge it stands.
    struct KeptPlace {
        std::optional<std::uint32_t> line;
        int y = 0;
    };

    [[nodiscard]] int scrolled() const;
    [[nodiscard]] KeptPlace keptPlace() const;
    /// The line of the right text that is shown at a row or after it.
    [[nodiscard]] std::optional<std::uint32_t> lineFrom(int index) const;
    [[nodiscard]] RowPlaces::Anchor topAnchor() const;
    void restore(const RowPlaces::Anchor &anchor);
    void takeWraps(const CompareDocumentPtr &document, const WrapCounts &counts);
    [[nodiscard]] int rowsPerPage() const;
    void updateScrollBars();
    void afterRowsChanged();
    void openBand(int index, bool all, FoldedRows::From from);
    [[nodiscard]] bool isOnBand() const;
    [[nodiscard]] bool isOnDraft() const; ///< The caret is where typing goes into the draft.
    /// Goes to the other end of a moved block when its mark is at \p point.
    bool followMark(int index, QPoint point);
    bool handleActKey(const QKeyEvent &event, bool onlyAsk);
    void actOnBlock(BlockAct act);
    void placeButtons();
    void pointAt(int index, Side side);
    [[nodiscard]] QString tipAt(QPoint point) const;
    bool showTip(const QHelpEvent &event);
    void moveCaret(int index, bool extend);
    void activateCaret(bool all);
    void ensureCaretVisible();
    bool handleEditKey(const QKeyEvent &event);
    bool handleMoveKey(const QKeyEvent &event);
    bool handleTyping(const QKeyEvent &event);
    [[nodiscard]] QPoint inRow(int index, QPoint point) const;
    void extendTo(QPoint point);
    void scrollWhileSelecting();
    void updateHover(QPoint point);
    void announceCaret();
    void tellCaret(); ///< To a screen reader, which then reads the line.
    [[nodiscard]] std::optional<std::uint32_t> topLine() const;

    CompareScene m_scene;
    BlockButtons *m_buttons;
    InlineEdit *m_inlineEdit;
    WrapCounter *m_wrapCounter;
    QFont m_codeFont;
    int m_zoom = 0;
    int m_rowsVersion = 0;
    QTimer m_selectionScroll;
    QPoint m_pointer;
    bool m_selecting = false;
};

} // namespace edgewright
