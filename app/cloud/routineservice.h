// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"
#include "cloud/routinetypes.h"

#include <QObject>

namespace edgewright {

/// The routine service of one account, in neutral values; one adapter per API generation.
///
/// Reads repeat themselves on throttling, 5xx and timeouts; calls that change something are sent
/// exactly once unless the service refused them before executing anything. When the answer to such
/// a call is lost the reply fails with ErrorCode::OutcomeUnknown: read back before deciding.
/// All replies belong to the service and die with it. GUI thread only.
class RoutineService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const Capabilities &capabilities() const = 0;

    /// Whether edge routines are activated (API.md §3.19); the cheapest signed call.
    [[nodiscard]] virtual Reply<ServiceState> *fetchServiceState() = 0;

    /// All pages (API.md §3.11).
    [[nodiscard]] virtual Reply<RoutineList> *listRoutines() = 0;
    /// With deployments (API.md §3.10); ErrorCode::NotFound.
    [[nodiscard]] virtual Reply<Routine> *fetchRoutine(const QString &name) = 0;
    /// ErrorCode::AlreadyExists, QuotaExceeded, ServiceNotOpen (API.md §3.13).
    [[nodiscard]] virtual Reply<> *createRoutine(const QString &name,
                                                 const QString &description) = 0;
    [[nodiscard]] virtual Reply<> *deleteRoutine(const QString &name) = 0;
    [[nodiscard]] virtual Reply<> *changeDescription(const QString &name,
                                                     const QString &description) = 0;

    /// All pages the service can list, 40 versions at most (API.md §3.7).
    [[nodiscard]] virtual Reply<VersionList> *listVersions(const QString &routine) = 0;
    [[nodiscard]] virtual Reply<CodeVersion> *fetchVersion(const QString &routine,
                                                           const QString &versionId) = 0;
    /// The stored bytes (API.md §3.4).
    [[nodiscard]] virtual Reply<VersionBody> *fetchBody(const QString &routine,
                                                        const QString &versionId) = 0;
    /// ErrorCode::InUse when deployed (API.md §3.6).
    [[nodiscard]] virtual Reply<> *deleteVersion(const QString &routine,
                                                 const QString &versionId) = 0;

    // A new version in three calls (API.md §7.1); workspace/saveversionflow.h drives them.
    [[nodiscard]] virtual Reply<UploadForm> *requestUpload(const QString &routine,
                                                           const QString &description) = 0;
    /// Posts \p code to the object store; succeeds only when its callback did (203 is a failure).
    [[nodiscard]] virtual Reply<> *upload(const UploadForm &form, const QByteArray &code) = 0;
    /// Turns what was uploaded into a version and answers its id. A repeat would make a second one.
    /// \p variablesOf: the environment whose variables the version carries from then on; empty:
    /// it carries none. Capabilities::environmentVariables.
    [[nodiscard]] virtual Reply<QString> *commitUpload(const QString &routine,
                                                       const QString &description,
                                                       const QString &variablesOf = {}) = 0;

    /// Gives all traffic of \p environment to \p shares (API.md §3.8, §3.9): 100 % to one version,
    /// or a split where capabilities().sharesPerEnvironment allows it.
    [[nodiscard]] virtual Reply<> *publish(const QString &routine, const QString &environment,
                                           const QList<VersionShare> &shares) = 0;

    [[nodiscard]] virtual Reply<Quota> *fetchQuota() = 0;
    /// Addresses that serve staging (API.md §3.16).
    [[nodiscard]] virtual Reply<QStringList> *fetchStagingAddresses() = 0;
    [[nodiscard]] virtual Reply<AccessToken> *fetchAccessToken(const QString &routine) = 0;
    /// Hosts and route patterns whose traffic the routine gets (API.md §2.16, §4.2, §4.3).
    [[nodiscard]] virtual Reply<QStringList> *fetchReach(const QString &routine);

    // What capabilities() has to promise: without it these fail with ErrorCode::InvalidRequest and
    // send nothing.

    /// Names and types, never values (API.md §3.21). Capabilities::environmentVariables.
    [[nodiscard]] virtual Reply<QList<EnvironmentVariable>> *
    fetchVariables(const QString &routine, const QString &environment);

    /// Like requestUpload(), into the staging slot: what is uploaded serves staging at once, and
    /// commitUpload() makes it a version (API.md §2.2). Capabilities::stagingUploads.
    [[nodiscard]] virtual Reply<UploadForm> *requestStagingUpload(const QString &routine,
                                                                  const QString &description);
    /// Gives one version all traffic of several environments in one call (API.md §2.4).
    [[nodiscard]] virtual Reply<> *publishEverywhere(const QString &routine,
                                                     const QStringList &environments,
                                                     const QString &versionId);
    /// Names of the regions there are (API.md §2.14). Capabilities::canaryEnvironments, like the
    /// next two.
    [[nodiscard]] virtual Reply<QStringList> *fetchCanaryEnvironments();
    /// Regions have to be added to a routine before anything is published to them (API.md §2.10).
    [[nodiscard]] virtual Reply<> *addEnvironments(const QString &routine,
                                                   const QStringList &environments);
    [[nodiscard]] virtual Reply<> *removeEnvironments(const QString &routine,
                                                      const QStringList &environments);
    /// CPU time limits to choose from (API.md §2.13). Capabilities::processorTiers, like the next.
    [[nodiscard]] virtual Reply<QStringList> *fetchProcessorTiers();
    [[nodiscard]] virtual Reply<> *
    setProcessorTier(const QString &routine, const QString &environment, const QString &tier);

private:
    template <typename T>
    [[nodiscard]] Reply<T> *notOffered();
};

} // namespace edgewright
