// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/javascripttokenizer.h"

#include <QRandomGenerator>
#include <QTest>

#include <string>

using namespace Qt::StringLiterals;
using namespace edgewright::javascript;

namespace {

constexpr std::array kShort{"space", "lc",  "bc",  "kw",  "lit", "id", "fn", "prop", "priv",
                            "api",   "num", "str", "tpl", "re",  "op", "br", "bad"};

QString described(const QByteArray &code)
{
    LineState state;
    const std::vector<Token> tokens =
        tokenize({code.constData(), static_cast<std::size_t>(code.size())}, state);
    QStringList words;
    for (const Token &token : tokens) {
        if (token.kind == TokenKind::Space)
            continue;
        const QByteArray text = code.mid(token.begin, token.end - token.begin);
        words.append(QLatin1StringView(kShort[static_cast<std::size_t>(token.kind)]) + u'‹'
                     + QString::fromUtf8(text) + u'›');
    }
    return words.join(u' ');
}

std::vector<TokenKind> kindOfEachByte(std::string_view text, LineState &state)
{
    std::vector<TokenKind> kinds;
    for (const Token &token : tokenize(text, state))
        kinds.insert(kinds.end(), token.end - token.begin, token.kind);
    return kinds;
}

std::size_t lineEnd(std::string_view text, std::size_t from)
{
    const std::size_t at = text.find_first_of("\r\n", from);
    if (at == std::string_view::npos)
        return text.size();
    return at + (text.substr(at, 2) == "\r\n" ? 2 : 1);
}

std::vector<TokenKind> lineByLine(std::string_view text, LineState &state)
{
    std::vector<TokenKind> kinds;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = lineEnd(text, at);
        const std::vector<TokenKind> line = kindOfEachByte(text.substr(at, end - at), state);
        kinds.insert(kinds.end(), line.begin(), line.end());
        at = end;
    }
    return kinds;
}

constexpr std::array kPieces{
    "`",
    "${",
    "}",
    "{",
    "\n",
    "\r\n",
    "\r",
    "/",
    "/*",
    "*/",
    "//",
    "'",
    "\"",
    "\\",
    "\\\n",
    "#x",
    "#!",
    " of ",
    "async ",
    "get ",
    "a",
    "=>",
    "(",
    ")",
    "[",
    "]",
    "1_0n",
    ".",
    "?.",
    "if",
    "\xE4\xB8\xAD",
    "\xE2\x80\xA8",
    " ",
    ":",
    "+",
    "++",
    "\xFF",
    "=",
    "import ",
    "from ",
    "$",
    "fetch",
    "static ",
    "case",
};

} // namespace

class TestJavaScriptTokenizer final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void tokensAreRight_data();
    void tokensAreRight()
    {
        QFETCH(QByteArray, code);

        QTEST(described(code), "tokens");
    }

    void templatesNestToAnyDepth()
    {
        QByteArray code;
        for (int i = 0; i < 50; ++i)
            code += "`a${ {b: ";
        code += "1";
        for (int i = 0; i < 50; ++i)
            code += "} }c`";
        code += " /2/ 1";
        LineState state;

        const std::vector<Token> tokens =
            tokenize({code.constData(), static_cast<std::size_t>(code.size())}, state);

        QCOMPARE(state, LineState{.regexAllowed = false});
        QCOMPARE(tokens.back().kind, TokenKind::Number);
        QCOMPARE(tokens[tokens.size() - 3].kind, TokenKind::Operator);
    }

    void startingAtAnyLineGivesTheSameAsStartingAtTheFirst()
    {
        QRandomGenerator random(20240910);
        for (int round = 0; round < 1500; ++round) {
            std::string text;
            const int pieces = random.bounded(1, 60);
            for (int i = 0; i < pieces; ++i)
                text += kPieces[static_cast<std::size_t>(random.bounded(int{kPieces.size()}))];
            // A chunk never begins between the two halves of a line end.
            LineState whole;
            LineState pieced;

            const std::vector<TokenKind> full = kindOfEachByte(text, whole);
            const std::vector<TokenKind> lines = lineByLine(text, pieced);

            QCOMPARE(full.size(), text.size());
            QVERIFY2(full == lines, text.c_str());
            QVERIFY2(whole == pieced, text.c_str());
        }
    }

    void everyByteIsCoveredInOrder()
    {
        QRandomGenerator random(7);
        std::string noise(20'000, '\0');
        for (char &c : noise)
            c = static_cast<char>(random.bounded(256));
        LineState state;

        std::uint32_t at = 0;
        for (const Token &token : tokenize(noise, state)) {
            QCOMPARE(token.begin, at);
            QCOMPARE_GT(token.end, token.begin);
            at = token.end;
        }
        QCOMPARE(at, noise.size());
    }

    void hostileTextStaysLinear_data()
    {
        QTest::addColumn<QByteArray>("piece");

        QTest::newRow("slashes in classes") << QByteArray("=/[");
        QTest::newRow("nested templates") << QByteArray("`${");
        QTest::newRow("parentheses") << QByteArray("a=(");
        QTest::newRow("braces") << QByteArray("{");
        QTest::newRow("backslashes") << QByteArray("\\");
        QTest::newRow("open strings") << QByteArray("'\\\n");
        QTest::newRow("open comments") << QByteArray("/*\n");
        QTest::newRow("lines of templates") << QByteArray("`${\n");
    }
    void hostileTextStaysLinear()
    {
        QFETCH(QByteArray, piece);
        const QByteArray text = piece.repeated(1'000'000 / piece.size());
        LineState state;

        const std::vector<Token> tokens =
            tokenize({text.constData(), static_cast<std::size_t>(text.size())}, state);

        QCOMPARE(tokens.back().end, text.size());
        QCOMPARE_LE(state.templateBraces.size(), 200U);
    }
};

void TestJavaScriptTokenizer::tokensAreRight_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("tokens");
    const auto row = [](const char *name, const QString &code, const QString &tokens) {
        QTest::newRow(name) << code.toUtf8() << tokens;
    };

    row("empty", u""_s, u""_s);
    row("hashbang", u"#!/usr/bin/env node\nlet a"_s, u"lc‹#!/usr/bin/env node› kw‹let› id‹a›"_s);
    row("declaration", u"const a = 1;"_s, u"kw‹const› id‹a› op‹=› num‹1› op‹;›"_s);
    row("line comment", u"a // b\nc"_s, u"id‹a› lc‹// b› id‹c›"_s);
    row("line separator ends a comment", u"// b\u2028c"_s, u"lc‹// b› id‹c›"_s);
    row("block comment over lines", u"/* a\nb */ c"_s, u"bc‹/* a\nb */› id‹c›"_s);
    row("open comment", u"/* a"_s, u"bc‹/* a›"_s);
    row("comment that only seems closed", u"/*/ a"_s, u"bc‹/*/ a›"_s);
    row("literals", u"[true, null, this]"_s,
        u"br‹[› lit‹true› op‹,› lit‹null› op‹,› lit‹this› br‹]›"_s);

    row("numbers", u"0 1_000 0xFF_n 0b1_0n 0o17 .5e-1_0 5. 1e5"_s,
        u"num‹0› num‹1_000› bad‹0xFF_n› num‹0b1_0n› num‹0o17› num‹.5e-1_0› num‹5.› num‹1e5›"_s);
    row("BigInt", u"1_000n 0xFn"_s, u"num‹1_000n› num‹0xFn›"_s);
    row("wrong numbers", u"3px 0xZ 1__0 1_ 1e 1.5n"_s,
        u"bad‹3px› bad‹0xZ› bad‹1__0› bad‹1_› bad‹1e› bad‹1.5n›"_s);
    row("number and method", u"1..toFixed()"_s, u"num‹1.› op‹.› fn‹toFixed› br‹(› br‹)›"_s);
    row("range of dots", u"[...a]"_s, u"br‹[› op‹...› id‹a› br‹]›"_s);

    row("strings", u"'a\\'b' \"c\""_s, u"str‹'a\\'b'› str‹\"c\"›"_s);
    row("open string", u"'a\nb"_s, u"bad‹'a› id‹b›"_s);
    row("string over lines", u"'a\\\nb' c"_s, u"str‹'a\\\n› str‹b'› id‹c›"_s);

    row("template", u"`a${b}c`"_s, u"tpl‹`a${› id‹b› tpl‹}c`›"_s);
    row("nested template", u"`a${`b${c}d`}e` / 2"_s,
        u"tpl‹`a${› tpl‹`b${› id‹c› tpl‹}d`› tpl‹}e`› op‹/› num‹2›"_s);
    row("object in a template", u"`${{a: {}}}x`"_s,
        u"tpl‹`${› br‹{› prop‹a› op‹:› br‹{› br‹}› br‹}› tpl‹}x`›"_s);
    row("escaped template", u"`\\`\\${a}`"_s, u"tpl‹`\\`\\${a}`›"_s);
    row("dollar", u"`$a$`"_s, u"tpl‹`$a$`›"_s);
    row("template over lines", u"`a\n${\nb}\n`"_s, u"tpl‹`a\n${› id‹b› tpl‹}\n`›"_s);
    row("brace in a string in a template", u"`${'}'}`"_s, u"tpl‹`${› str‹'}'› tpl‹}`›"_s);

    row("regex", u"a = /b[/]\\/c/gi;"_s, u"id‹a› op‹=› re‹/b[/]\\/c/gi› op‹;›"_s);
    row("regex that looks like an assignment", u"x = /=}/ ;"_s, u"id‹x› op‹=› re‹/=}/› op‹;›"_s);
    row("division", u"a / b / c"_s, u"id‹a› op‹/› id‹b› op‹/› id‹c›"_s);
    row("division after parentheses", u"(a) / b / c"_s,
        u"br‹(› id‹a› br‹)› op‹/› id‹b› op‹/› id‹c›"_s);
    row("regex after if", u"if (a) /b/.test(c)"_s,
        u"kw‹if› br‹(› id‹a› br‹)› re‹/b/› op‹.› fn‹test› br‹(› id‹c› br‹)›"_s);
    row("regex after return", u"return /b/"_s, u"kw‹return› re‹/b/›"_s);
    row("regex after a comment", u"= /* x */ /b/"_s, u"op‹=› bc‹/* x */› re‹/b/›"_s);
    row("division after increment", u"a++ / b / c"_s, u"id‹a› op‹++› op‹/› id‹b› op‹/› id‹c›"_s);
    row("division after this", u"this / 2"_s, u"lit‹this› op‹/› num‹2›"_s);
    row("regex at the start of a line", u"a;\n/b/.test(c)"_s,
        u"id‹a› op‹;› re‹/b/› op‹.› fn‹test› br‹(› id‹c› br‹)›"_s);
    row("division at the start of a line", u"a\n/ b / c"_s, u"id‹a› op‹/› id‹b› op‹/› id‹c›"_s);
    row("regex without end", u"= /abc\nd"_s, u"op‹=› op‹/› id‹abc› id‹d›"_s);
    row("divide and assign", u"a /= b"_s, u"id‹a› op‹/=› id‹b›"_s);
    row("property named return", u"a.return / 2"_s, u"id‹a› op‹.› prop‹return› op‹/› num‹2›"_s);

    row("private names", u"class A { #b = 1; has(o) { return #b in o } }"_s,
        u"kw‹class› fn‹A› br‹{› priv‹#b› op‹=› num‹1› op‹;› fn‹has› br‹(› id‹o› br‹)› br‹{› "
        u"kw‹return› priv‹#b› kw‹in› id‹o› br‹}› br‹}›"_s);
    row("private member", u"this.#b"_s, u"lit‹this› op‹.› priv‹#b›"_s);
    row("lone hash", u"a # b"_s, u"id‹a› bad‹#› id‹b›"_s);

    row("new operators", u"a?.b ?? c ** d ?\?= e ||= f &&= g"_s,
        u"id‹a› op‹?.› prop‹b› op‹??› id‹c› op‹**› id‹d› op‹?\?=› id‹e› op‹||=› id‹f› op‹&&=› id‹g›"_s);
    row("choice between numbers", u"a?.5:1"_s, u"id‹a› op‹?› num‹.5› op‹:› num‹1›"_s);
    row("optional call", u"a?.(b)"_s, u"fn‹a› op‹?.› br‹(› id‹b› br‹)›"_s);
    row("shifts", u"a >>>= b >>> c"_s, u"id‹a› op‹>>>=› id‹b› op‹>>>› id‹c›"_s);
    row("decorator", u"@a b"_s, u"op‹@› id‹a› id‹b›"_s);

    row("call and member", u"a.b.c(d)"_s, u"id‹a› op‹.› prop‹b› op‹.› fn‹c› br‹(› id‹d› br‹)›"_s);
    row("function", u"function f(a) {}"_s, u"kw‹function› fn‹f› br‹(› id‹a› br‹)› br‹{› br‹}›"_s);
    row("arrow", u"const f = (a, b) => a"_s,
        u"kw‹const› fn‹f› op‹=› br‹(› id‹a› op‹,› id‹b› br‹)› op‹=>› id‹a›"_s);
    row("async arrow", u"const f = async a => a"_s,
        u"kw‹const› fn‹f› op‹=› kw‹async› id‹a› op‹=>› id‹a›"_s);
    row("keys", u"({ a: 1, class: 2, f: () => 1 })"_s,
        u"br‹(› br‹{› prop‹a› op‹:› num‹1› op‹,› prop‹class› op‹:› num‹2› op‹,› fn‹f› op‹:› br‹(› "
        u"br‹)› "
        u"op‹=>› num‹1› br‹}› br‹)›"_s);
    row("default in a switch", u"default: a"_s, u"kw‹default› op‹:› id‹a›"_s);
    row("choice is no key", u"a ? b : c"_s, u"id‹a› op‹?› id‹b› op‹:› id‹c›"_s);

    row("async as a name", u"async(1)"_s, u"fn‹async› br‹(› num‹1› br‹)›"_s);
    row("async function value", u"a = async (b) => b"_s,
        u"fn‹a› op‹=› kw‹async› br‹(› id‹b› br‹)› op‹=>› id‹b›"_s);
    row("of", u"for (const of of of) {}"_s,
        u"kw‹for› br‹(› kw‹const› id‹of› kw‹of› id‹of› br‹)› br‹{› br‹}›"_s);
    row("of as a name", u"of.of = of"_s, u"id‹of› op‹.› prop‹of› op‹=› id‹of›"_s);
    row("accessors", u"get a() {} set a(b) {}"_s,
        u"kw‹get› fn‹a› br‹(› br‹)› br‹{› br‹}› kw‹set› fn‹a› br‹(› id‹b› br‹)› br‹{› br‹}›"_s);
    row("get as a name", u"get(a); x.get(b); get = 1"_s,
        u"fn‹get› br‹(› id‹a› br‹)› op‹;› id‹x› op‹.› fn‹get› br‹(› id‹b› br‹)› op‹;› id‹get› op‹=› num‹1›"_s);
    row("static async generator", u"static async *a() {}"_s,
        u"kw‹static› kw‹async› op‹*› fn‹a› br‹(› br‹)› br‹{› br‹}›"_s);
    row("import", u"import { a as b } from 'c'"_s,
        u"kw‹import› br‹{› id‹a› kw‹as› id‹b› br‹}› kw‹from› str‹'c'›"_s);
    row("import all", u"import * as from from \"c\""_s,
        u"kw‹import› op‹*› kw‹as› id‹from› kw‹from› str‹\"c\"›"_s);
    row("as as a name", u"as = from"_s, u"id‹as› op‹=› id‹from›"_s);

    row("edge globals", u"await fetch(new Request(url))"_s,
        u"kw‹await› api‹fetch› br‹(› kw‹new› api‹Request› br‹(› id‹url› br‹)› br‹)›"_s);
    row("cache and storage", u"cache.get(new EdgeKV({namespace: 'a'}))"_s,
        u"api‹cache› op‹.› fn‹get› br‹(› kw‹new› api‹EdgeKV› br‹(› br‹{› prop‹namespace› op‹:› "
        u"str‹'a'› br‹}› br‹)› br‹)›"_s);
    row("own method named fetch", u"async fetch(request) {}"_s,
        u"kw‹async› fn‹fetch› br‹(› id‹request› br‹)› br‹{› br‹}›"_s);
    row("own variable named cache", u"const cache = 1"_s, u"kw‹const› id‹cache› op‹=› num‹1›"_s);
    row("member named fetch", u"a.fetch(b)"_s, u"id‹a› op‹.› fn‹fetch› br‹(› id‹b› br‹)›"_s);

    row("Chinese name", u"const 标题1 = 1"_s, u"kw‹const› id‹标题1› op‹=› num‹1›"_s);
    row("escaped name", u"\\u0061b \\u{62}c"_s, u"id‹\\u0061b› id‹\\u{62}c›"_s);
    row("wide punctuation", u"a；b"_s, u"id‹a› bad‹；› id‹b›"_s);
    row("no-break space", u"a\u00A0b"_s, u"id‹a› id‹b›"_s);
    row("zero width space", u"a\u200Bb"_s, u"id‹a› bad‹\u200B› id‹b›"_s);
    row("control character", u"a\u0001"_s, u"id‹a› bad‹\u0001›"_s);
    row("mark at the start", u"\uFEFFlet a"_s, u"kw‹let› id‹a›"_s);
}

QTEST_GUILESS_MAIN(TestJavaScriptTokenizer)
#include "tst_javascripttokenizer.moc"
