// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace edgewright {

inline constexpr int kShortestRoutineName = 2;
inline constexpr int kLongestRoutineName = 41;

/// What is wrong with \p name as the name of a routine (API.md §8), translated; empty when nothing
/// is.
[[nodiscard]] QString routineNameProblem(const QString &name);

} // namespace edgewright
