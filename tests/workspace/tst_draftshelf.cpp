// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/durablefile.h"
#include "support/testing.h"
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

class DraftShelfTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_shelf = std::make_unique<DraftShelf>(m_folder->filePath(u"shelf"_s));
    }

    void textsComeBackByteForByteNewestFirst()
    {
        const QByteArray odd("a\r\nb\xff\0c\n\n", 9);
        QVERIFY_RESULT(m_shelf->put(draftOf(u"hello"_s, "first")));
        QVERIFY_RESULT(m_shelf->put(draftOf(u"hello"_s, odd)));

        const DraftShelf again(m_folder->filePath(u"shelf"_s));
        const QList<DraftShelf::Entry> entries = again.entries(u"one"_s, u"hello"_s);

        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries[0].size, odd.size());
        QCOMPARE(entries[0].baseVersionId, u"v7"_s);
        QCOMPARE(entries[0].changedAt, draftOf({}, {}).changedAt);
        const Result<Draft> newest = again.read(entries[0]);
        QVERIFY_RESULT(newest);
        QVERIFY(newest->text == odd);
        QCOMPARE(again.read(entries[1])->text, QByteArray("first"));
    }

    void theNewestAreKept()
    {
        const int more = 5;
        for (int i = 0; i < DraftShelf::kMost + more; ++i)
            QVERIFY_RESULT(m_shelf->put(draftOf(u"hello"_s, QByteArray::number(i))));
        QVERIFY_RESULT(m_shelf->put(draftOf(u"other"_s, "other")));

        const QList<DraftShelf::Entry> entries = m_shelf->entries(u"one"_s, u"hello"_s);

        QCOMPARE(entries.size(), DraftShelf::kMost);
        QCOMPARE(m_shelf->read(entries.constFirst())->text,
                 QByteArray::number(DraftShelf::kMost + more - 1));
        QCOMPARE(m_shelf->read(entries.constLast())->text, QByteArray::number(more));
        QCOMPARE(m_shelf->entries(u"one"_s, u"other"_s).size(), 1);
    }

    void theSameTextIsNotPutThereTwice()
    {
        QVERIFY_RESULT(m_shelf->put(draftOf(u"hello"_s, "same")));
        QVERIFY_RESULT(m_shelf->put(draftOf(u"hello"_s, "same")));
        QCOMPARE(m_shelf->entries(u"one"_s, u"hello"_s).size(), 1);

        QVERIFY_RESULT(m_shelf->put(draftOf(u"hello"_s, "Same")));

        QCOMPARE(m_shelf->entries(u"one"_s, u"hello"_s).size(), 2);
    }

    void accountsAndHostileNamesStayApart()
    {
        const QList<QStringList> names{{u"a@b"_s, u"c"_s},
                                       {u"a"_s, u"b@c"_s},
                                       {u"a"_s, u"../../../etc/passwd"_s},
                                       {QString(), QString()},
                                       {QString(5000, u'x'), QString(5000, u'路')}};
        for (const QStringList &name : names)
            QVERIFY_RESULT(m_shelf->put(draftOf(name[1], name[1].toUtf8(), name[0])));

        for (const QStringList &name : names) {
            const QList<DraftShelf::Entry> entries = m_shelf->entries(name[0], name[1]);
            QCOMPARE(entries.size(), 1);
            QCOMPARE(m_shelf->read(entries[0])->text, name[1].toUtf8());
        }
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{u"shelf"_s});
    }

    void aDamagedFileIsNotOfferedOrNotRead()
    {
        QVERIFY_RESULT(m_shelf->put(draftOf(u"hello"_s, "first")));
        QVERIFY_RESULT(m_shelf->put(draftOf(u"hello"_s, "second")));
        const QList<DraftShelf::Entry> entries = m_shelf->entries(u"one"_s, u"hello"_s);
        QVERIFY_RESULT(writeDurably(entries[0].file, "no draft"));
        QByteArray flipped = *readWholeFile(entries[1].file, 10'000);
        flipped.back() = 'X';
        QVERIFY_RESULT(writeDurably(entries[1].file, flipped));

        const QList<DraftShelf::Entry> left = m_shelf->entries(u"one"_s, u"hello"_s);

        QCOMPARE(left.size(), 1);
        const Result<Draft> read = m_shelf->read(left[0]);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Storage);
        QVERIFY(read.error().advice.contains(left[0].file));
    }

    void whatCannotBePutThereIsTold()
    {
        QVERIFY_RESULT(writeDurably(m_folder->filePath(u"shelf"_s), "a file in the way"));
        QVERIFY(!m_shelf->put(draftOf(u"hello"_s, "text")));

        const Result<> tooLarge =
            m_shelf->put(draftOf(u"hello"_s, QByteArray(DraftShelf::kLargestText + 1, 'x')));

        QVERIFY(!tooLarge);
        QVERIFY(m_shelf->entries(u"one"_s, u"hello"_s).isEmpty());
    }

    void removingADraftLeavesTheShelf()
    {
        DraftStore store(m_folder->path());
        QVERIFY_RESULT(store.shelf().put(draftOf(u"hello"_s, "text")));
        QVERIFY_RESULT(store.saveNow(draftOf(u"hello"_s, "draft")));

        QVERIFY_RESULT(store.remove(u"one"_s, u"hello"_s));

        QCOMPARE(store.shelf().entries(u"one"_s, u"hello"_s).size(), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DraftShelf> m_shelf;
};

QTEST_GUILESS_MAIN(DraftShelfTest)
#include "tst_draftshelf.moc"
