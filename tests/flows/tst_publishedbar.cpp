// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/messagebar.h"
#include "editor/codeeditor.h"
#include "editor/decorators/problemmark.h"
#include "editor/editorpage.h"
#include "flows/trafficbench.h"
#include "history/historypanel.h"
#include "publish/checkline.h"
#include "publish/publishsheet.h"
#include "routines/routinespanel.h"
#include "shell/versionpage.h"
#include "support/patience.h"
#include "support/unnamedwidgets.h"

#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace edgewright;
using test::TrafficBench;

namespace {

/// With EDGEWRIGHT_SHOTS=DIR the pictures are kept to be looked at.
void shoot(TrafficBench &bench, const QString &name)
{
    const QString folder = qEnvironmentVariable("EDGEWRIGHT_SHOTS");
    if (!folder.isEmpty())
        bench.window().window().grab().save(folder + u'/' + name + u".png"_s);
}

/// The bar that says so; null when none does.
MessageBar *bar(TrafficBench &bench, const QString &text)
{
    auto *bars = bench.window().find<QWidget>("publishedBar");
    if (!bars)
        return nullptr;
    for (MessageBar *one : bars->findChildren<MessageBar *>()) {
        if (one->isVisible() && one->text().contains(text))
            return one;
    }
    return nullptr;
}

/// "Roll Back Staging to v7…"; null when it is not offered.
QPushButton *button(TrafficBench &bench, const QString &text)
{
    for (QPushButton *one : bench.window().window().findChildren<QPushButton *>()) {
        if (one->isVisible() && one->text().startsWith(text))
            return one;
    }
    return nullptr;
}

bool publish(TrafficBench &bench, const QString &version, const char *environment)
{
    emit bench.window().shell().historyPanel.publishRequested(bench.id(version));
    return QTest::qWaitFor([&] { return bench.window().find<QWidget>("publishSheet") != nullptr; },
                           TrafficBench::kWaitMs)
           && bench.window().click(environment) && bench.confirm("publishSheet");
}

} // namespace

/// What stays on screen after publications, in the real window on the real sandbox.
class PublishedBarTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void fromStagingTheWayGoesOnToProduction()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        QVERIFY(publish(bench, u"v6"_s, "publishToStaging"));
        QTRY_VERIFY(bar(bench, u"v6 is live on staging"_s));
        QVERIFY(button(bench, u"Roll Back Staging to v7…"_s));

        QTest::mouseClick(button(bench, u"Publish v6 to Production…"_s), Qt::LeftButton);
        QTRY_VERIFY(bench.window().find<QWidget>("publishSheet"));
        QCOMPARE(bench.said("publishSheet", "sheetBadge"), u"PRODUCTION"_s);
        QVERIFY(bench.confirm("publishSheet"));

        QTRY_VERIFY(bar(bench, u"v6 is live in production"_s));
        QVERIFY2(bar(bench, u"v6 is live on staging"_s), "one bar has replaced the other");
        QVERIFY(button(bench, u"Roll Back Production to v5…"_s));
        QVERIFY(button(bench, u"Roll Back Staging to v7…"_s));
        QVERIFY(!button(bench, u"Publish v6 to Production…"_s));
        QCOMPARE(test::unnamedWidgets(&bench.window().window()).join(u"; "_s), QString());
        shoot(bench, u"two-bars"_s);

        QTest::mouseClick(
            bar(bench, u"production"_s)->findChild<QAbstractButton *>(u"messageClose"_s),
            Qt::LeftButton);
        QTRY_VERIFY(!bar(bench, u"production"_s));
        QVERIFY(bar(bench, u"v6 is live on staging"_s));
    }

    void anUndoSaysWhatComesBackAndLeavesTheFocusInTheCode()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        QVERIFY(publish(bench, u"v6"_s, "publishToProduction"));
        QTRY_VERIFY(button(bench, u"Roll Back Production to v5…"_s));
        QTest::mouseClick(button(bench, u"Roll Back Production to v5…"_s), Qt::LeftButton);
        QVERIFY(bench.confirm("rollbackSheet"));

        QTRY_VERIFY(button(bench, u"Undo: Put v6 Back into Production…"_s));
        shoot(bench, u"rolled-back-bar"_s);
        QWidget *focused = bench.window().window().focusWidget();
        QVERIFY(focused);
        QVERIFY2(bench.window().shell().documents.isAncestorOf(focused),
                 qPrintable(focused->objectName()));
    }

    void whatIsLockedCannotBeTakenBackAndSaysWhy()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        QVERIFY(publish(bench, u"v6"_s, "publishToStaging"));
        QTRY_VERIFY(button(bench, u"Roll Back Staging"_s));

        bench.window().trigger(ActionId::LockRoutine);

        QTRY_VERIFY(!button(bench, u"Roll Back Staging"_s)->isEnabled());
        QVERIFY(button(bench, u"Roll Back Staging"_s)->toolTip().contains(u"locked"_s));
        QVERIFY(!button(bench, u"Publish v6 to Production"_s)->isEnabled());
        shoot(bench, u"locked"_s);

        // The keys of what cannot be done say why, and how it can.
        QTest::keyClick(&bench.window().window(), Qt::Key_Return,
                        Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(bench.window().shell().messages.text().contains(u"locked"_s));
        QVERIFY(!bench.window().find<QWidget>("publishSheet"));
        QVERIFY(button(bench, u"Unlock…"_s));
        shoot(bench, u"locked-told"_s);
        QTest::mouseClick(button(bench, u"Unlock…"_s), Qt::LeftButton);
        QTRY_VERIFY(bench.window().find<QWidget>("unlockDialog"));
        QVERIFY(bench.window().click("unlockForGood"));
        QVERIFY(bench.window().click("unlockConfirm"));

        QTRY_VERIFY(button(bench, u"Roll Back Staging"_s)->isEnabled());
        QTest::keyClick(&bench.window().window(), Qt::Key_Return,
                        Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(bench.window().find<QWidget>("publishSheet"));
    }

    void aFailedCheckLeadsToItsLineInTheDraft()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        DraftPage *draft = bench.window().shell().documents.currentDraft();
        draft->page().editor().append(u"\nfunction open() {\n"_s);
        QTRY_VERIFY(draft->isEdited());
        const int last = draft->page().editor().lines() - 2;
        bench.window().trigger(ActionId::PublishStaging);
        QTRY_VERIFY(bench.window().find<QWidget>("publishSheet"));
        auto *line = bench.window().find<CheckLine>("checkText0");
        QTRY_VERIFY(line && line->isLink());
        shoot(bench, u"syntax-failed"_s);

        line->setFocus();
        QTest::keyClick(line, Qt::Key_Return);

        QTRY_VERIFY(!bench.window().find<QWidget>("publishSheet"));
        CodeEditor &editor = draft->page().editor();
        QCOMPARE(editor.caretLine(), last);
        const auto *mark = editor.findChild<ProblemMark *>();
        QVERIFY(mark);
        QCOMPARE(mark->line(), last);
        shoot(bench, u"syntax-line"_s);
        editor.append(u"}\n"_s);
        QCOMPARE(mark->line(), -1);
        QTest::mouseClick(button(bench, u"Back to Publish…"_s), Qt::LeftButton);
        QTRY_VERIFY(bench.window().find<QWidget>("publishSheet"));
    }

    void itStaysWhileItIsNotKnownWhatIsLive()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        QVERIFY(publish(bench, u"v6"_s, "publishToStaging"));
        QTRY_VERIFY(button(bench, u"Roll Back Staging to v7…"_s));
        RoutineCatalog &catalog = bench.window().services().catalog();
        RoutineListModel &model = catalog.model();
        const RoutineListModel::Item known = model.items().at(model.rowOf(TrafficBench::kRoutine));
        RoutineListModel::Item listed = known; // named, but not read yet
        listed.liveKnown = false;
        listed.routine.deployments.clear();

        model.updateItem(listed);
        emit catalog.routineChanged(TrafficBench::kRoutine);
        model.updateItem(known);
        emit catalog.routineChanged(TrafficBench::kRoutine);

        QVERIFY(button(bench, u"Roll Back Staging to v7…"_s));
    }

    void aLineIsShownInTheSheetsRoutineWhateverIsOnScreen()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        const QString v6 = bench.id(u"v6"_s);
        emit bench.window().shell().historyPanel.publishRequested(v6);
        QTRY_VERIFY_WITH_TIMEOUT(bench.window().find<PublishSheet>("publishSheet"),
                                 TrafficBench::kWaitMs);
        VersionHistory &history = bench.window().services().history();
        const auto routines = bench.window().services().catalog().model().items();
        const auto other = std::ranges::find_if(routines, [](const RoutineListModel::Item &item) {
            return item.routine.name != TrafficBench::kRoutine;
        });
        QVERIFY(other != routines.end());
        emit bench.window().shell().routinesPanel.routineActivated(other->routine.name);
        QTRY_COMPARE_WITH_TIMEOUT(history.routine(), other->routine.name, TrafficBench::kWaitMs);
        auto *sheet = bench.window().find<PublishSheet>("publishSheet");
        QVERIFY(sheet);

        emit sheet->lineRequested(2, u"Something is wrong."_s);

        QTRY_COMPARE_WITH_TIMEOUT(history.routine(), TrafficBench::kRoutine, TrafficBench::kWaitMs);
        const VersionPage *page = bench.window().shell().documents.openVersionPage();
        QVERIFY(page);
        QCOMPARE(page->versionId(), v6);
        QTRY_VERIFY(button(bench, u"Back to Publish…"_s));
        QTest::mouseClick(button(bench, u"Back to Publish…"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(bench.window().find<PublishSheet>("publishSheet"),
                                 TrafficBench::kWaitMs);
        QCOMPARE(sheet->context().routine, TrafficBench::kRoutine);
        QCOMPARE(sheet->context().versionId, v6);
    }

    void aFormerSplitIsAWayBack()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        const QList<VersionShare> split{{.versionId = bench.id(u"v5"_s), .percentage = 90},
                                        {.versionId = bench.id(u"v7"_s), .percentage = 10}};
        QVERIFY(test::wait(bench.colleague().publish(TrafficBench::kRoutine, kStaging, split),
                           TrafficBench::kWaitMs)
                    .hasValue());
        QVERIFY(bench.noticed(kStaging, u"v5 90 % · v7 10 %"_s));
        emit bench.window().shell().historyPanel.publishRequested(bench.id(u"v6"_s));
        QTRY_VERIFY(bench.window().find<QWidget>("publishSheet"));

        const auto said = [&bench](const QString &text) {
            for (QLabel *label :
                 bench.window().find<QWidget>("publishChecks")->findChildren<QLabel *>()) {
                if (label->text().replace(QChar::Nbsp, u' ').contains(text))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(said(u"Way back: the split v5 90 % · v7 10 % is on the service"_s));
        QVERIFY(bench.confirm("publishSheet"));

        QTRY_VERIFY(bar(bench, u"v6 is live on staging"_s));
        QVERIFY(button(bench, u"Roll Back Staging to v5"_s));
    }
};

QTEST_MAIN(PublishedBarTest)
#include "tst_publishedbar.moc"
