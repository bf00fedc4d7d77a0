// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/changesummary.h"
#include "randomtexts.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace edgewright::diff;
using namespace Qt::StringLiterals;

namespace {

QString fateOf(Fate fate)
{
    switch (fate) {
    case Fate::Added:
        return u"+"_s;
    case Fate::Removed:
        return u"-"_s;
    case Fate::Changed:
        return u"~"_s;
    case Fate::Renamed:
        return u">"_s;
    }
    return {};
}

QString textOf(const std::string &bytes)
{
    return QString::fromStdString(bytes);
}

QString functions(const ChangeSummary &summary)
{
    QStringList list;
    for (const FunctionChange &change : summary.functions) {
        QString name = change.inside.empty() ? QString() : textOf(change.inside) + u"."_s;
        name += textOf(change.name);
        if (!change.oldName.empty())
            name += u" was "_s + textOf(change.oldName);
        list.append(fateOf(change.fate) + name);
    }
    return list.join(u", "_s);
}

QString mentions(const std::vector<Mention> &mentions)
{
    QStringList list;
    for (const Mention &mention : mentions)
        list.append(fateOf(mention.fate) + textOf(mention.text));
    return list.join(u", "_s);
}

void row(const char *name, const char *left, const char *right, const char *expected)
{
    QTest::newRow(name) << QByteArray(left) << QByteArray(right) << QString::fromUtf8(expected);
}

ChangeSummary summaryOfRow()
{
    const QFETCH(QByteArray, left);
    const QFETCH(QByteArray, right);
    return summarizeChanges(left.toStdString(), right.toStdString());
}

void columns()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QString>("expected");
}

} // namespace

class ChangeSummaryTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void namesTheFunctionsThatChanged_data()
    {
        columns();
        row("nothing", "function a() {}", "function a() {}", "");
        row("added", "function a() {}", "function a() {}\nfunction b() { return 1 }", "+b");
        row("removed", "function a() {}\nasync function* b() { yield 1 }", "function a() {}", "-b");
        row("changed", "function a() { return 1 }", "function a() { return 2 }", "~a");
        row("reindented", "function a() { return 1 }", "function a()\n{\n    return 1\n}\n", "");
        row("a comment", "function a() { return 1 }", "function a() { /* one */ return 1 }", "");
        row("only the inner one", "function a() { function b() { return 1 } return b }",
            "function a() { function b() { return 2 } return b }", "~a.b");
        row("renamed", "function before(x, y) { return x * y + 1 }",
            "function after(x, y) { return x * y + 1 }", ">after was before");
        row("a handler of a module",
            "export default { async fetch(request, env) { return new Response('a') } }",
            "export default { async fetch(request, env) { return new Response('b') } }", "~fetch");
        row("a module gets another handler", "export default { async fetch(r) { return r } }",
            "export default { async fetch(r) { return r }, async scheduled(e) { await e } }",
            "+scheduled");
        row("methods of a class",
            "class Cache { get(k) { return 1 } static make() { return 2 } #own() { return 3 } }",
            "class Cache { get(k) { return 9 } static make() { return 2 } #own() { return 4 } }",
            "~Cache.get, ~Cache.#own");
        row("fields of a class", "class A { x = 1; y() {} }", "class A { x = 2; y() {} }", "~A");
        row("an arrow with a name", "const f = async (a, {b}) => a + b;\nconst g = x => x;",
            "const f = async (a, {b}) => a - b;\nconst g = x => x;", "~f");
        row("an arrow ends with its line", "const f = x => x\nconst n = 1",
            "const f = x => x\nconst n = 2", "");
        row("members of an object",
            "const api = { list: () => 1, 'drop': function () { return 1 } }",
            "const api = { list: () => 2, 'drop': function () { return 2 } }",
            "~api.list, ~api.drop");
        row("given to a property",
            "exports.run = function () { return 1 }\nA.prototype.go = () => 1",
            "exports.run = function () { return 2 }\nA.prototype.go = () => 2", "~run, ~go");
        row("a listener", "addEventListener('fetch', event => { event.respondWith(a()) })",
            "addEventListener('fetch', event => { event.respondWith(b()) })", "~fetch");
        row("a listener that is a function", "addEventListener(\"fetch\", function (e) { one() })",
            "addEventListener(\"fetch\", async function (e) { two() })", "~fetch");
        row("the default function", "export default async function (r) { return 1 }",
            "export default async function (r) { return 2 }", "~default");
        row("an arrow by default", "export default async r => { return 1 }",
            "export default async r => { return 2 }", "~default");
        row("minified", "var a=1;function b(c){return c+a}var d=e=>e*2;class f{g(){return 1}}",
            "var a=1;function b(c){return c-a}var d=e=>e*3;class f{g(){return 2}}", "~b, ~d, ~f.g");
        row("several of one name, one changed",
            "{ function a() { return 1 } } { function a() { return 2 } }",
            "{ function a() { return 1 } } { function a() { return 3 } }", "~a");
        row("braces in strings, templates and expressions",
            "function a() { return '}' + `}${{}}` + /}/.source }\nfunction b() { return 1 }",
            "function a() { return '}' + `}${{}}` + /}/.source }\nfunction b() { return 2 }", "~b");
        row("not the insides of what is new", "", "class A { b() {} c() {} }", "+A");
        row("calls are no definitions", "a(b, {c: d(1)}); e(1)", "a(b, {c: d(2)}); e(2)", "");
        row("control words are no methods", "class A { m() { if (a) { b() } } }",
            "class A { m() { if (a) { c() } } }", "~A.m");
    }
    void namesTheFunctionsThatChanged() { QTEST(functions(summaryOfRow()), "expected"); }

    void namesTheHeaders_data()
    {
        columns();
        row("accessors", "h.headers.get('X-Old')", "h.headers.set('X-New', '1')", "+X-New, -X-Old");
        row("in upper and lower case", "r.headers.get('X-One')", "r.headers.get('x-one')", "");
        row("an object of headers", "new Response(b, { headers: { 'X-A': '1', Vary: 'b' } })",
            "new Response(b, { headers: { 'X-B': '1', Vary: 'b' } })", "+X-B, -X-A");
        row("the constructor", "", "new Headers({ 'Cache-Control': 'no-store' })",
            "+Cache-Control");
        row("another name of the headers", "", "h.append(\"set-cookie\", c)", "+set-cookie");
        row("other maps", "", "map.get('key'); url.searchParams.get('q')", "");
        row("a comment", "", "// headers.get('X-Comment')", "");
    }
    void namesTheHeaders() { QTEST(mentions(summaryOfRow().headers), "expected"); }

    void namesTheHosts_data()
    {
        columns();
        row("in a string", "fetch('https://a.example.com/x')",
            "fetch('https://B.example.com:8443/x')", "+b.example.com:8443, -a.example.com");
        row("in a template", "", "fetch(`https://api.example.com/${id}`)", "+api.example.com");
        row("not known before it runs", "", "fetch(`https://${host}/x`); fetch(`https://a.${b}`)",
            "");
        row("without the password", "", "const u = 'https://me:secret@db.example.com/'",
            "+db.example.com");
        row("given to a URL", "", "url.hostname = 'origin.example.com'; x = { host: 'h.example' }",
            "+origin.example.com, +h.example");
        row("twice is once", "", "a('http://x.example'); b('http://x.example/2')", "+x.example");
        row("a comment", "", "// see https://docs.example.com/", "");
        row("not a host", "", "a('://x'); b('https://'); c('file:///etc')", "");
    }
    void namesTheHosts() { QTEST(mentions(summaryOfRow().hosts), "expected"); }

    void namesThePaths_data()
    {
        columns();
        row("strings", "p === '/old'", "p === '/new' || p === '/'", "+/new, +/, -/old");
        row("a template", "", "fetch(`/api/${id}/x`)", "+/api/…");
        row("no comment, no protocol, no sentence", "", "a('//cdn'); b('/* x */'); c('/ or so')",
            "");
        row("not the rest of a template", "", "x = `${a}/tail`", "");
    }
    void namesThePaths() { QTEST(mentions(summaryOfRow().paths), "expected"); }

    void tellsLayoutFromCommentsFromCode()
    {
        const std::string code = "const a = 1; // one\nf(a)\n";
        const ChangeSummary layout = summarizeChanges(code, "const a=1;\n// one\nf( a )");
        const ChangeSummary comment = summarizeChanges(code, "const a = 1; // two\nf(a)\n");
        const ChangeSummary other = summarizeChanges(code, "const a = 2; // one\nf(a)\n");

        QVERIFY(layout.onlyLayout && !layout.onlyComments && !layout.outsideFunctions);
        QVERIFY(!comment.onlyLayout && comment.onlyComments && !comment.outsideFunctions);
        QVERIFY(!other.onlyLayout && !other.onlyComments && other.outsideFunctions);
        QCOMPARE(summarizeChanges(code, code), ChangeSummary());
    }

    void aFunctionMoreIsNothingOutsideFunctions()
    {
        const ChangeSummary summary =
            summarizeChanges("const a = () => 1;\nx()", "const a = () => 1;\nfunction b() {}\nx()");

        QCOMPARE(functions(summary), u"+b"_s);
        QVERIFY(!summary.outsideFunctions);
    }

    void tellsTheLines()
    {
        const ChangeSummary summary =
            summarizeChanges("\nfunction a() { return 1 }\n", "\n\n\nfunction a() { return 2 }\n");

        QCOMPARE(summary.functions.size(), 1U);
        QCOMPARE(summary.functions[0].leftLine, 1);
        QCOMPARE(summary.functions[0].rightLine, 3);
    }

    void aListHasAnEndAndSaysHowMuchIsMissing()
    {
        std::string many;
        for (int i = 0; i < 700; ++i)
            many += "function f" + std::to_string(i) + "() { return " + std::to_string(i) + " }\n";

        const ChangeSummary summary = summarizeChanges("", many);

        QCOMPARE(summary.functions.size(), 500U);
        QCOMPARE(summary.leftOut, 200U);
    }

    void aLongNameIsCutBetweenCharacters()
    {
        std::string name;
        for (int i = 0; i < 100; ++i)
            name += "缓存";

        const ChangeSummary summary = summarizeChanges("", "function " + name + "() {}");

        QCOMPARE(summary.functions.size(), 1U);
        QVERIFY(textOf(summary.functions[0].name).startsWith(u"缓存"_s));
        QVERIFY(!textOf(summary.functions[0].name).contains(QChar::ReplacementCharacter));
        QVERIFY(summary.functions[0].name.size() < 210);
    }

    void nothingIsClaimedWhenTheTimeIsUp()
    {
        const std::atomic<bool> cancelled = true;

        const ChangeSummary summary =
            summarizeChanges("function a() {}", "function b() {}", {.cancelled = &cancelled});

        QVERIFY(!summary.complete);
        QVERIFY(summary.isEmpty());
    }

    void anyTextIsRead()
    {
        test::RandomTexts texts(5);
        const std::string pieces[] = {"function ", "class ",
                                      "a",         "{",
                                      "}",         "(",
                                      ")",         "=>",
                                      "=",         "`",
                                      "${",        "'",
                                      "\n",        "/",
                                      "[",         "]",
                                      "async ",    "default ",
                                      ":",         "get ",
                                      ",",         ";",
                                      "?",         "\xff",
                                      "*",         "addEventListener('x',",
                                      ".",         "#",
                                      "\\"};
        for (int round = 0; round < 3000; ++round) {
            std::string left;
            std::string right;
            for (unsigned i = texts.below(60); i > 0; --i)
                left += pieces[texts.below(std::size(pieces))];
            for (unsigned i = texts.below(60); i > 0; --i)
                right += pieces[texts.below(std::size(pieces))];
            const ChangeSummary there = summarizeChanges(left, right);
            const ChangeSummary back = summarizeChanges(right, left);
            QVERIFY(there.complete);
            QCOMPARE(there.functions.size(), back.functions.size());
            QCOMPARE(there.paths.size(), back.paths.size());
        }
    }
};

QTEST_GUILESS_MAIN(ChangeSummaryTest)
#include "tst_changesummary.moc"
