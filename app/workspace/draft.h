// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace edgewright {

/// Unpublished text of one routine.
struct Draft {
    QString accountId;
    QString routine;
    QString baseVersionId; ///< The version it started from; empty for a new routine.
    /// The newest numbered version there was when it took its base; empty: not known.
    QString newestVersionId;
    QByteArray text;       ///< Bytes in = bytes out.
    qint64 caret = 0;      ///< Byte offset.
    int firstLine = -1;    ///< At the top of the editor, 0-based; -1: not known.
    QDateTime changedAt;   ///< UTC.
};

} // namespace edgewright
