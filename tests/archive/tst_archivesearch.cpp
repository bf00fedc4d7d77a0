// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "archive/archivesearch.h"
#include "archive/linestore.h"
#include "archive/migrations.h"
#include "archive/searchscan.h"
#include "archive/versionstore.h"
#include "support/testing.h"

#include <QMap>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace edgewright;
using namespace Qt::StringLiterals;
using test::wait;

namespace {

RoutineKey key(const QString &routine)
{
    return {.accountId = u"1234"_s, .routine = routine};
}

QByteArray filler(const QByteArray &word)
{
    QByteArray text;
    for (int i = 0; i < 40; ++i)
        text += "  const " + word + QByteArray::number(i) + " = " + QByteArray::number(i) + ";\n";
    return text;
}

} // namespace

class ArchiveSearchTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_archive = std::make_unique<Archive>(m_folder->path());
        m_search = std::make_unique<ArchiveSearch>(*m_archive);
        connect(m_search.get(), &ArchiveSearch::found, this, [this](const QList<SearchHit> &hits) {
            for (const SearchHit &hit : hits)
                m_hits.insert(hit.key.routine + u'/' + QString::number(hit.id), hit);
        });
    }

    void cleanup()
    {
        m_search.reset();
        m_archive.reset();
        m_hits.clear();
    }

    void findsWhereALineAppearsAndWhereItIsGone()
    {
        for (int i = 1; i <= 20; ++i) {
            QByteArray code = filler("a");
            if (i >= 9 && i <= 13)
                code.insert(code.indexOf("  const a7 "), "  rememberMe();\n");
            add(u"one"_s, i, code);
        }

        const SearchSummary summary = search({.text = u"RememberMe"_s});

        QCOMPARE(shown(), QStringList{u"one:8 v9–v13 rememberMe();"_s});
        QCOMPARE(m_hits.first().versionId, u"1013"_s);
        QCOMPARE(m_hits.first().excerpt.mid(m_hits.first().matchBegin, m_hits.first().matchLength),
                 u"rememberMe"_s);
        QVERIFY(summary.isComplete);
        QCOMPARE(summary.versions, 20);
        QCOMPARE(summary.hits, 1);
    }

    void aLineThatCameBackHasTwoSpans()
    {
        for (int i = 1; i <= 6; ++i)
            add(u"one"_s, i, filler("a") + (i == 3 ? QByteArray() : QByteArray("needle();\n")));

        const SearchSummary summary = search({.text = u"needle"_s});

        QCOMPARE(shown(), QStringList{u"one:41 v4–v6, v1–v2 needle();"_s});
        QCOMPARE(summary.hits, 1);
    }

    void findsEveryKindOfText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("regex");
        QTest::addColumn<bool>("caseSensitive");
        QTest::addColumn<int>("hits");
        QTest::newRow("one Chinese character") << u"函"_s << false << false << 1;
        QTest::newRow("two Chinese characters") << u"函数"_s << false << false << 1;
        QTest::newRow("Chinese, case counts") << u"函数"_s << false << true << 1;
        QTest::newRow("Chinese not there") << u"数函"_s << false << false << 0;
        QTest::newRow("another case") << u"CACHE"_s << false << false << 2;
        QTest::newRow("case counts") << u"CACHE"_s << false << true << 0;
        QTest::newRow("Greek in another case") << u"ΣΊΣΥΦΟΣ"_s << false << false << 1;
        QTest::newRow("signs of expressions") << u"a.b(c)*"_s << false << false << 1;
        QTest::newRow("expression") << u"cache\\.(put|match)\\("_s << true << true << 2;
        QTest::newRow("expression in another case") << u"^CACHE"_s << true << false << 2;
        QTest::newRow("expression with Chinese") << u"函.\\b"_s << true << true << 1;
        QTest::newRow("end of line before CR") << u"match\\(r\\);$"_s << true << true << 1;
        QTest::newRow("nothing") << QString() << false << false << 0;
        QTest::newRow("markup") << u"<b>"_s << false << false << 1;
        QTest::newRow("within a bundle") << u"inTheBundle"_s << false << true << 1;
        QTest::newRow("bundle by expression") << u"inThe\\w+"_s << true << true << 1;
    }

    void findsEveryKindOfText()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, regex);
        QFETCH(const bool, caseSensitive);
        QFETCH(const int, hits);
        add(u"one"_s, 1,
            filler("a")
                + "// 边缘函数 \ncache.put(r);\ncache.match(r);\r\nσίσυφος\na.b(c)*\n'<b>'\n");
        add(u"bundle"_s, 2,
            filler("x").repeated(10).replace("\n", ";") + "inTheBundle()"
                + filler("y").replace("\n", ";"));

        const SearchSummary summary =
            search({.text = text, .isRegex = regex, .isCaseSensitive = caseSensitive});

        QCOMPARE(m_hits.size(), hits);
        QVERIFY(summary.isComplete);
    }

    void bundlesTellTheirVersionsToo()
    {
        for (int i = 1; i <= 5; ++i)
            add(u"bundle"_s, i,
                filler("x").repeated(4 + i).replace("\n", ";")
                    + (i > 2 ? "inTheBundle()" : "gone()")
                    + filler("y").repeated(9).replace("\n", ";"));

        search({.text = u"inTheBundle"_s});

        QCOMPARE(m_hits.size(), 1);
        QCOMPARE(m_hits.first().spans.size(), 1);
        QCOMPARE(m_hits.first().spans.first().firstOrdinal, 3);
        QCOMPARE(m_hits.first().spans.first().lastOrdinal, 5);
        QCOMPARE_LE(m_hits.first().excerpt.size(), 240);
    }

    void canBeKeptToOneRoutineOrAccount()
    {
        add(u"one"_s, 1, filler("needle"));
        add(u"two"_s, 2, filler("needle"));

        search({.text = u"needle7 "_s, .routine = u"two"_s});
        QCOMPARE(shown().size(), 1);
        QVERIFY(shown().first().startsWith(u"two:8 "_s));
        m_hits.clear();
        search({.text = u"needle7 "_s, .accountId = u"another"_s});
        QCOMPARE(m_hits.size(), 0);
    }

    void whatCannotBeLookedForIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("half an expression") << u"(a"_s;
        QTest::newRow("endless") << u"(x+x+)+[yz]"_s;
    }

    void whatCannotBeLookedForIsSaid()
    {
        QFETCH(const QString, text);
        add(u"one"_s, 1, filler("a") + QByteArray(5000, 'x') + "\n" + filler("b"));

        const SearchSummary summary = search({.text = text, .isRegex = true});

        QVERIFY(!summary.isComplete);
        QVERIFY(!summary.problem.message.isEmpty());
    }

    void aNewSearchSilencesTheOneBefore()
    {
        add(u"one"_s, 1, filler("needle"));
        QSignalSpy finished(m_search.get(), &ArchiveSearch::finished);

        m_search->start({.text = u"needle1 "_s});
        m_search->start({.text = u"needle2 "_s});

        QVERIFY(finished.wait(test::kPatienceMs));
        QCOMPARE(finished.count(), 1);
        QCOMPARE(m_hits.size(), 1);
        QVERIFY(m_hits.first().excerpt.contains(u"needle2"_s));
    }

    void aSearchCanBeStopped()
    {
        add(u"one"_s, 1, filler("needle"));
        QSignalSpy finished(m_search.get(), &ArchiveSearch::finished);

        m_search->start({.text = u"needle1 "_s});
        m_search->cancel();

        QVERIFY(finished.wait(test::kPatienceMs));
        QVERIFY(!finished.first().first().value<SearchSummary>().isComplete);
        QVERIFY(!m_search->isRunning());
    }

    void aRareLineIsFoundWhereverItsBodyIsToldFrom()
    {
        // The second routine holds only a body that is told from one of the first routine.
        for (int i = 1; i <= 150; ++i) {
            QByteArray code = filler("a");
            code.insert(code.indexOf("  const a20 "), i < 40 ? "before();\n" : "rare();\n");
            code += "// " + QByteArray::number(i) + "\n";
            add(u"one"_s, i, code);
            if (i == 100)
                add(u"two"_s, 200, code);
        }

        const SearchSummary summary = search({.text = u"rare()"_s});

        QCOMPARE(shown(),
                 (QStringList{u"one:21 v40–v150 rare();"_s, u"two:21 v200–v200 rare();"_s}));
        QCOMPARE(summary.versions, 151);
    }

    void thousandsOfHitsAreCut()
    {
        QByteArray code;
        for (int i = 0; i < 3000; ++i)
            code += "needle " + QByteArray::number(i) + "\n";
        add(u"one"_s, 1, code);

        const SearchSummary summary = search({.text = u"needle"_s});

        QCOMPARE(m_hits.size(), 1000);
        QVERIFY(!summary.isComplete);
    }

    void theArchiveAnswersOthersMeanwhile()
    {
        for (int i = 1; i <= 30; ++i)
            add(u"one"_s, i, filler("a" + QByteArray::number(i)).repeated(20));
        QSignalSpy finished(m_search.get(), &ArchiveSearch::finished);

        m_search->start({.text = u"(a|b|c)+d+$"_s, .isRegex = true});
        const auto body = wait(m_archive->body(key(u"one"_s), u"1030"_s));

        QVERIFY_RESULT(body);
        QVERIFY(finished.count() == 1 || finished.wait(test::kPatienceMs));
    }

    void packsThatAreMadeOneMeanwhileLoseNothing_data()
    {
        QTest::addColumn<int>("steps"); // before versions come
        for (const int steps : {1, 2, 5, 10, 12})
            QTest::addRow("after %d", steps) << steps;
    }

    void packsThatAreMadeOneMeanwhileLoseNothing()
    {
        QFETCH(const int, steps);
        Database database;
        open(database);
        for (int i = 1; i <= 10; ++i)
            QVERIFY_RESULT(record(database, i));
        auto promise = std::make_shared<SearchScan::Promise>();
        promise->start();
        QFuture<SearchBatch> future = promise->future();
        SearchScan scan({.text = u"needle"_s}, promise);
        for (int i = 0; i < steps; ++i)
            QVERIFY(scan.step(database, 0));

        for (int i = 11; i <= 40; ++i)
            QVERIFY_RESULT(record(database, i));
        while (scan.step(database, 0))
            continue;

        const SearchSummary summary = future.resultAt(future.resultCount() - 1).summary;
        QVERIFY2(summary.isComplete, qPrintable(summary.problem.text()));
        QCOMPARE(summary.hits, 10); // those that came meanwhile are for the next search
        QStringList excerpts;
        for (const SearchBatch &batch : future.results()) {
            for (const SearchHit &hit : batch.hits)
                excerpts.append(hit.excerpt);
        }
        excerpts.removeDuplicates();
        QCOMPARE(excerpts.size(), 10);
        QCOMPARE(excerpts.filter(u"needle("_s).size(), 10);
    }

    void aTransactionThatFailsMeanwhileLosesNothing()
    {
        Database database;
        open(database);
        for (int i = 1; i <= 10; ++i)
            QVERIFY_RESULT(record(database, i));
        auto promise = std::make_shared<SearchScan::Promise>();
        promise->start();
        QFuture<SearchBatch> future = promise->future();
        SearchScan scan({.text = u"needle"_s}, promise);
        for (int i = 0; i < 4; ++i)
            QVERIFY(scan.step(database, 0));

        QVERIFY(!database.transaction([]() -> Result<> { return Error{}; }));
        while (scan.step(database, 0))
            continue;

        const SearchSummary summary = future.resultAt(future.resultCount() - 1).summary;
        QVERIFY(summary.isComplete);
        QCOMPARE(summary.hits, 10);
    }

private:
    void open(Database &database)
    {
        QVERIFY_RESULT(database.open(m_folder->filePath(u"other.db"_s)));
        QVERIFY_RESULT(Migrations::run(database));
        QVERIFY_RESULT(database.execute(u"PRAGMA synchronous = OFF"_s));
    }

    /// A version with some 3 KB of lines that no other has.
    Result<> record(Database &database, int number)
    {
        const QByteArray word = "v" + QByteArray::number(number) + "_";
        return VersionStore(database).recordBody(key(u"one"_s), QString::number(1000 + number),
                                                 filler(word) + "needle(" + word + ");\n"
                                                     + filler(word + word) + filler("w" + word));
    }

    void add(const QString &routine, int number, const QByteArray &code)
    {
        const QString id = QString::number(1000 + number);
        const CodeVersion version{
            .id = id,
            .createdAt =
                QDateTime(QDate(2024, 3, 11), QTime(1 + number / 60, number % 60), Qt::UTC)};
        QVERIFY_RESULT(wait(m_archive->recordListing(
            key(routine), {.list = {.versions = {version}, .complete = false},
                           .ordinals = {{id, number}},
                           .at = version.createdAt})));
        QVERIFY_RESULT(wait(m_archive->recordBody(key(routine), id, code)));
    }

    SearchSummary search(const ArchiveQuery &query)
    {
        QSignalSpy finished(m_search.get(), &ArchiveSearch::finished);
        m_search->start(query);
        if (!finished.wait(test::kPatienceMs))
            return {.isComplete = false};
        return finished.first().first().value<SearchSummary>();
    }

    /// "routine:line v1–v3, v5–v6 text"
    [[nodiscard]] QStringList shown() const
    {
        QStringList lines;
        for (const SearchHit &hit : m_hits) {
            QStringList spans;
            for (const VersionSpan &span : hit.spans)
                spans.append(u"v%1–v%2"_s.arg(span.firstOrdinal).arg(span.lastOrdinal));
            lines.append(u"%1:%2 %3 %4"_s.arg(hit.key.routine)
                             .arg(hit.line + 1)
                             .arg(spans.join(u", "_s), hit.excerpt));
        }
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Archive> m_archive;
    std::unique_ptr<ArchiveSearch> m_search;
    QMap<QString, SearchHit> m_hits;
};

QTEST_GUILESS_MAIN(ArchiveSearchTest)
#include "tst_archivesearch.moc"
