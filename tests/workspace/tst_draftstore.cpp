// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/durablefile.h"
#include "support/testing.h"
#include "workspace/draftstore.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

Draft draftOf(const QString &routine, const QByteArray &text, const QString &account = u"sandbox"_s)
{
    return {.accountId = account,
            .routine = routine,
            .baseVersionId = u"1710120201067203242"_s,
            .text = text,
            .caret = text.size() / 2,
            .changedAt = QDateTime(QDate(2024, 11, 3), QTime(10, 2, 3, 456), Qt::UTC)};
}

} // namespace

class DraftStoreTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void comesBackByteForByte_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("one line") << QByteArray("let a = 1;");
        QTest::newRow("mixed line ends") << QByteArray("a\r\nb\nc\rd\n\n");
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbflet a;\n");
        QTest::newRow("Chinese") << QByteArray("// 路由 🚀\n");
        QTest::newRow("null and no UTF-8") << QByteArray("\0\xff\n{\"format\":1}\n", 16);
        QTest::newRow("1 MB") << QByteArray(1'000'000, 'x');
        QTest::newRow("as large as may be") << QByteArray(DraftStore::kLargestDraft, '\n');
    }

    void comesBackByteForByte()
    {
        QFETCH(const QByteArray, text);
        {
            DraftStore store(m_folder->path());
            QVERIFY_RESULT(test::wait(store.save(draftOf(u"hello"_s, text))));
        }
        const DraftStore store(m_folder->path());

        const auto loaded = store.load(u"sandbox"_s, u"hello"_s);

        QVERIFY_RESULT(loaded);
        QVERIFY(loaded->has_value());
        const Draft draft = loaded->value();
        const Draft wanted = draftOf(u"hello"_s, text);
        QVERIFY(draft.text == text);
        QCOMPARE(draft.accountId, wanted.accountId);
        QCOMPARE(draft.routine, wanted.routine);
        QCOMPARE(draft.baseVersionId, wanted.baseVersionId);
        QCOMPARE(draft.caret, wanted.caret);
        QCOMPARE(draft.changedAt, wanted.changedAt);
    }

    void isSeenBeforeItIsOnTheDisk()
    {
        DraftStore store(m_folder->path());
        QVERIFY_RESULT(store.saveNow(draftOf(u"hello"_s, "old")));

        auto *saving = store.save(draftOf(u"hello"_s, "new"));

        QCOMPARE((*store.load(u"sandbox"_s, u"hello"_s))->text, QByteArray("new"));
        QVERIFY_RESULT(test::wait(saving));
        QCOMPARE((*store.load(u"sandbox"_s, u"hello"_s))->text, QByteArray("new"));
    }

    void theBaseIsToldWithoutTouchingTheFile()
    {
        DraftStore store(m_folder->path());
        QCOMPARE(store.baseOf(u"sandbox"_s, u"hello"_s), QString());
        QVERIFY_RESULT(store.saveNow(draftOf(u"hello"_s, "text")));
        const Draft wanted = draftOf(u"hello"_s, "text");
        QCOMPARE(store.baseOf(u"sandbox"_s, u"hello"_s), wanted.baseVersionId);
        QCOMPARE(store.baseOf(u"other"_s, u"hello"_s), QString());
        const QDir folder(m_folder->path());
        const QStringList files = folder.entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QFile file(folder.filePath(files.first()));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("broken\n") > 0);
        file.close();

        QCOMPARE(store.baseOf(u"sandbox"_s, u"hello"_s), QString());

        QCOMPARE(folder.entryList(QDir::Files), files);
    }

    void theNewestSaveWinsAndAnswersForAll()
    {
        DraftStore store(m_folder->path());
        int answered = 0;
        for (int i = 0; i < 200; ++i)
            store.save(draftOf(u"hello"_s, QByteArray::number(i)))
                ->then(this, [&answered](const Result<QDateTime> &saved) {
                    if (saved)
                        ++answered;
                });

        QTRY_COMPARE(answered, 200);

        const DraftStore again(m_folder->path());
        QCOMPARE((*again.load(u"sandbox"_s, u"hello"_s))->text, QByteArray("199"));
    }

    void theLastSaveOfAProgramIsNotOvertaken()
    {
        for (int round = 0; round < 50; ++round) {
            auto store = std::make_unique<DraftStore>(m_folder->path());
            for (int i = 0; i < 5; ++i)
                (void)store->save(draftOf(u"hello"_s, QByteArray(50'000, 'o')));
            QVERIFY_RESULT(store->saveNow(draftOf(u"hello"_s, "last")));
            QCoreApplication::processEvents();
            store.reset();

            const DraftStore again(m_folder->path());
            QCOMPARE((*again.load(u"sandbox"_s, u"hello"_s))->text, QByteArray("last"));
        }
    }

    void theDestructorWritesWhatIsStillWaiting()
    {
        {
            DraftStore store(m_folder->path());
            for (int i = 0; i < 10; ++i)
                (void)store.save(draftOf(u"r%1"_s.arg(i), "text"));
        }
        const DraftStore again(m_folder->path());

        for (int i = 0; i < 10; ++i)
            QVERIFY(again.contains(u"sandbox"_s, u"r%1"_s.arg(i)));
    }

    void aSaveDoesNotWaitForTheLongWorkOfOthers()
    {
        QThreadPool &shared = *QThreadPool::globalInstance();
        QSemaphore gate;
        const auto open = qScopeGuard([&] {
            gate.release(shared.maxThreadCount());
            shared.waitForDone();
        });
        for (int i = 0; i < shared.maxThreadCount(); ++i)
            shared.start([&gate] { gate.acquire(); });
        DraftStore store(m_folder->path());
        const Draft draft = draftOf(u"hello"_s, "text");

        QVERIFY_RESULT(test::wait(store.save(draft)));
        QVERIFY_RESULT(test::wait(store.snapshotLater(draft, SnapshotReason::Discarded)));
        const auto known = test::wait(store.snapshots(u"sandbox"_s, u"hello"_s));
        QVERIFY_RESULT(known);
        QCOMPARE(known->size(), 1);
    }

    void aRemovedDraftStaysRemoved()
    {
        DraftStore store(m_folder->path());
        QVERIFY_RESULT(store.remove(u"sandbox"_s, u"never there"_s));
        auto *saving = store.save(draftOf(u"hello"_s, "text"));

        QVERIFY_RESULT(store.remove(u"sandbox"_s, u"hello"_s));

        QVERIFY(!test::wait(saving));
        store.pool().waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(!store.contains(u"sandbox"_s, u"hello"_s));
        QVERIFY(!(*store.load(u"sandbox"_s, u"hello"_s)).has_value());
    }

    void accountsDoNotShareDrafts()
    {
        DraftStore store(m_folder->path());
        QVERIFY_RESULT(store.saveNow(draftOf(u"hello"_s, "mine", u"cli:a"_s)));
        QVERIFY_RESULT(store.saveNow(draftOf(u"hello"_s, "theirs", u"cli:b"_s)));

        QCOMPARE((*store.load(u"cli:a"_s, u"hello"_s))->text, QByteArray("mine"));
        QCOMPARE((*store.load(u"cli:b"_s, u"hello"_s))->text, QByteArray("theirs"));
    }

    void hostileNamesStayInTheFolder_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("routine");
        QTest::newRow("way up") << u"sandbox"_s << u"../../../etc/passwd"_s;
        QTest::newRow("absolute") << u"/tmp/x"_s << u"/etc/passwd"_s;
        QTest::newRow("line break") << u"a\nb"_s << u"c\nd"_s;
        QTest::newRow("null") << u"a"_s << u"a\0b"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("separator") << u"a@b"_s << u"c@d"_s;
        QTest::newRow("endless") << QString(5000, u'x') << QString(5000, u'路');
    }

    void hostileNamesStayInTheFolder()
    {
        QFETCH(const QString, account);
        QFETCH(const QString, routine);
        DraftStore store(m_folder->path());

        QVERIFY_RESULT(store.saveNow(draftOf(routine, "text", account)));

        QCOMPARE((*store.load(account, routine))->text, QByteArray("text"));
        QCOMPARE(files().size(), 1);
    }

    void aBrokenFileIsToldAndKept_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("cut") << 0;
        QTest::newRow("one byte of text flipped") << 1;
        QTest::newRow("header gone") << 2;
        QTest::newRow("empty") << 3;
        QTest::newRow("zeroes after a power cut") << 4;
        QTest::newRow("another routine's") << 5;
        QTest::newRow("far too large") << 6;
    }

    void aBrokenFileIsToldAndKept()
    {
        QFETCH(const int, kind);
        DraftStore store(m_folder->path());
        QVERIFY_RESULT(store.saveNow(draftOf(u"hello"_s, "precious text")));
        const QString file = m_folder->filePath(files().constFirst());
        const QByteArray good = *readWholeFile(file, 1000);
        const QByteArray bad = broken(good, kind);
        QVERIFY_RESULT(writeDurably(file, bad));

        const auto loaded = store.load(u"sandbox"_s, u"hello"_s);

        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Storage);
        QCOMPARE(files().size(), 1);
        const QString kept = m_folder->filePath(files().constFirst());
        QVERIFY(loaded.error().advice.contains(kept));
        QVERIFY(*readWholeFile(kept, 100'000'000) == bad);
        QVERIFY_RESULT(store.saveNow(draftOf(u"hello"_s, "next")));
        QCOMPARE(files().size(), 2); // the broken one is not overwritten
    }

    void aBrokenFileThatCannotBeMovedIsNotReplaced()
    {
        const QString file = m_folder->filePath(u"sandbox@hello.draft"_s);
        QVERIFY_RESULT(writeDurably(file, "precious and broken"));
        for (int i = 1; i < 1000; ++i) { // every name it could get is taken
            QFile taken(file + u".broken-%1"_s.arg(i));
            QVERIFY(taken.open(QIODevice::WriteOnly));
        }
        {
            DraftStore store(m_folder->path());
            for (int i = 0; i < 2; ++i) {
                const auto loaded = store.load(u"sandbox"_s, u"hello"_s);
                QVERIFY(!loaded);
                QVERIFY(loaded.error().advice.contains(file));
                QVERIFY(store.isBlocked(u"sandbox"_s, u"hello"_s));
            }
            QVERIFY(!store.saveNow(draftOf(u"hello"_s, "next")));
            QVERIFY(!test::wait(store.save(draftOf(u"hello"_s, "next"))));
            QVERIFY(!store.remove(u"sandbox"_s, u"hello"_s));
            QVERIFY(!store.load(u"sandbox"_s, u"hello"_s));
            QVERIFY_RESULT(store.saveNow(draftOf(u"other"_s, "text")));
        }
        QCOMPARE(*readWholeFile(file, 1000), QByteArray("precious and broken"));

        DraftStore store(m_folder->path());
        QVERIFY(!store.load(u"sandbox"_s, u"hello"_s));
        QVERIFY(QFile::remove(file + u".broken-7"_s));
        QVERIFY_RESULT(store.saveNow(draftOf(u"hello"_s, "next")));
        QVERIFY(!store.isBlocked(u"sandbox"_s, u"hello"_s));
        QCOMPARE(*readWholeFile(file + u".broken-7"_s, 1000), QByteArray("precious and broken"));
        QCOMPARE((*store.load(u"sandbox"_s, u"hello"_s))->text, QByteArray("next"));
    }

    void aSecondBrokenFileDoesNotReplaceTheFirst()
    {
        DraftStore store(m_folder->path());
        for (int i = 1; i <= 3; ++i) {
            QVERIFY_RESULT(store.saveNow(draftOf(u"hello"_s, "text")));
            QVERIFY_RESULT(
                writeDurably(m_folder->filePath(u"sandbox@hello.draft"_s), QByteArray::number(i)));
            QVERIFY(!store.load(u"sandbox"_s, u"hello"_s));
            QCOMPARE(files().size(), i);
        }
    }

    void whatCannotBeWrittenStaysInMemory()
    {
        const QString place = m_folder->filePath(u"drafts"_s);
        QVERIFY_RESULT(writeDurably(place, "a file where the folder should be"));
        DraftStore store(place);

        const Result<QDateTime> saved = test::wait(store.save(draftOf(u"hello"_s, "text")));

        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::Storage);
        QCOMPARE((*store.load(u"sandbox"_s, u"hello"_s))->text, QByteArray("text"));
        QFile::remove(place);
        QVERIFY_RESULT(test::wait(store.save(draftOf(u"hello"_s, "text 2"))));
    }

    void aTextTooLargeIsRefused()
    {
        DraftStore store(m_folder->path());

        const Result<QDateTime> saved = test::wait(
            store.save(draftOf(u"hello"_s, QByteArray(DraftStore::kLargestDraft + 1, 'x'))));

        QVERIFY(!saved);
        QVERIFY(!store.contains(u"sandbox"_s, u"hello"_s));
    }

    void tellsWhenADraftChanges()
    {
        DraftStore store(m_folder->path());
        QSignalSpy changed(&store, &DraftStore::changed);

        QVERIFY_RESULT(test::wait(store.save(draftOf(u"hello"_s, "text"))));
        QVERIFY_RESULT(store.remove(u"sandbox"_s, u"hello"_s));

        QCOMPARE(changed.count(), 2);
        QCOMPARE(changed.first(), QVariantList({u"sandbox"_s, u"hello"_s}));
    }

    void isNeverLostWhenTheProgramIsKilled()
    {
        for (unsigned round = 0; round < 20; ++round) {
            {
                DraftStore store(m_folder->path());
                QVERIFY_RESULT(store.saveNow(draftOf(u"hello"_s, QByteArray(100'000, 'o'))));
            }
            const pid_t writer = ::fork();
            if (writer == 0) {
                DraftStore store(m_folder->path());
                (void)store.saveNow(draftOf(u"hello"_s, QByteArray(100'000, 'n')));
                ::_exit(0);
            }
            ::usleep(round * 60);
            ::kill(writer, SIGKILL);
            ::waitpid(writer, nullptr, 0);

            const DraftStore store(m_folder->path());
            const auto loaded = store.load(u"sandbox"_s, u"hello"_s);
            QVERIFY_RESULT(loaded);
            QCOMPARE((*loaded)->text.size(), 100'000);
        }
    }

    void onlyOldTemporariesAreCleanedUp()
    {
        const QString old = m_folder->filePath(u"sandbox@a.draft.AbCdEf"_s);
        const QString young = m_folder->filePath(u"sandbox@b.draft.AbCdEf"_s);
        const QString kept = m_folder->filePath(u"sandbox@c.draft.broken-1"_s);
        for (const QString &file : {old, young, kept})
            QVERIFY_RESULT(writeDurably(file, "x"));
        for (const QString &file : {old, kept}) {
            QFile touched(file);
            QVERIFY(touched.open(QIODevice::ReadWrite));
            QVERIFY(touched.setFileTime(QDateTime::currentDateTimeUtc().addDays(-1),
                                        QFileDevice::FileModificationTime));
        }

        const DraftStore store(m_folder->path());

        QVERIFY(!QFile::exists(old));
        QVERIFY(QFile::exists(young));
        QVERIFY(QFile::exists(kept));
    }

private:
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    [[nodiscard]] static QByteArray broken(QByteArray content, int kind)
    {
        switch (kind) {
        case 0:
            return content.chopped(1);
        case 1:
            content[content.size() - 1] = 'X';
            return content;
        case 2:
            return content.mid(content.indexOf('\n') + 1);
        case 3:
            return {};
        case 4:
            return QByteArray(content.size(), '\0');
        case 5:
            return content.replace("\"routine\":\"hello\"", "\"routine\":\"other\"");
        default:
            return content + QByteArray(DraftStore::kLargestDraft + 100'000, 'x');
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(DraftStoreTest)
#include "tst_draftstore.moc"
