// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/publishbench.h"
#include "support/unnamedwidgets.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace edgewright;
using test::PublishBench;
using test::TrafficBench;

namespace {

constexpr int kWaitMs = PublishBench::kWaitMs;
const int kRounds = test::isThorough() ? 100 : 10;
const QByteArray kTheirs = "// theirs\n";

/// When a colleague saves and publishes.
enum class Moment { BeforeTheSheet, WhileItIsOpen, BeforeTheClick };
enum class Answer { Merge, Anyway, Cancel };

} // namespace

/// Two people publish the same routine: in the real window, with a second client on the real
/// service.
class PublishGuardTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_bench = std::make_unique<PublishBench>();
        QVERIFY(m_bench->open());
        m_base = m_bench->draft().baseVersionId();
    }
    void cleanup() { m_bench.reset(); }

    void whoWasFasterIsShownAndDecidedOn_data()
    {
        QTest::addColumn<Moment>("moment");
        QTest::addColumn<Answer>("answer");
        const std::pair<const char *, Moment> moments[]{
            {"before the sheet", Moment::BeforeTheSheet},
            {"while it is open", Moment::WhileItIsOpen},
            {"before the click", Moment::BeforeTheClick}};
        const std::pair<const char *, Answer> answers[]{
            {"merge", Answer::Merge}, {"anyway", Answer::Anyway}, {"cancel", Answer::Cancel}};
        for (const auto &[when, moment] : moments) {
            for (const auto &[what, answer] : answers)
                QTest::addRow("%s: %s", when, what) << moment << answer;
        }
    }
    void whoWasFasterIsShownAndDecidedOn()
    {
        QFETCH(const Moment, moment);
        QFETCH(const Answer, answer);
        beOvertaken(moment);
        if (QTest::currentTestFailed())
            return;

        QTRY_VERIFY_WITH_TIMEOUT(label("guardChange").startsWith(u"Their change: +1 −0"_s),
                                 kWaitMs);
        QVERIFY2(label("guardNews").contains(u"v8 was saved"_s), qPrintable(label("guardNews")));
        QVERIFY2(label("guardNews").contains(u"v8 went live in production"_s),
                 qPrintable(label("guardNews")));
        QCOMPARE(test::unnamedWidgets(notice()), QStringList());
        QVERIFY(!m_bench->confirmButton()->isEnabled());
        QCOMPARE(m_bench->publications(), 1); // the colleague's
        QCOMPARE(m_bench->commits(), 1);
        QCOMPARE(m_bench->liveId(kProduction), m_theirs);

        switch (answer) {
        case Answer::Merge:
            merge();
            break;
        case Answer::Anyway:
            publishAnyway(moment);
            break;
        case Answer::Cancel:
            cancel();
            break;
        }
    }

    void theLastLookCanBeStopped()
    {
        QVERIFY(m_bench->openSheet(kStaging, u"v6"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->confirmButton()->isEnabled(), kWaitMs);
        auto *cancel = m_bench->sheet()->findChild<QAbstractButton *>(u"sheetCancel"_s);
        QTest::mouseClick(m_bench->confirmButton(), Qt::LeftButton);
        QVERIFY(m_bench->controller().isRunning());

        QTest::mouseClick(cancel, Qt::LeftButton);

        QTRY_VERIFY_WITH_TIMEOUT(!m_bench->sheet(), kWaitMs);
        QVERIFY(m_bench->isDone());
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->said().contains(u"Stopped; nothing was published."_s),
                                 kWaitMs);
        QCOMPARE(m_bench->publications(), 0);
    }

    void aPartOfTheTrafficIsConfirmedAnew()
    {
        QVERIFY(m_bench->openSheet(kProduction, u"v6"_s));
        auto *part = m_bench->sheet()->findChild<QAbstractButton *>(u"trafficPart"_s);
        QVERIFY(part);
        QTest::mouseClick(part, Qt::LeftButton);
        QCOMPARE(m_bench->sheet()->shares().size(), 2);
        QVERIFY(m_bench->traffic().colleaguePublishes(u"v4"_s, kProduction));
        QVERIFY(m_bench->publish());
        QTRY_VERIFY_WITH_TIMEOUT(notice(), kWaitMs);

        QVERIFY(m_bench->window().click("guardAnyway"));

        QVERIFY(m_bench->isDone());
        QVERIFY(m_bench->sheet());
        QCOMPARE(m_bench->publications(), 1); // the colleague's
        QTRY_COMPARE(m_bench->sheet()->target().text, u"v4"_s);
        for (const VersionShare &share : m_bench->sheet()->shares())
            QVERIFY(share.versionId != m_bench->traffic().id(u"v5"_s));
        QVERIFY(m_bench->publish());
        QTRY_VERIFY2_WITH_TIMEOUT(m_bench->said().contains(u"v6 is live in production"_s),
                                  qPrintable(m_bench->said()), kWaitMs);
        QCOMPARE(m_bench->publications(), 2);
    }

    void everyPublicationInBetweenIsDetected()
    {
        QString former; // a version of the colleague's own, to be deleted once it is not live
        int ownCommits = 0;
        int detected = 0;
        for (int i = 0; i < kRounds; ++i) {
            const bool ofDraft = i % 3 != 0;
            const bool isChecked = i % 2 == 0;
            m_bench->askForSheet(kProduction, ofDraft ? QString() : u"v6"_s);
            QTRY_VERIFY_WITH_TIMEOUT(m_bench->sheet(), kWaitMs);
            if (isChecked)
                QVERIFY(m_bench->isChecked());
            QVERIFY2(!notice() || !isChecked, qPrintable(label("guardNews")));
            QString theirs =
                i % 2 == 0 ? m_bench->traffic().id(u"v4"_s) : m_bench->traffic().id(u"v7"_s);
            if (i % 3 == 2) {
                theirs = m_bench->colleagueSaves(m_bench->original() + "// round "
                                                 + QByteArray::number(i) + '\n');
                ++ownCommits;
            }
            QVERIFY(m_bench->liveId(kProduction) != theirs);
            QVERIFY(m_bench->colleaguePublishes(theirs, kProduction));

            // Where the sheet's own look came later, it says so before it can be confirmed.
            QTRY_VERIFY_WITH_TIMEOUT(notice() || m_bench->confirmButton()->isEnabled(), kWaitMs);
            if (!notice())
                QTest::mouseClick(m_bench->confirmButton(), Qt::LeftButton);

            QTRY_VERIFY_WITH_TIMEOUT(notice(), kWaitMs);
            QVERIFY(m_bench->isDone());
            QVERIFY2(label("guardNews").contains(u" went live in production"_s),
                     qPrintable(label("guardNews")));
            QVERIFY(!m_bench->confirmButton()->isEnabled());
            QCOMPARE(m_bench->liveId(kProduction), theirs);
            QCOMPARE(m_bench->publications(), i + 1);
            QCOMPARE(m_bench->commits(), ownCommits);
            ++detected;
            QVERIFY(clickInSheet("sheetCancel"));
            QTRY_VERIFY(!m_bench->sheet());
            if (!former.isEmpty())
                QVERIFY_RESULT(test::wait(
                    m_bench->colleague().deleteVersion(TrafficBench::kRoutine, former), kWaitMs));
            former = i % 3 == 2 ? theirs : QString();
        }
        QCOMPARE(detected, kRounds);
        QCOMPARE(m_bench->draft().text(), mine());
        QCOMPARE(m_bench->draft().baseVersionId(), m_base);
        qInfo("%d of %d publications in between were detected", detected, kRounds);
    }

private:
    [[nodiscard]] QByteArray mine() const { return PublishBench::kMine + m_bench->original(); }
    [[nodiscard]] QWidget *notice() const
    {
        return m_bench->window().find<QWidget>("publishGuardNotice");
    }
    [[nodiscard]] QString label(const char *name) const
    {
        const auto *found = m_bench->window().find<QLabel>(name);
        return found ? found->text().replace(QChar::Nbsp, u' ') : QString();
    }
    [[nodiscard]] bool clickInSheet(const char *name)
    {
        auto *button =
            m_bench->sheet()
                ? m_bench->sheet()->findChild<QAbstractButton *>(QString::fromLatin1(name))
                : nullptr;
        if (!button || !button->isEnabled() || !button->isVisible())
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }

    /// The colleague saves and publishes at that moment; the sheet is there and tells of it.
    void beOvertaken(Moment moment)
    {
        if (moment != Moment::BeforeTheSheet)
            QVERIFY(m_bench->openSheet(kProduction));
        QVERIFY(!notice());
        m_theirs = m_bench->colleagueSaves(m_bench->original() + kTheirs);
        QVERIFY(!m_theirs.isEmpty());
        QVERIFY(m_bench->colleaguePublishes(m_theirs, kProduction));
        if (moment == Moment::BeforeTheSheet) {
            m_bench->askForSheet(kProduction);
        } else {
            if (moment == Moment::WhileItIsOpen) {
                m_bench->window().services().history().refresh();
                QVERIFY(m_bench->traffic().noticed(kProduction, u"v8"_s));
            }
            QVERIFY(m_bench->publish());
            QTRY_VERIFY2_WITH_TIMEOUT(m_bench->said().contains(u"nothing was sent"_s),
                                      qPrintable(m_bench->said()), kWaitMs);
        }
        QTRY_VERIFY_WITH_TIMEOUT(notice(), kWaitMs);
    }

    void merge()
    {
        QVERIFY(m_bench->window().click("guardMerge"));
        QVERIFY(!m_bench->sheet());
        QTRY_VERIFY_WITH_TIMEOUT(label("mergeSummary").startsWith(u"Merges cleanly"_s), kWaitMs);
        QCOMPARE(m_bench->draft().text(), mine()); // shown before it is taken
        QVERIFY(m_bench->window().click("mergeFinish"));

        const QByteArray both = mine() + kTheirs;
        QCOMPARE(m_bench->draft().text(), both);
        QCOMPARE(m_bench->draft().baseVersionId(), m_theirs);
        QVERIFY(m_bench->openSheet(kProduction));
        QVERIFY2(!notice(), qPrintable(label("guardNews")));
        QVERIFY(m_bench->publish());
        QTRY_VERIFY2_WITH_TIMEOUT(m_bench->said().contains(u"v9 is live in production"_s),
                                  qPrintable(m_bench->said()), kWaitMs);
        QCOMPARE(m_bench->codeOf(m_bench->liveId(kProduction)), both);
        checkEnd(2);
    }

    void publishAnyway(Moment moment)
    {
        QVERIFY(m_bench->window().click("guardAnyway"));
        QVERIFY(!notice());
        if (moment == Moment::BeforeTheSheet)
            QVERIFY(m_bench->publish()); // it was not confirmed yet
        QTRY_VERIFY2_WITH_TIMEOUT(m_bench->said().contains(u"v9 is live in production"_s),
                                  qPrintable(m_bench->said()), kWaitMs);
        QVERIFY(m_bench->said().contains(u"replaced v8"_s));
        QCOMPARE(m_bench->codeOf(m_bench->liveId(kProduction)), mine());
        QVERIFY(m_bench->versions().contains(m_theirs));
        checkEnd(2);
    }

    void cancel()
    {
        QVERIFY(clickInSheet("sheetCancel"));
        QTRY_VERIFY(!m_bench->sheet());
        QVERIFY(!notice());
        QCOMPARE(m_bench->liveId(kProduction), m_theirs);
        QCOMPARE(m_bench->draft().text(), mine());
        QCOMPARE(m_bench->draft().baseVersionId(), m_base);
        checkEnd(1);
    }

    /// So often it was published and saved, the colleague included; the strip shows what is live.
    void checkEnd(int times)
    {
        QCOMPARE(m_bench->publications(), times);
        QCOMPARE(m_bench->commits(), times);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->shown(kProduction),
                                  m_bench->traffic().liveOnService(kProduction), kWaitMs);
    }

    std::unique_ptr<PublishBench> m_bench;
    QString m_base;
    QString m_theirs;
};

QTEST_MAIN(PublishGuardTest)
#include "tst_publishguard.moc"
