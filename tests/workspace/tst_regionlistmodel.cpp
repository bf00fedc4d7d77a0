// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/routinetypes.h"
#include "workspace/regionlistmodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

QList<RegionListModel::Item> items()
{
    return {{.environment = kProduction, .runs = u"v3"_s, .limit = u"5ms"_s, .isPresent = true},
            {.environment = u"presetCanaryAnhui"_s},
            {.environment = u"presetCanaryZhejiang"_s,
             .runs = u"v4"_s,
             .limit = u"50ms"_s,
             .isPresent = true}};
}

} // namespace

class RegionListModelTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void onlyRegionsCanBeTicked()
    {
        RegionListModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setItems(items());
        QSignalSpy ticked(&model, &RegionListModel::tickedChanged);

        QVERIFY(!model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!model.setData(model.index(1, 1), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(model.setData(model.index(2, 0), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(model.setData(model.index(1, 0), Qt::Checked, Qt::CheckStateRole));

        QCOMPARE(ticked.size(), 2);
        QCOMPARE(model.ticked(), QStringList({u"presetCanaryAnhui"_s, u"presetCanaryZhejiang"_s}));
        QVERIFY(!model.index(0, 0).data(Qt::CheckStateRole).isValid());
    }

    void ticksStayWithTheirRegion()
    {
        RegionListModel model;
        model.setItems(items());
        model.setData(model.index(2, 0), Qt::Checked, Qt::CheckStateRole);

        QList<RegionListModel::Item> changed = items();
        changed[1].runs = u"v4"_s;
        model.setItems(changed);
        QCOMPARE(model.ticked(), QStringList{u"presetCanaryZhejiang"_s});
        changed.removeAt(1);
        model.setItems(changed);
        QCOMPARE(model.ticked(), QStringList{u"presetCanaryZhejiang"_s});
        changed.removeAt(1);
        model.setItems(changed);
        QVERIFY(model.ticked().isEmpty());
    }

    void rowsAreFoundByBothNames()
    {
        RegionListModel model;
        model.setItems(items());

        const QString text = model.index(2, 0).data(RegionListModel::FilterRole).toString();

        QVERIFY(text.contains(u"浙江"_s));
        QVERIFY(text.contains(u"Zhejiang"_s));
        QCOMPARE(model.index(1, 1).data().toString(), u"nothing of its own"_s);
        QVERIFY(!model.index(1, 0).data(RegionListModel::PresentRole).toBool());
    }
};

QTEST_GUILESS_MAIN(RegionListModelTest)
#include "tst_regionlistmodel.moc"
