// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/codeeditor.h"
#include "editor/javascriptlexer.h"
#include "editor/scintilla.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace edgewright;
using javascript::TokenKind;
using scintilla::Sci;
using scintilla::send;

namespace {

struct Look {
    QByteArray styles;
    QList<int> levels;

    bool operator==(const Look &other) const = default;
};

void colour(const CodeEditor &editor)
{
    const int styled = send(editor, Sci::SCI_GETENDSTYLED);
    const int length = send(editor, Sci::SCI_GETLENGTH);
    if (styled < length)
        editor.findChild<JavaScriptLexer *>()->styleText(styled, length);
}

Look lookOf(const CodeEditor &editor)
{
    colour(editor);
    Look look;
    for (int at = 0; at < send(editor, Sci::SCI_GETLENGTH); ++at)
        look.styles.append(static_cast<char>(send(editor, Sci::SCI_GETSTYLEAT, at)));
    for (int line = 0; line < send(editor, Sci::SCI_GETLINECOUNT); ++line)
        look.levels.append(send(editor, Sci::SCI_GETFOLDLEVEL, line));
    return look;
}

TokenKind kindAt(const CodeEditor &editor, const QByteArray &word)
{
    const qsizetype at = editor.bytes().indexOf(word);
    return static_cast<TokenKind>(send(editor, Sci::SCI_GETSTYLEAT, at));
}

int level(const CodeEditor &editor, int line)
{
    return (send(editor, Sci::SCI_GETFOLDLEVEL, line) & int{Sci::SC_FOLDLEVELNUMBERMASK})
           - int{Sci::SC_FOLDLEVELBASE};
}

bool opensFold(const CodeEditor &editor, int line)
{
    return (send(editor, Sci::SCI_GETFOLDLEVEL, line) & int{Sci::SC_FOLDLEVELHEADERFLAG}) != 0;
}

const QList<QByteArray> kPieces{"`",  "${",     "}",      "{\n",  "\n",     "\r\n", "/*",
                                "*/", "// c\n", "'a\\\n", "'",    "(",      ")",    "/x/",
                                "a",  " ",      "#b",     "\n\n", "return", "中"};

} // namespace

class TestJavaScriptLexer final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void stylesFollowTheTokens()
    {
        CodeEditor editor;
        editor.setBytes(
            u"/* 注释 */ class A { #p = 0xFFn; m() { return `t${this.#p}` + /re/u; } }\n"
            "await fetch(url); // end\n"_s.toUtf8());

        colour(editor);

        QCOMPARE(kindAt(editor, "注释"), TokenKind::BlockComment);
        QCOMPARE(kindAt(editor, "class"), TokenKind::Keyword);
        QCOMPARE(kindAt(editor, "#p"), TokenKind::PrivateName);
        QCOMPARE(kindAt(editor, "0xFFn"), TokenKind::Number);
        QCOMPARE(kindAt(editor, "`t"), TokenKind::Template);
        QCOMPARE(kindAt(editor, "this"), TokenKind::Literal);
        QCOMPARE(kindAt(editor, "/re/"), TokenKind::RegularExpression);
        QCOMPARE(kindAt(editor, "fetch"), TokenKind::EdgeApi);
        QCOMPARE(kindAt(editor, "// end"), TokenKind::LineComment);
    }

    void foldsFollowBracketsCommentsAndTemplates()
    {
        CodeEditor editor;
        editor.setBytes("/*\n c\n*/\n"          // 0–2
                        "if (a) {\n  b\n"       // 3–4
                        "} else {\n  c\n}\n"    // 5–7
                        "const t = `\n x\n`;\n" // 8–10
                        "d\n");                 // 11

        colour(editor);

        QVERIFY(opensFold(editor, 0));
        QCOMPARE(level(editor, 1), 1);
        QVERIFY(opensFold(editor, 3));
        QCOMPARE(level(editor, 4), 1);
        QVERIFY(opensFold(editor, 5));
        QCOMPARE(level(editor, 5), 0);
        QCOMPARE(level(editor, 6), 1);
        QVERIFY(opensFold(editor, 8));
        QCOMPARE(level(editor, 9), 1);
        QCOMPARE(level(editor, 11), 0);
    }

    void editsGiveTheSameAsColouringAnew()
    {
        QRandomGenerator random(5);
        CodeEditor editor;
        CodeEditor fresh;
        for (int round = 0; round < 60; ++round) {
            QByteArray text;
            for (int i = 0; i < 60; ++i)
                text += kPieces[random.bounded(kPieces.size())];
            editor.setBytes(text);
            for (int edit = 0; edit < 12; ++edit) {
                // Sometimes only a part is coloured between two edits, as when scrolling.
                const int length = send(editor, Sci::SCI_GETLENGTH);
                if (random.bounded(2) == 0)
                    colour(editor);
                int begin = random.bounded(length + 1);
                int end = std::min(length, begin + random.bounded(6));
                begin = send(editor, Sci::SCI_POSITIONBEFORE, begin);
                end = std::max(begin, send(editor, Sci::SCI_POSITIONBEFORE, end));
                editor.replaceRange(begin, end, kPieces[random.bounded(kPieces.size())]);
            }
            fresh.setBytes(editor.bytes());
            QVERIFY2(lookOf(editor) == lookOf(fresh), editor.bytes().constData());
        }
    }

    void anEditReadsOnlyItsNeighbourhood()
    {
        CodeEditor editor;
        const QByteArray text =
            QByteArray("function f(a) {\n  return `x${a}`;\n}\n").repeated(20'000);
        editor.setBytes(text);
        auto *const lexer = editor.findChild<JavaScriptLexer *>();
        colour(editor);
        QCOMPARE_GE(lexer->takeBytesRead(), text.size());

        editor.replaceRange(40, 40, "b");
        colour(editor);

        QCOMPARE_LT(lexer->takeBytesRead(), 200);
        QCOMPARE(send(editor, Sci::SCI_GETENDSTYLED), text.size() + 1);
    }

    void aCommentOpenedAboveColoursWhatFollows()
    {
        CodeEditor editor;
        editor.setBytes("a\nb\nc\n");
        colour(editor);

        editor.replaceRange(0, 0, "/*");
        colour(editor);
        QCOMPARE(kindAt(editor, "c"), TokenKind::BlockComment);
        editor.undo();
        colour(editor);

        QCOMPARE(kindAt(editor, "c"), TokenKind::Identifier);
    }

    void aHugeLineIsReadInPartOnly()
    {
        CodeEditor editor;
        editor.setBytes(QByteArray("a=1;").repeated(500'000) + "\nconst b;\n");
        auto *const lexer = editor.findChild<JavaScriptLexer *>();
        static_cast<void>(lexer->takeBytesRead());

        lexer->styleText(0, send(editor, Sci::SCI_GETLENGTH));

        QCOMPARE_LT(lexer->takeBytesRead(), 200'000);
        QCOMPARE(kindAt(editor, "const"), TokenKind::Keyword);
    }

    void oneMegabyte()
    {
        const QByteArray text =
            QByteArray("const x = `a${b}` + /re/g.test(y) ? 1_000n : f(z); // note\n")
                .repeated(18'000);
        CodeEditor editor;
        editor.setBytes(text);
        auto *const lexer = editor.findChild<JavaScriptLexer *>();

        QBENCHMARK_ONCE {
            lexer->styleText(0, send(editor, Sci::SCI_GETLENGTH));
        }

        QCOMPARE(send(editor, Sci::SCI_GETENDSTYLED), text.size());
    }
};

QTEST_MAIN(TestJavaScriptLexer)
#include "tst_javascriptlexer.moc"
