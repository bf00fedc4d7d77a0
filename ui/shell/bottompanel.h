// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

#include <functional>

class QTabWidget;

namespace edgewright {

/// The dock below the code: a tab each for search results, the ledger and what else looks at more
/// than the text on screen. Hidden until a page is asked for.
class BottomPanel final : public QDockWidget {
    Q_OBJECT

public:
    explicit BottomPanel(QWidget *parent = nullptr);

    /// The page belongs to the panel from now on; \p title makes its tab's text for each language.
    void addPage(QWidget *page, const std::function<QString()> &title);
    /// Brings the panel and \p page to the front and gives it the focus.
    void showPage(QWidget *page);
    [[nodiscard]] QWidget *currentPage() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QTabWidget *m_tabs;
    QList<std::function<QString()>> m_titles;
};

} // namespace edgewright
