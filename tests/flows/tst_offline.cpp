// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "history/historypanel.h"
#include "routines/routinespanel.h"
#include "shell/actionregistry.h"
#include "shell/comparecontroller.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/versionpage.h"
#include "support/testing.h"
#include "support/unnamedwidgets.h"
#include "workbench.h"

#include <QLabel>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace edgewright;

/// What is there when the service is not: after a deletion, and after a start without it.
class OfflineTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void aVersionDeletedOnTheServiceIsStillReadHere()
    {
        test::Workbench workbench;
        openArchived(workbench);
        VersionHistory &history = workbench.services().history();
        const QString id = deletableVersion(history);
        QVERIFY(!id.isEmpty());
        const int used = history.used();
        const Result<VersionCode> before = test::wait(history.fetchCode(history.routine(), id));
        QVERIFY_RESULT(before);

        const Result<> deleted = test::wait(
            workbench.services().connection().service()->deleteVersion(history.routine(), id));
        QVERIFY_RESULT(deleted);
        history.refresh();

        QTRY_COMPARE(history.used(), used - 1);
        const int row = history.model().rowOf(id);
        QVERIFY(row >= 0);
        QVERIFY(!history.model().items().at(row).onService);
        workbench.shell().historyPanel.selectVersion(id);
        QTRY_VERIFY(workbench.shell().documents.openVersionPage()
                    && workbench.shell().documents.openVersionPage()->hasCode());
        QCOMPARE(workbench.shell().documents.openVersionPage()->page().editor().bytes(),
                 before->bytes);
        QTRY_VERIFY(!workbench.window().actions().action(ActionId::DeleteVersion).isEnabled());
    }

    void aStartWithoutTheServiceShowsEverythingKnown()
    {
        test::Workbench workbench;
        openArchived(workbench);
        const QString routine = workbench.services().history().routine();
        const qsizetype routines = workbench.services().catalog().model().rowCount();
        const int versions = numbered(workbench.services().history());
        const QByteArray text = workbench.shell().documents.currentDraft()->text();
        workbench.takeTheServiceAway();

        workbench.restart();

        QTRY_COMPARE(workbench.services().catalog().model().rowCount(), routines);
        QTRY_COMPARE(workbench.services().history().routine(), routine);
        QTRY_COMPARE(numbered(workbench.services().history()), versions);
        QTRY_VERIFY(workbench.shell().documents.currentDraft()
                    && workbench.shell().documents.currentDraft()->isLoaded());
        QCOMPARE(workbench.shell().documents.currentDraft()->text(), text);
        QTRY_VERIFY(workbench.find<QLabel>("statusAccount"));
        QTRY_VERIFY(workbench.find<QLabel>("statusAccount")->text().contains(u"as of "_s));
        const QAction &publish = workbench.window().actions().action(ActionId::PublishProduction);
        QTRY_VERIFY(!publish.isEnabled());
        QTRY_VERIFY(!publish.statusTip().isEmpty());
        QTRY_VERIFY(workbench.window().actions().action(ActionId::CompareDraftBase).isEnabled());
        QCOMPARE(test::unnamedWidgets(&workbench.window()), QStringList());
    }

    void whatWasRememberedTurnsIntoNow()
    {
        test::Workbench workbench;
        openArchived(workbench);
        workbench.takeTheServiceAway();
        workbench.restart();
        QTRY_VERIFY(workbench.services().catalog().model().rowCount() > 0);
        QTRY_VERIFY(workbench.shell().documents.currentDraft()
                    && workbench.shell().documents.currentDraft()->isLoaded());
        workbench.bringTheServiceBack();
        workbench.restart();

        QTRY_VERIFY(workbench.services().catalog().isRead());

        QTRY_VERIFY(!workbench.services().catalog().isRefreshing());
        QTRY_VERIFY(workbench.window().actions().action(ActionId::PublishProduction).isEnabled());
        QTRY_VERIFY(workbench.shell().documents.currentDraft()
                    && workbench.shell().documents.currentDraft()->isLoaded());
    }

private:
    /// The sample account with everything in the archive.
    static void openArchived(test::Workbench &workbench)
    {
        workbench.open();
        const auto isReady = [&workbench] {
            AppServices &services = workbench.services();
            return services.catalog().isRead() && !services.catalog().isRefreshing()
                   && services.history().isListed() && !services.history().isAwaited()
                   && services.archiver().progress().total == 0 && isHeld(services.history());
        };
        QTRY_VERIFY(isReady());
        QTRY_VERIFY(workbench.shell().documents.currentDraft()
                    && workbench.shell().documents.currentDraft()->isLoaded());
    }

    static bool isHeld(VersionHistory &history)
    {
        return numbered(history) > 0
               && std::ranges::all_of(history.model().items(), [](const auto &item) {
                      return item.version.isUnstable || item.isHeld || item.isLost;
                  });
    }

    static int numbered(VersionHistory &history)
    {
        return static_cast<int>(std::ranges::count_if(
            history.model().items(), [](const auto &item) { return !item.version.isUnstable; }));
    }

    static QString deletableVersion(VersionHistory &history)
    {
        for (const VersionListModel::Item &item : history.model().items()) {
            if (!item.version.isUnstable && !item.isLive() && item.isHeld)
                return item.version.id;
        }
        return {};
    }
};

QTEST_MAIN(OfflineTest)
#include "tst_offline.moc"
