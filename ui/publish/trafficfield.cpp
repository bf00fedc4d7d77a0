// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/trafficfield.h"

#include "common/plaintext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kLongestName = 40;

} // namespace

TrafficField::TrafficField(QWidget *parent)
    : QWidget(parent)
    , m_all(new QRadioButton(this))
    , m_part(new QRadioButton(this))
    , m_shares(new SharesField(this))
{
    setObjectName(u"trafficField"_s);
    m_all->setObjectName(u"trafficAll"_s);
    m_all->setChecked(true);
    m_part->setObjectName(u"trafficPart"_s);
    m_shares->setContentsMargins(0, 4, 0, 8);
    m_shares->hide();
    auto *choices = new QHBoxLayout(this);
    choices->setContentsMargins({});
    choices->setSpacing(24);
    choices->addWidget(m_all);
    choices->addWidget(m_part);
    choices->addStretch(1);
    connect(m_part, &QRadioButton::toggled, this, [this](bool on) {
        m_shares->setVisible(on);
        emit changed();
    });
    connect(m_shares, &SharesField::changed, this, &TrafficField::changed);
    retranslate();
}

void TrafficField::setVersions(const Version &chosen, const Version &other)
{
    const bool isOther = other.id != m_other.id;
    m_chosen = chosen;
    m_other = other;
    m_shares->setVersions(chosen, other);
    retranslate();
    if (isOther)
        chooseAll();
}

void TrafficField::chooseAll()
{
    m_all->setChecked(true);
}

bool TrafficField::isPart() const
{
    return m_part->isChecked() && !m_other.id.isEmpty();
}

int TrafficField::share() const
{
    return isPart() ? m_shares->share() : 100;
}

QList<VersionShare> TrafficField::shares() const
{
    if (!isPart())
        return {{.versionId = m_chosen.id, .percentage = 100}};
    return {{.versionId = m_other.id, .percentage = 100 - share()},
            {.versionId = m_chosen.id, .percentage = share()}};
}

void TrafficField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TrafficField::retranslate()
{
    const QString other = oneLine(m_other.name, kLongestName);
    m_all->setText(tr("all of it"));
    m_all->setAccessibleName(tr("Give it all the traffic"));
    //: %1 is the version that is live
    m_part->setText(tr("a part, the rest stays with %1").arg(actionText(other)));
    m_part->setAccessibleName(tr("Share the traffic with %1").arg(other));
}

} // namespace edgewright
