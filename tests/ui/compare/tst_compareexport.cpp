// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/compareexport.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

CompareDocumentPtr documentOf(const QByteArray &left, const QByteArray &right,
                              const QString &title = u"v1"_s, const diff::Ignore &ignore = {})
{
    return *makeCompareDocument({.left = {.title = title, .text = left},
                                 .right = {.title = u"Draft"_s, .text = right},
                                 .ignore = ignore,
                                 .cancelled = std::make_shared<std::atomic<bool>>(false)});
}

} // namespace

class CompareExportTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void thePatchMakesTheRightTextOfTheLeftOne_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::newRow("plain") << QByteArray("a\nb\nc\n") << QByteArray("a\nB\nc\n");
        QTest::newRow("no newline") << QByteArray("a\nb") << QByteArray("a\nb\n");
        QTest::newRow("line ends") << QByteArray("a\r\nb\r\n") << QByteArray("a\nb\n");
        QTest::newRow("not UTF-8") << QByteArray("a\n\xff\n") << QByteArray("a\n\xfe\n");
        QTest::newRow("space") << QByteArray("a \nb\n") << QByteArray("a\nb\n");
    }
    void thePatchMakesTheRightTextOfTheLeftOne()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        const QString tool = QStandardPaths::findExecutable(u"patch"_s);
        if (tool.isEmpty())
            QSKIP("there is no patch program");
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"code.js"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(left) == left.size());
        file.close();

        // What is ignored on screen is part of the patch.
        const CompareDocumentPtr document =
            documentOf(left, right, u"v1"_s, {.allSpace = true, .lineEnds = true});
        QProcess patch;
        patch.setWorkingDirectory(folder.path());
        patch.start(tool, {u"--binary"_s, u"-p1"_s});
        patch.write(CompareExport::patch(*document, {.fileName = u"code.js"_s}));
        patch.closeWriteChannel();
        QVERIFY(patch.waitForFinished());

        QCOMPARE(patch.exitCode(), 0);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), right);
    }

    void thePageHoldsForeignTextAsTextOnly()
    {
        const CompareDocumentPtr document = documentOf(
            "let name = '<b>one</b>', other = fine(1, 2, 3);\n",
            "let name = '</td><script>x</script>', other = fine(1, 2, 3);\n", u"<img src=x>"_s);

        const QByteArray page = CompareExport::html(*document, {});

        QVERIFY(!page.contains("<script"));
        QVERIFY(!page.contains("<img"));
        QVERIFY(page.contains("&lt;script&gt;"));
        QVERIFY(page.contains("default-src 'none'"));
        QVERIFY(page.contains("prefers-color-scheme:dark"));
        QVERIFY(!page.contains("http://") && !page.contains("https://"));
        QVERIFY(page.contains("<del>") && page.contains("<ins>"));
    }

    void thePageFoldsWhatIsUnchanged()
    {
        QByteArray left;
        for (int i = 0; i < 100; ++i)
            left += "line " + QByteArray::number(i) + "\n";
        const CompareDocumentPtr document = documentOf(left, left + "more\n");

        const QByteArray folded = CompareExport::html(*document, {.context = 2});
        const QByteArray whole = CompareExport::html(*document, {.context = -1});

        QVERIFY(folded.contains("98 unchanged"));
        QVERIFY(!folded.contains(">line 50<"));
        QVERIFY(whole.contains(">line 50<"));
    }

    void thePageSaysThatPiecesOfLongLinesAreMissing()
    {
        QByteArray left = "!function(){";
        for (int i = 0; left.size() < 60'000; ++i)
            left += "function f" + QByteArray::number(i) + "(a,b){return a*" + QByteArray::number(i)
                    + "+b}";
        QByteArray right = left;
        right.replace("a*700+b", "a*700-b");
        const CompareDocumentPtr document = documentOf(left + "}();\n", right + "}();\n");
        QVERIFY(document->isCut);

        const QByteArray page = CompareExport::html(*document, {});
        const QByteArray whole = CompareExport::html(*document, {.context = -1});

        QVERIFY(page.contains("Lines too long to be read are shown piece by piece"));
        QVERIFY(page.contains(" unchanged piece(s) of long lines left out"));
        QVERIFY(!whole.contains("left out"));
        QVERIFY(!whole.contains("piece by piece, here only"));
        // Pieces of the first line are no lines of their own.
        QVERIFY(!page.contains("<td class=\"n\">2</td>"));
    }

    void whatIsIgnoredIsNotShownAsEqualInAPage()
    {
        const CompareDocumentPtr document =
            documentOf("f(a, b);\nrest();\n", "f(a,b);\nrest();\n", u"v1"_s,
                       {.lineEnds = true, .formatting = true});

        const QByteArray page = CompareExport::html(*document, {.context = -1});
        const QByteArray folded = CompareExport::html(*document, {.context = 0});

        QCOMPARE(page.count("title=\"only laid out otherwise\">≈"), 2);
        QVERIFY(folded.contains("≈ 1: only laid out otherwise"));
    }

    void directionMarksShowInAPage()
    {
        const CompareDocumentPtr document = documentOf("a\n", u"a \u202E b\n"_s.toUtf8());
        const QByteArray page = CompareExport::html(*document, {});
        QVERIFY(!page.contains(QString(QChar(0x202E)).toUtf8()));
        QVERIFY2(page.toUpper().contains("202E"), page.constData());
    }

    void backticksDoNotEndTheBlock_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("fence");
        QTest::newRow("none") << QByteArray("x") << QByteArray("```");
        QTest::newRow("three") << QByteArray("```") << QByteArray("````");
        QTest::newRow("seven") << QByteArray("`` ```````") << QByteArray("````````");
    }
    void backticksDoNotEndTheBlock()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, fence);
        const CompareDocumentPtr document = documentOf("a\n", "a\n" + line + "\n");

        const QByteArray text = CompareExport::markdown(*document, {.fileName = u"code.js"_s});

        QVERIFY2(text.contains(QByteArray("\n" + fence + "diff\n")), text.constData());
        QVERIFY(text.endsWith(QByteArray("\n+" + line + "\n" + fence + "\n")));
    }

    void aTitleIsNoMarkdown()
    {
        const CompareDocumentPtr document = documentOf("a\n", "b\n", u"v1 *bold* [x](y)"_s);
        const QByteArray text = CompareExport::markdown(*document, {.fileName = u"code.js"_s});
        QVERIFY2(text.startsWith("### v1 \\*bold\\* \\[x\\](y) ⇄ Draft\n"), text.constData());
    }
};

QTEST_MAIN(CompareExportTest)
#include "tst_compareexport.moc"
