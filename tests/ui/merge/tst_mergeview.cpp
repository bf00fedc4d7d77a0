// SPDX-License-Identifier: GPL-3.0-or-later
#include "faketext.h"
#include "merge/mergeview.h"
#include "support/patience.h"
#include "support/unnamedwidgets.h"

#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kBase = "a\nb\nc\nd\ne\nf\ng\nh\ni\n";
const QByteArray kMine = "A\nb\nc\nd\ne\nf\ng\nh\nI\n";
const QByteArray kTheirs = "1\nb\nc\nd\ne\nf\ng\nh\n9\n";

std::string_view view(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

} // namespace

/// Deciding conflicts by buttons, keys and hand.
class MergeViewTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_text = new test::FakeText;
        m_view = std::make_unique<MergeView>(m_themes, MergeView::Parts{.theirChange = new QLabel,
                                                                        .myChange = new QLabel,
                                                                        .together = m_text});
        m_view->resize(900, 600);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }

    void cleanup() { m_view.reset(); }

    void nothingCanBeFinishedWhileSomethingIsUndecided()
    {
        open(kBase, kMine, kTheirs);
        const QSignalSpy finished(m_view.get(), &MergeView::finished);
        QCOMPARE(label("mergeSummary"), u"2 of 2 left to decide"_s);
        QCOMPARE(button("mergeFinish")->text(), u"2 to Decide"_s);
        m_text->goTo(40);

        button("mergeFinish")->click();

        QCOMPARE(finished.count(), 0);
        QVERIFY(m_text->bytes().mid(m_text->caret()).startsWith("<<<<<<< Mine\n"));
    }

    void choicesCountDownAndTheEndGivesTheText()
    {
        open(kBase, kMine, kTheirs);
        const QSignalSpy finished(m_view.get(), &MergeView::finished);

        QTest::keyClick(m_view.get(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(label("mergeSummary"), u"1 of 2 left to decide"_s);
        QTest::keyClick(m_view.get(), Qt::Key_F7);
        button("mergeTakeTheirs")->click();

        QCOMPARE(label("mergeSummary"), u"All 2 decided"_s);
        QCOMPARE(button("mergeFinish")->text(), u"Use as Draft"_s);
        button("mergeFinish")->click();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(finished.at(0).at(0).toByteArray(), QByteArray("A\nb\nc\nd\ne\nf\ng\nh\n9\n"));
    }

    void eachKeyMakesItsChoice_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QByteArray>("first");
        QTest::newRow("mine") << int(Qt::Key_1) << QByteArray("A\n");
        QTest::newRow("theirs") << int(Qt::Key_2) << QByteArray("1\n");
        QTest::newRow("both") << int(Qt::Key_3) << QByteArray("A\n1\n");
        QTest::newRow("base") << int(Qt::Key_4) << QByteArray("a\n");
    }

    void eachKeyMakesItsChoice()
    {
        QFETCH(const int, key);
        QFETCH(const QByteArray, first);
        open(kBase, kMine, kTheirs);

        QTest::keyClick(m_view.get(), static_cast<Qt::Key>(key), Qt::AltModifier);

        QVERIFY(m_text->bytes().startsWith(QByteArray(first + "b\n")));
        QCOMPARE(m_view->undecided(), 1);
    }

    void anotherChoiceTakesThePlaceOfTheFirst()
    {
        open(kBase, kMine, kTheirs);
        m_view->choose(MergeChoice::Mine);

        m_view->choose(MergeChoice::Base);

        QVERIFY(m_text->bytes().startsWith("a\nb\n"));
        QCOMPARE(m_view->undecided(), 1);
    }

    void undoMakesItUndecidedAgain()
    {
        open(kBase, kMine, kTheirs);
        const QByteArray before = m_text->bytes();
        m_view->choose(MergeChoice::Theirs);

        m_text->undo();

        QCOMPARE(m_text->bytes(), before);
        QTRY_COMPARE(label("mergeSummary"), u"2 of 2 left to decide"_s);
        m_text->redo();
        QTRY_COMPARE(label("mergeSummary"), u"1 of 2 left to decide"_s);
    }

    void whatIsEditedByHandIsMarkedAsDecided()
    {
        open(kBase, kMine, kTheirs);
        const qsizetype mine = m_text->bytes().indexOf("A\n");
        m_text->replace(mine, 1, "by hand");
        QTRY_VERIFY(!m_text->marks().isEmpty());
        QCOMPARE(m_view->undecided(), 2);

        button("mergeDecided")->click();

        QCOMPARE(m_view->undecided(), 1);
        QVERIFY(m_text->bytes().startsWith("by hand\na\n1\nb\n"));
        QVERIFY(!button("mergeDecided")->isEnabled());
    }

    void aLeftoverOfAFrameIsInTheWay()
    {
        open(kBase, kMine, kTheirs);
        const QSignalSpy finished(m_view.get(), &MergeView::finished);
        m_view->choose(MergeChoice::Mine);
        m_view->goToConflict(true);
        m_view->choose(MergeChoice::Mine);
        m_text->replace(2, 0, ">>>>>>> Theirs v19\n");

        button("mergeFinish")->click();

        QCOMPARE(finished.count(), 0);
        QCOMPARE(m_text->caret(), 2);
        QCOMPARE(label("mergeSummary"), u"A line that framed a conflict is left in the text."_s);
    }

    void aCleanMergeIsShownAndWaits()
    {
        const QSignalSpy finished(m_view.get(), &MergeView::finished);

        open(kBase, "A\nb\nc\nd\ne\nf\ng\nh\ni\n", "a\nb\nc\nd\ne\nf\ng\nh\n9\n");

        QCOMPARE(label("mergeSummary"),
                 u"Merges cleanly: v19 changed 1 place(s), you changed 1 place(s)"_s);
        QCOMPARE(m_text->marks().size(), 2);
        QCOMPARE(finished.count(), 0);
        QVERIFY(!button("mergeTakeMine")->isVisible());
        button("mergeFinish")->click();
        QCOMPARE(finished.count(), 1);
    }

    void theButtonsOnTheFrameDecideIt()
    {
        open(kBase, kMine, kTheirs);
        const QList<QToolButton *> mine =
            m_text->viewport()->findChildren<QToolButton *>(u"mergeChoice1"_s);
        QCOMPARE(mine.size(), 2);

        mine.at(1)->click();

        QCOMPARE(m_view->undecided(), 1);
        QVERIFY(m_text->bytes().endsWith("h\n9\n"));
    }

    void whatIsReadFirstSaysSo()
    {
        m_view->showMessage(u"Reading v19…"_s);
        const QSignalSpy finished(m_view.get(), &MergeView::finished);

        m_view->finish();

        QCOMPARE(label("mergeMessage"), u"Reading v19…"_s);
        QCOMPARE(finished.count(), 0);
        QVERIFY(!m_view->isOpen());
    }

    void everythingHasAName()
    {
        open(kBase, kMine, kTheirs);

        QCOMPARE(test::unnamedWidgets(m_view.get()), QStringList());
    }

private:
    void open(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs)
    {
        m_view->open(
            u"shop"_s,
            {.base = base,
             .mine = mine,
             .theirs = theirs,
             .baseName = u"v15"_s,
             .theirsName = u"v19"_s},
            diff::mergeTexts({.base = view(base), .mine = view(mine), .theirs = view(theirs)}));
        m_text->widget()->setFocus();
    }

    [[nodiscard]] QString label(const char *name) const
    {
        return m_view->findChild<QLabel *>(QString::fromLatin1(name))->text();
    }
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return m_view->findChild<QPushButton *>(QString::fromLatin1(name));
    }

    ThemeService m_themes;
    test::FakeText *m_text = nullptr;
    std::unique_ptr<MergeView> m_view;
};

QTEST_MAIN(MergeViewTest)

#include "tst_mergeview.moc"
