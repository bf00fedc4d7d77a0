// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/roomnotice.h"

#include "common/plaintext.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowsShown = 5;
constexpr int kRowSpacing = 6;
constexpr int kLeastWidth = 200;
constexpr qsizetype kLongestRow = 120;
constexpr qsizetype kLongestDescription = 40;

} // namespace

RoomNotice::RoomNotice(const ThemeService &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_headline(new QLabel(this))
    , m_scroll(new QScrollArea(this))
    , m_stays(new QLabel(this))
    , m_group(new QButtonGroup(this))
{
    setObjectName(u"roomNotice"_s);
    m_headline->setObjectName(u"roomHeadline"_s);
    m_headline->setWordWrap(true);
    m_stays->setObjectName(u"roomStays"_s);
    m_stays->setWordWrap(true);
    m_stays->setFont(smallFont(font()));
    m_stays->setProperty("muted", true);
    m_scroll->setObjectName(u"roomChoices"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus); // the choices in it have it
    auto *box = new QWidget(m_scroll);
    m_rows = new QVBoxLayout(box);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(kRowSpacing);
    m_scroll->setWidget(box);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_headline);
    column->addWidget(m_scroll);
    column->addWidget(m_stays);
    connect(m_group, &QButtonGroup::buttonToggled, this, &RoomNotice::choiceChanged);
    connect(&themes, &ThemeService::changed, this, &RoomNotice::restyle);
    restyle();
    retranslate();
    setVisible(false);
}

void RoomNotice::setContent(const Content &content)
{
    // What has the focus keeps it when nothing is new.
    if (m_content != content || isHidden()) {
        const QStringList chosen = chosenIds();
        m_content = content;
        rebuild(chosen);
    }
    setPlainText(m_headline, content.headline);
    setPlainText(m_stays, content.stays);
    m_stays->setVisible(!content.stays.isEmpty());
    setVisible(true);
    fitTexts();
    emit choiceChanged();
}

void RoomNotice::clear()
{
    m_content = {};
    rebuild({});
    setVisible(false);
    emit choiceChanged();
}

void RoomNotice::rebuild(const QStringList &chosen)
{
    const QSignalBlocker silent(m_group);
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_texts.clear();
    m_group->setExclusive(m_content.isOneOnly);
    const bool isKept = std::ranges::any_of(
        m_content.choices, [&chosen](const Choice &choice) { return chosen.contains(choice.id); });
    int height = 0;
    for (const Choice &choice : std::as_const(m_content.choices)) {
        QAbstractButton *button = makeButton(choice);
        m_rows->addWidget(button, 0, Qt::AlignLeft);
        m_group->addButton(button);
        m_buttons.append(button);
        button->ensurePolished(); // the style decides the height
        button->setChecked(isKept ? chosen.contains(choice.id) : choice.isChosen);
        if (m_buttons.size() <= kRowsShown)
            height += button->sizeHint().height() + kRowSpacing;
    }
    m_scroll->setFixedHeight(height);
    m_scroll->setVisible(!m_buttons.isEmpty());
    fitTexts();
}

void RoomNotice::fitTexts()
{
    if (width() < kLeastWidth)
        return; // not laid out yet
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        QAbstractButton *button = m_buttons.at(i);
        button->setText(actionText(m_texts.at(i), kLongestRow));
        const int around =
            button->sizeHint().width()
            - button->fontMetrics().horizontalAdvance(m_texts.at(i).left(kLongestRow));
        const int room = width() - m_scroll->verticalScrollBar()->sizeHint().width() - around;
        const QString fitting =
            button->fontMetrics().elidedText(m_texts.at(i), Qt::ElideRight, room);
        button->setText(actionText(fitting, kLongestRow));
    }
}

void RoomNotice::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTexts();
}

QAbstractButton *RoomNotice::makeButton(const Choice &choice)
{
    QWidget *box = m_scroll->widget();
    QAbstractButton *button = m_content.isOneOnly
                                  ? static_cast<QAbstractButton *>(new QRadioButton(box))
                                  : static_cast<QAbstractButton *>(new QCheckBox(box));
    const QString name = oneLine(choice.name, 40);
    button->setObjectName(u"roomChoice"_s + name);
    //: %1 is a version, %2 says why it can go
    const QString text = tr("%1 — %2").arg(name, oneLine(choice.reason));
    const QString description = oneLine(choice.description.trimmed(), kLongestDescription);
    m_texts.append(description.isEmpty() ? text : text + u" · "_s + description);
    button->setText(actionText(m_texts.constLast(), kLongestRow));
    //: %1 is a version, %2 says why it can go
    button->setAccessibleName(tr("Delete %1: %2").arg(name, oneLine(choice.reason)));
    setPlainToolTip(button, choice.description.trimmed().isEmpty()
                                ? text
                                : text + u'\n' + choice.description.trimmed());
    button->setVisible(true);
    return button;
}

QStringList RoomNotice::chosenIds() const
{
    QStringList ids;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons[i]->isChecked())
            ids.append(m_content.choices[i].id);
    }
    return ids;
}

QStringList RoomNotice::chosenNames() const
{
    QStringList names;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons[i]->isChecked())
            names.append(m_content.choices[i].name);
    }
    return names;
}

bool RoomNotice::isEnough() const
{
    return chosenIds().size() >= m_content.wanted;
}

void RoomNotice::restyle()
{
    m_headline->setStyleSheet(u"color: %1;"_s.arg(m_themes.current().warning.text.name()));
    m_scroll->setStyleSheet(u"#roomChoices, #roomChoices > QWidget > QWidget "
                            "{ background: transparent; }"_s);
}

void RoomNotice::retranslate()
{
    m_scroll->setAccessibleName(tr("Versions that can be deleted"));
}

void RoomNotice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace edgewright
