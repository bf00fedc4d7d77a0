// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/livestrip.h"

#include "cloud/routinetypes.h"
#include "publish/lampbutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace edgewright {

using namespace Qt::StringLiterals;

LiveStrip::LiveStrip(const ThemeService &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_production(new LampButton(this))
    , m_draft(new LampButton(this))
    , m_staging(new LampButton(this))
{
    setObjectName(u"liveStrip"_s);
    m_production->setObjectName(u"productionLamp"_s);
    m_draft->setObjectName(u"draftLamp"_s);
    m_staging->setObjectName(u"stagingLamp"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 5);
    layout->setSpacing(16);
    layout->addWidget(m_production);
    layout->addWidget(m_draft);
    layout->addWidget(m_staging);
    layout->addStretch(1);
    connect(m_production, &QPushButton::clicked, this,
            [this] { emit environmentActivated(kProduction); });
    connect(m_staging, &QPushButton::clicked, this,
            [this] { emit environmentActivated(kStaging); });
    connect(m_draft, &QPushButton::clicked, this, &LiveStrip::draftActivated);
    connect(&themes, &ThemeService::changed, this, &LiveStrip::restyle);
    clear();
    restyle();
}

void LiveStrip::setEnvironment(const Environment &environment)
{
    const bool isProduction = environment.environment == kProduction;
    (isProduction ? m_productionState : m_stagingState) = environment;
    showEnvironment(isProduction ? m_production : m_staging, environment);
}

void LiveStrip::setDraft(const DraftState &draft)
{
    m_draftState = draft;
    showDraft();
}

void LiveStrip::clear()
{
    m_productionState = {.environment = kProduction};
    m_stagingState = {.environment = kStaging};
    m_draftState = {};
    retranslate();
}

void LiveStrip::showEnvironment(LampButton *lamp, const Environment &environment)
{
    const bool isLive = environment.known && !environment.sharesText.isEmpty();
    const QString word = lamp == m_production ? tr("PRODUCTION") : tr("STAGING");
    if (isLive)
        lamp->setContent(word, environment.sharesText, environment.sinceText);
    else
        lamp->setContent(word, environment.known ? tr("not published") : u"—"_s, {});
    lamp->setLit(isLive);
    lamp->setEnabled(isLive);
    lamp->setToolTip(isLive ? tr("Show the code that is live here") : QString());
}

void LiveStrip::showDraft()
{
    QString value = u"—"_s;
    if (m_draftState.exists)
        value = m_draftState.baseName.isEmpty() ? tr("new")
                                                : tr("based on %1").arg(m_draftState.baseName);
    QString note;
    if (m_draftState.exists)
        note = m_draftState.edited ? tr("edited") : tr("unchanged");
    m_draft->setContent(tr("DRAFT"), value, note);
    m_draft->setLit(m_draftState.exists);
    m_draft->setEnabled(m_draftState.exists);
    m_draft->setToolTip(m_draftState.exists ? tr("Go to the draft") : QString());
}

void LiveStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LiveStrip::paintEvent(QPaintEvent * /*event*/)
{
    const WindowColors &colors = m_themes.current().window;
    QPainter painter(this);
    painter.fillRect(rect(), colors.window);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors.border);
}

void LiveStrip::restyle()
{
    const Theme &theme = m_themes.current();
    m_production->setColors(theme.production, theme.window);
    m_draft->setColors(theme.draft, theme.window);
    m_staging->setColors(theme.staging, theme.window);
    update();
}

void LiveStrip::retranslate()
{
    showEnvironment(m_production, m_productionState);
    showEnvironment(m_staging, m_stagingState);
    showDraft();
}

} // namespace edgewright
