// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/esa/esaservice.h"
#include "faultkinds.h"
#include "support/ledgerfixture.h"
#include "support/sandboxfixture.h"
#include "workspace/connection.h"
#include "workspace/unfinishedacts.h"

#include <QNetworkAccessManager>

#include <algorithm>

namespace edgewright::test {

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

    FaultBench() { connect({}); }

    [[nodiscard]] const QString &routine() const { return m_routine; }
    [[nodiscard]] const QString &one() const { return m_one; }
    [[nodiscard]] const QString &two() const { return m_two; }
    [[nodiscard]] Connection &connection() { return m_connection; }
    [[nodiscard]] LedgerFixture &memory() { return m_memory; }
    [[nodiscard]] Ledger &ledger() { return m_memory.ledger(); }
    [[nodiscard]] const Truth &before() const { return m_before; }

    /// A new routine; false when that went wrong.
    [[nodiscard]] bool seed()
    {
        m_routine = QStringLiteral("routine-%1").arg(++m_seeds);
        if (!wait(service().createRoutine(m_routine, {})))
            return false;
        m_one = save(kOne);
        m_two = save(kTwo);
        if (!wait(service().publish(m_routine, kProduction, {{.versionId = m_one}})))
            return false;
        m_before = truth();
        return m_before.isRead && !m_one.isEmpty() && m_before.versions.size() == 2;
    }

    /// From now on these faults happen.
    void breakService(const QStringList &specs, bool isImpatient = false)
    {
        QStringList arguments = kArguments;
        for (const QString &spec : specs) {
            if (!spec.isEmpty())
                arguments << QStringLiteral("--fault") << spec;
        }
        m_sandbox.moveAndRestart(arguments);
        ClientSettings settings{.retry = {.firstDelay = std::chrono::milliseconds(1)}};
        if (isImpatient)
            settings.transport.stall = std::chrono::milliseconds(250);
        connect(settings);
        m_sent.clear();
        for (const char *operation :
             {"PostObject", "CommitRoutineStagingCode", "PublishRoutineCodeVersion",
              "CreateRoutineCodeDeployment", "DeleteRoutineCodeVersion"})
            m_sent.insert(QString::fromLatin1(operation),
                          m_sandbox.sends(QString::fromLatin1(operation)));
    }

    /// No faults any more, and a connection of the same account that settles what was left open.
    void repair()
    {
        m_sandbox.moveAndRestart(kArguments);
        connect({});
    }

    /// How often since breakService().
    [[nodiscard]] int sends(const QString &operation) const
    {
        return m_sandbox.sends(operation) - m_sent.value(operation);
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
        for (const LedgerEntry &entry : m_memory.entries({.routine = m_routine})) {
            if (entry.kind == kind && entry.key.routine == m_routine)
                return entry;
        }
        return {};
    }

    [[nodiscard]] bool isSettled()
    {
        return std::ranges::none_of(m_memory.entries({.routine = m_routine}), &LedgerEntry::isOpen);
    }

private:
    static inline const QStringList kArguments{
        QStringLiteral("--rate"),          QStringLiteral("100000"),
        QStringLiteral("--routine-quota"), QStringLiteral("10000"),
        QStringLiteral("--version-quota"), QStringLiteral("1000")};
    static constexpr int kWaitMs = 20'000;

    [[nodiscard]] RoutineService &service() { return *m_connection.service(); }

    void connect(const ClientSettings &settings)
    {
        m_network.clearConnectionCache();
        const ServiceConfig config{.endpoint = m_sandbox.endpoint(),
                                   .credentials = m_sandbox.credentials()};
        m_connection.adopt({.id = QStringLiteral("one")},
                           std::make_unique<EsaService>(m_network, config, settings));
    }

    [[nodiscard]] QString save(const QByteArray &code)
    {
        const Result<UploadForm> form = wait(service().requestUpload(m_routine, {}), kWaitMs);
        if (!form || !wait(service().upload(*form, code), kWaitMs))
            return {};
        const Result<QString> id = wait(service().commitUpload(m_routine, {}), kWaitMs);
        return id ? *id : QString();
    }

    SandboxFixture m_sandbox{kArguments};
    LedgerFixture m_memory;
    QNetworkAccessManager m_network;
    Connection m_connection{m_network};
    UnfinishedActs m_unfinished{m_connection, m_memory.ledger()};
    QString m_routine;
    QString m_one;
    QString m_two;
    Truth m_before;
    QHash<QString, int> m_sent;
    int m_seeds = 0;
};

} // namespace edgewright::test
