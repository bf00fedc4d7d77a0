// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/ledgerpanel.h"
#include "history/livequestion.h"
#include "samples.h"
#include "support/ledgerfixture.h"
#include "support/unnamedwidgets.h"
#include "workspace/ledgermodel.h"

#include <QAbstractItemModelTester>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace edgewright;

class LedgerPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_ledger = std::make_unique<test::LedgerFixture>();
        m_model = std::make_unique<LedgerModel>(m_ledger->ledger());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_panel = std::make_unique<LedgerPanel>(
            *m_model, m_themes,
            [](const RoutineKey &, const QString &id) { return QString(u'v' + id); });
        m_list = m_panel->findChild<QTreeView *>(u"ledgerList"_s);
        m_panel->resize(900, 320);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    void cleanup()
    {
        m_tester.reset();
        m_panel.reset();
        m_model.reset();
        m_ledger.reset();
    }

    void saysWhatHappenedInWords()
    {
        enter({.kind = ActKind::Publish,
               .environment = kProduction,
               .from = {{u"15"_s, 100}},
               .to = {{u"18"_s, 100}},
               .reason = test::hostileText(),
               .outcome = ActOutcome::Done});
        enter({.kind = ActKind::ChangedElsewhere,
               .environment = kStaging,
               .from = {{u"18"_s, 100}},
               .to = {{u"18"_s, 30}, {u"15"_s, 70}},
               .startedAt = QDateTime(QDate(2024, 11, 3), QTime(14, 2), Qt::UTC),
               .endedAt = QDateTime(QDate(2024, 11, 3), QTime(14, 17), Qt::UTC),
               .outcome = ActOutcome::Done});
        enter({.kind = ActKind::DeleteVersion,
               .versionId = u"3"_s,
               .outcome = ActOutcome::NothingHappened});
        open();

        QCOMPARE(text(0, LedgerModel::What), u"Delete v3"_s);
        QCOMPARE(text(0, LedgerModel::Outcome), u"Not done"_s);
        QCOMPARE(text(1, LedgerModel::What), u"v18 → 70/30 split: v15, v18"_s);
        QCOMPARE(text(1, LedgerModel::Environment), u"Staging"_s);
        QVERIFY(text(1, LedgerModel::Who).startsWith(u"Elsewhere"_s));
        QCOMPARE(text(2, LedgerModel::What), u"v15 → v18"_s);
        QCOMPARE(text(2, LedgerModel::Environment), u"Production"_s);
        QVERIFY(!text(2, LedgerModel::Reason).contains(u'\n'));
        QCOMPARE(test::unnamedWidgets(m_panel.get()).join(u", "_s), QString());
    }

    void newRowsAppearWithoutLosingTheSelection()
    {
        publish(u"1"_s, u"2"_s);
        publish(u"2"_s, u"3"_s);
        open();
        m_list->setCurrentIndex(m_list->model()->index(1, 0));

        publish(u"3"_s, u"4"_s);

        QTRY_COMPARE(m_list->model()->rowCount(), 3);
        QCOMPARE(m_list->currentIndex().row(), 2);
        QCOMPARE(text(2, LedgerModel::What), u"v1 → v2"_s);
    }

    void enterShowsTheDifference()
    {
        publish(u"15"_s, u"18"_s);
        open();
        QSignalSpy compared(m_panel.get(), &LedgerPanel::compareRequested);
        m_list->setFocus();
        m_list->setCurrentIndex(m_list->model()->index(0, 0));

        QTest::keyClick(m_list, Qt::Key_Return);

        QCOMPARE(compared.count(), 1);
        QCOMPARE(compared.first(), QVariantList({u"www"_s, u"15"_s, u"18"_s}));
    }

    void aSavedVersionIsReadByEnter()
    {
        enter({.kind = ActKind::SaveVersion, .versionId = u"18"_s, .outcome = ActOutcome::Done});
        open();
        QSignalSpy wanted(m_panel.get(), &LedgerPanel::versionRequested);
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
        m_list->setFocus();

        QTest::keyClick(m_list, Qt::Key_Return);

        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first(), QVariantList({u"www"_s, u"18"_s}));
    }

    void theReasonIsEditedByKeyboard()
    {
        publish(u"1"_s, u"2"_s);
        open();
        m_list->setFocus();
        m_list->setCurrentIndex(m_list->model()->index(0, 0));

        QTest::keyClick(m_list, Qt::Key_F2);
        auto *field = m_list->findChild<QLineEdit *>(u"ledgerReasonField"_s);
        QVERIFY(field != nullptr);
        QTest::keyClicks(field, u"the sale began"_s);
        QTest::keyClick(field, Qt::Key_Return);

        QTRY_COMPARE(m_ledger->entries().first().reason, u"the sale began"_s);
        QCOMPARE(text(0, LedgerModel::Reason), u"the sale began"_s);
    }

    void theFilterFindsWordsAsTheyAreRead()
    {
        publish(u"1"_s, u"2"_s);
        enter({.kind = ActKind::Publish,
               .environment = kStaging,
               .to = {{u"9"_s, 100}},
               .outcome = ActOutcome::Done});
        open();
        auto *filter = m_panel->findChild<QLineEdit *>(u"ledgerFilter"_s);

        QTest::keyClicks(filter, u"stag"_s);

        QTRY_COMPARE(m_list->model()->rowCount(), 1);
        QCOMPARE(text(0, LedgerModel::Environment), u"Staging"_s);
    }

    void otherRoutinesAreShownWhenWanted()
    {
        publish(u"1"_s, u"2"_s);
        enter({.key = {u"acme"_s, u"img"_s},
               .kind = ActKind::CreateRoutine,
               .outcome = ActOutcome::Done});
        open();
        QCOMPARE(m_list->model()->rowCount(), 1);
        QVERIFY(m_list->isColumnHidden(LedgerModel::Routine));

        m_panel->showAllRoutines(true);

        QTRY_COMPARE(m_list->model()->rowCount(), 2);
        QVERIFY(!m_list->isColumnHidden(LedgerModel::Routine));
    }

    void withoutARoutineOnlyAllRoutinesAreShown()
    {
        publish(u"1"_s, u"2"_s);

        m_panel->setSubject({.accountId = u"acme"_s});

        QVERIFY(!m_model->isReading());
        QCOMPARE(m_list->model()->rowCount(), 0);
        m_panel->showAllRoutines(true);
        QTRY_COMPARE(m_list->model()->rowCount(), 1);
        m_panel->showAllRoutines(false);
        QCOMPARE(m_list->model()->rowCount(), 0);
        QVERIFY(!m_model->isReading());
    }

    void moreIsReadWhenTheEndIsReached()
    {
        for (int i = 0; i < 450; ++i)
            m_ledger->ledger().enter({.key = key(),
                                      .kind = ActKind::CreateRoutine,
                                      .outcome = ActOutcome::Done,
                                      .isOpen = false});
        open();
        QTRY_VERIFY(!m_model->isReading());
        const int first = m_model->rowCount();
        QCOMPARE_LE(first, 450);

        QTRY_VERIFY((m_list->scrollToBottom(), m_model->rowCount() == 450));
    }

    void asksWhatWasLiveAndShowsTheAnswer()
    {
        const QDateTime moment(QDate(2026, 3, 1), QTime(3, 12), Qt::UTC);
        open();
        LiveQuestion &question = m_panel->question();
        QSignalSpy asked(&question, &LiveQuestion::asked);
        auto *field = m_panel->findChild<QDateTimeEdit *>(u"liveMoment"_s);
        field->setDateTime(moment.toLocalTime());
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(1).toDateTime(), moment);

        question.setAnswer(key(), {.at = moment,
                                   .states = {{.environment = kProduction,
                                               .knowledge = LiveState::Knowledge::Between,
                                               .shares = {{u"15"_s, 100}},
                                               .since = moment.addDays(-2),
                                               .lastSeen = moment.addSecs(-60),
                                               .until = moment.addSecs(60),
                                               .next = {{u"18"_s, 100}}}}});

        const QString answer = m_panel->findChild<QLabel *>(u"liveAnswer"_s)->text();
        QVERIFY2(answer.contains(u"Production: v15 when last read"_s), qPrintable(answer));
        QVERIFY2(answer.contains(u"then v18"_s), qPrintable(answer));
        QVERIFY2(answer.contains(u"not read in between"_s), qPrintable(answer));
        // An answer to an older question.
        question.setAnswer(key(), {.at = moment.addSecs(5)});
        QCOMPARE(m_panel->findChild<QLabel *>(u"liveAnswer"_s)->text(), answer);
    }

private:
    static RoutineKey key() { return {.accountId = u"acme"_s, .routine = u"www"_s}; }

    void enter(LedgerEntry entry)
    {
        if (entry.key.routine.isEmpty())
            entry.key = key();
        if (!entry.startedAt.isValid())
            entry.startedAt = QDateTime::currentDateTimeUtc();
        entry.isOpen = false;
        QVERIFY_RESULT(test::wait(m_ledger->ledger().enter(entry)));
    }

    void publish(const QString &from, const QString &to)
    {
        enter({.kind = ActKind::Publish,
               .environment = kProduction,
               .from = {{from, 100}},
               .to = {{to, 100}},
               .outcome = ActOutcome::Done});
    }

    /// The panel as it is with that routine on screen.
    void open()
    {
        m_panel->setSubject(key());
        QTRY_VERIFY(!m_model->isReading());
    }

    [[nodiscard]] QString text(int row, int column) const
    {
        return m_list->model()->index(row, column).data().toString();
    }

    ThemeService m_themes;
    std::unique_ptr<test::LedgerFixture> m_ledger;
    std::unique_ptr<LedgerModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<LedgerPanel> m_panel;
    QTreeView *m_list = nullptr;
};

QTEST_MAIN(LedgerPanelTest)
#include "tst_ledgerpanel.moc"
