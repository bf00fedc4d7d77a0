// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/messagebar.h"
#include "flows/watchbench.h"
#include "shell/publishcontroller.h"
#include "shell/publishing.h"
#include "shell/watchwords.h"
#include "support/unnamedwidgets.h"
#include "testing/testpanel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QRegularExpression>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace edgewright;
using test::brokenVersion;
using test::message;
using test::openWatched;
using test::TrafficBench;

namespace {

constexpr int kWaitMs = TrafficBench::kWaitMs;

} // namespace

/// Watching after publishing and asking staging, in the real window on the real sandbox.
class WatchTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void aGoodVersionIsFoundGood()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        QVERIFY(openWatched(bench, bench.id(u"v6"_s), false));
        const QStringList unnamed =
            test::unnamedWidgets(bench.window().find<QWidget>("publishSheet"));
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
        QVERIFY(bench.confirm("publishSheet"));

        QTRY_VERIFY_WITH_TIMEOUT(message(bench).contains(u"The watch is over"_s), kWaitMs);
        // The sandbox answers with the id of the version: no worse, but not as before.
        QVERIFY2(message(bench).startsWith(u"v6 answers in production: 0 of 1 address"_s),
                 qPrintable(message(bench)));
        QVERIFY2(message(bench).contains(u"www.example.com answers 200 as before, but with"_s),
                 qPrintable(message(bench)));
        QCOMPARE(bench.window().shell().messages.kind(), MessageBar::Kind::Warning);
        QCOMPARE(bench.liveOnService(kProduction), u"v6"_s);

        auto *button =
            bench.window().shell().messages.findChild<QAbstractButton *>(u"messageAction0"_s);
        QTRY_VERIFY(button && button->isVisible());
        QTRY_COMPARE(button->text(), u"Compare Answers"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(bench.window().shell().documents.isComparing(), kWaitMs);
    }

    void theWordsSayWhatWasCompared()
    {
        const WatchSample same{.status = 200, .content = "200\n\nhello"};
        const WatchSample other{.status = 200, .content = "200\n\nbye"};
        const ProbeRequest request{.url = QUrl(u"https://www.example.com/"_s)};
        QList<Watch::Address> addresses{
            {.request = request, .before = same, .now = same, .verdict = WatchVerdict::AsBefore}};
        const WatchWords words{.versionName = u"v6"_s, .environment = kProduction};

        QVERIFY(WatchWords::isAllAsBefore(addresses));
        QCOMPARE(words.good(addresses), u"v6 answers in production: 1 of 1 address(es) as before "
                                        "in status, headers and body."_s);
        addresses.first().now = other;
        addresses.first().verdict = WatchVerdict::Different;
        QVERIFY(!WatchWords::isAllAsBefore(addresses));
        QVERIFY(words.good(addresses).contains(u"as before, but with another body."_s));
    }

    void twoWatchesAreToldTogether()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        const QString broken = brokenVersion(bench);
        QVERIFY(!broken.isEmpty());
        QVERIFY(openWatched(bench, broken, false));
        QVERIFY(bench.confirm("publishSheet"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.window().shell().messages.kind(), MessageBar::Kind::Error,
                                  kWaitMs);

        emit bench.window().shell().historyPanel.publishRequested(bench.id(u"v6"_s));
        QTRY_VERIFY(bench.window().find<QCheckBox>("watchOn"));
        bench.window()
            .find<QPlainTextEdit>("watchAddresses")
            ->setPlainText(u"www.example.com/staged"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            bench.said("publishSheet", "watchState").contains(u"/staged answers"_s), kWaitMs);
        QVERIFY(bench.confirm("publishSheet"));

        QTRY_VERIFY_WITH_TIMEOUT(message(bench).contains(u"v6 answers in staging"_s), kWaitMs);
        QVERIFY2(message(bench).contains(u"Since v8 is live in production"_s),
                 qPrintable(message(bench)));
        QCOMPARE(bench.window().shell().messages.kind(), MessageBar::Kind::Error);
        const auto *button =
            bench.window().shell().messages.findChild<QAbstractButton *>(u"messageAction0"_s);
        QCOMPARE(button->text(), u"Roll Back Production to v5…"_s);
    }

    void aBrokenVersionIsToldLoudlyAndTheWayBackOffered()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        const QString broken = brokenVersion(bench);
        QVERIFY(!broken.isEmpty());
        QVERIFY(openWatched(bench, broken, false));
        QVERIFY(bench.confirm("publishSheet"));

        QTRY_COMPARE_WITH_TIMEOUT(bench.window().shell().messages.kind(), MessageBar::Kind::Error,
                                  kWaitMs);
        QVERIFY2(message(bench).contains(u"www.example.com answers 500, before 200."_s),
                 qPrintable(message(bench)));
        QCOMPARE(bench.liveOnService(kProduction), u"v8"_s);
        auto *button =
            bench.window().shell().messages.findChild<QAbstractButton *>(u"messageAction0"_s);
        QTRY_VERIFY(button && button->isVisible());
        QTRY_COMPARE(button->text(), u"Roll Back Production to v5…"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(bench.confirm("rollbackSheet"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.liveInWindow(kProduction), u"v5"_s, kWaitMs);
    }

    void aBrokenVersionIsTakenBackByItselfWhereThatWasSwitchedOn()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        const QString broken = brokenVersion(bench);
        QVERIFY(openWatched(bench, broken, true));
        QVERIFY(bench.confirm("publishSheet"));

        QTRY_VERIFY_WITH_TIMEOUT(message(bench).contains(u"Rolled back by itself: v5"_s), kWaitMs);
        QCOMPARE(bench.liveOnService(kProduction), u"v5"_s);
        QCOMPARE(bench.sandbox().sends(u"PublishRoutineCodeVersion"_s), 2);
        // Next time it has to be switched on again.
        QVERIFY(openWatched(bench, broken, false));
        QVERIFY(!bench.window().find<QCheckBox>("watchRollBack")->isChecked());
    }

    void whatNothingIsKnownOfFromBeforeIsNotTakenBackByItself()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        const QString broken = brokenVersion(bench);
        QVERIFY(openWatched(bench, broken, true));
        auto *confirm = bench.window()
                            .find<QWidget>("publishSheet")
                            ->findChild<QAbstractButton *>(u"sheetConfirm"_s);
        QTRY_VERIFY_WITH_TIMEOUT(confirm->isEnabled(), kWaitMs);
        // Typed right before: there is no time to look at it.
        bench.window().window().findChild<WatchController *>()->setTypingPause(1h);
        bench.window().find<QPlainTextEdit>("watchAddresses")->setPlainText(u"www.example.com/b"_s);
        QTest::mouseClick(confirm, Qt::LeftButton);

        QTRY_COMPARE_WITH_TIMEOUT(bench.window().shell().messages.kind(), MessageBar::Kind::Error,
                                  kWaitMs);
        QVERIFY2(message(bench).contains(u"www.example.com/b answers 500."_s),
                 qPrintable(message(bench)));
        QVERIFY(bench.window().shell().messages.findChild<QAbstractButton *>(u"messageAction0"_s));
        QCOMPARE(bench.liveOnService(kProduction), u"v8"_s);
        QCOMPARE(bench.sandbox().sends(u"PublishRoutineCodeVersion"_s), 1);
    }

    void whatOthersPublishIsNeverWatchedInsteadOfWhatWasConfirmed()
    {
        TrafficBench bench({u"--fault"_s, u"PublishRoutineCodeVersion:status:500@1"_s});
        QVERIFY(bench.open());
        QVERIFY(openWatched(bench, bench.id(u"v6"_s), true));
        QVERIFY(bench.confirm("publishSheet"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.sandbox().sends(u"PublishRoutineCodeVersion"_s) == 1,
                                 kWaitMs);
        auto *publishing = bench.window().window().findChild<Publishing *>();
        QVERIFY(publishing);
        QTRY_VERIFY_WITH_TIMEOUT(!publishing->publish().isRunning(), kWaitMs);
        QCOMPARE(bench.liveOnService(kProduction), u"v5"_s);

        emit publishing->published({.accountId = u"shared"_s,
                                    .routine = TrafficBench::kRoutine,
                                    .environment = kProduction,
                                    .before = {{.versionId = bench.id(u"v5"_s)}},
                                    .after = {{.versionId = bench.id(u"v6"_s)}},
                                    .at = QDateTime::currentDateTimeUtc()});

        QVERIFY2(!message(bench).contains(u"looked at in"_s), qPrintable(message(bench)));
    }

    void secretsInWatchedAddressesAreNotKept()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        QVERIFY(openWatched(bench, bench.id(u"v6"_s), false));
        bench.window()
            .find<QPlainTextEdit>("watchAddresses")
            ->setPlainText(u"www.example.com/kept?esa_er_token=canary"_s);
        QVERIFY(bench.confirm("publishSheet"));

        QTRY_COMPARE_WITH_TIMEOUT(bench.liveInWindow(kProduction), u"v6"_s, kWaitMs);
        QFile settings(bench.window().folder() + u"/settings.ini"_s);
        const auto kept = [&settings] {
            settings.close();
            return settings.open(QIODevice::ReadOnly) ? settings.readAll() : QByteArray();
        };
        QTRY_VERIFY_WITH_TIMEOUT(kept().contains("example.com/kept"), kWaitMs);
        QVERIFY(!kept().contains("canary"));
    }

    void anAnswerIsNamedAfterWhereItWasAskedFor()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        bench.window().trigger(ActionId::OpenStaging);
        auto *panel = bench.window().find<TestPanel>("testPanel");
        QVERIFY(panel);
        panel->setRequest({.url = u"https://www.example.com/x"_s});
        QVERIFY(bench.window().click("testSend"));
        panel->setStaging(false);

        QTRY_VERIFY_WITH_TIMEOUT(
            bench.said("testPanel", "answerLine").startsWith(u"Staging answered 200"_s), kWaitMs);
    }

    void stagingIsAskedWithoutAHostsFile()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        bench.window().trigger(ActionId::OpenStaging);
        auto *panel = bench.window().find<TestPanel>("testPanel");
        QVERIFY(panel);
        const QStringList unnamed = test::unnamedWidgets(panel);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
        QTRY_VERIFY(panel->request().url.contains(u".er.aliyun-esa.net"_s));

        QVERIFY(bench.window().click("testSend")); // the default host, with its token
        QTRY_VERIFY_WITH_TIMEOUT(
            bench.said("testPanel", "answerLine").startsWith(u"Staging answered 200"_s), kWaitMs);
        QTRY_VERIFY(bench.said("testPanel", "answerFacts").contains(u"127.0.0.2"_s));
        auto *text = bench.window().find<QPlainTextEdit>("answerText");
        QTRY_VERIFY(text->toPlainText().contains(bench.id(u"v7"_s)));
        QVERIFY(!text->toPlainText().contains(u"esa_er_token"_s));

        panel->setRequest(
            {.url = u"https://www.example.com/x"_s, .headers = u"Authorization: canary"_s});
        QVERIFY(bench.window().click("testCurl"));
        QTRY_VERIFY(
            QGuiApplication::clipboard()->text().contains(u"--resolve 'www.example.com:"_s));
        QVERIFY(bench.window().click("testCompare"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.window().shell().documents.isComparing(), kWaitMs);
        QFile settings(bench.window().folder() + u"/settings.ini"_s);
        QTRY_VERIFY(settings.exists());
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QVERIFY(!settings.readAll().contains("canary"));
    }
};

QTEST_MAIN(WatchTest)
#include "tst_watch.moc"
