// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/themeservice.h"

#include "common/themestyle.h"

#include <QApplication>

namespace edgewright {

namespace {

// Qt 6.5 brings QStyleHints::colorScheme(); until then lightness tells.
ThemeKind kindOf(const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Window).lightness()
                      < palette.color(QPalette::WindowText).lightness();
    return dark ? ThemeKind::Dark : ThemeKind::Light;
}

} // namespace

ThemeService::ThemeService(QObject *parent)
    : QObject(parent)
    , m_systemKind(kindOf(QGuiApplication::palette()))
{
}

void ThemeService::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    const ThemeKind before = kind();
    m_mode = mode;
    if (kind() != before)
        restyle();
}

void ThemeService::setColorBlindSafe(bool on)
{
    if (on == m_colorBlindSafe)
        return;
    m_colorBlindSafe = on;
    emit changed();
}

ThemeKind ThemeService::kind() const
{
    switch (m_mode) {
    case Mode::Light:
        return ThemeKind::Light;
    case Mode::Dark:
        return ThemeKind::Dark;
    case Mode::System:
        break;
    }
    return m_systemKind;
}

void ThemeService::applyTo(QApplication &application)
{
    m_application = &application;
    QApplication::setStyle(new ThemeStyle(*this));
    restyle();
}

void ThemeService::restyle()
{
    if (m_application) {
        QApplication::setPalette(palette(kind()));
        m_application->setStyleSheet(styleSheet(kind()));
    }
    emit changed();
}

} // namespace edgewright
