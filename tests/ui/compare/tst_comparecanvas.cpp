// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/blockedit.h"
#include "compare/comparecanvas.h"
#include "compare/movemarks.h"

#include <QAccessible>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

CompareDocumentPtr document(const QByteArray &left, const QByteArray &right, bool isDraft = true)
{
    const auto made =
        makeCompareDocument({.left = {.text = left},
                             .right = {.text = right, .isDraft = isDraft},
                             .ignore = {.lineEnds = true},
                             .cancelled = std::make_shared<std::atomic<bool>>(false)});
    return made ? *made : nullptr;
}

QByteArray numbered(int lines)
{
    QByteArray out;
    for (int i = 1; i <= lines; ++i)
        out += "line " + QByteArray::number(i) + '\n';
    return out;
}

const QByteArray kBlock = "function addCors(response) {\n"
                          "  const headers = new Headers(response.headers);\n"
                          "  headers.set('access-control-allow-origin', '*');\n"
                          "  return new Response(response.body, { headers });\n"
                          "}\n";

} // namespace

/// Moved blocks, folds and changes under keys and mouse.
class CompareCanvasTest final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints).*"_s));
        m_canvas = std::make_unique<CompareCanvas>();
        m_canvas->resize(1200, 500);
        m_canvas->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
    }
    void cleanup() { m_canvas.reset(); }

    void aMovedBlockKnowsItsOtherEnd()
    {
        QByteArray edited = kBlock;
        edited.replace("new Headers(response.headers)", "new Headers()");
        m_canvas->setDocument(document(kBlock + numbered(60), numbered(60) + edited), false);
        const MovedBlocks &moved = m_canvas->scene().document().moved;

        // The edited line and what stands before it moved as well.
        QCOMPARE(moved.moves().size(), 1U);
        QCOMPARE(moved.lines(0, Side::Left), (std::pair<std::uint32_t, std::uint32_t>(0, 5)));
        QCOMPARE(moved.otherEnd(Side::Left, 1), 61U);
        QCOMPARE(moved.otherEnd(Side::Right, 63), 3U);
        QCOMPARE(moved.of(Side::Left, 5), -1);
        QCOMPARE(m_canvas->scene().document().changedWords(Side::Left, 0).size(), 0U);
        QCOMPARE(m_canvas->scene().document().changedWords(Side::Left, 1).size(), 1U);
    }

    void theOtherEndIsAKeyAndAClickAway()
    {
        m_canvas->setDocument(document(kBlock + numbered(60), numbered(60) + kBlock), false);
        for (const bool unified : {false, true}) {
            m_canvas->setUnified(unified);
            m_canvas->setCaret(0);
            QTest::keyClick(m_canvas.get(), Qt::Key_M, Qt::ControlModifier);
            QCOMPARE(caretLine(Side::Right), 60U);
            QVERIFY(m_canvas->viewport()->rect().contains(m_canvas->lineRect(Side::Right, 60)));

            const QRect label =
                MoveMarks::labelRect(m_canvas->scene(), m_canvas->scene().caret, Side::Right);
            const int scrolled = -m_canvas->rowRect(0).top();
            QVERIFY(!label.isEmpty());
            QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {},
                              label.center() - QPoint(0, scrolled));
            QCOMPARE(caretLine(Side::Left), 0U);
        }
    }

    void aLineThatMovedAwayIsNoPairOfTheOneInItsPlace()
    {
        QByteArray other = kBlock;
        other.replace("addCors", "addCookies").replace("headers", "cookies");
        m_canvas->setDocument(document(kBlock + numbered(30), other + numbered(30) + kBlock),
                              false);

        for (const diff::Row &row : m_canvas->scene().rows()) {
            if (row.left >= 0
                && m_canvas->scene().document().moved.of(Side::Left,
                                                         static_cast<std::uint32_t>(row.left))
                       >= 0)
                QCOMPARE(row.right, -1);
        }
    }

    void aBandOpensFromEitherEnd()
    {
        QByteArray right = numbered(200);
        right.replace("line 1\n", "first\n").replace("line 199\n", "last\n");
        m_canvas->setDocument(document(numbered(200), right), false);
        int band = 0;
        while (!m_canvas->scene().folds().at(band).isBand())
            ++band;
        const auto folded = [&] { return m_canvas->scene().folds().at(caret()).folded; };
        const std::uint32_t first = m_canvas->scene().folds().at(band).row;
        m_canvas->setCaret(band);
        const std::uint32_t all = folded();

        QTest::keyClick(m_canvas.get(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(folded(), all - 10);
        QCOMPARE(m_canvas->scene().folds().at(caret()).row, first + 10);
        QTest::keyClick(m_canvas.get(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(folded(), all - 20);
        QCOMPARE(m_canvas->scene().folds().at(caret()).row, first + 10);
        QTest::keyClick(m_canvas.get(), Qt::Key_Return);
        QCOMPARE(folded(), all - 30);
        QTest::keyClick(m_canvas.get(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(m_canvas->scene().folds().count(), 200);
    }

    void aChangeIsTakenAsOneEdit_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<int>("act");
        QTest::addColumn<QByteArray>("result");
        const auto take = static_cast<int>(BlockAct::Take);
        const auto both = static_cast<int>(BlockAct::KeepBoth);
        const auto remove = static_cast<int>(BlockAct::Delete);
        const auto row = [](const char *name, const QByteArray &left, const QByteArray &right,
                            int act, const QByteArray &result) {
            QTest::newRow(name) << left << right << act << result;
        };
        row("changed", "a\nold\nc\n", "a\nnew\nc\n", take, "a\nold\nc\n");
        row("removed", "a\nold\nc\n", "a\nc\n", take, "a\nold\nc\n");
        row("added", "a\nc\n", "a\nnew\nc\n", take, "a\nc\n");
        row("everything", "a\nb\n", "", take, "a\nb\n");
        row("nothing left", "", "a\nb\n", take, "");
        row("line ends of the draft", "a\nold\nc\n", "a\r\nnew\r\nc\r\n", take,
            "a\r\nold\r\nc\r\n");
        row("behind an unfinished line", "a\nmore\n", "a", take, "a\nmore\n");
        row("unfinished into the middle", "x\nold", "x\nnew\ny\nz\n", take, "x\nold");
        row("both", "a\nold\nc\n", "a\nnew\nc\n", both, "a\nold\nnew\nc\n");
        row("both at the end", "a\nold", "a\nnew", both, "a\nold\nnew");
        row("deleted", "a\nold\nc\n", "a\nnew\nc\n", remove, "a\nc\n");
        row("no text", "a\n\xFF\xFE\n", "a\n\x80\n", take, "a\n\xFF\xFE\n");
    }

    void aChangeIsTakenAsOneEdit()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(int, act);
        QFETCH(QByteArray, result);

        const auto edit =
            blockEdit(*document(left, right), 0, static_cast<BlockAct>(act), Side::Right);

        QVERIFY(edit.has_value());
        QCOMPARE(edit->before, right);
        QCOMPARE(edit->result(), result);
    }

    void takingEveryChangeMakesTheOtherText()
    {
        QByteArray left = numbered(80);
        QByteArray right = numbered(80);
        left.replace("line 7\n", "seven\n").replace("line 20\n", "").replace("line 80\n", "end");
        right.replace("line 40\n", "line 40\nmore\nand more\n").replace("line 60\n", "sixty\n");

        for (int step = 0; step < 20; ++step) {
            const CompareDocumentPtr compared = document(left, right);
            if (compared->changeCount() == 0)
                break;
            right = blockEdit(*compared, compared->changeCount() - 1, BlockAct::Take, Side::Right)
                        ->result();
        }

        QCOMPARE(right, left);
    }

    void keysAndButtonsTakeTheChangeUnderTheCaret()
    {
        m_canvas->setDocument(document("a\nold\nc\n", "a\nnew\nc\n"), false);
        QSignalSpy taken(m_canvas.get(), &CompareCanvas::blockTaken);
        QSignalSpy undone(m_canvas.get(), &CompareCanvas::undoRequested);
        auto *button = m_canvas->findChild<QToolButton *>(u"takeBlock"_s);
        QVERIFY(button->isVisible());
        QVERIFY(!button->accessibleName().isEmpty());

        QTest::mouseClick(button, Qt::LeftButton);
        QTest::keyClick(m_canvas.get(), Qt::Key_Right, Qt::AltModifier);
        QTest::keyClick(m_canvas.get(), Qt::Key_Delete, Qt::ControlModifier);
        QTest::keyClick(m_canvas.get(), Qt::Key_Z, Qt::ControlModifier);

        QCOMPARE(taken.size(), 3);
        QCOMPARE(taken.at(1).at(0).value<CompareEdit>().result(), QByteArray("a\nold\nc\n"));
        QCOMPARE(taken.at(2).at(0).value<CompareEdit>().result(), QByteArray("a\nc\n"));
        QCOMPARE(undone.size(), 1);
        m_canvas->setCaret(0);
        QVERIFY(!button->isVisible());
    }

    void theReaderStaysWhereTheChangeWasTaken()
    {
        QByteArray right = numbered(400);
        right.replace("line 100\n", "hundred\nand more\n").replace("line 300\n", "\n");
        const CompareDocumentPtr before = document(numbered(400), right);
        m_canvas->setDocument(before, false);
        m_canvas->showChange(1);

        const auto edit = blockEdit(*before, 1, BlockAct::Take, Side::Right);
        m_canvas->setDocument(document(numbered(400), edit->result()), true);

        QCOMPARE(m_canvas->scene().folds().indexOf(300), caret());
        QVERIFY(m_canvas->viewport()->rect().intersects(m_canvas->rowRect(caret())));
    }

    void withoutADraftNothingIsTaken()
    {
        m_canvas->setDocument(document("a\nold\nc\n", "a\nnew\nc\n", false), false);
        QSignalSpy taken(m_canvas.get(), &CompareCanvas::blockTaken);

        QTest::keyClick(m_canvas.get(), Qt::Key_Right, Qt::AltModifier);

        QCOMPARE(taken.size(), 0);
        QVERIFY(!m_canvas->findChild<QToolButton *>(u"takeBlock"_s)->isVisible());
    }

    void aScreenReaderHearsOfMoves()
    {
        m_canvas->setDocument(document(kBlock + numbered(60), numbered(60) + kBlock), false);
        auto *text = QAccessible::queryAccessibleInterface(m_canvas.get())->textInterface();
        const QString all = text->text(0, text->characterCount());

        m_canvas->showChange(1);

        QVERIFY2(all.startsWith(u"Line 1 moved to line 61: function addCors(response) {\n"_s),
                 qPrintable(all));
        QVERIFY(all.contains(u"Line 61 moved from line 1: "_s));
        QCOMPARE(text->cursorPosition(), static_cast<int>(all.indexOf(u"Line 61 moved"_s)));
        QVERIFY(m_canvas->accessibleDescription().startsWith(u"Line 61 moved from line 1"_s));
    }

private:
    [[nodiscard]] int caret() const { return m_canvas->scene().caret; }
    [[nodiscard]] std::uint32_t caretLine(Side side) const
    {
        return m_canvas->scene()
            .lineOf(m_canvas->scene().folds().at(caret()).row, side)
            .value_or(UINT32_MAX);
    }

    std::unique_ptr<CompareCanvas> m_canvas;
};

} // namespace edgewright

QTEST_MAIN(edgewright::CompareCanvasTest)
#include "tst_comparecanvas.moc"
