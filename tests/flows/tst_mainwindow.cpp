// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/compareview.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "flows/workbench.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/versionpage.h"
#include "support/unnamedwidgets.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace edgewright;
using test::Workbench;

namespace {

constexpr int kWaitMs = test::kPatienceMs;

/// In the generation that the table of this run says.
class Bench final : public Workbench {
public:
    Bench()
    {
        QFETCH_GLOBAL(const bool, isFirst);
        if (isFirst)
            useFirstGeneration();
    }
};

/// Until the first routine's draft is on the screen and everything live is known.
bool opened(Workbench &workbench)
{
    return QTest::qWaitFor(
        [&workbench] {
            const DraftPage *page = workbench.shell().documents.currentDraft();
            const auto &items = workbench.services().catalog().model().items();
            return page && page->isLoaded() && items.size() >= 2
                   && std::ranges::all_of(items, &RoutineListModel::Item::liveKnown)
                   && workbench.services().history().model().rowCount() > 3;
        },
        kWaitMs);
}

CodeEditor &editorOf(Workbench &workbench)
{
    return workbench.shell().documents.currentDraft()->page().editor();
}

} // namespace

/// Every story is the same whichever generation of the service the account is used with.
class MainWindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("isFirst");
        QTest::newRow("ESA") << false;
        QTest::newRow("DCDN") << true;
    }

    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void opensASampleRoutineWithItsVersionsAndWhatIsLive()
    {
        Bench workbench;
        workbench.open();
        QVERIFY(opened(workbench));

        const DraftPage *page = workbench.shell().documents.currentDraft();
        QFETCH_GLOBAL(const bool, isFirst);
        QVERIFY(page->text().contains(isFirst ? "addEventListener" : "export default"));
        QVERIFY(!page->isEdited());
        QVERIFY(workbench.window().windowTitle().contains(page->routine()));
        QTRY_COMPARE(page->baseVersionId(), workbench.services().history().newestVersionId());
    }

    void everyInteractiveWidgetHasAName()
    {
        Bench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        QCOMPARE(test::unnamedWidgets(&workbench.window()).join(u"; "_s), QString());

        workbench.trigger(ActionId::Find);
        workbench.trigger(ActionId::SaveVersion);
        QCOMPARE(test::unnamedWidgets(&workbench.window()).join(u"; "_s), QString());
        QVERIFY(workbench.click("sheetCancel"));
        workbench.trigger(ActionId::PublishStaging);
        QTRY_VERIFY(workbench.find<QWidget>("publishSheet"));
        QCOMPARE(test::unnamedWidgets(&workbench.window()).join(u"; "_s), QString());
        QVERIFY(workbench.click("sheetCancel"));
        workbench.trigger(ActionId::CompareDraftBase);
        QTRY_VERIFY(workbench.shell().documents.isComparing());
        QCOMPARE(test::unnamedWidgets(&workbench.window()).join(u"; "_s), QString());
    }

    void shortcutsAreUnique()
    {
        Bench workbench;
        workbench.open();
        QStringList keys;
        for (const QAction *action : workbench.window().actions().all()) {
            for (const QKeySequence &key : action->shortcuts())
                keys.append(key.toString());
        }
        const qsizetype all = keys.size();
        keys.removeDuplicates();
        QCOMPARE(keys.size(), all);
    }

    void whatWasTypedIsThereAgainAfterARestart()
    {
        Bench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        const QString routine = workbench.shell().documents.currentDraft()->routine();
        QTest::keyClicks(&editorOf(workbench), u"// typed just before quitting"_s);
        const QByteArray typed = workbench.shell().documents.currentDraft()->text();
        QVERIFY(typed.contains("// typed just before quitting"));

        workbench.restart();
        QVERIFY(opened(workbench));

        const DraftPage *page = workbench.shell().documents.currentDraft();
        QCOMPARE(page->routine(), routine);
        QTRY_COMPARE(page->text(), typed);
        QTRY_VERIFY(page->isEdited());
    }

    void comingBackToAnAccountOpensWhatWasOpen()
    {
        Bench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        auto *list = workbench.find<QListView>("routineList");
        QVERIFY(list);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(1, 0)).center());
        QTRY_COMPARE(workbench.shell().documents.drafts().size(), 2);

        workbench.services().connection().close();
        QTRY_COMPARE(workbench.shell().documents.drafts().size(), 0);
        workbench.window().start(workbench.options());

        QTRY_COMPARE_WITH_TIMEOUT(workbench.shell().documents.drafts().size(), 2, kWaitMs);
    }

    void aDraftIsOnTheDiskSoonAfterTyping()
    {
        Bench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        const DraftPage *page = workbench.shell().documents.currentDraft();

        QTest::keyClicks(&editorOf(workbench), u"x"_s);

        QTRY_VERIFY(page->savedAt().isValid());
        const Result<std::optional<Draft>> kept =
            workbench.services().drafts().load(page->accountId(), page->routine());
        QVERIFY(kept && *kept);
        QCOMPARE((*kept)->text, page->text());
    }

    void undoingEverythingLeavesNoDraftBehind()
    {
        Bench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        const DraftPage *page = workbench.shell().documents.currentDraft();
        QTest::keyClicks(&editorOf(workbench), u"x"_s);
        QTRY_VERIFY(workbench.services().drafts().contains(page->accountId(), page->routine()));

        workbench.trigger(ActionId::Undo);

        QTRY_VERIFY(!page->isEdited());
        QTRY_VERIFY(!workbench.services().drafts().contains(page->accountId(), page->routine()));
    }

    void savesAsVersionAndPublishesToStagingAndProduction()
    {
        Bench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        DraftPage *page = workbench.shell().documents.currentDraft();
        VersionHistory &history = workbench.services().history();
        const int before = history.used();
        editorOf(workbench).insert(u"// 改动 1\n"_s);
        const QByteArray saved = page->text();

        workbench.trigger(ActionId::SaveVersion);
        auto *description = workbench.find<QLineEdit>("versionDescription");
        QVERIFY(description);
        description->setText(u"流程测试"_s);
        QVERIFY(workbench.click("sheetConfirm"));
        QTRY_COMPARE_WITH_TIMEOUT(history.used(), before + 1, kWaitMs);
        QTRY_VERIFY(!page->isEdited());
        const QString id = page->baseVersionId();
        QTRY_COMPARE(id, history.newestVersionId());
        QTRY_VERIFY(history.version(id).has_value());
        QCOMPARE(history.version(id)->description, u"流程测试"_s);

        for (const QString &environment : {QString(kStaging), QString(kProduction)}) {
            workbench.trigger(environment == kStaging ? ActionId::PublishStaging
                                                      : ActionId::PublishProduction);
            QTRY_VERIFY(workbench.find<QWidget>("publishSheet"));
            QVERIFY(workbench.click("sheetConfirm"));
            const auto isLive = [&] {
                const std::optional<Routine> routine =
                    workbench.services().catalog().routine(page->routine());
                return routine
                       && routine->deploymentIn(environment).shares
                              == QList<VersionShare>{{.versionId = id, .percentage = 100}};
            };
            QTRY_VERIFY_WITH_TIMEOUT(isLive(), kWaitMs);
            QTRY_VERIFY(!workbench.find<QWidget>("publishSheet"));
        }
        QCOMPARE(page->text(), saved);
    }

    void enterNeverPublishesToProduction()
    {
        Bench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        const QString routine = workbench.shell().documents.currentDraft()->routine();
        const QList<VersionShare> live =
            workbench.services().catalog().routine(routine)->deploymentIn(kProduction).shares;
        workbench.trigger(ActionId::PublishProduction);
        auto *sheet = workbench.find<QWidget>("publishSheet");
        QVERIFY(sheet);

        QTest::keyClick(sheet, Qt::Key_Return);

        auto *confirm = workbench.find<QAbstractButton>("sheetConfirm");
        QVERIFY(confirm && confirm->isEnabled()); // not at work
        QVERIFY(workbench.click("sheetCancel"));
        QVERIFY(!workbench.find<QWidget>("publishSheet"));
        workbench.services().catalog().refreshRoutine(routine);
        QSignalSpy changed(&workbench.services().catalog(), &RoutineCatalog::routineChanged);
        QVERIFY(changed.wait(kWaitMs));
        QCOMPARE(workbench.services().catalog().routine(routine)->deploymentIn(kProduction).shares,
                 live);
    }

    void selectingAVersionReadsItAndTwoCompare()
    {
        Bench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        auto *list = workbench.find<QListView>("versionList");
        QVERIFY(list);
        DocumentArea &documents = workbench.shell().documents;

        list->setCurrentIndex(list->model()->index(2, 0));
        QTRY_VERIFY(documents.currentEditorPage() && !documents.currentDraft());
        QVERIFY(documents.currentEditorPage()->editor().isReadOnly());

        list->selectionModel()->select(list->model()->index(3, 0), QItemSelectionModel::Select);
        QVERIFY(workbench.click("compareVersions"));
        QTRY_VERIFY(documents.isComparing());
        QTRY_VERIFY(documents.compareView()->changeCount() > 0);
    }

    void anOldVersionBecomesTheDraftAsOneUndoableEdit()
    {
        Bench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        DraftPage *page = workbench.shell().documents.currentDraft();
        const QByteArray newest = page->text();
        auto *list = workbench.find<QListView>("versionList");
        list->setCurrentIndex(list->model()->index(2, 0));
        const QString id = list->currentIndex().data(VersionListModel::IdRole).toString();

        QVERIFY(workbench.click("useAsDraft"));

        QTRY_COMPARE(page->baseVersionId(), id);
        QTRY_VERIFY(page->text() != newest);
        QTRY_COMPARE(workbench.shell().documents.currentDraft(), page);
        page->page().editor().undo();
        QCOMPARE(page->text(), newest);
    }

    void changesLanguageAndThemeWhileItRuns()
    {
        Bench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        const QString english = workbench.window().actions().action(ActionId::SaveVersion).text();

        workbench.trigger(ActionId::LanguageChinese);
        workbench.trigger(ActionId::ThemeDark);

        QTRY_VERIFY(workbench.window().actions().action(ActionId::SaveVersion).text() != english);
        QVERIFY(workbench.themes().current().isDark());
        workbench.trigger(ActionId::LanguageEnglish);
        QTRY_COMPARE(workbench.window().actions().action(ActionId::SaveVersion).text(), english);
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
