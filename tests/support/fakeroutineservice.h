// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/routineservice.h"

#include <QHash>
#include <QPointer>

namespace edgewright::test {

/// A routine service in memory whose calls can be made to fail, to lose their answers, or to wait;
/// for what a real server cannot be made to do at the right moment.
class FakeRoutineService final : public RoutineService {
    Q_OBJECT

public:
    /// What happens to the next call of an operation.
    enum class Fate {
        Fails,          ///< Not executed; the given error.
        ExecutedButLost ///< Executed; the given error.
    };

    struct Stored {
        CodeVersion version;
        QByteArray bytes;
    };

    struct StoredRoutine {
        Routine routine;
        QList<Stored> versions; ///< Newest first.
        QByteArray slot;
        QStringList reach;
        QHash<QString, QStringList> variables; ///< Names, by environment.
    };

    using RoutineService::RoutineService;

    /// The names of operations are those of the functions: "commitUpload".
    void script(const QString &operation, Fate fate, const Error &error);
    void script(const QString &operation, Fate fate, ErrorCode code);
    /// Calls of \p operation wait until release().
    void hold(const QString &operation) { m_held.append(operation); }
    void release();
    /// Calls of \p operation are executed at once; their answers wait until releaseNewest() or
    /// release().
    void holdAnswers(const QString &operation) { m_heldAnswers.append(operation); }
    /// Lets only the call go that was made last.
    void releaseNewest();
    [[nodiscard]] int calls(const QString &operation) const { return m_calls.value(operation); }
    /// Version ids in the order fetchBody() was called for them.
    [[nodiscard]] const QStringList &bodiesAsked() const { return m_bodiesAsked; }
    [[nodiscard]] int waiting() const { return static_cast<int>(m_waiting.size()); }

    /// The id of the version made.
    QString addVersion(const QString &routine, const QByteArray &bytes,
                       const QString &description = {});
    [[nodiscard]] QHash<QString, StoredRoutine> &routines() { return m_routines; }
    void setQuota(Quota quota) { m_quota = quota; }
    /// What commitUpload() stores instead of what was uploaded.
    void setForeignUpload(const QByteArray &bytes) { m_foreignUpload = bytes; }

    [[nodiscard]] const Capabilities &capabilities() const override { return m_capabilities; }
    [[nodiscard]] Capabilities &capabilities() { return m_capabilities; }
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
    struct Scripted {
        Fate fate = Fate::Fails;
        Error error;
    };

    /// Answers what \p execute returns, unless the script says otherwise.
    template <typename T, typename Execute>
    Reply<T> *answer(const QString &operation, Execute execute);
    [[nodiscard]] const Stored *find(const QString &routine, const QString &versionId) const;

    Capabilities m_capabilities{.sharesPerEnvironment = 2, .environmentVariables = true};
    QHash<QString, StoredRoutine> m_routines;
    QHash<QString, QList<Scripted>> m_script;
    QHash<QString, int> m_calls;
    QStringList m_held;
    QStringList m_heldAnswers;
    QStringList m_bodiesAsked;
    QList<std::function<void()>> m_waiting;
    Quota m_quota;
    QByteArray m_foreignUpload;
    qint64 m_lastId = 1710120201067203000;
};

} // namespace edgewright::test
