// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faultbench.h"
#include "support/testing.h"

namespace edgewright::test {

template <typename T>
bool isInDoubt(const Result<T> &result)
{
    return !result && result.error().code == ErrorCode::OutcomeUnknown;
}

/// What the ledger says right after: nothing at all when nothing was done.
inline bool isTrue(const std::optional<LedgerEntry> &entry, bool isDone)
{
    if (!entry)
        return !isDone;
    switch (entry->outcome) {
    case ActOutcome::Done:
        return isDone && !entry->isOpen;
    case ActOutcome::NothingHappened:
        return !isDone && !entry->isOpen;
    default:
        return entry->isOpen;
    }
}

/// What it says once it was settled.
inline bool isCertain(const std::optional<LedgerEntry> &entry, bool isDone)
{
    return isTrue(entry, isDone) && (!entry || !entry->isOpen);
}

/// A sentence and a next step.
inline void checkWords(const Error &error)
{
    QVERIFY2(error.message.endsWith(u'.'), qPrintable(error.message));
    QVERIFY2(error.advice.endsWith(u'.'), qPrintable(error.text()));
    QVERIFY2(!error.text().contains(QStringLiteral("%1")), qPrintable(error.text()));
}

/// A change of the service, what it starts from, and how to tell what came of it. Each thing that
/// it consists of has an entry in the ledger; entries() and facts() name them in one order.
class FaultScene {
public:
    explicit FaultScene(FaultBench &bench)
        : m_bench(bench)
    {
    }
    virtual ~FaultScene() = default;
    Q_DISABLE_COPY_MOVE(FaultScene)

    [[nodiscard]] virtual bool seed() = 0;
    /// Answers what the flow says.
    [[nodiscard]] virtual Result<> run() = 0;
    /// Operations that change something, and how often each is meant to be sent.
    [[nodiscard]] virtual QHash<QString, int> writes() const = 0;
    [[nodiscard]] virtual QList<std::optional<LedgerEntry>> entries() = 0;
    /// Which of it was really done, asked of the service.
    [[nodiscard]] virtual QList<bool> facts() = 0;
    /// What else has to hold, of the service and of what was \p told; after facts().
    virtual void check(const Result<> &told) = 0;

protected:
    [[nodiscard]] FaultBench &bench() const { return m_bench; }

private:
    FaultBench &m_bench;
};

/// Whether the ledger, too, leaves something to be found out or says that something was done.
inline bool mayHaveHappened(const std::optional<LedgerEntry> &entry)
{
    return entry && (entry->isOpen || entry->outcome == ActOutcome::Done);
}

/// Of a scene that was run on a broken service which is in order again: what was told and written
/// is what is true, at once or after it was settled.
inline void judgeScene(FaultBench &bench, FaultScene &scene, const Result<> &told,
                       const QList<std::optional<LedgerEntry>> &entries)
{
    const QList<bool> facts = scene.facts();
    QCOMPARE(facts.size(), entries.size());
    for (qsizetype i = 0; i < facts.size(); ++i)
        QVERIFY2(isTrue(entries[i], facts[i]), qPrintable(QString::number(i)));
    const bool isAllDone = !facts.contains(false);
    if (told)
        QVERIFY2(isAllDone, "it is not done");
    else
        checkWords(told.error());
    if (isInDoubt(told))
        QVERIFY2(std::ranges::any_of(entries, &mayHaveHappened), qPrintable(told.error().text()));
    else if (!told)
        QVERIFY2(!isAllDone, qPrintable(told.error().text()));
    scene.check(told);
    QTRY_VERIFY(bench.isSettled());
    const QList<std::optional<LedgerEntry>> settled = scene.entries();
    for (qsizetype i = 0; i < facts.size(); ++i)
        QVERIFY2(isCertain(settled[i], facts[i]), qPrintable(QString::number(i)));
}

/// How many changes more than meant were sent, were each of them sent \p most times.
inline int sendsTooMany(FaultBench &bench, const FaultScene &scene, int most)
{
    int tooMany = 0;
    const QHash<QString, int> writes = scene.writes();
    for (const auto &[operation, times] : writes.asKeyValueRange())
        tooMany += std::max(0, bench.sends(operation) - most * times);
    return tooMany;
}

/// Runs \p scene while \p faults happen.
inline void playScene(FaultBench &bench, FaultScene &scene, const QStringList &faults,
                      const FaultKind &met)
{
    QVERIFY(scene.seed());
    bench.breakService(faults, {.isImpatient = met.takesTime});
    const Result<> told = scene.run();
    const QList<std::optional<LedgerEntry>> entries = scene.entries();
    const int tooMany = sendsTooMany(bench, scene, met.isSentAgain ? 3 : 1);
    bench.repair();
    QCOMPARE(tooMany, 0);
    judgeScene(bench, scene, told, entries);
}

} // namespace edgewright::test
