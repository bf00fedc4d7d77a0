// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparecanvas.h"
#include "compare/compareheader.h"
#include "compare/compareview.h"
#include "compare/comparewords.h"
#include "compare/overviewstrip.h"
#include "support/patience.h"
#include "support/unnamedwidgets.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 30000;

QByteArray numbered(int lines, const QByteArray &end = "\n")
{
    QByteArray out;
    for (int i = 1; i <= lines; ++i)
        out += "line " + QByteArray::number(i) + end;
    return out;
}

/// Line numbers from 1.
QByteArray withLines(QByteArray text, const QList<int> &lines, const QByteArray &replacement)
{
    QList<QByteArray> split = text.split('\n');
    for (const int line : lines)
        split[line - 1] = replacement;
    return split.join('\n');
}

} // namespace

class CompareViewTest final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints).*"_s));
        m_view = std::make_unique<CompareView>();
        m_view->resize(1200, 600);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->canvas().setFocus();
    }
    void cleanup() { m_view.reset(); }

    void matchedLinesShareTheirPlace()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 12; ++round) {
            compare(randomText(random), randomText(random));
            for (const int step : {0, 1, 2}) {
                m_view->setContext(step == 1 ? 0 : 3);
                m_view->canvas().zoom(step == 2 ? 3 : 0);
                const CompareScene &scene = m_view->canvas().scene();
                for (const diff::Row &row : scene.rows()) {
                    if (row.left < 0 || row.right < 0)
                        continue;
                    const QRect left = place(Side::Left, row.left);
                    const QRect right = place(Side::Right, row.right);
                    QCOMPARE(left.top(), right.top());
                    QCOMPARE(left.height(), right.height());
                }
            }
        }
    }

    void linesOfOneSideKeepTheirOrder()
    {
        QRandomGenerator random(5);
        for (const bool unified : {false, true}) {
            m_view->setUnified(unified);
            m_view->setWholeFile(true);
            compare(randomText(random), randomText(random));
            const CompareDocument &document = m_view->canvas().scene().document();
            for (const Side side : {Side::Left, Side::Right}) {
                int before = INT_MIN;
                for (std::uint32_t line = 0; line < document.lineCount(side); ++line) {
                    const int top = m_view->canvas().lineRect(side, line).top();
                    QCOMPARE_GT(top, before);
                    before = top;
                }
            }
        }
    }

    void walkingThroughTheChangesWrapsAndSaysWhere()
    {
        const QByteArray left = numbered(90);
        compare(left, withLines(left, {20, 45, 70}, "changed"));
        QSignalSpy shown(m_view.get(), &CompareView::changeShown);

        QCOMPARE(m_view->changeCount(), 3);
        QCOMPARE(m_view->currentChange(), 0);
        QCOMPARE(place(), u"1 of 3"_s);
        press(Qt::Key_F7);
        QCOMPARE(place(), u"2 of 3"_s);
        press(Qt::Key_F7);
        QVERIFY2(place().startsWith(u"3 of 3 · last"_s), qPrintable(place()));
        press(Qt::Key_F7);
        QCOMPARE(place(), u"1 of 3 · from the top again"_s);
        press(Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(place(), u"3 of 3 · from the end again"_s);
        press(Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(place(), u"2 of 3"_s);
        QCOMPARE(shown.size(), 5);
        QCOMPARE(shown.last().at(0).toInt(), 1);
        QCOMPARE(shown.last().at(1).toInt(), 3);
    }

    void aLoneChangeIsItsOwnNeighbour()
    {
        compare("a\n", "b\n");

        m_view->goToNextChange();

        QCOMPARE(place(), u"1 of 1 · from the top again"_s);
    }

    void walkingGoesOnFromTheCaret()
    {
        const QByteArray left = numbered(90);
        m_view->setWholeFile(true);
        compare(left, withLines(left, {20, 45, 70}, "changed"));
        press(Qt::Key_End);
        QCOMPARE(m_view->currentChange(), -1);
        QCOMPARE(place(), u"3 change(s)"_s);

        press(Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(m_view->currentChange(), 2);
        press(Qt::Key_End);
        press(Qt::Key_F7);
        QCOMPARE(place(), u"1 of 3 · from the top again"_s);
    }

    void theChangeGoneToIsOnTheScreen()
    {
        const QByteArray left = numbered(4000);
        m_view->setWholeFile(true);
        compare(left, withLines(left, {20, 1900, 3990}, "changed"));

        for (const std::uint32_t line : {1899U, 3989U, 19U}) {
            m_view->goToNextChange();
            const QRect rect = m_view->canvas().lineRect(Side::Right, line);
            QVERIFY(m_view->canvas().viewport()->rect().contains(rect));
        }
    }

    void theHeaderCountsLinesAndNamesBothSides()
    {
        compare({.title = u"v1 <b>bold</b>"_s, .text = "a\nb\nc\n"},
                {.title = u"Draft & more"_s, .text = "a\nc\nd\ne\n"});

        QCOMPARE(label("compareAdded"), u"+2"_s);
        QCOMPARE(label("compareRemoved"), u"−1"_s);
        const auto *title = m_view->findChild<QLabel *>(u"compareLeftTitle"_s);
        QVERIFY(title->textFormat() == Qt::PlainText);
    }

    void theNewestComparisonWins()
    {
        QSignalSpy ready(m_view.get(), &CompareView::ready);
        for (int i = 0; i < 40; ++i)
            m_view->compare({.title = u"left"_s, .text = numbered(200)},
                            {.title = u"right"_s, .text = numbered(i)});

        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, kPatienceMs);

        QCOMPARE(m_view->canvas().scene().document().right.text, numbered(39));
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(ready.size(), 1);
    }

    void whatWasShownStaysUntilTheNewIsReady()
    {
        compare("old left\n", "old right\n");
        QSignalSpy ready(m_view.get(), &CompareView::ready);

        m_view->setLoading(u"Reading v12…"_s);
        m_view->compare({.text = "new\n"}, {.text = "newer\n"});

        QCOMPARE(m_view->canvas().scene().document().left.text, QByteArray("old left\n"));
        QVERIFY(m_view->canvas().isVisible());
        QVERIFY(ready.wait(kPatienceMs));
        QCOMPARE(m_view->canvas().scene().document().left.text, QByteArray("new\n"));
    }

    void aProblemTakesThePlaceOfTheComparison()
    {
        compare("a\n", "b\n");

        m_view->compare({.text = "late\n"}, {.text = "later\n"});
        m_view->showProblem(u"The service returned <i>an error document</i> instead of code."_s);

        auto *message = m_view->findChild<QLabel *>(u"compareMessage"_s);
        QVERIFY(message->isVisible());
        QCOMPARE(message->textFormat(), Qt::PlainText);
        QVERIFY(message->text().contains(u"<i>"_s));
        QCOMPARE(m_view->changeCount(), 0);
        m_view->goToNextChange();
        compare("a\n", "c\n");
        QVERIFY(!message->isVisible());
        QCOMPARE(m_view->changeCount(), 1);
    }

    void aNarrowViewIsUnifiedUnlessChosenOtherwise()
    {
        compare("a\nb\n", "a\nc\n");
        QVERIFY(!m_view->isUnified());

        m_view->resize(800, 600);
        QVERIFY(m_view->canvas().scene().isUnified());
        m_view->setUnified(false);
        QVERIFY(!m_view->canvas().scene().isUnified());
        m_view->setUnified(std::nullopt);
        QVERIFY(m_view->canvas().scene().isUnified());
        m_view->resize(1200, 600);
        QVERIFY(!m_view->canvas().scene().isUnified());
        QCOMPARE(m_view->currentChange(), 0);
    }

    void whatIsIgnoredIsAlwaysSaidInWords()
    {
        compare("a\n  b\nc\n", "a\nb\nc \n");
        QCOMPARE(m_view->changeCount(), 1);
        QCOMPARE(button("compareWhitespace")->text(), u"Ignoring: line ends"_s);

        QSignalSpy ready(m_view.get(), &CompareView::ready);
        button("compareWhitespace")->click();
        QVERIFY(ready.wait(kPatienceMs));
        QCOMPARE(m_view->changeCount(), 0);
        QCOMPARE(button("compareWhitespace")->text(),
                 u"Ignoring: all space, line ends · 1 difference(s) hidden"_s);
        QVERIFY(label("compareCommon").contains(u"apart from what is ignored"_s));

        m_view->setIgnore({.trailingSpace = true, .blankLines = true});
        QVERIFY(ready.wait(kPatienceMs));
        QCOMPARE(button("compareWhitespace")->text(), u"Ignoring: trailing space, blank lines"_s);
        QCOMPARE(m_view->changeCount(), 1);

        m_view->setIgnore({});
        QVERIFY(ready.wait(kPatienceMs));
        QCOMPARE(button("compareWhitespace")->text(), u"Nothing ignored"_s);
    }

    void onlyCodeCountsWhenFormattingIsIgnored()
    {
        QSignalSpy ready(m_view.get(), &CompareView::ready);
        compare("f(a, b);\ng();\n", "f(\n  a,\n  b\n);\ng();\n");
        QVERIFY(m_view->changeCount() > 0);

        m_view->setIgnore({.lineEnds = true, .formatting = true});
        QVERIFY(ready.wait(kPatienceMs));

        QCOMPARE(m_view->changeCount(), 0);
        QVERIFY(button("compareWhitespace")
                    ->text()
                    .startsWith(u"Ignoring: line ends, formatting · "_s));
    }

    void whatIsIgnoredIsNeverShownAsEqual()
    {
        QByteArray left = "f(a, b);\n" + numbered(40);
        QByteArray right = "f(a,b);\n" + numbered(40);
        left.replace("line 20\n", "g( c );\n").replace("line 40\n", "last();\n");
        right.replace("line 20\n", "g(c);\n").replace("line 40\n", "first();\n");
        QSignalSpy ready(m_view.get(), &CompareView::ready);
        compare(left, right);
        m_view->setIgnore({.lineEnds = true, .formatting = true});
        QVERIFY(ready.wait(kPatienceMs));
        QCOMPARE(m_view->changeCount(), 1);

        QAccessibleTextInterface *text =
            QAccessible::queryAccessibleInterface(&m_view->canvas())->textInterface();
        QString all = text->text(0, text->characterCount());
        QVERIFY2(all.contains(u"≈ 2 only laid out otherwise"_s), qPrintable(all));
        m_view->setWholeFile(true);
        all = text->text(0, text->characterCount());
        QVERIFY2(all.contains(u"Line 21, only laid out otherwise: g(c);"_s), qPrintable(all));
        QVERIFY(all.contains(u"Line 22: line 21"_s));
        m_view->setUnified(true);
        QVERIFY(text->text(0, text->characterCount())
                    .contains(u"Line 21, only laid out otherwise: g(c);"_s));
    }

    void aSearchThatTookTooLongIsSaid()
    {
        QByteArray left;
        QByteArray right;
        QRandomGenerator random(1);
        for (int i = 0; i < 3000; ++i) {
            left += "line " + QByteArray::number(random.bounded(40)) + '\n';
            right += "line " + QByteArray::number(random.bounded(40)) + '\n';
        }
        const auto made =
            makeCompareDocument({.left = {.text = left},
                                 .right = {.text = right},
                                 .cancelled = std::make_shared<std::atomic<bool>>(false),
                                 .patience = std::chrono::milliseconds(0)});
        QVERIFY(made);

        CompareHeader header;
        header.setDocument(*made);

        const auto *notice = header.findChild<ElidedLabel *>(u"compareDiffering"_s);
        QVERIFY(!notice->isHidden());
        QVERIFY2(notice->fullText().startsWith(u"Not refined: "_s), qPrintable(notice->fullText()));
    }

    void whatIsNoCodeHasNoFunctionsThatChanged_data()
    {
        QTest::addColumn<QByteArray>("other");
        QTest::newRow("missing") << QByteArray();
        QTest::newRow("error document")
            << QByteArray("<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code></Error>");
        QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html></html>");
    }
    void whatIsNoCodeHasNoFunctionsThatChanged()
    {
        QFETCH(QByteArray, other);
        const QByteArray code("function a() { return fetch('https://x.example/'); }\n");

        compare(code, other);

        QVERIFY(!m_view->findChild<QLabel *>(u"compareWords"_s)->isVisible());
        QVERIFY(!m_view->findChild<QLabel *>(u"compareFunctions"_s)->isVisible());
        compare(code, "function b() { return fetch('https://x.example/'); }\n");
        QVERIFY(m_view->findChild<QLabel *>(u"compareWords"_s)->isVisible());
    }

    void whatIsIgnoredIsCutOnlyWhereThereIsNoRoom()
    {
        m_view->setIgnore(
            {.trailingSpace = true, .blankLines = true, .lineEnds = true, .formatting = true});
        compare("a(1);\nx();\ny();\nb();\n", "a( 1 );\nx();\ny();\nc();\n");
        const QToolButton *ignored = button("compareWhitespace");
        const QString all =
            u"Ignoring: trailing space, blank lines, line ends, formatting · 1 difference(s) hidden"_s;
        QTRY_COMPARE(ignored->text(), all);
        QTRY_VERIFY(ignored->width() >= ignored->sizeHint().width());

        m_view->resize(700, 600);
        QTRY_VERIFY(ignored->text().endsWith(u'…'));
        QVERIFY(ignored->text().startsWith(u"Ignoring: "_s));
        QVERIFY(ignored->toolTip().startsWith(all));
        QTRY_VERIFY(ignored->width() >= ignored->sizeHint().width());
        QCOMPARE(m_view->width(), 700);

        m_view->resize(1200, 600);
        QTRY_COMPARE(ignored->text(), all);
    }

    void waitingIsToldOnlyWhenItTakesLong()
    {
        const auto *message = m_view->findChild<QLabel *>(u"compareMessage"_s);

        m_view->setLoading(u"Reading v12…"_s);

        QCOMPARE(message->text(), QString());
        QTRY_COMPARE_WITH_TIMEOUT(message->text(), u"Reading v12…"_s, kPatienceMs);
        m_view->setLoading({});
        QCOMPARE(message->text(), QString());
        compare("a\n", "b\n");
        QVERIFY(!message->isVisible());
    }

    void whatChangedIsSaidInWords()
    {
        compare(
            "function a() { return 1; }\n",
            "function a() { return 2; }\nfunction b() { return fetch('https://x.example/'); }\n");

        QCOMPARE(label("compareWords"), u"a changed, b added · new host contacted: x.example"_s);
        QCOMPARE(label("compareFunctions"), u"2 function(s)"_s);
        QVERIFY(!button("compareWordsOpen")->isVisible());

        QByteArray many;
        for (int i = 0; i < 12; ++i)
            many += "function aRatherLongNameOfAFunction" + QByteArray::number(i) + "() {}\n";
        compare("function a() {}\n", many);
        m_view->resize(500, 600);
        QTRY_VERIFY(button("compareWordsOpen")->isVisible());
        button("compareWordsOpen")->click();
        QTRY_VERIFY(m_view->findChild<QLabel *>(u"compareAllWords"_s)->isVisible());
        QCOMPARE(test::unnamedWidgets(m_view.get()), QStringList());
    }

    void newTitlesNeedNoNewComparison()
    {
        compare("a\n", "b\n");
        m_view->setTitles(u"v1"_s, u"Entwurf"_s);
        QCOMPARE(label("compareRightTitle"), u"Entwurf"_s);

        QSignalSpy ready(m_view.get(), &CompareView::ready);
        m_view->swapSides();
        QVERIFY(ready.wait(kPatienceMs));

        QCOMPARE(label("compareLeftTitle"), u"Entwurf"_s);
    }

    void whatDiffersBesidesLinesIsSaid_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QString>("fact");
        QTest::newRow("line ends") << QByteArray("a\nb\n") << QByteArray("a\r\nb\r\n")
                                   << u"Line ends: LF left, CRLF right"_s;
        QTest::newRow("mark") << QByteArray("a\n")
                              << QByteArray("\xEF\xBB\xBF"
                                            "a\n")
                              << u"Encoding: UTF-8 left, UTF-8 with BOM right"_s;
        QTest::newRow("newline") << QByteArray("a\nb") << QByteArray("a\nb\n")
                                 << u"Last line: newline only on the right"_s;
        QTest::newRow("empty") << QByteArray("a\n") << QByteArray() << u"Right: "_s;
        QTest::newRow("error document")
            << QByteArray("<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code></Error>")
            << QByteArray("a\n") << u"Left: an error document of an object store, not code"_s;
        QTest::newRow("web page") << QByteArray("a\n")
                                  << QByteArray("<!DOCTYPE html><html><body>no</body></html>")
                                  << u"Right: a web page or XML, not code"_s;
        QTest::newRow("missing side") << QByteArray() << QByteArray("a\n") << u"Left: empty"_s;
        QTest::newRow("an archive") << QByteArray("a\n") << QByteArray("PK\x03\x04\0\0", 6)
                                    << u"Right: a zip archive, not code"_s;
        QTest::newRow("not UTF-8 on both sides")
            << QByteArray("caf\xE9\n") << QByteArray("th\xE9\n")
            << u"Both sides: not UTF-8; some characters are shown as their bytes"_s;
        QTest::newRow("not text") << QByteArray("a\0b\n", 4) << QByteArray("a\n")
                                  << u"Left: hardly a text"_s;
        QTest::newRow("other encoding") << QByteArray("caf\xE9\n") << QByteArray("caf\xC3\xA9\n")
                                        << u"Encoding: not UTF-8 left, UTF-8 right"_s;
        QTest::newRow("gigantic line")
            << QByteArray(50'000, 'x') << QByteArray("a\n") << u"Lines of up to 50,000"_s;
    }

    void whatDiffersBesidesLinesIsSaid()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(QString, fact);

        compare(left, right);

        QVERIFY2(label("compareDiffering").contains(fact), qPrintable(label("compareDiffering")));
        // What there is of both is shown.
        QCOMPARE(m_view->canvas().scene().document().left.text, left);
        QVERIFY(m_view->canvas().isVisible());
        QVERIFY(left.isEmpty() || right.isEmpty() || !m_view->canvas().scene().rows().empty());
        m_view->grab();
    }

    void otherLineEndsDoNotHideTheRealChange()
    {
        const QByteArray right = withLines(numbered(30, "\r\n"), {12}, "changed\r");
        compare(numbered(30), right);

        QCOMPARE(m_view->changeCount(), 1);
        QCOMPARE(label("compareAdded"), u"+1"_s);
    }

    void copiesAreTheOriginalWithoutFillers()
    {
        const QByteArray left = "\ta\nremoved 值\nb\r\nlast";
        const QByteArray right = "\ta\nb\r\nadded\nlast";
        compare(left, right);

        for (const auto &[key, text] : {std::pair(Qt::Key_Left, left), {Qt::Key_Right, right}}) {
            press(key, Qt::ControlModifier);
            press(Qt::Key_A, Qt::ControlModifier);
            QCOMPARE(m_view->canvas().selectedText(), text);
            press(Qt::Key_C, Qt::ControlModifier);
            QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(text));
        }
    }

    void foldedLinesAreCopiedToo()
    {
        const QByteArray left = numbered(500);
        compare(left, withLines(left, {250}, "changed"));
        QVERIFY(m_view->canvas().scene().folds().count() < 20);

        m_view->canvas().selectAll();

        QCOMPARE(m_view->canvas().selectedText(), withLines(left, {250}, "changed"));
    }

    void draggingSelectsWithinOneSide()
    {
        compare("const alpha = 1;\nconst beta = 2;\n", "const alpha = 1;\nconst gamma = 2;\n");
        CompareCanvas &canvas = m_view->canvas();
        const int y0 = canvas.lineRect(Side::Left, 0).center().y();
        const int y1 = canvas.lineRect(Side::Left, 1).center().y();
        const LaidLine &line = canvas.scene().layouts().at(Side::Left, 0);
        const int x = canvas.scene().column(Side::Left).textLeft + qRound(line.xOf(6));
        const int end = canvas.scene().column(Side::Left).textLeft + qRound(line.xOf(5));

        QTest::mousePress(canvas.viewport(), Qt::LeftButton, {}, QPoint(x, y0));
        QTest::mouseMove(canvas.viewport(), QPoint(end, y1));
        QTest::mouseRelease(canvas.viewport(), Qt::LeftButton, {}, QPoint(end, y1));

        QCOMPARE(canvas.selectedText(), QByteArray("alpha = 1;\nconst"));
    }

    void aBandOpensByTenAndWhole()
    {
        const QByteArray left = numbered(200);
        compare(left, withLines(left, {100}, "changed"));
        CompareCanvas &canvas = m_view->canvas();
        const auto folded = [&] { return canvas.scene().folds().at(0).folded; };
        QCOMPARE(folded(), 96U);
        const QPoint band(300, canvas.scene().rowHeight() / 2);

        QTest::mouseClick(canvas.viewport(), Qt::LeftButton, {}, band);
        QCOMPARE(folded(), 86U);
        press(Qt::Key_Home);
        press(Qt::Key_Return);
        QCOMPARE(folded(), 76U);
        canvas.verticalScrollBar()->setValue(0);
        QTest::mouseClick(canvas.viewport(), Qt::LeftButton, Qt::ShiftModifier, band);
        QCOMPARE(folded(), 0U);
    }

    void theWholeFileIsOneKeyAway()
    {
        const QByteArray left = numbered(300);
        compare(left, withLines(left, {150}, "changed"));

        press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_view->canvas().scene().folds().count(), 300);
        QVERIFY(button("compareWholeFile")->isChecked());
        QCOMPARE(m_view->currentChange(), 0);
        press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_view->canvas().scene().folds().count(), 9);
        m_view->findChild<QSpinBox *>(u"compareContext"_s)->setValue(10);
        QCOMPARE(m_view->canvas().scene().folds().count(), 23);
    }

    void keysReachEveryControlFromTheText()
    {
        const QByteArray left = numbered(30);
        compare(left, withLines(left, {3, 20}, "changed"));
        QSignalSpy ready(m_view.get(), &CompareView::ready);

        press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_view->isUnified());
        press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(ready.wait(kPatienceMs));
        QVERIFY(m_view->ignore().allSpace);
        press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(ready.wait(kPatienceMs));
        QCOMPARE(m_view->canvas().scene().document().right.text, left);
        QSignalSpy activated(m_view.get(), &CompareView::lineActivated);
        m_view->goToNextChange();
        press(Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
    }

    void findingGoesThroughBothSides()
    {
        const QByteArray left = numbered(300);
        compare(left, withLines(left, {150}, "Needle 值 needle"));

        press(Qt::Key_F, Qt::ControlModifier);
        auto *text = m_view->findChild<QLineEdit *>(u"compareFindText"_s);
        QTRY_VERIFY(text->hasFocus());
        QTest::keyClicks(text, u"NEEDLE"_s);
        QTRY_COMPARE(label("compareFindCount"), u"1 of 2"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(label("compareFindCount"), u"2 of 2"_s);
        QCOMPARE(m_view->canvas().scene().matches.at(1).bytes,
                 (diff::Span{.begin = 11, .end = 17}));
        QTest::keyClick(text, Qt::Key_F3);
        QCOMPARE(label("compareFindCount"), u"1 of 2"_s);
        text->setText(u"line 7"_s);
        // Left and right: 7 and 70–79.
        QTRY_COMPARE(label("compareFindCount"), u"1 of 22"_s);
        QVERIFY(!m_view->canvas().lineRect(Side::Left, 6).isEmpty());
        text->setText(u"nowhere"_s);
        QTRY_COMPARE(label("compareFindCount"), u"Not found on either side"_s);
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!text->isVisible());
        QVERIFY(m_view->canvas().hasFocus());
    }

    void hugeTextsOnlyLayOutWhatIsSeen()
    {
        QByteArray left;
        for (int i = 0; left.size() < 9'000'000; ++i)
            left += "  const value" + QByteArray::number(i) + " = compute(" + QByteArray::number(i)
                    + ");\n";
        QByteArray right = left;
        right.replace("compute(4711)", "compute(4712)");
        right.replace("compute(99000)", "refine(99000)");
        m_view->setWholeFile(true);

        compare(left, right);
        QCOMPARE(m_view->changeCount(), 2);
        m_view->grab();
        m_view->goToNextChange();
        m_view->grab();
        m_view->canvas().verticalScrollBar()->setValue(
            m_view->canvas().verticalScrollBar()->maximum());
        m_view->grab();

        const CompareScene &scene = m_view->canvas().scene();
        const int perScreen = 2 * (m_view->canvas().viewport()->height() / scene.rowHeight() + 2);
        QCOMPARE_LE(scene.layouts().laidOut(), 8 * perScreen);
    }

    void aGiantLineIsReadable()
    {
        QByteArray left(2'000'000, 'x');
        QByteArray right = left;
        right.replace(1'500'000, 5, "other");

        compare(left + '\n', right + '\n');
        m_view->grab();

        const LaidLine &line = m_view->canvas().scene().layouts().at(Side::Right, 0);
        QVERIFY(line.line.text.size() < 10'000);
    }

    void identicalTextsSaySo()
    {
        compare("same\n", "same\n");

        QCOMPARE(m_view->changeCount(), 0);
        QVERIFY(label("compareCommon").startsWith(u"Both sides are the same"_s));
        m_view->goToNextChange();
        QCOMPARE(m_view->currentChange(), -1);
    }

    void emptyTextsAreNoTrouble()
    {
        compare(QByteArray(), QByteArray());
        m_view->grab();
        press(Qt::Key_Down);
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_F7);
        QCOMPARE(m_view->canvas().selectedText(), QByteArray());
        compare(QByteArray(), "a\n");
        m_view->grab();
        QCOMPARE(m_view->changeCount(), 1);
    }

    void aViewMayGoWhileItCompares()
    {
        m_view->compare({.text = numbered(50'000)}, {.text = numbered(40'000)});

        m_view.reset();

        QVERIFY(m_view == nullptr);
    }

    void aScreenReaderReadsTheRowsLineByLine()
    {
        const QByteArray left = numbered(30);
        compare(left, withLines(left, {15}, "changed"));
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&m_view->canvas());
        QVERIFY(interface != nullptr);
        QAccessibleTextInterface *text = interface->textInterface();
        QVERIFY(text != nullptr);

        const QString all = text->text(0, text->characterCount());

        QVERIFY2(
            all.contains(u"Line 15 removed: line 15\nLine 15 added: changed\nLine 16: line 16\n"_s),
            qPrintable(all));
        QCOMPARE(text->cursorPosition(), static_cast<int>(all.indexOf(u"Line 15 removed"_s)));
        text->setCursorPosition(0);
        QCOMPARE(m_view->canvas().scene().caret, 0);
        m_view->setWholeFile(true);
        QVERIFY(text->text(0, text->characterCount()).startsWith(u"Line 1: line 1\n"_s));
    }

    void theOverviewShowsEverySideOfAChange()
    {
        compare("a\nb\nc\nd\n", "a\nB\nc\nd\nmore\nand more\n");
        const auto *overview = m_view->findChild<OverviewStrip *>();

        const OverviewStrip::Marks changed = overview->marks(0);
        const OverviewStrip::Marks added = overview->marks(1);

        QCOMPARE(changed.removed.top(), changed.added.top());
        QVERIFY(changed.removed.right() < changed.added.left());
        QVERIFY(added.removed.isEmpty());
        QVERIFY(added.added.top() > changed.added.bottom());
    }

    void everyControlHasANameOfItsOwn()
    {
        compare("a\n", "b\n");
        m_view->find();

        QCOMPARE(test::unnamedWidgets(m_view.get()), QStringList());
        QVERIFY(!m_view->canvas().accessibleName().isEmpty());
        QVERIFY(!m_view->canvas().accessibleDescription().isEmpty());
    }

private:
    void compare(CompareSide left, CompareSide right)
    {
        QSignalSpy ready(m_view.get(), &CompareView::ready);
        m_view->compare(std::move(left), std::move(right));
        QVERIFY(ready.wait(kPatienceMs));
    }
    void compare(const QByteArray &left, const QByteArray &right)
    {
        compare({.title = u"left"_s, .text = left}, {.title = u"right"_s, .text = right});
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&m_view->canvas(), key, modifiers);
    }
    [[nodiscard]] QString label(const char *name) const
    {
        const auto *found = m_view->findChild<QLabel *>(QString::fromLatin1(name));
        const QVariant full = found->property("fullText");
        return full.isValid() ? full.toString() : found->text();
    }
    [[nodiscard]] QString place() const { return label("comparePlace"); }
    [[nodiscard]] QRect place(Side side, std::int64_t line) const
    {
        return m_view->canvas().lineRect(side, static_cast<std::uint32_t>(line));
    }
    [[nodiscard]] QToolButton *button(const char *name) const
    {
        return m_view->findChild<QToolButton *>(QString::fromLatin1(name));
    }
    static QByteArray randomText(QRandomGenerator &random)
    {
        QByteArray out;
        for (int i = 0; i < 120; ++i)
            out += random.bounded(8) == 0 ? QByteArray("other\n")
                                          : "line " + QByteArray::number(i / 2) + '\n';
        return out;
    }

    std::unique_ptr<CompareView> m_view;
};

} // namespace edgewright

QTEST_MAIN(edgewright::CompareViewTest)
#include "tst_compareview.moc"
