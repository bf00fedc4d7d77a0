// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/durablefile.h"
#include "support/testing.h"
#include "workspace/versionnames.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

CodeVersion version(const QString &id, int minute)
{
    return {.id = id, .createdAt = QDateTime(QDate(2024, 3, 11), QTime(1, minute), Qt::UTC)};
}

} // namespace

class VersionNamesTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void numbersInTheOrderOfCreation()
    {
        VersionNames names(m_folder->path());

        QVERIFY_RESULT(names.learn(u"a"_s, u"r"_s,
                                   {version(u"30"_s, 3),
                                    version(u"10"_s, 1),
                                    version(u"20"_s, 2),
                                    {.id = u"unstable"_s, .isUnstable = true}}));

        QCOMPARE(names.name(u"a"_s, u"r"_s, u"10"_s), u"v1"_s);
        QCOMPARE(names.name(u"a"_s, u"r"_s, u"20"_s), u"v2"_s);
        QCOMPARE(names.name(u"a"_s, u"r"_s, u"30"_s), u"v3"_s);
        QCOMPARE(names.name(u"a"_s, u"r"_s, u"unstable"_s), u"unstable"_s);
        QCOMPARE(names.name(u"a"_s, u"r"_s, u"99"_s), QString());
    }

    void versionsOfOneMomentAreOrderedByTheirIds()
    {
        VersionNames names(m_folder->path());

        QVERIFY_RESULT(names.learn(u"a"_s, u"r"_s, {version(u"100"_s, 1), version(u"99"_s, 1)}));

        QCOMPARE(names.name(u"a"_s, u"r"_s, u"99"_s), u"v1"_s);
    }

    void aNameIsKeptForGoodAndNeverGivenTwice()
    {
        {
            VersionNames names(m_folder->path());
            QVERIFY_RESULT(names.learn(u"a"_s, u"r"_s, {version(u"10"_s, 1), version(u"20"_s, 2)}));
        }
        VersionNames names(m_folder->path());

        QVERIFY_RESULT(names.learn(u"a"_s, u"r"_s, {version(u"40"_s, 4)})); // 10 and 20 are gone

        QCOMPARE(names.name(u"a"_s, u"r"_s, u"40"_s), u"v3"_s);
        QCOMPARE(names.name(u"a"_s, u"r"_s, u"20"_s), u"v2"_s);
    }

    void accountsAndRoutinesCountForThemselves_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("routine");
        QTest::newRow("other account") << u"b"_s << u"r"_s;
        QTest::newRow("other routine") << u"a"_s << u"s"_s;
        QTest::newRow("cut elsewhere") << u"a@"_s << u"r"_s;
        QTest::newRow("hostile") << u"../a"_s << u"../../r"_s;
    }

    void accountsAndRoutinesCountForThemselves()
    {
        QFETCH(const QString, account);
        QFETCH(const QString, routine);
        VersionNames names(m_folder->path());
        QVERIFY_RESULT(names.learn(u"a"_s, u"r"_s, {version(u"10"_s, 1)}));

        QVERIFY_RESULT(names.learn(account, routine, {version(u"77"_s, 1)}));
        names.flush();

        QCOMPARE(names.name(account, routine, u"77"_s), u"v1"_s);
        QCOMPARE(names.name(account, routine, u"10"_s), QString());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
    }

    void aBrokenFileStartsAnew_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{\"last\":");
        QTest::newRow("half") << QByteArray(R"({"last":4,"versions":{"10":4,"20":0}})");
        QTest::newRow("other types") << QByteArray(R"({"last":"x","versions":{"10":"v","20":-3}})");
    }

    void aBrokenFileStartsAnew()
    {
        QFETCH(const QByteArray, content);
        QVERIFY_RESULT(writeDurably(m_folder->filePath(u"a@r.names"_s), content));
        VersionNames names(m_folder->path());

        QVERIFY_RESULT(names.learn(u"a"_s, u"r"_s, {version(u"10"_s, 1)}));
        names.flush();

        QCOMPARE(names.name(u"a"_s, u"r"_s, u"10"_s), u"v1"_s);
        QCOMPARE(*readWholeFile(m_folder->filePath(u"a@r.names.broken-1"_s), 1000), content);
    }

    void aFileThatCannotBeReadIsNotWrittenOver()
    {
        const QString file = m_folder->filePath(u"a@r.names"_s);
        const QString away = m_folder->filePath(u"away"_s);
        {
            VersionNames names(m_folder->path());
            QVERIFY_RESULT(names.learn(u"a"_s, u"r"_s, {version(u"10"_s, 1), version(u"20"_s, 2)}));
        }
        QVERIFY(QFile::rename(file, away));
        QVERIFY(QFile::link(file, file)); // leads nowhere, for root too
        VersionNames names(m_folder->path());

        const Result<> learnt = names.learn(u"a"_s, u"r"_s, {version(u"20"_s, 2)});

        QVERIFY(!learnt);
        QVERIFY(QFileInfo(file).isSymLink());
        QCOMPARE(names.name(u"a"_s, u"r"_s, u"20"_s), QString()); // rather none than a wrong one
        QVERIFY(QFile::remove(file));
        QVERIFY(QFile::rename(away, file));
        QVERIFY_RESULT(names.learn(u"a"_s, u"r"_s, {version(u"30"_s, 3)}));
        QCOMPARE(names.name(u"a"_s, u"r"_s, u"20"_s), u"v2"_s);
        QCOMPARE(names.name(u"a"_s, u"r"_s, u"30"_s), u"v3"_s);
    }

    void namesStayForThisRunWhenTheyCannotBeWritten()
    {
        const QString place = m_folder->filePath(u"names"_s);
        QVERIFY_RESULT(writeDurably(place, "a file where the folder should be"));
        VersionNames names(place);

        QVERIFY_RESULT(names.learn(u"a"_s, u"r"_s, {version(u"10"_s, 1)}));
        names.flush();

        QVERIFY(!names.learn(u"a"_s, u"r"_s, {version(u"10"_s, 1)})); // says so, and tries again
        names.flush();
        QCOMPARE(names.name(u"a"_s, u"r"_s, u"10"_s), u"v1"_s);
        QDir(m_folder->path()).remove(u"names"_s);
        QVERIFY(!names.learn(u"a"_s, u"r"_s, {version(u"10"_s, 1)}));
        names.flush();
        QVERIFY_RESULT(names.learn(u"a"_s, u"r"_s, {version(u"10"_s, 1)}));
        QCOMPARE(VersionNames(place).name(u"a"_s, u"r"_s, u"10"_s), u"v1"_s);
    }

    void theNewestNamesWinAndWaitForNobody()
    {
        const int count = 200;
        {
            VersionNames names(m_folder->path());
            for (int i = 1; i <= count; ++i) {
                const QString id = QString::number(i);
                QVERIFY_RESULT(names.learn(u"a"_s, u"r"_s, {version(id, 1)}));
                QVERIFY_RESULT(names.learn(u"a"_s, u'r' + id, {version(id, 1)}));
                QCOMPARE(names.ordinal(u"a"_s, u"r"_s, id), i); // at once
            }
        } // what waits is written at the end
        const VersionNames names(m_folder->path());

        for (int i = 1; i <= count; ++i) {
            QCOMPARE(names.ordinal(u"a"_s, u"r"_s, QString::number(i)), i);
            QCOMPARE(names.ordinal(u"a"_s, u"r%1"_s.arg(i), QString::number(i)), 1);
        }
    }

    void namesThatDidNotReachTheDiskComeOutTheSame()
    {
        const QList<CodeVersion> all{version(u"10"_s, 1), version(u"20"_s, 2), version(u"30"_s, 3)};
        const QString file = m_folder->filePath(u"a@r.names"_s);
        {
            VersionNames names(m_folder->path());
            QVERIFY_RESULT(names.learn(u"a"_s, u"r"_s, all.mid(0, 1)));
            names.flush();
            QVERIFY(QFile::copy(file, m_folder->filePath(u"as it was"_s)));
            QVERIFY_RESULT(names.learn(u"a"_s, u"r"_s, all));
        }
        QVERIFY(QFile::remove(file));
        QVERIFY(QFile::rename(m_folder->filePath(u"as it was"_s), file)); // the crash
        VersionNames names(m_folder->path());

        QVERIFY_RESULT(names.learn(u"a"_s, u"r"_s, all));

        QCOMPARE(names.name(u"a"_s, u"r"_s, u"20"_s), u"v2"_s);
        QCOMPARE(names.name(u"a"_s, u"r"_s, u"30"_s), u"v3"_s);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(VersionNamesTest)
#include "tst_versionnames.moc"
