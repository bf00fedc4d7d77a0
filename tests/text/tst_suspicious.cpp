// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/suspicious.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace edgewright;

class TestSuspicious final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void attacksAreFound_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<SuspiciousKind>("kind");
        QTest::addColumn<char32_t>("first");

        const auto row = [](const char *name, const QString &code, SuspiciousKind kind,
                            char32_t first) { QTest::newRow(name) << code << kind << first; };
        const auto bidi = SuspiciousKind::BidiControl;
        const auto zero = SuspiciousKind::ZeroWidth;
        const auto space = SuspiciousKind::OddSpace;
        const auto alike = SuspiciousKind::LookAlike;

        // The shapes published with CVE-2021-42574 and CVE-2021-42694.
        row("commenting out",
            u"/*\u202E } \u2066if (isAdmin)\u2069 \u2066 begin admins only */ console.log(1)"_s,
            bidi, 0x202E);
        row("stretched string", u"if (level !== \"user\u202E \u2066// Check\u2069 \u2066\") {}"_s,
            bidi, 0x202E);
        row("early return", u"/* if x then \u2067 ;return /* not a return */"_s, bidi, 0x2067);
        row("homoglyph function", u"function say\u041Dello() {}"_s, alike, 0x041D);
        row("invisible function", u"function is\u200BAdmin() { return true; }"_s, zero, 0x200B);

        row("left-to-right override", u"'\u202D'"_s, bidi, 0x202D);
        row("embedding in a template", u"`\u202A`"_s, bidi, 0x202A);
        row("mark", u"// \u200F"_s, bidi, 0x200F);
        row("Arabic letter mark", u"let a = '\u061C';"_s, bidi, 0x061C);
        row("filler as a name", u"const { timeout,\u3164} = query;"_s, zero, 0x3164);
        row("halfwidth filler", u"let \uFFA0 = 1;"_s, zero, 0xFFA0);
        row("click letter as !", u"if (environment\u01C3=ENV_PROD) {}"_s, alike, 0x01C3);
        row("zero width in an address", u"fetch('https://a\u200B.com')"_s, zero, 0x200B);
        row("mark in the middle", u"let a\uFEFF = 1;"_s, zero, 0xFEFF);
        row("soft hyphen", u"'ad\u00ADmin'"_s, zero, 0x00AD);
        row("joiner in a name", u"let a\u200Db;"_s, zero, 0x200D);
        row("joiner between letters of a string", u"'a\u200Db'"_s, zero, 0x200D);
        row("selector after a letter", u"'a\uFE0F'"_s, zero, 0xFE0F);
        row("payload of selectors", u"'🙂\uFE0F\uFE0F'"_s, zero, 0xFE0F);
        row("low selector", u"'🙂\uFE01'"_s, zero, 0xFE01);
        row("tag characters", u"'\U000E0061'"_s, zero, 0xE0061);
        row("no-break space", u"let\u00A0a;"_s, space, 0x00A0);
        row("no-break space in a string", u"'a\u00A0b'"_s, space, 0x00A0);
        row("wide blank in code", u"let a\u3000= 1;"_s, space, 0x3000);
        row("line separator ends a comment", u"// harmless \u2028evil()"_s, space, 0x2028);
        row("Cyrillic a", u"const p\u0430ssword = 1;"_s, alike, 0x0430);
        row("Greek o in a property", u"a.c\u03BFde"_s, alike, 0x03BF);
        row("all look-alikes", u"let \u0440\u0430\u0441\u0435;"_s, alike, 0x0440);
        row("full width letter", u"let \uFF41b = 1;"_s, alike, 0xFF41);
        row("mathematical letter", u"let 𝐚b = 1;"_s, alike, 0x1D41A);
        row("private name", u"class A { #t\u043E = 1 }"_s, alike, 0x043E);
        row("Greek question mark", u"let a = 1\u037E"_s, alike, 0x037E);
    }
    void attacksAreFound()
    {
        QFETCH(QString, code);

        const QList<SuspiciousCharacter> found = findSuspicious(code.toUtf8());

        QVERIFY(!found.isEmpty());
        QTEST(found.first().kind, "kind");
        QTEST(found.first().codePoint, "first");
        const QByteArray character = QString::fromUcs4(&found.first().codePoint, 1).toUtf8();
        QCOMPARE(code.toUtf8().mid(found.first().offset, character.size()), character);
    }

    void ordinaryTextIsLeftAlone_data()
    {
        QTest::addColumn<QString>("code");

        QTest::newRow("ASCII") << u"let a = 1; // note\n"_s;
        QTest::newRow("Chinese comment") << u"// 按国家重定向，保留查询参数。\nlet a = 1;"_s;
        QTest::newRow("Chinese full stop and wide blank") << u"/* 标题\u3000说明：「测试」 */"_s;
        QTest::newRow("wide blank in a template") << u"`第一\u3000第二 ${a}`"_s;
        QTest::newRow("Chinese names") << u"const 缓存时间 = 60; const get用户 = () => 缓存时间;"_s;
        QTest::newRow("Japanese") << u"const タイトル = 'ユーザー設定';"_s;
        QTest::newRow("Korean") << u"const 이름 = '한국어';"_s;
        QTest::newRow("Russian comment and string") << u"// проверка\nlet a = 'сообщение';"_s;
        QTest::newRow("Russian name") << u"const сообщение = 1;"_s;
        QTest::newRow("accents") << u"const naïveté = 'Straße';"_s;
        QTest::newRow("Arabic string") << u"const a = 'مرحبا';"_s;
        QTest::newRow("Persian with non-joiner") << u"const a = 'می\u200Cخواهم';"_s;
        QTest::newRow("emoji")
            << u"const a = '👩\u200D💻 🏳\uFE0F\u200D🌈 ⚠\uFE0F 1\uFE0F⃣';"_s;
        QTest::newRow("typographic quotes") << u"const a = '“quoted” — dash…';"_s;
        QTest::newRow("mark at the start") << u"\uFEFFlet a = 1;"_s;
        QTest::newRow("Greek in a comment") << u"// Δt in μs\nlet a;"_s;
    }
    void ordinaryTextIsLeftAlone()
    {
        QFETCH(QString, code);

        const QList<SuspiciousCharacter> found = findSuspicious(code.toUtf8());

        QVERIFY2(found.isEmpty(),
                 found.isEmpty() ? "" : qPrintable(displayName(found.first().codePoint)));
    }

    void findingsAreInOrderAndBounded()
    {
        const QByteArray code = u"\u200Bp\u0430\u200B\u202E "_s.repeated(1000).toUtf8();

        const QList<SuspiciousCharacter> found = findSuspicious(code, 100);

        QCOMPARE(found.size(), 100);
        for (qsizetype i = 1; i < found.size(); ++i)
            QCOMPARE_LT(found[i - 1].offset, found[i].offset);
    }

    void brokenBytesDoNoHarm()
    {
        QByteArray bytes;
        for (int i = 0; i < 4096; ++i)
            bytes.append(static_cast<char>((i * 151 + i / 7) & 0xFF));

        for (qsizetype length = 0; length < bytes.size(); length += 97)
            [[maybe_unused]] const auto found = findSuspicious(bytes.first(length));
    }

    void charactersHaveNames()
    {
        QCOMPARE(displayName(0x202E), u"U+202E RIGHT-TO-LEFT OVERRIDE"_s);
        QCOMPARE(displayName(0x00A0), u"U+00A0 NO-BREAK SPACE"_s);
        QCOMPARE(displayName(0x0430), u"U+0430 CYRILLIC LETTER"_s);
        QCOMPARE(displayName(0xE0061), u"U+E0061 TAG CHARACTER"_s);
        QCOMPARE(displayName(0x4E2D), u"U+4E2D"_s);
    }

    void whatCannotBeSeenGetsABox()
    {
        QHash<char32_t, QByteArray> boxes;
        for (const auto &[point, label] : visibleRepresentations())
            boxes.insert(point, label);

        for (const char32_t point :
             {U'\x202A', U'\x202B', U'\x202C', U'\x202D', U'\x202E', U'\x2066', U'\x2067',
              U'\x2068', U'\x2069', U'\x200B', U'\x200C', U'\x200D', U'\x200E', U'\x200F',
              U'\x2060', U'\xFEFF', U'\x00A0', U'\x00AD', U'\x3164', U'\x2028'})
            QVERIFY2(boxes.contains(point), qPrintable(displayName(point)));
        QCOMPARE(boxes.value(0x202E), QByteArray("RLO"));
        QVERIFY(!boxes.contains(0x3000));
        QVERIFY(!boxes.contains(0xFE0F));
    }
};

QTEST_GUILESS_MAIN(TestSuspicious)
#include "tst_suspicious.moc"
