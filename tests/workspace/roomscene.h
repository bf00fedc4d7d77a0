// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publishscenes.h"
#include "workspace/makeroomflow.h"

namespace edgewright::test {

/// A routine with all its places taken: two versions go, each once the archive has it, then a draft
/// is saved. Wants a bench with kQuota versions.
class RoomScene final : public FaultScene {
public:
    static constexpr int kQuota = 3;

    using FaultScene::FaultScene;

    bool seed() override
    {
        m_deleted.clear();
        if (!bench().seed())
            return false;
        m_extra = bench().addVersion(kExtra);
        m_before = bench().truth();
        return m_before.isRead && m_before.versions.size() == kQuota
               && bench().addVersion(FaultBench::kThree).isEmpty(); // it is full
    }

    Result<> run() override
    {
        {
            MakeRoomFlow room({.connection = bench().connection(),
                               .codes = bench().codes(),
                               .ledger = bench().ledger()});
            Outcome<QStringList> outcome(room);
            room.start({.routine = bench().routine(),
                        .versionIds = dropped(),
                        .names = {{bench().two(), kNames[0]}, {m_extra, kNames[1]}}});
            const Result<QStringList> made = outcome.wait(kFlowMs);
            m_deleted = room.deleted();
            m_hasRoom = made.hasValue();
            if (!made)
                return made.error();
        }
        SaveVersionFlow save(bench().connection(), bench().ledger());
        Outcome<QString> outcome(save);
        save.start({.routine = bench().routine(),
                    .code = FaultBench::kThree,
                    .knownVersionIds = m_before.versions});
        return verdictOf(outcome.wait(kFlowMs));
    }

    QHash<QString, int> writes() const override
    {
        return {{QStringLiteral("DeleteRoutineCodeVersion"), 2},
                {QStringLiteral("PostObject"), 1},
                {QStringLiteral("CommitRoutineStagingCode"), 1}};
    }

    QList<std::optional<LedgerEntry>> entries() override
    {
        return {bench().deletionOf(bench().two()), bench().deletionOf(m_extra),
                bench().entry(ActKind::SaveVersion)};
    }

    QList<bool> facts() override
    {
        m_truth = bench().truth();
        return {!m_truth.versions.contains(bench().two()), !m_truth.versions.contains(m_extra),
                m_truth.bodies == 1};
    }

    void check(const Result<> &told) override
    {
        QVERIFY(m_truth.isRead);
        QVERIFY2(m_truth.bodies <= 1, "two versions");
        QCOMPARE(m_truth.live, m_before.live);
        QVERIFY(m_truth.versions.contains(bench().one()));
        const QStringList ids = dropped();
        const QByteArrayList codes{FaultBench::kTwo, kExtra};
        for (qsizetype i = 0; i < ids.size(); ++i) {
            const bool isGone = !m_truth.versions.contains(ids[i]);
            const bool isSaidGone = m_deleted.contains(ids[i]);
            if (isGone)
                QCOMPARE(bench().heldOf(ids[i]), codes[i]); // nothing goes that was not secured
            if (isSaidGone)
                QVERIFY2(isGone, "said to be deleted, but it is there");
            if (isGone && !isSaidGone)
                QVERIFY2(isInDoubt(told), "deleted, but not said so");
            if (isSaidGone && !m_hasRoom)
                QVERIFY2(told.error().message.contains(kNames[i]),
                         qPrintable(told.error().message));
        }
        if (!m_hasRoom)
            QCOMPARE(m_truth.bodies, 0); // it stopped there
    }

private:
    static inline const QByteArray kExtra = "export default { fetch: () => 4 };\n";
    static inline const QStringList kNames{QStringLiteral("v2"), QStringLiteral("v3")};

    [[nodiscard]] QStringList dropped() const { return {bench().two(), m_extra}; }

    QString m_extra;
    QStringList m_deleted; ///< As the flow says.
    bool m_hasRoom = false;
    FaultBench::Truth m_before;
    FaultBench::Truth m_truth;
};

} // namespace edgewright::test
