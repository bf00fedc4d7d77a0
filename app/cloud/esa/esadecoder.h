// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cloud/routinetypes.h"

#include <QJsonObject>
#include <QList>

/// Answers of the 2024-09-10 operations (API.md §3) in neutral values. Pure functions;
/// ErrorCode::InvalidResponse when something that cannot be done without is missing or wrong.
namespace edgewright::esa {

[[nodiscard]] ServiceState serviceState(const QJsonObject &answer);
[[nodiscard]] Result<RoutineList> routineList(const QList<QJsonObject> &pages);
[[nodiscard]] Result<Routine> routine(const QString &name, const QJsonObject &answer);
[[nodiscard]] Result<VersionList> versionList(const QList<QJsonObject> &pages);
[[nodiscard]] Result<CodeVersion> version(const QString &versionId, const QJsonObject &answer);
[[nodiscard]] Result<VersionBody> body(const QString &versionId, const QJsonObject &answer);
[[nodiscard]] Result<UploadForm> uploadForm(const QJsonObject &answer);
[[nodiscard]] Result<QString> committedVersion(const QJsonObject &answer);
[[nodiscard]] Result<Quota> quota(const QJsonObject &answer);
[[nodiscard]] Result<AccessToken> accessToken(const QJsonObject &answer);
[[nodiscard]] QStringList stagingAddresses(const QJsonObject &answer);

/// Operations that return nothing say "OK", or nothing at all; ErrorCode::ServiceFailure when they
/// say something else.
[[nodiscard]] Result<> acknowledgement(const QJsonObject &answer);

} // namespace edgewright::esa
