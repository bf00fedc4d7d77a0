// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

/// The service in neutral values, the same for both generations (API.md §0). All text in them comes
/// from the service: show it as plain text only.
namespace edgewright {

/// Names of the two environments every generation has; others are canary regions.
inline constexpr QLatin1StringView kStaging{"staging"};
inline constexpr QLatin1StringView kProduction{"production"};

/// Part of an environment's traffic given to one version.
struct VersionShare {
    QString versionId;    ///< Opaque; 19 digits in practice, never a number (API.md §9.1).
    int percentage = 100; ///< 1–100; the shares of an environment add up to 100.

    [[nodiscard]] bool operator==(const VersionShare &other) const = default;
};

/// What one environment runs now.
struct Deployment {
    QString environment;        ///< kStaging, kProduction, or a canary region's name.
    QString deploymentId;       ///< Empty where the service has none.
    QDateTime createdAt;        ///< UTC; invalid when the service did not say.
    QList<VersionShare> shares; ///< Empty when nothing was ever deployed.
    QString processorTier;      ///< Such as "50ms"; empty where the service has none.
    QStringList domains;        ///< The only ones served, where the service limits them.

    /// The version with the largest share, the first of equals; empty when nothing is deployed.
    [[nodiscard]] QString mainVersionId() const;

    [[nodiscard]] bool operator==(const Deployment &other) const = default;
};

struct Routine {
    QString name;        ///< Unique per account, immutable.
    QString description; ///< Decoded (API.md §9.4).
    QDateTime createdAt; ///< UTC; invalid when the service did not say.
    QString defaultHost; ///< Host the service gives every routine; empty when none.
    bool hasAssets = false;
    QList<Deployment> deployments; ///< Only filled by fetchRoutine().

    /// The deployment of \p environment; one without shares when there is none.
    [[nodiscard]] Deployment deploymentIn(const QString &environment) const;
};

struct RoutineList {
    QList<Routine> routines; ///< In the service's order.
    int used = 0;
    int quota = 0;        ///< 0 when the service did not say.
    bool complete = true; ///< False when the service cannot list all of them (API.md §3.11).
};

enum class VersionState { Ready, Preparing, Failed };

struct CodeVersion {
    QString id;
    QString description; ///< Decoded; may hold line breaks.
    QDateTime createdAt; ///< UTC, to the millisecond; invalid when the service did not say.
    VersionState state = VersionState::Ready;
    /// The shared staging slot that a commit turns into a version; not deletable, not splittable.
    bool isUnstable = false;
    bool hasAssets = false;
    /// The environment it was saved for; empty: none, or the service did not say.
    QString variablesOf;
    /// It carries that environment's variables, as they were then (API.md §3.21).
    bool hasVariables = false;

    [[nodiscard]] bool operator==(const CodeVersion &other) const = default;
};

struct VersionList {
    QList<CodeVersion> versions; ///< Newest first, the unstable one last.
    bool complete = true; ///< False when the service holds more than it can list (API.md §3.7).
};

/// A version's stored body, decoded but not judged: see text/codebody.h before using it as code.
struct VersionBody {
    QString versionId;
    QString description;
    QDateTime createdAt;
    QByteArray bytes;
};

/// Where and how to hand in code (API.md §7.4); opaque between requestUpload() and upload().
struct UploadForm {
    QUrl url; ///< As the service sent it: check with cloud/uploadhost.h before sending anything.
    QList<std::pair<QByteArray, QByteArray>>
        fields;          ///< All to be posted, byte by byte, before the file.
    QDateTime expiresAt; ///< From the signed policy; invalid when it did not say.
    /// The version that the form fills, where the service made it with the form (API.md §2.1):
    /// there is nothing to commit, and an upload that fails leaves it empty.
    QString versionId;
    bool codeExpected = false; ///< The callback has to answer code 200 (API.md §7.4).
};

/// What the account may hold; 0 means the service did not say.
struct Quota {
    int versionsPerRoutine = 0;
    int routines = 0;
};

enum class ServiceState { Running, Creating, NotOpened, Unknown };

/// A link parameter that opens the routine's default host for an hour (API.md §3.18).
struct AccessToken {
    QByteArray token;
    QString defaultHost;
};

/// A variable that the code of one environment sees; its value is never asked for.
struct EnvironmentVariable {
    QString name;
    bool isSecret = false;

    [[nodiscard]] bool operator==(const EnvironmentVariable &other) const = default;
};

/// What a generation can do; widgets ask this, never which generation it is.
struct Capabilities {
    QStringList environments{kStaging, kProduction};
    int sharesPerEnvironment = 1; ///< 2 where traffic can be split by percentage.
    bool stagingAddresses = false;
    bool accessTokens = false;
    bool editableDescription = false;  ///< Of a routine.
    bool canaryEnvironments = false;   ///< Regions that can be given a version before production.
    bool processorTiers = false;       ///< Each environment has a CPU time limit of its own.
    bool environmentVariables = false; ///< Each environment has variables of its own.
    bool uploadMakesVersion = false;   ///< Asking for an upload uses up a version (API.md §2.1).
    bool stagingUploads = false;       ///< Code can be put on staging before it is a version.
    qint64 largestCode = 5'000'000;    ///< Bytes (API.md §8: under 5 MB).
    int defaultVersionQuota = 10;      ///< Until fetchQuota() knows better (API.md §8).
};

} // namespace edgewright
