// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/singleinstance.h"
#include "support/patience.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace edgewright;

namespace {

constexpr auto kHold = "--hold"_L1;

/// Another process that holds the folder until it is killed.
class Holder final {
public:
    explicit Holder(const QString &folder)
    {
        m_process.start(QCoreApplication::applicationFilePath(), {kHold, folder});
        m_process.waitForReadyRead(test::kPatienceMs);
    }
    ~Holder() { kill(); }
    Q_DISABLE_COPY_MOVE(Holder)

    [[nodiscard]] bool holds() { return m_process.readLine() == "holds\n"; }
    [[nodiscard]] bool wasRaised()
    {
        return m_process.canReadLine() || m_process.waitForReadyRead(test::kPatienceMs);
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(test::kPatienceMs);
    }

private:
    QProcess m_process;
};

} // namespace

class SingleInstanceTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void theFirstHasTheFolder()
    {
        SingleInstance first(m_folder->path());

        QVERIFY(first.claim());
        QVERIFY(first.claim());

        const auto others = QFile::permissions(m_folder->filePath(u"instance"_s))
                            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
                               | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther);
        QCOMPARE(others, QFile::Permissions());
    }

    void aSecondRaisesTheFirst()
    {
        SingleInstance first(m_folder->path());
        QVERIFY(first.claim());
        const QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        SingleInstance second(m_folder->path());
        const QSignalSpy answered(&second, &SingleInstance::answered);
        const QSignalSpy unanswered(&second, &SingleInstance::unanswered);

        QVERIFY(!second.claim());
        second.askFirst();

        QTRY_COMPARE(answered.count(), 1);
        QCOMPARE(raised.count(), 1);
        QCOMPARE(unanswered.count(), 0);
    }

    void anotherProcessIsRaised()
    {
        Holder holder(m_folder->path());
        QVERIFY(holder.holds());
        SingleInstance second(m_folder->path());
        const QSignalSpy answered(&second, &SingleInstance::answered);

        QVERIFY(!second.claim());
        second.askFirst();

        QTRY_COMPARE(answered.count(), 1);
        QVERIFY(holder.wasRaised());
    }

    void aKilledProcessLeavesTheFolderFree()
    {
        Holder holder(m_folder->path());
        QVERIFY(holder.holds());
        holder.kill();
        SingleInstance next(m_folder->path());
        QVERIFY(next.claim());

        SingleInstance second(m_folder->path());
        QVERIFY(!second.claim());
        const QSignalSpy answered(&second, &SingleInstance::answered);
        second.askFirst();

        QTRY_COMPARE(answered.count(), 1);
    }

    void foldersDoNotDisturbEachOther()
    {
        const QTemporaryDir other;
        SingleInstance first(m_folder->path());
        SingleInstance second(other.path());

        QVERIFY(first.claim());
        QVERIFY(second.claim());
    }

    void aLinkToTheFolderIsTheSameFolder()
    {
        const QTemporaryDir other;
        const QString link = other.filePath(u"link"_s);
        QVERIFY(QFile::link(m_folder->path(), link));
        SingleInstance first(m_folder->path());
        QVERIFY(first.claim());
        SingleInstance second(link);
        const QSignalSpy answered(&second, &SingleInstance::answered);

        QVERIFY(!second.claim());
        second.askFirst();

        QTRY_COMPARE(answered.count(), 1);
    }

    void inAFolderWithALongNameThereIsOneToo()
    {
        const QString deep = m_folder->filePath(QString(120, u'a') + u'/' + QString(120, u'b'));
        SingleInstance first(deep);
        QVERIFY(first.claim());
        SingleInstance second(deep);
        const QSignalSpy unanswered(&second, &SingleInstance::unanswered);

        QVERIFY(!second.claim());
        second.askFirst();

        QTRY_COMPARE_WITH_TIMEOUT(unanswered.count(), 1, test::kPatienceMs);
    }

    void aFirstThatDoesNotAnswerIsTold()
    {
        // Holds the lock and nothing else, as a program that hangs.
        SingleInstance second(m_folder->path());
        const QByteArray lock = QFile::encodeName(m_folder->filePath(u"instance/lock"_s));
        const int handle = ::open(lock.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        QVERIFY(handle >= 0 && ::flock(handle, LOCK_EX | LOCK_NB) == 0);
        const QSignalSpy unanswered(&second, &SingleInstance::unanswered);

        QVERIFY(!second.claim());
        second.askFirst();

        QTRY_COMPARE_WITH_TIMEOUT(unanswered.count(), 1, test::kPatienceMs);
        ::close(handle);
        QVERIFY(second.claim());
    }

    void nonsenseOnTheSocketIsIgnored()
    {
        SingleInstance first(m_folder->path());
        QVERIFY(first.claim());
        const QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        QLocalSocket socket;
        const QSignalSpy gone(&socket, &QLocalSocket::disconnected);

        socket.connectToServer(m_folder->filePath(u"instance/socket"_s));
        socket.write(QByteArray(100'000, 'x') + '\n');

        QTRY_COMPARE(gone.count(), 1);
        QCOMPARE(raised.count(), 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == kHold) {
        SingleInstance instance(arguments.value(2));
        const auto say = [](const char *line) {
            std::fputs(line, stdout);
            std::fflush(stdout);
        };
        QObject::connect(&instance, &SingleInstance::raiseRequested, &application,
                         [say] { say("raised\n"); });
        say(instance.claim() ? "holds\n" : "taken\n");
        return QCoreApplication::exec();
    }
    SingleInstanceTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_singleinstance.moc"
