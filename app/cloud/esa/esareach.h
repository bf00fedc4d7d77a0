// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cloud/routinetypes.h"

#include <QJsonObject>
#include <QList>

/// What a routine's traffic comes from and what surrounds it, from the answers of the 2024-09-10
/// operations (API.md §3.21, §4). Pure functions.
namespace edgewright::esa {

/// "*.example.com/shop*" as a rule expression says it (API.md §4.4); the expression itself when it
/// is not of that form.
[[nodiscard]] QString routeText(const QString &rule);
/// Routes that are switched on and not bypassed, each once. ErrorCode::InvalidResponse when there
/// are more than were listed.
[[nodiscard]] Result<QStringList> routes(const QList<QJsonObject> &pages);
/// Hosts whose records lead to the routine, likewise.
[[nodiscard]] Result<QStringList> relatedHosts(const QList<QJsonObject> &pages);
/// Names and types, in the order of names; no value is kept.
[[nodiscard]] Result<QList<EnvironmentVariable>> variables(const QList<QJsonObject> &pages);

} // namespace edgewright::esa
