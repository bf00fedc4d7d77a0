// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/outcome.h"
#include "support/sandboxfixture.h"
#include "support/testing.h"
#include "workspace/appservices.h"
#include "workspace/regionflow.h"
#include "workspace/regions.h"
#include "workspace/saveversionflow.h"
#include "workspace/stagedraftflow.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kCode = "addEventListener('fetch', e => e.respondWith(fetch(e.request)));\n";
const QString kRoutine = u"hello"_s;
const QString kZhejiang = u"presetCanaryZhejiang"_s;
const QString kOverseas = u"presetCanaryOverseas"_s;

} // namespace

/// What only the first generation can: regions, and texts on staging before they are a version.
class RegionFlowTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void cleanup()
    {
        m_app.reset();
        m_folder.reset();
        m_sandbox.reset();
    }

    void everyDocumentedRegionHasANameInBothLanguages()
    {
        const QStringList regions = documentedRegions();
        QCOMPARE(regions.size(), 35);
        for (const QString &region : regions) {
            QVERIFY(isRegion(region));
            QVERIFY(!regionName(region).english.startsWith("preset"_L1));
            QVERIFY(!regionName(region).chinese.isEmpty());
        }
        QCOMPARE(regionName(kZhejiang).both(), u"Zhejiang 浙江"_s);
        QCOMPARE(regionName(u"presetCanaryAtlantis"_s).both(), u"Atlantis"_s);
        QCOMPARE(regionName(u"something"_s).both(), u"something"_s);
        QVERIFY(!isRegion(kProduction));
    }

    void aVersionGoesToSeveralRegionsInOneCall()
    {
        begin();
        const QString version = saved(kCode);

        const Result<Routine> routine = change({kZhejiang, kOverseas}, version);

        QVERIFY_RESULT(routine);
        QCOMPARE(routine->deploymentIn(kZhejiang).mainVersionId(), version);
        QCOMPARE(routine->deploymentIn(kOverseas).mainVersionId(), version);
        QVERIFY(routine->deploymentIn(kProduction).shares.isEmpty());
        QCOMPARE(m_sandbox->sends(u"PublishRoutineCodeRevision"_s), 1);
        const QList<LedgerEntry> entries = publications();
        QCOMPARE(entries.size(), 2);
        for (const LedgerEntry &entry : entries) {
            QCOMPARE(entry.outcome, ActOutcome::Done);
            QVERIFY(entry.from.isEmpty());
            QCOMPARE(entry.to, QList<VersionShare>{{.versionId = version}});
        }
        // What was done from here is not taken for somebody else's doing later.
        QVERIFY_RESULT(test::wait(m_app->catalog().read(kRoutine)));
        QCOMPARE(publications().size(), 2);
    }

    void regionsAreTakenAwayAgain()
    {
        begin();
        const QString version = saved(kCode);
        QVERIFY_RESULT(change({kZhejiang, kOverseas}, version));

        const Result<Routine> routine = change({kZhejiang}, {});

        QVERIFY_RESULT(routine);
        QVERIFY(routine->deploymentIn(kZhejiang).shares.isEmpty());
        QCOMPARE(routine->deploymentIn(kOverseas).mainVersionId(), version);
        QCOMPARE(publications().first().from, QList<VersionShare>{{.versionId = version}});
        QVERIFY(publications().first().to.isEmpty());
    }

    void aLostAnswerIsSettledByReading_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("succeeds");
        QTest::newRow("done, answer lost") << u"PublishRoutineCodeRevision:lose-answer*1"_s << true;
        QTest::newRow("not done") << u"PublishRoutineCodeRevision:status:500*1"_s << false;
        QTest::newRow("refused") << u"PublishRoutineCodeRevision:code:InvalidParameter*1"_s
                                 << false;
        QTest::newRow("the region could not be added")
            << u"EditRoutineConf:code:InvalidParameter*1"_s << false;
    }
    void aLostAnswerIsSettledByReading()
    {
        QFETCH(const QString, fault);
        begin({u"--fault"_s, fault});
        const QString version = saved(kCode);

        const Result<Routine> routine = change({kZhejiang, kOverseas}, version);

        QTEST(routine.hasValue(), "succeeds");
        QVERIFY(m_sandbox->sends(u"PublishRoutineCodeRevision"_s) <= 1);
        for (const LedgerEntry &entry : publications())
            QCOMPARE(entry.outcome, routine ? ActOutcome::Done : ActOutcome::NothingHappened);
        QCOMPARE(publications().size(), 2);
    }

    void whatEachRegionRunsAfterwardsIsInItsOwnEntry_data()
    {
        QTest::addColumn<QString>("putBack"); // to one of the versions, meanwhile
        QTest::addColumn<QStringList>("regions");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QList<ActOutcome>>("outcomes"); // Zhejiang's, then Overseas'
        using enum ActOutcome;
        QTest::newRow("all run what they ran")
            << u"old"_s << QStringList{kZhejiang, kOverseas} << ErrorCode::OutcomeUnknown
            << QList<ActOutcome>{Unknown, Unknown};
        QTest::newRow("one runs what it ran")
            << u"old"_s << QStringList{kOverseas} << ErrorCode::Mismatch
            << QList<ActOutcome>{Done, Unknown};
        QTest::newRow("the first runs what it ran")
            << u"old"_s << QStringList{kZhejiang} << ErrorCode::Mismatch
            << QList<ActOutcome>{Unknown, Done};
        QTest::newRow("one runs something else")
            << u"other"_s << QStringList{kOverseas} << ErrorCode::Mismatch
            << QList<ActOutcome>{Done, Done};
    }
    void whatEachRegionRunsAfterwardsIsInItsOwnEntry()
    {
        QFETCH(const QString, putBack);
        QFETCH(const QStringList, regions);
        QFETCH(const ErrorCode, code);
        QFETCH(const QList<ActOutcome>, outcomes);
        begin();
        const QString old = saved(kCode);
        const QString wanted = saved("// wanted\n" + kCode, {old});
        const QString other = saved("// other\n" + kCode, {old, wanted});
        QVERIFY_RESULT(change({kZhejiang, kOverseas}, old));
        const QString then = putBack == u"old"_s ? old : other;

        const Result<Routine> routine = change({kZhejiang, kOverseas}, wanted, [&] {
            QVERIFY_RESULT(test::wait(
                m_app->connection().service()->publishEverywhere(kRoutine, regions, then)));
        });

        QVERIFY(!routine);
        QCOMPARE(routine.error().code, code);
        const auto entryOf = [&](const QString &region) {
            const QList<LedgerEntry> all = publications();
            const auto found = std::ranges::find(all, region, &LedgerEntry::environment);
            return found == all.end() ? LedgerEntry() : *found; // the newest is first
        };
        QTRY_COMPARE(entryOf(kZhejiang).outcome, outcomes.at(0));
        QTRY_COMPARE(entryOf(kOverseas).outcome, outcomes.at(1));
        for (const QString &region : {kZhejiang, kOverseas})
            QCOMPARE(entryOf(region).isOpen, entryOf(region).outcome == ActOutcome::Unknown);
    }

    void onlyRegionsAreAccepted_data()
    {
        QTest::addColumn<QStringList>("environments");
        QTest::newRow("none") << QStringList();
        QTest::newRow("production") << QStringList{kProduction};
        QTest::newRow("staging among them") << QStringList{kZhejiang, kStaging};
    }
    void onlyRegionsAreAccepted()
    {
        QFETCH(const QStringList, environments);
        begin();

        const Result<Routine> routine = change(environments, u"1"_s);

        QVERIFY(!routine);
        QCOMPARE(routine.error().code, ErrorCode::InvalidRequest);
        QVERIFY(publications().isEmpty());
    }

    void aDraftGoesToStagingWithoutBecomingAVersion()
    {
        begin();

        const Result<Routine> routine = staged(kCode);

        QVERIFY_RESULT(routine);
        QCOMPARE(routine->deploymentIn(kStaging).mainVersionId(), QString(kStagingSlot));
        QCOMPARE(m_sandbox->sends(u"CommitStagingRoutineCode"_s), 0);
        QCOMPARE(publications().size(), 1);
        QCOMPARE(publications().first().outcome, ActOutcome::Done);
    }

    void aStagedTextThatIsNoCodeIsNotSent_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an error page")
            << QByteArray("<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code></Error>");
        QTest::newRow("too much") << QByteArray(5'000'001, 'x');
    }
    void aStagedTextThatIsNoCodeIsNotSent()
    {
        QFETCH(const QByteArray, text);
        begin();

        QVERIFY(!staged(text));

        QCOMPARE(m_sandbox->sends(u"UploadStagingRoutineCode"_s), 0);
        QVERIFY(publications().isEmpty());
    }

    void aFailedStagingSaysWhatStagingRuns_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("succeeds");
        QTest::newRow("the callback failed") << u"PostObject:203*1"_s << false;
        QTest::newRow("the upload's answer is lost") << u"PostObject:lose-answer*1"_s << true;
        QTest::newRow("no form") << u"UploadStagingRoutineCode:code:InvalidParameter*1"_s << false;
    }
    void aFailedStagingSaysWhatStagingRuns()
    {
        QFETCH(const QString, fault);
        begin({u"--fault"_s, fault});

        const Result<Routine> routine = staged(kCode);

        QTEST(routine.hasValue(), "succeeds");
        QCOMPARE(publications().first().outcome,
                 routine ? ActOutcome::Done : ActOutcome::NothingHappened);
    }

    void aVersionIsMadeOfWhatStagingRuns()
    {
        begin();
        QVERIFY_RESULT(staged(kCode));

        const QString version = saved(kCode, {kStagingSlot});

        QVERIFY(!version.isEmpty());
        QCOMPARE(m_sandbox->sends(u"CommitStagingRoutineCode"_s), 1);
        QCOMPARE(m_sandbox->sends(u"UploadRoutineCode"_s), 0);
        const Result<Routine> routine = test::wait(m_app->catalog().read(kRoutine));
        QVERIFY_RESULT(routine);
        QCOMPARE(routine->deploymentIn(kStaging).mainVersionId(), version);
        for (const LedgerEntry &entry : entries())
            QVERIFY(entry.kind != ActKind::ChangedElsewhere);
    }

    void anotherTextThanTheStagedOneIsUploadedAnew()
    {
        begin();
        QVERIFY_RESULT(staged("// what somebody else tries\n" + kCode));

        const QString version = saved(kCode, {kStagingSlot});

        QVERIFY(!version.isEmpty());
        QCOMPARE(m_sandbox->sends(u"CommitStagingRoutineCode"_s), 0);
        QCOMPARE(m_sandbox->sends(u"UploadRoutineCode"_s), 1);
    }

    void anAbortedUploadLeavesNoEmptyVersion()
    {
        begin({u"--fault"_s, u"PostObject:203*1"_s});

        SaveVersionFlow flow(m_app->connection(), m_app->ledger());
        test::Outcome<QString> outcome(flow);
        flow.start({.routine = kRoutine, .description = u"x"_s, .code = kCode});
        const Result<QString> result = outcome.wait();

        QVERIFY(!result);
        QCOMPARE(m_sandbox->sends(u"DeleteRoutineCodeRevision"_s), 1);
        const Result<VersionList> list =
            test::wait(m_app->connection().service()->listVersions(kRoutine));
        QVERIFY_RESULT(list);
        QVERIFY(list->versions.isEmpty());
        QCOMPARE(entries().first().outcome, ActOutcome::NothingHappened);
    }

private:
    void begin(const QStringList &arguments = {})
    {
        m_sandbox = std::make_unique<test::SandboxFixture>(arguments);
        m_folder = std::make_unique<QTemporaryDir>();
        m_app = std::make_unique<AppServices>(AppServices::Folders{.data = m_folder->path()});
        QVERIFY(m_sandbox->isRunning());
        m_app->connection().establish(
            {.id = u"dcdn:test"_s,
             .endpoint = m_sandbox->endpoint().speaking(ApiGeneration::First)},
            m_sandbox->credentials());
        QTRY_COMPARE(m_app->connection().state(), ConnectionState::Connected);
        QVERIFY_RESULT(
            test::wait(m_app->connection().service()->createRoutine(kRoutine, u"test"_s)));
    }

    QString saved(const QByteArray &code, const QStringList &known = {})
    {
        SaveVersionFlow flow(m_app->connection(), m_app->ledger());
        test::Outcome<QString> outcome(flow);
        flow.start(
            {.routine = kRoutine, .description = u"x"_s, .code = code, .knownVersionIds = known});
        const Result<QString> result = outcome.wait();
        return result ? *result : QString();
    }

    /// \p beforeReading is done once it was answered.
    Result<Routine> change(const QStringList &environments, const QString &versionId,
                           const std::function<void()> &beforeReading = {})
    {
        RegionFlow flow(m_app->connection(), m_app->ledger());
        connect(&flow, &RegionFlow::stepChanged, this, [&](RegionFlow::Step step) {
            if (beforeReading && step == RegionFlow::Step::ReadingBack)
                beforeReading();
        });
        test::Outcome<Routine> outcome(flow);
        flow.start({.routine = kRoutine,
                    .environments = environments,
                    .versionId = versionId,
                    .versionName = u"v1"_s});
        return outcome.wait();
    }

    Result<Routine> staged(const QByteArray &code)
    {
        StageDraftFlow flow(m_app->connection(), m_app->ledger());
        test::Outcome<Routine> outcome(flow);
        flow.start({.routine = kRoutine, .code = code});
        return outcome.wait();
    }

    QList<LedgerEntry> entries()
    {
        const Result<QList<LedgerEntry>> found =
            test::wait(m_app->ledger().entries({.routine = kRoutine}));
        return found ? *found : QList<LedgerEntry>();
    }

    QList<LedgerEntry> publications()
    {
        QList<LedgerEntry> found = entries();
        found.removeIf([](const LedgerEntry &entry) { return entry.kind != ActKind::Publish; });
        return found;
    }

    std::unique_ptr<test::SandboxFixture> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppServices> m_app;
};

QTEST_GUILESS_MAIN(RegionFlowTest)
#include "tst_regionflow.moc"
