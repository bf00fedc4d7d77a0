// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/servicefactory.h"
#include "support/sandboxfixture.h"
#include "support/testing.h"
#include "workspace/appservices.h"
#include "workspace/routinecopyflow.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

const QString kRoutine = u"hotlink-guard"_s;
const QString kTarget = u"moved"_s;

QList<CopySource> sources(const QString &letters)
{
    QList<CopySource> list;
    for (const QChar letter : letters)
        list.append({.versionId = QString::number(list.size()),
                     .name = u"v%1"_s.arg(list.size() + 1),
                     .description = {},
                     .digest = QByteArray(1, letter.toLatin1())});
    return list;
}

QList<CopyTarget> targets(const QString &letters)
{
    QList<CopyTarget> list;
    for (const QChar letter : letters)
        list.append(
            {.versionId = u"t%1"_s.arg(list.size()), .digest = QByteArray(1, letter.toLatin1())});
    return list;
}

} // namespace

class RoutineCopyTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void cleanup()
    {
        m_flow.reset();
        m_target.reset();
        m_app.reset();
        m_folder.reset();
        m_sandbox.reset();
    }

    void theNewestThatFitAreCopiedInTheirOrder_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("quota");
        // s: both sides, w: to be copied, o: stays archive-only, t: only there
        QTest::addColumn<QString>("expected");
        QTest::newRow("all fit") << u"abc"_s << u""_s << 10 << u"www"_s;
        QTest::newRow("more than fit") << u"abcde"_s << u""_s << 3 << u"oowww"_s;
        QTest::newRow("interrupted") << u"abcde"_s << u"cd"_s << 3 << u"oossw"_s;
        QTest::newRow("done") << u"abc"_s << u"abc"_s << 3 << u"sss"_s;
        QTest::newRow("the same text twice") << u"abac"_s << u"ab"_s << 10 << u"ssww"_s;
        QTest::newRow("the same text twice, little room") << u"aab"_s << u"a"_s << 2 << u"sow"_s;
        QTest::newRow("something else there") << u"abc"_s << u"x"_s << 3 << u"owwt"_s;
        QTest::newRow("a newer one is there already") << u"abc"_s << u"b"_s << 10 << u"osw"_s;
        QTest::newRow("no room") << u"abc"_s << u"xyz"_s << 3 << u"ooottt"_s;
        QTest::newRow("nothing to copy") << u""_s << u""_s << 10 << u""_s;
    }
    void theNewestThatFitAreCopiedInTheirOrder()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, target);
        QFETCH(const int, quota);

        const CopyPlan plan = planCopy(sources(source), targets(target), quota);

        QString letters;
        for (const CopyRow &row : plan.rows)
            letters += u"swot"_s.at(static_cast<int>(row.state));
        QTEST(letters, "expected");
    }

    void aHistoryMovesToTheOtherGenerationInOrder()
    {
        begin();
        QVERIFY(planned());
        QCOMPARE(m_flow->state().count(CopyState::Waiting), 4);
        QVERIFY(!m_flow->targetExists());

        QVERIFY(copied());

        QCOMPARE(m_flow->state().count(CopyState::Same), 4);
        const Result<VersionList> list = test::wait(m_target->service()->listVersions(kTarget));
        QVERIFY_RESULT(list);
        QCOMPARE(list->versions.at(3).description, u"Only for www.example.net"_s);
        QCOMPARE(list->versions.at(0).description, u"Search engines may show our pictures"_s);
        const Result<Routine> routine = test::wait(m_target->service()->fetchRoutine(kTarget));
        QVERIFY_RESULT(routine);
        QCOMPARE(routine->description, u"moved"_s);
        const QList<LedgerEntry> entries = ledgerOf(u"target"_s);
        QCOMPARE(entries.size(), 5);
        for (const LedgerEntry &entry : entries)
            QCOMPARE(entry.outcome, ActOutcome::Done);
        // The source was only read.
        QCOMPARE(m_sandbox->sends(u"UploadRoutineCode"_s), 0);
        QCOMPARE(ledgerOf(u"dcdn:source"_s).size(), 0);
        QVERIFY(planned());
        QCOMPARE(m_flow->state().count(CopyState::Same), 4);
        QCOMPARE(m_flow->state().next(), -1);
    }

    void aCopyThatFailedGoesOnWhereItStopped_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("an upload fails") << u"PostObject:203@3"_s;
        QTest::newRow("refused") << u"CommitRoutineStagingCode:code:InvalidParameter@3"_s;
    }
    void aCopyThatFailedGoesOnWhereItStopped()
    {
        QFETCH(const QString, fault);
        begin({u"--fault"_s, fault});
        QVERIFY(planned());
        QSignalSpy failed(m_flow.get(), &RoutineCopyFlow::failed);
        m_flow->copy();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
        QCOMPARE(m_flow->state().count(CopyState::Same), 2);
        makeFlow(); // as another day

        QVERIFY(planned());
        QCOMPARE(m_flow->state().count(CopyState::Same), 2);
        QCOMPARE(m_flow->state().count(CopyState::Waiting), 2);
        QVERIFY(copied());

        const Result<VersionList> list = test::wait(m_target->service()->listVersions(kTarget));
        QVERIFY_RESULT(list);
        const auto numbered = std::ranges::count(list->versions, false, &CodeVersion::isUnstable);
        QCOMPARE(numbered, 4);
        QCOMPARE(m_sandbox->sends(u"CreateRoutine"_s), 1);
    }

    void whatMayBeThereIsLookedForBeforeItIsCopiedOnceMore()
    {
        // The third one is made there, but not read back.
        begin({u"--fault"_s, u"GetRoutineCodeVersion:code:InvalidParameter@3"_s});
        QVERIFY(planned());
        QSignalSpy failed(m_flow.get(), &RoutineCopyFlow::failed);
        m_flow->copy();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::OutcomeUnknown);
        QCOMPARE(m_flow->state().count(CopyState::Same), 2);

        QVERIFY(copied());

        QCOMPARE(m_flow->state().count(CopyState::Same), 4);
        const Result<VersionList> list = test::wait(m_target->service()->listVersions(kTarget));
        QVERIFY_RESULT(list);
        const auto numbered = std::ranges::count(list->versions, false, &CodeVersion::isUnstable);
        QCOMPARE(numbered, 4);
    }

    void stoppingFinishesTheVersionUnderWay()
    {
        begin();
        QVERIFY(planned());
        QSignalSpy stopped(m_flow.get(), &RoutineCopyFlow::stopped);
        connect(m_flow.get(), &RoutineCopyFlow::progressed, this,
                [this](int done, int, const QString &name) {
                    if (done == 1 && !name.isEmpty())
                        m_flow->stop();
                });

        m_flow->copy();

        QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, 20'000);
        QCOMPARE(m_flow->state().count(CopyState::Same), 2);
        QVERIFY(!m_flow->isRunning());
        for (const LedgerEntry &entry : ledgerOf(u"target"_s))
            QCOMPARE(entry.outcome, ActOutcome::Done);
    }

    void onlyTheNewestThatFitAreCopied()
    {
        begin({u"--version-quota"_s, u"3"_s});
        m_target->adopt({.id = u"target"_s},
                        createRoutineService(m_network, {.endpoint = m_sandbox->endpoint(),
                                                         .credentials = m_sandbox->credentials()}));
        makeFlow();

        QVERIFY(planned());
        QCOMPARE(m_flow->quota(), 3);
        QCOMPARE(m_flow->state().count(CopyState::OnlySource), 1);
        QVERIFY(copied());

        QCOMPARE(m_flow->state().count(CopyState::Same), 3);
    }

    void theTargetMustBeConnected()
    {
        begin();
        m_target->close();
        QSignalSpy failed(m_flow.get(), &RoutineCopyFlow::failed);

        m_flow->plan();

        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 10'000);
        QVERIFY(!m_flow->isRunning());
    }

private:
    void begin(const QStringList &arguments = {})
    {
        m_sandbox = std::make_unique<test::SandboxFixture>(QStringList{u"--sample"_s} + arguments);
        m_folder = std::make_unique<QTemporaryDir>();
        m_app = std::make_unique<AppServices>(AppServices::Folders{.data = m_folder->path()});
        m_target = std::make_unique<Connection>(m_network);
        QVERIFY(m_sandbox->isRunning());
        m_app->connection().establish(
            {.id = u"dcdn:source"_s,
             .endpoint = m_sandbox->endpoint().speaking(ApiGeneration::First)},
            m_sandbox->credentials());
        m_target->establish({.id = u"target"_s, .endpoint = m_sandbox->endpoint()},
                            m_sandbox->credentials());
        QTRY_COMPARE(m_app->connection().state(), ConnectionState::Connected);
        QTRY_COMPARE(m_target->state(), ConnectionState::Connected);
        QTRY_VERIFY(m_app->catalog().routine(kRoutine).has_value());
        m_app->history().setRoutine(kRoutine);
        QTRY_COMPARE(m_app->history().model().rowCount(), 4);
        QTRY_VERIFY(m_app->history().isListed());
        makeFlow();
    }

    void makeFlow()
    {
        m_flow = std::make_unique<RoutineCopyFlow>(
            RoutineCopyFlow::Parts{.archive = m_app->archive(),
                                   .codes = m_app->history().codes(),
                                   .target = *m_target,
                                   .ledger = m_app->ledger()},
            RoutineCopyFlow::Request{.source = {.accountId = u"dcdn:source"_s, .routine = kRoutine},
                                     .targetRoutine = kTarget,
                                     .description = u"moved"_s});
    }

    bool planned()
    {
        QSignalSpy spy(m_flow.get(), &RoutineCopyFlow::planned);
        m_flow->plan();
        return spy.wait(20'000);
    }

    bool copied()
    {
        QSignalSpy spy(m_flow.get(), &RoutineCopyFlow::copied);
        m_flow->copy();
        return spy.wait(20'000);
    }

    QList<LedgerEntry> ledgerOf(const QString &accountId)
    {
        const Result<QList<LedgerEntry>> found =
            test::wait(m_app->ledger().entries({.accountId = accountId}));
        return found ? *found : QList<LedgerEntry>();
    }

    QNetworkAccessManager m_network;
    std::unique_ptr<test::SandboxFixture> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppServices> m_app;
    std::unique_ptr<Connection> m_target;
    std::unique_ptr<RoutineCopyFlow> m_flow;
};

QTEST_GUILESS_MAIN(RoutineCopyTest)
#include "tst_routinecopy.moc"
