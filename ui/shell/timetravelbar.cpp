// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/timetravelbar.h"

#include "common/elidedlabel.h"
#include "common/plaintext.h"
#include "common/themeservice.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace edgewright {

TimeTravelBar::TimeTravelBar(const ThemeService &themes, QWidget *parent)
    : QFrame(parent)
    , m_themes(themes)
    , m_walk(new QWidget(this))
    , m_older(new QToolButton(m_walk))
    , m_slider(new QSlider(Qt::Horizontal, m_walk))
    , m_newer(new QToolButton(m_walk))
    , m_position(new QLabel(m_walk))
    , m_line(new QWidget(this))
    , m_origin(new ElidedLabel(m_line))
    , m_before(new QPushButton(m_line))
{
    setObjectName(u"timeTravelBar"_s);
    buildLayout();
    connect(m_slider, &QSlider::valueChanged, this, &TimeTravelBar::versionWanted);
    connect(m_older, &QToolButton::clicked, this, [this] { emit versionWanted(m_current - 1); });
    connect(m_newer, &QToolButton::clicked, this, [this] { emit versionWanted(m_current + 1); });
    connect(m_before, &QPushButton::clicked, this, &TimeTravelBar::beforeWanted);
    connect(&m_themes, &ThemeService::changed, this, &TimeTravelBar::restyle);
    restyle();
    retranslate();
    showRows();
}

void TimeTravelBar::buildLayout()
{
    m_older->setObjectName(u"olderVersionButton"_s);
    m_slider->setObjectName(u"versionSlider"_s);
    m_newer->setObjectName(u"newerVersionButton"_s);
    m_position->setObjectName(u"versionPosition"_s);
    m_origin->setObjectName(u"lineOrigin"_s);
    m_before->setObjectName(u"versionBeforeLineButton"_s);
    m_position->setTextFormat(Qt::PlainText);
    m_slider->setTickPosition(QSlider::TicksBelow);
    m_slider->setPageStep(1);
    m_older->setArrowType(Qt::LeftArrow);
    m_newer->setArrowType(Qt::RightArrow);
    for (QToolButton *button : {m_older, m_newer}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto *walk = new QHBoxLayout(m_walk);
    walk->setContentsMargins({});
    walk->addWidget(m_older);
    walk->addWidget(m_slider, 1);
    walk->addWidget(m_newer);
    walk->addWidget(m_position);
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins({});
    line->addWidget(m_origin, 1);
    line->addWidget(m_before);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 4, 8, 4);
    rows->setSpacing(2);
    rows->addWidget(m_walk);
    rows->addWidget(m_line);
}

void TimeTravelBar::setVersions(const QStringList &names)
{
    if (m_names == names)
        return;
    m_names = names;
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, std::max(0, static_cast<int>(names.size()) - 1));
    showRows();
    setCurrent(m_current);
}

void TimeTravelBar::setCurrent(int index)
{
    m_current = index;
    const QSignalBlocker quiet(m_slider);
    // Beside the versions is newer than all of them.
    m_slider->setValue(index < 0 ? m_slider->maximum() : index);
    updateWords();
}

void TimeTravelBar::setOrigin(const QString &text, bool hasBefore)
{
    m_origin->setFullText(oneLine(text, 400));
    m_before->setEnabled(hasBefore);
    showRows();
}

void TimeTravelBar::updateWords()
{
    const int count = static_cast<int>(m_names.size());
    const bool isOne = m_current >= 0 && m_current < count;
    const QString name = isOne ? oneLine(m_names.at(m_current)) : QString();
    //: %1 is a version such as v7, %2 its place among %3 versions
    m_position->setText(isOne ? tr("%1 · %2 of %3").arg(name).arg(m_current + 1).arg(count)
                              : QString());
    m_older->setEnabled(isOne && m_current > 0);
    m_newer->setEnabled(isOne && m_current + 1 < count);
    m_slider->setEnabled(isOne);
    m_slider->setAccessibleDescription(m_position->text());
}

void TimeTravelBar::showRows()
{
    m_walk->setVisible(m_names.size() > 1);
    m_line->setVisible(!m_origin->fullText().isEmpty());
    setVisible(m_names.size() > 1 || !m_origin->fullText().isEmpty());
}

void TimeTravelBar::restyle()
{
    const Theme &theme = m_themes.current();
    setStyleSheet(
        u"QFrame#timeTravelBar { background: %1; border: none; border-bottom: 1px solid %2; }"
        "QFrame#timeTravelBar QLabel { color: %3; }"_s.arg(
            theme.window.window.name(), theme.window.border.name(), theme.window.text.name()));
}

void TimeTravelBar::retranslate()
{
    m_older->setAccessibleName(tr("Older version"));
    setPlainToolTip(m_older, tr("Older version (Alt+Page Up)"));
    m_newer->setAccessibleName(tr("Newer version"));
    setPlainToolTip(m_newer, tr("Newer version (Alt+Page Down)"));
    m_slider->setAccessibleName(tr("Version on screen"));
    m_before->setText(tr("Version Before"));
    m_before->setAccessibleName(tr("Go to the version before this line came"));
    setPlainToolTip(m_before, tr("Go to the version before this line came"));
    updateWords();
}

void TimeTravelBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace edgewright
