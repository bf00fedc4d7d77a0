// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/messagebar.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "history/historypanel.h"
#include "publish/roomnotice.h"
#include "publish/saveversionsheet.h"
#include "routines/routinespanel.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/publishing.h"
#include "shell/savecontroller.h"
#include "support/fakeroutineservice.h"
#include "support/testing.h"
#include "support/unnamedwidgets.h"
#include "workbench.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Fake = test::FakeRoutineService;

/// The whole window over a service in memory whose quota can be reached and whose calls can fail.
class RoomTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_bench = std::make_unique<test::Workbench>();
        m_bench->options().sandbox = false;
        m_bench->open();
    }
    void cleanup()
    {
        if (m_bench)
            m_bench->close();
        m_bench.reset();
    }

    void aFullRoutineIsSavedInOneStep()
    {
        QVERIFY(openRoutine(4, {.versionsPerRoutine = 4}));
        QTRY_COMPARE(m_bench->find<QLabel>("versionRoom")->text(), u"4 of 4"_s);
        QVERIFY(openSheet());
        QTRY_COMPARE(confirm()->text(), u"Delete v1 and Save as Version"_s);
        QTRY_VERIFY(confirm()->isEnabled());
        QTRY_VERIFY(m_bench->find<QLabel>("roomHeadline")->text().contains(u"All 4 places"_s));
        // v4 is live in production.
        QTRY_VERIFY(
            m_bench->find<QLabel>("roomStays")->text().contains(u"v4 — live in production"_s));
        QCOMPARE(test::unnamedWidgets(m_bench->find<QWidget>("saveVersionSheet")).join(u"; "_s),
                 QString());

        QVERIFY(m_bench->click("sheetConfirm"));

        QTRY_COMPARE(names(), u"v5 v4 v3 v2"_s);
        QTRY_VERIFY(message().contains(u"Saved as v5"_s));
        QVERIFY2(message().contains(u"to make room: v1"_s), qPrintable(message()));
        QVERIFY(!m_bench->find<QWidget>("saveVersionSheet"));
        QCOMPARE(m_fake->calls(u"deleteVersion"_s), 1);
        const QByteArray code = draft()->text();
        QCOMPARE(m_fake->routines()[u"www"_s].versions.first().bytes, code);
    }

    void anotherOneCanBeChosen()
    {
        QVERIFY(openRoutine(4, {.versionsPerRoutine = 4}));
        QVERIFY(openSheet());
        QTRY_VERIFY(m_bench->find<QAbstractButton>("roomChoicev2"));

        QVERIFY(m_bench->click("roomChoicev2"));

        QTRY_COMPARE(confirm()->text(), u"Delete v2 and Save as Version"_s);
        QVERIFY(m_bench->click("sheetConfirm"));
        QTRY_COMPARE(names(), u"v5 v4 v3 v1"_s);
    }

    void aFailureInTheMiddleSaysWhatIsDeleted()
    {
        QVERIFY(openRoutine(4, {.versionsPerRoutine = 4}));
        QVERIFY(openSheet());
        QTRY_COMPARE(confirm()->text(), u"Delete v1 and Save as Version"_s);
        m_fake->script(u"upload"_s, Fake::Fate::Fails, ErrorCode::UploadRefused);

        QVERIFY(m_bench->click("sheetConfirm"));

        QTRY_VERIFY2(sheetMessage().contains(u"Deleted from the service before that"_s),
                     qPrintable(sheetMessage()));
        QVERIFY(sheetMessage().contains(u"v1"_s));
        QTRY_COMPARE(names(), u"v4 v3 v2"_s);
        // There is room now: saving again deletes nothing more.
        QTRY_COMPARE(confirm()->text(), u"Save Version"_s);
        QVERIFY(m_bench->click("sheetConfirm"));
        QTRY_COMPARE(names(), u"v5 v4 v3 v2"_s);
        QCOMPARE(m_fake->calls(u"deleteVersion"_s), 1);
    }

    void aDeletionThatFailsSavesNothing()
    {
        QVERIFY(openRoutine(4, {.versionsPerRoutine = 4}));
        QVERIFY(openSheet());
        QTRY_COMPARE(confirm()->text(), u"Delete v1 and Save as Version"_s);
        m_fake->script(u"deleteVersion"_s, Fake::Fate::Fails, ErrorCode::Forbidden);

        QVERIFY(m_bench->click("sheetConfirm"));

        QTRY_VERIFY2(sheetMessage().contains(u"v1 could not be deleted. Nothing was deleted."_s),
                     qPrintable(sheetMessage()));
        QCOMPARE(m_fake->calls(u"upload"_s), 0);
        QCOMPARE(m_fake->routines()[u"www"_s].versions.size(), 4);
    }

    void nothingIsDeletedForATextThatCannotBeSaved_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not code") << QByteArray(
            "<?xml version=\"1.0\"?>\n<Error><Code>NoSuchKey</Code></Error>");
    }
    void nothingIsDeletedForATextThatCannotBeSaved()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(openRoutine(4, {.versionsPerRoutine = 4}));
        QVERIFY(openSheet(text));
        QTRY_COMPARE(confirm()->text(), u"Delete v1 and Save as Version"_s);

        QVERIFY(m_bench->click("sheetConfirm"));

        QTRY_VERIFY2(sheetMessage().contains(u"cannot be saved as a version"_s),
                     qPrintable(sheetMessage()));
        QCOMPARE(m_fake->calls(u"deleteVersion"_s), 0);
        QCOMPARE(names(), u"v4 v3 v2 v1"_s);
    }

    void aRefusalTeachesTheNumberAndProposesRoom()
    {
        QVERIFY(openRoutine(4, {}));
        QTRY_COMPARE(m_bench->find<QLabel>("versionRoom")->text(), u"4 of 10"_s);
        QVERIFY(openSheet());
        QCOMPARE(confirm()->text(), u"Save Version"_s);
        m_fake->script(u"requestUpload"_s, Fake::Fate::Fails, ErrorCode::QuotaExceeded);

        QVERIFY(m_bench->click("sheetConfirm"));

        QTRY_COMPARE(confirm()->text(), u"Delete v1 and Save as Version"_s);
        QCOMPARE(m_bench->services().quota().value(), 4);
        QTRY_COMPARE(m_bench->find<QLabel>("versionRoom")->text(), u"4 of 4"_s);
        QVERIFY(m_bench->click("sheetConfirm"));
        QTRY_COMPARE(names(), u"v5 v4 v3 v2"_s);
    }

    void whereNothingIsSafeNothingCanBeConfirmed()
    {
        QVERIFY(openRoutine(1, {.versionsPerRoutine = 1}));
        QVERIFY(openSheet());

        QTRY_VERIFY(m_bench->find<QLabel>("roomHeadline"));
        QTRY_VERIFY(m_bench->find<QLabel>("roomHeadline")
                        ->text()
                        .contains(u"No version can be deleted safely"_s));
        QVERIFY(!confirm()->isEnabled());
    }

    void theSameBytesMakeNoVersion()
    {
        QVERIFY(openRoutine(3, {}));
        // Never opened, never read in this run: the archive knows it.
        QVERIFY_RESULT(draft()->takeText("let v = 2;\n"));
        m_bench->trigger(ActionId::SaveVersion);

        QTRY_VERIFY(m_bench->find<QLabel>("saveHint"));
        QTRY_COMPARE(m_bench->find<QLabel>("saveHint")->text(),
                     u"Nothing new — v2 is the same, byte by byte."_s);
        QTRY_COMPARE(confirm()->text(), u"Use v2"_s);
        QVERIFY(m_bench->click("sheetConfirm"));

        QTRY_COMPARE(m_bench->services().history().nameOf(draft()->baseVersionId()), u"v2"_s);
        QCOMPARE(m_fake->calls(u"requestUpload"_s), 0);
        QCOMPARE(names(), u"v3 v2 v1"_s);
    }

    void roomIsMadeAtWill()
    {
        QVERIFY(openRoutine(4, {}));
        m_bench->trigger(ActionId::MakeRoom);
        QTRY_VERIFY(m_bench->find<QAbstractButton>("roomChoicev2"));
        QVERIFY(!confirm()->isEnabled());

        QVERIFY(m_bench->click("roomChoicev2"));
        QVERIFY(m_bench->click("roomChoicev1"));
        QTRY_COMPARE(confirm()->text(), u"Delete v1 and v2"_s);
        QVERIFY(m_bench->click("sheetConfirm"));

        QTRY_COMPARE(names(), u"v4 v3"_s);
        QTRY_VERIFY(message().contains(u"kept in the archive"_s));
    }

    void theAccountIsLeftWhileRoomIsMade()
    {
        QVERIFY(openRoutine(4, {.versionsPerRoutine = 4}));
        QVERIFY(openSheet());
        QTRY_COMPARE(confirm()->text(), u"Delete v1 and Save as Version"_s);
        m_fake->hold(u"deleteVersion"_s);
        QVERIFY(m_bench->click("sheetConfirm"));
        QTRY_COMPARE(m_fake->waiting(), 1);

        m_bench->services().connection().close();

        QTRY_VERIFY2(message().contains(u"may or may not be gone"_s), qPrintable(message()));
        QVERIFY(!m_bench->find<QWidget>("saveVersionSheet"));
    }

private:
    /// A routine with that many versions, the newest live in production, opened as a draft.
    [[nodiscard]] bool openRoutine(int versions, const Quota &quota)
    {
        auto service = std::make_unique<Fake>();
        m_fake = service.get();
        m_fake->setQuota(quota);
        m_fake->routines()[u"www"_s].routine.name = u"www"_s;
        QString newest;
        for (int i = 1; i <= versions; ++i)
            newest = m_fake->addVersion(u"www"_s, "let v = " + QByteArray::number(i) + ";\n");
        m_fake->routines()[u"www"_s].routine.deployments = {
            {.environment = kProduction, .shares = {{.versionId = newest}}}};
        AppServices &services = m_bench->services();
        services.connection().adopt({.id = u"one"_s, .name = u"One"_s}, std::move(service));
        if (!QTest::qWaitFor([&] { return services.catalog().isRead(); }, test::kPatienceMs))
            return false;
        emit m_bench->shell().routinesPanel.routineActivated(u"www"_s);
        const auto isReady = [&] {
            return draft() && draft()->isLoaded() && services.history().used() == versions
                   && services.archiver().progress().total == 0 && isHeld();
        };
        return QTest::qWaitFor(isReady, test::kPatienceMs);
    }

    [[nodiscard]] bool isHeld()
    {
        for (const VersionListModel::Item &item : m_bench->services().history().model().items()) {
            if (!item.isHeld && !item.version.isUnstable)
                return false;
        }
        return true;
    }

    [[nodiscard]] bool openSheet(const QByteArray &text = "let v = 99;\n")
    {
        if (!draft()->takeText(text))
            return false;
        m_bench->trigger(ActionId::SaveVersion);
        return m_bench->find<QWidget>("saveVersionSheet") != nullptr;
    }

    [[nodiscard]] DraftPage *draft() { return m_bench->shell().documents.currentDraft(); }
    [[nodiscard]] QPushButton *confirm() { return m_bench->find<QPushButton>("sheetConfirm"); }

    [[nodiscard]] QString names()
    {
        QStringList names;
        for (const VersionListModel::Item &item : m_bench->services().history().model().items()) {
            if (item.onService && !item.version.isUnstable)
                names.append(item.name);
        }
        return names.join(u' ');
    }

    [[nodiscard]] QString message() { return m_bench->shell().messages.text(); }
    [[nodiscard]] QString sheetMessage()
    {
        auto *sheet = m_bench->find<QWidget>("saveVersionSheet");
        return sheet ? sheet->findChild<MessageBar *>()->text() : QString();
    }

    std::unique_ptr<test::Workbench> m_bench;
    Fake *m_fake = nullptr;
};

QTEST_MAIN(RoomTest)
#include "tst_room.moc"
