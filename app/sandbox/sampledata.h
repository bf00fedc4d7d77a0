// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/database.h"
#include "sandbox/failure.h"

#include <QDateTime>
#include <QJsonArray>

namespace edgewright::sandbox {

/// Fills an empty store with the sample routines built into the program, dated back from \p now; a
/// store that holds a routine is left alone.
[[nodiscard]] Outcome loadSamples(Database &database, const QDateTime &now);

/// The same for the routines of the first API generation.
void loadErSamples(Database &database, const QJsonArray &samples, const QDateTime &now);

/// A file of resources/samples.
[[nodiscard]] QByteArray sampleFile(const QString &name);
[[nodiscard]] QDateTime sampleTime(const QDateTime &now, const QJsonValue &hoursAgo);

} // namespace edgewright::sandbox
