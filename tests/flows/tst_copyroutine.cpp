// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connectdialog.h"
#include "common/commandbutton.h"
#include "compare/compareview.h"
#include "flows/workbench.h"
#include "routines/copyroutinedialog.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "support/unnamedwidgets.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTreeWidget>

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
                   && workbench.services().history().model().rowCount() == 4
                   && workbench.services().history().isListed();
        },
        kWaitMs);
}

/// With EDGEWRIGHT_SHOTS=DIR the pictures are kept to be looked at.
void shoot(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("EDGEWRIGHT_SHOTS");
    if (!folder.isEmpty())
        widget->grab().save(folder + u'/' + name + u".png"_s);
}

/// Chooses the sandbox, in its other generation, as the account that gets the copy.
CopyRoutineDialog *openCopy(Workbench &workbench)
{
    workbench.trigger(ActionId::CopyRoutine);
    auto *connect = workbench.window().findChild<ConnectDialog *>();
    const QList<CommandButton *> offers =
        connect ? connect->findChildren<CommandButton *>() : QList<CommandButton *>();
    if (offers.isEmpty())
        return nullptr;
    QTest::mouseClick(offers.constFirst(), Qt::LeftButton);
    CopyRoutineDialog *dialog = nullptr;
    (void)QTest::qWaitFor(
        [&] {
            dialog = workbench.window().findChild<CopyRoutineDialog *>();
            return dialog && workbench.find<QWidget>("copyStart")
                   && workbench.find<QWidget>("copyStart")->isEnabled();
        },
        kWaitMs);
    return dialog;
}

} // namespace

/// From the first generation to the current one, in the window.
class CopyRoutineTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void aRoutineMovesWithItsHistoryAndItsDomainsAreTickedOff()
    {
        Workbench workbench;
        workbench.useFirstGeneration();
        workbench.open();
        QVERIFY(opened(workbench));
        CopyRoutineDialog *dialog = openCopy(workbench);
        QVERIFY(dialog);
        auto *versions = workbench.find<QTreeWidget>("copyVersions");
        QTRY_COMPARE(versions->topLevelItemCount(), 4);
        QCOMPARE(test::unnamedWidgets(dialog).join(u"; "_s), QString());
        shoot(dialog, u"copy-planned-light"_s);

        QVERIFY(workbench.click("copyStart"));

        auto *summary = workbench.find<QLabel>("copySummary");
        QTRY_VERIFY_WITH_TIMEOUT(summary->text().contains("4 version(s) are the same"_L1)
                                     || summary->text().contains("4 versions are the same"_L1),
                                 kWaitMs);
        QTRY_VERIFY(!workbench.find<QWidget>("copyStart")->isEnabled());
        QTRY_VERIFY(workbench.find<QListWidget>("copyDomains"));
        auto *domains = workbench.find<QListWidget>("copyDomains");
        QTRY_COMPARE(domains->count(), 2);
        domains->item(0)->setCheckState(Qt::Checked);
        workbench.trigger(ActionId::ThemeDark);
        shoot(dialog, u"copy-done-dark"_s);
        QVERIFY(workbench.click("copyClose"));
        QTRY_VERIFY(!workbench.window().findChild<CopyRoutineDialog *>());

        // The one that was open may be going still.
        QTRY_VERIFY(!workbench.window().findChild<ConnectDialog *>());
        workbench.trigger(ActionId::CopyRoutine);
        auto *connect = workbench.window().findChild<ConnectDialog *>();
        QTest::mouseClick(connect->findChildren<CommandButton *>().constFirst(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(workbench.find<QListWidget>("copyDomains"), kWaitMs);
        domains = workbench.find<QListWidget>("copyDomains");
        QTRY_COMPARE(domains->count(), 2);
        QCOMPARE(domains->item(0)->checkState(), Qt::Checked);
        QCOMPARE(domains->item(1)->checkState(), Qt::Unchecked);
    }

    void bothSidesCanBeCompared()
    {
        Workbench workbench;
        workbench.useFirstGeneration();
        workbench.open();
        QVERIFY(opened(workbench));
        QVERIFY(openCopy(workbench));
        QVERIFY(workbench.click("copyStart"));
        auto *versions = workbench.find<QTreeWidget>("copyVersions");
        QTRY_VERIFY_WITH_TIMEOUT(workbench.find<QWidget>("copyClose")->isEnabled()
                                     && !versions->topLevelItem(3)->text(2).isEmpty(),
                                 kWaitMs);
        versions->setCurrentItem(versions->topLevelItem(3));

        QVERIFY(workbench.click("copyCompare"));

        QTRY_VERIFY_WITH_TIMEOUT(workbench.shell().documents.isComparing(), kWaitMs);
        QCOMPARE(workbench.shell().documents.compareView()->changeCount(), 0);
        QTRY_VERIFY(!workbench.window().findChild<CopyRoutineDialog *>());
    }

    void theAccountItIsInAlreadyIsRefused()
    {
        Workbench workbench;
        workbench.open();
        QVERIFY(QTest::qWaitFor(
            [&] { return workbench.services().history().model().rowCount() > 3; }, kWaitMs));
        workbench.trigger(ActionId::CopyRoutine);
        auto *connect = workbench.window().findChild<ConnectDialog *>();
        QVERIFY(connect);

        QTest::mouseClick(connect->findChildren<CommandButton *>().constFirst(), Qt::LeftButton);

        QTRY_VERIFY_WITH_TIMEOUT(!connect->isBusy(), kWaitMs);
        QVERIFY(connect->isVisible());
        QVERIFY(!workbench.window().findChild<CopyRoutineDialog *>());
        connect->reject();
    }
};

QTEST_MAIN(CopyRoutineTest)
#include "tst_copyroutine.moc"
