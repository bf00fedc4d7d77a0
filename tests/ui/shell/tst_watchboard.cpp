// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/watchboard.h"
#include "ui/shell/compareworld.h"

#include <QAbstractButton>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace edgewright;
using test::CompareWorld;
using Kind = MessageBar::Kind;
using News = WatchBoard::News;

namespace {

const News kLook{.kind = Kind::Success, .text = u"All is well."_s, .canWait = true};
const News kOver{
    .kind = Kind::Success, .text = u"The watch is over."_s, .isOver = true, .canWait = true};
const News kDoubt{.kind = Kind::Warning, .text = u"Answers 500."_s, .canWait = true};
const News kFailed{.kind = Kind::Error, .text = u"It fails."_s};

} // namespace

/// What watches say, in the message bar of a real window.
class WatchBoardTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_world = std::make_unique<CompareWorld>();
        m_bar = &m_world->window.shell().messages;
        m_bar->clear();
        m_board = std::make_unique<WatchBoard>(m_world->window.shell());
    }
    void cleanup()
    {
        m_board.reset();
        m_world.reset();
    }

    void aLookDoesNotReplaceWhatOthersSaid()
    {
        m_board->tell(&m_a, kLook);
        QCOMPARE(m_bar->text(), kLook.text);
        m_bar->showError({.message = u"The draft is not on the disk."_s});

        m_board->tell(&m_a, kDoubt);
        m_board->tell(&m_a, kLook);
        QCOMPARE(m_bar->text(), u"The draft is not on the disk."_s);
        m_board->tell(&m_a, kFailed);
        QCOMPARE(m_bar->text(), kFailed.text);
    }

    void whatHadToWaitIsSaidWhenTheBarIsFree()
    {
        m_bar->showError({.message = u"The draft is not on the disk."_s});
        m_board->tell(&m_a, kOver);
        QCOMPARE(m_bar->text(), u"The draft is not on the disk."_s);

        close();
        QTRY_COMPARE(m_bar->text(), kOver.text);
        QVERIFY(!m_bar->isHidden());
        close();
        QCoreApplication::processEvents();
        QVERIFY(m_bar->isHidden());
    }

    void anEndReplacesWhatOnlySaysThatSomethingIsDone()
    {
        m_bar->showMessage(Kind::Success, u"Saved."_s);
        m_board->tell(&m_a, kLook);
        QCOMPARE(m_bar->text(), u"Saved."_s);
        m_board->tell(&m_a, kOver);
        QCOMPARE(m_bar->text(), kOver.text);
    }

    void whatTheUserClosedIsSaidAgainOnlyWhenItGotWorse()
    {
        m_board->tell(&m_a, kLook);
        close();
        m_board->tell(&m_a, kLook);
        QVERIFY(m_bar->isHidden());
        m_board->tell(&m_b, kLook); // another watch
        QVERIFY(!m_bar->isHidden());
        close();
        m_board->tell(&m_a, kDoubt);
        QCOMPARE(m_bar->text(), kDoubt.text);
        close();
        m_board->tell(&m_a, kLook);
        QVERIFY(m_bar->isHidden());
        m_board->tell(&m_a, kOver);
        QCOMPARE(m_bar->text(), kOver.text);
    }

    void whatTheUserTookUpIsNotSaidAgain()
    {
        News look = kLook;
        int times = 0;
        look.action = u"Compare Answers"_s;
        look.act = [&times] { ++times; };
        m_board->tell(&m_a, look);
        QTest::mouseClick(m_bar->findChild<QAbstractButton *>(u"messageAction0"_s), Qt::LeftButton);
        QCOMPARE(times, 1);
        m_board->tell(&m_a, look);
        QVERIFY(m_bar->isHidden());
    }

    void whatIsWrongStaysWhenSomethingIsDoneAboutIt()
    {
        News failed = kFailed;
        int times = 0;
        failed.action = u"Roll Back…"_s;
        failed.act = [&times] { ++times; };
        m_board->tell(&m_a, failed);
        QTest::mouseClick(m_bar->findChild<QAbstractButton *>(u"messageAction0"_s), Qt::LeftButton);
        QCOMPARE(times, 1);
        QTRY_VERIFY(!m_bar->isHidden());
        QCOMPARE(m_bar->text(), kFailed.text);
        m_board->forget(&m_a);
        QVERIFY(m_bar->isHidden());
    }

    void whatIsForgottenStandsThereNoLonger()
    {
        m_board->tell(&m_b, kLook);
        m_board->tell(&m_a, kFailed);
        QCOMPARE(m_bar->text(), kFailed.text + u' ' + kLook.text);
        m_board->forget(&m_a);
        QCOMPARE(m_bar->text(), kLook.text);
        m_board->forget(&m_b);
        QVERIFY(m_bar->isHidden());
    }

    void whatOthersSaidStaysWhenAWatchIsForgotten()
    {
        m_board->tell(&m_a, kFailed);
        m_bar->showMessage(Kind::Info, u"Something else."_s);
        m_board->forget(&m_a);
        QCOMPARE(m_bar->text(), u"Something else."_s);
    }

    void anErrorIsSaidWithAllThatIsSaidOfIt()
    {
        News news{.kind = Kind::Error, .text = u"not said"_s};
        news.error = Error{.message = u"It failed."_s};
        news.sentence() = u"hello: "_s + news.sentence();
        news.append(u"Open it."_s);
        m_board->tell(&m_a, news);
        QCOMPARE(m_bar->text(), u"hello: It failed. Open it."_s);
        news.error->advice = u"Try again."_s;
        news.append(u"Soon."_s);
        m_board->tell(&m_a, news);
        QCOMPARE(m_bar->text(), u"hello: It failed. Open it. Try again. Soon."_s);
    }

private:
    void close()
    {
        QTest::mouseClick(m_bar->findChild<QAbstractButton *>(u"messageClose"_s), Qt::LeftButton);
    }

    std::unique_ptr<CompareWorld> m_world;
    std::unique_ptr<WatchBoard> m_board;
    MessageBar *m_bar = nullptr;
    QObject m_a;
    QObject m_b;
};

QTEST_MAIN(WatchBoardTest)
#include "tst_watchboard.moc"
