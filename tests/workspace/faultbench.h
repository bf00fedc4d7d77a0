// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/dcdn/dcdnservice.h"
#include "cloud/esa/esaservice.h"
#include "faultkinds.h"
#include "hastynetwork.h"
#include "support/ledgerfixture.h"
#include "support/sandboxfixture.h"
#include "workspace/draftstore.h"
#include "workspace/unfinishedacts.h"
#include "workspace/versioncodes.h"
#include "workspace/versionnames.h"

#include <algorithm>
#include <array>

namespace edgewright::test {

/// Of the service that a bench has.
struct BenchSetup {
    ApiGeneration generation = ApiGeneration::Current;
    int versionQuota = 1000;
};

/// Of the client while the service is broken.
struct ClientHabits {
    bool isImpatient = false;
    std::function<QDateTime()> now = {}; ///< The computer's clock when empty.
};

/// The real service with a routine of two versions, the first of which has production's traffic. It
/// breaks and is repaired at will; what it holds is then read by a client of its own.
class FaultBench final {
public:
    static inline const QByteArray kOne = "export default { fetch: () => 1 };\n";
    static inline const QByteArray kTwo = "export default { fetch: () => 2 };\n";
    static inline const QByteArray kThree = "export default { fetch: () => 3 };\n";

    /// What is really there.
    struct Truth {
        bool isRead = false;
        QStringList versions; ///< Numbered ones, newest first.
        QList<VersionShare> live;
        int bodies = 0; ///< How many versions hold kThree.
    };

    explicit FaultBench(const BenchSetup &setup = {})
        : m_setup(setup)
        , m_sandbox(arguments())
    {
        connect({});
    }

    [[nodiscard]] const QString &routine() const { return m_routine; }
    [[nodiscard]] const QString &one() const { return m_one; }
    [[nodiscard]] const QString &two() const { return m_two; }
    [[nodiscard]] Connection &connection() { return m_connection; }
    [[nodiscard]] LedgerFixture &memory() { return m_memory; }
    [[nodiscard]] Ledger &ledger() { return m_memory.ledger(); }
    [[nodiscard]] VersionCodes &codes() { return *m_codes; }
    [[nodiscard]] RoutineService &service() { return *m_connection.service(); }
    [[nodiscard]] const Truth &before() const { return m_before; }

    /// A new routine; false when that went wrong.
    [[nodiscard]] bool seed()
    {
        m_routine = QStringLiteral("routine-%1").arg(++m_seeds);
        if (!wait(service().createRoutine(m_routine, {})))
            return false;
        m_one = addVersion(kOne);
        m_two = addVersion(kTwo);
        return !m_one.isEmpty() && seedLive({{.versionId = m_one}})
               && m_before.versions.size() == 2;
    }

    /// Production starts with that.
    [[nodiscard]] bool seedLive(const QList<VersionShare> &shares)
    {
        if (!wait(service().publish(m_routine, kProduction, shares), kWaitMs))
            return false;
        m_before = truth();
        return m_before.isRead && isSameTraffic(m_before.live, shares);
    }

    /// Its id; empty when that went wrong.
    [[nodiscard]] QString addVersion(const QByteArray &code)
    {
        const Result<UploadForm> form = wait(service().requestUpload(m_routine, {}), kWaitMs);
        if (!form || !wait(service().upload(*form, code), kWaitMs))
            return {};
        if (!form->versionId.isEmpty())
            return form->versionId; // the first generation makes it at once
        const Result<QString> id = wait(service().commitUpload(m_routine, {}), kWaitMs);
        return id ? *id : QString();
    }

    /// From now on these faults happen.
    void breakService(const QStringList &specs, const ClientHabits &habits = {})
    {
        QStringList all = arguments();
        for (const QString &spec : specs) {
            if (!spec.isEmpty())
                all << QStringLiteral("--fault") << spec;
        }
        m_sandbox.moveAndRestart(all);
        const ClientSettings settings{.retry = {.firstDelay = std::chrono::milliseconds(1)},
                                      .now = habits.now};
        m_network.hurry(habits.isImpatient ? specs : QStringList());
        connect(settings);
        for (const char *operation : kWrites)
            m_sent.insert(QString::fromLatin1(operation),
                          m_sandbox.sends(QString::fromLatin1(operation)));
    }

    /// No faults any more, and a connection of the same account that settles what was left open.
    void repair()
    {
        m_sandbox.moveAndRestart(arguments());
        m_network.hurry({});
        connect({});
    }

    /// How often a change was sent since breakService().
    [[nodiscard]] int sends(const QString &operation) const
    {
        return m_sandbox.sends(operation) - m_sent.value(operation);
    }

    /// As it is on the service.
    [[nodiscard]] Result<Routine> read()
    {
        return wait(service().fetchRoutine(m_routine), kWaitMs);
    }

    [[nodiscard]] QByteArray bodyOf(const QString &versionId)
    {
        const Result<VersionBody> body = wait(service().fetchBody(m_routine, versionId), kWaitMs);
        return body ? body->bytes : QByteArray();
    }

    /// What the archive has of it.
    [[nodiscard]] QByteArray heldOf(const QString &versionId)
    {
        const RoutineKey key{.accountId = m_connection.account().id, .routine = m_routine};
        const Result<QByteArray> body = wait(m_memory.archive().body(key, versionId), kWaitMs);
        return body ? *body : QByteArray();
    }

    [[nodiscard]] Truth truth()
    {
        Truth truth{.versions = versions(), .live = live()};
        truth.isRead = !truth.versions.isEmpty() && !truth.live.isEmpty();
        for (const QString &id : std::as_const(truth.versions)) {
            const Result<VersionBody> body = wait(service().fetchBody(m_routine, id), kWaitMs);
            truth.isRead = truth.isRead && body;
            truth.bodies += body && body->bytes == kThree ? 1 : 0;
        }
        return truth;
    }

    [[nodiscard]] QList<VersionShare> live()
    {
        const Result<Routine> routine = wait(service().fetchRoutine(m_routine), kWaitMs);
        return routine ? routine->deploymentIn(kProduction).shares : QList<VersionShare>();
    }

    /// Numbered ones, newest first.
    [[nodiscard]] QStringList versions()
    {
        QStringList ids;
        const Result<VersionList> list = wait(service().listVersions(m_routine), kWaitMs);
        for (const CodeVersion &version : list ? list->versions : QList<CodeVersion>()) {
            if (!version.isUnstable)
                ids.append(version.id);
        }
        return ids;
    }

    /// Another client of the same account does it.
    [[nodiscard]] Result<> publishElsewhere(const QList<VersionShare> &shares)
    {
        EsaService other(
            m_network, {.endpoint = m_sandbox.endpoint(), .credentials = m_sandbox.credentials()});
        return wait(other.publish(m_routine, kProduction, shares), kWaitMs);
    }

    /// The newest act of that kind; null when there is none.
    [[nodiscard]] std::optional<LedgerEntry> entry(ActKind kind)
    {
        return entryWhere([kind](const LedgerEntry &entry) { return entry.kind == kind; });
    }
    /// The newest publication to that environment.
    [[nodiscard]] std::optional<LedgerEntry> publicationTo(const QString &environment)
    {
        return entryWhere([&](const LedgerEntry &entry) {
            return entry.kind == ActKind::Publish && entry.environment == environment;
        });
    }
    [[nodiscard]] std::optional<LedgerEntry> deletionOf(const QString &versionId)
    {
        return entryWhere([&](const LedgerEntry &entry) {
            return entry.kind == ActKind::DeleteVersion && entry.versionId == versionId;
        });
    }

    [[nodiscard]] bool isSettled()
    {
        return std::ranges::none_of(m_memory.entries({.routine = m_routine}), &LedgerEntry::isOpen);
    }

private:
    static constexpr auto kWrites = std::to_array<const char *>(
        {"PostObject", "CommitRoutineStagingCode", "PublishRoutineCodeVersion",
         "CreateRoutineCodeDeployment", "DeleteRoutineCodeVersion", "UploadStagingRoutineCode",
         "UploadRoutineCode", "CommitStagingRoutineCode", "DeleteRoutineCodeRevision",
         "PublishRoutineCodeRevision", "EditRoutineConf", "DeleteRoutineConfEnvs"});
    static constexpr int kWaitMs = kPatienceMs;

    [[nodiscard]] QStringList arguments() const
    {
        return {QStringLiteral("--rate"),          QStringLiteral("100000"),
                QStringLiteral("--routine-quota"), QStringLiteral("10000"),
                QStringLiteral("--version-quota"), QString::number(m_setup.versionQuota)};
    }

    void connect(const ClientSettings &settings)
    {
        m_network.clearConnectionCache();
        const ServiceConfig config{.endpoint = m_sandbox.endpoint().speaking(m_setup.generation),
                                   .credentials = m_sandbox.credentials()};
        m_codes = std::make_unique<VersionCodes>(m_connection, m_book,
                                                 Memory{.drafts = m_drafts,
                                                        .names = m_names,
                                                        .archive = m_memory.archive(),
                                                        .ledger = m_memory.ledger()});
        if (m_setup.generation == ApiGeneration::First)
            m_connection.adopt(kAccount,
                               std::make_unique<DcdnService>(m_network, config, settings));
        else
            m_connection.adopt(kAccount, std::make_unique<EsaService>(m_network, config, settings));
    }

    template <typename Matches>
    [[nodiscard]] std::optional<LedgerEntry> entryWhere(Matches matches)
    {
        for (const LedgerEntry &entry : m_memory.entries({.routine = m_routine})) {
            if (entry.key.routine == m_routine && matches(entry))
                return entry;
        }
        return {};
    }

    static inline const Account kAccount{.id = QStringLiteral("one")};

    BenchSetup m_setup;
    SandboxFixture m_sandbox;
    LedgerFixture m_memory;
    HastyNetwork m_network;
    Connection m_connection{m_network};
    UnfinishedActs m_unfinished{m_connection, m_memory.ledger()};
    QTemporaryDir m_folder;
    DraftStore m_drafts{m_folder.filePath(QStringLiteral("drafts"))};
    VersionNames m_names{m_folder.filePath(QStringLiteral("names"))};
    VersionBook m_book;
    std::unique_ptr<VersionCodes> m_codes;
    QString m_routine;
    QString m_one;
    QString m_two;
    Truth m_before;
    QHash<QString, int> m_sent;
    int m_seeds = 0;
};

} // namespace edgewright::test
