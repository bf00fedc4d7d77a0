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

    void setDocument(const CompareDocumentPtr &document);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showFacts();

    CompareDocumentPtr m_document;
    ElidedLabel *m_common;
};

} // namespace edgewright
