// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/durablefile.h"
#include "support/testing.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace edgewright;
using namespace Qt::StringLiterals;

class DurableFileTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsBackWhatWasWritten_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("export default {}\n");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("null bytes and carriage returns") << QByteArray("a\0\r\nb\r", 6);
        QTest::newRow("no UTF-8") << QByteArray("\xff\xfe\x80");
        QTest::newRow("1 MB") << QByteArray(1'000'000, 'x');
    }

    void readsBackWhatWasWritten()
    {
        QFETCH(const QByteArray, content);
        const QString file = m_folder.filePath(u"中文 name.draft"_s);

        QVERIFY_RESULT(writeDurably(file, content));
        const Result<QByteArray> read = readWholeFile(file, 1'000'000);

        QVERIFY_RESULT(read);
        QCOMPARE(*read, content);
    }

    void replacesTheOldTextAndLeavesNothingElse()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"a"_s);
        QVERIFY_RESULT(writeDurably(file, "old and longer"));

        QVERIFY_RESULT(writeDurably(file, "new"));

        QCOMPARE(*readWholeFile(file, 100), QByteArray("new"));
        QCOMPARE(
            QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList{u"a"_s});
    }

    void isReadableByTheOwnerOnly()
    {
        const QString file = m_folder.filePath(u"private"_s);

        QVERIFY_RESULT(writeDurably(file, "x"));

        const auto others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(file) & others));
    }

    void theUsersFilesHaveTheUsersPermissions()
    {
        const mode_t mask = ::umask(022);
        const QString fresh = m_folder.filePath(u"exported.js"_s);
        const QString own = m_folder.filePath(u"own.js"_s);
        QVERIFY_RESULT(writeDurably(own, "old"));
        const auto script = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadUser
                            | QFile::WriteUser | QFile::ExeUser | QFile::ReadGroup;
        QVERIFY(QFile::setPermissions(own, script));

        const Result<> exported = writeDurablyForUser(fresh, "x");
        const Result<> replaced = writeDurablyForUser(own, "new");

        QCOMPARE(::umask(mask), mode_t{022});
        QVERIFY_RESULT(exported);
        QVERIFY_RESULT(replaced);
        const auto expected = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser
                              | QFile::WriteUser | QFile::ReadGroup | QFile::ReadOther;
        QCOMPARE(QFile::permissions(fresh), expected);
        QCOMPARE(QFile::permissions(own), script);
        QCOMPARE(*readWholeFile(own, 100), QByteArray("new"));
    }

    void aLinkOfTheUsersStaysOne()
    {
        const QString target = m_folder.filePath(u"target.js"_s);
        const QString link = m_folder.filePath(u"link.js"_s);
        QVERIFY_RESULT(writeDurably(target, "old"));
        QVERIFY(QFile::link(target, link));

        QVERIFY_RESULT(writeDurablyForUser(link, "new"));

        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(*readWholeFile(target, 100), QByteArray("new"));
    }

    void whatIsSetAsideReplacesNothing()
    {
        const QString file = m_folder.filePath(u"book"_s);
        for (const char *content : {"one", "two"}) {
            QVERIFY_RESULT(writeDurably(file, content));
            const QString kept = setAside(file);
            QVERIFY(!QFile::exists(file));
            QCOMPARE(*readWholeFile(kept, 100), QByteArray(content));
        }
        QCOMPARE(*readWholeFile(file + u".broken-1"_s, 100), QByteArray("one"));
        QCOMPARE(setAside(file), QString()); // nothing is there
    }

    void failsWithoutTouchingTheOldText_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("no such folder") << m_folder.filePath(u"missing/file"_s);
        QTest::newRow("a folder of that name") << m_folder.filePath(u"folder"_s);
        QTest::newRow("a file for a folder") << m_folder.filePath(u"plain/file"_s);
        QTest::newRow("a full device") << u"/dev/full/file"_s;
    }

    void failsWithoutTouchingTheOldText()
    {
        QFETCH(const QString, path);
        QDir(m_folder.path()).mkpath(u"folder/inner"_s);
        QVERIFY_RESULT(writeDurably(m_folder.filePath(u"plain"_s), "x"));

        const Result<> written = writeDurably(path, "text");

        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Storage);
        QVERIFY(written.error().detail.startsWith(path));
        QVERIFY(QFileInfo(m_folder.filePath(u"folder/inner"_s)).isDir());
        QCOMPARE(QDir(m_folder.path()).entryList({u"*.??????"_s}, QDir::Files), QStringList());
    }

    void saysWhyAFileCannotBeRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("code");
        QTest::newRow("missing") << u"nothing here"_s << static_cast<int>(ErrorCode::NotFound);
        QTest::newRow("below a file") << u"plain/x"_s << static_cast<int>(ErrorCode::NotFound);
        QTest::newRow("too large") << u"large"_s << static_cast<int>(ErrorCode::Storage);
        QTest::newRow("a folder") << u"folder"_s << static_cast<int>(ErrorCode::Storage);
        QTest::newRow("a circle of links") << u"circle"_s << static_cast<int>(ErrorCode::Storage);
    }

    void saysWhyAFileCannotBeRead()
    {
        QFETCH(const QString, name);
        QFETCH(const int, code);
        QVERIFY_RESULT(writeDurably(m_folder.filePath(u"large"_s), QByteArray(11, 'x')));
        QVERIFY_RESULT(writeDurably(m_folder.filePath(u"plain"_s), "x"));
        QDir(m_folder.path()).mkpath(u"folder"_s);
        QFile::link(m_folder.filePath(u"circle"_s), m_folder.filePath(u"circle"_s));

        const Result<QByteArray> read = readWholeFile(m_folder.filePath(name), 10);

        QVERIFY(!read);
        QCOMPARE(static_cast<int>(read.error().code), code);
    }

    void isNeverTornWhenTheWriterIsKilled()
    {
        const QString file = m_folder.filePath(u"killed"_s);
        const QByteArray old(300'000, 'o');
        const QByteArray fresh(300'000, 'n');
        for (unsigned round = 0; round < 30; ++round) {
            QVERIFY_RESULT(writeDurably(file, old));
            const pid_t writer = ::fork();
            if (writer == 0) {
                [[maybe_unused]] const Result<> written = writeDurably(file, fresh);
                ::_exit(0);
            }
            ::usleep(round * 50);
            ::kill(writer, SIGKILL);
            ::waitpid(writer, nullptr, 0);

            const Result<QByteArray> read = readWholeFile(file, 1'000'000);

            QVERIFY_RESULT(read);
            QVERIFY(*read == old || *read == fresh);
        }
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(DurableFileTest)
#include "tst_durablefile.moc"
