// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/elidedlabel.h"
#include "common/theme.h"
#include "compare/comparedocument.h"

#include <QToolButton>

#include <optional>
#include <utility>

namespace edgewright {

/// Names both sides of a comparison in words, with what was removed and added, and swaps them.
class CompareHeader final : public QWidget {
    Q_OBJECT

public:
    explicit CompareHeader(QWidget *parent = nullptr);

    void setTitles(const QString &left, const QString &right); ///< Foreign text.
    void setCounts(quint64 removed, quint64 added);
    void clearCounts();
    void setBusy(const QString &what); ///< Shown in place of the counts; empty when done.
    void applyTheme(const Theme &theme, bool colorBlindSafe);
    void setSwappable(bool on) { m_swap->setEnabled(on); }

signals:
    void swapRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void retranslate();
    void showCounts();

    ElidedLabel *m_left;
    QToolButton *m_swap;
    ElidedLabel *m_right;
    QLabel *m_added;
    QLabel *m_removed;
    ElidedLabel *m_busy;
    std::optional<std::pair<quint64, quint64>> m_counts; ///< Removed, added.
};

/// One line of facts about both texts; what differs stands out.
class CompareFooter final : public QWidget {
    Q_OBJECT

public:
    explicit CompareFooter(QWidget *parent = nullptr);

    void setDocument(const CompareDocumentPtr &document);
    void applyTheme(const Theme &theme);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showFacts();

    CompareDocumentPtr m_document;
    ElidedLabel *m_differing;
    ElidedLabel *m_common;
};

} // namespace edgewright
