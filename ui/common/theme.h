// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/javascripttokenizer.h"

#include <QColor>
#include <QPalette>

#include <array>

namespace edgewright {

enum class ThemeKind { Light, Dark };

/// A ground, the text that is readable on it, and the line around it.
struct TonePair {
    QColor background;
    QColor text;
    QColor border;
};

struct WindowColors {
    QColor window;  ///< Ground of bars and docks.
    QColor panel;   ///< Ground of lists, fields and cards.
    QColor raised;  ///< Buttons, header sections.
    QColor hover;   ///< Raised under the pointer; also the hovered row.
    QColor pressed; ///< A pressed or checked button.
    QColor text;
    QColor muted;    ///< Secondary text; still 4.5 : 1 on window, panel and raised.
    QColor disabled; ///< Text of what cannot be used now.
    QColor border;   ///< Hairlines between areas.
    QColor outline;  ///< Edge of a field or button, 3 : 1 on window and panel.
    QColor accent;   ///< Filled primary button, selection bar.
    QColor accentHover;
    QColor accentText; ///< On accent.
    QColor link;       ///< Accent as text or focus ring on window and panel.
    QColor selection;  ///< Selected row, with the ordinary text colour on it.
};

struct EditorColors {
    QColor background;
    QColor text;
    QColor caret;
    QColor currentLine;
    QColor selection;
    QColor lineNumber;
    QColor currentLineNumber;
    QColor margin;
    QColor foldMarker;
    QColor indentationGuide;
    QColor whitespace;
    QColor braceMatch; ///< Ground behind the pair.
    QColor braceMismatch;
    QColor findMatch;
    QColor findMatchOutline;
    QColor suspiciousText; ///< Boxes of characters that would not show.
    QColor suspiciousBackground;
};

struct DiffColors {
    QColor removedLine;
    QColor removedWord;
    QColor removedSign; ///< The "−", bars and counts, as text on window, panel and removedLine.
    QColor addedLine;
    QColor addedWord;
    QColor addedSign;
    QColor changedLine;
    QColor changedWord;
    QColor changedSign;
    QColor movedLine;
    QColor movedSign;
    QColor filler; ///< Rows that exist on the other side only.
    QColor fillerPattern;
    QColor foldBand; ///< "38 unchanged lines"
    QColor foldText;
};

/// Every colour of the program, by meaning, for one kind of light. The only place with literal
/// colours; text on its ground is at least 4.5 : 1 everywhere.
struct Theme {
    ThemeKind kind = ThemeKind::Light;
    WindowColors window;
    EditorColors editor;
    std::array<QColor, 17> tokens; ///< In the order of javascript::TokenKind.
    DiffColors redGreen;
    DiffColors blueOrange;

    TonePair production;
    TonePair staging;
    TonePair draft;

    TonePair info;
    TonePair warning;
    TonePair error;
    TonePair success;

    [[nodiscard]] bool isDark() const { return kind == ThemeKind::Dark; }
    [[nodiscard]] const QColor &token(javascript::TokenKind token) const
    {
        return tokens[static_cast<std::size_t>(token)];
    }
    [[nodiscard]] const DiffColors &diff(bool colorBlindSafe = false) const
    {
        return colorBlindSafe ? blueOrange : redGreen;
    }
};

[[nodiscard]] const Theme &theme(ThemeKind kind);
[[nodiscard]] QPalette palette(ThemeKind kind);

/// Style sheet for the application: flat tool buttons, fields with a clear focus ring, lists with
/// calm rows. A QPushButton with the property "primary" set to true is filled with the accent, one
/// with "danger" with the error tone.
[[nodiscard]] QString styleSheet(ThemeKind kind);

/// Contrast of two colours after WCAG 2: 1 (none) to 21.
[[nodiscard]] double contrastRatio(const QColor &one, const QColor &other);

} // namespace edgewright
