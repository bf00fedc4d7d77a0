// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace edgewright {

enum class Side { Left, Right };

/// One of the two texts, with the words the user knows it by.
struct CompareSide {
    QString title; ///< "v12 · 3 Nov · cache 404s"; foreign.
    QByteArray text;
    /// What is missing or was done to the text, in one translated sentence; empty when all is well.
    QString note;
    bool isDraft = false; ///< Blocks can be taken into it.

    [[nodiscard]] bool operator==(const CompareSide &other) const = default;
};

/// A wish to replace bytes of one side. The owner of the text carries it out as one step that can
/// be undone, and only while the text is still \p before.
struct CompareEdit {
    Side side = Side::Right;
    qsizetype begin = 0;
    qsizetype length = 0;
    QByteArray replacement;
    QByteArray before; ///< The whole text of that side; shared, not copied.

    [[nodiscard]] QByteArray result() const
    {
        return QByteArray(before).replace(begin, length, replacement);
    }
};

} // namespace edgewright
