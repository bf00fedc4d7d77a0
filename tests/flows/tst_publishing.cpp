// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "publish/publishsheet.h"
#include "routines/routinespanel.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/publishcontroller.h"
#include "shell/publishing.h"
#include "support/fakeroutineservice.h"
#include "support/testing.h"
#include "workbench.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace edgewright;
using Bench = test::Workbench;

namespace {

constexpr int kWaitMs = test::kPatienceMs;

} // namespace

/// Publishing in the whole window, on the real sandbox.
class PublishingTest : public QObject {
    Q_OBJECT

private:
    static bool opened(Bench &workbench)
    {
        const auto isLoaded = [&] {
            const DraftPage *page = workbench.shell().documents.currentDraft();
            return page && page->isLoaded() && workbench.services().history().used() > 0
                   && !workbench.services().history().isAwaited()
                   && !workbench.services().catalog().isRefreshing();
        };
        return QTest::qWaitFor(isLoaded, kWaitMs);
    }

    static DraftPage &draft(Bench &workbench)
    {
        return *workbench.shell().documents.currentDraft();
    }

    static QString live(Bench &workbench, const QString &environment)
    {
        const std::optional<Routine> routine =
            workbench.services().catalog().routine(draft(workbench).routine());
        return routine ? routine->deploymentIn(environment).mainVersionId() : QString();
    }

    /// Everything is in the archive, and nothing is being archived any more.
    static bool isHeld(Bench &workbench)
    {
        return workbench.services().archiver().progress().total == 0
               && std::ranges::all_of(workbench.services().history().model().items(),
                                      [](const VersionListModel::Item &item) {
                                          return item.isHeld || item.version.isUnstable;
                                      });
    }

    static bool sheetIsOpen(Bench &workbench)
    {
        return workbench.find<QWidget>("publishSheet") != nullptr;
    }

    /// A routine of two versions, the newer one live in production.
    static test::FakeRoutineService &connectFake(Bench &workbench)
    {
        auto service = std::make_unique<test::FakeRoutineService>();
        test::FakeRoutineService &fake = *service;
        fake.routines()[u"www"_s].routine.name = u"www"_s;
        fake.addVersion(u"www"_s, "let v = 1;\n");
        const QString newest = fake.addVersion(u"www"_s, "let v = 2;\n");
        fake.routines()[u"www"_s].routine.deployments = {
            {.environment = kProduction, .shares = {{.versionId = newest}}}};
        workbench.services().connection().adopt({.id = u"one"_s, .name = u"One"_s},
                                                std::move(service));
        return fake;
    }

    static bool isChecked(Bench &workbench)
    {
        const auto *title = workbench.find<QLabel>("publishChecksTitle");
        return title && !title->text().contains(u"under way"_s);
    }

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void aDraftGoesToStagingAndThenToProductionInSequence()
    {
        Bench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        const int before = workbench.services().history().used();
        draft(workbench).page().editor().insert(u"// 改动\n"_s);
        const QByteArray text = draft(workbench).text();

        workbench.trigger(ActionId::PublishStaging);
        QTRY_VERIFY(sheetIsOpen(workbench));
        QTRY_VERIFY(workbench.find<QLineEdit>("publishDescription"));
        QVERIFY(!workbench.find<QWidget>("saveVersionSheet"));
        QTRY_VERIFY_WITH_TIMEOUT(isChecked(workbench), kWaitMs);
        QVERIFY(!workbench.find<QLineEdit>("typedName"));
        QTRY_VERIFY(workbench.find<QLabel>("publishReach")->text().contains(u'/'));
        QVERIFY(workbench.click("sheetConfirm"));

        QTRY_VERIFY_WITH_TIMEOUT(!sheetIsOpen(workbench), kWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(workbench.services().history().used(), before + 1, kWaitMs);
        QTRY_VERIFY(!draft(workbench).isEdited());
        const QString made = draft(workbench).baseVersionId();
        QTRY_COMPARE(live(workbench, kStaging), made);
        QCOMPARE(draft(workbench).text(), text);

        workbench.trigger(ActionId::PublishProduction);
        QTRY_VERIFY(sheetIsOpen(workbench));
        QVERIFY(!workbench.find<QLineEdit>("publishDescription"));
        QTRY_VERIFY_WITH_TIMEOUT(isChecked(workbench), kWaitMs);
        QVERIFY(workbench.click("sheetConfirm"));
        QTRY_VERIFY_WITH_TIMEOUT(!sheetIsOpen(workbench), kWaitMs);
        QTRY_COMPARE(live(workbench, kProduction), made);
        QCOMPARE(workbench.services().history().used(), before + 1);
    }

    void aFailedCheckAsksForTheName()
    {
        Bench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        const QString before = live(workbench, kStaging);
        draft(workbench).page().editor().insert(u"function broken( {\n"_s);

        workbench.trigger(ActionId::PublishStaging);
        QTRY_VERIFY_WITH_TIMEOUT(workbench.find<QLineEdit>("typedName"), kWaitMs);
        QVERIFY(!workbench.find<QPushButton>("sheetConfirm")->isEnabled());
        QTest::keyClicks(workbench.find<QLineEdit>("typedName"), draft(workbench).routine());
        QVERIFY(workbench.click("sheetConfirm"));

        QTRY_VERIFY_WITH_TIMEOUT(!sheetIsOpen(workbench), kWaitMs);
        QTRY_VERIFY(live(workbench, kStaging) != before);
    }

    void whatMayHaveBeenDoneIsNotDoneAgainFromTheSameSheet()
    {
        Bench workbench;
        workbench.options().sandbox = false;
        workbench.open();
        test::FakeRoutineService &fake = connectFake(workbench);
        QTRY_VERIFY(workbench.services().catalog().isRead());
        emit workbench.shell().routinesPanel.routineActivated(u"www"_s);
        QVERIFY(opened(workbench));
        // What is in the archive is not read from the service again.
        QTRY_VERIFY(isHeld(workbench));
        QVERIFY_RESULT(draft(workbench).takeText("let v = 99;\n"));
        workbench.trigger(ActionId::PublishStaging);
        QTRY_VERIFY_WITH_TIMEOUT(isChecked(workbench), kWaitMs);
        fake.script(u"fetchBody"_s, test::FakeRoutineService::Fate::Fails, ErrorCode::Network);

        QVERIFY(workbench.click("sheetConfirm"));

        // The version is there, whatever it holds.
        QTRY_COMPARE(fake.routines()[u"www"_s].versions.size(), 3);
        QTRY_COMPARE(workbench.services().history().used(), 3);
        const auto *publish = workbench.window().findChild<PublishController *>();
        QTRY_VERIFY(!publish->isRunning());
        auto *sheet = workbench.find<PublishSheet>("publishSheet");
        QVERIFY(sheet);
        for (const QLatin1StringView environment : {kProduction, kStaging}) {
            sheet->chooseEnvironment(environment);
            QTRY_VERIFY_WITH_TIMEOUT(isChecked(workbench), kWaitMs);
            QVERIFY(!workbench.find<QPushButton>("sheetConfirm")->isEnabled());
        }
        QCOMPARE(fake.calls(u"commitUpload"_s), 1);
        QCOMPARE(fake.calls(u"publish"_s), 0);
        workbench.close();
    }

    void whoPublishesInBetweenIsNoticed()
    {
        Bench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        const QString routine = draft(workbench).routine();
        const QString mine = workbench.services().history().newestVersionId();
        const QString theirs = workbench.services().history().model().items().last().version.id;
        const QString before = live(workbench, kProduction);
        QVERIFY(theirs != mine && theirs != before && mine != before);
        PublishController *publish = workbench.window().findChild<PublishController *>();
        QVERIFY(publish);
        QSignalSpy overtaken(publish, &PublishController::overtaken);
        publish->openVersion(mine, kProduction);
        QTRY_VERIFY_WITH_TIMEOUT(isChecked(workbench), kWaitMs);
        QCOMPARE(overtaken.count(), 0);
        bool isDone = false;
        workbench.services()
            .connection()
            .service()
            ->publish(routine, kProduction, {{.versionId = theirs}})
            ->then(publish, [&](const Result<> &done) { isDone = done.hasValue(); });
        QTRY_VERIFY_WITH_TIMEOUT(isDone, kWaitMs);

        QVERIFY(workbench.click("sheetConfirm"));

        QTRY_COMPARE_WITH_TIMEOUT(overtaken.count(), 1, kWaitMs);
        QVERIFY(sheetIsOpen(workbench));
        QVERIFY(!workbench.find<QPushButton>("sheetConfirm")->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(live(workbench, kProduction), theirs, kWaitMs);

        publish->publishAnyway();

        QTRY_COMPARE_WITH_TIMEOUT(live(workbench, kProduction), mine, kWaitMs);
        QTRY_VERIFY(!sheetIsOpen(workbench));
    }
};

QTEST_MAIN(PublishingTest)
#include "tst_publishing.moc"
