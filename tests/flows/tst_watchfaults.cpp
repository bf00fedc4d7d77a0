// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/watchbench.h"
#include "shell/publishcontroller.h"
#include "shell/publishing.h"

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

/// What comes from outside, as when the window is minimized.
void sendFromOutside(QWidget *widget, QEvent &&event)
{
    QSpontaneKeyEvent::setSpontaneous(&event);
    QCoreApplication::instance()->notify(widget, &event);
}

void chooseRoutine(TrafficBench &bench, const QString &name)
{
    auto *list = bench.window().find<QListView>("routineList");
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data().toString() == name)
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                              list->visualRect(index).center());
    }
}

} // namespace

/// What gets in the way of a watch, in the real window on the real sandbox.
class WatchFaultsTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void whatIsChangedBeforePublishingAnywayCounts_data()
    {
        QTest::addColumn<bool>("isOther");
        QTest::addRow("rolls back no more") << false;
        QTest::addRow("another address") << true;
    }
    void whatIsChangedBeforePublishingAnywayCounts()
    {
        QFETCH(const bool, isOther);
        TrafficBench bench;
        QVERIFY(bench.open());
        QVERIFY(openWatched(bench, brokenVersion(bench), true));
        QVERIFY(bench.colleaguePublishes(u"v4"_s, kProduction));
        QVERIFY(bench.confirm("publishSheet"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.window().find<QWidget>("guardAnyway"), kWaitMs);
        QTRY_VERIFY(bench.window().find<QCheckBox>("watchRollBack")->isEnabled());

        bench.window().find<QCheckBox>("watchRollBack")->setChecked(false);
        if (isOther)
            bench.window()
                .find<QPlainTextEdit>("watchAddresses")
                ->setPlainText(u"www.example.com/b"_s);
        QVERIFY(bench.window().click("guardAnyway"));

        QTRY_COMPARE_WITH_TIMEOUT(bench.window().shell().messages.kind(), MessageBar::Kind::Error,
                                  kWaitMs);
        const QString address = isOther ? u"www.example.com/b"_s : u"www.example.com"_s;
        QVERIFY2(message(bench).startsWith(u"Since v8 is live in production: "_s + address
                                           + u" answers 500"_s),
                 qPrintable(message(bench)));
        QCOMPARE(bench.liveOnService(kProduction), u"v8"_s);
        QCOMPARE(bench.sandbox().sends(u"PublishRoutineCodeVersion"_s), 2); // one the colleague's
    }

    void aRollbackThatFailedIsNotSaidOfTheRoutineOnScreen()
    {
        TrafficBench bench({u"--fault"_s, u"PublishRoutineCodeVersion:code:Denied:403@2"_s});
        QVERIFY(bench.open());
        const auto &items = bench.window().services().catalog().model().items();
        const auto other = std::ranges::find_if(items, [](const RoutineListModel::Item &item) {
            return item.routine.name != TrafficBench::kRoutine;
        });
        QVERIFY(other != items.end());
        const QString name = other->routine.name;
        auto *publishing = bench.window().window().findChild<Publishing *>();
        connect(
            publishing, &Publishing::published, this,
            [&bench, name] { chooseRoutine(bench, name); }, Qt::QueuedConnection);
        const QString broken = brokenVersion(bench);
        QVERIFY(openWatched(bench, broken, true));
        QVERIFY(bench.confirm("publishSheet"));

        QTRY_VERIFY_WITH_TIMEOUT(
            message(bench).contains(u"It could not be rolled back by itself."_s), kWaitMs);
        QVERIFY2(message(bench).startsWith(u"www-redirects: "_s), qPrintable(message(bench)));
        QVERIFY2(message(bench).endsWith(u"Open the routine to roll it back."_s),
                 qPrintable(message(bench)));
        const Result<Routine> routine =
            test::wait(bench.colleague().fetchRoutine(TrafficBench::kRoutine), kWaitMs);
        QVERIFY(routine);
        QCOMPARE(routine->deploymentIn(kProduction).mainVersionId(), broken);
    }

    void minimizingTheWindowChangesNothing()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        QVERIFY(openWatched(bench, bench.id(u"v6"_s), true));
        auto *sheet = bench.window().find<QWidget>("publishSheet");

        sendFromOutside(sheet, QHideEvent());
        sendFromOutside(sheet, QShowEvent());

        QVERIFY(bench.window().find<QCheckBox>("watchOn")->isChecked());
        QVERIFY(bench.window().find<QCheckBox>("watchRollBack")->isChecked());
        QCOMPARE(bench.window().find<QPlainTextEdit>("watchAddresses")->toPlainText(),
                 u"www.example.com/"_s);
    }

    void whatCannotBeWatchedIsSaid_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("reason");
        QTest::addRow("none") << QString() << u"No address is given."_s;
        QTest::addRow("none at all") << u"ftp://www.example.com/"_s << u"ftp://"_s;
    }
    void whatCannotBeWatchedIsSaid()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, reason);
        TrafficBench bench;
        QVERIFY(bench.open());
        QVERIFY(openWatched(bench, bench.id(u"v6"_s), false));
        bench.window().find<QPlainTextEdit>("watchAddresses")->setPlainText(address);
        QTRY_VERIFY_WITH_TIMEOUT(bench.said("publishSheet", "watchState").contains(reason),
                                 kWaitMs);
        QVERIFY(bench.confirm("publishSheet"));

        QTRY_VERIFY_WITH_TIMEOUT(message(bench).startsWith(u"v6 is not being watched: "_s + reason),
                                 kWaitMs);
        QCOMPARE(bench.window().shell().messages.kind(), MessageBar::Kind::Warning);
        QCOMPARE(bench.liveOnService(kProduction), u"v6"_s);
    }

    void twoPlacesAreTakenBackAtTheSameTime()
    {
        TrafficBench bench({u"--fault"_s, u"PublishRoutineCodeVersion:stall:8@2"_s});
        QVERIFY(bench.open());
        const QString broken = brokenVersion(bench);
        QVERIFY(openWatched(bench, broken, true));
        QVERIFY(bench.confirm("publishSheet"));
        auto *watch = bench.window().window().findChild<WatchController *>();
        QTRY_VERIFY_WITH_TIMEOUT(watch->isRunning(), kWaitMs);

        QVERIFY(openWatched(bench, broken, true, kStaging));
        QVERIFY(bench.confirm("publishSheet"));

        QTRY_COMPARE_WITH_TIMEOUT(bench.sandbox().sends(u"PublishRoutineCodeVersion"_s), 4,
                                  kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!watch->isRunning(), kWaitMs);
        QCOMPARE(bench.liveOnService(kStaging), u"v7"_s);
        QCOMPARE(bench.liveOnService(kProduction), u"v5"_s);
    }

    void aNewKeyOfTheSameAccountEndsNoWatch()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        QNetworkAccessManager network;
        const auto renew = [&bench, &network] {
            Connection &connection = bench.window().services().connection();
            const Account account = connection.account();
            connection.adopt(account, createRoutineService(
                                          network, {.endpoint = bench.sandbox().endpoint(),
                                                    .credentials = bench.sandbox().credentials()}));
        };
        connect(bench.window().window().findChild<Publishing *>(), &Publishing::published, this,
                renew, Qt::QueuedConnection);
        QVERIFY(openWatched(bench, bench.id(u"v6"_s), false));
        QVERIFY(bench.confirm("publishSheet"));

        QTRY_VERIFY_WITH_TIMEOUT(message(bench).contains(u"The watch is over"_s), kWaitMs);
        bench.window().services().connection().close();
    }

    void aWatchThatWasCutOffIsTold()
    {
        test::Workbench workbench;
        workbench.open();
        const auto isRead = [&] { return workbench.services().history().used() > 0; };
        QVERIFY(QTest::qWaitFor(isRead, kWaitMs));
        const QString routine = workbench.services().history().routine();
        Settings settings(workbench.folder());
        settings.setRunningWatches({{.accountId = workbench.services().connection().account().id,
                                     .routine = routine,
                                     .environment = kProduction,
                                     .versionName = u"v6"_s},
                                    {.accountId = u"another"_s,
                                     .routine = routine,
                                     .environment = kProduction,
                                     .versionName = u"v7"_s}});

        workbench.restart();

        const QString expected = u"“%1”: the watch of v6 in production was cut off"_s.arg(routine);
        QTRY_VERIFY_WITH_TIMEOUT(workbench.shell().messages.text().startsWith(expected), kWaitMs);
        QCOMPARE(settings.runningWatches().size(), 1);
        QCOMPARE(settings.runningWatches().constFirst().accountId, u"another"_s);
    }

    void onlyWhatIsUnderWayIsRemembered()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        const Settings settings(bench.window().folder());
        QList<Settings::RunningWatch> running;
        connect(
            bench.window().window().findChild<Publishing *>(), &Publishing::published, this,
            [&] { running = settings.runningWatches(); }, Qt::QueuedConnection);
        QVERIFY(openWatched(bench, bench.id(u"v6"_s), false));
        QVERIFY(bench.confirm("publishSheet"));

        QTRY_VERIFY_WITH_TIMEOUT(message(bench).contains(u"The watch is over"_s), kWaitMs);
        QCOMPARE(running.size(), 1);
        QCOMPARE(running.constFirst().versionName, u"v6"_s);
        QVERIFY(settings.runningWatches().isEmpty());
    }
};

QTEST_MAIN(WatchFaultsTest)
#include "tst_watchfaults.moc"
