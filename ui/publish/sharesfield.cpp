// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/sharesfield.h"

#include "common/plaintext.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kLeast = 1;
constexpr int kMost = 99;
constexpr int kFirst = 10;
constexpr std::array kPresets{1, 5, 10, 25, 50};
constexpr int kLongestName = 40;
constexpr int kPresetRoom = 22;

} // namespace

SharesField::SharesField(QWidget *parent)
    : QWidget(parent)
    , m_chosenName(new QLabel(this))
    , m_number(new QSpinBox(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_otherName(new QLabel(this))
    , m_rest(new QLabel(this))
    , m_presetsName(new QLabel(this))
{
    setObjectName(u"sharesField"_s);
    m_number->setObjectName(u"shareNumber"_s);
    m_number->setRange(kLeast, kMost);
    m_number->setAlignment(Qt::AlignRight);
    m_slider->setObjectName(u"shareSlider"_s);
    m_slider->setRange(kLeast, kMost);
    m_slider->setPageStep(5);
    m_rest->setObjectName(u"restShare"_s);
    m_presetsName->setProperty("muted", true);
    setFocusProxy(m_number);
    for (const int preset : kPresets) {
        auto *button = new QPushButton(this);
        button->setObjectName(u"sharePreset%1"_s.arg(preset));
        button->setAutoDefault(false);
        // Five of them fit beside both lists of a small window.
        button->setMinimumWidth(fontMetrics().horizontalAdvance(u"99 %"_s) + kPresetRoom);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(button, &QPushButton::clicked, this, [this, preset] { setShare(preset); });
        m_presets.append(button);
    }
    buildLayout();
    connect(m_number, &QSpinBox::valueChanged, this, [this](int value) {
        m_slider->setValue(value);
        update();
        emit changed();
    });
    connect(m_slider, &QSlider::valueChanged, m_number, &QSpinBox::setValue);
    m_number->setValue(kFirst);
    retranslate();
}

void SharesField::buildLayout()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->addWidget(m_chosenName, 0, 0);
    grid->addWidget(m_number, 0, 1);
    grid->addWidget(m_slider, 0, 2);
    grid->addWidget(m_otherName, 1, 0);
    grid->addWidget(m_rest, 1, 1, Qt::AlignRight);
    auto *presets = new QHBoxLayout;
    presets->setSpacing(6);
    presets->addWidget(m_presetsName);
    for (QPushButton *button : std::as_const(m_presets))
        presets->addWidget(button, 1);
    grid->addLayout(presets, 2, 0, 1, 3);
    grid->setColumnStretch(2, 1);
}

void SharesField::setVersions(const Version &chosen, const Version &other)
{
    m_chosen = chosen;
    m_other = other;
    retranslate();
}

void SharesField::setShare(int percentage)
{
    m_number->setValue(std::clamp(percentage, kLeast, kMost));
}

int SharesField::share() const
{
    return m_number->value();
}

QList<VersionShare> SharesField::shares() const
{
    if (m_chosen.id.isEmpty() || m_other.id.isEmpty())
        return {};
    return {{.versionId = m_other.id, .percentage = 100 - share()},
            {.versionId = m_chosen.id, .percentage = share()}};
}

void SharesField::update()
{
    //: %1 is a number
    setPlainText(m_rest, tr("%1 %").arg(100 - share()));
    m_slider->setAccessibleDescription(
        tr("%1 gets %2 %, %3 gets %4 %")
            .arg(oneLine(m_chosen.name, kLongestName), QString::number(share()),
                 oneLine(m_other.name, kLongestName), QString::number(100 - share())));
}

void SharesField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SharesField::retranslate()
{
    const QString chosen = oneLine(m_chosen.name, kLongestName);
    setPlainText(m_chosenName, tr("%1 gets").arg(chosen));
    setPlainText(m_otherName, tr("%1 keeps").arg(oneLine(m_other.name, kLongestName)));
    m_number->setSuffix(tr(" %", "after a number"));
    m_number->setAccessibleName(tr("Share of %1 in percent").arg(chosen));
    m_slider->setAccessibleName(tr("Share of %1").arg(chosen));
    m_presetsName->setText(tr("Steps"));
    for (qsizetype i = 0; i < m_presets.size(); ++i) {
        const int preset = kPresets.at(static_cast<std::size_t>(i));
        m_presets.at(i)->setText(tr("%1 %").arg(preset));
        m_presets.at(i)->setAccessibleName(tr("Give %1 % to %2").arg(preset).arg(chosen));
    }
    update();
}

} // namespace edgewright
