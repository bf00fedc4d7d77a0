// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/publishbench.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;
using namespace edgewright;
using test::PublishBench;
using test::TrafficBench;

namespace {

constexpr int kWaitMs = PublishBench::kWaitMs;

/// What comes of it, in the end and on the service.
enum class Ending {
    Published,
    Refused,     ///< By the call that publishes: of a draft the version is there.
    Unsent,      ///< Nothing was changed at all.
    DoubtDone,   ///< It is published, which could not be read back.
    DoubtUndone, ///< It is not, and nobody can know; of a draft the version is there.
};

/// What happens while the sheet is open.
enum class Meanwhile { Nothing, Broken, Down, RoutineDeleted, VersionDeleted, Cut };

enum class Of { Both, Draft, Version };

struct Row {
    const char *name;
    Ending ending;
    const char *words;      ///< All of them have to be said, separated by "|".
    const char *fault = ""; ///< Of the service.
    Meanwhile meanwhile = Meanwhile::Nothing;
    const char *cut = ""; ///< "sent|lost".
    Of of = Of::Both;
    int sends = -1; ///< Of the call that publishes; -1: one, unless nothing was sent.
};

constexpr const char *kConfirmed = " is live ";
constexpr const char *kPublishCut = "PublishRoutineCodeVersion|GetRoutine";
constexpr const char *kCommitCut = "CommitRoutineStagingCode|GetRoutineCodeVersion";

using enum Ending;
constexpr auto kRows = std::to_array<Row>({
    {"carried out, its answer lost", Published, kConfirmed,
     "PublishRoutineCodeVersion:lose-answer@1"},
    {"carried out, then reset", Published, kConfirmed, "PublishRoutineCodeVersion:reset-after@1"},
    {"carried out, its answer cut", Published, kConfirmed, "PublishRoutineCodeVersion:truncate@1"},
    {"reset before it was carried out", Refused, "The answer was lost|then try again",
     "PublishRoutineCodeVersion:reset@1"},
    {"a gateway that gave up", Refused, "The answer was lost|then try again",
     "PublishRoutineCodeVersion:status:504@1"},
    {"a page to sign in", Refused, "The answer was lost|then try again",
     "PublishRoutineCodeVersion:html-page@1"},
    {"overdue", Refused, "overdue payments|Settle the bill",
     "PublishRoutineCodeVersion:code:RoutineUserServiceStatusHalt"},
    {"throttled once", Published, kConfirmed, "PublishRoutineCodeVersion:throttle:1@1",
     Meanwhile::Nothing, "", Of::Both, 2},
    {"throttled for good", Refused, "too many|Wait a moment",
     "PublishRoutineCodeVersion:throttle:1", Meanwhile::Nothing, "", Of::Both, 3},
    {"the token expired at the last call", Refused, "token has expired|Get a new temporary token",
     "PublishRoutineCodeVersion:code:InvalidSecurityToken.Expired"},
    {"the key was disabled", Refused, "access key is disabled|Enable it",
     "PublishRoutineCodeVersion:code:InvalidAccessKeyId.Inactive"},
    {"the token expired", Unsent, "nothing was sent|token has expired|Get a new temporary token",
     "*:code:InvalidSecurityToken.Expired", Meanwhile::Broken},
    {"the key is wrong", Unsent, "nothing was sent|secret is wrong|Check the AccessKey ID",
     "*:code:SignatureDoesNotMatch", Meanwhile::Broken},
    {"the service is down", Unsent, "nothing was sent|reach", "", Meanwhile::Down},
    {"the routine was deleted", Unsent, "nothing was sent|does not exist|Refresh", "",
     Meanwhile::RoutineDeleted},
    {"the version was deleted", Unsent, "v6 was deleted from the service|in the archive|as draft",
     "", Meanwhile::VersionDeleted, "", Of::Version},
    {"it cannot be read back", DoubtDone, "It was published, but|could not be read", "",
     Meanwhile::Cut, kPublishCut},
    {"carried out, neither answered nor read back", DoubtDone,
     "unknown whether it was published|look at what is live",
     "PublishRoutineCodeVersion:lose-answer@1", Meanwhile::Cut, kPublishCut},
    {"not carried out, neither answered nor read back", DoubtUndone,
     "unknown whether it was published|look at what is live", "PublishRoutineCodeVersion:reset@1",
     Meanwhile::Cut, kPublishCut},
    {"committed, its answer lost", Published, kConfirmed, "CommitRoutineStagingCode:lose-answer@1",
     Meanwhile::Nothing, "", Of::Draft},
    {"reset before it was committed", Unsent, "The answer was lost|no version|try again",
     "CommitRoutineStagingCode:reset@1", Meanwhile::Nothing, "", Of::Draft},
    {"what was saved cannot be read back", DoubtUndone,
     "The version was created|could not be read back", "", Meanwhile::Cut, kCommitCut, Of::Draft,
     0},
    {"overdue before anything", Unsent, "nothing was changed|overdue payments|Settle the bill",
     "GetRoutineStagingCodeUploadInfo:code:RoutineUserServiceStatusHalt", Meanwhile::Nothing, "",
     Of::Draft},
    {"the code did not arrive", Unsent, "no version was created|again", "PostObject:203@1",
     Meanwhile::Nothing, "", Of::Draft},
});

/// As long as there is room: what is refused for want of it has a test of its own.
constexpr auto kQuotaFaults = std::to_array({
    "GetRoutineStagingCodeUploadInfo:code:CodeVersionNumberExceedQuotaLimit@1",
    "CommitRoutineStagingCode:code:CodeVersionNumberExceedQuotaLimit@1",
});

QStringList faultOption(const char *spec)
{
    return *spec == '\0' ? QStringList() : QStringList{u"--fault"_s, QString::fromLatin1(spec)};
}

} // namespace

/// Publishing a draft and publishing a version in the real window, with all that can go wrong on
/// the way: what is said is what is true, and nothing happens twice.
class WindowFaultsTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }
    void cleanup() { m_bench.reset(); }

    void theWindowTellsTheTruth_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<bool>("isDraft");
        for (std::size_t i = 0; i < kRows.size(); ++i) {
            if (kRows[i].of != Of::Version)
                QTest::addRow("draft: %s", kRows[i].name) << static_cast<int>(i) << true;
            if (kRows[i].of != Of::Draft)
                QTest::addRow("version: %s", kRows[i].name) << static_cast<int>(i) << false;
        }
    }
    void theWindowTellsTheTruth()
    {
        QFETCH(const int, row);
        QFETCH(const bool, isDraft);
        m_row = &kRows[static_cast<std::size_t>(row)];
        m_isDraft = isDraft;
        const bool isLater = m_row->meanwhile == Meanwhile::Broken;
        m_bench =
            std::make_unique<PublishBench>(isLater ? QStringList() : faultOption(m_row->fault));
        QVERIFY(m_bench->open());
        m_versionsBefore = m_bench->versions();
        m_liveBefore = m_bench->liveId(environment());
        QVERIFY(m_bench->openSheet(environment(), isDraft ? QString() : u"v6"_s));
        QVERIFY(meanwhile());

        QVERIFY(m_bench->publish());

        QTRY_VERIFY2_WITH_TIMEOUT(isSaid(), qPrintable(m_bench->said()), kWaitMs);
        for (const auto check : {&WindowFaultsTest::checkWords, &WindowFaultsTest::checkSends,
                                 &WindowFaultsTest::repair, &WindowFaultsTest::checkEffects,
                                 &WindowFaultsTest::checkLedger, &WindowFaultsTest::confirmAgain})
        {
            (this->*check)();
            if (QTest::currentTestFailed())
                return;
            QCOMPARE(m_bench->draft().text(), PublishBench::kMine + m_bench->original());
        }
    }

    void withoutRoomTheSheetForSavingProposesSome_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : kQuotaFaults)
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }
    void withoutRoomTheSheetForSavingProposesSome()
    {
        QFETCH(const QString, fault);
        m_bench = std::make_unique<PublishBench>(QStringList{u"--fault"_s, fault});
        QVERIFY(m_bench->open());
        const QStringList before = m_bench->versions();
        QVERIFY(m_bench->openSheet(kProduction));

        QVERIFY(m_bench->publish());

        QTRY_VERIFY_WITH_TIMEOUT(m_bench->window().find<QWidget>("saveVersionSheet"), kWaitMs);
        QTRY_VERIFY2_WITH_TIMEOUT(m_bench->said().contains(u"as many versions as the plan"_s),
                                  qPrintable(m_bench->said()), kWaitMs);
        QVERIFY(m_bench->said().contains(u"Delete a version that is not live"_s));
        QVERIFY(!isClaimed());
        QCOMPARE(m_bench->versions(), before);
        QCOMPARE(m_bench->publications(), 0);
        QTRY_COMPARE(m_bench->shown(kProduction), m_bench->traffic().liveOnService(kProduction));
        QCOMPARE(m_bench->draft().text(), PublishBench::kMine + m_bench->original());
    }

private:
    [[nodiscard]] QString environment() const { return m_isDraft ? kProduction : kStaging; }

    bool meanwhile()
    {
        RoutineService &colleague = m_bench->colleague();
        const QString routine = TrafficBench::kRoutine;
        switch (m_row->meanwhile) {
        case Meanwhile::Nothing:
            return true;
        case Meanwhile::Broken:
            m_bench->restartService(faultOption(m_row->fault));
            return true;
        case Meanwhile::Down:
            m_bench->traffic().sandbox().kill();
            return true;
        case Meanwhile::RoutineDeleted:
            return test::wait(colleague.deleteRoutine(routine), kWaitMs).hasValue();
        case Meanwhile::VersionDeleted:
            return test::wait(colleague.deleteVersion(routine, m_bench->traffic().id(u"v6"_s)),
                              kWaitMs)
                .hasValue();
        case Meanwhile::Cut: {
            const QByteArrayList names = QByteArray(m_row->cut).split('|');
            m_bench->traffic().network().cut(names.at(0), names.at(1));
            return true;
        }
        }
        return false;
    }

    [[nodiscard]] bool isSaid()
    {
        const QString said = m_bench->said();
        const QStringList words = QString::fromLatin1(m_row->words).split(u'|');
        return std::ranges::all_of(words, [&](const QString &word) { return said.contains(word); });
    }

    /// That a version is live.
    [[nodiscard]] bool isClaimed()
    {
        return m_bench->said().contains(QRegularExpression(u"(v\\d+|version) is live (in|on) "_s));
    }

    void checkWords()
    {
        const QString said = m_bench->said();
        if (qEnvironmentVariableIsSet("EDGEWRIGHT_SAID"))
            qInfo().noquote() << said;
        const bool isPublished = m_row->ending == Published;
        QCOMPARE(m_bench->sheet() == nullptr, isPublished);
        QCOMPARE(isClaimed(), isPublished);
        if (m_row->ending == Refused)
            QVERIFY2(said.contains(m_isDraft ? u"was saved, but it was not published"_s
                                             : u"othing was published"_s),
                     qPrintable(said));
        const bool isInDoubt = m_row->ending == DoubtDone || m_row->ending == DoubtUndone;
        if (!isPublished)
            QCOMPARE(m_bench->confirmButton()->isEnabled(), !isInDoubt);
    }

    void checkSends()
    {
        const int usual = m_row->ending == Unsent ? 0 : 1;
        QCOMPARE(m_bench->publications(), m_row->sends < 0 ? usual : m_row->sends);
        QVERIFY(m_bench->commits() <= (m_isDraft ? 1 : 0));
    }

    /// The service and the way to it are as they were.
    void repair()
    {
        m_bench->traffic().network().mend();
        if (m_row->meanwhile == Meanwhile::Broken || m_row->meanwhile == Meanwhile::Down)
            m_bench->restartService();
        if (m_row->meanwhile != Meanwhile::Nothing)
            m_bench->window().trigger(ActionId::Refresh);
    }

    void checkEffects()
    {
        if (m_row->meanwhile == Meanwhile::RoutineDeleted) {
            QTRY_COMPARE_WITH_TIMEOUT(m_bench->shown(environment()), u"—"_s, kWaitMs);
            return;
        }
        const QStringList now = m_bench->versions();
        const bool isMade = m_isDraft && m_row->ending != Unsent;
        const bool isGone = m_row->meanwhile == Meanwhile::VersionDeleted;
        QCOMPARE(now.size(), m_versionsBefore.size() + (isMade ? 1 : 0) - (isGone ? 1 : 0));
        if (isMade)
            QCOMPARE(m_bench->codeOf(now.first()), m_bench->draft().text());
        const bool isMoved = m_row->ending == Published || m_row->ending == DoubtDone;
        const QString wanted = m_isDraft ? now.first() : m_bench->traffic().id(u"v6"_s);
        QCOMPARE(m_bench->liveId(environment()), isMoved ? wanted : m_liveBefore);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->shown(environment()),
                                  m_bench->traffic().liveOnService(environment()), kWaitMs);
    }

    void checkLedger()
    {
        const Result<QList<LedgerEntry>> entries =
            test::wait(m_bench->window().services().ledger().entries(
                           {.routine = TrafficBench::kRoutine, .kinds = {}}),
                       kWaitMs);
        QVERIFY_RESULT(entries);
        const bool isMoved = m_row->ending == Published || m_row->ending == DoubtDone;
        int acts = 0;
        for (const LedgerEntry &entry : *entries) {
            if (entry.kind != ActKind::Publish)
                continue;
            ++acts;
            // Only what was never read back may be left open.
            if (m_row->ending == Published)
                QCOMPARE(entry.outcome, ActOutcome::Done);
            else
                QVERIFY(entry.outcome
                        != (isMoved ? ActOutcome::NothingHappened : ActOutcome::Done));
        }
        QCOMPARE(acts, m_bench->publications() > 0 ? 1 : 0);
    }

    /// What went wrong is over: the next try publishes, and makes no second version.
    void confirmAgain()
    {
        const bool isOver = m_row->ending == Refused || m_row->ending == Unsent;
        if (!isOver || m_row->meanwhile == Meanwhile::RoutineDeleted
            || m_row->meanwhile == Meanwhile::VersionDeleted)
            return;
        m_bench->restartService();
        const int sent = m_bench->publications();
        QVERIFY(m_bench->publish());
        QTRY_VERIFY2_WITH_TIMEOUT(isClaimed(), qPrintable(m_bench->said()), kWaitMs);
        QCOMPARE(m_bench->publications(), sent + 1);
        const QStringList now = m_bench->versions();
        QCOMPARE(now.size(), m_versionsBefore.size() + (m_isDraft ? 1 : 0));
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->shown(environment()),
                                  m_bench->traffic().liveOnService(environment()), kWaitMs);
        QCOMPARE(m_bench->liveId(environment()),
                 m_isDraft ? now.first() : m_bench->traffic().id(u"v6"_s));
    }

    std::unique_ptr<PublishBench> m_bench;
    const Row *m_row = nullptr;
    QStringList m_versionsBefore;
    QString m_liveBefore;
    bool m_isDraft = false;
};

QTEST_MAIN(WindowFaultsTest)
#include "tst_windowfaults.moc"
