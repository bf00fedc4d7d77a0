// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparefindbar.h"

#include "common/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace edgewright {

using namespace Qt::StringLiterals;

CompareFindBar::CompareFindBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_case(new QToolButton(this))
    , m_found(new QLabel(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    m_text->setObjectName(u"compareFindText"_s);
    m_case->setObjectName(u"compareFindCase"_s);
    m_found->setObjectName(u"compareFindCount"_s);
    m_previous->setObjectName(u"compareFindPrevious"_s);
    m_next->setObjectName(u"compareFindNext"_s);
    m_close->setObjectName(u"compareFindClose"_s);
    m_case->setText(u"Aa"_s);
    m_case->setCheckable(true);
    m_text->setClearButtonEnabled(false);
    m_text->setMaximumWidth(320);
    m_found->setProperty("muted", true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 5, 8, 5);
    layout->setSpacing(4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_case);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_found);
    layout->addStretch();
    layout->addWidget(m_close);
    connect(m_text, &QLineEdit::textChanged, this, &CompareFindBar::searchChanged);
    connect(m_case, &QToolButton::toggled, this, &CompareFindBar::searchChanged);
    connect(m_previous, &QToolButton::clicked, this, &CompareFindBar::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &CompareFindBar::nextRequested);
    connect(m_close, &QToolButton::clicked, this, &CompareFindBar::closed);
    retranslate();
    hide();
}

void CompareFindBar::open(const QString &seed)
{
    show();
    if (!seed.isEmpty())
        m_text->setText(seed);
    m_text->selectAll();
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void CompareFindBar::setFound(int current, int count, bool atLimit)
{
    if (m_text->text().isEmpty())
        m_found->clear();
    else if (count == 0)
        m_found->setText(tr("Not found on either side"));
    else if (atLimit)
        m_found->setText(tr("%1 of more than %2").arg(current + 1).arg(count));
    else
        m_found->setText(tr("%1 of %2", "search hit").arg(current + 1).arg(count));
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
}

void CompareFindBar::applyTheme(const Theme &theme)
{
    m_previous->setIcon(icon(IconName::Previous, theme));
    m_next->setIcon(icon(IconName::Next, theme));
    m_close->setIcon(icon(IconName::Close, theme));
}

Qt::CaseSensitivity CompareFindBar::cases() const
{
    return m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
}

void CompareFindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CompareFindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            emit previousRequested();
        else
            emit nextRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

void CompareFindBar::retranslate()
{
    const auto name = [](QToolButton *button, const QString &words, const QString &tip) {
        button->setAccessibleName(words);
        button->setToolTip(tip);
    };
    m_text->setAccessibleName(tr("Find in both sides"));
    m_text->setPlaceholderText(tr("Find in both sides"));
    name(m_case, tr("Match case in comparison"), tr("Match case"));
    name(m_previous, tr("Previous hit in comparison"), tr("Previous hit (Shift+F3)"));
    name(m_next, tr("Next hit in comparison"), tr("Next hit (F3)"));
    name(m_close, tr("Close find in comparison"), tr("Close (Esc)"));
}

} // namespace edgewright
