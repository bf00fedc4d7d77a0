// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/retrypolicy.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Delay = std::optional<std::chrono::milliseconds>;

class RetryPolicyTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void repeatsOnlyWhatMayBeRepeated_data()
    {
        QTest::addColumn<int>("cause");
        QTest::addColumn<bool>("read");
        QTest::addColumn<bool>("write");
        QTest::addColumn<bool>("unknown");
        const auto row = [](const char *name, FailureCause cause, bool read, bool write,
                            bool unknown) {
            QTest::newRow(name) << static_cast<int>(cause) << read << write << unknown;
        };
        row("refused", FailureCause::Refused, false, false, false);
        row("not sent", FailureCause::NotSent, true, true, false);
        row("throttled", FailureCause::Throttled, true, true, false);
        row("replayed", FailureCause::Replayed, true, false, true);
        row("uncertain", FailureCause::Uncertain, true, false, true);
        row("unreadable", FailureCause::Unreadable, false, false, true);
        row("hopeless", FailureCause::Hopeless, false, false, false);
    }

    void repeatsOnlyWhatMayBeRepeated()
    {
        QFETCH(const int, cause);
        const auto failure = static_cast<FailureCause>(cause);
        const RetryPolicy policy({}, [] { return 0.5; });
        QTEST(policy.delay(CallKind::Read, failure, 1, {}).has_value(), "read");
        QTEST(policy.delay(CallKind::Write, failure, 1, {}).has_value(), "write");
        QTEST(mayHaveBeenExecuted(failure), "unknown");
    }

    void givesUpAfterTheLastTry()
    {
        const RetryPolicy policy({.tries = 3}, [] { return 0.0; });
        QVERIFY(policy.delay(CallKind::Read, FailureCause::Throttled, 1, {}));
        QVERIFY(policy.delay(CallKind::Read, FailureCause::Throttled, 2, {}));
        QVERIFY(!policy.delay(CallKind::Read, FailureCause::Throttled, 3, {}));
        QVERIFY(!policy.delay(CallKind::Read, FailureCause::Throttled, 3, 1ms));
    }

    void waitsAnyPartOfADoublingTime()
    {
        double chance = 0;
        const RetryPolicy policy({.tries = 50, .firstDelay = 100ms, .longestDelay = 1000ms},
                                 [&chance] { return chance; });
        const auto delay = [&](int tries) {
            return policy.delay(CallKind::Read, FailureCause::Uncertain, tries, {});
        };
        QCOMPARE(delay(1), Delay(0ms));
        chance = 0.5;
        QCOMPARE(delay(1), Delay(50ms));
        QCOMPARE(delay(2), Delay(100ms));
        QCOMPARE(delay(3), Delay(200ms));
        chance = 0.999;
        QCOMPARE(delay(4), Delay(799ms));
        QCOMPARE(delay(5), Delay(999ms));
        QCOMPARE(delay(49), Delay(999ms));
    }

    void honoursTheServersWishUpToALimit()
    {
        const RetryPolicy policy({.longestServerDelay = 2s}, [] { return 0.9; });
        const auto delay = [&](Delay wish) {
            return policy.delay(CallKind::Write, FailureCause::Throttled, 1, wish);
        };
        QCOMPARE(delay(0ms), Delay(0ms));
        QCOMPARE(delay(1500ms), Delay(1500ms));
        QCOMPARE(delay(1h), Delay(2s));
        QCOMPARE(delay(-5ms), delay({}));
    }
};

QTEST_GUILESS_MAIN(RetryPolicyTest)
#include "tst_retrypolicy.moc"
