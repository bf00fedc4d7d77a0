// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/apiclient.h"
#include "cloud/esa/pagedread.h"
#include "cloud/routineservice.h"
#include "cloud/servicefactory.h"

namespace edgewright {

/// The service in its current generation, 2024-09-10 (API.md §3). Parameters go where the
/// generated clients put them.
class EsaService final : public RoutineService {
    Q_OBJECT

public:
    /// \p network must outlive the service.
    EsaService(QNetworkAccessManager &network, const ServiceConfig &config,
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
    [[nodiscard]] Reply<UploadForm> *requestUpload(const QString &routine,
                                                   const QString &description) override;
    [[nodiscard]] Reply<> *upload(const UploadForm &form, const QByteArray &code) override;
    [[nodiscard]] Reply<QString> *commitUpload(const QString &routine, const QString &description,
                                               const QString &variablesOf = {}) override;
    [[nodiscard]] Reply<> *publish(const QString &routine, const QString &environment,
                                   const QList<VersionShare> &shares) override;
    [[nodiscard]] Reply<Quota> *fetchQuota() override;
    [[nodiscard]] Reply<QStringList> *fetchStagingAddresses() override;
    [[nodiscard]] Reply<AccessToken> *fetchAccessToken(const QString &routine) override;
    [[nodiscard]] Reply<QStringList> *fetchReach(const QString &routine) override;
    [[nodiscard]] Reply<QList<EnvironmentVariable>> *
    fetchVariables(const QString &routine, const QString &environment) override;

private:
    /// Sends \p call and passes its answer through \p decode, which returns a Result<T>.
    template <typename T, typename Decode>
    [[nodiscard]] Reply<T> *ask(const ApiCall &call, Decode decode);

    /// All pages of a list, through \p decode, which returns a Result<T>.
    template <typename T, typename Decode>
    [[nodiscard]] Reply<T> *askPages(const ApiCall &call, const esa::Paging &paging, Decode decode);
    void addHosts(const QString &routine, const QStringList &routes, Reply<QStringList> *reply);

    ApiClient m_client;
    Capabilities m_capabilities;
};

} // namespace edgewright
