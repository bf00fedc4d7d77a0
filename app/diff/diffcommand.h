// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace edgewright::diff {

/// `--diff [--unified=N] [--ignore-space=MODES] [--label=NAME]… LEFT RIGHT` without a window.
/// \p arguments are what follows `--diff`; the patch goes to \p output, a complaint to
/// \p errorText. Answers as diff(1): 0 no difference, 1 differences, 2 trouble.
[[nodiscard]] int runDiffCommand(const std::vector<std::string> &arguments, std::string &output,
                                 std::string &errorText);

} // namespace edgewright::diff
