// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/elidedlabel.h"
#include "compare/comparedocument.h"

namespace edgewright {

/// One quiet line of what both texts have in common besides their lines.
class CompareFooter final : public QWidget {
    Q_OBJECT

public:
    explicit CompareFooter(QWidget *parent = nullptr);

    void showEditing();    ///< How to end it, in place of the facts.
    void showComparison(); ///< The facts again.
    void setDocument(const CompareDocumentPtr &document);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showFacts();

    CompareDocumentPtr m_document;
    bool m_isEditing = false;
    ElidedLabel *m_common;
};

} // namespace edgewright
