// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparedocument.h"

namespace edgewright {

enum class BlockAct {
    Take,     ///< The draft's lines become those of the other side.
    KeepBoth, ///< The left lines, then the right ones.
    Delete,   ///< The draft's lines go.
};

/// What an act on a change does to the side \p into; nothing when it would change nothing. Line
/// ends become those of that side, and lines never run together where a newline was missing.
[[nodiscard]] std::optional<CompareEdit> blockEdit(const CompareDocument &document, int change,
                                                   BlockAct act, Side into);

/// The side that is the draft, if there is one.
[[nodiscard]] std::optional<Side> draftSide(const CompareDocument &document);

} // namespace edgewright
