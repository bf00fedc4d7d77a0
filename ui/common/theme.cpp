// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"

#include <algorithm>
#include <cmath>

namespace edgewright {

namespace {

constexpr QColor rgb(unsigned value)
{
    return QColor(static_cast<int>((value >> 16U) & 0xFFU), static_cast<int>((value >> 8U) & 0xFFU),
                  static_cast<int>(value & 0xFFU));
}

Theme lightTheme()
{
    return {
        .kind = ThemeKind::Light,
        .window = {.window = rgb(0xF3F4F7),
                   .panel = rgb(0xFFFFFF),
                   .raised = rgb(0xFFFFFF),
                   .hover = rgb(0xE9ECF2),
                   .pressed = rgb(0xDCE2EC),
                   .text = rgb(0x1F2430),
                   .muted = rgb(0x566070),
                   .disabled = rgb(0x8F97A5),
                   .border = rgb(0xDDE1E8),
                   .outline = rgb(0x858E9D),
                   .accent = rgb(0x1B62D1),
                   .accentHover = rgb(0x1554BA),
                   .accentText = rgb(0xFFFFFF),
                   .link = rgb(0x1257C2),
                   .selection = rgb(0xDCE8FC)},
        .editor = {.background = rgb(0xFFFFFF),
                   .text = rgb(0x1F2430),
                   .caret = rgb(0x1257C2),
                   .currentLine = rgb(0xF3F6FB),
                   .selection = rgb(0xCCE0FF),
                   .lineNumber = rgb(0x6B7585),
                   .currentLineNumber = rgb(0x1F2430),
                   .margin = rgb(0xFFFFFF),
                   .foldMarker = rgb(0x6B7585),
                   .indentationGuide = rgb(0xDDE1E8),
                   .whitespace = rgb(0xA9B2C0),
                   .braceMatch = rgb(0xD6E4D0),
                   .braceMismatch = rgb(0xFFCDC8),
                   .findMatch = rgb(0xFFE9A8),
                   .findMatchOutline = rgb(0xB98500),
                   .suspiciousText = rgb(0xFFFFFF),
                   .suspiciousBackground = rgb(0xB3261E)},
        .tokens = {rgb(0xA9B2C0), rgb(0x4A6445), rgb(0x4A6445), rgb(0x7A22B8), rgb(0x0A47B5),
                   rgb(0x1F2430), rgb(0x6A4B00), rgb(0x0B4F79), rgb(0x5B4A8A), rgb(0x005F5B),
                   rgb(0x00603F), rgb(0x9C1F14), rgb(0x8A3A08), rgb(0x8A1650), rgb(0x3A4350),
                   rgb(0x2F3742), rgb(0xB00020)},
        .redGreen = {.removedLine = rgb(0xFFEBE9),
                     .removedWord = rgb(0xFFCDC8),
                     .removedSign = rgb(0xA8201A),
                     .addedLine = rgb(0xE4F8EA),
                     .addedWord = rgb(0xB5EBC4),
                     .addedSign = rgb(0x136B34),
                     .changedLine = rgb(0xFFF6DC),
                     .changedWord = rgb(0xFFE7A6),
                     .changedSign = rgb(0x7A5600),
                     .movedLine = rgb(0xEFE9FB),
                     .movedSign = rgb(0x5E3DA8),
                     .filler = rgb(0xF3F4F7),
                     .fillerPattern = rgb(0xDDE1E8),
                     .foldBand = rgb(0xEAF1FC),
                     .foldText = rgb(0x3D5A86)},
        .blueOrange = {.removedLine = rgb(0xFFF0E0),
                       .removedWord = rgb(0xFFD9AE),
                       .removedSign = rgb(0x8A4700),
                       .addedLine = rgb(0xE3F0FF),
                       .addedWord = rgb(0xBEDCFF),
                       .addedSign = rgb(0x0B52A8),
                       .changedLine = rgb(0xF3F0FA),
                       .changedWord = rgb(0xE0D9F2),
                       .changedSign = rgb(0x57468A),
                       .movedLine = rgb(0xE6F3F2),
                       .movedSign = rgb(0x0B615C),
                       .filler = rgb(0xF3F4F7),
                       .fillerPattern = rgb(0xDDE1E8),
                       .foldBand = rgb(0xEEF0F4),
                       .foldText = rgb(0x4A5566)},
        .production = {rgb(0xFFE9E7), rgb(0x9B1C16), rgb(0xF0B3AE)},
        .staging = {rgb(0xFFF3D1), rgb(0x704B00), rgb(0xE8CB80)},
        .draft = {rgb(0xE6EEFC), rgb(0x174EA6), rgb(0xB3CBF3)},
        .info = {rgb(0xE8F0FD), rgb(0x173F80), rgb(0xB3CBF3)},
        .warning = {rgb(0xFFF5DA), rgb(0x664400), rgb(0xE8CB80)},
        .error = {rgb(0xFFECEA), rgb(0x8C1711), rgb(0xF0B3AE)},
        .success = {rgb(0xE6F6EA), rgb(0x0F5A2B), rgb(0xA9D9B7)},
    };
}

Theme darkTheme()
{
    return {
        .kind = ThemeKind::Dark,
        .window = {.window = rgb(0x16181D),
                   .panel = rgb(0x1C1F26),
                   .raised = rgb(0x262B35),
                   .hover = rgb(0x2A2F3A),
                   .pressed = rgb(0x343B48),
                   .text = rgb(0xDCE1EA),
                   .muted = rgb(0xA3ADBC),
                   .disabled = rgb(0x69727F),
                   .border = rgb(0x2D323D),
                   .outline = rgb(0x6F7989),
                   .accent = rgb(0x2C6BD9),
                   .accentHover = rgb(0x3572DC),
                   .accentText = rgb(0xFFFFFF),
                   .link = rgb(0x7FB2FF),
                   .selection = rgb(0x263957)},
        .editor = {.background = rgb(0x1C1F26),
                   .text = rgb(0xDCE1EA),
                   .caret = rgb(0x9CC0FF),
                   .currentLine = rgb(0x242934),
                   .selection = rgb(0x26416A),
                   .lineNumber = rgb(0x8590A2),
                   .currentLineNumber = rgb(0xDCE1EA),
                   .margin = rgb(0x1C1F26),
                   .foldMarker = rgb(0x8590A2),
                   .indentationGuide = rgb(0x323844),
                   .whitespace = rgb(0x5A6474),
                   .braceMatch = rgb(0x364539),
                   .braceMismatch = rgb(0x632A31),
                   .findMatch = rgb(0x4E4012),
                   .findMatchOutline = rgb(0xC9A227),
                   .suspiciousText = rgb(0x2A0B09),
                   .suspiciousBackground = rgb(0xFF8A80)},
        .tokens = {rgb(0x5A6474), rgb(0x9FB894), rgb(0x9FB894), rgb(0xD3A6F7), rgb(0x9CC0FF),
                   rgb(0xDCE1EA), rgb(0xECD38F), rgb(0xA6DBFA), rgb(0xC9BDF5), rgb(0x6FDCC4),
                   rgb(0xBFDCAA), rgb(0xF0B090), rgb(0xF3BF8E), rgb(0xF5A3C4), rgb(0xC9D0DB),
                   rgb(0xD3D9E3), rgb(0xFFA5A0)},
        .redGreen = {.removedLine = rgb(0x3A2126),
                     .removedWord = rgb(0x632A31),
                     .removedSign = rgb(0xFF9E97),
                     .addedLine = rgb(0x1B3327),
                     .addedWord = rgb(0x1F4C33),
                     .addedSign = rgb(0x7FD79A),
                     .changedLine = rgb(0x352D1B),
                     .changedWord = rgb(0x503F19),
                     .changedSign = rgb(0xE6C56B),
                     .movedLine = rgb(0x2E2845),
                     .movedSign = rgb(0xC9B5FF),
                     .filler = rgb(0x16181D),
                     .fillerPattern = rgb(0x2D323D),
                     .foldBand = rgb(0x222B3A),
                     .foldText = rgb(0xA9C3EA)},
        .blueOrange = {.removedLine = rgb(0x3B2A18),
                       .removedWord = rgb(0x5C3B14),
                       .removedSign = rgb(0xF5B26B),
                       .addedLine = rgb(0x1A2D47),
                       .addedWord = rgb(0x1F406D),
                       .addedSign = rgb(0x8FC1FF),
                       .changedLine = rgb(0x2B2738),
                       .changedWord = rgb(0x413A58),
                       .changedSign = rgb(0xC9BDF5),
                       .movedLine = rgb(0x18332F),
                       .movedSign = rgb(0x7ED9CB),
                       .filler = rgb(0x16181D),
                       .fillerPattern = rgb(0x2D323D),
                       .foldBand = rgb(0x252A33),
                       .foldText = rgb(0xB4BECC)},
        .production = {rgb(0x47211F), rgb(0xFFB4AD), rgb(0x7C3A36)},
        .staging = {rgb(0x40330F), rgb(0xF3D27A), rgb(0x70591D)},
        .draft = {rgb(0x1D3152), rgb(0xAFCEFF), rgb(0x365686)},
        .info = {rgb(0x1C2C47), rgb(0xB9D4FF), rgb(0x365686)},
        .warning = {rgb(0x3A2F12), rgb(0xF3D68A), rgb(0x70591D)},
        .error = {rgb(0x42201E), rgb(0xFFBDB7), rgb(0x7C3A36)},
        .success = {rgb(0x1A3524), rgb(0x9FE0B3), rgb(0x2F6643)},
    };
}

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(static_cast<double>(color.redF()))
           + 0.7152 * linear(static_cast<double>(color.greenF()))
           + 0.0722 * linear(static_cast<double>(color.blueF()));
}

} // namespace

const Theme &theme(ThemeKind kind)
{
    static const Theme light = lightTheme();
    static const Theme dark = darkTheme();
    return kind == ThemeKind::Dark ? dark : light;
}

QPalette palette(ThemeKind kind)
{
    const WindowColors &c = theme(kind).window;
    QPalette palette(c.text, c.raised, c.raised.lighter(), c.border, c.outline, c.text,
                     theme(kind).editor.text, c.panel, c.window);
    palette.setColor(QPalette::AlternateBase, c.window);
    palette.setColor(QPalette::Midlight, c.hover);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.accentText);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::LinkVisited, c.link);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::ToolTipBase, c.raised);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, theme(kind).error.text);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, c.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.pressed);
    return palette;
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

} // namespace edgewright
