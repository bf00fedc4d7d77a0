// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/database.h"
#include "sandbox/operation.h"

#include <QJsonObject>

#include <optional>

/// What the 2018-01-15 operations keep: routines of their own, apart from those of the current
/// generation (API.md §2).
namespace edgewright::sandbox {

struct ErRoutine {
    qint64 key = 0;
    QString name;
    QString description;
    qint64 createdMs = 0;
};

struct ErRevision {
    QString id; ///< 19 digits, or "unstable" for what was last uploaded to staging.
    QString description;
    qint64 createdMs = 0;
    bool hasCode = false; ///< False until the object store told of the upload.
};

struct ErEnvironment {
    QString name;
    QString tier;
    QString revision; ///< Empty: nothing published.
    QStringList hosts;
};

/// The one code all failures have; the cause is in its text.
[[nodiscard]] Failure generalError(const QString &cause);
/// Descriptions are answered as base64 of a JSON string.
[[nodiscard]] QString encodedDescription(const QString &text);

[[nodiscard]] std::optional<ErRoutine> findErRoutine(Database &database, const QString &name);
[[nodiscard]] QList<ErRoutine> allErRoutines(Database &database);
/// The routine that parameter Name names, or why there is none.
[[nodiscard]] std::variant<ErRoutine, Failure> erRoutineOf(Call &call);

[[nodiscard]] std::optional<ErRevision> findErRevision(Database &database, qint64 routine,
                                                       const QString &id);
/// Newest first, the unstable one last.
[[nodiscard]] QList<ErRevision> allErRevisions(Database &database, qint64 routine);
/// \p code null: not uploaded yet.
void insertErRevision(Database &database, qint64 routine, const ErRevision &row,
                      const QVariant &code);

[[nodiscard]] QList<ErEnvironment> allErEnvironments(Database &database, qint64 routine);
void saveErEnvironment(Database &database, qint64 routine, const ErEnvironment &row);

/// presetCanary… of the 35 regions.
[[nodiscard]] QStringList canaryEnvironments();
[[nodiscard]] QStringList processorTiers();

} // namespace edgewright::sandbox
