// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publishscenes.h"
#include "workspace/regionflow.h"
#include "workspace/stagedraftflow.h"

namespace edgewright::test {

/// A draft goes to staging before it is a version. Wants a bench of the first generation.
class StageScene final : public FaultScene {
public:
    /// What the slot holds at first; empty: it was never used.
    StageScene(FaultBench &bench, QByteArray before)
        : FaultScene(bench)
        , m_before(std::move(before))
    {
    }

    bool seed() override
    {
        if (!bench().seed())
            return false;
        if (m_before.isEmpty())
            return true;
        const Result<UploadForm> form =
            wait(bench().service().requestStagingUpload(bench().routine(), {}), kFlowMs);
        return form && wait(bench().service().upload(*form, m_before), kFlowMs)
               && slot() == m_before;
    }

    Result<> run() override
    {
        StageDraftFlow flow(bench().connection(), bench().ledger());
        Outcome<Routine> outcome(flow);
        flow.start({.routine = bench().routine(), .code = FaultBench::kThree});
        return verdictOf(outcome.wait(kFlowMs));
    }

    QHash<QString, int> writes() const override
    {
        return {{QStringLiteral("UploadStagingRoutineCode"), 1}, {QStringLiteral("PostObject"), 1}};
    }

    QList<std::optional<LedgerEntry>> entries() override
    {
        return {bench().publicationTo(kStaging)};
    }

    QList<bool> facts() override
    {
        const Result<Routine> routine = bench().read();
        m_isRead = routine.hasValue();
        m_slot = slot();
        m_production = routine ? routine->deploymentIn(kProduction).shares : QList<VersionShare>();
        return {m_isRead && m_slot == FaultBench::kThree
                && routine->deploymentIn(kStaging).mainVersionId() == kStagingSlot};
    }

    void check(const Result<> &) override
    {
        QVERIFY(m_isRead);
        QVERIFY2(m_slot == FaultBench::kThree || m_slot == m_before, m_slot.constData());
        QCOMPARE(m_production, bench().before().live);
        QCOMPARE(bench().versions(), bench().before().versions);
    }

private:
    [[nodiscard]] QByteArray slot() { return bench().bodyOf(kStagingSlot); }

    QByteArray m_before;
    QByteArray m_slot;
    QList<VersionShare> m_production;
    bool m_isRead = false;
};

/// A draft becomes a version, which is there from the moment its upload is asked for; or it is made
/// of what staging runs, when that is the draft. Wants a bench of the first generation.
class FirstSaveScene final : public FaultScene {
public:
    enum class From { Draft, Staging };

    FirstSaveScene(FaultBench &bench, From from)
        : FaultScene(bench)
        , m_from(from)
    {
    }

    bool seed() override
    {
        if (!bench().seed())
            return false;
        if (m_from == From::Draft)
            return true;
        const Result<UploadForm> form =
            wait(bench().service().requestStagingUpload(bench().routine(), {}), kFlowMs);
        return form && wait(bench().service().upload(*form, FaultBench::kThree), kFlowMs);
    }

    Result<> run() override
    {
        QStringList known = bench().before().versions;
        if (m_from == From::Staging)
            known.append(kStagingSlot);
        SaveVersionFlow flow(bench().connection(), bench().ledger());
        Outcome<QString> outcome(flow);
        flow.start({.routine = bench().routine(),
                    .description = QStringLiteral("three"),
                    .code = FaultBench::kThree,
                    .knownVersionIds = known});
        return verdictOf(outcome.wait(kFlowMs));
    }

    QHash<QString, int> writes() const override
    {
        return {{QStringLiteral("UploadRoutineCode"), 1},
                {QStringLiteral("PostObject"), 1},
                {QStringLiteral("CommitStagingRoutineCode"), m_from == From::Staging ? 1 : 0},
                {QStringLiteral("DeleteRoutineCodeRevision"), 1}};
    }

    QList<std::optional<LedgerEntry>> entries() override
    {
        return {bench().entry(ActKind::SaveVersion)};
    }

    QList<bool> facts() override
    {
        m_truth = bench().truth();
        return {m_truth.bodies == 1};
    }

    void check(const Result<> &) override
    {
        QVERIFY(m_truth.isRead);
        QVERIFY2(m_truth.bodies <= 1, "two versions");
        const bool isEmptyLeft = m_truth.versions.size() == 3 && m_truth.bodies == 0;
        QVERIFY(isEmptyLeft || m_truth.versions.size() == 2 + m_truth.bodies);
        QCOMPARE(m_truth.live, bench().before().live);
    }

private:
    From m_from;
    FaultBench::Truth m_truth;
};

/// Two regions get a version, or are taken away from the routine. Wants a bench of the first
/// generation.
class RegionScene final : public FaultScene {
public:
    enum class Act { Give, Take };

    RegionScene(FaultBench &bench, Act act)
        : FaultScene(bench)
        , m_act(act)
    {
    }

    bool seed() override
    {
        if (!bench().seed())
            return false;
        if (m_act == Act::Give)
            return true;
        return wait(bench().service().addEnvironments(bench().routine(), kRegions), kFlowMs)
               && wait(
                   bench().service().publishEverywhere(bench().routine(), kRegions, bench().one()),
                   kFlowMs);
    }

    Result<> run() override
    {
        RegionFlow flow(bench().connection(), bench().ledger());
        Outcome<Routine> outcome(flow);
        flow.start({.routine = bench().routine(),
                    .environments = kRegions,
                    .versionId = m_act == Act::Give ? bench().two() : QString(),
                    .versionName = QStringLiteral("v2")});
        return verdictOf(outcome.wait(kFlowMs));
    }

    QHash<QString, int> writes() const override
    {
        const int gives = m_act == Act::Give ? 1 : 0;
        return {{QStringLiteral("EditRoutineConf"), gives},
                {QStringLiteral("PublishRoutineCodeRevision"), gives},
                {QStringLiteral("DeleteRoutineConfEnvs"), 1 - gives}};
    }

    QList<std::optional<LedgerEntry>> entries() override
    {
        return {bench().publicationTo(kRegions[0]), bench().publicationTo(kRegions[1])};
    }

    QList<bool> facts() override
    {
        const Result<Routine> routine = bench().read();
        m_isRead = routine.hasValue();
        m_production = routine ? routine->deploymentIn(kProduction).shares : QList<VersionShare>();
        QList<bool> done;
        for (const QString &region : kRegions)
            done.append(m_isRead && routine->deploymentIn(region).shares == wanted());
        return done;
    }

    void check(const Result<> &) override
    {
        QVERIFY(m_isRead);
        QCOMPARE(m_production, bench().before().live);
        QCOMPARE(bench().versions(), bench().before().versions);
    }

private:
    static inline const QStringList kRegions{QStringLiteral("presetCanaryZhejiang"),
                                             QStringLiteral("presetCanaryOverseas")};

    [[nodiscard]] QList<VersionShare> wanted() const
    {
        return m_act == Act::Give ? QList<VersionShare>{{.versionId = bench().two()}}
                                  : QList<VersionShare>();
    }

    Act m_act;
    QList<VersionShare> m_production;
    bool m_isRead = false;
};

} // namespace edgewright::test
