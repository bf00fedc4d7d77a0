// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/settings.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace edgewright::sandbox {

/// Which version of which routine an object belongs to; written into the object's name.
struct UploadTarget {
    QString routine;
    QString version; ///< "unstable" for single files, an id for zips and the first generation.
    bool isFirstGeneration = false;

    [[nodiscard]] bool isZip() const;
    /// sp_esa_rwa/<account>/<routine>/<version>/routine/index.js or …/routine.zip;
    /// <routine>.<account>.<version>.js in the first generation.
    [[nodiscard]] QString objectName(const QString &accountId) const;
    [[nodiscard]] static std::optional<UploadTarget> fromObjectName(const QString &accountId,
                                                                    const QString &name);
};

/// The largest file an upload form allows for \p target.
[[nodiscard]] qint64 largestUpload(const UploadTarget &target);

/// The policy of an upload form, base64.
[[nodiscard]] QByteArray uploadPolicy(const Settings &settings, const UploadTarget &target,
                                      const QDateTime &now);
/// The callback of an upload form, base64: whom the object store tells, and a token that only this
/// service can have made for this object.
[[nodiscard]] QByteArray uploadCallback(const Settings &settings, const UploadTarget &target);
/// True when \p callback (base64) is one that uploadCallback() made for \p objectName.
[[nodiscard]] bool isOwnCallback(const Settings &settings, const QByteArray &callback,
                                 const QString &objectName);

} // namespace edgewright::sandbox
