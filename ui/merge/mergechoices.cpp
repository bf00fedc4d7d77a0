// SPDX-License-Identifier: GPL-3.0-or-later
#include "merge/mergechoices.h"

#include "common/plaintext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

MergeChoices::MergeChoices(const ThemeService &themes, QWidget *parent)
    : QFrame(parent)
    , m_themes(themes)
{
    setObjectName(u"mergeChoices"_s);
    setCursor(Qt::ArrowCursor);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int i = 0; i < 4; ++i) {
        auto *button = new QToolButton(this);
        button->setObjectName(u"mergeChoice%1"_s.arg(i));
        button->setFocusPolicy(Qt::NoFocus);
        button->setFont(smallFont(font()));
        connect(button, &QToolButton::clicked, this,
                [this, i] { emit chosen(m_conflict, static_cast<MergeChoice>(i)); });
        m_buttons.append(button);
        row->addWidget(button);
    }
    connect(&themes, &ThemeService::changed, this, &MergeChoices::restyle);
    retranslate();
    restyle();
}

void MergeChoices::setConflict(int conflict)
{
    if (m_conflict == conflict)
        return;
    m_conflict = conflict;
    retranslate();
}

void MergeChoices::placeAt(const QRect &line)
{
    const int width = std::min(sizeHint().width(), line.width());
    setGeometry(line.right() - width + 1, line.top(), width, line.height());
    setVisible(true);
}

void MergeChoices::restyle()
{
    const TonePair &tone = m_themes.current().warning;
    setStyleSheet(u"#mergeChoices { background: %1; border: none; }"
                  "#mergeChoices QToolButton { background: transparent; color: %2; border: none;"
                  " border-left: 1px solid %3; border-radius: 0; padding: 0 8px; margin: 0; }"
                  "#mergeChoices QToolButton:hover { background: %3; }"_s.arg(
                      tone.background.name(), tone.text.name(), tone.border.name()));
}

void MergeChoices::retranslate()
{
    const QStringList texts{tr("Mine"), tr("Theirs"), tr("Both"), tr("Base")};
    const QStringList names{tr("Conflict %1: take mine"), tr("Conflict %1: take theirs"),
                            tr("Conflict %1: take both"), tr("Conflict %1: take the base")};
    for (int i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setText(texts[i]);
        m_buttons[i]->setAccessibleName(names[i].arg(m_conflict + 1));
    }
    setAccessibleName(tr("Choices for conflict %1").arg(m_conflict + 1));
}

void MergeChoices::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace edgewright
