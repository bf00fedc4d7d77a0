// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/rawserver.h"
#include "probe/watch.h"
#include "support/patience.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace edgewright;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::RawServer;

namespace {

WatchSample answered(int status, const QByteArray &content = "same")
{
    return {.status = status, .content = content};
}

WatchPlan quick()
{
    return {.wait = 1ms, .gap = 1ms, .doubt = 1ms, .looks = 3};
}

ProbeRequest to(const RawServer &server)
{
    return {.url = QUrl(u"http://www.acme.example:%1/x"_s.arg(server.port())),
            .address = QHostAddress(QHostAddress::LocalHost)};
}

RawServer::Step step(int status, const QByteArray &body = "x", const QByteArray &headers = {})
{
    return {RawServer::answer(status, body, headers)};
}

const WatchSample kBroken{.problem = u"broke off"_s};
const WatchSample kUnreached{.unreached = true, .problem = u"not found"_s};

} // namespace

Q_DECLARE_METATYPE(std::optional<edgewright::WatchSample>)
Q_DECLARE_METATYPE(edgewright::WatchSample)

class WatchVerdictTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void anAnswerIsMeasuredAgainstTheOneFromBefore_data()
    {
        QTest::addColumn<std::optional<WatchSample>>("before");
        QTest::addColumn<WatchSample>("after");
        QTest::addColumn<WatchVerdict>("verdict");
        using enum WatchVerdict;
        const auto row = [](const char *name, const std::optional<WatchSample> &before,
                            const WatchSample &after, WatchVerdict verdict) {
            QTest::addRow("%s", name) << before << after << verdict;
        };
        row("the same", answered(200), answered(200), AsBefore);
        row("another content", answered(200), answered(200, "other"), Different);
        row("another success", answered(200), answered(204), Different);
        row("a redirection now", answered(200), answered(302), Different);
        row("a redirection no more", answered(301), answered(200), Different);
        row("not found now", answered(200), answered(404), Worse);
        row("server error now", answered(200), answered(500), Worse);
        row("server error after redirection", answered(302), answered(503), Worse);
        row("server error after not found", answered(404), answered(500), Worse);
        row("broken off now", answered(200), kBroken, Worse);
        row("not found as before", answered(404), answered(404), BadBefore);
        row("another error of the client", answered(404), answered(401), BadBefore);
        row("server error as before", answered(500), answered(502), BadBefore);
        row("broken off as before", kBroken, kBroken, BadBefore);
        row("broken off before, error now", kBroken, answered(500), BadBefore);
        row("better than before", answered(500), answered(200), Different);
        row("found by now", answered(404), answered(200), Different);
        row("well, with nothing from before", std::nullopt, answered(200), NoMeasure);
        row("not found, with nothing from before", std::nullopt, answered(404), NoMeasure);
        row("error, with nothing from before", std::nullopt, answered(500), Worse);
        row("reached for the first time", kUnreached, answered(200), NoMeasure);
        row("error, not reached before", kUnreached, answered(500), Worse);
        row("not reached now", answered(200), kUnreached, Unreached);
        row("never reached", kUnreached, kUnreached, Unreached);
    }

    void anAnswerIsMeasuredAgainstTheOneFromBefore()
    {
        QFETCH(std::optional<WatchSample>, before);
        QFETCH(WatchSample, after);
        QFETCH(WatchVerdict, verdict);

        QCOMPARE(judge(before, after), verdict);
        QVERIFY(!describe(before, after).isEmpty());
    }

    void theWordsSayNowAndBefore()
    {
        QCOMPARE(describe(answered(200), answered(500)), u"answers 500, before 200"_s);
        QCOMPARE(describe(answered(200), kBroken), u"answers nothing, before 200"_s);
        QCOMPARE(describe(answered(200), answered(200)), u"answers 200 as before"_s);
    }

    void theWordsSayWhatIsOtherThanBefore()
    {
        const WatchSample before = answered(200, "200\na: 1\n\nhello");

        QCOMPARE(describe(before, answered(200, "200\na: 1\n\nbye")),
                 u"answers 200 as before, but with another body"_s);
        QCOMPARE(describe(before, answered(200, "200\na: 2\n\nhello")),
                 u"answers 200 as before, but with other headers"_s);
        QCOMPARE(describe(before, answered(200, "200\n\nbye")),
                 u"answers 200 as before, but with other headers and another body"_s);
    }

    void aWatchLastsAsLongAsWasAskedFor()
    {
        QCOMPARE(WatchPlan::lasting(10s, 1min).looks, 4);
        QCOMPARE(WatchPlan::lasting(10s, 10min).length(), std::chrono::milliseconds(595s));
        QCOMPARE(WatchPlan::lasting(30s, 10s).looks, 1);
        QCOMPARE(WatchPlan::lasting(30s, 10s).length(), std::chrono::milliseconds(30s));
    }

    void aWatchEndsAsItsAnswersSay_data()
    {
        QTest::addColumn<QList<int>>("statuses"); ///< The first is from before.
        QTest::addColumn<Watch::Outcome>("outcome");
        QTest::addColumn<int>("requests");
        QTest::addColumn<int>("blips");
        using enum Watch::Outcome;
        QTest::addRow("good") << QList<int>{200} << Good << 4 << 0;
        QTest::addRow("bad from the first look") << QList<int>{200, 500} << Failed << 3 << 0;
        QTest::addRow("bad later") << QList<int>{200, 200, 200, 500} << Failed << 5 << 0;
        QTest::addRow("bad for one look") << QList<int>{200, 500, 200} << Good << 4 << 1;
        QTest::addRow("bad in the last look only")
            << QList<int>{200, 200, 200, 500, 200} << Good << 5 << 1;
        QTest::addRow("bad now and then") << QList<int>{200, 500, 200, 500, 200} << Good << 5 << 2;
        QTest::addRow("bad as before") << QList<int>{500} << Good << 4 << 0;
    }

    void aWatchEndsAsItsAnswersSay()
    {
        QFETCH(QList<int>, statuses);
        RawServer server;
        QList<RawServer::Step> steps;
        for (const int status : statuses)
            steps.append(step(status));
        server.script(steps);
        ProbeClient client;
        Watch watch(client, quick(), {to(server)});
        QSignalSpy before(&watch, &Watch::lookedBefore);
        QSignalSpy finished(&watch, &Watch::finished);

        watch.lookBefore();
        QVERIFY(before.wait(test::kPatienceMs));
        watch.begin();

        QVERIFY(finished.wait(test::kPatienceMs));
        QTEST(watch.outcome(), "outcome");
        QCOMPARE(watch.isProven(), watch.outcome() == Watch::Outcome::Failed);
        QTEST(static_cast<int>(server.requests().size()), "requests");
        QTEST(watch.addresses().constFirst().blips, "blips");
        QCOMPARE(finished.size(), 1);
    }

    void whatComesAfterTheConfirmationIsNoAnswerFromBefore()
    {
        RawServer server;
        server.script({step(500)});
        ProbeClient client;
        Watch watch(client, quick(), {to(server)});
        QSignalSpy finished(&watch, &Watch::finished);

        watch.lookBefore();
        watch.begin();

        QVERIFY(finished.wait(test::kPatienceMs));
        QVERIFY(!watch.addresses().constFirst().before);
        QCOMPARE(watch.outcome(), Watch::Outcome::Failed);
        QVERIFY(!watch.isProven()); // it may have answered 500 all along
    }

    void aPlaceThatWasNotReachedBeforeProvesNothing()
    {
        QVERIFY(isMeasure(answered(503)));
        QVERIFY(isMeasure(kBroken));
        QVERIFY(!isMeasure(kUnreached));
        QVERIFY(!isMeasure(std::nullopt));
    }

    void aNetworkThatIsGoneIsNobodysFailure()
    {
        RawServer server;
        server.script({step(200)});
        ProbeClient client;
        Watch watch(client, quick(), {to(server)});
        QSignalSpy before(&watch, &Watch::lookedBefore);
        QSignalSpy finished(&watch, &Watch::finished);
        watch.lookBefore();
        QVERIFY(before.wait(test::kPatienceMs));
        server.close();

        watch.begin();

        QVERIFY(finished.wait(test::kPatienceMs));
        QCOMPARE(watch.outcome(), Watch::Outcome::Unreached);
    }

    void aComputerThatSleptJudgesNothing()
    {
        RawServer server;
        server.script({step(500)});
        ProbeClient client;
        WatchPlan plan = quick();
        plan.oversleeping = -1h;
        Watch watch(client, plan, {to(server)});
        QSignalSpy finished(&watch, &Watch::finished);

        watch.begin();

        QVERIFY(finished.wait(test::kPatienceMs));
        QCOMPARE(watch.outcome(), Watch::Outcome::Overslept);
        QCOMPARE(server.requests().size(), 0);
    }

    void datesAndIdsAreNoDifference()
    {
        RawServer server;
        server.script({step(200, "x", "Date: 1\r\nAge: 1\r\nX-Request-Id: a\r\nEagleId: b\r\n"),
                       step(200, "x", "Date: 2\r\nAge: 9\r\nX-Request-Id: c\r\nEagleId: d\r\n")});
        ProbeClient client;
        Watch watch(client, quick(), {to(server)});
        QSignalSpy before(&watch, &Watch::lookedBefore);
        QSignalSpy finished(&watch, &Watch::finished);
        watch.lookBefore();
        QVERIFY(before.wait(test::kPatienceMs));
        watch.begin();

        QVERIFY(finished.wait(test::kPatienceMs));
        QCOMPARE(watch.addresses().constFirst().verdict, WatchVerdict::AsBefore);
    }
};

QTEST_GUILESS_MAIN(WatchVerdictTest)
#include "tst_watchverdict.moc"
