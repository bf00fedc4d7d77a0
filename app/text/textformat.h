// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace edgewright {

enum class LineEnd { None, Lf, CrLf, Cr, Mixed };

struct Indentation {
    bool tabs = false;
    int width = 2; ///< Columns of one level, 1–8.

    [[nodiscard]] bool operator==(const Indentation &other) const = default;
};

/// The properties of a text that its characters do not show; read from the bytes, never changed
/// silently.
struct TextFormat {
    bool byteOrderMark = false;
    LineEnd lineEnd = LineEnd::None;
    bool finalNewline = false;
    Indentation indentation;

    [[nodiscard]] bool operator==(const TextFormat &other) const = default;
};

/// \p utf8 may be of any size; the indentation is guessed from its first lines.
[[nodiscard]] TextFormat detectFormat(const QByteArray &utf8);

/// "LF", "CRLF", … as the status bar shows it; translated where it is a word.
[[nodiscard]] QString displayName(LineEnd lineEnd);

/// True when \p bytes are valid UTF-8 throughout.
[[nodiscard]] bool isUtf8(const QByteArray &bytes);

} // namespace edgewright
