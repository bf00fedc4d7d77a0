// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/durablefile.h"
#include "support/testing.h"
#include "workspace/draftfile.h"
#include "workspace/draftstore.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

Draft draftOf(const QString &routine, const QByteArray &text, const QString &account = u"one"_s)
{
    return {.accountId = account,
            .routine = routine,
            .baseVersionId = u"v7"_s,
            .text = text,
            .caret = text.size() / 2,
            .changedAt = QDateTime(QDate(2024, 11, 3), QTime(10, 2, 3, 456), Qt::UTC)};
}

} // namespace

class LocalHistoryTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_history = std::make_unique<LocalHistory>(m_folder->filePath(u"shelf"_s));
    }

    void textsComeBackByteForByteNewestFirst()
    {
        const QByteArray odd("a\r\nb\xff\0c\n\n", 9);
        QVERIFY_RESULT(m_history->keep(draftOf(u"hello"_s, "first"), SnapshotReason::BeforeFormat));
        QVERIFY_RESULT(m_history->keep(draftOf(u"hello"_s, odd), SnapshotReason::BeforeFormat));

        const LocalHistory again(m_folder->filePath(u"shelf"_s));
        const QList<Snapshot> snapshots = again.snapshots(u"one"_s, u"hello"_s);

        QCOMPARE(snapshots.size(), 2);
        QCOMPARE(snapshots[0].size, odd.size());
        QCOMPARE(snapshots[0].baseVersionId, u"v7"_s);
        QCOMPARE(snapshots[0].takenAt, draftOf({}, {}).changedAt);
        const Result<Draft> newest = again.read(snapshots[0]);
        QVERIFY_RESULT(newest);
        QVERIFY(newest->text == odd);
        QCOMPARE(again.read(snapshots[1])->text, QByteArray("first"));
    }

    void theReasonStaysWithTheText()
    {
        for (const SnapshotReason reason :
             {SnapshotReason::Replaced, SnapshotReason::BeforeUseAsDraft,
              SnapshotReason::BeforeOpenFile, SnapshotReason::BeforeFormat,
              SnapshotReason::BeforeSaveVersion, SnapshotReason::BeforePublish,
              SnapshotReason::Discarded, SnapshotReason::WhileTyping})
        {
            QVERIFY_RESULT(m_history->keep(draftOf(u"hello"_s, describe(reason).toUtf8()), reason));
            const Snapshot newest = m_history->snapshots(u"one"_s, u"hello"_s).constFirst();
            QCOMPARE(newest.reason, reason);
            QCOMPARE(m_history->read(newest)->text, describe(reason).toUtf8());
        }
        QCOMPARE(m_history->snapshots(u"one"_s, u"hello"_s).size(), 8);
    }

    void filesFromBeforeThereWereReasonsAreReadable()
    {
        const QString folder = m_folder->filePath(u"shelf/one@hello"_s);
        QVERIFY(QDir().mkpath(folder));
        QVERIFY_RESULT(writeDurably(
            folder + u"/000000007.draft"_s,
            R"({"account":"one","base":"v7","caret":2,"changedAt":"2024-11-03T10:02:03.456Z",)"
            R"("format":"edgewright-draft-1","routine":"hello",)"
            R"("sha256":"982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1",)"
            R"("size":4})"
            "\ntext"));

        QVERIFY_RESULT(m_history->keep(draftOf(u"hello"_s, "new"), SnapshotReason::Discarded));

        const QList<Snapshot> snapshots = m_history->snapshots(u"one"_s, u"hello"_s);
        QCOMPARE(snapshots.size(), 2);
        QCOMPARE(snapshots[1].reason, SnapshotReason::Replaced);
        QCOMPARE(snapshots[1].takenAt.time(), QTime(10, 2, 3, 456));
        const Result<Draft> read = m_history->read(snapshots[1]);
        QVERIFY_RESULT(read);
        QCOMPARE(read->text, QByteArray("text"));
        QCOMPARE(read->caret, 2);
        QVERIFY(snapshots[0].file.endsWith(u"000000008.draft"_s));
    }

    void aWeightierReasonForTheSameTextStays_data()
    {
        QTest::addColumn<SnapshotReason>("first");
        QTest::addColumn<SnapshotReason>("second");
        QTest::addColumn<SnapshotReason>("left");
        using enum SnapshotReason;
        QTest::newRow("discarded after typing") << WhileTyping << Discarded << Discarded;
        QTest::newRow("typing after discarding") << Discarded << WhileTyping << Discarded;
        QTest::newRow("saved after discarding") << Discarded << BeforeSaveVersion << Discarded;
        QTest::newRow("saved after typing")
            << WhileTyping << BeforeSaveVersion << BeforeSaveVersion;
        QTest::newRow("two moments") << BeforeFormat << BeforePublish << BeforeFormat;
    }

    void aWeightierReasonForTheSameTextStays()
    {
        QFETCH(const SnapshotReason, first);
        QFETCH(const SnapshotReason, second);
        QFETCH(const SnapshotReason, left);

        QVERIFY_RESULT(m_history->keep(draftOf(u"hello"_s, "same"), first));
        QVERIFY_RESULT(m_history->keep(draftOf(u"hello"_s, "same"), second));

        const QList<Snapshot> snapshots = m_history->snapshots(u"one"_s, u"hello"_s);
        QCOMPARE(snapshots.size(), 1);
        QCOMPARE(snapshots[0].reason, left);
        QCOMPARE(m_history->read(snapshots[0])->text, QByteArray("same"));
    }

    void theOldestGoWhenThereAreTooMany()
    {
        const QString folder = m_folder->filePath(u"shelf/one@hello"_s);
        QVERIFY(QDir().mkpath(folder));
        const int more = 5;
        for (int i = 1; i < LocalHistory::kMost + more; ++i) {
            Draft draft = draftOf(u"hello"_s, QByteArray::number(i));
            draft.changedAt = QDateTime::currentDateTimeUtc();
            QFile file(folder + u"/%1.draft"_s.arg(i, 9, 10, '0'_L1));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.write(serializeDraft(draft, u"before-format"_s)) > 0);
        }

        QVERIFY_RESULT(m_history->keep(draftOf(u"hello"_s, "new"), SnapshotReason::BeforeFormat));

        const QList<Snapshot> snapshots = m_history->snapshots(u"one"_s, u"hello"_s);
        QCOMPARE(snapshots.size(), LocalHistory::kMost);
        QCOMPARE(m_history->read(snapshots.constFirst())->text, QByteArray("new"));
        QCOMPARE(m_history->read(snapshots.constLast())->text, QByteArray::number(more + 1));
    }

    void whatWasTakenWhileTypingIsThinnedByAge()
    {
        const QDateTime now(QDate(2024, 11, 30), QTime(12, 0), Qt::UTC);
        QList<Snapshot> all;
        const auto add = [&](int minutesAgo, SnapshotReason reason) {
            all.append({.file = QString::number(all.size()),
                        .takenAt = now.addSecs(-60LL * minutesAgo),
                        .size = 10,
                        .reason = reason});
        };
        for (int i = 0; i < LocalHistory::kAlways; ++i)
            add(i, SnapshotReason::BeforeFormat);
        const int hour = 60;
        const int day = 24 * hour;
        for (const int minutes : {2 * hour, 2 * hour + 5}) // of the last day: both stay
            add(minutes, SnapshotReason::WhileTyping);
        add(2 * day + 5, SnapshotReason::WhileTyping);
        add(2 * day + 10, SnapshotReason::WhileTyping);  // same hour: goes
        add(2 * day + 15, SnapshotReason::BeforeFormat); // a moment: stays
        add(2 * day + 65, SnapshotReason::WhileTyping);  // another hour: stays
        add(10 * day + 5, SnapshotReason::WhileTyping);
        add(10 * day + 6 * hour, SnapshotReason::WhileTyping); // same day: goes
        add(200 * day, SnapshotReason::BeforeFormat);

        const QList<Snapshot> gone = LocalHistory::superfluous(all, now);

        QStringList files;
        for (const Snapshot &snapshot : gone)
            files.append(snapshot.file);
        const auto always = static_cast<int>(LocalHistory::kAlways);
        QCOMPARE(files, (QStringList{QString::number(always + 3), QString::number(always + 7)}));
    }

    void aClockAheadForAWhileEndsNothing()
    {
        const QDateTime ahead = QDateTime::currentDateTimeUtc();
        const QDateTime before = ahead.addDays(-200);
        const auto keep = [this](int number, const QDateTime &when) {
            Draft draft = draftOf(u"hello"_s, QByteArray::number(number));
            draft.changedAt = when;
            return m_history->keep(draft, SnapshotReason::WhileTyping);
        };
        const auto usual = static_cast<int>(LocalHistory::kAlways) + 10;
        for (int i = 0; i < usual; ++i)
            QVERIFY_RESULT(keep(i, before.addSecs(3600LL * i)));

        for (int i = 0; i < usual; ++i)
            QVERIFY_RESULT(keep(usual + i, ahead.addSecs(i - usual)));

        QCOMPARE(m_history->snapshots(u"one"_s, u"hello"_s).size(), 2 * usual);
    }

    void whatWasDiscardedStaysForNinetyDays()
    {
        const QDateTime now(QDate(2024, 11, 30), QTime(12, 0), Qt::UTC);
        QList<Snapshot> all;
        const auto add = [&](qint64 daysAgo, SnapshotReason reason) {
            all.append({.takenAt = now.addDays(-daysAgo), .size = 1'000'000, .reason = reason});
        };
        for (int i = 0; i < LocalHistory::kAlways; ++i)
            add(0, SnapshotReason::BeforeFormat);
        for (int i = 0; i < 100; ++i)
            add(80, SnapshotReason::Discarded);
        for (int i = 0; i < 10; ++i)
            add(85, SnapshotReason::BeforeSaveVersion);
        for (int i = 0; i < 10; ++i)
            add(100, SnapshotReason::Discarded);

        const QList<Snapshot> gone = LocalHistory::superfluous(all, now);

        QCOMPARE(gone.size(), 20);
        for (const Snapshot &snapshot : gone)
            QVERIFY(snapshot.reason != SnapshotReason::Discarded
                    || snapshot.takenAt.daysTo(now) > LocalHistory::kDiscardedDays);
    }

    void tooManyBytesPushTheOldestOffButNeverTheNewest()
    {
        const QDateTime now(QDate(2024, 11, 30), QTime(12, 0), Qt::UTC);
        QList<Snapshot> all;
        for (int i = 0; i < 40; ++i)
            all.append({.file = QString::number(i),
                        .takenAt = now,
                        .size = LocalHistory::kLargestText,
                        .reason = SnapshotReason::BeforeFormat});

        const QList<Snapshot> gone = LocalHistory::superfluous(all, now);

        QCOMPARE(all.size() - gone.size(), LocalHistory::kAlways);
        QCOMPARE(gone.constFirst().file, u"39"_s);
    }

    void theSameTextIsNotPutThereTwice()
    {
        QVERIFY_RESULT(m_history->keep(draftOf(u"hello"_s, "same"), SnapshotReason::BeforeFormat));
        QVERIFY_RESULT(m_history->keep(draftOf(u"hello"_s, "same"), SnapshotReason::BeforeFormat));
        QCOMPARE(m_history->snapshots(u"one"_s, u"hello"_s).size(), 1);

        QVERIFY_RESULT(m_history->keep(draftOf(u"hello"_s, "Same"), SnapshotReason::BeforeFormat));

        QCOMPARE(m_history->snapshots(u"one"_s, u"hello"_s).size(), 2);
    }

    void accountsAndHostileNamesStayApart()
    {
        const QList<QStringList> names{{u"a@b"_s, u"c"_s},
                                       {u"a"_s, u"b@c"_s},
                                       {u"a"_s, u"../../../etc/passwd"_s},
                                       {QString(), QString()},
                                       {QString(5000, u'x'), QString(5000, u'路')}};
        for (const QStringList &name : names)
            QVERIFY_RESULT(m_history->keep(draftOf(name[1], name[1].toUtf8(), name[0]),
                                           SnapshotReason::BeforeFormat));

        for (const QStringList &name : names) {
            const QList<Snapshot> snapshots = m_history->snapshots(name[0], name[1]);
            QCOMPARE(snapshots.size(), 1);
            QCOMPARE(m_history->read(snapshots[0])->text, name[1].toUtf8());
        }
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{u"shelf"_s});
    }

    void aDamagedFileIsNotOfferedOrNotRead()
    {
        QVERIFY_RESULT(m_history->keep(draftOf(u"hello"_s, "first"), SnapshotReason::BeforeFormat));
        QVERIFY_RESULT(
            m_history->keep(draftOf(u"hello"_s, "second"), SnapshotReason::BeforeFormat));
        const QList<Snapshot> snapshots = m_history->snapshots(u"one"_s, u"hello"_s);
        QVERIFY_RESULT(writeDurably(snapshots[0].file, "no draft"));
        QByteArray flipped = *readWholeFile(snapshots[1].file, 10'000);
        flipped.back() = 'X';
        QVERIFY_RESULT(writeDurably(snapshots[1].file, flipped));

        const QList<Snapshot> left = m_history->snapshots(u"one"_s, u"hello"_s);

        QCOMPARE(left.size(), 1);
        const Result<Draft> read = m_history->read(left[0]);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Storage);
        QVERIFY(read.error().advice.contains(left[0].file));
    }

    void whatCannotBePutThereIsTold()
    {
        QVERIFY_RESULT(writeDurably(m_folder->filePath(u"shelf"_s), "a file in the way"));
        QVERIFY(!m_history->keep(draftOf(u"hello"_s, "text"), SnapshotReason::BeforeFormat));

        const Result<> tooLarge =
            m_history->keep(draftOf(u"hello"_s, QByteArray(LocalHistory::kLargestText + 1, 'x')),
                            SnapshotReason::BeforeFormat);

        QVERIFY(!tooLarge);
        QVERIFY(m_history->snapshots(u"one"_s, u"hello"_s).isEmpty());
    }

    void removingADraftLeavesTheShelf()
    {
        DraftStore store(m_folder->path());
        QVERIFY_RESULT(store.snapshot(draftOf(u"hello"_s, "text"), SnapshotReason::Discarded));
        QVERIFY_RESULT(store.saveNow(draftOf(u"hello"_s, "draft")));

        QVERIFY_RESULT(store.remove(u"one"_s, u"hello"_s));

        QCOMPARE(store.history().snapshots(u"one"_s, u"hello"_s).size(), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalHistory> m_history;
};

QTEST_GUILESS_MAIN(LocalHistoryTest)
#include "tst_localhistory.moc"
