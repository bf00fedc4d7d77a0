// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace edgewright {

/// A version to be copied to another account, with code that is at hand.
struct CopySource {
    QString versionId;
    QString name; ///< "v7"
    QString description;
    QByteArray digest; ///< SHA-256 of its code.
};

/// A version that is there already.
struct CopyTarget {
    QString versionId;
    QByteArray digest;
};

enum class CopyState {
    Same,       ///< Both sides have it, byte by byte.
    Waiting,    ///< Still to be copied.
    OnlySource, ///< Stays where it is: there is no room, or newer ones are there already.
    OnlyTarget, ///< Something else is there.
};

struct CopyRow {
    CopySource source; ///< Without an id for OnlyTarget.
    QString targetId;
    CopyState state = CopyState::Waiting;
};

/// Which versions are copied, in which order, and what is there already.
struct CopyPlan {
    QList<CopyRow> rows; ///< Oldest first; what only the target has comes last.

    [[nodiscard]] int count(CopyState state) const;
    /// The oldest version that waits; -1: none.
    [[nodiscard]] qsizetype next() const;
};

/// Both lists are oldest first. What was copied before is found by its bytes in the same order; of
/// what is newer than that, the newest that fit under \p quota are copied. Nothing there is
/// deleted.
[[nodiscard]] CopyPlan planCopy(const QList<CopySource> &sources, const QList<CopyTarget> &targets,
                                int quota);

} // namespace edgewright
