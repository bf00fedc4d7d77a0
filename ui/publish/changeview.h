// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"
#include "publish/changeexcerpt.h"

#include <QPlainTextEdit>

namespace edgewright {

/// Shows an excerpt of a difference, to be read only: signs and line numbers first, colours second.
class ChangeView final : public QPlainTextEdit {
    Q_OBJECT

public:
    /// \p themes must outlive the view.
    explicit ChangeView(const ThemeService &themes, QWidget *parent = nullptr);

    void setExcerpt(const ChangeExcerpt &excerpt);
    /// As high as its lines, up to that many.
    void setMostLines(int lines);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void restyle();
    void fill();
    void append(QTextCursor &cursor, const ExcerptLine &line, int digits);

    const ThemeService &m_themes;
    ChangeExcerpt m_excerpt;
    int m_mostLines = 10;
};

} // namespace edgewright
