// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/changewords.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;
using diff::Fate;
using diff::FunctionKind;

namespace {

diff::FunctionChange function(Fate fate, const char *name, const char *inside = "")
{
    return {.fate = fate, .name = name, .inside = inside};
}

} // namespace

class ChangeWordsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void saysWhatChangedInOneLine()
    {
        diff::ChangeSummary summary;
        summary.functions = {function(Fate::Added, "addCors"),
                             function(Fate::Changed, "handleRequest")};
        summary.hosts = {{.fate = Fate::Added, .text = "api.acme.com"}};
        summary.headers = {{.fate = Fate::Added, .text = "x-cache"},
                           {.fate = Fate::Removed, .text = "Server"}};
        summary.paths = {{.fate = Fate::Added, .text = "/v2/…"}};

        QCOMPARE(ChangeWords::sentence(summary),
                 u"handleRequest changed, addCors added · new host contacted: api.acme.com · "
                 u"header x-cache added · header Server removed · path /v2/… added"_s);
    }

    void namesFunctionsAsPeopleDo()
    {
        diff::ChangeSummary summary;
        summary.functions = {function(Fate::Changed, "fetch", "default"),
                             function(Fate::Changed, "get", "Cache"),
                             function(Fate::Removed, "default")};
        summary.functions[0].kind = FunctionKind::Method;
        summary.functions[1].kind = FunctionKind::Method;
        summary.functions.push_back(
            {.fate = Fate::Renamed, .name = "serve", .inside = {}, .oldName = "handle"});
        summary.functions.push_back(
            {.fate = Fate::Added, .kind = FunctionKind::Listener, .name = "fetch", .inside = {}});

        QCOMPARE(ChangeWords::sentence(summary),
                 u"fetch, Cache.get changed, the fetch listener added, the default export removed, "
                 u"handle renamed to serve"_s);
    }

    void hasAWordForChangesOfNoFunction_data()
    {
        QTest::addColumn<bool>("layout");
        QTest::addColumn<bool>("comments");
        QTest::addColumn<bool>("outside");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << false << false << false << QString();
        QTest::newRow("layout") << true << false << false << u"only the layout changed"_s;
        QTest::newRow("comments") << false << true << false << u"only comments changed"_s;
        QTest::newRow("outside") << false << false << true << u"code outside functions changed"_s;
    }
    void hasAWordForChangesOfNoFunction()
    {
        QFETCH(bool, layout);
        QFETCH(bool, comments);
        QFETCH(bool, outside);
        diff::ChangeSummary summary;
        summary.onlyLayout = layout;
        summary.onlyComments = comments;
        summary.outsideFunctions = outside;
        QTEST(ChangeWords::sentence(summary), "words");
    }

    void countsWhatIsTooMuchToName()
    {
        diff::ChangeSummary summary;
        for (const char *name : {"a", "b", "c", "d", "e", "f", "g", "h"})
            summary.functions.push_back(function(Fate::Added, name));
        summary.leftOut = 5;

        const QStringList phrases = ChangeWords::phrases(summary);

        QVERIFY2(phrases.first().startsWith(u"a, b, c, d, e, f and 2 more"_s),
                 qPrintable(phrases.first()));
        QCOMPARE(phrases.last(), u"and 5 more"_s);
    }

    void aNameIsNeverLongOrOfManyLines()
    {
        diff::ChangeSummary summary;
        summary.paths = {{.fate = Fate::Added, .text = "/a\n\n b" + std::string(1000, 'x')}};

        const QString words = ChangeWords::sentence(summary);

        QVERIFY(words.startsWith(u"path /a bxxx"_s));
        QCOMPARE_LT(words.size(), 100);
    }

    void aDescriptionHoldsWholePhrases()
    {
        diff::ChangeSummary summary;
        summary.functions = {function(Fate::Changed, "handleRequest")};
        summary.hosts = {{.fate = Fate::Added, .text = "api.acme.com"}};

        QCOMPARE(ChangeWords::description(summary, 200),
                 u"handleRequest changed · new host contacted: api.acme.com"_s);
        QCOMPARE(ChangeWords::description(summary, 40), u"handleRequest changed"_s);
        QCOMPARE(ChangeWords::description(summary, 5), QString());
    }

    void saysNothingOfWhatWasNotReadToItsEnd()
    {
        diff::ChangeSummary summary;
        summary.functions = {function(Fate::Changed, "handle")};
        summary.complete = false;

        QCOMPARE(ChangeWords::sentence(summary), QString());
    }
};

QTEST_GUILESS_MAIN(ChangeWordsTest)
#include "tst_changewords.moc"
