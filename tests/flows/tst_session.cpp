// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/messagebar.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "flows/workbench.h"
#include "history/localhistoryview.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/versionpage.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace edgewright;
using test::Workbench;

namespace {

constexpr int kWaitMs = test::kPatienceMs;

bool opened(Workbench &workbench)
{
    return QTest::qWaitFor(
        [&workbench] {
            const DraftPage *page = workbench.shell().documents.currentDraft();
            return page && page->isLoaded()
                   && workbench.services().catalog().model().items().size() == 3
                   && workbench.services().history().model().rowCount() > 3;
        },
        kWaitMs);
}

void openRoutine(Workbench &workbench, int row)
{
    auto *list = workbench.find<QListView>("routineList");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(row, 0)).center());
}

DraftPage *current(Workbench &workbench)
{
    return workbench.shell().documents.currentDraft();
}

CodeEditor &editorOf(Workbench &workbench)
{
    return current(workbench)->page().editor();
}

QStringList tabs(Workbench &workbench)
{
    QStringList texts;
    const auto *area = workbench.find<QTabWidget>("documentTabs");
    for (int i = 0; area && i < area->count(); ++i)
        texts.append(area->tabText(i));
    return texts;
}

} // namespace

class SessionTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void everythingIsBackAfterARestart_data()
    {
        QTest::addColumn<bool>("killed");
        QTest::newRow("after quitting") << false;
        QTest::newRow("with what was on the disk while it ran") << true;
    }

    void everythingIsBackAfterARestart()
    {
        QFETCH(const bool, killed);
        Workbench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        openRoutine(workbench, 1);
        QTRY_COMPARE(workbench.shell().documents.drafts().size(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(current(workbench) && current(workbench)->isLoaded(), kWaitMs);
        const QString routine = current(workbench)->routine();
        editorOf(workbench).insert(u"// a line\n"_s.repeated(300));
        const EditorPlace place{.caret = 10 * 210 + 3, .firstLine = 200};
        current(workbench)->setPlace(place);
        QTRY_VERIFY(current(workbench)->isKept() && current(workbench)->savedAt().isValid());
        const QByteArray text = current(workbench)->text();
        workbench.find<QTabWidget>("documentTabs")->tabBar()->moveTab(1, 0);
        const QStringList before = tabs(workbench);
        const auto isRemembered = [&] {
            const Session session =
                SessionStore(workbench.folder() + u"/session.json"_s).session(u"sandbox"_s);
            return session.tabs.size() == 2 && session.current == 0
                   && session.tabs[0].routine == routine && session.tabs[0].caret == place.caret
                   && session.tabs[0].firstLine == place.firstLine;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isRemembered(), kWaitMs);

        const QByteArray kept = readFile(workbench.folder() + u"/session.json"_s);
        workbench.close();
        if (killed)
            writeFile(workbench.folder() + u"/session.json"_s, kept);
        workbench.restartClosed();
        QVERIFY(opened(workbench));

        QTRY_COMPARE(tabs(workbench), before);
        QTRY_VERIFY(current(workbench) && current(workbench)->isLoaded());
        QTRY_COMPARE(current(workbench)->routine(), routine);
        QTRY_COMPARE(current(workbench)->text(), text);
        QTRY_COMPARE(current(workbench)->place(), place);
    }

    void theVersionBeingReadIsBackInItsPlace()
    {
        Workbench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        auto *list = workbench.find<QListView>("versionList");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(2, 0)).center());
        QTRY_VERIFY_WITH_TIMEOUT(workbench.shell().documents.openVersionPage()
                                     && workbench.shell().documents.openVersionPage()->hasCode(),
                                 kWaitMs);
        const QString id = workbench.shell().documents.openVersionPage()->versionId();
        const QStringList before = tabs(workbench);
        QVERIFY(!workbench.shell().documents.currentDraft());

        workbench.restart();

        QTRY_VERIFY_WITH_TIMEOUT(workbench.shell().documents.openVersionPage()
                                     && workbench.shell().documents.openVersionPage()->hasCode(),
                                 kWaitMs);
        QCOMPARE(workbench.shell().documents.openVersionPage()->versionId(), id);
        QTRY_COMPARE(tabs(workbench), before);
        QTRY_COMPARE(workbench.shell().documents.currentPage(),
                     static_cast<QWidget *>(workbench.shell().documents.openVersionPage()));
    }

    void aDamagedListOfTabsLosesNoDraft()
    {
        Workbench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        openRoutine(workbench, 2);
        QTRY_COMPARE(workbench.shell().documents.drafts().size(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(current(workbench) && current(workbench)->isLoaded(), kWaitMs);
        editorOf(workbench).insert(u"typed"_s);
        const QString routine = current(workbench)->routine();
        workbench.close();
        writeFile(workbench.folder() + u"/session.json"_s, "{\"format\":");

        workbench.restartClosed();
        QVERIFY(opened(workbench));

        QTRY_COMPARE(workbench.shell().documents.drafts().size(), 1);
        QTRY_COMPARE(current(workbench)->routine(), routine);
        QTRY_VERIFY(current(workbench)->text().contains("typed"));
    }

    void discardingIsUndoneByTheButtonOfItsMessage()
    {
        Workbench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        const QByteArray code = current(workbench)->text();
        editorOf(workbench).insert(u"typed"_s);
        const QByteArray typed = current(workbench)->text();

        workbench.trigger(ActionId::DiscardDraft);

        QCOMPARE(current(workbench)->text(), code);
        QTRY_VERIFY(!current(workbench)->isEdited());
        auto *list = workbench.find<QListWidget>("localHistory");
        QTRY_VERIFY((list = workbench.find<QListWidget>("localHistory")) && list->count() == 1);
        QVERIFY(list->item(0)->text().contains(u"discarded"_s));
        QVERIFY(workbench.click("messageAction0"));
        QTRY_COMPARE(current(workbench)->text(), typed);
        QTRY_VERIFY(current(workbench)->isEdited());
        QTRY_VERIFY(workbench.shell().messages.isHidden());
    }

    void theLocalHistoryIsReadComparedAndUsed()
    {
        Workbench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        const QByteArray code = current(workbench)->text();
        editorOf(workbench).insert(u"typed"_s);
        const QByteArray typed = current(workbench)->text();
        workbench.trigger(ActionId::DiscardDraft);
        QListWidget *list = nullptr;
        QTRY_VERIFY((list = workbench.find<QListWidget>("localHistory")) && list->count() == 1);
        list->setCurrentRow(0);

        QVERIFY(workbench.click("readSnapshot"));
        QTRY_VERIFY_WITH_TIMEOUT(workbench.shell().documents.openVersionPage(), kWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(
            workbench.shell().documents.openVersionPage()->page().editor().bytes(), typed, kWaitMs);
        QVERIFY(workbench.click("compareSnapshot"));
        QTRY_VERIFY_WITH_TIMEOUT(workbench.shell().documents.isComparing(), kWaitMs);
        QVERIFY(workbench.click("useSnapshot"));

        QTRY_COMPARE_WITH_TIMEOUT(current(workbench)->text(), typed, kWaitMs);
        editorOf(workbench).undo();
        QCOMPARE(current(workbench)->text(), code);
    }

    void undoGoesBackBeyondSavingAVersionAndARefresh()
    {
        Workbench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        const DraftPage *page = current(workbench);
        const QByteArray code = page->text();
        const QString base = page->baseVersionId();
        editorOf(workbench).insert(u"// typed\n"_s);

        workbench.trigger(ActionId::SaveVersion);
        QTRY_VERIFY(workbench.find<QLineEdit>("versionDescription"));
        QVERIFY(workbench.click("sheetConfirm"));
        QTRY_VERIFY_WITH_TIMEOUT(page->baseVersionId() != base, kWaitMs);
        workbench.trigger(ActionId::Refresh);
        QTRY_VERIFY_WITH_TIMEOUT(!workbench.services().history().isRefreshing()
                                     && !workbench.services().catalog().isRefreshing(),
                                 kWaitMs);
        QTRY_VERIFY(!page->isEdited());
        workbench.trigger(ActionId::Undo);

        QTRY_COMPARE(page->text(), code);
        QTRY_VERIFY(page->isEdited());
        const auto snapshots = [&] {
            return workbench.services().drafts().history().snapshots(page->accountId(),
                                                                     page->routine());
        };
        QTRY_VERIFY(!snapshots().isEmpty());
        QCOMPARE(snapshots().constFirst().reason, SnapshotReason::BeforeSaveVersion);
    }

    void theStatusLineSaysWhatIsNotOnTheDiskAndWhy()
    {
        Workbench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        const auto *status = workbench.find<QLabel>("statusDraft");
        QTRY_COMPARE(status->text(), u"No changes"_s);
        writeFile(workbench.folder() + u"/drafts"_s, "in the way");

        editorOf(workbench).insert(u"typed"_s);

        QCOMPARE(status->text(), u"Saving the draft…"_s);
        QTRY_VERIFY(status->text().startsWith(u"Draft NOT saved: "_s));
        QVERIFY(status->text().contains(u"Not a directory"_s));
        QVERIFY(QFile::remove(workbench.folder() + u"/drafts"_s));
        // It is tried again without anybody doing anything.
        QTRY_VERIFY_WITH_TIMEOUT(status->text().startsWith(u"Draft saved "_s), kWaitMs);
    }

private:
    static QByteArray readFile(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void writeFile(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
};

QTEST_MAIN(SessionTest)
#include "tst_session.moc"
