// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/reply.h"
#include "cloud/servicefactory.h"
#include "support/sandboxfixture.h"
#include "syscalls.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QHash>
#include <QNetworkAccessManager>
#include <QRandomGenerator>
#include <QTextStream>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace edgewright;

namespace {

constexpr int kRounds = 200;
constexpr int kPatienceMs = 60'000;
constexpr int kArrivalMs = 150;

QTextStream &output()
{
    static QTextStream stream(stdout);
    return stream;
}

/// Kills the program again and again and counts what got lost.
class CrashTest final {
public:
    CrashTest()
        : m_sandbox({u"--version-quota"_s, u"1000000"_s})
    {
    }

    [[nodiscard]] bool run(int rounds);

private:
    [[nodiscard]] QStringList arguments(const QString &round) const
    {
        return {m_data.path(), m_sandbox.endpoint().hostHeader(), round};
    }
    [[nodiscard]] QProcessEnvironment environment() const;
    void startProgram(QProcess &program, const QString &round) const;
    void playRound(int round);
    void readLine(const QByteArray &line);
    void checkRestored(const QByteArray &routine, const QByteArray &text);
    void countPublishes(int before);
    [[nodiscard]] bool createRoutines();
    [[nodiscard]] bool verifyArchive();

    test::SandboxFixture m_sandbox;
    QTemporaryDir m_data;
    QRandomGenerator m_random{20'241'103};
    QHash<QByteArray, QList<QByteArray>> m_saved; ///< By routine, what has to be there.
    bool m_isWorking = false;
    int m_checks = 0;
    int m_lost = 0;
    int m_saves = 0;
    int m_acts = 0; ///< Publishes asked for in this round.
    int m_allActs = 0;
    int m_doubles = 0;
    int m_untypable = 0;
    int m_earlyKills = 0;
};

QProcessEnvironment CrashTest::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"QT_LOGGING_RULES"_s, u"*=false"_s);
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, m_sandbox.credentials().accessKeyId);
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s,
                       QString::fromLatin1(m_sandbox.credentials().accessKeySecret.reveal()));
    return environment;
}

void CrashTest::startProgram(QProcess &program, const QString &round) const
{
    program.setProcessEnvironment(environment());
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QStringLiteral(EDGEWRIGHT_CRASH_DRIVER), arguments(round));
}

void CrashTest::playRound(int round)
{
    const int publishesBefore = m_sandbox.sends(u"PublishRoutineCodeVersion"_s);
    m_isWorking = false;
    m_acts = 0;
    QProcess program;
    startProgram(program, QString::number(round));
    // Some die while they start, most while they work.
    const bool isEarly = m_random.bounded(10) < 2;
    const int limit = isEarly ? m_random.bounded(50, 1'500) : m_random.bounded(50, 2'500);
    QElapsedTimer sinceStart;
    sinceStart.start();
    QElapsedTimer running;
    if (isEarly)
        running.start();
    while (!running.isValid() || running.elapsed() < limit) {
        program.waitForReadyRead(20);
        while (program.canReadLine())
            readLine(program.readLine().trimmed());
        if (m_isWorking && !running.isValid())
            running.start();
        if (program.state() == QProcess::NotRunning || sinceStart.elapsed() > kPatienceMs) {
            output() << "round " << round << ": the program ended or hung by itself\n";
            ++m_lost;
            break;
        }
    }
    program.kill();
    program.waitForFinished(kPatienceMs);
    while (program.canReadLine())
        readLine(program.readLine().trimmed());
    m_earlyKills += m_isWorking ? 0 : 1;
    countPublishes(publishesBefore);
}

void CrashTest::readLine(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    if (words[0] == "restored")
        checkRestored(words.value(1), QByteArray::fromBase64(words.value(2)));
    else if (words[0] == "saved")
        m_saved[words.value(1)] += words.mid(2);
    else if (words[0] == "working")
        m_isWorking = true;
    else if (words[0] == "publish")
        ++m_acts;
    else if (words[0] == "save")
        ++m_saves;
    else if (words[0] == "untypable")
        ++m_untypable;
}

void CrashTest::checkRestored(const QByteArray &routine, const QByteArray &text)
{
    ++m_checks;
    const QList<QByteArray> saved = m_saved.value(routine);
    for (const QByteArray &token : saved) {
        if (text.contains(token))
            continue;
        ++m_lost;
        output() << "LOST " << token << " of " << routine << '\n';
    }
}

void CrashTest::countPublishes(int before)
{
    // What was on its way when the program died may just be arriving.
    QThread::msleep(kArrivalMs);
    const int sent = m_sandbox.sends(u"PublishRoutineCodeVersion"_s) - before;
    m_allActs += m_acts;
    if (sent <= m_acts)
        return;
    m_doubles += sent - m_acts;
    output() << "DOUBLE: " << sent << " publishes sent for " << m_acts << " asked for\n";
}

bool CrashTest::createRoutines()
{
    QNetworkAccessManager network;
    const auto service = createRoutineService(
        network, {.endpoint = m_sandbox.endpoint(), .credentials = m_sandbox.credentials()});
    bool isDone = true;
    for (const QString &name : {u"one"_s, u"two"_s}) {
        QEventLoop loop;
        service->createRoutine(name, {})->then(&loop, [&](const auto &created) {
            isDone = isDone && created;
            loop.quit();
        });
        loop.exec();
    }
    return isDone;
}

bool CrashTest::verifyArchive()
{
    QProcess program;
    startProgram(program, u"verify"_s);
    if (!program.waitForFinished(kPatienceMs))
        program.kill();
    const QByteArray said = program.readAllStandardOutput();
    output() << said;
    return said.startsWith("archive checked ") && said.contains(" findings 0\n");
}

bool CrashTest::run(int rounds)
{
    if (!m_sandbox.isRunning() || !createRoutines())
        return false;
    for (int round = 1; round <= rounds; ++round) {
        playRound(round);
        if (round % 10 == 0)
            output() << round << " kills" << Qt::endl;
    }
    const bool isSound = verifyArchive();
    qsizetype saved = 0;
    for (const QList<QByteArray> &tokens : std::as_const(m_saved))
        saved += tokens.size();
    output() << rounds << " kills (" << m_earlyKills << " while starting), " << saved
             << " acknowledged edits, " << m_checks << " times looked for, " << m_lost << " lost; "
             << m_saves << " versions saved; " << m_allActs << " publishes, " << m_doubles
             << " double; " << m_untypable << " edits without a place\n";
    return isSound && m_lost == 0 && m_doubles == 0 && saved > 0;
}

} // namespace

/// crashtest [ROUNDS]: kills the program; crashtest --syscalls: faults at every system call.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QString mode = QCoreApplication::arguments().value(1);
    bool isGood = false;
    if (mode == "--syscalls"_L1) {
        isGood = test::SyscallFaults::run(QStringLiteral(EDGEWRIGHT_SAVE_DRAFT));
    } else {
        CrashTest crashTest;
        isGood = crashTest.run(mode.isEmpty() ? kRounds : mode.toInt());
    }
    output() << (isGood ? "PASS" : "FAIL") << Qt::endl;
    return isGood ? 0 : 1;
}
