// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparescene.h"

#include <QCoreApplication>

namespace edgewright {

/// Says in words what a row shows in signs and colours; for screen readers.
class RowWords final {
    Q_DECLARE_TR_FUNCTIONS(edgewright::RowWords)

public:
    /// "Line 3 removed: let u", and in the next line "Line 3 added: const url", where a row has
    /// both.
    [[nodiscard]] static QString row(const CompareScene &scene, int index);
    /// The same with a newline behind each line.
    [[nodiscard]] static QString lines(const CompareScene &scene, int index);
    /// The first rows of a change, one per line.
    [[nodiscard]] static QString change(const CompareScene &scene, int change);

private:
    [[nodiscard]] static QString line(const CompareScene &scene, std::uint32_t row, Side side);
};

} // namespace edgewright
