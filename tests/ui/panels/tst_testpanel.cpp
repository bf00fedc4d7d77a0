// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/watchoptions.h"
#include "support/unnamedwidgets.h"
#include "testing/answerview.h"
#include "testing/testpanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace edgewright;

namespace {

const TestRequest kRequest{.url = u"https://www.acme.com/old?x=1"_s,
                           .method = u"POST"_s,
                           .headers = u"X-Try: 1\nAuthorization: canary\nCookie: canary"_s,
                           .body = u"{\"a\":1}"_s};

ProbeAnswer sampleAnswer()
{
    return {.status = 500,
            .headers = {{"Content-Type", "application/json"}, {"X-Evil", "<b>x</b>"}},
            .body = "{\"error\":\"<img src=file:///x>\",\"at\":17}",
            .time = 41ms,
            .address = QHostAddress(u"203.0.113.7"_s),
            .certificate = {.protocol = u"TLS 1.3"_s,
                            .subject = u"www.acme.com"_s,
                            .issuer = u"<b>Issuer</b>"_s,
                            .validUntil = QDateTime(QDate(2027, 1, 2), QTime(3, 4), Qt::UTC)}};
}

} // namespace

class TestPanelTest : public QObject {
    Q_OBJECT

private:
    ThemeService m_themes;

    void shoot(QWidget *widget, const QString &name)
    {
        widget->show();
        QVERIFY(QTest::qWaitForWindowExposed(widget));
        QCoreApplication::processEvents(); // layouts settle when the loop turns
        QCOMPARE(test::unnamedWidgets(widget), QStringList());
        const QString folder = qEnvironmentVariable("EDGEWRIGHT_SHOTS");
        if (!folder.isEmpty())
            QVERIFY(widget->grab().save(folder + u'/' + name + u".png"_s));
    }

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void looksRightInBothThemes()
    {
        m_themes.applyTo(*qApp);
        for (const ThemeService::Mode mode : {ThemeService::Mode::Light, ThemeService::Mode::Dark})
        {
            m_themes.setMode(mode);
            const QString suffix = mode == ThemeService::Mode::Light ? u"light"_s : u"dark"_s;
            TestPanel panel(m_themes);
            panel.resize(900, 300);
            panel.setRequest(kRequest);
            panel.setStaging(true);
            panel.setAddresses({QHostAddress(u"203.0.113.7"_s), QHostAddress(u"203.0.113.8"_s)});
            panel.answer().showAnswer(sampleAnswer(), u"Staging"_s);
            shoot(&panel, u"test-panel-"_s + suffix);
            panel.answer().showError({.message = u"www.acme.com at 203.0.113.7 could not prove "
                                                 "that it is www.acme.com: its certificate is for "
                                                 "www.other.example."_s,
                                      .detail = u"probe of www.acme.com"_s});
            panel.setStaging(false);
            shoot(&panel, u"test-panel-error-"_s + suffix);
            QWidget around;
            auto *layout = new QVBoxLayout(&around);
            auto *options = new WatchOptions(&around);
            layout->addWidget(options);
            options->setChoice(
                {.on = true,
                 .addresses = {u"https://www.acme.com/"_s, u"https://m.acme.com/old"_s}});
            options->setState(u"Now: www.acme.com answers 200; m.acme.com/old answers 302"_s);
            around.resize(640, 200);
            shoot(&around, u"watch-options-"_s + suffix);
        }
        m_themes.setMode(ThemeService::Mode::Light);
    }

    void sendsByKeyAndButton()
    {
        TestPanel panel(m_themes);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        QSignalSpy sent(&panel, &TestPanel::sendRequested);
        QSignalSpy stopped(&panel, &TestPanel::stopRequested);
        auto *send = panel.findChild<QPushButton *>(u"testSend"_s);
        auto *body = panel.findChild<QPlainTextEdit *>(u"testBody"_s);
        QVERIFY(!send->isEnabled());
        QTest::keyClick(body, Qt::Key_F5);
        QCOMPARE(sent.size(), 0);
        panel.setRequest(kRequest);
        body->setFocus();

        QTest::keyClick(body, Qt::Key_F5);
        QTest::keyClick(body, Qt::Key_Return, Qt::ControlModifier);
        QTest::mouseClick(send, Qt::LeftButton);
        QCOMPARE(sent.size(), 3);
        QCOMPARE(panel.request(), kRequest);

        panel.setRunning(true);
        QTest::mouseClick(send, Qt::LeftButton);
        QCOMPARE(stopped.size(), 1);
        QCOMPARE(sent.size(), 3);
        panel.setRunning(false);
        panel.setObstacle(u"Nothing is connected."_s);
        QVERIFY(!send->isEnabled());
        QVERIFY(send->toolTip().contains(u"Nothing is connected."_s));
    }

    void foreignTextIsShownAsItIs()
    {
        TestPanel panel(m_themes);
        panel.answer().showAnswer(sampleAnswer(), u"Staging"_s);
        const auto *facts = panel.findChild<QLabel *>(u"answerFacts"_s);
        const auto *text = panel.findChild<QPlainTextEdit *>(u"answerText"_s);

        QCOMPARE(facts->textFormat(), Qt::PlainText);
        QVERIFY(facts->text().contains(u"<b>Issuer</b>"_s));
        QVERIFY(text->toPlainText().contains(u"<img src=file:///x>"_s));
        QCOMPARE(panel.findChild<QLabel *>(u"answerLine"_s)->text(),
                 u"Staging answered 500 Internal Server Error in 41 ms."_s);
    }

    void requestsAreRememberedWithoutTheirSecrets()
    {
        TestRequest withToken = kRequest;
        withToken.url = u"https://me:canary@a.example/x?esa_er_token=canary&b=2"_s;
        const QByteArray json = toJson({kRequest, withToken});

        QVERIFY2(!json.contains("canary"), json.constData());
        const QList<TestRequest> read = testRequestsFrom(json);
        QCOMPARE(read.size(), 2);
        QCOMPARE(read[0].headers, u"X-Try: 1\nAuthorization:\nCookie:"_s);
        QCOMPARE(read[0].body, kRequest.body);
        QCOMPARE(read[1].url, u"https://a.example/x?b=2"_s);
        QVERIFY(testRequestsFrom("garbage").isEmpty());
        QCOMPARE(withoutSecrets({.url = u"me:canary@a.example/x"_s}).url, u"a.example/x"_s);
        QCOMPARE(withoutSecrets({.url = u"a.example/x?esa_er_token=canary"_s}).url,
                 u"a.example/x"_s);
    }

    void theNewestRequestComesFirstAndOnce()
    {
        QList<TestRequest> all;
        for (int i = 0; i < 30; ++i)
            all = withNewest(all, {.url = u"https://a.example/%1"_s.arg(i)});
        QCOMPARE(all.size(), 15);
        const TestRequest again = all[7];
        all = withNewest(all, again);

        QCOMPARE(all.size(), 15);
        QCOMPARE(all[0].url, u"https://a.example/22"_s);
    }

    void aRememberedRequestIsBroughtBack()
    {
        TestPanel panel(m_themes);
        panel.setHistory({{.url = u"https://a.example/"_s}, kRequest});
        panel.show();
        auto *url = panel.findChild<QComboBox *>(u"testUrl"_s);

        emit url->activated(1);

        QCOMPARE(panel.request(), kRequest);
    }

    void goingBackByItselfIsNeverRemembered()
    {
        WatchOptions options;
        options.setChoice({.on = true, .addresses = {u"https://a.example/"_s}, .rollBack = true});

        QVERIFY(!options.choice().rollBack);
        QCOMPARE(options.choice().addresses, QStringList{u"https://a.example/"_s});
        options.findChild<QCheckBox *>(u"watchRollBack"_s)->setChecked(true);
        QVERIFY(options.choice().rollBack);
        options.findChild<QCheckBox *>(u"watchOn"_s)->setChecked(false);
        QVERIFY(!options.choice().rollBack);
    }
};

QTEST_MAIN(TestPanelTest)
#include "tst_testpanel.moc"
