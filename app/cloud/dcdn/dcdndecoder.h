// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cloud/routinetypes.h"

#include <QJsonObject>

/// Answers of the 2018-01-15 operations (API.md §2) in neutral values: everything lies in an
/// untyped Content, and revisions are called versions here. Pure functions;
/// ErrorCode::InvalidResponse when something that cannot be done without is missing or wrong.
namespace edgewright::dcdn {

/// Of DescribeUserErStatus, whose answer is flat.
[[nodiscard]] ServiceState serviceState(const QJsonObject &answer);
/// Of DescribeRoutineUserInfo; its items are undocumented and read as names or objects.
[[nodiscard]] Result<RoutineList> routineList(const QJsonObject &answer);
/// Of DescribeRoutine: one deployment for each environment.
[[nodiscard]] Result<Routine> routine(const QString &name, const QJsonObject &answer);
/// The versions in the same answer, newest first, the unstable one last.
[[nodiscard]] Result<VersionList> versionList(const QJsonObject &answer);
[[nodiscard]] Result<VersionBody> body(const QString &versionId, const QJsonObject &answer);
/// With the version that the form fills; empty for the staging slot.
[[nodiscard]] Result<UploadForm> uploadForm(const QJsonObject &answer);
/// Of CommitStagingRoutineCode and PublishRoutineCodeRevision. Content is an object or a bare
/// value; a bare number may have lost its last digits on the way and is no id:
/// ErrorCode::InvalidResponse.
[[nodiscard]] Result<QString> revision(const QJsonObject &answer);
/// Of DescribeRoutineCanaryEnvs.
[[nodiscard]] QStringList canaryEnvironments(const QJsonObject &answer);
/// Of DescribeRoutineSpec.
[[nodiscard]] QStringList processorTiers(const QJsonObject &answer);
/// Of DescribeRoutineRelatedDomains.
[[nodiscard]] QStringList domains(const QJsonObject &answer);
/// "OK", or nothing at all; ErrorCode::ServiceFailure for anything else.
[[nodiscard]] Result<> acknowledgement(const QJsonObject &answer);

} // namespace edgewright::dcdn
