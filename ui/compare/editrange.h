// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparedocument.h"

namespace edgewright {

/// The lines of the draft that are edited where they are shown, and the bytes that stand for them.
/// The line end of the last one is not part of what is typed, so that it cannot be lost.
struct EditRange {
    Side side = Side::Right;
    std::uint32_t firstRow = 0; ///< Full rows that show them and what they are compared with.
    std::uint32_t lastRow = 0;
    bool coversRows = true; ///< False: nothing of the draft is there, so it goes below lastRow.
    std::uint32_t firstLine = 0; ///< Of the draft.
    std::uint32_t lines = 0;
    qsizetype begin = 0; ///< Bytes of the draft.
    qsizetype length = 0;
    QByteArray shown;   ///< What is edited.
    QByteArray before;  ///< Put in front of what is typed where a line end is missing.
    QByteArray after;   ///< Put behind it.
    QByteArray lineEnd; ///< Of new lines.

    /// The bytes for what became of shown: those that were there for the same text, none for an
    /// empty one.
    [[nodiscard]] QByteArray bytesFor(const QByteArray &text, const QByteArray &original) const;
};

/// What there is of the draft in rows [\p first, \p last], whole changes always; nothing where the
/// draft has no place in them.
[[nodiscard]] std::optional<EditRange> editRange(const CompareDocument &document, bool unified,
                                                 std::uint32_t first, std::uint32_t last);

} // namespace edgewright
