// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparescene.h"

#include <QCoreApplication>

namespace edgewright {

/// Says in words what a row shows in signs and colours; for screen readers.
class RowWords final {
    Q_DECLARE_TR_FUNCTIONS(edgewright::RowWords)

public:
    /// "Changed. Left line 3: let u. Right line 3: const url."
    [[nodiscard]] static QString row(const CompareScene &scene, int index);
    /// A row as in a patch, with line numbers: "− 3 let u" and "+ 3 const url", each with a
    /// newline.
    [[nodiscard]] static QString patchLines(const CompareScene &scene, int index);
    /// The first rows of a change, one per line.
    [[nodiscard]] static QString change(const CompareScene &scene, int change);
};

} // namespace edgewright
