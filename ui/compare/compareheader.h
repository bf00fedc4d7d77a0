// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/elidedlabel.h"
#include "common/theme.h"
#include "compare/comparedocument.h"
#include "diff/changesummary.h"

#include <QToolButton>

#include <optional>

class QLayout;

namespace edgewright {

class ChangeLine;

/// Says in words what is compared: both sides, how many lines went and came, what changed, what
/// differs besides the lines and what is wrong with a side. Swaps the sides.
class CompareHeader final : public QWidget {
    Q_OBJECT

public:
    explicit CompareHeader(QWidget *parent = nullptr);

    void setTitles(const QString &left, const QString &right); ///< Foreign text.
    /// Null: nothing is compared.
    void setDocument(const CompareDocumentPtr &document);
    /// Nothing: not known yet.
    void setSummary(const std::optional<diff::ChangeSummary> &summary);
    void setBusy(const QString &what); ///< Shown in place of the counts; empty when done.
    void applyTheme(const Theme &theme, bool colorBlindSafe);
    void setSwappable(bool on) { m_swap->setEnabled(on); }

signals:
    void swapRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    [[nodiscard]] QLayout *buildTitles();
    void retranslate();
    void showCounts();
    void showNotice();

    ElidedLabel *m_left;
    QToolButton *m_swap;
    ElidedLabel *m_right;
    QLabel *m_added;
    QLabel *m_removed;
    QLabel *m_functions;
    ElidedLabel *m_busy;
    ChangeLine *m_words;
    ElidedLabel *m_notice;
    CompareDocumentPtr m_document;
    int m_touched = 0; ///< Functions.
};

} // namespace edgewright
