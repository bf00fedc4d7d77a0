// SPDX-License-Identifier: GPL-3.0-or-later
#include "dcdnscenes.h"
#include "roomscene.h"

#include <QRegularExpression>

using namespace edgewright;
using namespace Qt::StringLiterals;
using test::FaultBench;
using test::FaultScene;

namespace {

/// The computer's clock as the client reads it: once for each request that it signs, once more to
/// correct itself, and once to see whether an upload form is still good. From some readings on it
/// is off by some seconds.
class JumpingClock final {
public:
    struct Jump {
        int reading;
        int seconds;
    };

    explicit JumpingClock(QList<Jump> jumps)
        : m_jumps(std::move(jumps))
    {
    }

    [[nodiscard]] QDateTime now()
    {
        ++m_readings;
        int seconds = 0;
        for (const Jump &jump : std::as_const(m_jumps))
            seconds = m_readings >= jump.reading ? jump.seconds : seconds;
        return QDateTime::currentDateTimeUtc().addSecs(seconds);
    }

private:
    QList<Jump> m_jumps;
    int m_readings = 0;
};

enum class Trick { JumpsOnce, LosesAnswers, JumpsBack, JumpsDuringCorrection };

constexpr auto kTricks = std::to_array<std::pair<Trick, const char *>>({
    {Trick::JumpsOnce, "once"},
    {Trick::LosesAnswers, "once, and answers to changes are lost"},
    {Trick::JumpsBack, "and back"},
    {Trick::JumpsDuringCorrection, "while it is corrected"},
});

constexpr std::array kSkews{16 * 60, -16 * 60, 24 * 60 * 60, -24 * 60 * 60};

struct Sequence {
    const char *name;
    std::unique_ptr<FaultScene> (*make)(FaultBench &bench);
    ApiGeneration generation;
    int readings;        ///< Of the clock in a run without faults.
    int form;            ///< The reading that looks at the age of an upload form; 0: none does.
    int formWhenLost;    ///< The same when answers are lost before it.
    const char *lost[2]; ///< Changes whose lost answer is settled by reading.
};

const auto kSequences = std::to_array<Sequence>({
    {"a draft is published",
     [](FaultBench &bench) -> std::unique_ptr<FaultScene> {
         return std::make_unique<test::DraftScene>(bench);
     },
     ApiGeneration::Current,
     8,
     2,
     2,
     {"CommitRoutineStagingCode", "PublishRoutineCodeVersion"}},
    {"a split is changed",
     [](FaultBench &bench) -> std::unique_ptr<FaultScene> {
         using Shares = test::SplitScene::Shares;
         return std::make_unique<test::SplitScene>(bench, Shares{.stays = 70, .arrives = 30},
                                                   Shares{.stays = 40, .arrives = 60});
     },
     ApiGeneration::Current,
     5,
     0,
     0,
     {"CreateRoutineCodeDeployment", nullptr}},
    {"room is made",
     [](FaultBench &bench) -> std::unique_ptr<FaultScene> {
         return std::make_unique<test::RoomScene>(bench);
     },
     ApiGeneration::Current,
     9,
     7,
     9,
     {"DeleteRoutineCodeVersion", "CommitRoutineStagingCode"}},
    {"a draft is staged",
     [](FaultBench &bench) -> std::unique_ptr<FaultScene> {
         return std::make_unique<test::StageScene>(bench, QByteArray());
     },
     ApiGeneration::First,
     5,
     3,
     3,
     {"PostObject", nullptr}},
    {"regions get a version",
     [](FaultBench &bench) -> std::unique_ptr<FaultScene> {
         return std::make_unique<test::RegionScene>(bench, test::RegionScene::Act::Give);
     },
     ApiGeneration::First,
     5,
     0,
     0,
     {"PublishRoutineCodeRevision", nullptr}},
});

int g_corrections = 0;
QtMessageHandler g_usualHandler = nullptr;

void countCorrections(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (text.startsWith(u"this computer's clock is off by"_s))
        ++g_corrections;
    g_usualHandler(type, context, text);
}

QString describe(int seconds)
{
    return seconds % 3600 == 0 ? u"%1 h"_s.arg(seconds / 3600) : u"%1 min"_s.arg(seconds / 60);
}

} // namespace

/// The computer's clock is wrong, or jumps right before any of the requests of a sequence: it is
/// corrected once for each jump and said so in the log, and no change happens twice.
class ClockFaultsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        constexpr int quota = test::RoomScene::kQuota;
        m_current = std::make_unique<FaultBench>(test::BenchSetup{.versionQuota = quota});
        m_first = std::make_unique<FaultBench>(
            test::BenchSetup{.generation = ApiGeneration::First, .versionQuota = quota});
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        g_corrections = 0;
        g_usualHandler = qInstallMessageHandler(countCorrections);
    }
    void cleanup() { qInstallMessageHandler(g_usualHandler); }
    void cleanupTestCase()
    {
        m_current.reset();
        m_first.reset();
    }

    void theClockJumps_data()
    {
        QTest::addColumn<int>("sequence");
        QTest::addColumn<int>("request");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<Trick>("trick");
        std::size_t place = 0;
        for (std::size_t s = 0; s < kSequences.size(); ++s) {
            for (int request = 1; request <= kSequences[s].readings; ++request) {
                if (request != kSequences[s].form)
                    addRows(static_cast<int>(s), request, place++);
            }
        }
    }
    void theClockJumps()
    {
        QFETCH(int, sequence);
        QFETCH(int, request);
        QFETCH(int, seconds);
        QFETCH(Trick, trick);
        const Sequence &met = kSequences[static_cast<std::size_t>(sequence)];
        // Signed, corrected, signed again; then comes the next request.
        QList<JumpingClock::Jump> jumps{{request, seconds}};
        if (trick == Trick::JumpsBack)
            jumps.append({request + 3, 0});
        if (trick == Trick::JumpsDuringCorrection)
            jumps.append({request + 2, 0});
        QStringList faults;
        for (const char *operation : met.lost) {
            if (trick == Trick::LosesAnswers && operation != nullptr)
                faults.append(QString::fromLatin1(operation) + u":lose-answer"_s);
        }

        // A form seems to be too old before it is known that the clock jumped.
        const bool isTooLate =
            (trick == Trick::JumpsBack && request + 1 == met.form && seconds < -60 * 60)
            || (trick == Trick::LosesAnswers && request == met.formWhenLost && seconds > 60 * 60);
        const bool succeeds = trick != Trick::JumpsDuringCorrection && !isTooLate;

        JumpingClock clock(jumps);
        play(
            met, faults, [&clock] { return clock.now(); }, succeeds);

        const int noticed = trick == Trick::JumpsBack && request < met.readings ? 2 : 1;
        QCOMPARE(g_corrections, isTooLate ? noticed - 1 : noticed);
    }

    void theClockIsWrongFromTheStart_data()
    {
        QTest::addColumn<int>("sequence");
        QTest::addColumn<int>("seconds");
        for (std::size_t i = 0; i < kSequences.size() * kSkews.size(); ++i) {
            const std::size_t s = i / kSkews.size();
            const int seconds = kSkews[i % kSkews.size()];
            if (test::isThorough() || i % kSkews.size() == s % kSkews.size())
                QTest::addRow("%s, %s", kSequences[s].name, qPrintable(describe(seconds)))
                    << static_cast<int>(s) << seconds;
        }
    }
    void theClockIsWrongFromTheStart()
    {
        QFETCH(int, sequence);
        QFETCH(int, seconds);

        // The service's time is another, in what it checks and in what it answers.
        play(kSequences[static_cast<std::size_t>(sequence)], {u"*:skew:%1"_s.arg(-seconds)}, {},
             true);

        QCOMPARE(g_corrections, 1);
    }

private:
    static void addRows(int sequence, int request, std::size_t place)
    {
        for (std::size_t i = 0; i < kSkews.size() * kTricks.size(); ++i) {
            const std::size_t usual = (place + place / kTricks.size()) % kSkews.size();
            const bool isUsual =
                i / kTricks.size() == usual && i % kTricks.size() == place % kTricks.size();
            if (!test::isThorough() && !isUsual)
                continue;
            const auto &[trick, name] = kTricks[i % kTricks.size()];
            const int seconds = kSkews[i / kTricks.size()];
            QTest::addRow("%s: at request %d by %s, %s",
                          kSequences[static_cast<std::size_t>(sequence)].name, request,
                          qPrintable(describe(seconds)), name)
                << sequence << request << seconds << trick;
        }
    }

    void play(const Sequence &sequence, const QStringList &faults,
              const std::function<QDateTime()> &now, bool succeeds)
    {
        FaultBench &bench = sequence.generation == ApiGeneration::First ? *m_first : *m_current;
        const std::unique_ptr<FaultScene> scene = sequence.make(bench);
        QVERIFY(scene->seed());
        QCOMPARE(g_corrections, 0);
        bench.breakService(faults, {.now = now});
        const Result<> told = scene->run();
        const QList<std::optional<LedgerEntry>> entries = scene->entries();
        const int resent = test::sendsTooMany(bench, *scene, 1);
        bench.repair();
        QVERIFY2(told.hasValue() == succeeds, told ? "done" : qPrintable(told.error().text()));
        // What was refused for its time goes out once more.
        QVERIFY2(resent <= g_corrections, qPrintable(QString::number(resent)));
        test::judgeScene(bench, *scene, told, entries);
    }

    std::unique_ptr<FaultBench> m_current;
    std::unique_ptr<FaultBench> m_first;
};

QTEST_GUILESS_MAIN(ClockFaultsTest)
#include "tst_clockfaults.moc"
