// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/elidedlabel.h"
#include "common/theme.h"
#include "diff/changesummary.h"

#include <QToolButton>

#include <optional>

namespace edgewright {

/// One line of what changed, in words; opens to as many lines as the words need. Screen readers
/// always read all of it.
class ChangeLine final : public QWidget {
    Q_OBJECT

public:
    explicit ChangeLine(QWidget *parent = nullptr);

    /// Nothing: not known yet, and the room stays free.
    void setSummary(std::optional<diff::ChangeSummary> summary);
    void applyTheme(const Theme &theme);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showWords();
    void showOpen();
    void retranslate();

    std::optional<diff::ChangeSummary> m_summary;
    QToolButton *m_open;
    ElidedLabel *m_line;
    QLabel *m_all;
};

} // namespace edgewright
