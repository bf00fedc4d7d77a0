// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/settings.h"
#include "workspace/publication.h"

#include <functional>

namespace edgewright {

/// Which watches are under way, on the disk too: one that was cut off, because the program ended or
/// the account was left, is told of when its account is back. GUI thread.
class WatchMemory final {
public:
    /// \p settings outlives it.
    explicit WatchMemory(Settings &settings)
        : m_settings(settings)
    {
    }

    void begin(const Publication &publication, const QString &versionName);
    /// It came to its end, whichever.
    void end(const Publication &publication);
    /// What was cut off in that account; each only once.
    [[nodiscard]] QList<Settings::RunningWatch>
    takeCutOff(const QString &accountId,
               const std::function<bool(const Settings::RunningWatch &)> &isRunning);
    [[nodiscard]] static bool isAt(const Settings::RunningWatch &watch,
                                   const Publication &publication);

private:
    Settings &m_settings;
};

} // namespace edgewright
