// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/linestore.h"

#include <vector>

namespace edgewright {

/// Which bodies may hold one of a few lines, told from how they are stored, without putting
/// together any of them: one that names such a line, or is told from one that may hold it. Works in
/// steps on the archive's thread.
class SearchCandidates final {
public:
    /// More lines than that are found soon enough without.
    static constexpr qsizetype kMostLines = 200;

    /// \p lines: ascending.
    explicit SearchCandidates(LineIds lines);

    /// Looks at some more bodies; false when there are no more.
    [[nodiscard]] Result<bool> step(Database &database);
    [[nodiscard]] bool mayHold(qint64 body) const;
    /// Numbers of the routines that hold any of them.
    [[nodiscard]] Result<QList<qint64>> routines(Database &database) const;

private:
    [[nodiscard]] bool names(const QByteArray &data) const;

    LineIds m_lines;
    std::vector<bool> m_mayHold; ///< By body.
    qint64 m_last = 0;
};

} // namespace edgewright
