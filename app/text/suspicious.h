// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace edgewright {

enum class SuspiciousKind {
    BidiControl, ///< Makes text read in another order than it runs (CVE-2021-42574).
    ZeroWidth,   ///< Takes no room.
    OddSpace,    ///< Looks like a blank, is none: U+00A0 and its like.
    LookAlike,   ///< A letter of another script inside an identifier with Latin letters.
};

struct SuspiciousCharacter {
    SuspiciousKind kind = SuspiciousKind::ZeroWidth;
    qsizetype offset = 0; ///< Byte in the UTF-8 text.
    char32_t codePoint = 0;
};

/// At most \p limit findings, in order. Chinese, Japanese and other letters in comments, strings
/// and whole identifiers are not suspicious.
[[nodiscard]] QList<SuspiciousCharacter> findSuspicious(const QByteArray &utf8,
                                                        qsizetype limit = 1000);

/// "U+202E RIGHT-TO-LEFT OVERRIDE"
[[nodiscard]] QString displayName(char32_t codePoint);

/// Code points an editor must draw as a visible box, with the text for the box ("RLO").
[[nodiscard]] const QList<std::pair<char32_t, QByteArray>> &visibleRepresentations();

} // namespace edgewright
