// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

#include <QIcon>

namespace edgewright {

/// Line icons of our own, one SVG each in resources/icons.
enum class IconName {
    Account,
    Add,
    Back,
    Check,
    ChevronDown,
    ChevronRight,
    Clock,
    Close,
    Compare,
    Copy,
    Delete,
    Draft,
    Error,
    Hide,
    Info,
    Lock,
    More,
    Next,
    Pause,
    Play,
    Previous,
    Publish,
    Refresh,
    Routine,
    SaveVersion,
    Search,
    Show,
    Star,
    Starred,
    Success,
    Undo,
    Warning,
};

/// In the theme's text colour, disabled in its disabled one; sharp at every size and scale. Make it
/// anew when the theme changes. GUI thread.
[[nodiscard]] QIcon icon(IconName name, const Theme &theme);
/// In one colour, for a coloured ground.
[[nodiscard]] QIcon icon(IconName name, const QColor &color);
[[nodiscard]] QIcon icon(IconName name, const QColor &color, const QColor &disabled);

} // namespace edgewright
