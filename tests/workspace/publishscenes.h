// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faultjudge.h"
#include "support/outcome.h"
#include "workspace/publishdraftflow.h"
#include "workspace/republishflow.h"

namespace edgewright::test {

inline constexpr int kFlowMs = 30'000; ///< Longer than every time limit of the client together.

template <typename T>
Result<> verdictOf(const Result<T> &result)
{
    return result ? Result<>() : Result<>(result.error());
}

/// A draft is saved as a version and gets all of production.
class DraftScene final : public FaultScene {
public:
    using FaultScene::FaultScene;

    bool seed() override { return bench().seed(); }

    Result<> run() override
    {
        PublishDraftFlow flow(bench().connection(), bench().ledger());
        Outcome<Routine> outcome(flow);
        flow.start({.save = {.routine = bench().routine(),
                             .code = FaultBench::kThree,
                             .knownVersionIds = bench().before().versions},
                    .publish = {.routine = bench().routine(),
                                .environment = kProduction,
                                .shares = {{.percentage = 100}},
                                .expected = bench().before().live}});
        const Result<Routine> result = outcome.wait(kFlowMs);
        m_made = flow.versionId();
        return verdictOf(result);
    }

    QHash<QString, int> writes() const override
    {
        return {{QStringLiteral("PostObject"), 1},
                {QStringLiteral("CommitRoutineStagingCode"), 1},
                {QStringLiteral("PublishRoutineCodeVersion"), 1}};
    }

    QList<std::optional<LedgerEntry>> entries() override
    {
        return {bench().entry(ActKind::SaveVersion), bench().entry(ActKind::Publish)};
    }

    QList<bool> facts() override
    {
        m_truth = bench().truth();
        return {m_truth.bodies == 1, !isSameTraffic(m_truth.live, bench().before().live)};
    }

    void check(const Result<> &told) override
    {
        QVERIFY(m_truth.isRead);
        if (told)
            QCOMPARE(m_truth.live, QList<VersionShare>{{.versionId = m_made}});
        QVERIFY2(m_truth.bodies <= 1, "two versions");
        QCOMPARE(m_truth.versions.size(), 2 + m_truth.bodies);
    }

private:
    QString m_made;
    FaultBench::Truth m_truth;
};

/// Traffic of production is shared out anew between two versions.
class SplitScene final : public FaultScene {
public:
    /// Shares of the version that is live at first and of the one that arrives; 0: none.
    struct Shares {
        int stays = 100;
        int arrives = 0;
    };

    SplitScene(FaultBench &bench, const Shares &from, const Shares &to)
        : FaultScene(bench)
        , m_from(from)
        , m_to(to)
    {
    }

    bool seed() override
    {
        return bench().seed() && (m_from.arrives == 0 || bench().seedLive(traffic(m_from)));
    }

    Result<> run() override
    {
        PublishFlow flow(bench().connection(), bench().ledger());
        Outcome<Routine> outcome(flow);
        flow.start({.routine = bench().routine(),
                    .environment = kProduction,
                    .shares = traffic(m_to),
                    .expected = bench().before().live});
        return verdictOf(outcome.wait(kFlowMs));
    }

    QHash<QString, int> writes() const override
    {
        const bool isSplit = m_to.arrives > 0 && m_to.stays > 0;
        return {{QStringLiteral("PublishRoutineCodeVersion"), isSplit ? 0 : 1},
                {QStringLiteral("CreateRoutineCodeDeployment"), isSplit ? 1 : 0}};
    }

    QList<std::optional<LedgerEntry>> entries() override
    {
        return {bench().entry(ActKind::Publish)};
    }

    QList<bool> facts() override
    {
        m_truth = bench().truth();
        return {isSameTraffic(m_truth.live, traffic(m_to))};
    }

    void check(const Result<> &) override
    {
        QVERIFY(m_truth.isRead);
        QVERIFY2(isSameTraffic(m_truth.live, traffic(m_to))
                     || isSameTraffic(m_truth.live, traffic(m_from)),
                 "neither what was live nor what was wanted");
        QCOMPARE(m_truth.versions, bench().before().versions);
    }

private:
    [[nodiscard]] QList<VersionShare> traffic(const Shares &shares) const
    {
        QList<VersionShare> all;
        if (shares.stays > 0)
            all.append({.versionId = bench().one(), .percentage = shares.stays});
        if (shares.arrives > 0)
            all.append({.versionId = bench().two(), .percentage = shares.arrives});
        return all;
    }

    Shares m_from;
    Shares m_to;
    FaultBench::Truth m_truth;
};

/// The version to go back to is gone from the service: saved again from the archive, then
/// published.
class RepublishScene final : public FaultScene {
public:
    using FaultScene::FaultScene;

    bool seed() override
    {
        if (!bench().seed())
            return false;
        m_gone = bench().addVersion(FaultBench::kThree);
        return !m_gone.isEmpty() && wait(bench().codes().secure(bench().routine(), m_gone), kFlowMs)
               && wait(bench().service().deleteVersion(bench().routine(), m_gone), kFlowMs)
               && bench().heldOf(m_gone) == FaultBench::kThree
               && bench().versions() == bench().before().versions;
    }

    Result<> run() override
    {
        RepublishFlow flow(bench().connection(), bench().ledger(), bench().codes());
        Outcome<Routine> outcome(flow);
        flow.start({.publication = {.routine = bench().routine(),
                                    .environment = kProduction,
                                    .shares = {{.versionId = m_gone}},
                                    .expected = bench().before().live},
                    .copies = {{.versionId = m_gone,
                                .name = QStringLiteral("v3"),
                                .description = QStringLiteral("copy of v3"),
                                .variablesOf = {}}},
                    .knownVersionIds = bench().before().versions});
        const Result<Routine> result = outcome.wait(kFlowMs);
        m_copy = flow.copies().value(m_gone);
        return verdictOf(result);
    }

    QHash<QString, int> writes() const override
    {
        return {{QStringLiteral("PostObject"), 1},
                {QStringLiteral("CommitRoutineStagingCode"), 1},
                {QStringLiteral("PublishRoutineCodeVersion"), 1}};
    }

    QList<std::optional<LedgerEntry>> entries() override
    {
        return {bench().entry(ActKind::SaveVersion), bench().entry(ActKind::Publish)};
    }

    QList<bool> facts() override
    {
        m_truth = bench().truth();
        return {m_truth.bodies == 1, !isSameTraffic(m_truth.live, bench().before().live)};
    }

    void check(const Result<> &told) override
    {
        QVERIFY(m_truth.isRead);
        QVERIFY2(m_truth.bodies <= 1, "two copies");
        QCOMPARE(m_truth.versions.size(), 2 + m_truth.bodies);
        QVERIFY2(!m_truth.versions.contains(m_gone), "it came back under its old id");
        QCOMPARE(bench().heldOf(m_gone), FaultBench::kThree);
        if (told)
            QCOMPARE(m_truth.live, QList<VersionShare>{{.versionId = m_copy}});
        else if (!m_copy.isEmpty())
            QVERIFY2(told.error().message.startsWith(
                         QStringLiteral("v3 is on the service again, as a new version.")),
                     qPrintable(told.error().message));
        QVERIFY2(m_copy.isEmpty() || m_truth.versions.contains(m_copy), "a copy that is not there");
    }

private:
    QString m_gone;
    QString m_copy;
    FaultBench::Truth m_truth;
};

} // namespace edgewright::test
