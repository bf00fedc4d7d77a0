// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/changeline.h"

#include "common/changewords.h"
#include "common/icons.h"
#include "common/plaintext.h"

#include <QEvent>
#include <QHBoxLayout>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostWords = 4000;

} // namespace

ChangeLine::ChangeLine(QWidget *parent)
    : QWidget(parent)
    , m_open(new QToolButton(this))
    , m_line(new ElidedLabel(this))
    , m_all(new QLabel(this))
{
    m_open->setObjectName(u"compareWordsOpen"_s);
    m_line->setObjectName(u"compareWords"_s);
    m_all->setObjectName(u"compareAllWords"_s);
    m_open->setCheckable(true);
    m_open->setAutoRaise(true);
    m_open->setIconSize({12, 12});
    QSizePolicy keepsRoom = m_open->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_open->setSizePolicy(keepsRoom);
    m_line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_all->setWordWrap(true);
    m_all->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_all->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_all, 1);
    layout->addWidget(m_open, 0, Qt::AlignTop);
    connect(m_open, &QToolButton::toggled, this, &ChangeLine::showOpen);
    retranslate();
}

void ChangeLine::setSummary(std::optional<diff::ChangeSummary> summary)
{
    m_summary = std::move(summary);
    showWords();
}

void ChangeLine::showWords()
{
    const QStringList phrases = m_summary ? ChangeWords::phrases(*m_summary) : QStringList();
    const QString words = oneLine(phrases.join(u" · "_s), kMostWords);
    m_line->setFullText(words);
    setPlainText(m_all, words);
    showOpen();
}

void ChangeLine::showOpen()
{
    const int room = width() - m_open->sizeHint().width() - 4;
    const bool isCut = m_line->fontMetrics().horizontalAdvance(m_line->fullText()) > room;
    m_open->setVisible(isCut);
    const bool isOpen = isCut && m_open->isChecked();
    m_line->setVisible(!isOpen);
    m_all->setVisible(isOpen);
    retranslate();
}

void ChangeLine::applyTheme(const Theme &theme)
{
    QIcon both = icon(IconName::ChevronRight, theme);
    both.addPixmap(icon(IconName::ChevronDown, theme).pixmap(m_open->iconSize()), QIcon::Normal,
                   QIcon::On);
    m_open->setIcon(both);
}

void ChangeLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showWords();
    QWidget::changeEvent(event);
}

void ChangeLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showOpen();
}

void ChangeLine::retranslate()
{
    const QString words =
        m_open->isChecked() ? tr("Show what changed in one line") : tr("Show all of what changed");
    m_open->setAccessibleName(words);
    m_open->setToolTip(words);
}

} // namespace edgewright
