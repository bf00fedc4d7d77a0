// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/wayback.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

QDateTime minute(qint64 number)
{
    return QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC).addSecs(60 * number);
}

/// "12" or "12:90 13:10"; "-" for nothing.
QList<VersionShare> shares(const QString &text)
{
    QList<VersionShare> list;
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (part == u"-"_s)
            continue;
        const QString percentage = part.section(u':', 1);
        list.append({.versionId = part.section(u':', 0, 0),
                     .percentage = percentage.isEmpty() ? 100 : percentage.toInt()});
    }
    return list;
}

/// One line for each act, oldest first: "publish 12 > 13", "elsewhere", "failed", "lost",
/// "pending", "staging" and "deleted"; the number of the line is its minute.
QList<LedgerEntry> entries(const QStringList &acts)
{
    QList<LedgerEntry> list;
    for (qsizetype i = 0; i < acts.size(); ++i) {
        const QString what = acts.at(i).section(u' ', 0, 0);
        const QString traffic = acts.at(i).section(u' ', 1);
        LedgerEntry entry{.id = i + 1,
                          .environment = what == u"staging"_s ? kStaging : kProduction,
                          .from = shares(traffic.section(u'>', 0, 0)),
                          .to = shares(traffic.section(u'>', 1)),
                          .startedAt = minute(i),
                          .endedAt = minute(i),
                          .outcome = ActOutcome::Done};
        if (what == u"elsewhere"_s)
            entry.kind = ActKind::ChangedElsewhere;
        if (what == u"deleted"_s)
            entry.kind = ActKind::DeleteRoutine;
        if (what == u"failed"_s)
            entry.outcome = ActOutcome::NothingHappened;
        if (what == u"lost"_s)
            entry.outcome = ActOutcome::Unknown;
        if (what == u"pending"_s)
            entry.outcome = ActOutcome::Pending;
        list.prepend(entry);
    }
    return list;
}

/// v1 to v19, each with code of its own and on the service.
QHash<QString, WayBackFacts::Version> nineteenVersions()
{
    QHash<QString, WayBackFacts::Version> versions;
    for (int i = 1; i < 20; ++i)
        versions.insert(
            QString::number(i),
            {.ordinal = i, .digest = "code " + QByteArray::number(i), .onService = true});
    return versions;
}

QString idOf(const std::optional<WayBack> &way)
{
    if (!way || way->split.isEmpty())
        return way ? way->versionId : u"none"_s;
    QStringList parts;
    for (const VersionShare &share : way->split)
        parts.append(share.versionId + u':' + QString::number(share.percentage));
    return parts.join(u' ');
}

} // namespace

class WayBackTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void isTheLastGoodVersionWithAllTheTraffic_data()
    {
        QTest::addColumn<QStringList>("acts");
        QTest::addColumn<QString>("live");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QStringList &acts, const QString &live,
                            const QString &expected) {
            QTest::newRow(name) << acts << live << expected;
        };
        row("nothing is known", {}, u"-"_s, u"none"_s);
        row("only what is live is known", {}, u"5"_s, u"none"_s);
        row("what was live when the ledger began", {u"publish 5 > 6"_s}, u"6"_s, u"5"_s);
        row("the first publication ever", {u"publish - > 6"_s}, u"6"_s, u"none"_s);
        row("two steps", {u"publish 5 > 6"_s, u"publish 6 > 7"_s}, u"7"_s, u"6"_s);
        row("made elsewhere", {u"elsewhere 5 > 6"_s}, u"6"_s, u"5"_s);
        row("not entered yet", {u"publish 5 > 6"_s}, u"7"_s, u"6"_s);
        row("what is live is not known", {u"publish 5 > 6"_s, u"publish 6 > 7"_s}, {}, u"6"_s);
        row("staging is another place", {u"publish 5 > 6"_s, u"staging 8 > 9"_s}, u"6"_s, u"5"_s);
        row("a failed publication", {u"publish 5 > 6"_s, u"failed 6 > 7"_s}, u"6"_s, u"5"_s);
        row("taken back", {u"publish 4 > 5"_s, u"publish 5 > 6"_s, u"publish 6 > 5"_s}, u"5"_s,
            u"4"_s);
        row("taken back, with nothing before", {u"publish 5 > 6"_s, u"publish 6 > 5"_s}, u"5"_s,
            u"none"_s);
        row("taken back elsewhere",
            {u"publish 4 > 5"_s, u"elsewhere 5 > 6"_s, u"elsewhere 6 > 5"_s}, u"5"_s, u"4"_s);
        row("the rollback was undone",
            {u"publish 4 > 5"_s, u"publish 5 > 6"_s, u"publish 6 > 5"_s, u"publish 5 > 6"_s},
            u"6"_s, u"5"_s);
        row("good the second time",
            {u"publish 5 > 6"_s, u"publish 6 > 5"_s, u"publish 5 > 6"_s, u"publish 6 > 7"_s},
            u"7"_s, u"6"_s);
        row("after two rollbacks",
            {u"publish 3 > 4"_s, u"publish 4 > 5"_s, u"publish 5 > 4"_s, u"publish 4 > 6"_s,
             u"publish 6 > 4"_s},
            u"4"_s, u"3"_s);
        row("older, but never live before", {u"publish 5 > 9"_s, u"publish 9 > 7"_s}, u"7"_s,
            u"9"_s);
        row("a split is running", {u"publish 5 > 5:90 6:10"_s}, u"5:90 6:10"_s, u"5"_s);
        row("a split was finished", {u"publish 5 > 5:90 6:10"_s, u"publish 5:90 6:10 > 6"_s},
            u"6"_s, u"5"_s);
        row("a split was aborted",
            {u"publish 4 > 5"_s, u"publish 5 > 5:90 6:10"_s, u"publish 5:90 6:10 > 5"_s}, u"5"_s,
            u"4"_s);
        row("taken back step by step",
            {u"publish 4 > 5"_s, u"publish 5 > 6"_s, u"publish 6 > 6:50 5:50"_s,
             u"publish 6:50 5:50 > 5"_s},
            u"5"_s, u"4"_s);
        row("a split that never had one for all", {u"publish - > 5:50 6:50"_s}, u"5:50 6:50"_s,
            u"none"_s);
        row("published over a split that was all there ever was", {u"publish 7:90 8:10 > 9"_s},
            u"9"_s, u"7:90 8:10"_s);
        row("a split finished, with nothing before", {u"publish 5:90 6:10 > 6"_s}, u"6"_s,
            u"5:90 6:10"_s);
        row("a split broken off, with nothing before", {u"publish 5:90 6:10 > 5"_s}, u"5"_s,
            u"none"_s);
        row("a split broken off step by step, with nothing before",
            {u"publish 5 > 5:90 6:10"_s, u"publish 5:90 6:10 > 5:50 6:50"_s,
             u"publish 5:50 6:50 > 5"_s},
            u"5"_s, u"none"_s);
        row("a split finished step by step, with nothing before",
            {u"publish 5:90 6:10 > 5:50 6:50"_s, u"publish 5:50 6:50 > 6"_s}, u"6"_s,
            u"5:50 6:50"_s);
        row("taken back to a split", {u"publish 7:90 8:10 > 9"_s, u"publish 9 > 7:90 8:10"_s},
            u"7:90 8:10"_s, u"none"_s);
        row("taken back to a split that was changed then",
            {u"publish 7:90 8:10 > 9"_s, u"publish 9 > 7:90 8:10"_s,
             u"publish 7:90 8:10 > 7:75 8:25"_s},
            u"7:75 8:25"_s, u"7:90 8:10"_s);
        row("the answer was lost, something else is live",
            {u"publish 4 > 5"_s, u"lost 5 > 6"_s, u"publish 7 > 8"_s}, u"8"_s, u"7"_s);
        row("the answer was lost and nothing else is known", {u"lost 5 > 6"_s, u"publish 5 > 8"_s},
            u"8"_s, u"5"_s);
        row("the answer was lost, then it was read", {u"lost 5 > 6"_s, u"publish 6 > 8"_s}, u"8"_s,
            u"6"_s);
        row("cut off", {u"publish 4 > 5"_s, u"pending 5 > 6"_s}, u"5"_s, u"4"_s);
        row("the routine was made anew", {u"publish 4 > 5"_s, u"deleted"_s, u"publish - > 6"_s},
            u"6"_s, u"none"_s);
        row("the routine went elsewhere", {u"publish 4 > 5"_s, u"elsewhere 5 > -"_s}, u"6"_s,
            u"none"_s);
    }

    void isTheLastGoodVersionWithAllTheTraffic()
    {
        QFETCH(const QStringList, acts);
        QFETCH(const QString, live);
        QFETCH(const QString, expected);
        WayBackFacts facts{
            .environment = kProduction, .entries = entries(acts), .versions = nineteenVersions()};
        if (!live.isEmpty())
            facts.live = shares(live);

        QCOMPARE(idOf(findWayBack(facts)), expected);
    }

    void saysWhenItWasLive()
    {
        const std::optional<WayBack> way =
            findWayBack({.environment = kProduction,
                         .entries = entries({u"publish 4 > 5"_s, u"publish 5 > 5:90 6:10"_s,
                                             u"publish 5:90 6:10 > 5"_s, u"publish 5 > 6"_s}),
                         .live = shares(u"6"_s),
                         .versions = nineteenVersions()});

        QVERIFY(way);
        QCOMPARE(way->liveFrom, minute(0));
        QCOMPARE(way->liveUntil, minute(3));
        QVERIFY(way->onService);
        QVERIFY(way->isHeld);
    }

    void whatChangedElsewhereWasLiveUntilItWasLastRead()
    {
        QList<LedgerEntry> list = entries({u"publish 4 > 5"_s, u"elsewhere 5 > 6"_s});
        list.first().endedAt = minute(9); // read at minute 1, and then something else

        const std::optional<WayBack> way = findWayBack({.environment = kProduction,
                                                        .entries = list,
                                                        .live = shares(u"6"_s),
                                                        .versions = nineteenVersions()});

        QCOMPARE(idOf(way), u"5"_s);
        QCOMPARE(way->liveFrom, minute(0));
        QCOMPARE(way->liveUntil, minute(1));
    }

    void aVersionThatIsGoneIsToldAsGone()
    {
        WayBackFacts facts{.environment = kProduction,
                           .entries = entries({u"publish 5 > 6"_s}),
                           .live = shares(u"6"_s),
                           .versions = nineteenVersions()};
        facts.versions[u"5"_s].onService = false;

        const std::optional<WayBack> way = findWayBack(facts);

        QCOMPARE(idOf(way), u"5"_s);
        QVERIFY(!way->onService);
        QVERIFY(way->isHeld);
    }

    void aCopyOnTheServiceStandsForAVersionThatIsGone()
    {
        WayBackFacts facts{.environment = kProduction,
                           .entries = entries({u"publish 5 > 6"_s}),
                           .live = shares(u"6"_s),
                           .versions = nineteenVersions()};
        facts.versions[u"5"_s].onService = false;
        facts.versions[u"8"_s].digest = facts.versions.value(u"5"_s).digest;

        const std::optional<WayBack> way = findWayBack(facts);

        QCOMPARE(idOf(way), u"8"_s);
        QVERIFY(way->onService);
    }

    void aCopyStandsForAnotherVersionOnlyWithItsVariables_data()
    {
        using Carried = std::optional<QString>;
        QTest::addColumn<Carried>("gone");
        QTest::addColumn<Carried>("copy");
        QTest::addColumn<QString>("expected");
        QTest::newRow("the same") << Carried(kProduction) << Carried(kProduction) << u"8"_s;
        QTest::newRow("none, both") << Carried(QString()) << Carried(QString()) << u"8"_s;
        QTest::newRow("staging's") << Carried(kProduction) << Carried(kStaging) << QString();
        QTest::newRow("none") << Carried(kProduction) << Carried(QString()) << QString();
        QTest::newRow("not known") << Carried(kProduction) << Carried() << u"8"_s;
        QTest::newRow("not known of what is gone") << Carried() << Carried(kStaging) << u"8"_s;
    }

    void aCopyStandsForAnotherVersionOnlyWithItsVariables()
    {
        QFETCH(const std::optional<QString>, gone);
        QFETCH(const std::optional<QString>, copy);
        QFETCH(const QString, expected);
        WayBackFacts facts{.environment = kProduction,
                           .entries = entries({u"publish 5 > 6"_s}),
                           .live = shares(u"6"_s),
                           .versions = nineteenVersions()};
        facts.versions[u"5"_s].onService = false;
        facts.versions[u"5"_s].variablesOf = gone;
        facts.versions[u"8"_s].digest = facts.versions.value(u"5"_s).digest;
        facts.versions[u"8"_s].variablesOf = copy;

        const std::optional<WayBack> way = findWayBack(facts);

        QCOMPARE(publishableVersion(u"5"_s, facts.versions), expected);
        QCOMPARE(idOf(way), expected.isEmpty() ? u"5"_s : expected);
        QCOMPARE(way->onService, !expected.isEmpty());
    }

    void goingBackByACopyIsGoingBack()
    {
        WayBackFacts facts{
            .environment = kProduction,
            .entries = entries({u"publish 3 > 4"_s, u"publish 4 > 6"_s, u"publish 6 > 9"_s}),
            .live = shares(u"9"_s),
            .versions = nineteenVersions()};
        facts.versions[u"9"_s].digest = facts.versions.value(u"4"_s).digest;

        QCOMPARE(idOf(findWayBack(facts)), u"3"_s);
    }

    void withoutNumbersWhatCameBackWentBack()
    {
        const WayBackFacts facts{
            .environment = kProduction,
            .entries = entries({u"publish 4 > 5"_s, u"publish 5 > 6"_s, u"publish 6 > 5"_s}),
            .live = shares(u"5"_s),
            .versions = {}};

        const std::optional<WayBack> way = findWayBack(facts);

        QCOMPARE(idOf(way), u"4"_s);
        QVERIFY(!way->onService);
        QVERIFY(!way->isHeld);
    }

    void theStagingSlotIsNoWayBack()
    {
        WayBackFacts facts{.environment = kStaging,
                           .entries = entries({u"staging 4 > 5"_s, u"staging 5 > 6"_s}),
                           .live = shares(u"6"_s),
                           .versions = nineteenVersions()};
        facts.versions[u"5"_s].isUnstable = true;

        QCOMPARE(idOf(findWayBack(facts)), u"4"_s);
    }
};

QTEST_GUILESS_MAIN(WayBackTest)
#include "tst_wayback.moc"
