// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/messagebar.h"
#include "history/historypanel.h"
#include "history/versionmenu.h"
#include "routines/routinespanel.h"
#include "shell/changerefusal.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/unlockdialog.h"
#include "support/fakeroutineservice.h"
#include "support/unnamedwidgets.h"
#include "workbench.h"

#include <QLabel>
#include <QListView>
#include <QRadioButton>
#include <QRegularExpression>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Fake = test::FakeRoutineService;

/// What may only be read: in the whole window, over a service in memory.
class LockTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_bench = std::make_unique<test::Workbench>();
        m_bench->options().sandbox = false;
        m_bench->open();
        QVERIFY(openRoutine());
    }
    void cleanup()
    {
        if (m_bench)
            m_bench->close();
        m_bench.reset();
    }

    void everyActThatWritesIsOffWithTheReason_data()
    {
        QTest::addColumn<ActionId>("id");
        QTest::addColumn<bool>("isOfRoutine");
        const auto row = [](const char *name, ActionId id, bool isOfRoutine = true) {
            QTest::newRow(name) << id << isOfRoutine;
        };
        row("save a version", ActionId::SaveVersion);
        row("publish to staging", ActionId::PublishStaging);
        row("publish to production", ActionId::PublishProduction);
        row("share out the traffic", ActionId::AdjustSplit);
        row("roll back", ActionId::RollBack);
        row("publish to regions", ActionId::PublishRegions);
        row("stage the draft", ActionId::StageDraft);
        row("make room", ActionId::MakeRoom);
        row("delete a version", ActionId::DeleteVersion);
        row("delete the routine", ActionId::DeleteRoutine);
        row("make a routine", ActionId::NewRoutine, false);
    }
    void everyActThatWritesIsOffWithTheReason()
    {
        QFETCH(ActionId, id);
        QFETCH(bool, isOfRoutine);
        const QAction &action = m_bench->window().actions().action(id);
        m_bench->shell().historyPanel.selectVersion(m_ids.first());

        if (isOfRoutine) {
            m_bench->trigger(ActionId::LockRoutine);
            QVERIFY(!action.isEnabled());
            QVERIFY2(action.toolTip().contains(u"This routine is locked"_s),
                     qPrintable(action.toolTip()));
            lock().unlock({.accountId = u"one"_s, .routine = u"www"_s});
        }
        m_bench->trigger(ActionId::LockAccount);
        QVERIFY(!action.isEnabled());
        QVERIFY2(action.toolTip().contains(u"read-only"_s), qPrintable(action.toolTip()));
        lock().unlock({.accountId = u"one"_s, .routine = {}});
        // What one service cannot do stays off for another reason.
        QVERIFY(!action.toolTip().contains(u"read-only"_s));
    }

    void thePanelsSayItToo()
    {
        m_bench->shell().historyPanel.selectVersion(m_ids.first());
        auto *publish = m_bench->find<QAbstractButton>("publishVersion");
        QVERIFY(publish->isEnabled());

        m_bench->trigger(ActionId::LockRoutine);

        QVERIFY(!publish->isEnabled());
        QVERIFY(publish->toolTip().contains(u"locked"_s));
        const QAction &remove = m_bench->shell().historyPanel.menu().action(VersionAct::Delete);
        QVERIFY(!remove.isEnabled());
        // Reading stays possible.
        QVERIFY(m_bench->find<QAbstractButton>("useAsDraft")->isEnabled());
        QVERIFY(spoken().contains(u"locked"_s));
        QVERIFY(statusText().contains(u"routine locked"_s));
        QVERIFY(m_bench->window().actions().action(ActionId::LockRoutine).isChecked());
    }

    void aReadOnlyAccountIsNamedSo()
    {
        m_bench->trigger(ActionId::LockAccount);

        QVERIFY(statusText().contains(u"read-only account"_s));
        QVERIFY(!m_bench->find<QAbstractButton>("newRoutine")->isEnabled());
    }

    void unlockingIsAsked()
    {
        m_bench->trigger(ActionId::LockRoutine);

        m_bench->trigger(ActionId::LockRoutine);

        QTRY_VERIFY(m_bench->find<UnlockDialog>("unlockDialog"));
        QVERIFY(isLocked()); // asking is not unlocking
        QVERIFY(m_bench->window().actions().action(ActionId::LockRoutine).isChecked());
        QCOMPARE(test::unnamedWidgets(m_bench->find<UnlockDialog>("unlockDialog")).join(u"; "_s),
                 QString());
        m_bench->find<UnlockDialog>("unlockDialog")->reject();
        QVERIFY(isLocked());
    }

    void itIsUnlockedForAWhileOrForGood_data()
    {
        QTest::addColumn<QByteArray>("choice");
        QTest::addColumn<bool>("isForAWhile");
        QTest::newRow("for a while") << QByteArray("unlockForAWhile") << true;
        QTest::newRow("until locked again") << QByteArray("unlockForGood") << false;
    }
    void itIsUnlockedForAWhileOrForGood()
    {
        QFETCH(QByteArray, choice);
        QFETCH(bool, isForAWhile);
        m_bench->trigger(ActionId::LockRoutine);
        m_bench->trigger(ActionId::LockRoutine);
        QTRY_VERIFY(m_bench->find<UnlockDialog>("unlockDialog"));

        QVERIFY(m_bench->click(choice.constData()));
        QVERIFY(m_bench->click("unlockConfirm"));

        QTRY_VERIFY(!isLocked());
        QCOMPARE(lock().isMarked(key()), isForAWhile);
        QCOMPARE(m_bench->shell().messages.text().contains(u"unlocked until"_s), isForAWhile);
        QVERIFY(m_bench->window().actions().action(ActionId::SaveVersion).isEnabled());
        QVERIFY(!spoken().contains(u"locked"_s));
    }

    void theButtonThatUnlocksNeverLocks_data()
    {
        QTest::addColumn<ActionId>("id");
        QTest::addColumn<QString>("routine");
        QTest::newRow("the routine") << ActionId::LockRoutine << u"www"_s;
        QTest::newRow("the account") << ActionId::LockAccount << QString();
    }
    void theButtonThatUnlocksNeverLocks()
    {
        QFETCH(const ActionId, id);
        QFETCH(const QString, routine);
        const RoutineKey place{.accountId = u"one"_s, .routine = routine};
        m_bench->trigger(id);
        QVERIFY(lock().isLocked(place));
        QVERIFY(tellWhyNoChange(m_bench->shell()));
        auto *bar = &m_bench->shell().messages;
        auto *button = bar->findChild<QAbstractButton *>(u"messageAction0"_s);
        QVERIFY(button && !button->isHidden());
        lock().unlock(place); // in the panel, while the bar still stands there

        button->click();

        QVERIFY(!lock().isLocked(place));
        QVERIFY(!m_bench->find<UnlockDialog>("unlockDialog"));

        lock().lock(place);
        QVERIFY(tellWhyNoChange(m_bench->shell()));
        bar->findChild<QAbstractButton *>(u"messageAction0"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<UnlockDialog>("unlockDialog"), test::kPatienceMs);
        QVERIFY(lock().isLocked(place));
        m_bench->find<UnlockDialog>("unlockDialog")->reject();
    }

    void theLockOutlivesTheProgram()
    {
        m_bench->trigger(ActionId::LockRoutine);

        m_bench->restart();
        QVERIFY(openRoutine());

        QVERIFY(isLocked());
        QVERIFY(!m_bench->window().actions().action(ActionId::SaveVersion).isEnabled());
    }

private:
    [[nodiscard]] bool openRoutine()
    {
        auto service = std::make_unique<Fake>();
        service->capabilities().canaryEnvironments = true;
        service->capabilities().stagingUploads = true;
        Fake *fake = service.get();
        m_ids.clear();
        for (const char *code : {"let v = 1;\n", "let v = 2;\n"})
            m_ids.append(fake->addVersion(u"www"_s, code));
        AppServices &services = m_bench->services();
        services.connection().adopt({.id = u"one"_s, .name = u"One"_s}, std::move(service));
        if (!QTest::qWaitFor([&] { return services.catalog().isRead(); }, test::kPatienceMs))
            return false;
        emit m_bench->shell().routinesPanel.routineActivated(u"www"_s);
        const auto isReady = [&] {
            const DraftPage *page = m_bench->shell().documents.currentDraft();
            return page && page->isLoaded() && services.history().used() == 2
                   && !services.history().isRefreshing()
                   && services.archiver().progress().total == 0;
        };
        return QTest::qWaitFor(isReady, test::kPatienceMs);
    }

    [[nodiscard]] static RoutineKey key() { return {.accountId = u"one"_s, .routine = u"www"_s}; }
    [[nodiscard]] WriteLock &lock() { return m_bench->services().lock(); }
    [[nodiscard]] bool isLocked() { return lock().isLocked(key()); }
    [[nodiscard]] QString statusText() const
    {
        return m_bench->find<QLabel>("statusAccount")->text();
    }
    /// What a screen reader says of the routine.
    [[nodiscard]] QString spoken() const
    {
        auto *list = m_bench->find<QListView>("routineList");
        return list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    }

    std::unique_ptr<test::Workbench> m_bench;
    QStringList m_ids; ///< Oldest first.
};

QTEST_MAIN(LockTest)
#include "tst_lock.moc"
