// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/servicefactory.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "flows/workbench.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "support/testing.h"
#include "support/unnamedwidgets.h"

#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QPushButton>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace edgewright;
using test::Workbench;

namespace {

constexpr int kWaitMs = test::kPatienceMs;

/// Somebody else with the same account on another computer.
class OtherClient final {
public:
    [[nodiscard]] bool connectTo(Workbench &workbench)
    {
        const Result<AccountOffer> offer =
            test::wait(workbench.services().sandbox().start(), kWaitMs);
        if (!offer)
            return false;
        m_service = createRoutineService(
            m_network, {.endpoint = offer->account.endpoint, .credentials = offer->credentials});
        return true;
    }

    /// The new version's id; empty when it failed.
    [[nodiscard]] QString save(const QString &routine, const QByteArray &code)
    {
        const auto form = test::wait(m_service->requestUpload(routine, u"elsewhere"_s), kWaitMs);
        if (!form || !test::wait(m_service->upload(*form, code), kWaitMs))
            return {};
        const auto id = test::wait(m_service->commitUpload(routine, u"elsewhere"_s), kWaitMs);
        return id ? *id : QString();
    }

    /// Deletes \p count versions that are live nowhere, the oldest first.
    [[nodiscard]] bool makeRoom(const QString &routine, int count)
    {
        const auto list = test::wait(m_service->listVersions(routine), kWaitMs);
        if (!list)
            return false;
        for (auto it = list->versions.crbegin(); count > 0 && it != list->versions.crend(); ++it) {
            if (!it->isUnstable && test::wait(m_service->deleteVersion(routine, it->id), kWaitMs))
                --count;
        }
        return count == 0;
    }

    [[nodiscard]] bool publish(const QString &routine, const QString &environment,
                               const QString &versionId)
    {
        return test::wait(m_service->publish(routine, environment, {{versionId, 100}}), kWaitMs)
            .hasValue();
    }

private:
    QNetworkAccessManager m_network;
    std::unique_ptr<RoutineService> m_service;
};

} // namespace

/// Two clients at once: nobody overwrites the other without being told.
class GuardStoryTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_bench = std::make_unique<Workbench>();
        m_bench->open();
        QVERIFY(QTest::qWaitFor([this] { return isReady(); }, kWaitMs));
        QVERIFY(m_other.connectTo(*m_bench));
        QVERIFY(m_other.makeRoom(page()->routine(), 2));
        m_code = page()->text();
        m_base = page()->baseVersionId();
    }

    void cleanup()
    {
        m_bench->close();
        m_bench.reset();
    }

    void changesThatDoNotTouchMergeCleanlyAndUndoComesBack()
    {
        editor().insert(u"// mine\n"_s);
        const QByteArray mine = page()->text();
        const QString theirs = m_other.save(page()->routine(), m_code + "// theirs\n");
        QVERIFY(!theirs.isEmpty());

        QVERIFY(askToSave());
        QTRY_VERIFY(label("guardNews").contains(u"was saved"_s));
        QTRY_VERIFY_WITH_TIMEOUT(label("guardChange").startsWith(u"Their change: +1 −0"_s),
                                 kWaitMs);
        QCOMPARE(test::unnamedWidgets(m_bench->find<QWidget>("saveGuardNotice")), QStringList());
        QVERIFY(m_bench->click("guardMerge"));

        QTRY_VERIFY_WITH_TIMEOUT(label("mergeSummary").startsWith(u"Merges cleanly"_s), kWaitMs);
        QCOMPARE(test::unnamedWidgets(m_bench->find<QWidget>("mergeView")), QStringList());
        QCOMPARE(page()->text(), mine); // shown before it is taken
        QVERIFY(m_bench->click("mergeFinish"));

        QTRY_COMPARE(page()->text(), QByteArray("// mine\n" + m_code + "// theirs\n"));
        QTRY_COMPARE(page()->baseVersionId(), theirs);
        QTRY_COMPARE(m_bench->shell().documents.currentPage(), page());
        m_bench->trigger(ActionId::Undo);
        QCOMPARE(page()->text(), mine);
        QTRY_COMPARE(page()->baseVersionId(), m_base);
    }

    void aConflictIsDecidedThenSavedWithoutBeingAskedAgain()
    {
        editor().insert(u"// mine\n"_s);
        const QString theirs = m_other.save(page()->routine(), "// theirs\n" + m_code);
        QVERIFY(askToSave());
        QVERIFY(m_bench->click("guardMerge"));
        QTRY_COMPARE_WITH_TIMEOUT(label("mergeSummary"), u"1 of 1 left to decide"_s, kWaitMs);

        QVERIFY(m_bench->click("mergeFinish"));
        QVERIFY(m_bench->find<QWidget>("mergeView")); // still there
        QTest::keyClick(m_bench->find<CodeEditor>("mergeEditor"), Qt::Key_3, Qt::AltModifier);
        QTRY_COMPARE(label("mergeSummary"), u"All 1 decided"_s);
        m_bench->trigger(ActionId::Undo);
        QTRY_COMPARE(label("mergeSummary"), u"1 of 1 left to decide"_s);
        QVERIFY(m_bench->click("mergeTakeBoth"));
        QTRY_COMPARE(label("mergeSummary"), u"All 1 decided"_s);
        QVERIFY(m_bench->click("mergeFinish"));

        QTRY_COMPARE(page()->text(), QByteArray("// mine\n// theirs\n" + m_code));
        QTRY_COMPARE(page()->baseVersionId(), theirs);
        m_bench->trigger(ActionId::SaveVersion);
        QTRY_VERIFY(m_bench->find<QLineEdit>("versionDescription"));
        m_bench->find<QLineEdit>("versionDescription")->setText(u"both"_s);
        QVERIFY(m_bench->click("sheetConfirm"));
        QTRY_VERIFY_WITH_TIMEOUT(!page()->isEdited(), kWaitMs);
        QVERIFY(page()->baseVersionId() != theirs);
    }

    void savingAnywayIsPossible()
    {
        editor().insert(u"// mine\n"_s);
        const QByteArray mine = page()->text();
        const QString theirs = m_other.save(page()->routine(), "// theirs\n" + m_code);
        QVERIFY(askToSave());

        QVERIFY(m_bench->click("guardAnyway"));

        QTRY_VERIFY_WITH_TIMEOUT(!page()->isEdited(), kWaitMs);
        QCOMPARE(page()->text(), mine);
        QVERIFY(page()->baseVersionId() != theirs && page()->baseVersionId() != m_base);
    }

    void cancellingChangesNothing()
    {
        editor().insert(u"// mine\n"_s);
        QVERIFY(!m_other.save(page()->routine(), "// theirs\n" + m_code).isEmpty());
        QVERIFY(askToSave());
        const int used = m_bench->services().history().used();

        QVERIFY(m_bench->click("sheetCancel"));

        QTRY_VERIFY(!m_bench->find<QWidget>("saveGuardNotice"));
        QCOMPARE(page()->baseVersionId(), m_base);
        QCOMPARE(m_bench->services().history().used(), used);
        // Merging is in the menu, too.
        QTRY_VERIFY(m_bench->window().actions().action(ActionId::MergeTheirs).isEnabled());
        m_bench->trigger(ActionId::MergeTheirs);
        QTRY_COMPARE_WITH_TIMEOUT(label("mergeSummary"), u"1 of 1 left to decide"_s, kWaitMs);
    }

private:
    [[nodiscard]] bool isReady()
    {
        const auto &items = m_bench->services().catalog().model().items();
        return page() && page()->isLoaded() && items.size() >= 2
               && std::ranges::all_of(items, &RoutineListModel::Item::liveKnown)
               && m_bench->services().history().isListed()
               && !m_bench->services().history().isRefreshing();
    }

    /// Opens the sheet, confirms it and waits for the notice.
    [[nodiscard]] bool askToSave()
    {
        m_bench->trigger(ActionId::SaveVersion);
        auto *description = m_bench->find<QLineEdit>("versionDescription");
        if (!description)
            return false;
        description->setText(u"two clients"_s);
        if (!m_bench->click("sheetConfirm"))
            return false;
        // With their change it has its final place.
        return QTest::qWaitFor([this] { return !label("guardChange").isEmpty(); }, kWaitMs);
    }

    [[nodiscard]] DraftPage *page()
    {
        const QList<DraftPage *> drafts = m_bench->shell().documents.drafts();
        return drafts.isEmpty() ? nullptr : drafts.constFirst();
    }
    [[nodiscard]] CodeEditor &editor() { return page()->page().editor(); }
    [[nodiscard]] QString label(const char *name) const
    {
        const auto *found = m_bench->find<QLabel>(name);
        return found ? found->text() : QString();
    }

    std::unique_ptr<Workbench> m_bench;
    OtherClient m_other;
    QByteArray m_code;
    QString m_base;
};

QTEST_MAIN(GuardStoryTest)

#include "tst_guardstory.moc"
