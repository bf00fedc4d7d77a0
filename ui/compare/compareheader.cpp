// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/compareheader.h"

#include "common/plaintext.h"
#include "compare/comparewords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestTitle = 160;

void setInk(QWidget *widget, const QColor &color)
{
    QPalette palette = widget->palette();
    palette.setColor(QPalette::WindowText, color);
    widget->setPalette(palette);
}

} // namespace

CompareHeader::CompareHeader(QWidget *parent)
    : QWidget(parent)
    , m_left(new ElidedLabel(this))
    , m_swap(new QToolButton(this))
    , m_right(new ElidedLabel(this))
    , m_added(new QLabel(this))
    , m_removed(new QLabel(this))
    , m_busy(new ElidedLabel(this))
{
    m_left->setObjectName(u"compareLeftTitle"_s);
    m_right->setObjectName(u"compareRightTitle"_s);
    m_swap->setObjectName(u"compareSwap"_s);
    m_added->setObjectName(u"compareAdded"_s);
    m_removed->setObjectName(u"compareRemoved"_s);
    m_busy->setObjectName(u"compareBusy"_s);
    buildLayout();
    connect(m_swap, &QToolButton::clicked, this, &CompareHeader::swapRequested);
    retranslate();
}

void CompareHeader::buildLayout()
{
    m_swap->setText(u"⇄"_s);
    for (QLabel *label :
         {static_cast<QLabel *>(m_left), static_cast<QLabel *>(m_right), m_added, m_removed})
        label->setFont(strongFont(font()));
    m_busy->setProperty("muted", true);
    m_busy->hide();
    m_left->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_right->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *right = new QHBoxLayout;
    right->setSpacing(10);
    right->addWidget(m_right, 1);
    right->addWidget(m_busy);
    right->addWidget(m_added);
    right->addWidget(m_removed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 4);
    layout->setSpacing(8);
    layout->addWidget(m_left, 1);
    layout->addWidget(m_swap);
    layout->addLayout(right, 1);
}

void CompareHeader::setTitles(const QString &left, const QString &right)
{
    m_left->setFullText(oneLine(left, kLongestTitle));
    m_right->setFullText(oneLine(right, kLongestTitle));
}

void CompareHeader::setCounts(quint64 removed, quint64 added)
{
    m_counts = {removed, added};
    showCounts();
}

void CompareHeader::clearCounts()
{
    m_counts.reset();
    showCounts();
}

void CompareHeader::showCounts()
{
    m_added->setVisible(m_counts.has_value());
    m_removed->setVisible(m_counts.has_value());
    if (!m_counts)
        return;
    const auto [removed, added] = *m_counts;
    m_added->setText(u"+"_s + locale().toString(added));
    m_removed->setText(u"−"_s + locale().toString(removed));
    m_added->setToolTip(tr("%n line(s) added", nullptr, static_cast<int>(added)));
    m_removed->setToolTip(tr("%n line(s) removed", nullptr, static_cast<int>(removed)));
}

void CompareHeader::setBusy(const QString &what)
{
    m_busy->setFullText(oneLine(what));
    m_busy->setVisible(!what.isEmpty());
}

void CompareHeader::applyTheme(const Theme &theme, bool colorBlindSafe)
{
    const DiffColors &colors = theme.diff(colorBlindSafe);
    setInk(m_added, colors.addedSign);
    setInk(m_removed, colors.removedSign);
}

void CompareHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CompareHeader::retranslate()
{
    m_swap->setAccessibleName(tr("Swap sides"));
    m_swap->setToolTip(tr("Swap sides (Ctrl+Shift+X)"));
    showCounts();
}

CompareFooter::CompareFooter(QWidget *parent)
    : QWidget(parent)
    , m_differing(new ElidedLabel(this))
    , m_common(new ElidedLabel(this))
{
    m_differing->setObjectName(u"compareDiffering"_s);
    m_common->setObjectName(u"compareCommon"_s);
    m_common->setProperty("muted", true);
    m_differing->setFont(smallFont(font()));
    m_common->setFont(smallFont(font()));
    m_differing->setAutoFillBackground(true);
    m_differing->setContentsMargins(6, 1, 6, 1);
    m_differing->hide();
    m_common->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->setSpacing(10);
    m_differing->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(m_differing, 100);
    layout->addWidget(m_common, 1);
}

void CompareFooter::setDocument(const CompareDocumentPtr &document)
{
    m_document = document;
    showFacts();
}

void CompareFooter::showFacts()
{
    CompareWords::Facts facts;
    if (m_document) {
        facts = CompareWords::facts(*m_document);
        const QString sameness = CompareWords::sameness(*m_document);
        if (!sameness.isEmpty())
            facts.common.prepend(sameness);
    }
    m_differing->setFullText(facts.differing.join(u" · "_s));
    // As wide as its words, and no wider than there is room.
    const int margins =
        m_differing->contentsMargins().left() + m_differing->contentsMargins().right();
    m_differing->setMaximumWidth(
        m_differing->fontMetrics().horizontalAdvance(m_differing->fullText()) + margins + 4);
    m_differing->setVisible(!facts.differing.isEmpty());
    m_common->setFullText(facts.common.join(u" · "_s));
}

void CompareFooter::applyTheme(const Theme &theme)
{
    QPalette palette = m_differing->palette();
    palette.setColor(QPalette::Window, theme.warning.background);
    palette.setColor(QPalette::WindowText, theme.warning.text);
    m_differing->setPalette(palette);
}

void CompareFooter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showFacts();
    QWidget::changeEvent(event);
}

} // namespace edgewright
