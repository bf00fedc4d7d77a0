// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cloud/credentials.h"
#include "sandbox/faults.h"

#include <QStringList>

namespace edgewright::sandbox {

/// The command line of the program.
struct Options {
    QString host = QStringLiteral("127.0.0.1");
    int port = 0;
    QString dataFolder;
    Credentials credentials;
    int versionQuota = 10;
    int routineQuota = 100;
    int callsPerSecond = 100;
    bool sample = false;
    int parentProcess = 0; ///< Not 0: ends with that process, which must have started it.
    QList<Fault> faults;
    QString information; ///< Not empty: to be printed instead of serving (--help, --version).

    /// \p arguments include the program's name; \p secretFromEnvironment counts when the command
    /// line names no secret.
    [[nodiscard]] static Result<Options> parse(const QStringList &arguments,
                                               const QByteArray &secretFromEnvironment);
};

} // namespace edgewright::sandbox
