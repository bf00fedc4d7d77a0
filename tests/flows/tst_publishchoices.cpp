// SPDX-License-Identifier: GPL-3.0-or-later
#include "../sandbox/sandboxclient.h"
#include "common/messagebar.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "flows/trafficbench.h"
#include "shell/publishcontroller.h"
#include "support/unnamedwidgets.h"

#include <QDir>
#include <QRadioButton>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace edgewright;
using test::TrafficBench;

namespace {

constexpr int kWaitMs = TrafficBench::kWaitMs;

bool setVariables(TrafficBench &bench, const QByteArray &environment, const QByteArrayList &names)
{
    QByteArrayList members;
    for (const QByteArray &name : names)
        members.append("\"" + name + "\":{\"Type\":\"plain_text\",\"Value\":\"x\"}");
    const test::SandboxClient client(bench.sandbox());
    return client
               .call("SetRoutineEnvironmentVariables",
                     {{"Name", TrafficBench::kRoutine.toUtf8()},
                      {"Env", environment},
                      {"EnvironmentVariables", '{' + members.join(',') + '}'}})
               .status
           == 200;
}

DraftPage &draft(TrafficBench &bench)
{
    return *bench.window().shell().documents.currentDraft();
}

CodeVersion newest(TrafficBench &bench)
{
    VersionHistory &history = bench.window().services().history();
    return history.version(history.newestVersionId()).value_or(CodeVersion());
}

/// Waits until the check of that name has ended; what it says.
QString checked(TrafficBench &bench, const QString &start)
{
    QString said;
    const auto look = [&] {
        const auto *sheet = bench.window().find<QWidget>("publishSheet");
        if (!sheet)
            return false;
        for (const QLabel *label : sheet->findChildren<QLabel *>()) {
            if (label->objectName().startsWith(u"checkText"_s) && label->text().startsWith(start))
                said = label->text();
        }
        return said.startsWith(start + u':');
    };
    return QTest::qWaitFor(look, kWaitMs) ? said : QString();
}

} // namespace

/// What is decided on in the sheets of saving and publishing besides where: whose variables a
/// version carries, and how much of the traffic it gets.
class PublishChoicesTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void variablesTravelWithTheVersionThatIsSaved()
    {
        TrafficBench bench;
        QVERIFY(setVariables(bench, "production", {"KEY", "SECRET", "URL"}));
        QVERIFY(setVariables(bench, "staging", {"KEY", "SECRET", "URL"}));
        QVERIFY(bench.open());
        test::Workbench &window = bench.window();
        const int before = window.services().history().used();
        draft(bench).page().editor().insert(u"// changed\n"_s);

        window.trigger(ActionId::SaveVersion);
        QTRY_VERIFY_WITH_TIMEOUT(window.find<QRadioButton>("variablesOfStaging"), kWaitMs);
        QTRY_VERIFY(window.find<QRadioButton>("variablesOfProduction")->isChecked());
        QCOMPARE(test::unnamedWidgets(window.find<QWidget>("saveVersionSheet")), QStringList());
        QVERIFY(window.click("variablesOfStaging"));
        QVERIFY(bench.confirm("saveVersionSheet"));
        QTRY_COMPARE_WITH_TIMEOUT(window.services().history().used(), before + 1, kWaitMs);
        QTRY_COMPARE(newest(bench).id, draft(bench).baseVersionId());
        const CodeVersion saved = newest(bench);
        QCOMPARE(saved.variablesOf, QString(kStaging));
        QVERIFY(saved.hasVariables);
        QTRY_VERIFY(!draft(bench).isEdited());

        window.trigger(ActionId::PublishProduction);
        const QString warning = checked(bench, u"Variables"_s);
        QVERIFY2(warning.contains(u"with those of staging; production's 3"_s), qPrintable(warning));
        QVERIFY(window.click("sheetCancel"));

        // The same bytes with other variables are another version.
        window.trigger(ActionId::SaveVersion);
        QTRY_VERIFY_WITH_TIMEOUT(window.find<QRadioButton>("variablesOfStaging"), kWaitMs);
        QTRY_VERIFY(
            window.find<QRadioButton>("variablesOfStaging")->isChecked()); // as the last time
        QTRY_VERIFY(bench.said("saveVersionSheet", "saveHint").contains(u"is the same"_s));
        QVERIFY(window.click("variablesOfProduction"));
        QTRY_COMPARE(bench.said("saveVersionSheet", "saveHint"), QString());
        QVERIFY(bench.confirm("saveVersionSheet"));
        QTRY_COMPARE_WITH_TIMEOUT(window.services().history().used(), before + 2, kWaitMs);
        // Both may be of the same second, to which the service tells times.
        const auto again = window.services().history().version(bench.id(u"v9"_s));
        QVERIFY(again);
        QCOMPARE(again->variablesOf, QString(kProduction));

        window.trigger(ActionId::PublishProduction);
        QVERIFY2(checked(bench, u"Variables"_s).contains(u"has all"_s),
                 qPrintable(checked(bench, u"Variables"_s)));
    }

    void aPublishedDraftCarriesTheVariablesOfThePlace()
    {
        TrafficBench bench;
        QVERIFY(setVariables(bench, "production", {"KEY"}));
        QVERIFY(bench.open());
        draft(bench).page().editor().insert(u"// changed\n"_s);

        bench.window().trigger(ActionId::PublishProduction);
        QVERIFY(bench.confirm("publishSheet"));

        QTRY_COMPARE_WITH_TIMEOUT(bench.liveInWindow(kProduction), u"v8"_s, kWaitMs);
        // Its name may be known before the list is.
        QTRY_COMPARE(newest(bench).id, draft(bench).baseVersionId());
        QTRY_COMPARE(newest(bench).variablesOf, QString(kProduction));
        QVERIFY(newest(bench).hasVariables);
    }

    void withoutVariablesNobodyIsAsked()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        draft(bench).page().editor().insert(u"// changed\n"_s);

        bench.window().trigger(ActionId::SaveVersion);
        QTRY_VERIFY(bench.window().find<QWidget>("saveVersionSheet"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.sandbox().sends(u"ListRoutineEnvironmentVariables"_s), 2,
                                  kWaitMs);
        QVERIFY(!bench.window().find<QRadioButton>("variablesOfProduction"));
    }

    void aVersionGetsAPartOfTheTraffic()
    {
        TrafficBench bench;
        QVERIFY(bench.open());
        auto *publish = bench.window().window().findChild<PublishController *>();
        publish->openVersion(bench.id(u"v6"_s), kProduction);
        QTRY_VERIFY(bench.window().find<QRadioButton>("trafficPart"));
        QVERIFY(!bench.window().find<QWidget>("sharesField"));

        QVERIFY(bench.window().click("trafficPart"));
        QVERIFY(bench.window().click("sharePreset25"));

        QCOMPARE(test::unnamedWidgets(bench.window().find<QWidget>("publishSheet")), QStringList());
        QCOMPARE(bench.said("publishSheet", "publishAfter"),
                 u"v6 for 25 % of the traffic; v5 keeps 75 %"_s);
        QVERIFY(bench.confirm("publishSheet"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.liveInWindow(kProduction), u"v5 75 % · v6 25 %"_s, kWaitMs);
        QCOMPARE(bench.liveOnService(kProduction), u"v5 75 % · v6 25 %"_s);
        QTRY_VERIFY(bench.said("publishedBar", "messageText")
                        .contains(u"Production is shared: v5 75 % · v6 25 %"_s));

        // A running split is adjusted elsewhere.
        publish->openVersion(bench.id(u"v7"_s), kProduction);
        QTRY_VERIFY(bench.window().find<QWidget>("publishSheet"));
        QVERIFY(!bench.window().find<QRadioButton>("trafficPart"));
    }

    void picturesForLookingAt_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::newRow("small-light") << QSize(1000, 700) << false;
        QTest::newRow("small-dark") << QSize(1000, 700) << true;
        QTest::newRow("large-light") << QSize(1440, 900) << false;
        QTest::newRow("large-dark") << QSize(1440, 900) << true;
    }

    void picturesForLookingAt()
    {
        QFETCH(const QSize, size);
        QFETCH(const bool, dark);
        TrafficBench bench;
        QVERIFY(setVariables(bench, "production", {"KEY", "SECRET", "URL"}));
        QVERIFY(setVariables(bench, "staging", {"KEY"}));
        bench.window().options().theme = dark ? u"dark"_s : u"light"_s;
        QVERIFY(bench.open());
        bench.window().themes().applyTo(*qApp);
        MainWindow &window = bench.window().window();
        window.resize(size);
        const auto grab = [&](const QString &what) {
            static_cast<void>(QTest::qWaitFor(
                [&] {
                    const auto *card = bench.window().find<QWidget>("sheetCard");
                    const auto *button = bench.window().find<QWidget>("sheetConfirm");
                    return !card
                           || (card->y() == 0 && button->width() >= button->sizeHint().width());
                },
                kWaitMs));
            const QString tag = QString::fromLatin1(QTest::currentDataTag());
            const QString file = u"publishchoices-%1-%2.png"_s.arg(what, tag);
            return window.grab().save(QDir::current().filePath(file));
        };
        draft(bench).page().editor().insert(u"// changed\n"_s);

        bench.window().trigger(ActionId::SaveVersion);
        QTRY_VERIFY_WITH_TIMEOUT(bench.window().find<QRadioButton>("variablesOfStaging"), kWaitMs);
        QVERIFY(grab(u"save"_s));
        QVERIFY(bench.window().click("sheetCancel"));

        auto *publish = window.findChild<PublishController *>();
        publish->openVersion(bench.id(u"v6"_s), kProduction);
        QTRY_VERIFY(bench.window().find<QRadioButton>("trafficPart"));
        QVERIFY(!checked(bench, u"Variables"_s).isEmpty());
        QVERIFY(grab(u"publish"_s));
        QVERIFY(bench.window().click("trafficPart"));
        QTRY_VERIFY(bench.window().find<QWidget>("sharesField"));
        QVERIFY(grab(u"share"_s));
        QVERIFY(bench.confirm("publishSheet"));
        QTRY_VERIFY_WITH_TIMEOUT(!bench.window().find<QWidget>("publishSheet"), kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(bench.window().find<QWidget>("publishedBar"), kWaitMs);
        QVERIFY(grab(u"bar"_s));
    }
};

QTEST_MAIN(PublishChoicesTest)
#include "tst_publishchoices.moc"
