// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/compareview.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "flows/trafficbench.h"
#include "history/historypanel.h"
#include "publish/gapbutton.h"
#include "publish/lampbutton.h"

#include <QClipboard>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace edgewright;
using test::TrafficBench;

namespace {

constexpr int kWaitMs = TrafficBench::kWaitMs;

QString spoken(TrafficBench &bench, const char *gap)
{
    const auto *button = bench.window().find<GapButton>(gap);
    return button ? button->accessibleName() : QString();
}

} // namespace

/// The strip in the real window. With EDGEWRIGHT_SHOTS=DIR pictures are kept to be looked at.
class StripGapsTest : public QObject {
    Q_OBJECT

private:
    static void shoot(TrafficBench &bench, const QString &name)
    {
        const QString folder = qEnvironmentVariable("EDGEWRIGHT_SHOTS");
        if (folder.isEmpty())
            return;
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
            bench.window().themes().setMode(kind == ThemeKind::Dark ? ThemeService::Mode::Dark
                                                                    : ThemeService::Mode::Light);
            for (const int width : {1000, 1440, 1600}) {
                bench.window().window().resize(width, 860);
                QCoreApplication::processEvents();
                QCoreApplication::processEvents();
                const QString file =
                    u"%1/%2-%3-%4.png"_s.arg(folder, name, QString::number(width),
                                             kind == ThemeKind::Dark ? u"dark"_s : u"light"_s);
                QVERIFY(bench.window().window().grab().save(file));
            }
        }
    }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void countsLinesAndFollowsTyping()
    {
        TrafficBench bench;
        QVERIFY(bench.open());

        // The draft is v7, as is staging; production runs v5.
        QTRY_VERIFY_WITH_TIMEOUT(spoken(bench, "draftStagingGap").startsWith(u"No difference"_s),
                                 kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(spoken(bench, "productionDraftGap").contains(u" added, "_s),
                                 kWaitMs);
        CodeEditor &editor = bench.window().shell().documents.currentDraft()->page().editor();
        QTest::keyClicks(&editor, u"// one more"_s);
        QTest::keyClick(&editor, Qt::Key_Return);

        QTRY_VERIFY_WITH_TIMEOUT(
            spoken(bench, "draftStagingGap").contains(u" added, 0 removed"_s), kWaitMs);
    }

    void aGapOpensItsComparison()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        QTRY_VERIFY_WITH_TIMEOUT(spoken(bench, "productionDraftGap").contains(u" added, "_s),
                                 kWaitMs);

        QVERIFY(bench.window().click("productionDraftGap"));

        QTRY_VERIFY(bench.window().shell().documents.isComparing());
        QVERIFY(bench.window().click("productionLamp"));
        QTRY_VERIFY(!bench.window().shell().documents.isComparing());
    }

    void theLampMenuCopiesTheId()
    {
        TrafficBench bench;
        QVERIFY(bench.open());

        QVERIFY(bench.chooseInMenu("productionLampMenu", u"Copy Id of v5"_s));

        QTRY_COMPARE(QGuiApplication::clipboard()->text(), bench.id(u"v5"_s));
    }

    void aChangeMadeElsewhereIsMarkedUntilItIsLookedAt()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        const auto *lamp = bench.window().find<LampButton>("productionLamp");
        QVERIFY(!lamp->toolTip().contains(u"elsewhere"_s));
        QVERIFY(bench.colleaguePublishes(u"v6"_s, kProduction));
        QVERIFY(bench.noticed(kProduction, u"v6"_s));
        QTRY_VERIFY(lamp->toolTip().contains(u"Changed elsewhere"_s));

        QVERIFY(bench.window().click("productionLamp"));

        QTRY_VERIFY(!lamp->toolTip().contains(u"elsewhere"_s));
    }

    void looksRight()
    {
        if (qEnvironmentVariableIsEmpty("EDGEWRIGHT_SHOTS"))
            QSKIP("pictures only on demand");
        TrafficBench bench;
        QVERIFY(bench.open());
        QVERIFY(bench.colleaguePublishes(u"v6"_s, kProduction));
        QVERIFY(bench.noticed(kProduction, u"v6"_s));
        QTRY_VERIFY_WITH_TIMEOUT(spoken(bench, "productionDraftGap").contains(u" added, "_s),
                                 kWaitMs);
        shoot(bench, u"strip"_s);
        bench.window().trigger(ActionId::RollBack);
        QTRY_VERIFY(bench.said("rollbackSheet", "rollbackChanges").contains(u'+'));
        shoot(bench, u"rollback"_s);
        QVERIFY(bench.window().click("sheetCancel"));
        QVERIFY(bench.chooseInMenu("productionLampMenu", u"Share Traffic"_s));
        shoot(bench, u"split-new"_s);
        QVERIFY(bench.confirm("splitSheet"));
        QTRY_VERIFY_WITH_TIMEOUT(!bench.said("publishedBar", "messageText").isEmpty(), kWaitMs);
        shoot(bench, u"bar"_s);
        QVERIFY(bench.chooseInMenu("productionLampMenu", u"Adjust Split"_s));
        shoot(bench, u"split-running"_s);
    }
};

QTEST_MAIN(StripGapsTest)
#include "tst_stripgaps.moc"
