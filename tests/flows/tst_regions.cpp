// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "flows/workbench.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "support/fakeroutineservice.h"
#include "support/unnamedwidgets.h"
#include "workspace/regionflow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace edgewright;
using test::Workbench;

namespace {

constexpr int kWaitMs = test::kPatienceMs;
const QString kShanghai = u"presetCanaryShanghai"_s;

bool opened(Workbench &workbench)
{
    return QTest::qWaitFor(
        [&workbench] {
            const DraftPage *page = workbench.shell().documents.currentDraft();
            const auto &items = workbench.services().catalog().model().items();
            return page && page->isLoaded() && items.size() == 2
                   && std::ranges::all_of(items, &RoutineListModel::Item::liveKnown)
                   && workbench.services().history().model().rowCount() == 4;
        },
        kWaitMs);
}

/// The row of the region list whose name holds \p text; invalid when there is none.
QModelIndex rowOf(QTreeView *list, const QString &text)
{
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data().toString().contains(text))
            return index;
    }
    return {};
}

QString liveIn(Workbench &workbench, const QString &environment)
{
    const QString routine = workbench.services().history().routine();
    const std::optional<Routine> known = workbench.services().catalog().routine(routine);
    return known ? known->deploymentIn(environment).mainVersionId() : QString();
}

/// With EDGEWRIGHT_SHOTS=DIR the pictures are kept to be looked at.
void shoot(Workbench &workbench, const QString &name)
{
    const QString folder = qEnvironmentVariable("EDGEWRIGHT_SHOTS");
    if (!folder.isEmpty())
        workbench.window().grab().save(folder + u'/' + name + u".png"_s);
}

} // namespace

/// What the window offers for a service with regions and drafts on staging, and for one without.
class RegionsTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void nothingOfItIsThereWhereTheServiceCannot()
    {
        Workbench workbench;
        workbench.open();
        QTRY_VERIFY_WITH_TIMEOUT(workbench.services().connection().service(), kWaitMs);
        QVERIFY(!workbench.services().connection().service()->capabilities().canaryEnvironments);

        const ActionRegistry &actions = workbench.window().actions();
        QTRY_VERIFY(!actions.action(ActionId::PublishRegions).isVisible());
        QTRY_VERIFY(!actions.action(ActionId::StageDraft).isVisible());
        QTRY_VERIFY(!actions.action(ActionId::PublishRegions).isEnabled());
    }

    void aVersionGoesToTickedRegionsAndOneIsTakenAway()
    {
        Workbench workbench;
        workbench.useFirstGeneration();
        workbench.open();
        QVERIFY(opened(workbench));
        workbench.window().resize(1280, 860);
        const QString version = workbench.services().history().newestVersionId();
        const QString production = liveIn(workbench, kProduction);
        workbench.trigger(ActionId::PublishRegions);
        QTRY_VERIFY(workbench.find<QWidget>("regionsSheet"));
        auto *list = workbench.find<QTreeView>("regionList");
        QTRY_COMPARE(list->model()->rowCount(), 37);
        QTRY_VERIFY(workbench.find<QComboBox>("regionsLimit"));
        QTRY_COMPARE(rowOf(list, u"浙江"_s).siblingAtColumn(1).data().toString(), u"v4"_s);
        QCOMPARE(test::unnamedWidgets(&workbench.window()).join(u"; "_s), QString());
        QVERIFY(!workbench.find<QAbstractButton>("sheetConfirm")->isEnabled());

        workbench.find<QLineEdit>("regionFilter")->setText(u"shang"_s);
        QCOMPARE(list->model()->rowCount(), 1);
        QVERIFY(
            list->model()->setData(rowOf(list, u"Shanghai"_s), Qt::Checked, Qt::CheckStateRole));
        workbench.find<QLineEdit>("regionFilter")->clear();
        list->setCurrentIndex(rowOf(list, u"浙江"_s));
        shoot(workbench, u"regions-light"_s);
        workbench.trigger(ActionId::ThemeDark);
        shoot(workbench, u"regions-dark"_s);
        QVERIFY(workbench.click("sheetConfirm"));

        QTRY_COMPARE_WITH_TIMEOUT(liveIn(workbench, kShanghai), version, kWaitMs);
        QTRY_VERIFY(!workbench.find<QWidget>("regionsSheet"));
        QCOMPARE(liveIn(workbench, kProduction), production);

        workbench.trigger(ActionId::PublishRegions);
        QTRY_VERIFY(workbench.find<QWidget>("regionsSheet"));
        QVERIFY(!workbench.find<QAbstractButton>("regionsRemove")->isEnabled());
        QTRY_VERIFY(rowOf(list, u"Shanghai"_s).isValid());
        QVERIFY(
            list->model()->setData(rowOf(list, u"Shanghai"_s), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(workbench.click("regionsRemove"));
        QTRY_VERIFY(workbench.find<QAbstractButton>("questionAccept"));
        QVERIFY(workbench.click("questionAccept"));
        QTRY_COMPARE_WITH_TIMEOUT(liveIn(workbench, kShanghai), QString(), kWaitMs);
    }

    void nothingIsTakenAwayFromAnotherAccount()
    {
        Workbench workbench;
        workbench.useFirstGeneration();
        workbench.open();
        QVERIFY(opened(workbench));
        workbench.trigger(ActionId::PublishRegions);
        QTRY_VERIFY(workbench.find<QWidget>("regionsSheet"));
        auto *list = workbench.find<QTreeView>("regionList");
        QTRY_VERIFY(rowOf(list, u"浙江"_s).isValid());
        QVERIFY(list->model()->setData(rowOf(list, u"浙江"_s), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(workbench.click("regionsRemove"));
        QTRY_VERIFY(workbench.find<QAbstractButton>("questionAccept"));

        auto other = std::make_unique<test::FakeRoutineService>();
        other->capabilities().canaryEnvironments = true;
        other->hold(u"fetchRoutine"_s); // whoever removes reads first
        workbench.services().connection().adopt({.id = u"other"_s, .name = u"Other"_s},
                                                std::move(other));
        QVERIFY(workbench.click("questionAccept"));
        QCoreApplication::processEvents();

        QVERIFY(!workbench.find<QAbstractButton>("questionAccept"));
        QVERIFY(workbench.window().findChildren<RegionFlow *>().isEmpty());
    }

    void theCpuTimeLimitOfOneRegionIsSet()
    {
        Workbench workbench;
        workbench.useFirstGeneration();
        workbench.open();
        QVERIFY(opened(workbench));
        const QString routine = workbench.services().history().routine();
        workbench.trigger(ActionId::PublishRegions);
        auto *list = workbench.find<QTreeView>("regionList");
        QTRY_VERIFY(workbench.find<QComboBox>("regionsLimit"));
        auto *limits = workbench.find<QComboBox>("regionsLimit");
        QTRY_COMPARE(limits->count(), 3);
        QTRY_COMPARE(list->model()->rowCount(), 37);
        list->setCurrentIndex(rowOf(list, u"浙江"_s));
        QVERIFY(!workbench.find<QAbstractButton>("regionsSetLimit")->isEnabled());

        limits->setCurrentText(u"100ms"_s);
        QVERIFY(workbench.click("regionsSetLimit"));

        const auto limit = [&] {
            return workbench.services()
                .catalog()
                .routine(routine)
                ->deploymentIn(u"presetCanaryZhejiang"_s)
                .processorTier;
        };
        QTRY_COMPARE_WITH_TIMEOUT(limit(), u"100ms"_s, kWaitMs);
        QTRY_COMPARE(rowOf(list, u"浙江"_s).siblingAtColumn(2).data().toString(), u"100ms"_s);
        QVERIFY(workbench.find<QWidget>("regionsSheet"));
    }

    void aDraftOnStagingBecomesAVersionAsItIs()
    {
        Workbench workbench;
        workbench.useFirstGeneration();
        workbench.open();
        QVERIFY(opened(workbench));
        DraftPage *page = workbench.shell().documents.currentDraft();
        page->page().editor().insert(u"// tried on staging first\n"_s);

        workbench.trigger(ActionId::StageDraft);
        QTRY_VERIFY(workbench.find<QAbstractButton>("questionAccept"));
        QVERIFY(workbench.click("questionAccept"));

        QTRY_COMPARE_WITH_TIMEOUT(liveIn(workbench, kStaging), u"unstable"_s, kWaitMs);
        QVERIFY(page->isEdited());
        VersionHistory &history = workbench.services().history();
        QTRY_VERIFY(history.version(u"unstable"_s).has_value());
        QTRY_VERIFY(!history.isRefreshing());

        workbench.trigger(ActionId::SaveVersion);
        QTRY_VERIFY(workbench.find<QWidget>("saveVersionSheet"));
        QVERIFY(workbench.click("sheetConfirm"));
        QTRY_VERIFY_WITH_TIMEOUT(!page->isEdited(), kWaitMs);
        QTRY_VERIFY(!history.version(u"unstable"_s).has_value());
        workbench.services().catalog().refreshRoutine(page->routine());
        QTRY_COMPARE_WITH_TIMEOUT(liveIn(workbench, kStaging), page->baseVersionId(), kWaitMs);
    }
};

QTEST_MAIN(RegionsTest)
#include "tst_regions.moc"
