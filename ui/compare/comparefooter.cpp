// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparefooter.h"

#include "common/plaintext.h"
#include "compare/comparewords.h"

#include <QEvent>
#include <QHBoxLayout>

namespace edgewright {

using namespace Qt::StringLiterals;

CompareFooter::CompareFooter(QWidget *parent)
    : QWidget(parent)
    , m_common(new ElidedLabel(this))
{
    m_common->setObjectName(u"compareCommon"_s);
    m_common->setProperty("muted", true);
    m_common->setFont(smallFont(font()));
    m_common->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->addWidget(m_common);
}

void CompareFooter::setDocument(const CompareDocumentPtr &document)
{
    m_document = document;
    showFacts();
}

void CompareFooter::showEditing()
{
    m_isEditing = true;
    showFacts();
}

void CompareFooter::showComparison()
{
    m_isEditing = false;
    showFacts();
}

void CompareFooter::showFacts()
{
    if (m_isEditing) {
        m_common->setFullText(tr("Editing the draft · Ctrl+Enter or leaving keeps what you typed, "
                                 "Escape takes it back"));
        return;
    }
    QStringList facts;
    if (m_document) {
        facts = CompareWords::facts(*m_document).common;
        const QString sameness = CompareWords::sameness(*m_document);
        if (!sameness.isEmpty())
            facts.prepend(sameness);
    }
    m_common->setFullText(facts.join(u" · "_s));
}

void CompareFooter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showFacts();
    QWidget::changeEvent(event);
}

} // namespace edgewright
