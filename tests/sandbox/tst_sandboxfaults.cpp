// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/faults.h"
#include "sandbox/throttle.h"
#include "sandboxclient.h"

#include <QRegularExpression>
#include <QTest>

#include <array>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace edgewright;
using edgewright::sandbox::Fault;
using edgewright::sandbox::Faults;
using edgewright::test::RawAnswer;
using edgewright::test::SandboxClient;
using edgewright::test::SandboxFixture;

class TestSandboxFaults : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theGrammarIsRead_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("nth");
        QTest::newRow("always") << u"GetRoutine:reset"_s << 0 << -1 << 1;
        QTest::newRow("any operation") << u"*:throttle:250*2"_s << 250 << 2 << 1;
        QTest::newRow("the third") << u"PostObject:203@3"_s << 0 << 1 << 3;
        QTest::newRow("two from the third") << u"A:status:503*2@3"_s << 503 << 2 << 3;
        QTest::newRow("a code with status") << u"A:code:RoutineNotExist:404"_s << 404 << -1 << 1;
        QTest::newRow("a clock behind") << u"*:skew:-3600"_s << -3600 << -1 << 1;
    }
    void theGrammarIsRead()
    {
        QFETCH(const QString, spec);

        const Result<Fault> fault = Fault::parse(spec);

        QVERIFY(fault);
        QTEST(fault->number, "number");
        QTEST(fault->count, "count");
        QTEST(fault->nth, "nth");
    }

    void nonsenseIsNoFault_data()
    {
        QTest::addColumn<QString>("spec");
        for (const char *spec : {"", "GetRoutine", "GetRoutine:", ":reset", "GetRoutine:explode",
                                 "A:status:abc", "A:code", "*:skew", "A:stall:1:2", "A:reset*"})
            QTest::newRow(spec) << QString::fromLatin1(spec);
    }
    void nonsenseIsNoFault()
    {
        QFETCH(const QString, spec);

        QVERIFY(!Fault::parse(spec));
    }

    void faultsHitTheRequestsTheyName()
    {
        Faults faults({*Fault::parse(u"A:reset*2@2"_s), *Fault::parse(u"B:garbage"_s)});
        QString hits;
        for (int i = 0; i < 5; ++i)
            hits += faults.meet(u"A"_s) ? u'x' : u'-';

        QCOMPARE(hits, u"-xx--"_s);
        QVERIFY(faults.meet(u"B"_s));
        QVERIFY(!faults.meet(u"C"_s));
    }

    void theRateIsABucketOfASecond()
    {
        using namespace std::chrono_literals;
        sandbox::Throttle throttle(2);
        const auto start = sandbox::Throttle::Clock::time_point{} + 1h;

        QCOMPARE(throttle.take(start).count(), 0);
        QCOMPARE(throttle.take(start).count(), 0);
        QCOMPARE(throttle.take(start).count(), 500);
        QCOMPARE(throttle.take(start + 500ms).count(), 0);
        QVERIFY(throttle.take(start + 501ms).count() > 0);
    }

    void callsAboveTheRateAreThrottled()
    {
        const SandboxFixture sandbox({u"--rate"_s, u"1"_s});
        RawAnswer answer;
        // All at once: one after the other they may take longer than a second each.
        for (int i = 0; i < 20 && answer.code().isEmpty(); ++i) {
            std::array<RawAnswer, 8> answers;
            std::vector<std::jthread> callers;
            for (RawAnswer &one : answers)
                callers.emplace_back([&] { one = SandboxClient(sandbox).call("GetErService"); });
            callers.clear();
            for (const RawAnswer &one : answers) {
                if (!one.code().isEmpty())
                    answer = one;
            }
        }

        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.code(), u"Throttling.User"_s);
        QVERIFY(answer.head.contains("x-acs-retry-after: "));
    }

    void faultsShapeTheAnswer_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("complete");
        QTest::addColumn<bool>("executed");
        const auto row = [](const char *kind, int status, const char *code, bool complete,
                            bool executed) {
            QTest::newRow(kind) << QString::fromLatin1(kind) << status << QString::fromLatin1(code)
                                << complete << executed;
        };
        row("lose-answer", 0, "", false, true);
        row("reset", 0, "", false, false);
        row("reset-after", 0, "", false, true);
        row("truncate", 200, "", false, true);
        row("status:503", 503, "InternalError", true, false);
        row("code:LockFailed", 400, "LockFailed", true, false);
        row("code:Forbidden.RAM", 403, "Forbidden.RAM", true, false);
        row("code:Odd:418", 418, "Odd", true, false);
        row("throttle:250", 400, "Throttling.User", true, false);
        row("html-page", 200, "", true, false);
        row("garbage", 200, "", true, false);
        row("stall:1", 200, "", true, true);
        row("stall-body:1", 200, "", true, true);
    }
    void faultsShapeTheAnswer()
    {
        QFETCH(const QString, kind);
        QFETCH(const bool, executed);
        const SandboxFixture sandbox({u"--fault"_s, QString(u"CreateRoutine:"_s + kind)});
        const SandboxClient client(sandbox);

        const RawAnswer answer = client.call("CreateRoutine", {{"Name", "hello"}});

        QTEST(answer.status, "status");
        QTEST(answer.code(), "code");
        QTEST(answer.complete, "complete");
        QCOMPARE(client.call("GetRoutine", {{"Name", "hello"}}).status, executed ? 200 : 400);
        QCOMPARE(sandbox.sends(u"CreateRoutine"_s), 1);
    }

    void aFailedCallbackKeepsTheUploadUnknown()
    {
        const SandboxFixture sandbox({u"--fault"_s, u"PostObject:203*1"_s});
        const SandboxClient client(sandbox);
        QCOMPARE(client.call("CreateRoutine", {{"Name", "hello"}}).status, 200);
        const acs3::Pairs fields = SandboxClient::fieldsOf(
            client.call("GetRoutineStagingCodeUploadInfo", {{"Name", "hello"}}));

        QCOMPARE(client.postForm(fields, "code").status, 203);
        QCOMPARE(client.call("CommitRoutineStagingCode", {{"Name", "hello"}}).code(),
                 u"ParameterNotExist"_s);
        QCOMPARE(client.postForm(fields, "code").status, 200);
        QCOMPARE(client.call("CommitRoutineStagingCode", {{"Name", "hello"}}).status, 200);
    }

    void bodiesCanBeBent_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("lost") << u"lost-body"_s << QByteArray("<Code>NoSuchKey</Code>");
        QTest::newRow("padded") << u"padding"_s << QByteArray("abcd");
    }
    void bodiesCanBeBent()
    {
        QFETCH(const QString, kind);
        QFETCH(const QByteArray, expected);
        const SandboxFixture sandbox({u"--fault"_s, QString(u"GetRoutineCodeVersion:"_s + kind)});
        const SandboxClient client(sandbox);
        QCOMPARE(client.call("CreateRoutine", {{"Name", "hello"}}).status, 200);
        const QString version = client.saveVersion("hello", "abcd");

        QVERIFY(client.codeOf("hello", version).contains(expected));
    }

    void idsCanBeNumbers()
    {
        const SandboxFixture sandbox({u"--fault"_s, u"CommitRoutineStagingCode:numeric-ids"_s});
        const SandboxClient client(sandbox);
        QCOMPARE(client.call("CreateRoutine", {{"Name", "hello"}}).status, 200);
        const acs3::Pairs fields = SandboxClient::fieldsOf(
            client.call("GetRoutineStagingCodeUploadInfo", {{"Name", "hello"}}));
        QCOMPARE(client.postForm(fields, "code").status, 200);

        const RawAnswer answer = client.call("CommitRoutineStagingCode", {{"Name", "hello"}});

        const qint64 id = answer.json().value("CodeVersion"_L1).toInteger();
        QCOMPARE(client.codeOf("hello", QString::number(id)), QByteArray("code"));
    }

    void aClockThatIsOffRefusesCalls()
    {
        const SandboxFixture sandbox({u"--fault"_s, u"*:skew:3600"_s});
        const SandboxClient client(sandbox);

        QCOMPARE(client.call("GetErService").code(), u"InvalidTimeStamp.Expired"_s);
    }
};

QTEST_GUILESS_MAIN(TestSandboxFaults)
#include "tst_sandboxfaults.moc"
