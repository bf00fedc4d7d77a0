// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/servicefactory.h"
#include "identity/sandboxprocess.h"
#include "support/sandboxfixture.h"
#include "support/testing.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace edgewright;
using namespace Qt::StringLiterals;

class SandboxProcessTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void startsAServiceThatKnowsItsKey()
    {
        SandboxProcess process(test::SandboxFixture::program(), m_folder->path());

        const Result<AccountOffer> offer = test::wait(process.start());

        QVERIFY_RESULT(offer);
        QCOMPARE(offer->account.id, u"sandbox"_s);
        QVERIFY(offer->account.endpoint.isLoopback());
        QNetworkAccessManager network;
        const auto service = createRoutineService(
            network, {.endpoint = offer->account.endpoint, .credentials = offer->credentials});
        const Result<RoutineList> routines = test::wait(service->listRoutines());
        QVERIFY_RESULT(routines);
        QCOMPARE(routines->routines.size(), 3); // the samples
    }

    void aSecondCallAnswersTheSameService()
    {
        SandboxProcess process(test::SandboxFixture::program(), m_folder->path());
        auto *first = process.start();
        int answers = 0;
        process.start()->then(this, [&answers](const Result<AccountOffer> &) { ++answers; });

        const Result<AccountOffer> one = test::wait(first, 20'000);
        QVERIFY_RESULT(one);
        Result<AccountOffer> two = test::wait(process.start());
        QVERIFY_RESULT(two);

        QCOMPARE(two->account, one->account);
        QTRY_COMPARE(answers, 1);
    }

    void theSecretIsNotOnTheCommandLine()
    {
        SandboxProcess process(test::SandboxFixture::program(), m_folder->path());
        const Result<AccountOffer> offer = test::wait(process.start());
        QVERIFY_RESULT(offer);

        QFile commandLine(u"/proc/%1/cmdline"_s.arg(process.processId()));

        QVERIFY(commandLine.open(QIODevice::ReadOnly));
        const QByteArray line = commandLine.readAll();
        QVERIFY(line.contains(offer->credentials.accessKeyId.toUtf8()));
        QVERIFY(!line.contains(offer->credentials.accessKeySecret.reveal()));
    }

    void cloudKeysAreNotHandedDown()
    {
        for (const char *name : {"ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABA_CLOUD_SECURITY_TOKEN",
                                 "ALICLOUD_SECRET_KEY", "ALIBABACLOUD_ACCESS_KEY_SECRET"})
            qputenv(name, "canary");
        const QString program = m_folder->filePath(u"program"_s);
        makeProgram(program, "#!/bin/sh\nenv > \"$0.env\"\nexit 1\n");
        SandboxProcess process(program, m_folder->path());

        QVERIFY(!test::wait(process.start()));

        QFile file(program + u".env"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray environment = file.readAll();
        QVERIFY(environment.contains("\nEDGEWRIGHT_SANDBOX_ACCESS_KEY_SECRET="));
        QVERIFY(environment.contains("PATH="));
        QVERIFY(!environment.contains("canary"));
    }

    void saysWhyItDidNotStart_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("said");
        QTest::newRow("no such program") << QByteArray() << QString();
        QTest::newRow("ends with a reason")
            << QByteArray("#!/bin/sh\necho 'the folder is locked' >&2\nexit 3\n")
            << u"the folder is locked"_s;
        QTest::newRow("says something else")
            << QByteArray("#!/bin/sh\necho hello\nexec sleep 30\n") << QString();
        QTest::newRow("names a foreign host")
            << QByteArray("#!/bin/sh\necho '{\"endpoint\":\"example.com:80\"}'\nexec sleep 30\n")
            << QString();
        QTest::newRow("ends without a word") << QByteArray("#!/bin/sh\nexit 0\n") << QString();
    }

    void saysWhyItDidNotStart()
    {
        QFETCH(const QByteArray, script);
        QFETCH(const QString, said);
        const QString program = m_folder->filePath(u"program"_s);
        if (!script.isEmpty())
            makeProgram(program, script);
        SandboxProcess process(program, m_folder->path());

        const Result<AccountOffer> offer = test::wait(process.start());

        QVERIFY(!offer);
        QVERIFY2(offer.error().advice.contains(said), qPrintable(offer.error().advice));
    }

    void startsAgainAfterACrash()
    {
        SandboxProcess process(test::SandboxFixture::program(), m_folder->path());
        QVERIFY_RESULT(test::wait(process.start()));
        const QSignalSpy stopped(&process, &SandboxProcess::stopped);
        const qint64 first = process.processId();
        ::kill(static_cast<pid_t>(first), SIGKILL);
        QTRY_COMPARE(stopped.count(), 1);

        QVERIFY_RESULT(test::wait(process.start()));

        QVERIFY(process.processId() != first);
    }

private:
    static void makeProgram(const QString &path, const QByteArray &script)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SandboxProcessTest)
#include "tst_sandboxprocess.moc"
