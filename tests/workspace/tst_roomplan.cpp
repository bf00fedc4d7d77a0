// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/roomplan.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Item = VersionListModel::Item;

namespace {

QDateTime day(int number)
{
    return QDateTime(QDate(2026, 10, 1).addDays(number - 1), QTime(12, 0), Qt::UTC);
}

/// v1 to vN, newest first, made on the first N days of October, all in the archive.
QList<Item> versions(int count)
{
    QList<Item> items;
    for (int i = count; i >= 1; --i)
        items.append({.version = {.id = QString::number(i), .createdAt = day(i)},
                      .name = u'v' + QString::number(i),
                      .isHeld = true});
    return items;
}

Item &item(RoomFacts &facts, int number)
{
    return facts.versions[facts.versions.size() - number];
}

Routine routineWith(const QList<Deployment> &deployments)
{
    Routine routine{.name = u"www"_s};
    routine.deployments = deployments;
    return routine;
}

/// "v1 v2", the safest first; proposed ones with a plus.
QString told(const RoomPlan &plan)
{
    QStringList names;
    for (const RoomChoice &choice : plan.safe)
        names.append(choice.name + (choice.isProposed ? u"+"_s : QString()));
    return names.join(u' ');
}

QString keptReason(const RoomPlan &plan, const QString &name)
{
    for (const RoomChoice &choice : plan.kept) {
        if (choice.name == name)
            return choice.reason;
    }
    return {};
}

} // namespace

class RoomPlanTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theSafestComesFirst_data()
    {
        QTest::addColumn<RoomFacts>("facts");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const auto &change, const QString &expected) {
            RoomFacts facts{.versions = versions(4), .routine = routineWith({}), .wanted = 1};
            facts.today = QDate(2026, 11, 22);
            change(facts);
            QTest::newRow(name) << facts << expected;
        };
        row(
            "the oldest first, the newest last", [](RoomFacts &) {}, u"v1+ v2 v3 v4"_s);
        row(
            "two are wanted", [](RoomFacts &f) { f.wanted = 2; }, u"v1+ v2+ v3 v4"_s);
        row(
            "more are wanted than there are", [](RoomFacts &f) { f.wanted = 9; },
            u"v1+ v2+ v3+ v4+"_s);
        row(
            "none is wanted", [](RoomFacts &f) { f.wanted = 0; }, u"v1 v2 v3 v4"_s);
        row(
            "live in production",
            [](RoomFacts &f) {
                f.routine =
                    routineWith({{.environment = kProduction, .shares = {{.versionId = u"1"_s}}}});
            },
            u"v2+ v3 v4"_s);
        row(
            "both parts of a split",
            [](RoomFacts &f) {
                f.routine = routineWith({{.environment = kStaging,
                                          .shares = {{.versionId = u"1"_s, .percentage = 99},
                                                     {.versionId = u"2"_s, .percentage = 1}}}});
            },
            u"v3+ v4"_s);
        row(
            "live in a region only",
            [](RoomFacts &f) {
                f.routine = routineWith({{.environment = u"presetCanaryZhejiang"_s,
                                          .shares = {{.versionId = u"1"_s}}}});
            },
            u"v2+ v3 v4"_s);
        row(
            "live as the list knows it", [](RoomFacts &f) { item(f, 1).staging = 100; },
            u"v2+ v3 v4"_s);
        row(
            "the way back as marked", [](RoomFacts &f) { item(f, 1).isWayBack = true; },
            u"v2+ v3 v4"_s);
        row(
            "the way back as found", [](RoomFacts &f) { f.wayBackIds = {u"1"_s}; }, u"v2+ v3 v4"_s);
        row(
            "the draft's base only after the others",
            [](RoomFacts &f) { item(f, 1).isBase = true; }, u"v2+ v3 v4 v1"_s);
        row(
            "a star last of all",
            [](RoomFacts &f) {
                item(f, 1).mark.isStarred = true;
                item(f, 2).isBase = true;
            },
            u"v3+ v4 v2 v1"_s);
        row(
            "what is not archived yet after what is",
            [](RoomFacts &f) { item(f, 1).isHeld = false; }, u"v2+ v3 v1 v4"_s);
        row(
            "the last copy never",
            [](RoomFacts &f) {
                item(f, 1).isHeld = false;
                item(f, 1).isLost = true;
            },
            u"v2+ v3 v4"_s);
        row(
            "lost on the service but archived", [](RoomFacts &f) { item(f, 1).isLost = true; },
            u"v1+ v2 v3 v4"_s);
        row(
            "gone already", [](RoomFacts &f) { item(f, 1).onService = false; }, u"v2+ v3 v4"_s);
        row(
            "the staging slot", [](RoomFacts &f) { item(f, 1).version.isUnstable = true; },
            u"v2+ v3 v4"_s);
        row(
            "still being prepared",
            [](RoomFacts &f) { item(f, 1).version.state = VersionState::Preparing; },
            u"v2+ v3 v4"_s);
        row(
            "one that was live lately after older ones",
            [](RoomFacts &f) {
                f.entries = {{.kind = ActKind::ChangedElsewhere,
                              .from = {{.versionId = u"1"_s}},
                              .to = {{.versionId = u"9"_s}},
                              .endedAt = day(20),
                              .outcome = ActOutcome::Done}};
            },
            u"v2+ v3 v1 v4"_s);
        row(
            "an attempt to publish is no use",
            [](RoomFacts &f) {
                f.entries = {{.kind = ActKind::Publish,
                              .to = {{.versionId = u"1"_s}},
                              .endedAt = day(20),
                              .outcome = ActOutcome::NothingHappened}};
            },
            u"v1+ v2 v3 v4"_s);
        row(
            "what is live is not known", [](RoomFacts &f) { f.routine = std::nullopt; }, QString());
        row(
            "nothing is safe",
            [](RoomFacts &f) {
                f.routine =
                    routineWith({{.environment = kProduction,
                                  .shares = {{.versionId = u"1"_s, .percentage = 50},
                                             {.versionId = u"2"_s, .percentage = 50}}},
                                 {.environment = kStaging, .shares = {{.versionId = u"3"_s}}}});
                f.wayBackIds = {u"4"_s};
            },
            QString());
        row(
            "there are no versions", [](RoomFacts &f) { f.versions.clear(); }, QString());
    }
    void theSafestComesFirst()
    {
        QFETCH(RoomFacts, facts);
        QFETCH(QString, expected);

        const RoomPlan plan = planRoom(facts);

        QCOMPARE(told(plan), expected);
        QCOMPARE(plan.isEnough(), plan.safe.size() >= facts.wanted);
        for (const RoomChoice &choice : plan.safe)
            QVERIFY2(!choice.reason.isEmpty(), qPrintable(choice.name));
        for (const RoomChoice &choice : plan.kept)
            QVERIFY2(!choice.reason.isEmpty(), qPrintable(choice.name));
    }

    void theReasonIsSaidInWords()
    {
        RoomFacts facts{.versions = versions(4),
                        .routine = routineWith(
                            {{.environment = kProduction, .shares = {{.versionId = u"4"_s}}}}),
                        .wayBackIds = {u"3"_s},
                        .entries = {{.kind = ActKind::Publish,
                                     .from = {{.versionId = u"1"_s}},
                                     .to = {{.versionId = u"3"_s}},
                                     .endedAt = day(3),
                                     .outcome = ActOutcome::Done}},
                        .wanted = 1,
                        .today = QDate(2026, 11, 22)};
        item(facts, 2).isHeld = false;

        const RoomPlan plan = planRoom(facts);

        QCOMPARE(told(plan), u"v1+ v2"_s);
        QCOMPARE(plan.safe[0].reason, u"oldest, not live since 3 Oct, archived"_s);
        QCOMPARE(plan.safe[1].reason, u"never seen live, will be archived first"_s);
        QCOMPARE(keptReason(plan, u"v4"_s), u"live in production"_s);
        QCOMPARE(keptReason(plan, u"v3"_s), u"the way back in production"_s);
        QCOMPARE(plan.proposedIds(), QStringList{u"1"_s});
    }

    void allThatSpeaksForKeepingAVersionIsSaid()
    {
        const RoomFacts facts{
            .versions = versions(2),
            .routine = routineWith({{.environment = kStaging, .shares = {{.versionId = u"2"_s}}},
                                    {.environment = kProduction, .shares = {{.versionId = u"2"_s}}},
                                    {.environment = kStaging, .shares = {{.versionId = u"1"_s}}}}),
            .wayBackIds = {u"1"_s},
            .wanted = 1};

        const RoomPlan plan = planRoom(facts);

        QCOMPARE(keptReason(plan, u"v2"_s), u"live in production, live in staging"_s);
        QCOMPARE(keptReason(plan, u"v1"_s), u"live in staging, the way back in production"_s);
    }

    void whatSpeaksAgainstAChoiceIsSaid()
    {
        RoomFacts facts{.versions = versions(1), .routine = routineWith({}), .wanted = 1};
        item(facts, 1).isBase = true;
        item(facts, 1).mark.isStarred = true;

        const RoomPlan plan = planRoom(facts);

        QCOMPARE(plan.safe.size(), 1);
        QVERIFY(plan.safe[0].reason.contains(u"the draft is based on it"_s));
        QVERIFY(plan.safe[0].reason.contains(u"has a star"_s));
    }
};

QTEST_GUILESS_MAIN(RoomPlanTest)
#include "tst_roomplan.moc"
