// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparecanvas.h"
#include "compare/inlineedit.h"
#include "compare/lineeditor.h"
#include "support/patience.h"
#include "support/unnamedwidgets.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

CompareDocumentPtr document(const QByteArray &left, const QByteArray &right,
                            std::optional<Side> draft = Side::Right)
{
    const auto made =
        makeCompareDocument({.left = {.text = left, .isDraft = draft == Side::Left},
                             .right = {.text = right, .isDraft = draft == Side::Right},
                             .ignore = {.lineEnds = true},
                             .cancelled = std::make_shared<std::atomic<bool>>(false)});
    return made ? *made : nullptr;
}

QByteArray numbered(int lines, const QByteArray &end = "\n")
{
    QByteArray out;
    for (int i = 1; i <= lines; ++i)
        out += "line " + QByteArray::number(i) + end;
    return out;
}

} // namespace

/// Lines of the draft edited where they are shown.
class InlineEditTest final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints).*"_s));
        m_canvas = std::make_unique<CompareCanvas>();
        m_canvas->resize(1200, 500);
        m_canvas->show();
        QVERIFY(QTest::qWaitForWindowActive(m_canvas.get()));
        m_canvas->setFocus();
        m_original.clear();
        connect(&m_canvas->inlineEdit(), &InlineEdit::edited, this,
                [this](const CompareEdit &edit) {
                    QCOMPARE(edit.before, m_draft);
                    m_draft = edit.result();
                });
        connect(&m_canvas->inlineEdit(), &InlineEdit::finished, this, [this](bool isKept) {
            if (!isKept)
                m_draft = m_original;
        });
    }
    void cleanup() { m_canvas.reset(); }

    void typingChangesTheLineUnderTheCaret()
    {
        show("a\nold\nc\n", "a\n  new\nc\n");
        QSignalSpy finished(&m_canvas->inlineEdit(), &InlineEdit::finished);

        QTest::keyClicks(m_canvas.get(), u"x"_s);
        QVERIFY(m_canvas->inlineEdit().isOpen());
        QTest::keyClicks(editor(), u"yz"_s);
        QCOMPARE(m_draft, QByteArray("a\n  xyznew\nc\n"));
        QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);

        QVERIFY(!m_canvas->inlineEdit().isOpen());
        QCOMPARE(finished.size(), 1);
        QVERIFY(finished.at(0).at(0).toBool() && finished.at(0).at(1).toBool());
        QVERIFY(m_canvas->hasFocus());
        m_canvas->setDocument(document("a\nold\nc\n", m_draft), true);
        QVERIFY(!editor()->isVisible());
    }

    void escapeTakesEverythingBack()
    {
        show("a\nold\nc\n", "a\nnew\nc\n");

        QTest::keyClick(m_canvas.get(), Qt::Key_F2);
        QTest::keyClicks(editor(), u"other "_s);
        QTest::keyClick(editor(), Qt::Key_Escape);

        QCOMPARE(m_draft, m_original);
        QVERIFY(!m_canvas->inlineEdit().isOpen());
        QVERIFY(!editor()->isVisible());
    }

    void whateverEndsTheEditingKeepsIt_data()
    {
        QTest::addColumn<QString>("how");
        for (const QString &how :
             {u"focus"_s, u"hidden"_s, u"unified"_s, u"context"_s, u"other rows"_s})
            QTest::newRow(qPrintable(how)) << how;
    }
    void whateverEndsTheEditingKeepsIt()
    {
        QFETCH(QString, how);
        show("a\nold\nc\n", "a\nnew\nc\n");
        QTest::keyClick(m_canvas.get(), Qt::Key_F2);
        QTest::keyClicks(editor(), u"x"_s);

        if (how == u"focus"_s)
            m_canvas->setFocus();
        else if (how == u"hidden"_s)
            m_canvas->hide();
        else if (how == u"unified"_s)
            m_canvas->setUnified(true);
        else if (how == u"context"_s)
            m_canvas->setContext(-1);
        else
            m_canvas->setDocument(document("other\n", "rows\n"), false);

        QVERIFY(!m_canvas->inlineEdit().isOpen());
        QCOMPARE(m_draft, QByteArray("a\nxnew\nc\n"));
    }

    void onlyTheBytesThatWereEditedChange_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *name, const QByteArray &left, const QByteArray &right,
                            const QByteArray &typed, const QByteArray &result) {
            QTest::newRow(name) << left << right << typed << result;
        };
        row("line ends of Windows", "a\nold\nc\n", "a\r\nnew\r\nc\r\n", "x\ny",
            "a\r\nx\r\nynew\r\nc\r\n");
        row("mixed line ends", "a\nb\nold\n", "a\r\nb\nnew\r\n", "x\ny", "a\r\nb\nx\r\nynew\r\n");
        row("bytes that are no text", "a\nold\n", "\xFF\x80\nn\xFE\n", "x", "x\xFF\x80\nn\xFE\n");
        row("no newline at the end", "a\nold", "a\nnew", "x", "a\nxnew");
        row("a zero byte", "a\nold\n", QByteArray("a\nn\0w\n", 6), "x",
            QByteArray("a\nxn\0w\n", 7));
        row("lines missing in the middle", "a\nold\nc\n", "a\nc\n", "x\ny", "a\nx\ny\nc\n");
        row("lines missing at the end", "a\nold\n", "a\n", "x", "a\nx\n");
        row("behind an unfinished line", "a\nold\n", "a", "x", "a\nx");
        row("nothing there yet", "old\n", "", "x", "x\n");
    }
    void onlyTheBytesThatWereEditedChange()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, result);
        for (const bool unified : {false, true}) {
            m_canvas->setUnified(unified);
            show(left, right);

            QTest::keyClick(m_canvas.get(), Qt::Key_F2);
            for (const char c : typed)
                QTest::keyClick(editor(), c == '\n' ? '\r' : c);
            m_canvas->setFocus();

            QCOMPARE(m_draft, result);
        }
    }

    void undoingAllThatWasTypedGivesTheSameBytes()
    {
        const QByteArray right = "a\r\n\xFF new\nb\r\n";
        show("a\nold\nb\n", right);

        QTest::keyClick(m_canvas.get(), Qt::Key_F2);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTest::keyClicks(editor(), u"word"_s);
        QVERIFY(m_draft != right);
        for (int i = 0; i < 10; ++i)
            m_canvas->inlineEdit().undo(false);
        m_canvas->setFocus();

        QCOMPARE(m_draft, right);
    }

    void anEmptiedBlockIsRemoved()
    {
        show("a\nold\nc\n", "a\nnew\nmore\nc\n");

        QTest::keyClick(m_canvas.get(), Qt::Key_F2);
        QTest::keyClick(editor(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(editor(), Qt::Key_Delete);

        QCOMPARE(m_draft, QByteArray("a\nc\n"));
    }

    void theSideThatIsNotTheDraftIsLeftAlone()
    {
        show("a\nold\nc\n", "a\nnew\nc\n");
        QTest::keyClick(m_canvas.get(), Qt::Key_Left, Qt::ControlModifier);

        QTest::keyClicks(m_canvas.get(), u"x"_s);
        QVERIFY(!m_canvas->inlineEdit().isOpen());
        m_canvas->setDocument(document("a\n", "b\n", std::nullopt), false);
        QTest::keyClick(m_canvas.get(), Qt::Key_F2);

        QVERIFY(!m_canvas->inlineEdit().isOpen());
        QCOMPARE(m_draft, m_original);
    }

    void aDraftOnTheLeftIsEditedThere()
    {
        m_draft = m_original = "a\nnew\nc\n";
        m_canvas->setDocument(document(m_draft, "a\nold\nc\n", Side::Left), false);

        QTest::keyClick(m_canvas.get(), Qt::Key_F2);
        QTest::keyClicks(editor(), u"x"_s);

        QCOMPARE(m_draft, QByteArray("a\nxnew\nc\n"));
        QVERIFY(editor()->x() < m_canvas->width() / 2);
    }

    void rowsBelowMakeRoomOnBothSides()
    {
        show(numbered(30), numbered(30).replace("line 9\n", "nine\n"));
        const CompareScene &scene = m_canvas->scene();
        const int before = m_canvas->lineRect(Side::Right, 9).top();

        QTest::keyClick(m_canvas.get(), Qt::Key_F2);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(editor(), Qt::Key_Return);

        QCOMPARE(m_canvas->lineRect(Side::Right, 9).top(), before + 4 * scene.rowHeight());
        QCOMPARE(m_canvas->lineRect(Side::Left, 9).top(), before + 4 * scene.rowHeight());
        QCOMPARE(editor()->height(), 5 * scene.rowHeight());
        QCOMPARE(editor()->y(), m_canvas->lineRect(Side::Right, 8).top());
        QCOMPARE(m_canvas->indexAt(before + 4 * scene.rowHeight()),
                 scene.folds().indexOf(scene.rowOf(Side::Right, 9)));
        QTest::keyClick(editor(), Qt::Key_Escape);
        QCOMPARE(m_canvas->lineRect(Side::Right, 9).top(), before);
    }

    void theLineBeingTypedStaysInSight()
    {
        show(numbered(40), numbered(40).replace("line 9\n", "nine\n"));
        QTest::keyClick(m_canvas.get(), Qt::Key_F2);

        for (int i = 0; i < 60; ++i)
            QTest::keyClick(editor(), Qt::Key_Return);

        const auto caret = [this] { return editor()->y() + editor()->caretTop(); };
        QTRY_VERIFY(caret() + m_canvas->scene().rowHeight() <= m_canvas->viewport()->height());
        QVERIFY(caret() >= 0);
        QCOMPARE(editor()->height(), 61 * m_canvas->scene().rowHeight());
    }

    void whatIsTypedWhileRowsAreAwaitedIsNotLost()
    {
        show("a\nold\nc\n", "a\nnew\nc\n");
        QTest::keyClicks(m_canvas.get(), u"1"_s);
        QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);

        QTest::keyClicks(m_canvas.get(), u"2"_s);
        QTest::keyClicks(m_canvas.get(), u"3"_s);
        QVERIFY(!m_canvas->inlineEdit().isOpen());
        m_canvas->setDocument(document("a\nold\nc\n", m_draft), true);

        QCOMPARE(m_draft, QByteArray("a\n231new\nc\n"));
    }

    void aDoubleClickEditsTheWord()
    {
        show("const alpha = 1;\n", "const gamma = 1;\n");
        const LaidLine &line = m_canvas->scene().layouts().at(Side::Right, 0);
        const int x = m_canvas->scene().column(Side::Right).textLeft + qRound(line.xOf(8));

        QTest::mouseDClick(m_canvas->viewport(), Qt::LeftButton, {},
                           QPoint(x, m_canvas->lineRect(Side::Right, 0).center().y()));
        QCOMPARE(editor()->selectedText(), u"gamma"_s);
        QTest::keyClicks(editor(), u"omega"_s);

        QCOMPARE(m_draft, QByteArray("const omega = 1;\n"));
    }

    void selectedLinesAreEditedTogetherAndPasteTakesTheDraftsLineEnds()
    {
        show("a\r\nb\r\nc\r\n", "a\r\nb\r\nC\r\n");
        QTest::keyClick(m_canvas.get(), Qt::Key_Home);
        QTest::keyClick(m_canvas.get(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(m_canvas.get(), Qt::Key_Down, Qt::ShiftModifier);
        QGuiApplication::clipboard()->setText(u"1\n2"_s);

        QTest::keyClick(m_canvas.get(), Qt::Key_V, Qt::ControlModifier);

        QCOMPARE(m_draft, QByteArray("1\r\n2\r\nC\r\n"));
    }

    void manyLinesAreEditedInTheDraftsOwnTab()
    {
        show(numbered(3000), numbered(3000, " changed\n"));
        QSignalSpy tooLong(&m_canvas->inlineEdit(), &InlineEdit::tooLong);

        QTest::keyClick(m_canvas.get(), Qt::Key_F2);

        QCOMPARE(tooLong.size(), 1);
        QVERIFY(!m_canvas->inlineEdit().isOpen());
    }

    void theEditorHasANameAndSaysHowToLeaveIt()
    {
        show("a\nold\nc\n", "a\nnew\nmore\nc\n");

        QTest::keyClick(m_canvas.get(), Qt::Key_F2);

        QCOMPARE(editor()->accessibleName(), u"Lines 2 to 3 of the draft"_s);
        QVERIFY(editor()->accessibleDescription().contains(u"Escape"_s));
        QCOMPARE(test::unnamedWidgets(editor()), QStringList());
        auto *text = QAccessible::queryAccessibleInterface(editor())->textInterface();
        QVERIFY(text != nullptr);
        QCOMPARE(text->text(0, text->characterCount()), u"new\nmore"_s);
        QVERIFY(!m_canvas->findChild<QToolButton *>(u"takeBlock"_s)->isVisible());
    }

    void anyRowMayBeEdited()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 40; ++round) {
            QByteArray left;
            QByteArray right;
            for (int i = 0; i < 40; ++i) {
                if (random.bounded(4) > 0)
                    left += "line " + QByteArray::number(i / 2) + '\n';
                if (random.bounded(4) > 0)
                    right += "line " + QByteArray::number(i / 2) + '\n';
            }
            m_canvas->setUnified(round % 2 == 1);
            show(left, right);
            m_canvas->setCaret(random.bounded(m_canvas->scene().folds().count()));
            QTest::keyClick(m_canvas.get(), Qt::Key_F2);
            if (!m_canvas->inlineEdit().isOpen())
                continue;
            QTest::keyClicks(editor(), u"@"_s);
            QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);

            QCOMPARE(m_draft.count('@'), 1);
            QByteArray without = m_draft;
            without.remove(m_draft.indexOf('@'), 1);
            // In a place without lines of the draft the letter is a line of its own.
            if (without != m_original)
                without = m_draft.replace("@\n", "");
            QCOMPARE(without, m_original);
        }
    }

private:
    void show(const QByteArray &left, const QByteArray &right)
    {
        m_draft = m_original = right;
        m_canvas->setDocument(document(left, right), false);
        m_canvas->setFocus();
    }
    [[nodiscard]] LineEditor *editor() const { return m_canvas->findChild<LineEditor *>(); }

    std::unique_ptr<CompareCanvas> m_canvas;
    QByteArray m_draft;
    QByteArray m_original;
};

} // namespace edgewright

QTEST_MAIN(edgewright::InlineEditTest)
#include "tst_inlineedit.moc"
