// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/blockbuttons.h"

#include "common/icons.h"

#include <QEvent>
#include <QHBoxLayout>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSmallest = 16;
constexpr int kLargest = 24;

} // namespace

BlockButtons::BlockButtons(QWidget *parent)
    : QWidget(parent)
    , m_take(new QToolButton(this))
    , m_delete(new QToolButton(this))
{
    setObjectName(u"blockButtons"_s);
    m_take->setObjectName(u"takeBlock"_s);
    m_delete->setObjectName(u"deleteBlock"_s);
    setCursor(Qt::ArrowCursor);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addWidget(m_take);
    layout->addWidget(m_delete);
    for (QToolButton *button : {m_take, m_delete})
        button->setFocusPolicy(Qt::NoFocus);
    connect(m_take, &QToolButton::clicked, this, [this] { emit chosen(BlockAct::Take); });
    connect(m_delete, &QToolButton::clicked, this, [this] { emit chosen(BlockAct::Delete); });
    retranslate();
    hide();
}

void BlockButtons::offer(const CompareDocument &document, int change, int height)
{
    const std::optional<Side> draft = draftSide(document);
    if (!draft || change < 0) {
        hide();
        return;
    }
    if (m_draft != *draft) {
        m_draft = *draft;
        retranslate();
    }
    m_take->setEnabled(blockEdit(document, change, BlockAct::Take, m_draft).has_value());
    m_delete->setEnabled(blockEdit(document, change, BlockAct::Delete, m_draft).has_value());
    const int size = std::clamp(height, kSmallest, kLargest);
    for (QToolButton *button : {m_take, m_delete}) {
        button->setFixedSize(size, size);
        button->setIconSize(QSize(size - 6, size - 6));
    }
    resize(2 * size + 1, size);
    show();
}

void BlockButtons::applyTheme(const Theme &theme)
{
    m_take->setIcon(icon(m_draft == Side::Right ? IconName::ChevronRight : IconName::Back, theme));
    m_delete->setIcon(icon(IconName::Close, theme));
    setStyleSheet(
        u"QToolButton { background: %1; border: 1px solid %2; border-radius: 3px;"
        " padding: 0; } QToolButton:hover { background: %3; }"_s.arg(
            theme.window.raised.name(), theme.window.outline.name(), theme.window.hover.name()));
}

void BlockButtons::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BlockButtons::retranslate()
{
    const bool isRight = m_draft == Side::Right;
    const auto name = [](QToolButton *button, const QString &words, const QString &keys) {
        button->setAccessibleName(words);
        button->setToolTip(words + u" ("_s + keys + u')');
    };
    name(m_take,
         isRight ? tr("Take this change from the left into the draft")
                 : tr("Take this change from the right into the draft"),
         isRight ? tr("Alt+Right") : tr("Alt+Left"));
    name(m_delete, tr("Delete these lines from the draft"), tr("Ctrl+Delete"));
}

} // namespace edgewright
