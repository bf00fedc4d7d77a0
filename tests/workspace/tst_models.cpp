// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/routinelistmodel.h"
#include "workspace/versionlistmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

VersionListModel::Item item(const QString &id, int production = 0)
{
    return {.version = {.id = id, .description = u"about "_s + id},
            .name = u"v"_s + id,
            .production = production};
}

QList<VersionListModel::Item> itemsOf(const QString &ids)
{
    QList<VersionListModel::Item> items;
    for (const QChar id : ids)
        items.append(item(id));
    return items;
}

QString idsOf(const VersionListModel &model)
{
    QString ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += model.index(row).data(VersionListModel::IdRole).toString();
    return ids;
}

} // namespace

class ModelsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void becomesAnyOtherList_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("filled") << u""_s << u"abc"_s;
        QTest::newRow("emptied") << u"abc"_s << u""_s;
        QTest::newRow("one in front") << u"abc"_s << u"xabc"_s;
        QTest::newRow("one dropped") << u"abc"_s << u"ac"_s;
        QTest::newRow("turned round") << u"abcd"_s << u"dcba"_s;
        QTest::newRow("everything at once") << u"abcdef"_s << u"fxbya"_s;
        QTest::newRow("others") << u"abc"_s << u"xyz"_s;
    }

    void becomesAnyOtherList()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        VersionListModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setItems(itemsOf(before));

        model.setItems(itemsOf(after));

        QCOMPARE(idsOf(model), after);
    }

    void aSelectionStaysWithItsItem()
    {
        VersionListModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            const auto letters = [&random] {
                QString ids;
                for (const QChar c : u"abcdefgh"_s) {
                    if (random.bounded(2) == 1)
                        ids.insert(random.bounded(static_cast<int>(ids.size()) + 1), c);
                }
                return ids;
            };
            const QString before = letters();
            const QString after = letters();
            model.setItems(itemsOf(before));
            QList<QPersistentModelIndex> selected;
            for (int row = 0; row < model.rowCount(); ++row)
                selected.append(model.index(row));

            model.setItems(itemsOf(after));

            QCOMPARE(idsOf(model), after);
            for (qsizetype i = 0; i < before.size(); ++i) {
                const bool stays = after.contains(before.at(i));
                QCOMPARE(selected.at(i).isValid(), stays);
                if (stays)
                    QCOMPARE(selected.at(i).data(VersionListModel::IdRole).toString(),
                             QString(before.at(i)));
            }
        }
    }

    void onlyWhatChangedIsAnnounced()
    {
        VersionListModel model;
        model.setItems({item(u"a"_s), item(u"b"_s), item(u"c"_s)});
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);

        model.setItems({item(u"a"_s), item(u"b"_s, 100), item(u"c"_s)});

        QCOMPARE(inserted.count(), 0);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    }

    void aServiceThatRepeatsItselfGivesOneRow()
    {
        VersionListModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);

        model.setItems(itemsOf(u"abab"_s));

        QCOMPARE(idsOf(model), u"ab"_s);
    }

    void aVersionTellsItsRoles()
    {
        VersionListModel model;
        const QDateTime created(QDate(2024, 3, 11), QTime(1, 23), Qt::UTC);
        model.setItems({{.version = {.id = u"1710120201067203242"_s,
                                     .description = u"\n  cache 404s\nand more\n"_s,
                                     .createdAt = created,
                                     .state = VersionState::Preparing},
                         .name = u"v7"_s,
                         .production = 90,
                         .staging = 100,
                         .isBase = true}});
        const QModelIndex index = model.index(0);

        QCOMPARE(index.data().toString(), u"v7"_s);
        QCOMPARE(index.data(VersionListModel::IdRole).toString(), u"1710120201067203242"_s);
        QCOMPARE(index.data(VersionListModel::DescriptionRole).toString(), u"cache 404s"_s);
        QCOMPARE(index.data(VersionListModel::FullDescriptionRole).toString(),
                 u"\n  cache 404s\nand more\n"_s);
        QCOMPARE(index.data(VersionListModel::CreatedAtRole).toDateTime(), created);
        QCOMPARE(index.data(VersionListModel::ProductionRole).toInt(), 90);
        QCOMPARE(index.data(VersionListModel::StagingRole).toInt(), 100);
        QCOMPARE(index.data(VersionListModel::UnstableRole).toBool(), false);
        QCOMPARE(index.data(VersionListModel::StateRole).toInt(),
                 static_cast<int>(VersionState::Preparing));
        QCOMPARE(index.data(VersionListModel::BaseRole).toBool(), true);
        QCOMPARE(model.rowOf(u"1710120201067203242"_s), 0);
        QCOMPARE(model.rowOf(u"other"_s), -1);
    }

    void aRoutineTellsItsRoles()
    {
        RoutineListModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        RoutineListModel::Item routine{.routine = {.name = u"hello"_s, .description = u"路由\n"_s},
                                       .liveKnown = true,
                                       .hasDraft = true,
                                       .production = u"v7"_s,
                                       .staging = u"v8"_s};
        model.setItems({routine, {.routine = {.name = u"other"_s}}});
        const QModelIndex index = model.index(0);

        QCOMPARE(index.data().toString(), u"hello"_s);
        QCOMPARE(index.data(RoutineListModel::NameRole).toString(), u"hello"_s);
        QCOMPARE(index.data(RoutineListModel::DescriptionRole).toString(), u"路由"_s);
        QCOMPARE(index.data(RoutineListModel::ProductionRole).toString(), u"v7"_s);
        QCOMPARE(index.data(RoutineListModel::StagingRole).toString(), u"v8"_s);
        QCOMPARE(index.data(RoutineListModel::LiveKnownRole).toBool(), true);
        QCOMPARE(index.data(RoutineListModel::HasDraftRole).toBool(), true);

        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        routine.staging.clear();
        model.updateItem(routine);
        model.updateItem(routine);
        model.updateItem({.routine = {.name = u"unknown"_s}});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(index.data(RoutineListModel::StagingRole).toString(), QString());
        QCOMPARE(model.rowCount(), 2);
    }

    void sharesAreDescribed_data()
    {
        QTest::addColumn<QList<NamedShare>>("shares");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QList<NamedShare>() << QString();
        QTest::newRow("all") << QList<NamedShare>{{u"v7"_s, 100}} << u"v7"_s;
        QTest::newRow("split") << QList<NamedShare>{{u"v5"_s, 90}, {u"v6"_s, 10}}
                               << u"v5\u00a090\u00a0% · v6\u00a010\u00a0%"_s;
        QTest::newRow("part only") << QList<NamedShare>{{u"v5"_s, 90}} << u"v5\u00a090\u00a0%"_s;
    }

    void sharesAreDescribed()
    {
        QFETCH(const QList<NamedShare>, shares);
        QFETCH(const QString, text);

        QCOMPARE(describeShares(shares), text);
    }
};

QTEST_GUILESS_MAIN(ModelsTest)
#include "tst_models.moc"
