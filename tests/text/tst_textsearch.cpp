// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/textsearch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace edgewright;

namespace {

QStringList found(const QByteArray &text, const SearchQuery &query)
{
    QStringList list;
    for (const SearchMatch &match : searchText(text, query).matches)
        list.append(QString::number(match.begin) + u':'
                    + QString::fromUtf8(text.mid(match.begin, match.end - match.begin)));
    return list;
}

} // namespace

class TestTextSearch final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void matchesAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<SearchQuery>("query");
        QTest::addColumn<QStringList>("matches");

        QTest::newRow("nothing asked") << u"abc"_s << SearchQuery{} << QStringList{};
        QTest::newRow("any case") << u"Url url URL"_s << SearchQuery{.pattern = u"url"_s}
                                  << QStringList{u"0:Url"_s, u"4:url"_s, u"8:URL"_s};
        QTest::newRow("this case")
            << u"Url url"_s << SearchQuery{.pattern = u"url"_s, .caseSensitive = true}
            << QStringList{u"4:url"_s};
        QTest::newRow("whole words")
            << u"a ab $a a-a"_s << SearchQuery{.pattern = u"a"_s, .wholeWord = true}
            << QStringList{u"0:a"_s, u"8:a"_s, u"10:a"_s};
        QTest::newRow("dots are dots")
            << u"a.b axb"_s << SearchQuery{.pattern = u"a.b"_s} << QStringList{u"0:a.b"_s};
        QTest::newRow("bytes, not characters")
            << u"中🙂x中x"_s << SearchQuery{.pattern = u"x"_s}
            << QStringList{u"7:x"_s, u"11:x"_s};
        QTest::newRow("Chinese") << u"重定向，定向"_s << SearchQuery{.pattern = u"定向"_s}
                                 << QStringList{u"3:定向"_s, u"12:定向"_s};
        QTest::newRow("no overlap")
            << u"aaaa"_s << SearchQuery{.pattern = u"aa"_s} << QStringList{u"0:aa"_s, u"2:aa"_s};
        QTest::newRow("expression")
            << u"a1 b22"_s << SearchQuery{.pattern = u"[a-z]\\d+"_s, .regularExpression = true}
            << QStringList{u"0:a1"_s, u"3:b22"_s};
        QTest::newRow("line starts")
            << u"a\na\nb"_s << SearchQuery{.pattern = u"^a$"_s, .regularExpression = true}
            << QStringList{u"0:a"_s, u"2:a"_s};
        QTest::newRow("empty matches are none")
            << u"abc"_s << SearchQuery{.pattern = u"x*"_s, .regularExpression = true}
            << QStringList{};
        QTest::newRow("whole word alternatives")
            << u"cat category dog"_s
            << SearchQuery{.pattern = u"cat|dog"_s, .wholeWord = true, .regularExpression = true}
            << QStringList{u"0:cat"_s, u"13:dog"_s};
    }
    void matchesAreFound()
    {
        QFETCH(QString, text);
        QFETCH(SearchQuery, query);

        QTEST(found(text.toUtf8(), query), "matches");
    }

    void replacementsTakeGroups_data()
    {
        QTest::addColumn<QString>("replacement");
        QTest::addColumn<QByteArray>("result");

        QTest::newRow("groups") << u"$2-$1"_s << QByteArray("b-a");
        QTest::newRow("all") << u"[$&]"_s << QByteArray("[a1b]");
        QTest::newRow("dollar") << u"$$1$"_s << QByteArray("$1$");
        QTest::newRow("group that is none") << u"$9"_s << QByteArray();
        QTest::newRow("other letters") << u"$x"_s << QByteArray("$x");
        QTest::newRow("groups by backslash") << u"\\2-\\1"_s << QByteArray("b-a");
        QTest::newRow("group that is none by backslash") << u"\\9"_s << QByteArray();
        QTest::newRow("line break and tabulator") << u"$1\\n\\t$2"_s << QByteArray("a\n\tb");
        QTest::newRow("backslash") << u"\\\\1\\"_s << QByteArray("\\1\\");
        QTest::newRow("other escapes") << u"\\d\\0\\$1"_s << QByteArray("\\d\\0\\a");
    }
    void replacementsTakeGroups()
    {
        QFETCH(QString, replacement);
        const SearchQuery query{
            .pattern = u"(a)1(b)"_s, .regularExpression = true, .replacement = replacement};

        const SearchOutcome outcome = searchText("a1b", query);

        QCOMPARE(outcome.matches.size(), 1);
        QTEST(outcome.matches.first().replacement, "result");
    }

    void plainReplacementsAreTakenAsTheyAre()
    {
        const SearchQuery query{.pattern = u"a"_s, .replacement = u"$1\\1\\n"_s};

        QCOMPARE(searchText("a", query).matches.first().replacement, QByteArray("$1\\1\\n"));
    }

    void aWrongExpressionSaysSo()
    {
        const SearchOutcome outcome =
            searchText("a", {.pattern = u"(a"_s, .regularExpression = true});

        QVERIFY(!outcome.error.isEmpty());
        QVERIFY(outcome.matches.isEmpty());
    }

    void onlyTheRangeIsSearched()
    {
        const SearchOutcome outcome = searchText("a a a a", {.pattern = u"a"_s}, 2, 5);

        QCOMPARE(outcome.matches.size(), 2);
        QCOMPARE(outcome.matches.first().begin, 2);
    }

    void aLimitIsTold()
    {
        const SearchOutcome outcome =
            searchText(QByteArray(100, 'a'), {.pattern = u"a"_s}, {.matches = 10});

        QCOMPARE(outcome.matches.size(), 10);
        QVERIFY(!outcome.complete);
    }

    void backtrackingWithoutEndIsStopped()
    {
        const SearchQuery query{.pattern = u"(a+)+$"_s, .regularExpression = true};

        const SearchOutcome outcome = searchText(QByteArray(4000, 'a') + "b", query);

        QVERIFY(!outcome.complete);
    }
};

QTEST_GUILESS_MAIN(TestTextSearch)
#include "tst_textsearch.moc"
