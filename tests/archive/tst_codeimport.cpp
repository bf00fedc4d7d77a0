// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/codeimport.h"
#include "support/testing.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

struct Entry {
    QByteArray name;
    QByteArray bytes;
    QByteArray linkTo;
};

bool writeZip(const QString &path, const QList<Entry> &entries)
{
    archive *zip = archive_write_new();
    archive_write_set_format_zip(zip);
    bool fine = archive_write_open_filename(zip, QFile::encodeName(path).constData()) == ARCHIVE_OK;
    for (const Entry &each : entries) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, each.name.constData());
        archive_entry_set_filetype(entry, each.linkTo.isEmpty() ? AE_IFREG : AE_IFLNK);
        if (!each.linkTo.isEmpty())
            archive_entry_set_symlink(entry, each.linkTo.constData());
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, each.bytes.size());
        fine = fine && archive_write_header(zip, entry) == ARCHIVE_OK
               && archive_write_data(zip, each.bytes.constData(), size_t(each.bytes.size()))
                      == each.bytes.size();
        archive_entry_free(entry);
    }
    fine = archive_write_close(zip) == ARCHIVE_OK && fine;
    archive_write_free(zip);
    return fine;
}

bool write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QStringList pathsOf(const Result<ImportSource> &source)
{
    QStringList paths;
    if (!source)
        return {source.error().text()};
    for (const ImportCandidate &candidate : source->candidates)
        paths.append(candidate.path);
    return paths;
}

} // namespace

class tst_CodeImport final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aFolderOffersItsScripts()
    {
        const QTemporaryDir folder;
        for (const char *path : {"b.js", "a.mjs", "deep/c.JS", "deep/er/d.cjs", "deep/er/est/e.js",
                                 "node_modules/f.js", ".hidden/g.js", "readme.md"})
            QVERIFY(write(folder.filePath(QString::fromLatin1(path)), "code();\n"));
        QVERIFY(QFile::link(u"/etc/passwd"_s, folder.filePath(u"link.js"_s)));
        QVERIFY(QFile::link(folder.path(), folder.filePath(u"loop"_s)));

        QCOMPARE(pathsOf(codeimport::readFolder(folder.path())),
                 (QStringList{u"a.mjs"_s, u"b.js"_s, u"deep/c.JS"_s, u"deep/er/d.cjs"_s}));
    }

    void anExportedHistoryOffersItsNewestFirst()
    {
        const QTemporaryDir folder;
        for (const char *path : {"v001.js", "v002.js"})
            QVERIFY(write(folder.filePath(QString::fromLatin1(path)), "code();\n"));
        QVERIFY(write(folder.filePath(u"versions.json"_s),
                      R"({"format":"edgewright-history","versions":[)"
                      R"({"file":"v001.js"},{"file":"v002.js"},{"file":null}]})"));

        const Result<ImportSource> source = codeimport::readFolder(folder.path());

        QCOMPARE(pathsOf(source), (QStringList{u"v002.js"_s, u"v001.js"_s}));
        QVERIFY(source->candidates.at(0).isNewest);
        QVERIFY(!source->candidates.at(1).isNewest);
    }

    void aManifestIsNotTrusted_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("not json") << QByteArray("{{{");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("another format")
            << QByteArray(R"({"format":"x","versions":[{"file":"a.js"}]})");
        QTest::newRow("leads out")
            << QByteArray(R"({"format":"edgewright-history","versions":[{"file":"../b.js"}]})");
        QTest::newRow("a file that is not there")
            << QByteArray(R"({"format":"edgewright-history","versions":[{"file":"b.js"}]})");
        QTest::newRow("wrong types")
            << QByteArray(R"({"format":"edgewright-history","versions":{"file":7}})");
    }
    void aManifestIsNotTrusted()
    {
        QFETCH(QByteArray, json);
        const QTemporaryDir folder;
        QVERIFY(write(folder.filePath(u"in/a.js"_s), "code();\n"));
        QVERIFY(write(folder.filePath(u"b.js"_s), "other();\n"));
        QVERIFY(write(folder.filePath(u"in/versions.json"_s), json));

        const Result<ImportSource> source = codeimport::readFolder(folder.filePath(u"in"_s));

        QCOMPARE(pathsOf(source), QStringList{u"a.js"_s});
        QVERIFY(!source->candidates.at(0).isNewest);
    }

    void foldersWithoutCodeAreRefused()
    {
        const QTemporaryDir folder;
        QVERIFY(write(folder.filePath(u"readme.md"_s), "text"));
        QVERIFY(!codeimport::readFolder(folder.path()));
        QVERIFY(!codeimport::readFolder(folder.filePath(u"missing"_s)));
        QVERIFY(!codeimport::readFolder(folder.filePath(u"readme.md"_s)));
    }

    void whatIsNotCodeIsRefusedWithASentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\0\0\xff\xfe",
                                              8);
        QTest::newRow("cut") << QByteArray("const a = '缓").chopped(1);
        QTest::newRow("error document")
            << QByteArray("<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code></Error>");
        QTest::newRow("too large") << QByteArray(codeimport::kLargestFile + 1, 'x');
    }
    void whatIsNotCodeIsRefusedWithASentence()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        QVERIFY(write(folder.filePath(u"a.js"_s), bytes));
        QVERIFY(writeZip(folder.filePath(u"a.zip"_s), {{"a.js", bytes, {}}}));

        const Result<QByteArray> file = codeimport::readCodeFile(folder.filePath(u"a.js"_s));
        QVERIFY(!file);
        QVERIFY(!file.error().text().isEmpty());
        const Result<QByteArray> packed = codeimport::readCandidate(
            {.path = folder.filePath(u"a.zip"_s), .isZip = true}, u"a.js"_s);
        QVERIFY(!packed);
        QVERIFY(!packed.error().text().isEmpty());
    }

    void pipesAndDevicesAreNotRead()
    {
        const QTemporaryDir folder;
        const QString pipe = folder.filePath(u"pipe.js"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(!codeimport::readCodeFile(pipe));
        QVERIFY(!codeimport::readCodeFile(u"/dev/zero"_s));
        QVERIFY(!codeimport::readCodeFile(folder.path()));
        QVERIFY(!codeimport::readZip(u"/dev/zero"_s));
    }

    void aZipOffersItsScripts()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.zip"_s);
        QVERIFY(writeZip(path, {{"src/b.js", "b();\n", {}},
                                {"a.js", "a();\n", {}},
                                {"readme.md", "x", {}},
                                {"link.js", {}, "/etc/passwd"}}));

        const Result<ImportSource> source = codeimport::readZip(path);

        QCOMPARE(pathsOf(source), (QStringList{u"a.js"_s, u"src/b.js"_s}));
        const Result<QByteArray> code = codeimport::readCandidate(*source, u"src/b.js"_s);
        QVERIFY_RESULT(code);
        QCOMPARE(*code, "b();\n");
        QVERIFY(!codeimport::readCandidate(*source, u"missing.js"_s));
    }

    void aZipThatLeadsOutIsRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name :
             {"../a.js", "a/../../b.js", "..\\a.js", "C:/a.js", "a/.."})
            QTest::newRow(name) << QByteArray(name);
    }
    void aZipThatLeadsOutIsRefused()
    {
        QFETCH(QByteArray, name);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.zip"_s);
        QVERIFY(writeZip(path, {{"fine.js", "a();\n", {}}, {name, "b();\n", {}}}));

        const Result<ImportSource> source = codeimport::readZip(path);

        QVERIFY(!source);
        QVERIFY(!source.error().advice.isEmpty());
    }

    void aBombIsRefused()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.zip"_s);
        QVERIFY(writeZip(path, {{"a.js", QByteArray(30'000'000, ' '), {}}}));
        QVERIFY(QFileInfo(path).size() * codeimport::kMostRatio < 30'000'000);

        QVERIFY(!codeimport::readZip(path));
    }

    void tooManyEntriesAreRefused()
    {
        const QTemporaryDir folder;
        QList<Entry> entries(codeimport::kMostEntries, Entry{"a.js", "a", {}});
        QVERIFY(writeZip(folder.filePath(u"a.zip"_s), entries));
        QVERIFY_RESULT(codeimport::readZip(folder.filePath(u"a.zip"_s)));
        entries.append(Entry{"b.js", "b", {}});
        QVERIFY(writeZip(folder.filePath(u"b.zip"_s), entries));
        QVERIFY(!codeimport::readZip(folder.filePath(u"b.zip"_s)));
    }

    void damagedZipsNeverDoHarm()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.zip"_s);
        QVERIFY(writeZip(path, {{"a.js", QByteArray(5000, 'x'), {}}, {"b.js", "b", {}}}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray good = file.readAll();
        QRandomGenerator random(11);
        for (int i = 0; i < 300; ++i) {
            QByteArray bad = good;
            if (i % 3 == 0)
                bad.truncate(random.bounded(int(bad.size())));
            for (int j = 0; j < 4 && !bad.isEmpty(); ++j)
                bad[random.bounded(int(bad.size()))] = char(random.bounded(256));
            QVERIFY(write(path, bad));
            if (const Result<ImportSource> source = codeimport::readZip(path)) {
                for (const ImportCandidate &candidate : source->candidates)
                    (void)codeimport::readCandidate(*source, candidate.path);
            } else {
                QVERIFY(!source.error().text().isEmpty());
            }
        }
    }

    void aFolderIsSearchedWithinBounds()
    {
        const std::atomic<bool> cancelled = true;
        const QTemporaryDir folder;
        QVERIFY(write(folder.filePath(u"a.js"_s), "a();\n"));
        QVERIFY(!codeimport::readFolder(folder.path(), &cancelled));
    }
};

QTEST_GUILESS_MAIN(tst_CodeImport)
#include "tst_codeimport.moc"
