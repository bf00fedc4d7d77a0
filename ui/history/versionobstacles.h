// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QString>

/// Why something cannot be done with a version, in one sentence; empty when it can.
namespace edgewright {

/// Whether the service may be changed now.
struct Writability {
    bool isWritable = true;
    QString reason; ///< Why not.
};

[[nodiscard]] QString whyNotDelete(const QModelIndex &version, const Writability &service);
[[nodiscard]] QString whyNotPublish(const QModelIndex &version, const Writability &service);
/// Reading, comparing and using its code as the draft.
[[nodiscard]] QString whyNotRead(const QModelIndex &version, const Writability &service);

} // namespace edgewright
