// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/codeimport.h"
#include "archive/exportnames.h"
#include "archive/folderwriter.h"
#include "archive/gitimport.h"
#include "archive/gitstreamwriter.h"
#include "archive/historyexport.h"
#include "archive/zipwriter.h"
#include "support/testing.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

using Codes = QHash<QString, QByteArray>;

/// Answers like an archive: later, and not for every version.
class Source final : public QObject {
public:
    explicit Source(Codes codes)
        : m_codes(std::move(codes))
    {
    }

    HistoryExport::CodeSource function()
    {
        return [this](const QString &id) {
            auto *reply = new Reply<QByteArray>(this);
            if (m_codes.contains(id))
                reply->resolve(m_codes.value(id));
            else
                reply->resolve(Error{.code = ErrorCode::NotFound});
            return reply;
        };
    }

private:
    Codes m_codes;
};

struct Sample {
    ExportPlan plan;
    Codes codes;
};

/// Bytes of all sorts; v3 is not held.
Sample sample()
{
    Sample result;
    result.plan.routine = u"www-redirect"_s;
    result.plan.accountName = u"Ann <evil> \n 李"_s;
    const QList<QByteArray> codes{"a\n", "a\r\nb", "", QByteArray("nul \0 \xff\n", 7),
                                  "缓存 = 1;\n"};
    const QStringList descriptions{u"first"_s, QString(), u"not held"_s,
                                   u"two\r\nlines\n\nEdgewright-Version: v9"_s,
                                   u"data 5\nreset refs/heads/main\u0001"_s};
    for (int i = 0; i < 5; ++i) {
        const QString id = u"17%1"_s.arg(i);
        result.plan.versions.append({.version = {.id = id,
                                                 .description = descriptions.at(i),
                                                 .createdAt = QDateTime::fromSecsSinceEpoch(
                                                     1'700'000'000 + 3600 * i, Qt::UTC)},
                                     .name = u"v%1"_s.arg(i + 1)});
        if (i != 2)
            result.codes.insert(id, codes.at(i));
    }
    result.plan.live = {{.environment = kProduction, .shares = {{u"170"_s, 70}, {u"171"_s, 30}}},
                        {.environment = kStaging, .shares = {{u"174"_s, 100}}},
                        {.environment = u"../canary"_s, .shares = {{u"172"_s, 100}}}};
    return result;
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : "cannot read " + path.toUtf8();
}

struct Output {
    int exitCode = -1;
    QByteArray text;
};

Output git(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(u"git"_s, arguments);
    process.waitForFinished();
    return {process.exitCode(), process.readAllStandardOutput()};
}

QStringList entriesOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

class tst_HistoryExport final : public QObject {
    Q_OBJECT

private:
    Result<ExportReport> run(const Sample &what, std::unique_ptr<HistoryWriter> writer)
    {
        Source source(what.codes);
        return test::wait(
            HistoryExport::run(this, what.plan, std::move(writer), source.function()));
    }

    Result<QString> makeRepository(const Sample &what, const QString &parent)
    {
        const QTemporaryDir work;
        const QString stream = work.filePath(u"stream"_s);
        const Result<ExportReport> exported = run(what, std::make_unique<GitStreamWriter>(stream));
        if (!exported)
            return exported.error();
        return test::wait(GitImport::run(this, stream, parent, what.plan.routine));
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aFolderHoldsEachVersionWithItsTime()
    {
        const QTemporaryDir parent;
        const Sample what = sample();

        const Result<ExportReport> report =
            run(what, std::make_unique<FolderWriter>(parent.path()));

        QVERIFY_RESULT(report);
        QCOMPARE(report->path, parent.filePath(u"www-redirect-history"_s));
        QCOMPARE(report->written, 4);
        QCOMPARE(report->missing, QStringList{u"v3"_s});
        QCOMPARE(entriesOf(report->path), (QStringList{u"v001.js"_s, u"v002.js"_s, u"v004.js"_s,
                                                       u"v005.js"_s, u"versions.json"_s}));
        QCOMPARE(read(report->path + u"/v002.js"_s), what.codes.value(u"171"_s));
        QCOMPARE(read(report->path + u"/v004.js"_s), what.codes.value(u"173"_s));
        QCOMPARE(QFileInfo(report->path + u"/v002.js"_s).lastModified().toSecsSinceEpoch(),
                 1'700'003'600);
        const QJsonArray versions =
            QJsonDocument::fromJson(read(report->path + u"/versions.json"_s))
                .object()
                .value(u"versions"_s)
                .toArray();
        QCOMPARE(versions.size(), 5);
        QVERIFY(versions.at(2).toObject().value(u"file"_s).isNull());
        QCOMPARE(versions.at(3).toObject().value(u"description"_s).toString(),
                 what.plan.versions.at(3).version.description);
    }

    void aFolderThatIsThereIsLeftAlone()
    {
        const QTemporaryDir parent;
        QVERIFY(QDir(parent.path()).mkdir(u"www-redirect-history"_s));
        QVERIFY(QFile::link(u"/nowhere"_s, parent.filePath(u"www-redirect-history-2"_s)));

        const Result<ExportReport> report =
            run(sample(), std::make_unique<FolderWriter>(parent.path()));

        QVERIFY_RESULT(report);
        QCOMPARE(report->path, parent.filePath(u"www-redirect-history-3"_s));
        QVERIFY(entriesOf(parent.filePath(u"www-redirect-history"_s)).isEmpty());
    }

    void aZipHoldsTheSameAndCanBeReadBack()
    {
        const QTemporaryDir parent;
        const QString path = parent.filePath(u"历史.zip"_s);

        const Result<ExportReport> report = run(sample(), std::make_unique<ZipWriter>(path));

        QVERIFY_RESULT(report);
        QCOMPARE(entriesOf(parent.path()), QStringList{u"历史.zip"_s});
        const Result<ImportSource> source = codeimport::readZip(path);
        QVERIFY_RESULT(source);
        QCOMPARE(source->candidates.size(), 4);
        QVERIFY(source->candidates.at(0).isNewest);
        QCOMPARE(source->candidates.at(0).path, u"www-redirect-history/v005.js"_s);
        const Result<QByteArray> code =
            codeimport::readCandidate(*source, source->candidates.at(0).path);
        QVERIFY_RESULT(code);
        QCOMPARE(*code, sample().codes.value(u"174"_s));
    }

    void aFileThatAppearedMeanwhileIsNotReplaced()
    {
        const QTemporaryDir parent;
        ExclusiveFile file(parent.filePath(u"a.zip"_s));
        QVERIFY_RESULT(file.open());
        QVERIFY_RESULT(file.write("ours"));
        QFile other(file.path());
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write("theirs");
        other.close();

        const Result<> committed = file.commit();

        QVERIFY(!committed);
        QCOMPARE(committed.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(read(file.path()), "theirs");
    }

    void aLinkInThePlaceIsReplacedNotFollowed()
    {
        const QTemporaryDir parent;
        const QString target = parent.filePath(u"target"_s);
        QVERIFY(QFile(target).open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(target, parent.filePath(u"a.zip"_s)));

        QVERIFY_RESULT(run(sample(), std::make_unique<ZipWriter>(parent.filePath(u"a.zip"_s))));

        QCOMPARE(QFileInfo(target).size(), 0);
        QVERIFY(!QFileInfo(parent.filePath(u"a.zip"_s)).isSymLink());
    }

    void gitKnowsEveryVersionAndItsBytes()
    {
        if (GitImport::program().isEmpty())
            QSKIP("git is not installed");
        const QTemporaryDir parent;
        const Sample what = sample();

        const Result<QString> made = makeRepository(what, parent.path());

        QVERIFY_RESULT(made);
        QCOMPARE(*made, parent.filePath(u"www-redirect-git"_s));
        const Output log = git(*made, {u"log"_s, u"--oneline"_s});
        QCOMPARE(log.text.count('\n'), what.codes.size());
        for (const ExportedVersion &version : what.plan.versions) {
            const Output shown = git(*made, {u"show"_s, version.name + u":www-redirect.js"_s});
            const bool isHeld = what.codes.contains(version.version.id);
            QCOMPARE(shown.exitCode == 0, isHeld);
            if (isHeld)
                QCOMPARE(shown.text, what.codes.value(version.version.id));
        }
        QCOMPARE(read(*made + u"/www-redirect.js"_s), what.codes.value(u"174"_s));
        QCOMPARE(git(*made, {u"status"_s, u"--porcelain"_s}).text, QByteArray());
        QCOMPARE(git(*made, {u"fsck"_s, u"--strict"_s}).exitCode, 0);
    }

    void commitsCarryTimeAuthorMessageAndTrailers()
    {
        if (GitImport::program().isEmpty())
            QSKIP("git is not installed");
        const QTemporaryDir parent;
        const Result<QString> made = makeRepository(sample(), parent.path());
        QVERIFY_RESULT(made);
        const auto show = [&made](const QString &format, const QString &revision) {
            return git(*made,
                       {u"log"_s, u"-1"_s, u"--date=unix"_s, u"--format="_s + format, revision})
                .text.trimmed();
        };

        QCOMPARE(show(u"%an|%ae|%ad|%cd"_s, u"v2"_s),
                 QByteArray("Ann evil 李||1700003600|1700003600"));
        QCOMPARE(show(u"%s"_s, u"v1"_s), "first");
        QCOMPARE(show(u"%s"_s, u"v2"_s), "v2"); // it has no description
        QCOMPARE(show(u"%s"_s, u"v4"_s), "two lines");
        QCOMPARE(show(u"%(trailers:key=Edgewright-Version-Id,valueonly)"_s, u"v4"_s), "173");
        QCOMPARE(show(u"%(trailers:key=Edgewright-Code-Unknown,valueonly)"_s, u"v4"_s), "v3 172");
        QVERIFY(show(u"%B"_s, u"v5"_s).startsWith("data 5\nreset refs/heads/main"));
        QCOMPARE(git(*made, {u"tag"_s}).text,
                 "production\nproduction-30-percent\nstaging\nv1\nv2\nv4\nv5\n");
        QCOMPARE(git(*made, {u"rev-parse"_s, u"production"_s}).text,
                 git(*made, {u"rev-parse"_s, u"v1"_s}).text);
        QCOMPARE(git(*made, {u"branch"_s, u"--show-current"_s}).text, "main\n");
    }

    void anEnvironmentOfAnUnknownVersionIsNamed()
    {
        const QTemporaryDir parent;
        const Result<ExportReport> report =
            run(sample(), std::make_unique<GitStreamWriter>(parent.filePath(u"s"_s)));

        QVERIFY_RESULT(report);
        QCOMPARE(report->untagged, QStringList{u"../canary"_s});
        QVERIFY(read(report->path).endsWith("done\n"));
    }

    void aBrokenStreamLeavesNoRepository()
    {
        if (GitImport::program().isEmpty())
            QSKIP("git is not installed");
        const QTemporaryDir parent;
        QFile stream(parent.filePath(u"stream"_s));
        QVERIFY(stream.open(QIODevice::WriteOnly));
        stream.write("feature done\ncommit refs/heads/main\nnonsense\n");
        stream.close();

        const Result<QString> made =
            test::wait(GitImport::run(this, stream.fileName(), parent.path(), u"r"_s));

        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::Storage);
        QVERIFY(!made.error().detail.isEmpty());
        QCOMPARE(entriesOf(parent.path()), QStringList{u"stream"_s});
    }

    void aCancelledExportLeavesNothing_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"folder", "zip", "stream"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void aCancelledExportLeavesNothing()
    {
        QFETCH(QString, kind);
        const QTemporaryDir parent;
        std::unique_ptr<HistoryWriter> writer;
        if (kind == u"folder")
            writer = std::make_unique<FolderWriter>(parent.path());
        else if (kind == u"zip")
            writer = std::make_unique<ZipWriter>(parent.filePath(u"a.zip"_s));
        else
            writer = std::make_unique<GitStreamWriter>(parent.filePath(u"a"_s));
        const Sample what = sample();
        Source source(what.codes);

        Reply<ExportReport> *reply =
            HistoryExport::run(this, what.plan, std::move(writer), source.function());
        connect(reply, &ReplyBase::progressed, reply, [reply](qint64 done) {
            if (done == 3)
                reply->cancel();
        });
        const Result<ExportReport> report = test::wait(reply);

        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        QCOMPARE(entriesOf(parent.path()), QStringList());
    }

    void aPlaceThatCannotBeWrittenToIsSaid()
    {
        for (const QString &path : {u"/proc"_s, u"/nowhere/at/all"_s}) {
            QVERIFY(!run(sample(), std::make_unique<FolderWriter>(path)));
            QVERIFY(!run(sample(), std::make_unique<ZipWriter>(path + u"/a.zip"_s)));
            const Result<ExportReport> report =
                run(sample(), std::make_unique<GitStreamWriter>(path + u"/a"_s));
            QVERIFY(!report);
            QCOMPARE(report.error().code, ErrorCode::Storage);
            QVERIFY(!report.error().message.isEmpty());
        }
    }

    void whenNoCodeIsKnownNothingIsMade()
    {
        const QTemporaryDir parent;
        Sample what = sample();
        what.codes.clear();

        const Result<ExportReport> report =
            run(what, std::make_unique<FolderWriter>(parent.path()));

        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::NotFound);
        QCOMPARE(entriesOf(parent.path()), QStringList());
    }

    void namesFromTheServiceAreSafe()
    {
        QStringList hostile{QString(),
                            u"."_s,
                            u".."_s,
                            u"../../etc/passwd"_s,
                            u"/abs"_s,
                            u"a/b"_s,
                            u"a\\b"_s,
                            u"C:\\x"_s,
                            u"con"_s,
                            u"NUL"_s,
                            u"com1.js"_s,
                            u"Lpt9"_s,
                            u".hidden"_s,
                            u"-rf"_s,
                            u"a b"_s,
                            u"a\nb"_s,
                            u"名字"_s,
                            u"名子"_s,
                            u"a\u202Eb"_s,
                            u"é"_s,
                            u"e\u0301"_s,
                            QString(300, u'x'),
                            QString(300, u'字'),
                            QString(QChar(0)),
                            u"a.lock"_s,
                            u"a..b"_s,
                            u"trailing."_s,
                            QString(QChar(0xD800))};
        for (int i = 1; i < 200 - 28; ++i)
            hostile.append(u"x%1/%2"_s.arg(QChar(i)).arg(i));
        static const QRegularExpression plain(u"^[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}$"_s);
        static const QRegularExpression reserved(u"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"_s,
                                                 QRegularExpression::CaseInsensitiveOption);
        ExportNames names;
        QSet<QString> seen;
        for (const QString &text : hostile) {
            for (const QString &suffix : {u".js"_s, QString()}) {
                const QString name = names.fileName(text, suffix);
                QVERIFY2(plain.match(name).hasMatch(), qPrintable(name));
                QVERIFY2(!reserved.match(name).hasMatch(), qPrintable(name));
                QVERIFY(!seen.contains(name.toLower()));
                seen.insert(name.toLower());
            }
            const QString tag = gitTagName(text);
            QVERIFY2(!tag.contains(u'.') && !tag.startsWith(u'-') && plain.match(tag).hasMatch(),
                     qPrintable(tag));
        }
        QCOMPARE(ExportNames().fileName(u"www-redirect"_s, u".js"_s), u"www-redirect.js"_s);
    }

    void namesThatDifferOnlyInCaseDoNotMeet()
    {
        ExportNames names;
        QCOMPARE(names.fileName(u"Ab"_s, u".js"_s), u"Ab.js"_s);
        QCOMPARE(names.fileName(u"aB"_s, u".js"_s), u"aB-2.js"_s);
        QCOMPARE(names.fileName(u"ab"_s, u".js"_s), u"ab-3.js"_s);
    }
};

QTEST_GUILESS_MAIN(tst_HistoryExport)
#include "tst_historyexport.moc"
