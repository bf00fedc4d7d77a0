// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connectdialog.h"
#include "routines/newroutinedialog.h"
#include "samples.h"
#include "support/patience.h"
#include "support/unnamedwidgets.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace edgewright;

class ConnectDialogTest : public QObject {
    Q_OBJECT

private:
    ThemeService m_themes;
    std::unique_ptr<ConnectDialog> m_dialog;

    [[nodiscard]] QLineEdit *field(const QString &name) const
    {
        return m_dialog->findChild<QLineEdit *>(name);
    }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        return m_dialog->findChild<QPushButton *>(name);
    }

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_dialog = std::make_unique<ConnectDialog>(m_themes);
        m_dialog->setOffers(
            {{.account = {.kind = AccountKind::Sandbox, .name = u"Sample data"_s}},
             {.account = {.kind = AccountKind::CliProfile, .name = test::hostileText()},
              .unusableReason = u"Mode <EcsRamRole> is not supported yet."_s}});
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }

    void cleanup() { m_dialog.reset(); }

    void aKeyIsTypedAndHandedOver()
    {
        QSignalSpy requested(m_dialog.get(), &ConnectDialog::connectRequested);
        QVERIFY(!button(u"connectButton"_s)->isEnabled());
        QTest::keyClicks(field(u"accessKeyId"_s), u"LTAI5t"_s);
        QTest::keyClick(field(u"accessKeyId"_s), Qt::Key_Tab);
        QVERIFY(field(u"accessKeySecret"_s)->hasFocus());
        QTest::keyClicks(field(u"accessKeySecret"_s), u"s3cret"_s);
        QTest::keyClick(field(u"accessKeySecret"_s), Qt::Key_Return);

        QCOMPARE(requested.count(), 1);
        const auto account = requested.first().at(0).value<Account>();
        const auto credentials = requested.first().at(1).value<Credentials>();
        QCOMPARE(account.kind, AccountKind::Session);
        QCOMPARE(account.accessKeyId, u"LTAI5t"_s);
        QVERIFY(!account.endpoint.isValid());
        QCOMPARE(credentials.accessKeySecret.reveal(), QByteArray("s3cret"));
        QVERIFY(credentials.securityToken.isEmpty());
    }

    void aPastedKeyFileFillsAllFields()
    {
        QGuiApplication::clipboard()->setText(u"LTAI5tPasted,s3cretPasted,tokenPasted"_s);
        field(u"accessKeyId"_s)->setFocus();

        QTest::keyClick(field(u"accessKeyId"_s), Qt::Key_V, Qt::ControlModifier);

        QCOMPARE(field(u"accessKeyId"_s)->text(), u"LTAI5tPasted"_s);
        QCOMPARE(field(u"accessKeySecret"_s)->text(), u"s3cretPasted"_s);
        QCOMPARE(field(u"securityToken"_s)->text(), u"tokenPasted"_s);
        QVERIFY(!field(u"accessKeySecret"_s)->displayText().contains(u"s3cret"_s));
        QVERIFY(!field(u"accessKeyId"_s)->isUndoAvailable());
    }

    void aPastedFileOfTwoLinesIsSplitToo()
    {
        QGuiApplication::clipboard()->setText(
            u"AccessKey ID,AccessKey Secret\r\nLTAI5tLines,s3cretLines\r\n"_s);
        field(u"accessKeyId"_s)->setFocus();

        QTest::keyClick(field(u"accessKeyId"_s), Qt::Key_V, Qt::ControlModifier);

        QCOMPARE(field(u"accessKeyId"_s)->text(), u"LTAI5tLines"_s);
        QCOMPARE(field(u"accessKeySecret"_s)->text(), u"s3cretLines"_s);
    }

    void aWrongEndpointIsRefusedBesideTheField()
    {
        QSignalSpy requested(m_dialog.get(), &ConnectDialog::connectRequested);
        field(u"accessKeyId"_s)->setText(u"LTAI5t"_s);
        field(u"accessKeySecret"_s)->setText(u"s3cret"_s);
        auto *site = m_dialog->findChild<QComboBox *>(u"siteChoice"_s);
        site->setFocus();
        QTest::keyClick(site, Qt::Key_End);
        QVERIFY(field(u"customEndpoint"_s)->isVisible());
        field(u"customEndpoint"_s)->setText(u"https://u@evil/<b>"_s);
        QTest::mouseClick(button(u"connectButton"_s), Qt::LeftButton);
        QCOMPARE(requested.count(), 0);
        QVERIFY(!m_dialog->findChild<QLabel *>(u"messageText"_s)->text().isEmpty());

        field(u"customEndpoint"_s)->setText(u"127.0.0.1:4242"_s);
        QTest::mouseClick(button(u"connectButton"_s), Qt::LeftButton);

        QCOMPARE(requested.count(), 1);
        QVERIFY(requested.first().at(0).value<Account>().endpoint.isLoopback());
    }

    void offersAnswerByPositionAndUnusableOnesSayWhy()
    {
        QSignalSpy chosen(m_dialog.get(), &ConnectDialog::offerChosen);
        QTest::mouseClick(button(u"offer0"_s), Qt::LeftButton);
        QTest::mouseClick(button(u"offer1"_s), Qt::LeftButton);

        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toInt(), 0);
        QCOMPARE(button(u"offer1"_s)->accessibleName(), test::hostileText());
        QCOMPARE(button(u"offer1"_s)->accessibleDescription(),
                 u"Mode <EcsRamRole> is not supported yet."_s);
        QCOMPARE(test::unnamedWidgets(m_dialog.get()), QStringList());
    }

    void escapeStopsAnAttemptFirstAndClosesThen()
    {
        QSignalSpy cancelled(m_dialog.get(), &ConnectDialog::cancelRequested);
        field(u"accessKeySecret"_s)->setText(u"s3cret"_s);
        m_dialog->setProgress(u"Asking Hangzhou…"_s);
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QCOMPARE(cancelled.count(), 1);
        QVERIFY(m_dialog->isVisible());
        m_dialog->showError({.code = ErrorCode::BadCredentials, .message = u"Key <x> unknown."_s});
        QCOMPARE(field(u"accessKeySecret"_s)->text(), u"s3cret"_s);
        QCOMPARE(m_dialog->findChild<QLabel *>(u"messageText"_s)->text(), u"Key <x> unknown."_s);

        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);

        QVERIFY(!m_dialog->isVisible());
        QVERIFY(field(u"accessKeySecret"_s)->text().isEmpty());
        QCOMPARE(cancelled.count(), 1);
    }

    void anOddKeyIsExplainedBesideItsField_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("odd");
        QTest::newRow("blank in the ID") << u"accessKeyId"_s << u"LTAI5t abc"_s << true;
        QTest::newRow("blank in the secret") << u"accessKeySecret"_s << u"s3 cret"_s << true;
        QTest::newRow("tabulator in the secret") << u"accessKeySecret"_s << u"s3\tcret"_s << true;
        QTest::newRow("Chinese in the ID") << u"accessKeyId"_s << u"密钥LTAI"_s << true;
        QTest::newRow("zero width in the secret")
            << u"accessKeySecret"_s << u"s3\u200Bcret"_s << true;
        QTest::newRow("blank in the token") << u"securityToken"_s << u"to ken"_s << true;
        QTest::newRow("blanks around") << u"accessKeySecret"_s << u" s3cret\n"_s << false;
        QTest::newRow("all signs of tokens") << u"securityToken"_s << u"CAIS+/a-_.=="_s << false;
    }

    void anOddKeyIsExplainedBesideItsField()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, text);
        QFETCH(const bool, odd);
        field(u"accessKeyId"_s)->setText(u"LTAI5t"_s);
        field(u"accessKeySecret"_s)->setText(u"s3cret"_s);
        QVERIFY(button(u"connectButton"_s)->isEnabled());
        const auto *problem = m_dialog->findChild<QLabel *>(name + u"Problem"_s);

        field(name)->setText(text);

        QCOMPARE(problem->isVisible(), odd);
        QCOMPARE(problem->text().isEmpty(), !odd);
        QCOMPARE(field(name)->accessibleDescription(), problem->text());
        QCOMPARE(button(u"connectButton"_s)->isEnabled(), !odd);
        QVERIFY(!button(u"connectButton"_s)->toolTip().contains(u"s3"_s));
        field(name)->setText(u"LTAI5t"_s);
        QVERIFY(!problem->isVisible());
        QVERIFY(button(u"connectButton"_s)->isEnabled());
    }

    void aLongErrorDoesNotSquashTheFields()
    {
        const auto *site = m_dialog->findChild<QComboBox *>(u"siteChoice"_s);
        QList<AccountOffer> offers;
        for (int i = 0; i < 6; ++i)
            offers.append({.account = {.kind = AccountKind::CliProfile, .name = u"profile"_s}});
        m_dialog->setOffers(offers);

        m_dialog->showError({.code = ErrorCode::Network,
                             .message = u"A long message. "_s.repeated(30),
                             .detail = u"facts"_s});
        m_dialog->findChild<QToolButton *>(u"messageDetails"_s)->click();

        QTRY_VERIFY(m_dialog->height()
                    >= m_dialog->layout()->totalHeightForWidth(m_dialog->width()));
        QVERIFY(m_dialog->height() <= m_dialog->screen()->availableGeometry().height());
        for (const QString &name : {u"accessKeyId"_s, u"accessKeySecret"_s, u"securityToken"_s})
            QVERIFY(field(name)->height() >= field(name)->sizeHint().height());
        QVERIFY(site->height() >= site->sizeHint().height());
        const auto *text = m_dialog->findChild<QLabel *>(u"messageText"_s);
        QVERIFY(text->height() >= text->heightForWidth(text->width()));
    }

    void aChangeOfLanguageKeepsWhatWasTyped()
    {
        field(u"accessKeyId"_s)->setText(u"LTAI5t"_s);
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_dialog.get(), &change);

        QCOMPARE(field(u"accessKeyId"_s)->text(), u"LTAI5t"_s);
        QVERIFY(button(u"offer0"_s) != nullptr);
    }

    void aNewRoutineExplainsItsNameWhileItIsTyped()
    {
        NewRoutineDialog dialog(m_themes);
        QSignalSpy created(&dialog, &NewRoutineDialog::createRequested);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *name = dialog.findChild<QLineEdit *>(u"routineName"_s);
        const auto *rule = dialog.findChild<QLabel *>(u"routineNameRule"_s);
        const QString general = rule->text();
        QTest::keyClicks(name, u"Www"_s);
        QVERIFY(rule->text() != general);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(created.count(), 0);
        name->setText(u"www-redirects"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(created.count(), 1);

        dialog.setBusy(true);
        dialog.showError({.code = ErrorCode::AlreadyExists, .message = u"<b>www</b> exists."_s});

        QCOMPARE(dialog.findChild<QLabel *>(u"messageText"_s)->text(), u"<b>www</b> exists."_s);
        QVERIFY(name->isEnabled());
        QCOMPARE(test::unnamedWidgets(&dialog), QStringList());
    }
};

QTEST_MAIN(ConnectDialogTest)
#include "tst_connectdialog.moc"
