// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFont;
class QLabel;
class QWidget;

/// The only way foreign text reaches a widget: never as markup, never able to disguise itself.
namespace edgewright {

/// Shows \p text literally: plain format, not selectable, no links, characters that would not show
/// made visible.
void setPlainText(QLabel *label, const QString &text);

/// For setToolTip(): plain text, broken into lines of a readable length, or HTML where Qt would
/// take it for HTML anyway.
[[nodiscard]] QString plainToolTip(const QString &text);

/// Sets the tool tip and the accessible description, for which Qt would otherwise take the tool
/// tip, HTML included.
void setPlainToolTip(QWidget *widget, const QString &text);

/// One line of at most \p limit characters: blanks and line breaks become one space, control and
/// direction-changing characters show as their code, a cut ends in "…".
[[nodiscard]] QString oneLine(const QString &text, qsizetype limit = 200);

/// As oneLine() but line breaks and blanks stay.
[[nodiscard]] QString visibleText(const QString &text, qsizetype limit = 10'000);

/// For buttons, menu entries and tabs, where a single "&" would underline the next letter.
[[nodiscard]] QString actionText(const QString &text, qsizetype limit = 80);

// Sizes relative to the font in use, so that a larger system font enlarges everything.
[[nodiscard]] QFont smallFont(const QFont &base);
[[nodiscard]] QFont strongFont(const QFont &base);
[[nodiscard]] QFont titleFont(const QFont &base);

} // namespace edgewright
