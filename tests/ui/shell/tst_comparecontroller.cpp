// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/inlineedit.h"
#include "compare/lineeditor.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "shell/commandline.h"
#include "shell/versionpage.h"
#include "support/unnamedwidgets.h"
#include "ui/shell/compareworld.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace edgewright;
using test::codeOf;
using test::draftOf;
using test::kVersions;
using World = test::CompareWorld;

namespace {

/// Every text gets a star.
class StarTranslator final : public QTranslator {
public:
    [[nodiscard]] QString translate(const char *, const char *source, const char *,
                                    int) const override
    {
        return u'*' + QString::fromUtf8(source);
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

class CompareControllerTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_world = std::make_unique<World>();
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

    void namesBothSidesInWords()
    {
        compare({.left = m_world->version(12), .right = DraftSource{.routine = u"hello"_s}});

        QTRY_VERIFY2(m_world->label("compareLeftTitle").startsWith(u"v12 · "_s),
                     qPrintable(m_world->label("compareLeftTitle")));
        QTRY_VERIFY(m_world->label("compareLeftTitle").endsWith(u" · change 12"_s));
        QTRY_COMPARE(m_world->label("compareRightTitle"), u"Draft"_s);
        QTRY_VERIFY(m_world->label("compareWords").contains(u"serve changed"_s));
        QTRY_COMPARE(m_world->label("compareFunctions"), u"1 function(s)"_s);
    }

    void comparesWithAFileTheClipboardAndAnotherRoutine()
    {
        const QString path = m_world->folder.filePath(u"mine.js"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine\n") == 5);
        file.close();
        QGuiApplication::clipboard()->setText(u"copied\n"_s);

        compare({.left = FileSource{.path = path}, .right = DraftSource{.routine = u"hello"_s}});
        QTRY_COMPARE(m_world->label("compareLeftTitle"), u"mine.js"_s);
        QTRY_COMPARE(text(Side::Left), QByteArray("mine\n"));

        m_world->trigger(ActionId::CompareClipboard);
        QTRY_COMPARE(text(Side::Left), QByteArray("copied\n"));
        QTRY_COMPARE(m_world->label("compareLeftTitle"), u"Clipboard"_s);

        const auto versions = test::wait(m_world->compare().sources().versions(u"other"_s));
        QVERIFY_RESULT(versions);
        QVERIFY(!versions->isEmpty());
        compare(
            {.left = VersionSource{.routine = u"other"_s, .versionId = versions->constFirst().id},
             .right = m_world->version(3)});
        QTRY_VERIFY2(m_world->label("compareLeftTitle").startsWith(u"other · v1 · "_s),
                     qPrintable(m_world->label("compareLeftTitle")));
        QTRY_VERIFY(m_world->label("compareRightTitle").startsWith(u"hello · v3 · "_s));
    }

    void aMissingSideIsSaidAndTheOtherShown_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing live") << u"live"_s << u"Left: Nothing of hello is live"_s;
        QTest::newRow("no such file") << u"file"_s << u"Left: There is no such file."_s;
        QTest::newRow("no draft") << u"draft"_s << u"Left: other has no draft"_s;
        QTest::newRow("error document") << u"lost"_s << u"holds no code"_s;
    }
    void aMissingSideIsSaidAndTheOtherShown()
    {
        QFETCH(QString, what);
        QFETCH(QString, words);
        CompareSource left = LiveSource{.routine = u"hello"_s, .environment = kProduction};
        if (what == u"file"_s)
            left = FileSource{.path = m_world->folder.filePath(u"nowhere"_s)};
        else if (what == u"draft"_s)
            left = DraftSource{.routine = u"other"_s};
        else if (what == u"lost"_s)
            left = VersionSource{.routine = u"hello"_s,
                                 .versionId = m_world->fake->addVersion(
                                     u"hello"_s, "<?xml version=\"1.0\"?><Error><Code>NoSuchKey"
                                                 "</Code></Error>")};

        compare({.left = left, .right = DraftSource{.routine = u"hello"_s}});

        QTRY_VERIFY2(m_world->label("compareDiffering").contains(words),
                     qPrintable(m_world->label("compareDiffering")));
        QTRY_COMPARE(text(Side::Left), QByteArray());
        QTRY_COMPARE(text(Side::Right), codeOf(kVersions));
    }

    void utf16IsShownAsTextAndSaidSo()
    {
        const QString path = m_world->folder.filePath(u"wide.js"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromHex("fffe61000a00"));
        file.close();

        compare({.left = FileSource{.path = path}, .right = DraftSource{.routine = u"hello"_s}});

        QVERIFY(text(Side::Left).endsWith("a\n"));
        QTRY_VERIFY(m_world->label("compareDiffering").contains(u"UTF-16"_s));
    }

    void theComparisonFollowsTheSelection()
    {
        compare({.left = m_world->version(12), .right = DraftSource{.routine = u"hello"_s}});

        select(30);
        QTRY_COMPARE(text(Side::Left), codeOf(30));
        QTRY_COMPARE(text(Side::Right), codeOf(kVersions));
        QVERIFY(m_world->compare().isShown());
        QVERIFY(!m_world->documents().openVersionPage());

        QTest::keyClick(&m_world->list(), Qt::Key_Space);
        QTRY_COMPARE(text(Side::Left), codeOf(29));
        QTRY_COMPARE(text(Side::Right), codeOf(30));
        QTest::keyClick(&m_world->list(), Qt::Key_Down);
        QTRY_COMPARE(text(Side::Right), codeOf(29));
        QTRY_COMPARE(text(Side::Left), codeOf(28));
        QTest::keyClick(&m_world->list(), Qt::Key_Space);
        QTRY_COMPARE(text(Side::Left), codeOf(29));
        QTRY_COMPARE(text(Side::Right), codeOf(kVersions));

        const QModelIndex fifth = m_world->list().model()->index(4, 0);
        QTest::mouseClick(m_world->list().viewport(), Qt::LeftButton, Qt::ControlModifier,
                          m_world->list().visualRect(fifth).center());
        QTRY_COMPARE(text(Side::Right), codeOf(kVersions - 4));
        QTRY_COMPARE(text(Side::Left), codeOf(29));
    }

    void enterOpensReadOnly()
    {
        compare({.left = m_world->version(12), .right = DraftSource{.routine = u"hello"_s}});
        select(30);

        QTest::keyClick(&m_world->list(), Qt::Key_Return);

        QTRY_VERIFY(m_world->documents().openVersionPage()
                    && m_world->documents().currentPage()
                           == m_world->documents().openVersionPage());
    }

    void anArrowKeyHeldDownAsksForFewAndTheLastOneWins()
    {
        compare({.left = m_world->version(kVersions), .right = DraftSource{.routine = u"hello"_s}});
        select(kVersions);
        m_world->fake->hold(u"fetchBody"_s);
        const int before = m_world->fake->calls(u"fetchBody"_s);

        m_world->list().setFocus();
        for (int i = 1; i < kVersions; ++i)
            QTest::keyClick(&m_world->list(), Qt::Key_Down);
        // What is on screen stays until something newer can be shown.
        QTRY_COMPARE(text(Side::Right), codeOf(kVersions));
        QTRY_VERIFY(m_world->fake->calls(u"fetchBody"_s) > before);
        QCOMPARE_LE(m_world->fake->calls(u"fetchBody"_s) - before, 2);

        m_world->fake->release();
        QTRY_COMPARE(text(Side::Left), codeOf(1));
        QTRY_VERIFY(m_world->label("compareLeftTitle").startsWith(u"v1 · "_s));
    }

    void theDraftIsFollowedAndUndoneFromTheComparison()
    {
        compare({.left = m_world->version(kVersions), .right = DraftSource{.routine = u"hello"_s}});
        QCOMPARE(m_world->view().changeCount(), 0);

        m_world->draft()->page().editor().replaceRange(0, 0, "// typed\n");
        QTRY_COMPARE(m_world->view().changeCount(), 1);
        m_world->view().setFocus();
        m_world->trigger(ActionId::Undo);
        QTRY_COMPARE(m_world->view().changeCount(), 0);
        m_world->trigger(ActionId::Redo);
        QTRY_COMPARE(m_world->view().changeCount(), 1);
    }

    void aBlockIsTakenAsOneStep()
    {
        compare({.left = m_world->version(7), .right = DraftSource{.routine = u"hello"_s}});
        const QByteArray before = m_world->draft()->text();

        emit m_world->view().blockTaken({.side = Side::Right,
                                         .begin = 0,
                                         .length = before.size(),
                                         .replacement = codeOf(7),
                                         .before = before});

        QCOMPARE(m_world->draft()->text(), codeOf(7));
        QTRY_COMPARE(m_world->view().changeCount(), 0);
        m_world->trigger(ActionId::Undo);
        QTRY_COMPARE(m_world->draft()->text(), before);
    }

    void aBlockOfAnOlderTextIsNotTaken()
    {
        compare({.left = m_world->version(7), .right = DraftSource{.routine = u"hello"_s}});
        const QByteArray before = m_world->draft()->text();
        m_world->draft()->page().editor().replaceRange(0, 0, "// typed\n");
        const QByteArray typed = m_world->draft()->text();

        emit m_world->view().blockTaken(
            {.side = Side::Right, .begin = 0, .length = 5, .replacement = "x", .before = before});

        QCOMPARE(m_world->draft()->text(), typed);
    }

    void linesAreEditedInTheComparisonAsOneStep()
    {
        compare({.left = m_world->version(7), .right = DraftSource{.routine = u"hello"_s}});
        const QByteArray before = m_world->draft()->text();

        QTest::keyClick(&canvas(), Qt::Key_F2);
        QTest::keyClicks(lineEditor(), u"// "_s);
        QTest::keyClick(lineEditor(), Qt::Key_End);
        QTest::keyClick(lineEditor(), Qt::Key_Return);
        QTest::keyClicks(lineEditor(), u"more();"_s);
        // Whatever ends the program now, the draft has it.
        QVERIFY(m_world->draft()->text().contains("    // return 40;\n    more();\n}\n"));
        QTest::keyClick(lineEditor(), Qt::Key_Return, Qt::ControlModifier);

        QTRY_COMPARE(text(Side::Right), m_world->draft()->text());
        QTRY_VERIFY(!lineEditor()->isVisible());
        QVERIFY(canvas().hasFocus());
        const QByteArray edited = m_world->draft()->text();
        QTest::keyClick(&canvas(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_world->draft()->text(), before);
        QTRY_COMPARE(text(Side::Right), before);
        m_world->trigger(ActionId::Redo);
        QCOMPARE(m_world->draft()->text(), edited);
    }

    void escapeTakesBackWhatWasEditedInTheComparison()
    {
        compare({.left = m_world->version(7), .right = DraftSource{.routine = u"hello"_s}});
        m_world->draft()->page().editor().replaceRange(0, 0, "// typed before\n");
        const QByteArray before = m_world->draft()->text();
        QTRY_COMPARE(text(Side::Right), before);

        QTest::keyClick(&canvas(), Qt::Key_F2);
        QTest::keyClicks(lineEditor(), u"something"_s);
        m_world->trigger(ActionId::Undo);
        QVERIFY(m_world->compare().isShown());
        QTest::keyClicks(lineEditor(), u"else"_s);
        QVERIFY(m_world->draft()->text() != before);
        QTest::keyClick(lineEditor(), Qt::Key_Escape);

        QCOMPARE(m_world->draft()->text(), before);
        QTRY_COMPARE(text(Side::Right), before);
        m_world->trigger(ActionId::Undo);
        QVERIFY(!m_world->draft()->text().contains("typed before"));
    }

    void rowsStayWhileALineIsEditedAndAreReadAfterwards()
    {
        setLive({{.versionId = m_world->ids[3]}});
        compare({.left = LiveSource{.routine = u"hello"_s, .environment = kProduction},
                 .right = DraftSource{.routine = u"hello"_s}});
        QTRY_COMPARE(text(Side::Left), codeOf(4));
        QTest::keyClick(&canvas(), Qt::Key_F2);
        QTest::keyClicks(lineEditor(), u"x"_s);

        setLive({{.versionId = m_world->ids[8]}});
        QVERIFY(m_world->view().canvas().inlineEdit().isOpen());
        QTRY_COMPARE(text(Side::Left), codeOf(4));
        QTest::keyClicks(lineEditor(), u"y"_s);
        QTest::keyClick(lineEditor(), Qt::Key_Return, Qt::ControlModifier);

        QTRY_COMPARE(text(Side::Left), codeOf(9));
        QTRY_COMPARE(text(Side::Right), m_world->draft()->text());
        QVERIFY(m_world->draft()->text().contains("xyreturn"));
    }

    void anotherComparisonOrTabKeepsWhatIsBeingEdited_data()
    {
        QTest::addColumn<QString>("how");
        for (const QString &how :
             {u"compare"_s, u"follow"_s, u"tab"_s, u"close"_s, u"save"_s, u"language"_s})
            QTest::newRow(qPrintable(how)) << how;
    }
    void anotherComparisonOrTabKeepsWhatIsBeingEdited()
    {
        QFETCH(QString, how);
        compare({.left = m_world->version(7), .right = DraftSource{.routine = u"hello"_s}});
        const QByteArray before = m_world->draft()->text();
        const QPointer<CompareView> view = &m_world->view();
        QTest::keyClick(&canvas(), Qt::Key_F2);
        QTest::keyClicks(lineEditor(), u"kept"_s);

        StarTranslator stars;
        if (how == u"compare"_s)
            compare({.left = m_world->version(3), .right = m_world->version(4)});
        else if (how == u"follow"_s)
            select(20);
        else if (how == u"tab"_s)
            m_world->documents().show(m_world->draft());
        else if (how == u"close"_s)
            m_world->trigger(ActionId::CloseTab);
        else if (how == u"save"_s)
            m_world->trigger(ActionId::SaveVersion);
        else
            QVERIFY(QCoreApplication::installTranslator(&stars));

        QVERIFY(m_world->draft()->text().contains("keptreturn"));
        m_world->documents().show(m_world->draft());
        CodeEditor &editor = m_world->draft()->page().editor();
        QTRY_VERIFY(!view || !view->canvas().inlineEdit().isOpen());
        editor.undo();
        QCOMPARE(m_world->draft()->text(), before);
        QCoreApplication::removeTranslator(&stars);
    }

    void aLineLeadsToTheSameLineOfTheDraft()
    {
        m_world->draft()->page().editor().replaceRange(0, 0, "// one\n// two\n");
        compare({.left = m_world->version(7), .right = m_world->version(8)});

        emit m_world->view().lineActivated(Side::Left, 20);

        QTRY_COMPARE(m_world->documents().currentPage(), m_world->draft());
        QCOMPARE(m_world->draft()->page().editor().caretLine(), 22);
    }

    void theTabSpeaksTheLanguageOfNow()
    {
        compare({.left = m_world->version(7), .right = DraftSource{.routine = u"hello"_s}});
        auto *tabs = m_world->window.findChild<QTabWidget *>(u"documentTabs"_s);
        QCOMPARE(tabs->tabText(tabs->currentIndex()), u"v7 ⇄ Draft"_s);

        StarTranslator stars;
        QVERIFY(QCoreApplication::installTranslator(&stars));
        QTRY_VERIFY(tabs->tabText(tabs->currentIndex()).contains(u"*Draft"_s));
        QTRY_COMPARE(m_world->label("compareRightTitle"), u"*Draft"_s);
        QCoreApplication::removeTranslator(&stars);
        QTRY_COMPARE(tabs->tabText(tabs->currentIndex()), u"v7 ⇄ Draft"_s);
    }

    void howComparisonsAreShownIsRemembered()
    {
        compare({.left = m_world->version(7), .right = DraftSource{.routine = u"hello"_s}});
        m_world->view().setUnified(true);
        m_world->view().setContext(7);
        m_world->view().setWholeFile(true);

        QCOMPARE(m_world->settings.compare(),
                 (Settings::Compare{.unified = true, .contextLines = 7, .wholeFile = true}));
    }

    void thePickerComparesWhatWasTyped()
    {
        m_world->trigger(ActionId::ComparePick);
        auto *picker = m_world->window.findChild<QDialog *>(u"comparePicker"_s);
        QVERIFY(picker);
        QVERIFY(QTest::qWaitForWindowActive(picker));
        QCOMPARE(test::unnamedWidgets(picker), QStringList());

        auto *left = picker->findChild<QLineEdit *>(u"compareLeftFilter"_s);
        QTest::keyClicks(left, u"change 33"_s);
        QTest::keyClick(left, Qt::Key_Return);

        QTRY_COMPARE(text(Side::Left), codeOf(33));
        QTRY_COMPARE(text(Side::Right), codeOf(kVersions));
    }

    void thePickerOffersAllThatIsLiveAndWhatTheDraftOnceWas()
    {
        setLive({{.versionId = m_world->ids[9], .percentage = 70},
                 {.versionId = m_world->ids[4], .percentage = 30}});
        m_world->fake->routines()[u"hello"_s].versions.prepend(
            {.version = {.id = u"unstable"_s, .isUnstable = true}, .bytes = "staged\n"});
        m_world->services.history().refresh();
        QTRY_COMPARE(m_world->services.history().book().versions(u"hello"_s).size(), kVersions + 1);
        QVERIFY_RESULT(m_world->services.drafts().snapshot(draftOf(u"hello"_s, "once\n"),
                                                           SnapshotReason::BeforeFormat));
        m_world->trigger(ActionId::ComparePick);
        auto *picker = m_world->window.findChild<QDialog *>(u"comparePicker"_s);
        QVERIFY(picker && QTest::qWaitForWindowActive(picker));
        auto *list = picker->findChild<QListWidget *>(u"compareLeftList"_s);
        const auto row = [list](const QString &words) -> QListWidgetItem * {
            const QList<QListWidgetItem *> found = list->findItems(words, Qt::MatchContains);
            return found.isEmpty() ? nullptr : found.constFirst();
        };

        QTRY_VERIFY(row(u"before format"_s));
        QVERIFY(row(u"Production (70 %): v10"_s));
        QVERIFY(row(u"Production (30 %): v5"_s));
        QVERIFY(row(u"Staging slot (unstable)"_s));
        QVERIFY(row(u"Staging slot"_s)->toolTip().contains(u"without becoming a version"_s));
        QCOMPARE_GE(list->visualItemRect(list->item(0)).height(), list->fontMetrics().height() + 8);
        QVERIFY2(row(u"before format"_s)->text().startsWith(u"Draft, "_s),
                 qPrintable(row(u"before format"_s)->text()));
        auto *filter = picker->findChild<QLineEdit *>(u"compareLeftFilter"_s);
        QTest::keyClicks(filter, u"before format"_s);
        QTest::keyClick(filter, Qt::Key_Return);

        QTRY_COMPARE(text(Side::Left), QByteArray("once\n"));
        QTRY_VERIFY(m_world->label("compareLeftTitle").contains(u"before format"_s));
    }

    void aDraftThatIsNotOpenIsReadWithoutWaitingForIt()
    {
        QVERIFY_RESULT(m_world->services.drafts().saveNow(draftOf(u"other"_s, "elsewhere\n")));
        const CompareSource other = DraftSource{.routine = u"other"_s};
        QVERIFY(!m_world->compare().sources().known(other, false));

        compare({.left = other, .right = DraftSource{.routine = u"hello"_s}});

        QTRY_COMPARE(text(Side::Left), QByteArray("elsewhere\n"));
        QVERIFY(!m_world->view().canvas().scene().document().left.isDraft);
    }

    void aWindowForTwoFilesNeedsNoAccountAndEndsWithItsTab()
    {
        const QString path = m_world->folder.filePath(u"only.js"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a\n") == 2);
        file.close();
        QTemporaryDir folder;
        AppServices services({.data = folder.path(), .sandbox = {}, .sandboxProgram = {}});
        Settings settings(folder.path());
        MainWindow window({.services = services,
                           .settings = settings,
                           .themes = m_world->themes,
                           .language = m_world->language});

        StartOptions options;
        options.language = u"en"_s;
        options.comparedFiles = QStringList{u"/dev/null"_s, path};
        window.start(options);
        window.show();

        const CompareView *view = window.shell().documents.compareView();
        QVERIFY(view);
        QTRY_COMPARE(view->changeCount(), 1);
        QCOMPARE(window.windowTitle(), u"null ⇄ only.js — Edgewright"_s);
        QCOMPARE(services.connection().state(), ConnectionState::Disconnected);
        window.actions().action(ActionId::CloseTab).trigger();
        QTRY_VERIFY(!window.isVisible());
    }

    void theChangeSinceTheBaseIsProposedAsDescription()
    {
        m_world->draft()->page().editor().replaceRange(0, 0, "function extra() {}\n");

        m_world->trigger(ActionId::SaveVersion);

        auto *field = m_world->window.findChild<QLineEdit *>(u"versionDescription"_s);
        QTRY_COMPARE(field->text(), u"extra added"_s);
        QTRY_COMPARE(field->selectedText(), field->text());
    }

    void sixLeadsFromTheComparisonToTheVersions()
    {
        compare({.left = m_world->version(7), .right = DraftSource{.routine = u"hello"_s}});
        QTRY_VERIFY(m_world->view().canvas().hasFocus());

        m_world->trigger(ActionId::NextPane);

        QTRY_VERIFY(m_world->list().hasFocus());
    }

private:
    void compare(const SourcePair &pair)
    {
        m_world->compare().compare(pair);
        QSignalSpy ready(&m_world->view(), &CompareView::ready);
        QVERIFY(ready.wait(test::kPatienceMs));
    }

    void setLive(const QList<VersionShare> &shares) { m_world->setLive(shares); }
    void select(int number) { m_world->select(number); }

    [[nodiscard]] CompareCanvas &canvas() const { return m_world->view().canvas(); }
    [[nodiscard]] LineEditor *lineEditor() const { return canvas().findChild<LineEditor *>(); }
    [[nodiscard]] QByteArray text(Side side) const { return m_world->text(side); }

    std::unique_ptr<World> m_world;
};

QTEST_MAIN(CompareControllerTest)
#include "tst_comparecontroller.moc"
