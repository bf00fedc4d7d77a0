// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/watchmemory.h"

namespace edgewright {

bool WatchMemory::isAt(const Settings::RunningWatch &watch, const Publication &publication)
{
    return watch.accountId == publication.accountId && watch.routine == publication.routine
           && watch.environment == publication.environment;
}

void WatchMemory::begin(const Publication &publication, const QString &versionName)
{
    end(publication);
    m_settings.setRunningWatches(m_settings.runningWatches()
                                 << Settings::RunningWatch{.accountId = publication.accountId,
                                                           .routine = publication.routine,
                                                           .environment = publication.environment,
                                                           .versionName = versionName});
}

void WatchMemory::end(const Publication &publication)
{
    QList<Settings::RunningWatch> running = m_settings.runningWatches();
    if (running.removeIf([&](const auto &watch) { return isAt(watch, publication); }) > 0)
        m_settings.setRunningWatches(running);
}

QList<Settings::RunningWatch>
WatchMemory::takeCutOff(const QString &accountId,
                        const std::function<bool(const Settings::RunningWatch &)> &isRunning)
{
    QList<Settings::RunningWatch> cutOff;
    QList<Settings::RunningWatch> others;
    const QList<Settings::RunningWatch> known = m_settings.runningWatches();
    for (const Settings::RunningWatch &watch : known)
        (watch.accountId == accountId && !isRunning(watch) ? cutOff : others).append(watch);
    if (!cutOff.isEmpty())
        m_settings.setRunningWatches(others);
    return cutOff;
}

} // namespace edgewright
