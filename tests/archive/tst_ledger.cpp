// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/ledger.h"
#include "archive/ledgerstore.h"
#include "support/testing.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Knowledge = LiveState::Knowledge;

namespace {

const QDateTime kStart(QDate(2026, 11, 3), QTime(14, 0), Qt::UTC);

QDateTime minute(int number)
{
    return kStart.addSecs(60LL * number);
}

QList<VersionShare> all(const QString &versionId)
{
    return {{.versionId = versionId}};
}

} // namespace

class LedgerTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_minute = 0;
        open();
    }

    void cleanup() { shut(); }

    void anActIsOnTheDiskBeforeItsIdIsGiven()
    {
        const Result<qint64> id = begin(publication(u"1"_s, u"2"_s));
        QVERIFY_RESULT(id);

        // A second reader of the same file sees what is committed and nothing else.
        Database other;
        QVERIFY_RESULT(other.open(m_archive->file(), Database::Access::ReadOnly));
        const Result<LedgerEntry> entry = LedgerStore(other).entry(*id);

        QVERIFY_RESULT(entry);
        QCOMPARE(entry->outcome, ActOutcome::Pending);
        QVERIFY(entry->isOpen);
        QCOMPARE(entry->startedAt, minute(0));
    }

    void everyFieldComesBack()
    {
        LedgerEntry entry = publication(u"1"_s, u"2"_s);
        entry.kind = ActKind::SaveVersion;
        entry.versionId = u"17"_s;
        entry.from = {{u"9"_s, 30}, {u"10"_s, 70}};
        entry.reason = u"Cache 404s\n修复"_s;
        entry.digest = QByteArray(32, '\xfe');
        entry.knownVersionIds = {u"a"_s, u"b"_s};
        entry.existedBefore = true;
        const Result<qint64> id = begin(entry);
        QVERIFY_RESULT(id);
        m_minute = 1;
        QVERIFY_RESULT(test::wait(m_ledger->complete(*id, {.outcome = ActOutcome::Done,
                                                           .versionId = u"18"_s,
                                                           .requestIds = {u"R-1"_s, u"R-2"_s},
                                                           .detail = u"facts"_s})));

        const LedgerEntry read = entries().constFirst();

        QCOMPARE(read.key, entry.key);
        QCOMPARE(read.accountName, entry.accountName);
        QCOMPARE(read.kind, entry.kind);
        QCOMPARE(read.environment, entry.environment);
        QCOMPARE(read.versionId, u"18"_s);
        QVERIFY(isSameTraffic(read.from, entry.from));
        QCOMPARE(read.to, entry.to);
        QCOMPARE(read.reason, entry.reason);
        QCOMPARE(read.startedAt, minute(0));
        QCOMPARE(read.endedAt, minute(1));
        QCOMPARE(read.outcome, ActOutcome::Done);
        QVERIFY(!read.isOpen);
        QCOMPARE(read.requestIds, QStringList({u"R-1"_s, u"R-2"_s}));
        QCOMPARE(read.detail, u"facts"_s);
        QCOMPARE(read.digest, entry.digest);
        QCOMPARE(read.knownVersionIds, entry.knownVersionIds);
        QVERIFY(read.existedBefore);
    }

    void aChangeMadeElsewhereIsEnteredOnceWithBothTimes()
    {
        observe(2, u"1"_s);
        observe(7, u"1"_s);
        observe(17, u"2"_s);
        observe(20, u"2"_s);

        const QList<LedgerEntry> found = entries();

        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().kind, ActKind::ChangedElsewhere);
        QCOMPARE(found.first().environment, QString(kProduction));
        QCOMPARE(found.first().from, all(u"1"_s));
        QCOMPARE(found.first().to, all(u"2"_s));
        QCOMPARE(found.first().startedAt, minute(7));
        QCOMPARE(found.first().endedAt, minute(17));
        QCOMPARE(found.first().outcome, ActOutcome::Done);
        QVERIFY(!found.first().isOpen);
    }

    void aSplitIsTheSameInAnyOrder()
    {
        observe(1, {{u"9"_s, 70}, {u"10"_s, 30}});
        observe(2, {{u"10"_s, 30}, {u"9"_s, 70}});
        observe(3, {{u"10"_s, 70}, {u"9"_s, 30}});

        QCOMPARE(entries().size(), 1);
    }

    void ownPublicationsAreNotEnteredTwice_data()
    {
        QTest::addColumn<QString>("order"); // o: observed, c: completed
        QTest::newRow("completed, then read") << u"co"_s;
        QTest::newRow("read while under way") << u"oco"_s;
        QTest::newRow("never completed") << u"oo"_s;
    }

    void ownPublicationsAreNotEnteredTwice()
    {
        QFETCH(const QString, order);
        observe(1, u"1"_s);
        m_minute = 2;
        const Result<qint64> id = begin(publication(u"1"_s, u"2"_s));
        QVERIFY_RESULT(id);

        for (const QChar step : order) {
            if (step == u'o')
                observe(++m_minute, u"2"_s);
            else
                QVERIFY_RESULT(test::wait(m_ledger->complete(*id, {.outcome = ActOutcome::Done})));
        }

        QCOMPARE(entries().size(), 1);
    }

    void oneOwnPublicationExplainsOneChangeOnly()
    {
        observe(1, u"1"_s);
        publish(2, u"1"_s, u"2"_s);
        observe(3, u"2"_s);
        observe(4, u"3"_s);
        observe(5, u"2"_s);

        QCOMPARE(kinds(), QList<ActKind>({ActKind::ChangedElsewhere, ActKind::ChangedElsewhere,
                                          ActKind::Publish}));
    }

    void aRefusedPublicationExplainsNothing()
    {
        observe(1, u"1"_s);
        publish(2, u"1"_s, u"2"_s, ActOutcome::NothingHappened);
        observe(3, u"2"_s);

        QCOMPARE(kinds(), QList<ActKind>({ActKind::ChangedElsewhere, ActKind::Publish}));
    }

    void whoeverReplacesAnOwnPublicationAtOnceIsSeen()
    {
        observe(1, u"1"_s);
        publish(2, u"1"_s, u"2"_s);
        observe(3, u"3"_s); // 2 itself was never read

        const LedgerEntry newest = entries().constFirst();
        QCOMPARE(newest.kind, ActKind::ChangedElsewhere);
        QCOMPARE(newest.from, all(u"2"_s));
    }

    void theSameVersionPublishedAgainElsewhereIsSeen()
    {
        Routine routine = routineWith(all(u"1"_s));
        routine.deployments.first().createdAt = minute(0);
        QVERIFY_RESULT(observe(1, routine));
        QVERIFY_RESULT(observe(2, routine));
        QCOMPARE(entries().size(), 0);

        routine.deployments.first().createdAt = minute(3);
        QVERIFY_RESULT(observe(4, routine));

        QCOMPARE(kinds(), QList<ActKind>{ActKind::ChangedElsewhere});
    }

    void anOvertakenReadingIsDropped()
    {
        const quint64 early = m_ledger->nextReading();
        observe(1, u"1"_s);
        publish(2, u"1"_s, u"2"_s);
        observe(3, u"2"_s);
        // Sent before all that, answered now with what was live then.
        QVERIFY_RESULT(test::wait(m_ledger->observe({.accountId = u"acme"_s,
                                                     .routine = routineWith(all(u"1"_s)),
                                                     .at = minute(4),
                                                     .reading = early})));

        QCOMPARE(kinds(), QList<ActKind>{ActKind::Publish});
    }

    void aDeletionIsOwnOrElsewhere_data()
    {
        QTest::addColumn<bool>("own");
        QTest::newRow("own") << true;
        QTest::newRow("elsewhere") << false;
    }

    void aDeletionIsOwnOrElsewhere()
    {
        QFETCH(const bool, own);
        observe(1, u"1"_s);
        if (own) {
            LedgerEntry entry = publication({}, {});
            entry.kind = ActKind::DeleteRoutine;
            entry.environment.clear();
            const Result<qint64> id = begin(entry);
            QVERIFY_RESULT(id);
            QVERIFY_RESULT(test::wait(m_ledger->complete(*id, {.outcome = ActOutcome::Done})));
        }
        observe(2, QList<VersionShare>());

        QCOMPARE(kinds(), QList<ActKind>{own ? ActKind::DeleteRoutine : ActKind::ChangedElsewhere});
    }

    void aClockThatIsSetBackDoesNotBreakTheOrder()
    {
        observe(60, u"1"_s);
        observe(120, u"1"_s);
        observe(10, u"2"_s); // really later
        publish(11, u"2"_s, u"3"_s);

        const QList<LedgerEntry> found = entries();

        QCOMPARE(found.size(), 2);
        QCOMPARE(found.at(0).kind, ActKind::Publish);
        QCOMPARE(found.at(1).kind, ActKind::ChangedElsewhere);
        QCOMPARE(found.at(1).startedAt, minute(120));
        QCOMPARE(found.at(1).endedAt, minute(10));
        const LiveState state = production(90);
        QVERIFY(state.clockWentBack);
        QCOMPARE(state.shares, all(u"3"_s)); // what is true since then
    }

    void tellsWhatWasLiveAt_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<Knowledge>("knowledge");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("next");
        QTest::newRow("before the first reading") << 5 << Knowledge::Never << QString() << u"1"_s;
        QTest::newRow("at a reading") << 10 << Knowledge::Seen << u"1"_s << u"2"_s;
        QTest::newRow("between equal readings") << 15 << Knowledge::Seen << u"1"_s << u"2"_s;
        QTest::newRow("in a gap with a change") << 25 << Knowledge::Between << u"1"_s << u"2"_s;
        QTest::newRow("after the change") << 35 << Knowledge::Seen << u"2"_s << QString();
        QTest::newRow("after the last reading") << 90 << Knowledge::Last << u"2"_s << QString();
    }

    void tellsWhatWasLiveAt()
    {
        QFETCH(const int, at);
        observe(10, u"1"_s);
        observe(20, u"1"_s);
        observe(30, u"2"_s);
        observe(40, u"2"_s);

        const LiveState state = production(at);

        QTEST(state.knowledge, "knowledge");
        QTEST(state.shares.value(0).versionId, "version");
        QTEST(state.next.value(0).versionId, "next");
    }

    void theServicesOwnTimeNarrowsTheGap()
    {
        observe(10, u"1"_s);
        Routine routine = routineWith(all(u"2"_s));
        routine.deployments.first().createdAt = minute(15);
        QVERIFY_RESULT(observe(30, routine));

        QCOMPARE(production(12).knowledge, Knowledge::Between);
        QCOMPARE(production(12).until, minute(15));
        QCOMPARE(production(16).knowledge, Knowledge::Seen);
        QCOMPARE(production(16).since, minute(15));
        QVERIFY(production(16).isExact);
    }

    void aDeploymentOlderThanTheFirstReadingIsKnownSinceThen()
    {
        Routine routine = routineWith(all(u"1"_s));
        routine.deployments.first().createdAt = minute(0);
        QVERIFY_RESULT(observe(30, routine));

        QCOMPARE(production(5).knowledge, Knowledge::Seen);
        QCOMPARE(production(5).shares, all(u"1"_s));
    }

    void whatWasLeftOpenIsFoundAtTheNextStart()
    {
        const Result<qint64> cut = begin(publication(u"1"_s, u"2"_s));
        const Result<qint64> finished = begin(publication(u"2"_s, u"3"_s));
        const Result<qint64> lost = begin(publication(u"3"_s, u"4"_s));
        QVERIFY(cut && finished && lost);
        QVERIFY_RESULT(test::wait(m_ledger->complete(*finished, {.outcome = ActOutcome::Done})));
        QVERIFY_RESULT(test::wait(
            m_ledger->complete(*lost, {.outcome = ActOutcome::Unknown, .isOpen = true})));

        // Not what is under way now.
        QCOMPARE(openIds(), QList<qint64>{*lost});
        shut();
        open();

        QCOMPARE(openIds(), QList<qint64>({*cut, *lost}));
    }

    void aCancelledBeginningEndsAsNothing()
    {
        Reply<qint64> *reply = m_ledger->begin(publication(u"1"_s, u"2"_s));
        reply->cancel();

        QVERIFY(!test::wait(reply));
        QTRY_COMPARE(entries().value(0).outcome, ActOutcome::NothingHappened);
        QCOMPARE(openIds(), QList<qint64>());
    }

    void anArchiveInMemoryTakesNoIntents()
    {
        shut();
        // A folder stands where the file would be.
        QVERIFY(QDir(m_folder->path()).removeRecursively());
        QVERIFY(QDir().mkpath(m_folder->path() + u"/archive.db/x"_s));
        open();

        const Result<qint64> id = begin(publication(u"1"_s, u"2"_s));

        QVERIFY(!id);
        QCOMPARE(id.error().code, ErrorCode::Storage);
        QVERIFY(!id.error().message.isEmpty());
    }

    void entriesAreFiltered_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << QString() << 4;
        QTest::newRow("reason") << u"cache"_s << 1;
        QTest::newRow("two Chinese characters") << u"修复"_s << 1;
        QTest::newRow("one") << u"修"_s << 1;
        QTest::newRow("routine") << u"OTHER"_s << 1;
        QTest::newRow("request") << u"r-77"_s << 1;
        QTest::newRow("version's name") << u"v12"_s << 1;
        QTest::newRow("no such version") << u"v13"_s << 0;
        QTest::newRow("no pattern") << u"%"_s << 0;
    }

    void entriesAreFiltered()
    {
        QFETCH(const QString, text);
        QVERIFY_RESULT(test::wait(m_archive->recordListing(
            key(), {.list = {.versions = {{.id = u"4711"_s, .createdAt = kStart}}},
                    .ordinals = {{u"4711"_s, 12}},
                    .at = kStart})));
        publish(1, u"1"_s, u"4711"_s);
        LedgerEntry reasoned = publication(u"1"_s, u"2"_s);
        reasoned.reason = u"Cache 404s"_s;
        QVERIFY_RESULT(begin(reasoned));
        reasoned.reason = u"修复"_s;
        const Result<qint64> id = begin(reasoned);
        QVERIFY_RESULT(id);
        QVERIFY_RESULT(test::wait(
            m_ledger->complete(*id, {.outcome = ActOutcome::Done, .requestIds = {u"R-77"_s}})));
        reasoned.reason.clear();
        reasoned.key.routine = u"other"_s;
        QVERIFY_RESULT(begin(reasoned));

        const Result<QList<LedgerEntry>> found = test::wait(m_ledger->entries({.text = text}));

        QVERIFY_RESULT(found);
        QTEST(static_cast<int>(found->size()), "count");
    }

    void aReasonIsEditedAfterwards()
    {
        publish(1, u"1"_s, u"2"_s);

        QVERIFY_RESULT(
            test::wait(m_ledger->setReason(entries().constFirst().id, u"the sale began"_s)));

        QCOMPARE(entries().constFirst().reason, u"the sale began"_s);
    }

    void aHundredThousandEntriesAreReadByThePage()
    {
        Reply<> *filled = m_archive->worker().run(this, [](Database &database) {
            return database.execute(
                u"WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n "
                "WHERE i < 99999) INSERT INTO ledger (account, routine, kind, started, "
                "outcome, open) SELECT 'acme', 'r' || (i % 100), 1, i, 1, 0 FROM n"_s);
        });
        QVERIFY_RESULT(test::wait(filled, 60'000));

        LedgerFilter filter{.accountId = u"acme"_s, .routine = u"r7"_s, .most = 300};
        QList<qint64> ids;
        while (true) {
            const Result<QList<LedgerEntry>> page = test::wait(m_ledger->entries(filter));
            QVERIFY_RESULT(page);
            if (page->isEmpty())
                break;
            for (const LedgerEntry &entry : *page)
                ids.append(entry.id);
            filter.before = ids.constLast();
        }

        QCOMPARE(ids.size(), 1000);
        QVERIFY(std::is_sorted(ids.cbegin(), ids.cend(), std::greater()));
        const Result<QList<LedgerEntry>> newest = test::wait(m_ledger->entries({.most = 1}));
        QVERIFY_RESULT(newest);
        QCOMPARE(newest->first().startedAt.toMSecsSinceEpoch(), 99'999);
    }

    void changesAreTold()
    {
        QSignalSpy told(m_ledger.get(), &Ledger::changed);
        observe(1, u"1"_s);
        QCOMPARE(told.count(), 0);

        observe(2, u"2"_s);

        QCOMPARE(told.count(), 1);
        QCOMPARE(told.at(0).at(0).value<RoutineKey>(), key());
    }

private:
    void open()
    {
        m_ledger.reset();
        m_archive.reset(); // one program at a time has the file
        m_archive = std::make_unique<Archive>(m_folder->path());
        m_ledger = std::make_unique<Ledger>(*m_archive, [this] { return minute(m_minute); });
    }

    void shut()
    {
        m_ledger.reset();
        m_archive.reset();
    }

    static RoutineKey key() { return {.accountId = u"acme"_s, .routine = u"www"_s}; }

    static LedgerEntry publication(const QString &from, const QString &to)
    {
        return {.key = key(),
                .accountName = u"Acme 生产"_s,
                .kind = ActKind::Publish,
                .environment = kProduction,
                .from = all(from),
                .to = all(to)};
    }

    static Routine routineWith(const QList<VersionShare> &shares)
    {
        return {.name = u"www"_s, .deployments = {{.environment = kProduction, .shares = shares}}};
    }

    Result<qint64> begin(const LedgerEntry &entry) { return test::wait(m_ledger->begin(entry)); }

    Result<> observe(int at, const Routine &routine)
    {
        m_minute = at;
        return test::wait(m_ledger->observe({.accountId = u"acme"_s,
                                             .routine = routine,
                                             .at = minute(at),
                                             .reading = m_ledger->nextReading()}));
    }

    void observe(int at, const QList<VersionShare> &shares)
    {
        QVERIFY_RESULT(observe(at, routineWith(shares)));
    }

    void observe(int at, const QString &versionId) { observe(at, all(versionId)); }

    void publish(int at, const QString &from, const QString &to,
                 ActOutcome outcome = ActOutcome::Done)
    {
        m_minute = at;
        const Result<qint64> id = begin(publication(from, to));
        QVERIFY_RESULT(id);
        QVERIFY_RESULT(test::wait(m_ledger->complete(*id, {.outcome = outcome})));
    }

    QList<LedgerEntry> entries()
    {
        const Result<QList<LedgerEntry>> found = test::wait(m_ledger->entries({}));
        return found ? *found : QList<LedgerEntry>();
    }

    QList<ActKind> kinds()
    {
        QList<ActKind> found;
        for (const LedgerEntry &entry : entries())
            found.append(entry.kind);
        return found;
    }

    QList<qint64> openIds()
    {
        const auto found = test::wait(m_ledger->openEntries(u"acme"_s));
        QList<qint64> ids;
        if (found) {
            for (const LedgerEntry &entry : *found)
                ids.append(entry.id);
        }
        return ids;
    }

    LiveState production(int at)
    {
        const Result<LiveMoment> moment = test::wait(m_ledger->liveAt(key(), minute(at)));
        return moment ? moment->states.value(0) : LiveState();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Archive> m_archive;
    std::unique_ptr<Ledger> m_ledger;
    int m_minute = 0;
};

QTEST_GUILESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
