// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace edgewright::test {

/// How long a test waits for what has to come. Only what fails ever waits that long, so it is far
/// more than a loaded machine with a slow disk needs.
inline constexpr int kPatienceMs = 30'000;

} // namespace edgewright::test

// Five seconds, the default, are a statement about the machine and not about the program.
#undef QTRY_VERIFY
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT(expr, edgewright::test::kPatienceMs)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expr, message)                                                                \
    QTRY_VERIFY2_WITH_TIMEOUT(expr, message, edgewright::test::kPatienceMs)
#undef QTRY_COMPARE
#define QTRY_COMPARE(expr, expected)                                                               \
    QTRY_COMPARE_WITH_TIMEOUT(expr, expected, edgewright::test::kPatienceMs)
#undef QTRY_COMPARE_GE
#define QTRY_COMPARE_GE(left, right)                                                               \
    QTRY_COMPARE_GE_WITH_TIMEOUT(left, right, edgewright::test::kPatienceMs)
