// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/routinetypes.h"
#include "publish/livestrip.h"
#include "publish/publishsheet.h"
#include "publish/roomnotice.h"
#include "publish/saveversionsheet.h"
#include "samples.h"
#include "support/patience.h"
#include "support/unnamedwidgets.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace edgewright;

class SheetsTest : public QObject {
    Q_OBJECT

private:
    ThemeService m_themes;
    std::unique_ptr<QWidget> m_area;
    QPlainTextEdit *m_code = nullptr;

    static PublishSheet::Context publishContext()
    {
        return {
            .routine = u"www-redirects"_s,
            .versionId = u"17"_s,
            .versionName = u"v7"_s,
            .description = test::hostileText(),
            .staging = {.text = u"v6"_s, .versionId = u"16"_s},
            .production = {.text = u"v5 90 % · v6 10 %"_s, .versionId = u"15"_s, .isSplit = true}};
    }

    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        return m_area->findChild<QPushButton *>(name);
    }

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_area = std::make_unique<QWidget>();
        m_area->resize(820, 460);
        m_code = new QPlainTextEdit(m_area.get());
        m_code->setObjectName(u"code"_s);
        m_code->setAccessibleName(u"Code"_s);
        m_code->resize(m_area->size());
        m_area->show();
        m_code->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_area.get()));
    }

    void cleanup() { m_area.reset(); }

    void aLateProposalIsSelectedAndNeverReplacesWhatWasTyped()
    {
        SaveVersionSheet sheet(m_themes, m_area.get());
        sheet.setContext({.routine = u"www"_s, .used = 7, .quota = 10});
        sheet.open();
        auto *field = sheet.findChild<QLineEdit *>(u"versionDescription"_s);
        QTRY_VERIFY(field->hasFocus());

        sheet.propose(u"handle changed"_s);
        QCOMPARE(field->selectedText(), u"handle changed"_s);
        QTest::keyClicks(field, u"mine"_s);
        sheet.propose(u"another"_s);
        QCOMPARE(sheet.description(), u"mine"_s);
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        sheet.propose(u"another"_s);
        QCOMPARE(sheet.description(), QString());
    }

    void typingReplacesTheProposalAndEnterSaves()
    {
        SaveVersionSheet sheet(m_themes, m_area.get());
        QSignalSpy saved(&sheet, &SaveVersionSheet::saveRequested);
        sheet.setContext(
            {.routine = u"www"_s, .description = u"proposal"_s, .used = 7, .quota = 10});
        sheet.open();
        auto *field = sheet.findChild<QLineEdit *>(u"versionDescription"_s);
        QTRY_VERIFY(field->hasFocus());
        QCOMPARE(field->selectedText(), u"proposal"_s);

        QTest::keyClicks(field, u"cache 404s"_s);
        QTest::keyClick(field, Qt::Key_Return);

        QCOMPARE(saved.count(), 1);
        QCOMPARE(saved.first().first().toString(), u"cache 404s"_s);
        QVERIFY(sheet.findChild<QLabel *>(u"versionFacts"_s)
                    ->text()
                    .contains(u"version 8 of 10 allowed"_s));
        QCOMPARE(test::unnamedWidgets(m_area.get()), QStringList());
    }

    void equalBytesCannotBeSavedButPublished()
    {
        SaveVersionSheet sheet(m_themes, m_area.get());
        QSignalSpy saved(&sheet, &SaveVersionSheet::saveRequested);
        QSignalSpy publish(&sheet, &SaveVersionSheet::publishExistingRequested);
        sheet.setContext({.routine = u"www"_s, .sameAsName = u"v7"_s});
        sheet.open();

        QTest::keyClick(&sheet, Qt::Key_Return, Qt::ControlModifier);
        QTest::mouseClick(button(u"publishExisting"_s), Qt::LeftButton);

        QVERIFY(sheet.findChild<QLabel *>(u"saveHint"_s)->text().contains(u"v7"_s));
        QCOMPARE(saved.count(), 0);
        QCOMPARE(publish.count(), 1);
    }

    void variablesAreAskedForWhereThereAreAny()
    {
        SaveVersionSheet sheet(m_themes, m_area.get());
        QSignalSpy chosen(&sheet, &SaveVersionSheet::variablesChosen);
        QSignalSpy saved(&sheet, &SaveVersionSheet::saveRequested);
        auto *staging = m_area->findChild<QRadioButton *>(u"variablesOfStaging"_s);
        sheet.chooseVariables(kProduction);
        sheet.setContext({.routine = u"www"_s});
        sheet.open();
        sheet.setVariables({}, {});
        QVERIFY(!staging->isVisible());

        sheet.setVariables({u"A"_s, u"<b>B</b>"_s}, {u"A"_s});

        QVERIFY(staging->isVisible());
        QCOMPARE(sheet.variablesOf(), QString(kProduction));
        QCOMPARE(test::unnamedWidgets(m_area.get()), QStringList());
        staging->click();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(sheet.variablesOf(), QString(kStaging));
        sheet.setSameAs(u"v7"_s);
        QVERIFY(!button(u"sheetConfirm"_s)->text().contains(u"Save"_s));
        button(u"saveAgain"_s)->click(); // what they hold may be new
        QCOMPARE(saved.count(), 1);
        m_area->findChild<QRadioButton *>(u"variablesOfNobody"_s)->click();
        QCOMPARE(sheet.variablesOf(), QString());
        QVERIFY(!button(u"saveAgain"_s)->isVisible());

        sheet.setContext({.routine = u"other"_s}); // asks again
        QVERIFY(!staging->isVisible());
    }

    void whatHasNoRoomSaysWhatGoes()
    {
        SaveVersionSheet sheet(m_themes, m_area.get());
        auto *notice = new RoomNotice(m_themes, &sheet);
        sheet.addSection(notice);
        connect(notice, &RoomNotice::choiceChanged, &sheet,
                [&] { sheet.setRoom(notice->chosenNames(), {}); });
        sheet.setContext({.routine = u"www"_s, .used = 3, .quota = 3});
        sheet.open();
        QVERIFY(!notice->isVisible());

        notice->setContent(
            {.headline = u"Full"_s,
             .choices = {{.id = u"1"_s, .name = u"v1"_s, .reason = u"oldest"_s, .isChosen = true},
                         {.id = u"2"_s, .name = u"<b>v2</b>"_s, .reason = u"a & b"_s}},
             .stays = {}});

        QVERIFY(notice->isVisible());
        QCOMPARE(button(u"sheetConfirm"_s)->text(), u"Delete v1 and Save as Version"_s);
        QCOMPARE(test::unnamedWidgets(m_area.get()), QStringList());
        auto *second = sheet.findChild<QAbstractButton *>(u"roomChoice<b>v2</b>"_s);
        QTest::mouseClick(second, Qt::LeftButton);
        QCOMPARE(notice->chosenIds(), QStringList{u"2"_s});
        QVERIFY(button(u"sheetConfirm"_s)->text().contains(u"<b>v2</b>"_s));
        QVERIFY(second->text().contains(u"a && b"_s));
        notice->clear();
        QCOMPARE(button(u"sheetConfirm"_s)->text(), u"Save Version"_s);
        sheet.setRoom({}, u"No version can be deleted safely."_s);
        QVERIFY(!button(u"sheetConfirm"_s)->isEnabled());
        QVERIFY(button(u"sheetConfirm"_s)->toolTip().contains(u"safely"_s));
    }

    void aLongOrHostileDescriptionIsCutToTheLimit()
    {
        SaveVersionSheet sheet(m_themes, m_area.get());
        sheet.setContext({.routine = test::hostileText(), .description = QString(5'000, u'd')});
        sheet.open();

        QCOMPARE(sheet.description().size(), SaveVersionSheet::kLongestDescription);
        QVERIFY(sheet.findChild<QLabel *>(u"sheetTitle"_s)->text().contains(test::hostileText()));
    }

    void progressLocksTheFieldsUntilAnErrorUnlocksThem()
    {
        SaveVersionSheet sheet(m_themes, m_area.get());
        QSignalSpy cancelled(&sheet, &Sheet::cancelRequested);
        sheet.setContext({.routine = u"www"_s});
        sheet.open();
        sheet.setStep(u"Uploading <x>…"_s, 5, 10, true);
        QCOMPARE(sheet.findChild<QLabel *>(u"sheetStep"_s)->text(), u"Uploading <x>…"_s);
        QVERIFY(!button(u"sheetConfirm"_s)->isEnabled());
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QCOMPARE(cancelled.count(), 1);
        sheet.setStep(u"Committing…"_s, 0, 0, false);
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QCOMPARE(cancelled.count(), 1);

        sheet.showError(
            {.code = ErrorCode::UploadRefused, .message = u"Refused."_s, .detail = u"203"_s});

        QVERIFY(button(u"sheetConfirm"_s)->isEnabled());
        QVERIFY(!sheet.isWorking());
        QCOMPARE(sheet.findChild<QLabel *>(u"messageText"_s)->text(), u"Refused."_s);
        QCOMPARE(test::unnamedWidgets(m_area.get()), QStringList());
    }

    void theKeyboardStaysInsideAndReturnsAfterwards()
    {
        PublishSheet sheet(m_themes, m_area.get());
        sheet.setContext(publishContext());
        sheet.open();
        for (int presses = 0; presses < 12; ++presses) {
            QTest::keyClick(m_area->window()->focusWidget(), Qt::Key_Tab);
            QVERIFY(sheet.isAncestorOf(m_area->window()->focusWidget()));
        }
        QTest::keyClicks(sheet.focusWidget(), u"x"_s);
        QVERIFY(m_code->toPlainText().isEmpty());

        sheet.dismiss();

        QVERIFY(!sheet.isVisible());
        QVERIFY(m_code->hasFocus());
    }

    void stagingComesFirstAndEnterPublishesThere()
    {
        PublishSheet sheet(m_themes, m_area.get());
        QSignalSpy published(&sheet, &PublishSheet::publishRequested);
        sheet.setContext(publishContext());
        sheet.open();
        QCOMPARE(button(u"sheetConfirm"_s)->text(), u"Publish v7 to Staging"_s);
        QCOMPARE(sheet.findChild<QLabel *>(u"publishNow"_s)->text(), u"v6"_s);
        QVERIFY(sheet.findChild<QLabel *>(u"publishNote"_s)->isHidden());

        QTest::keyClick(sheet.focusWidget(), Qt::Key_Return);

        QCOMPARE(published.count(), 1);
        QCOMPARE(published.first().first().toString(), QString(kStaging));
    }

    void enterNeverPublishesToProduction()
    {
        PublishSheet sheet(m_themes, m_area.get());
        QSignalSpy published(&sheet, &PublishSheet::publishRequested);
        QSignalSpy changed(&sheet, &PublishSheet::environmentChanged);
        sheet.setContext(publishContext());
        sheet.open();
        QTest::mouseClick(sheet.findChild<QRadioButton *>(u"publishToProduction"_s), Qt::LeftButton,
                          {}, QPoint(8, 8));
        QCOMPARE(sheet.environment(), QString(kProduction));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(button(u"sheetConfirm"_s)->text(), u"Publish v7 to Production"_s);
        QCOMPARE(sheet.findChild<QLabel *>(u"sheetBadge"_s)->text(), u"PRODUCTION"_s);
        QVERIFY(sheet.findChild<QLabel *>(u"publishNote"_s)->text().contains(u"split"_s));

        QTest::keyClick(sheet.focusWidget(), Qt::Key_Return);
        button(u"sheetConfirm"_s)->setFocus();
        QTest::keyClick(button(u"sheetConfirm"_s), Qt::Key_Return);
        QCOMPARE(published.count(), 0);
        QTest::keyClick(sheet.focusWidget(), Qt::Key_Return, Qt::ControlModifier);

        QCOMPARE(published.count(), 1);
        QCOMPARE(published.first().first().toString(), QString(kProduction));
    }

    void enterOnCancelCancels()
    {
        PublishSheet sheet(m_themes, m_area.get());
        QSignalSpy published(&sheet, &PublishSheet::publishRequested);
        QSignalSpy cancelled(&sheet, &Sheet::cancelRequested);
        sheet.setContext(publishContext());
        sheet.open();
        button(u"sheetCancel"_s)->setFocus();

        QTest::keyClick(button(u"sheetCancel"_s), Qt::Key_Return);

        QCOMPARE(cancelled.count(), 1);
        QCOMPARE(published.count(), 0);
    }

    void openingAgainChoosesStagingAgain()
    {
        PublishSheet sheet(m_themes, m_area.get());
        sheet.setContext(publishContext());
        sheet.chooseEnvironment(kProduction);
        sheet.setContext(publishContext());

        QCOMPARE(sheet.environment(), QString(kStaging));
    }

    void whatIsAlreadyLiveCannotBePublished()
    {
        PublishSheet sheet(m_themes, m_area.get());
        QSignalSpy published(&sheet, &PublishSheet::publishRequested);
        PublishSheet::Context context = publishContext();
        context.staging = {.text = u"v7"_s, .versionId = u"17"_s, .isSame = true};
        sheet.setContext(context);
        sheet.open();

        QTest::keyClick(sheet.focusWidget(), Qt::Key_Return);

        QCOMPARE(published.count(), 0);
        QVERIFY(!button(u"publishShowChanges"_s)->isEnabled());
    }

    void showingChangesComparesWithWhatIsLiveThere()
    {
        PublishSheet sheet(m_themes, m_area.get());
        QSignalSpy compared(&sheet, &PublishSheet::compareRequested);
        sheet.setContext(publishContext());
        sheet.chooseEnvironment(kProduction);
        sheet.open();

        QTest::mouseClick(button(u"publishShowChanges"_s), Qt::LeftButton);

        QCOMPARE(compared.count(), 1);
        QCOMPARE(compared.first(), (QVariantList{u"15"_s, u"17"_s}));
        const auto *line = sheet.findChild<QLabel *>(u"publishVersionLine"_s);
        QVERIFY(line->text().contains(test::hostileText()));
        QCOMPARE(line->textFormat(), Qt::PlainText);
    }

    void theSheetFollowsItsAreaAndTheLanguage()
    {
        PublishSheet sheet(m_themes, m_area.get());
        sheet.setContext(publishContext());
        sheet.open();
        m_area->resize(500, 400);
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&sheet, &change);

        QCOMPARE(sheet.size(), m_area->size());
        const auto *card = sheet.findChild<QWidget *>(u"sheetCard"_s);
        QTRY_COMPARE(card->y(), 0);
        QVERIFY(card->width() <= 500);
    }

    void lampsSayWhatIsLiveAndAnswer()
    {
        LiveStrip strip(m_themes);
        strip.setEnvironment({.environment = kProduction,
                              .sharesText = u"v5 90 % / v6 10 %"_s,
                              .sinceText = u"3 h ago"_s,
                              .known = true});
        strip.setEnvironment({.environment = kStaging, .known = true});
        strip.setDraft({.baseName = u"v7"_s, .edited = true, .exists = true});
        strip.resize(900, strip.sizeHint().height());
        strip.show();
        QVERIFY(QTest::qWaitForWindowActive(&strip));
        QSignalSpy environment(&strip, &LiveStrip::environmentActivated);
        QSignalSpy draft(&strip, &LiveStrip::draftActivated);
        auto *production = strip.findChild<QPushButton *>(u"productionLamp"_s);

        QTest::mouseClick(production, Qt::LeftButton);
        QTest::keyClick(strip.findChild<QPushButton *>(u"draftLamp"_s), Qt::Key_Space);
        QTest::mouseClick(strip.findChild<QPushButton *>(u"stagingLamp"_s), Qt::LeftButton);

        QCOMPARE(environment.count(), 1);
        QCOMPARE(environment.first().first().toString(), QString(kProduction));
        QCOMPARE(draft.count(), 1);
        QCOMPARE(production->accessibleName(), u"PRODUCTION: v5 90 % / v6 10 %, 3 h ago"_s);
        QCOMPARE(strip.findChild<QPushButton *>(u"draftLamp"_s)->accessibleName(),
                 u"DRAFT: based on v7, edited"_s);
        QCOMPARE(strip.findChild<QPushButton *>(u"stagingLamp"_s)->accessibleName(),
                 u"STAGING: not published"_s);
        QCOMPARE(test::unnamedWidgets(&strip), QStringList());
    }
};

QTEST_MAIN(SheetsTest)
#include "tst_sheets.moc"
