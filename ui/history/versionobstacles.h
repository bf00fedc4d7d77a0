// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QString>

/// Why something cannot be done with a version, in one sentence; empty when it can.
namespace edgewright {

/// Whether the service can be asked, and whether it may be changed.
struct Writability {
    bool isWritable = true;
    QString reason; ///< Why it cannot be asked.
    QString locked; ///< Why nothing may be changed, although it could be.

    [[nodiscard]] QString whyNoChange() const { return isWritable ? locked : reason; }
};

[[nodiscard]] QString whyNotDelete(const QModelIndex &version, const Writability &service);
[[nodiscard]] QString whyNotPublish(const QModelIndex &version, const Writability &service);
/// Reading, comparing and using its code as the draft.
[[nodiscard]] QString whyNotRead(const QModelIndex &version, const Writability &service);

} // namespace edgewright
