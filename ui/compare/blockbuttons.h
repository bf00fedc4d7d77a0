// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "compare/blockedit.h"

#include <QToolButton>

namespace edgewright {

/// Small buttons beside the change under the caret: take it into the draft, delete it from there.
class BlockButtons final : public QWidget {
    Q_OBJECT

public:
    explicit BlockButtons(QWidget *parent);

    /// For the change \p change of \p document, as high as \p height; hidden where nothing can be
    /// done.
    void offer(const CompareDocument &document, int change, int height);
    void applyTheme(const Theme &theme);

signals:
    void chosen(edgewright::BlockAct act);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QToolButton *m_take;
    QToolButton *m_delete;
    Side m_draft = Side::Right;
};

} // namespace edgewright
