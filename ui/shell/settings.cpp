// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/settings.h"

using namespace Qt::StringLiterals;

namespace edgewright {

Settings::Settings(const QString &folder)
    : m_file(folder + u"/settings.ini"_s, QSettings::IniFormat)
{
}

Settings::Window Settings::window() const
{
    return {.geometry = m_file.value(u"window/geometry"_s).toByteArray(),
            .state = m_file.value(u"window/state"_s).toByteArray()};
}

void Settings::setWindow(const Window &window)
{
    m_file.setValue(u"window/geometry"_s, window.geometry);
    m_file.setValue(u"window/state"_s, window.state);
}

QString Settings::language() const
{
    return m_file.value(u"language"_s).toString();
}

void Settings::setLanguage(const QString &language)
{
    m_file.setValue(u"language"_s, language);
}

QString Settings::theme() const
{
    return m_file.value(u"theme"_s).toString();
}

void Settings::setTheme(const QString &theme)
{
    m_file.setValue(u"theme"_s, theme);
}

QString Settings::lastAccountId() const
{
    return m_file.value(u"account"_s).toString();
}

void Settings::setLastAccountId(const QString &id)
{
    m_file.setValue(u"account"_s, id);
}

void Settings::setLastAccount(const QString &id, const QString &name)
{
    m_file.setValue(u"account"_s, id);
    m_file.setValue(u"accountName"_s, name);
}

bool Settings::wordWrap() const
{
    return m_file.value(u"editor/wrap"_s, false).toBool();
}

void Settings::setWordWrap(bool on)
{
    m_file.setValue(u"editor/wrap"_s, on);
}

int Settings::zoom() const
{
    return m_file.value(u"editor/zoom"_s, 0).toInt();
}

void Settings::setZoom(int steps)
{
    m_file.setValue(u"editor/zoom"_s, steps);
}

} // namespace edgewright
