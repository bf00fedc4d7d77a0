// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/settings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

/// A key of its own for each routine of each account, whatever stands in their names.
QString placeOf(QLatin1StringView group, const QString &accountId, const QString &routine)
{
    const auto safe = [](const QString &text) {
        return QString::fromLatin1(text.toUtf8().toPercentEncoding());
    };
    return group + u'/' + safe(accountId) + u'/' + safe(routine);
}

} // namespace

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

QString Settings::lastAccountName() const
{
    return m_file.value(u"accountName"_s).toString();
}

bool Settings::lastAccountSignsTheOlderWay() const
{
    return m_file.value(u"accountSignature"_s).toString() == "rpc"_L1;
}

void Settings::setLastAccount(const QString &id, const QString &name, bool signsTheOlderWay)
{
    m_file.setValue(u"account"_s, id);
    m_file.setValue(u"accountName"_s, name);
    m_file.setValue(u"accountSignature"_s, signsTheOlderWay ? u"rpc"_s : u"acs3"_s);
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

Settings::Compare Settings::compare() const
{
    constexpr int kMostContext = 99;
    const QString layout = m_file.value(u"compare/layout"_s).toString();
    Compare compare;
    if (layout == "unified"_L1 || layout == "side"_L1)
        compare.unified = layout == "unified"_L1;
    compare.contextLines = std::clamp(
        m_file.value(u"compare/context"_s, compare.contextLines).toInt(), 0, kMostContext);
    compare.wholeFile = m_file.value(u"compare/wholeFile"_s, false).toBool();
    return compare;
}

void Settings::setCompare(const Compare &compare)
{
    m_file.setValue(u"compare/layout"_s, !compare.unified   ? u"automatic"_s
                                         : *compare.unified ? u"unified"_s
                                                            : u"side"_s);
    m_file.setValue(u"compare/context"_s, compare.contextLines);
    m_file.setValue(u"compare/wholeFile"_s, compare.wholeFile);
}

QByteArray Settings::testRequests(const QString &accountId, const QString &routine) const
{
    return m_file.value(placeOf("test"_L1, accountId, routine)).toByteArray();
}

void Settings::setTestRequests(const QString &accountId, const QString &routine,
                               const QByteArray &json)
{
    m_file.setValue(placeOf("test"_L1, accountId, routine), json);
}

Settings::Watch Settings::watch(const QString &accountId, const QString &routine) const
{
    constexpr int kUsualWait = 10;
    constexpr int kLongestWait = 300;
    constexpr int kUsualLength = 60;
    constexpr int kShortest = 10;
    constexpr int kLongest = 3600;
    const QString place = placeOf("watch"_L1, accountId, routine);
    return {.on = m_file.value(place + u"/on"_s, false).toBool(),
            .addresses = m_file.value(place + u"/addresses"_s).toStringList(),
            .waitSeconds =
                std::clamp(m_file.value(place + u"/wait"_s, kUsualWait).toInt(), 1, kLongestWait),
            .lengthSeconds = std::clamp(m_file.value(place + u"/length"_s, kUsualLength).toInt(),
                                        kShortest, kLongest)};
}

void Settings::setWatch(const QString &accountId, const QString &routine, const Watch &watch)
{
    const QString place = placeOf("watch"_L1, accountId, routine);
    m_file.setValue(place + u"/on"_s, watch.on);
    m_file.setValue(place + u"/addresses"_s, watch.addresses);
    m_file.setValue(place + u"/wait"_s, watch.waitSeconds);
    m_file.setValue(place + u"/length"_s, watch.lengthSeconds);
}

QList<Settings::RunningWatch> Settings::runningWatches() const
{
    QList<RunningWatch> watches;
    const QList<QVariant> kept = m_file.value(u"runningWatches"_s).toList();
    for (const QVariant &value : kept) {
        const QStringList parts = value.toStringList();
        if (parts.size() == 4)
            watches.append({.accountId = parts.at(0),
                            .routine = parts.at(1),
                            .environment = parts.at(2),
                            .versionName = parts.at(3)});
    }
    return watches;
}

void Settings::setRunningWatches(const QList<RunningWatch> &watches)
{
    QList<QVariant> kept;
    for (const RunningWatch &watch : watches)
        kept.append(
            QStringList{watch.accountId, watch.routine, watch.environment, watch.versionName});
    m_file.setValue(u"runningWatches"_s, kept);
    m_file.sync();
}

QString Settings::variablesOf(const QString &accountId, const QString &routine) const
{
    const QString kept = m_file.value(placeOf("variables"_L1, accountId, routine)).toString();
    if (kept == "none"_L1)
        return {};
    return kept == "staging"_L1 ? kept : u"production"_s;
}

void Settings::setVariablesOf(const QString &accountId, const QString &routine,
                              const QString &environment)
{
    m_file.setValue(placeOf("variables"_L1, accountId, routine),
                    environment.isEmpty() ? u"none"_s : environment);
}

} // namespace edgewright
