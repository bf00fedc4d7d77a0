// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "shell/comparesession.h"
#include "support/unnamedwidgets.h"
#include "ui/shell/compareworld.h"

#include <QPointer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabWidget>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace edgewright;
using test::codeOf;
using test::kVersions;

/// Several comparisons at once.
class CompareTabsTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_world = std::make_unique<test::CompareWorld>();
        QTRY_COMPARE_GE(m_world->services.history().model().rowCount(), kVersions);
        m_world->window.findChild<DraftController *>()->open(u"hello"_s);
        QTRY_VERIFY(m_world->draft() && m_world->draft()->isLoaded());
        QVERIFY(QTest::qWaitForWindowActive(&m_world->window));
    }

    void cleanup()
    {
        m_world.reset();
        QThreadPool::globalInstance()->waitForDone();
    }

    void otherSidesOpenATabOfTheirOwn()
    {
        m_world->compare().compare({.left = version(7), .right = draft()});
        const QPointer<CompareView> first = &m_world->view();
        QTRY_COMPARE(m_world->text(Side::Left), codeOf(7));

        m_world->compare().compare({.left = version(8), .right = draft()});

        QVERIFY(&m_world->view() != first);
        QTRY_COMPARE(m_world->text(Side::Left), codeOf(8));
        QCOMPARE(titles(), QStringList({u"hello"_s, u"v7 ⇄ Draft"_s, u"v8 ⇄ Draft"_s}));
        QCOMPARE(first->canvas().scene().document().left.text, codeOf(7));
        QCOMPARE(test::unnamedWidgets(&m_world->window), QStringList());
    }

    void theSameTwoSidesAreRaised_data()
    {
        QTest::addColumn<bool>("isSwapped");
        QTest::newRow("as they are") << false;
        QTest::newRow("the other way round") << true;
    }
    void theSameTwoSidesAreRaised()
    {
        QFETCH(bool, isSwapped);
        m_world->compare().compare({.left = version(7), .right = draft()});
        const CompareView *first = &m_world->view();
        m_world->compare().compare({.left = version(8), .right = draft()});
        const qsizetype tabs = titles().size();

        m_world->compare().compare(
            {.left = isSwapped ? draft() : version(7), .right = isSwapped ? version(7) : draft()});

        QCOMPARE(&m_world->view(), first);
        QCOMPARE(m_world->documents().currentPage(), static_cast<const QWidget *>(first));
        QCOMPARE(titles().size(), tabs);
        QTRY_COMPARE(m_world->text(isSwapped ? Side::Right : Side::Left), codeOf(7));
    }

    void theSelectionIsFollowedInOneTab()
    {
        m_world->compare().compare({.left = version(7), .right = draft()});
        m_world->compare().compare({.left = version(8), .right = draft()});
        QTRY_COMPARE(m_world->text(Side::Left), codeOf(8));

        for (const int number : {30, 20, 7, 12})
            m_world->select(number);

        QTRY_COMPARE(m_world->text(Side::Left), codeOf(12));
        QCOMPARE(titles(), QStringList({u"hello"_s, u"v7 ⇄ Draft"_s, u"v12 ⇄ Draft"_s}));
    }

    void aTabExplainsWhatItsShortNameLeavesOut()
    {
        m_world->compare().compare({.left = version(7), .right = draft()});
        const QTabWidget &tabs = area();

        QVERIFY2(tabs.tabToolTip(1).contains(u"hello · v7"_s), qPrintable(tabs.tabToolTip(1)));
        QVERIFY(tabs.tabToolTip(1).contains(u"change 7"_s));
        QVERIFY(tabs.tabToolTip(1).contains(u"hello · Draft"_s));
    }

    void whatWouldBeCalledTheSameIsNamedByItsRoutineToo()
    {
        const auto versions = test::wait(m_world->compare().sources().versions(u"other"_s));
        QVERIFY_RESULT(versions);
        m_world->compare().compare({.left = version(1), .right = draft()});

        m_world->compare().compare(
            {.left = VersionSource{.routine = u"other"_s, .versionId = versions->constFirst().id},
             .right = DraftSource{.routine = u"other"_s}});

        QTRY_COMPARE(titles(),
                     QStringList({u"hello"_s, u"hello: v1 ⇄ Draft"_s, u"other: v1 ⇄ Draft"_s}));
        m_world->documents().close(&m_world->view());
        QTRY_COMPARE(titles(), QStringList({u"hello"_s, u"v1 ⇄ Draft"_s}));
    }

    void aClosedComparisonIsGoneAndTheOthersStay()
    {
        m_world->compare().compare({.left = version(7), .right = draft()});
        const QPointer<CompareView> first = &m_world->view();
        m_world->compare().compare({.left = version(8), .right = draft()});
        const QPointer<CompareView> second = &m_world->view();

        m_world->documents().close(first);

        QTRY_VERIFY(!first);
        QVERIFY(second);
        QCOMPARE(m_world->documents().currentPage(), static_cast<QWidget *>(second));
        QTRY_COMPARE(m_world->text(Side::Left), codeOf(8));
        m_world->trigger(ActionId::CloseTab);
        QTRY_VERIFY(!second);
        QVERIFY(!m_world->documents().compareView());
        QVERIFY(!m_world->compare().pair());
        QCOMPARE(m_world->documents().currentPage(), static_cast<QWidget *>(m_world->draft()));
        m_world->compare().compare({.left = version(7), .right = draft()});
        QTRY_COMPARE(m_world->text(Side::Left), codeOf(7));
    }

    void aComparisonBehindAnotherIsTrueWhenItIsLookedAt()
    {
        m_world->setLive({{.versionId = m_world->ids[3]}});
        m_world->compare().compare(
            {.left = LiveSource{.routine = u"hello"_s, .environment = kProduction},
             .right = draft()});
        CompareView *first = &m_world->view();
        QTRY_COMPARE(m_world->text(Side::Left), codeOf(4));
        m_world->compare().compare({.left = version(8), .right = draft()});

        m_world->setLive({{.versionId = m_world->ids[8]}});
        m_world->draft()->page().editor().replaceRange(0, 0, "// typed\n");
        m_world->documents().show(first);

        QTRY_COMPARE(m_world->text(Side::Left), codeOf(9));
        QTRY_COMPARE(m_world->text(Side::Right), m_world->draft()->text());
    }

    void undoBelongsToTheComparisonOnScreen()
    {
        m_world->compare().compare({.left = version(7), .right = draft()});
        m_world->compare().compare({.left = version(8), .right = draft()});
        QTRY_COMPARE(m_world->text(Side::Left), codeOf(8));
        const QByteArray before = m_world->draft()->text();
        CodeEditor &editor = m_world->draft()->page().editor();
        editor.replaceRange(0, 0, "// one\n");
        const QByteArray once = m_world->draft()->text();
        editor.insert(u"// two\n"_s);

        m_world->view().setFocus();
        m_world->trigger(ActionId::Undo);
        QCOMPARE(m_world->draft()->text(), once);
        m_world->trigger(ActionId::Undo);
        QCOMPARE(m_world->draft()->text(), before);
    }

    void aTabForLaterReadsNothingUntilItIsLookedAt()
    {
        m_world->compare().compare({.left = version(8), .right = draft()});
        QTRY_COMPARE(m_world->text(Side::Left), codeOf(8));
        const int before = m_world->fake->calls(u"fetchBody"_s);

        CompareView &later =
            m_world->compare().openForLater({.left = version(3), .right = version(5)}).view();

        QCOMPARE(m_world->documents().currentPage() == &later, false);
        QCOMPARE(titles().constLast(), u"v3 ⇄ v5"_s);
        QCOMPARE(later.findChild<QLabel *>(u"compareMessage"_s)->text(), QString());
        QCOMPARE(m_world->fake->calls(u"fetchBody"_s), before);
        m_world->documents().show(&later);
        QTRY_COMPARE(m_world->text(Side::Left), codeOf(3));
        QCOMPARE(m_world->text(Side::Right), codeOf(5));
    }

    void whatIsLiveIsNotCalledMissingBeforeItIsKnown()
    {
        m_world->setLive({{.versionId = m_world->ids[3]}});
        const SourcePair pair{.left = LiveSource{.routine = u"other"_s, .environment = kProduction},
                              .right = DraftSource{.routine = u"hello"_s}};
        m_world->fake->hold(u"fetchRoutine"_s);
        m_world->services.catalog().refresh();
        QVERIFY(m_world->services.catalog().isRefreshing());

        m_world->compare().compare(pair);

        const bool isKnown = m_world->compare().sources().isSettled(pair.left);
        QVERIFY(isKnown || m_world->view().canvas().scene().isEmpty());
        m_world->fake->release();
        QTRY_VERIFY(m_world->label("compareDiffering").contains(u"Nothing of other is live"_s));
        QCOMPARE(m_world->text(Side::Right), m_world->draft()->text());
    }

    void whatIsMostLikelyMeantIsChosenFirst()
    {
        const auto isBase = [](const SourcePair &pair) {
            return std::holds_alternative<BaseSource>(pair.left)
                   && std::holds_alternative<DraftSource>(pair.right);
        };
        QVERIFY(isBase(m_world->compare().likelyPair()));

        m_world->setLive({{.versionId = m_world->draft()->baseVersionId()}});
        QVERIFY(isBase(m_world->compare().likelyPair()));

        m_world->setLive({{.versionId = m_world->ids[3]}});
        const SourcePair pair = m_world->compare().likelyPair();
        QCOMPARE(pair.left,
                 CompareSource(LiveSource{.routine = u"hello"_s, .environment = kProduction}));
        QCOMPARE(pair.right, draft());
    }

    void aSessionKeepsWhatCanBeReadAgain()
    {
        const QList<CompareSource> kept{draft(), version(3), BaseSource{.routine = u"hello"_s},
                                        LiveSource{.routine = u"x"_s, .environment = kStaging},
                                        FileSource{.path = u"/tmp/a b.js"_s}};
        for (const CompareSource &source : kept) {
            const std::optional<Session::Tab> tab =
                keptTab({.left = source, .right = version(4)}, {.blankLines = true});
            QVERIFY(tab);
            QCOMPARE(keptPair(*tab)->left, source);
            QCOMPARE(keptPair(*tab)->right, version(4));
            QCOMPARE(keptIgnore(*tab), diff::Ignore{.blankLines = true});
        }
        const QList<CompareSource> passing{ClipboardSource{.text = "x"}, TextSource{},
                                           SnapshotSource{}};
        for (const CompareSource &source : passing) {
            QVERIFY(!keptTab({.left = source, .right = draft()}, {}));
            QVERIFY(!keptTab({.left = draft(), .right = source}, {}));
        }
        QVERIFY(!keptPair(Session::Tab{.routine = u"hello"_s}));
    }

private:
    [[nodiscard]] CompareSource version(int number) const { return m_world->version(number); }
    [[nodiscard]] static CompareSource draft() { return DraftSource{.routine = u"hello"_s}; }
    [[nodiscard]] const QTabWidget &area() const
    {
        return *m_world->window.findChild<QTabWidget *>(u"documentTabs"_s);
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList titles;
        for (int i = 0; i < area().count(); ++i)
            titles.append(area().tabText(i));
        return titles;
    }

    std::unique_ptr<test::CompareWorld> m_world;
};

QTEST_MAIN(CompareTabsTest)
#include "tst_comparetabs.moc"
