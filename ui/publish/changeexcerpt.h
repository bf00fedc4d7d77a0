// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <chrono>

namespace edgewright {

/// One line of a unified difference, as it is shown.
struct ExcerptLine {
    enum class Kind { Context, Removed, Added, Gap };

    Kind kind = Kind::Context;
    qint64 number = 0; ///< From 1, on the side it stands on; 0 for a gap.
    QString text;      ///< Foreign, made visible, cut when it is very long. Gap: empty.
    /// Characters of the text that changed: position and length.
    QList<std::pair<int, int>> words;
};

/// What changes between two texts, short enough to be read in passing.
struct ChangeExcerpt {
    QList<ExcerptLine> lines;
    quint64 added = 0;
    quint64 removed = 0;
    QString words;       ///< "handleRequest changed, addCors added"; may be empty.
    quint64 left = 0;    ///< Changed lines that are not among the lines.
    bool isSame = false; ///< Byte by byte.
};

/// Takes at most \p patience; any thread.
[[nodiscard]] ChangeExcerpt excerptOf(const QByteArray &before, const QByteArray &after,
                                      std::chrono::milliseconds patience = std::chrono::seconds{3});

} // namespace edgewright
