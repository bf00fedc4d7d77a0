// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/routinetypes.h"
#include "publish/changeview.h"
#include "publish/publishsheet.h"
#include "samples.h"
#include "support/patience.h"
#include "support/unnamedwidgets.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace edgewright;

/// What the publish sheet shows and asks for; its pictures stay beside the test for looking at.
class PublishSheetTest : public QObject {
    Q_OBJECT

private:
    ThemeService m_themes;
    std::unique_ptr<QWidget> m_area;
    std::unique_ptr<PublishSheet> m_sheet;

    static PublishContext context(bool isDraft = false)
    {
        return {.routine = u"www-redirects"_s,
                .versionId = isDraft ? QString() : u"17"_s,
                .versionName = u"v7"_s,
                .description = u"Fix redirect loop on the home page"_s,
                .staging = {.text = u"v6"_s, .since = u"2 h ago"_s, .versionId = u"16"_s},
                .production = {.text = u"v5"_s, .since = u"6 d ago"_s, .versionId = u"15"_s}};
    }

    static QList<PublishCheck> checks(CheckState worst)
    {
        return {{.id = CheckId::Syntax,
                 .state = CheckState::Passed,
                 .text = u"Syntax: brackets, strings and comments close"_s},
                {.id = CheckId::Body,
                 .state = CheckState::Passed,
                 .text = u"Code on the service: read back, same bytes as archived"_s},
                {.id = CheckId::Characters,
                 .state = worst,
                 .text = u"Characters: line 12 holds U+202E RIGHT-TO-LEFT OVERRIDE"_s,
                 .detail = u"<b>It may run otherwise than it reads.</b>"_s},
                {.id = CheckId::Staging,
                 .state = CheckState::Passed,
                 .text = u"Staging: live there for 2 h"_s},
                {.id = CheckId::WayBack,
                 .state = CheckState::Passed,
                 .text = u"Way back: v5 is on the service"_s},
                {.id = CheckId::NobodyElse, .state = CheckState::Running, .text = u"Nobody else"_s},
                {.id = CheckId::Variables,
                 .state = CheckState::Warning,
                 .text = u"Variables: 2 of staging missing in production: API_KEY, FLAGS"_s}};
    }

    static ChangeExcerpt longExcerpt()
    {
        QByteArray before;
        QByteArray after;
        for (int line = 0; line < 200; ++line) {
            const QByteArray same = "  const rule" + QByteArray::number(line) + " = '/old';\n";
            before += same;
            after += line % 5 == 0 ? QByteArray(same).replace("old", "new-place") : same;
        }
        return excerptOf(before, after + "function addCors(r) { return r; }\n");
    }

    void openSheet(const PublishContext &shown)
    {
        m_sheet->setContext(shown);
        m_sheet->open();
        m_sheet->setReach({u"www.example.com/*"_s, u"example.com/*"_s, u"m.example.com/old*"_s,
                           u"er.example.com"_s, u"five"_s, u"six"_s});
        m_sheet->setExcerpt(longExcerpt());
        m_sheet->setChecks(checks(CheckState::Passed));
    }

    [[nodiscard]] QPushButton *confirm() const
    {
        return m_sheet->findChild<QPushButton *>(u"sheetConfirm"_s);
    }

    [[nodiscard]] QString text(const QString &name) const
    {
        return m_sheet->findChild<QLabel *>(name)->text();
    }

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_area = std::make_unique<QWidget>();
        m_area->resize(900, 700);
        m_area->show();
        m_sheet = std::make_unique<PublishSheet>(m_themes, m_area.get());
        QVERIFY(QTest::qWaitForWindowActive(m_area.get()));
    }

    void cleanup()
    {
        m_sheet.reset();
        m_area.reset();
    }

    void saysWhatChangesAndWhomItReaches()
    {
        openSheet(context());
        m_sheet->chooseEnvironment(kProduction);

        QVERIFY2(text(u"publishChangesLine"_s).startsWith(u"+41 \u221240"_s),
                 qPrintable(text(u"publishChangesLine"_s)));
        QVERIFY(text(u"publishChangesLine"_s).contains(u"addCors"_s));
        QCOMPARE(text(u"publishChangesTitle"_s), u"Changes: v5 → v7"_s);
        QVERIFY(text(u"publishReach"_s).startsWith(u"www.example.com/*, example.com/*"_s));
        QVERIFY(text(u"publishReach"_s).contains(u"2"_s));
        QVERIFY(m_sheet->findChild<QLabel *>(u"publishReach"_s)->toolTip().contains(u"six"_s));
        const auto *changes = m_sheet->findChild<ChangeView *>(u"publishChanges"_s);
        QVERIFY(changes->toPlainText().contains(u"+   const rule0 = '/new-place';"_s));
        QCOMPARE(test::unnamedWidgets(m_area.get()), QStringList());
        m_sheet->setReach({});
        QVERIFY(text(u"publishReach"_s).contains(u"nothing"_s));
        m_sheet->setNoReach(u"could not be read"_s);
        QCOMPARE(text(u"publishReach"_s), u"could not be read"_s);
    }

    void checksSayHowTheyEndedInWords()
    {
        openSheet(context());
        m_sheet->setChecks(checks(CheckState::Failed));

        QCOMPARE(m_sheet->findChild<QLabel *>(u"checkSign2"_s)->accessibleName(),
                 u"Characters: failed"_s);
        QCOMPARE(text(u"checkSign2"_s), u"\u2717"_s);
        QCOMPARE(text(u"checkSign0"_s), u"\u2713"_s);
        QCOMPARE(text(u"checkSign5"_s), u"\u2026"_s);
        QVERIFY(text(u"publishChecksTitle"_s).contains(u"1"_s));
        QCOMPARE(m_sheet->findChild<QLabel *>(u"checkText2"_s)->textFormat(), Qt::PlainText);
    }

    void onlyAFailedCheckAsksForTheName()
    {
        openSheet(context());
        QSignalSpy published(m_sheet.get(), &PublishSheet::publishRequested);
        auto *field = m_sheet->findChild<QLineEdit *>(u"typedName"_s);
        QVERIFY(confirm()->isEnabled());
        QVERIFY(!field->isVisible());

        m_sheet->setChecks(checks(CheckState::Failed));

        QVERIFY(field->isVisible());
        QVERIFY(!confirm()->isEnabled());
        QTest::keyClick(m_sheet.get(), Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClicks(field, u"www-redirect"_s);
        QVERIFY(!confirm()->isEnabled());
        QCOMPARE(published.count(), 0);
        QTest::keyClicks(field, u"s"_s);
        QVERIFY(confirm()->isEnabled());
        m_sheet->setChecks(checks(CheckState::Failed)); // ticking does not forget it
        QTest::keyClick(m_sheet.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(published.count(), 1);

        m_sheet->chooseEnvironment(kProduction); // another place is another decision
        QVERIFY(!confirm()->isEnabled());
    }

    void aDraftIsDescribedAndSavedOnTheWay()
    {
        openSheet(context(true));
        auto *field = m_sheet->findChild<QLineEdit *>(u"publishDescription"_s);
        QVERIFY(field->isVisible());
        m_sheet->propose(u"handle changed"_s);
        QCOMPARE(m_sheet->description(), u"handle changed"_s);
        field->clear();
        QTest::keyClicks(field, u"mine"_s);
        m_sheet->propose(u"other"_s);
        QCOMPARE(m_sheet->description(), u"mine"_s);
        QCOMPARE(confirm()->text(), u"Save and Publish to Staging"_s);

        m_sheet->setSteps({{.text = u"Save"_s, .state = PublishStep::State::Done},
                           {.text = u"Publish"_s, .state = PublishStep::State::Running},
                           {.text = u"Read"_s}});
        QCOMPARE(text(u"publishSteps"_s), u"✓\u00a0Save   ▸\u00a0Publish   ○\u00a0Read"_s);

        m_sheet->setVersion(u"18"_s, u"v8"_s);
        QVERIFY(!field->isVisible());
        QCOMPARE(confirm()->text(), u"Publish v8 to Staging"_s);
    }

    void theOneThatIsLiveMayKeepAPart()
    {
        PublishContext shown = context();
        shown.production.otherName = u"v5"_s;
        openSheet(shown);
        auto *part = m_sheet->findChild<QRadioButton *>(u"trafficPart"_s);
        QVERIFY(!part->isVisible()); // nothing that could keep a part on staging
        m_sheet->chooseEnvironment(kProduction);
        QVERIFY(part->isVisible());
        QCOMPARE(m_sheet->shares(), QList<VersionShare>{{.versionId = u"17"_s}});

        part->click();
        m_sheet->findChild<QPushButton *>(u"sharePreset5"_s)->click();

        QCOMPARE(m_sheet->shares(), (QList<VersionShare>{{u"15"_s, 95}, {u"17"_s, 5}}));
        QCOMPARE(text(u"publishAfter"_s), u"v7 for 5 % of the traffic; v5 keeps 95 %"_s);
        QCOMPARE(confirm()->text(), u"Give v7 5 % of Production"_s);
        QVERIFY(confirm()->isEnabled());

        m_sheet->chooseEnvironment(kStaging); // another place is another decision
        m_sheet->chooseEnvironment(kProduction);
        QCOMPARE(m_sheet->shares(), QList<VersionShare>{{.versionId = u"17"_s}});
        part->click();
        PublishLive other = shown.production;
        other.versionId = u"14"_s;
        other.otherName = u"v4"_s;
        m_sheet->setLive(shown.staging, other); // and so is something else being live
        QCOMPARE(m_sheet->shares(), QList<VersionShare>{{.versionId = u"17"_s}});
    }

    void aDraftGetsAPartWithoutAnId()
    {
        PublishContext shown = context(true);
        shown.staging.otherName = u"v6"_s;
        openSheet(shown);
        m_sheet->findChild<QRadioButton *>(u"trafficPart"_s)->click();

        QCOMPARE(m_sheet->shares(), (QList<VersionShare>{{u"16"_s, 90}, {QString(), 10}}));
        QCOMPARE(text(u"publishAfter"_s),
                 u"the draft, as a new version, for 10 % of the traffic; v6 keeps 90 %"_s);
        QCOMPARE(confirm()->text(), u"Save and Give It 10 % of Staging"_s);
        QCOMPARE(test::unnamedWidgets(m_area.get()), QStringList());
    }

    void anObstacleStopsItUntilItIsGone()
    {
        openSheet(context());
        m_sheet->setObstacle(u"Somebody was faster."_s);
        QVERIFY(!confirm()->isEnabled());
        m_sheet->setChecks(checks(CheckState::Passed));
        QVERIFY(!confirm()->isEnabled());
        m_sheet->setObstacle({});
        QVERIFY(confirm()->isEnabled());
    }

    void theMiddleScrollsAndTheButtonsStay_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small window") << QSize(430, 440);
        QTest::newRow("wide and low") << QSize(1400, 380);
        QTest::newRow("large") << QSize(1400, 950);
    }

    void theMiddleScrollsAndTheButtonsStay()
    {
        QFETCH(const QSize, size);
        m_area->resize(size);
        openSheet(context(true));
        m_sheet->setChecks(checks(CheckState::Failed));

        const auto *card = m_sheet->findChild<QWidget *>(u"sheetCard"_s);
        QTRY_COMPARE(card->y(), 0);
        QTRY_VERIFY(card->height() <= m_area->height());
        const QRect button(confirm()->mapTo(m_area.get(), QPoint()), confirm()->size());
        QVERIFY(m_area->rect().contains(button));
        QVERIFY(m_sheet->findChild<QWidget *>(u"sheetBand"_s)->height() > 20);
    }

    void longMinifiedLinesAreCutAroundTheChange()
    {
        const QByteArray line = QByteArray("let a=1;").repeated(20'000);
        QByteArray other = line;
        other.replace(100'000, 5, "CHANG");

        const ChangeExcerpt excerpt = excerptOf(line, other);

        QCOMPARE(excerpt.lines.size(), 2);
        QVERIFY(excerpt.lines.at(1).text.size() < 400);
        QVERIFY(excerpt.lines.at(1).text.contains(u"CHANG"_s));
        QVERIFY(excerptOf(line, line).isSame);
        QCOMPARE(excerptOf({}, "a\nb\n").added, 2U);
        QCOMPARE(excerptOf("a\nb\n", {}).removed, 2U);
    }

    void picturesForLookingAt_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("environment");
        QTest::addColumn<CheckState>("worst");
        const QString production = kProduction;
        const QString staging = kStaging;
        QTest::newRow("light-production-red")
            << QSize(620, 560) << false << production << CheckState::Failed;
        QTest::newRow("dark-production-large")
            << QSize(1060, 860) << true << production << CheckState::Passed;
        QTest::newRow("light-staging-large")
            << QSize(1060, 860) << false << staging << CheckState::Passed;
        QTest::newRow("dark-staging-small")
            << QSize(430, 440) << true << staging << CheckState::Failed;
    }

    void picturesForLookingAt()
    {
        QFETCH(const QSize, size);
        QFETCH(const bool, dark);
        QFETCH(const QString, environment);
        QFETCH(const CheckState, worst);
        m_themes.setMode(dark ? ThemeService::Mode::Dark : ThemeService::Mode::Light);
        m_themes.applyTo(*qApp);
        m_area->resize(size);
        PublishContext shown = context(worst == CheckState::Failed);
        shown.production.otherName = u"v5"_s;
        openSheet(shown);
        m_sheet->chooseEnvironment(environment);
        if (environment == kProduction)
            m_sheet->findChild<QRadioButton *>(u"trafficPart"_s)->click();
        m_sheet->setChecks(checks(worst));
        QTRY_COMPARE(m_sheet->findChild<QWidget *>(u"sheetCard"_s)->y(), 0);
        const QString file =
            u"publishsheet-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()));

        QVERIFY(m_area->grab().save(QDir::current().filePath(file)));
    }
};

QTEST_MAIN(PublishSheetTest)
#include "tst_publishsheet.moc"
