// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/emptystate.h"

#include "common/plaintext.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace edgewright {

using namespace Qt::StringLiterals;

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName(u"emptyState"_s);
    m_title->setObjectName(u"emptyTitle"_s);
    m_text->setObjectName(u"emptyText"_s);
    m_title->setFont(strongFont(font()));
    m_text->setProperty("muted", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addStretch(2);
    for (QLabel *label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
        layout->addWidget(label);
    }
    layout->addSpacing(8);
    for (int index = 0; index < 2; ++index) {
        auto *button = new QPushButton(this);
        button->setObjectName(u"emptyButton%1"_s.arg(index));
        button->setAutoDefault(false);
        button->setVisible(false);
        connect(button, &QPushButton::clicked, this, [this, index] { emit buttonClicked(index); });
        layout->addWidget(button, 0, Qt::AlignHCenter);
        m_buttons << button;
    }
    m_buttons.first()->setProperty("primary", true);
    layout->addStretch(3);
}

void EmptyState::setContent(const QString &title, const QString &text, const QStringList &buttons)
{
    setPlainText(m_title, title);
    setPlainText(m_text, text);
    m_text->setVisible(!text.isEmpty());
    for (qsizetype index = 0; index < m_buttons.size(); ++index) {
        QPushButton *button = m_buttons.at(index);
        button->setText(actionText(buttons.value(index)));
        button->setAccessibleName(oneLine(buttons.value(index)));
        button->setVisible(index < buttons.size());
    }
}

} // namespace edgewright
