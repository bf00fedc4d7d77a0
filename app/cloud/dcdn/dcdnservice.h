// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/apiclient.h"
#include "cloud/routineservice.h"
#include "cloud/servicefactory.h"

namespace edgewright {

/// The service in its first generation, 2018-01-15 (API.md §2): versions are listed with their
/// routine, environments are named regions without shares, and a version exists from the moment its
/// upload is asked for.
class DcdnService final : public RoutineService {
    Q_OBJECT

public:
    static constexpr qsizetype kLongestRoutineDescription = 50; ///< Characters (API.md §2.9).

    /// \p network must outlive the service.
    DcdnService(QNetworkAccessManager &network, const ServiceConfig &config,
                const ClientSettings &settings = {}, QObject *parent = nullptr);

    [[nodiscard]] const Capabilities &capabilities() const override { return m_capabilities; }

    [[nodiscard]] Reply<ServiceState> *fetchServiceState() override;
    [[nodiscard]] Reply<RoutineList> *listRoutines() override;
    [[nodiscard]] Reply<Routine> *fetchRoutine(const QString &name) override;
    [[nodiscard]] Reply<> *createRoutine(const QString &name, const QString &description) override;
    [[nodiscard]] Reply<> *deleteRoutine(const QString &name) override;
    [[nodiscard]] Reply<> *changeDescription(const QString &name,
                                             const QString &description) override;
    [[nodiscard]] Reply<VersionList> *listVersions(const QString &routine) override;
    [[nodiscard]] Reply<CodeVersion> *fetchVersion(const QString &routine,
                                                   const QString &versionId) override;
    [[nodiscard]] Reply<VersionBody> *fetchBody(const QString &routine,
                                                const QString &versionId) override;
    [[nodiscard]] Reply<> *deleteVersion(const QString &routine, const QString &versionId) override;
    /// Makes the version at once (UploadRoutineCode, API.md §2.1): the form carries its id.
    [[nodiscard]] Reply<UploadForm> *requestUpload(const QString &routine,
                                                   const QString &description) override;
    /// Into the staging slot, which serves staging from then on (UploadStagingRoutineCode).
    [[nodiscard]] Reply<UploadForm> *requestStagingUpload(const QString &routine,
                                                          const QString &description) override;
    [[nodiscard]] Reply<> *upload(const UploadForm &form, const QByteArray &code) override;
    /// Of what lies in the staging slot.
    [[nodiscard]] Reply<QString> *commitUpload(const QString &routine, const QString &description,
                                               const QString &variablesOf = {}) override;
    [[nodiscard]] Reply<> *publish(const QString &routine, const QString &environment,
                                   const QList<VersionShare> &shares) override;
    [[nodiscard]] Reply<Quota> *fetchQuota() override;
    [[nodiscard]] Reply<QStringList> *fetchStagingAddresses() override;
    [[nodiscard]] Reply<AccessToken> *fetchAccessToken(const QString &routine) override;

    [[nodiscard]] Reply<> *publishEverywhere(const QString &routine,
                                             const QStringList &environments,
                                             const QString &versionId) override;
    [[nodiscard]] Reply<QStringList> *fetchCanaryEnvironments() override;
    [[nodiscard]] Reply<> *addEnvironments(const QString &routine,
                                           const QStringList &environments) override;
    [[nodiscard]] Reply<> *removeEnvironments(const QString &routine,
                                              const QStringList &environments) override;
    [[nodiscard]] Reply<QStringList> *fetchProcessorTiers() override;
    [[nodiscard]] Reply<> *setProcessorTier(const QString &routine, const QString &environment,
                                            const QString &tier) override;
    [[nodiscard]] Reply<QStringList> *fetchReach(const QString &routine) override;

private:
    /// Sends \p call and passes its answer through \p decode, which returns a Result<T>.
    template <typename T, typename Decode>
    [[nodiscard]] Reply<T> *ask(const ApiCall &call, Decode decode);
    enum class Makes { Version, StagingSlot };
    [[nodiscard]] Reply<UploadForm> *askForUpload(const ApiCall &call, Makes makes);
    template <typename T>
    [[nodiscard]] Reply<T> *refuse(const QString &message);

    ApiClient m_client;
    Capabilities m_capabilities;
};

} // namespace edgewright
