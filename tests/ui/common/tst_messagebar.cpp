// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/busyindicator.h"
#include "common/icons.h"
#include "common/messagebar.h"
#include "support/patience.h"
#include "support/unnamedwidgets.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace edgewright;

class MessageBarTest : public QObject {
    Q_OBJECT

private:
    ThemeService m_themes;

    static Error refusal()
    {
        return {.code = ErrorCode::Forbidden,
                .message = u"<b>No</b> permission."_s,
                .advice = u"Ask & wait."_s,
                .detail = u"HTTP 403"_s,
                .serviceCode = u"NoPermission"_s,
                .requestId = u"REQ-1"_s};
    }

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void anErrorIsShownLiterallyWithItsFactsUnderDetails()
    {
        MessageBar bar(m_themes);
        bar.showError(refusal());
        QVERIFY(QTest::qWaitForWindowActive(&bar));

        const auto *text = bar.findChild<QLabel *>(u"messageText"_s);
        QCOMPARE(text->text(), u"<b>No</b> permission. Ask & wait."_s);
        QCOMPARE(text->textFormat(), Qt::PlainText);
        auto *facts = bar.findChild<QPlainTextEdit *>(u"messageDetailsText"_s);
        QVERIFY(!facts->isVisible());
        QTest::mouseClick(bar.findChild<QToolButton *>(u"messageDetails"_s), Qt::LeftButton);
        QVERIFY(facts->isVisible());
        QCOMPARE(facts->toPlainText(), u"Code: NoPermission\nRequest ID: REQ-1\nHTTP 403"_s);
        QTest::mouseClick(bar.findChild<QPushButton *>(u"messageCopyDetails"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"Request ID: REQ-1"_s));
        QVERIFY(bar.accessibleName().startsWith(u"Error: "_s));
        QCOMPARE(test::unnamedWidgets(&bar), QStringList());
    }

    void aMessageWithoutFactsHasNoDetails()
    {
        MessageBar bar(m_themes);
        bar.showError(refusal());
        bar.showMessage(MessageBar::Kind::Success, u"Done."_s);

        QVERIFY(bar.findChild<QToolButton *>(u"messageDetails"_s)->isHidden());
        QVERIFY(bar.details().isEmpty());
        QCOMPARE(bar.kind(), MessageBar::Kind::Success);
    }

    void actionsAreAnsweredByPositionFromTheKeyboard()
    {
        MessageBar bar(m_themes);
        QSignalSpy triggered(&bar, &MessageBar::actionTriggered);
        bar.showMessage(MessageBar::Kind::Info, u"v18 is live."_s);
        bar.setActions({u"Roll Back"_s, u"See & Compare"_s});
        QVERIFY(QTest::qWaitForWindowActive(&bar));

        auto *second = bar.findChild<QPushButton *>(u"messageAction1"_s);
        QCOMPARE(second->text(), u"See && Compare"_s);
        second->setFocus();
        QTest::keyClick(second, Qt::Key_Space);

        QCOMPARE(triggered.count(), 1);
        QCOMPARE(triggered.first().first().toInt(), 1);
    }

    void escapeClosesIt()
    {
        MessageBar bar(m_themes);
        QSignalSpy closed(&bar, &MessageBar::closed);
        bar.showMessage(MessageBar::Kind::Warning, u"Careful."_s);
        QVERIFY(QTest::qWaitForWindowActive(&bar));

        QTest::keyClick(bar.findChild<QToolButton *>(u"messageClose"_s), Qt::Key_Escape);

        QVERIFY(!bar.isVisible());
        QCOMPARE(closed.count(), 1);
    }

    void aChangeOfLanguageOrThemeKeepsTheMessage()
    {
        MessageBar bar(m_themes);
        bar.showError(refusal());
        m_themes.setMode(ThemeService::Mode::Dark);
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&bar, &change);

        QCOMPARE(bar.text(), u"<b>No</b> permission. Ask & wait."_s);
    }

    void aShortWaitIsNeverShownAndALongOneCanBeCancelled()
    {
        QWidget window;
        BusyIndicator busy(&window);
        QSignalSpy cancelled(&busy, &BusyIndicator::cancelRequested);
        window.show();
        busy.start(u"Reading <versions>…"_s);
        QVERIFY(!busy.isVisible());
        busy.stop();
        busy.start(u"Reading <versions>…"_s);
        QTRY_VERIFY(busy.isVisible());

        QCOMPARE(busy.findChild<QLabel *>(u"busyText"_s)->text(), u"Reading <versions>…"_s);
        QTest::mouseClick(busy.findChild<QPushButton *>(u"busyCancel"_s), Qt::LeftButton);
        QCOMPARE(cancelled.count(), 1);
        QCOMPARE(test::unnamedWidgets(&window), QStringList());
    }

    void everyIconIsDrawnInTheColourOfTheTheme()
    {
        for (int name = 0; name <= static_cast<int>(IconName::Warning); ++name) {
            const QImage image = icon(static_cast<IconName>(name), QColor(Qt::red))
                                     .pixmap(QSize(20, 20))
                                     .toImage()
                                     .convertToFormat(QImage::Format_ARGB32);
            bool isRed = false;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    isRed =
                        isRed || (qAlpha(image.pixel(x, y)) > 128 && qRed(image.pixel(x, y)) > 200);
            }
            QVERIFY2(isRed, qPrintable(u"icon %1 is empty"_s.arg(name)));
        }
    }
};

QTEST_MAIN(MessageBarTest)
#include "tst_messagebar.moc"
