// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/endpoint.h"

#include <QString>

#include <optional>
#include <string>

namespace edgewright {

/// How the window is to start.
struct StartOptions {
    bool sandbox = false;      ///< Use the embedded sandbox at once.
    Endpoint endpoint;         ///< Custom one for accounts that name none.
    QString tourFolder;        ///< Run the guided tour and leave its pictures there.
    QString language;          ///< "en" or "zh_CN"; empty: as set before, else the system's.
    QString theme;             ///< "light", "dark" or "system"; empty: as set before.
    QString dataFolder;        ///< Empty: the user's own.
    QStringList comparedFiles; ///< Two paths, or none.
};

struct CommandLine {
    StartOptions options;
    std::optional<int> exitCode; ///< Set: print and leave without a window.
    std::string output;
    std::string errors;
};

/// Reads the arguments before there is an application object, so that --help, --version and --diff
/// work without a display.
[[nodiscard]] CommandLine readCommandLine(int argc, char *argv[]);

} // namespace edgewright
