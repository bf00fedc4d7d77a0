// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace edgewright::test {

/// Saves a draft once for each system call a save makes and each fault that can hit it: the file is
/// the old draft or the new one, and "saved" is said of the new one only.
class SyscallFaults final {
public:
    /// \p saver: the program of savedraft.cpp. Needs strace.
    [[nodiscard]] static bool run(const QString &saver);
};

} // namespace edgewright::test
