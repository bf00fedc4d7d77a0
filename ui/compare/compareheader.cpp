// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/compareheader.h"

#include "common/plaintext.h"
#include "compare/changeline.h"
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
    , m_functions(new QLabel(this))
    , m_busy(new ElidedLabel(this))
    , m_words(new ChangeLine(this))
    , m_notice(new ElidedLabel(this))
{
    m_left->setObjectName(u"compareLeftTitle"_s);
    m_right->setObjectName(u"compareRightTitle"_s);
    m_swap->setObjectName(u"compareSwap"_s);
    m_added->setObjectName(u"compareAdded"_s);
    m_removed->setObjectName(u"compareRemoved"_s);
    m_functions->setObjectName(u"compareFunctions"_s);
    m_busy->setObjectName(u"compareBusy"_s);
    m_notice->setObjectName(u"compareDiffering"_s);
    buildLayout();
    connect(m_swap, &QToolButton::clicked, this, &CompareHeader::swapRequested);
    retranslate();
}

QLayout *CompareHeader::buildTitles()
{
    m_swap->setText(u"⇄"_s);
    for (QLabel *label :
         {static_cast<QLabel *>(m_left), static_cast<QLabel *>(m_right), m_added, m_removed})
        label->setFont(strongFont(font()));
    m_functions->setProperty("muted", true);
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
    right->addWidget(m_functions);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_left, 1);
    row->addWidget(m_swap);
    row->addLayout(right, 1);
    return row;
}

void CompareHeader::buildLayout()
{
    m_notice->setFont(smallFont(font()));
    m_notice->setAutoFillBackground(true);
    m_notice->setContentsMargins(6, 1, 6, 1);
    m_notice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_notice->hide();
    m_words->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 4);
    layout->setSpacing(4);
    layout->addLayout(buildTitles());
    layout->addWidget(m_words);
    layout->addWidget(m_notice);
}

void CompareHeader::setTitles(const QString &left, const QString &right)
{
    m_left->setFullText(oneLine(left, kLongestTitle));
    m_right->setFullText(oneLine(right, kLongestTitle));
}

void CompareHeader::setDocument(const CompareDocumentPtr &document)
{
    m_document = document;
    m_words->setVisible(document && document->changeCount() > 0
                        && CompareWords::isAboutCode(*document));
    showCounts();
    showNotice();
}

void CompareHeader::setSummary(const std::optional<diff::ChangeSummary> &summary)
{
    const bool isTold = summary && summary->complete && !m_words->isHidden();
    m_touched = isTold ? static_cast<int>(summary->functions.size()) : 0;
    m_words->setSummary(summary);
    showCounts();
}

void CompareHeader::showCounts()
{
    for (QLabel *label : {m_added, m_removed})
        label->setVisible(m_document != nullptr);
    m_functions->setVisible(m_document && m_touched > 0);
    if (!m_document)
        return;
    const quint64 removed = m_document->lineDiff().removed();
    const quint64 added = m_document->lineDiff().added();
    m_added->setText(u"+"_s + locale().toString(added));
    m_removed->setText(u"−"_s + locale().toString(removed));
    m_added->setToolTip(tr("%n line(s) added", nullptr, static_cast<int>(added)));
    m_removed->setToolTip(tr("%n line(s) removed", nullptr, static_cast<int>(removed)));
    m_functions->setText(tr("%n function(s)", nullptr, m_touched));
    m_functions->setToolTip(tr("Functions that were added, removed, renamed or changed"));
}

void CompareHeader::showNotice()
{
    const QStringList facts =
        m_document ? CompareWords::facts(*m_document).differing : QStringList();
    m_notice->setFullText(facts.join(u" · "_s));
    m_notice->setVisible(!facts.isEmpty());
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
    QPalette palette = m_notice->palette();
    palette.setColor(QPalette::Window, theme.warning.background);
    palette.setColor(QPalette::WindowText, theme.warning.text);
    m_notice->setPalette(palette);
    m_words->applyTheme(theme);
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
    showNotice();
}

} // namespace edgewright
