// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/database.h"
#include "sandbox/operation.h"

#include <optional>

namespace edgewright::sandbox {

inline constexpr QLatin1StringView kUnstable{"unstable"};
inline constexpr QLatin1StringView kAvailable{"Available"};
inline constexpr QLatin1StringView kInit{"Init"};
inline constexpr QLatin1StringView kFailed{"Failed"};

struct RoutineRow {
    qint64 key = 0;
    QString name;
    QString description;
    qint64 createdMs = 0;
    bool hasAssets = false;
};

struct VersionRow {
    QString id;
    QString description;
    qint64 createdMs = 0;
    QString status;
    bool hasAssets = false;
    QString extraInfo;
    QString options; ///< ConfOptions as JSON text.
    qint64 buildId = 0;
    QString deployEnv;
    bool hasVariables = false; ///< That environment had some when it was made.

    [[nodiscard]] bool isUnstable() const { return id == kUnstable; }
};

struct ShareRow {
    QString version;
    int percentage = 100;
};

struct DeploymentRow {
    qint64 id = 0;
    qint64 createdMs = 0;
    QList<ShareRow> shares;
};

[[nodiscard]] std::optional<RoutineRow> findRoutine(Database &database, const QString &name);
/// The routine a call names in \p parameter, or why there is none.
[[nodiscard]] std::variant<RoutineRow, Failure>
routineOf(Call &call, const QString &parameter = QStringLiteral("Name"));

[[nodiscard]] std::optional<VersionRow> findVersion(Database &database, qint64 routine,
                                                    const QString &id);
/// Newest first, the unstable one last.
[[nodiscard]] QList<VersionRow> allVersions(Database &database, qint64 routine);
void insertVersion(Database &database, qint64 routine, const VersionRow &row, const QVariant &body);
/// Whether a version made for \p environment now would carry variables.
[[nodiscard]] bool hasVariables(Database &database, qint64 routine, const QString &environment);
/// Numbered versions only.
[[nodiscard]] int versionCount(Database &database, qint64 routine);
/// 19 digits, the time in nanoseconds, larger than any before.
[[nodiscard]] QString nextVersionId(Database &database, const QDateTime &now);

[[nodiscard]] std::optional<DeploymentRow> currentDeployment(Database &database, qint64 routine,
                                                             const QString &environment);
[[nodiscard]] qint64 insertDeployment(Database &database, qint64 routine,
                                      const QString &environment, const DeploymentRow &row);
[[nodiscard]] bool isDeployed(Database &database, qint64 routine, const QString &version);

[[nodiscard]] bool isEnvironment(const QString &name);
/// 2026-01-31T12:00:00Z
[[nodiscard]] QString timeText(qint64 milliseconds);
/// <name>.<account>.er.aliyun-esa.net
[[nodiscard]] QString defaultHost(const Settings &settings, const QString &routine);

/// A page of a list: PageNumber and PageSize, with what the contract allows.
struct Page {
    qint64 number = 1;
    qint64 size = 20;

    [[nodiscard]] qint64 first() const { return (number - 1) * size; }
    template <typename T>
    [[nodiscard]] QList<T> of(const QList<T> &all) const
    {
        return all.mid(static_cast<qsizetype>(std::min<qint64>(first(), all.size())),
                       static_cast<qsizetype>(size));
    }
};

struct PageLimits {
    qint64 highestNumber = 1'000'000;
    qint64 largestSize = 500;
    qint64 usualSize = 20;
};

[[nodiscard]] std::variant<Page, Failure> pageOf(const Call &call, const PageLimits &limits);

} // namespace edgewright::sandbox
