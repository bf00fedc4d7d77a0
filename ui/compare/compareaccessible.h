// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparecanvas.h"

#include <QAccessibleWidget>

namespace edgewright {

/// The rows of a comparison as a plain unified list for screen readers: "Line 3 removed: let u",
/// folded stretches in words. Of very long comparisons the part around the caret. Read only; the
/// caret is that of the canvas.
class CompareAccessible final : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit CompareAccessible(CompareCanvas *canvas);

    /// Makes every CompareCanvas accessible; any number of calls.
    static void install();

    void *interface_cast(QAccessible::InterfaceType type) override;

    void selection(int index, int *start, int *end) const override;
    [[nodiscard]] int selectionCount() const override { return 0; }
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}
    [[nodiscard]] int cursorPosition() const override;
    void setCursorPosition(int position) override;
    [[nodiscard]] QString text(int start, int end) const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    [[nodiscard]] int characterCount() const override;
    [[nodiscard]] QRect characterRect(int offset) const override;
    [[nodiscard]] int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int start, int end) override;
    QString attributes(int offset, int *start, int *end) const override;

private:
    [[nodiscard]] const CompareCanvas &canvas() const;
    void read() const;
    [[nodiscard]] int indexAt(int offset) const;

    mutable QString m_text;
    mutable std::vector<int> m_starts; ///< Where each row begins in m_text.
    mutable int m_first = 0;           ///< The row that m_text begins with.
    mutable int m_version = -1;
};

} // namespace edgewright
