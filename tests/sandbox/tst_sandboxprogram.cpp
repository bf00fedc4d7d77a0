// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxclient.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace edgewright;
using edgewright::test::RawAnswer;
using edgewright::test::SandboxClient;
using edgewright::test::SandboxFixture;

namespace {

/// The program with arguments of our own.
struct Run {
    QTemporaryDir folder;
    QProcess process;

    explicit Run(const QStringList &arguments)
    {
        process.start(QStringLiteral(EDGEWRIGHT_SANDBOX_PROGRAM),
                      QStringList(arguments).replaceInStrings(u"DATA"_s, folder.path()));
    }

    [[nodiscard]] QByteArray firstLine()
    {
        while (!process.canReadLine() && process.waitForReadyRead(test::kPatienceMs)) {
        }
        return process.readLine();
    }
};

const QStringList kKey{u"--access-key-id"_s, u"id"_s, u"--access-key-secret"_s, u"secret"_s};

} // namespace

class TestSandboxProgram : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void itSaysOnceWhereItListens()
    {
        Run run(QStringList{u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, u"DATA/new"_s} + kKey);

        const QJsonObject ready = QJsonDocument::fromJson(run.firstLine()).object();

        QCOMPARE(ready.value("accessKeyId"_L1).toString(), u"id"_s);
        QVERIFY(ready.value("endpoint"_L1).toString().startsWith(u"127.0.0.1:"_s));
        QCOMPARE(QFileInfo(run.folder.filePath(u"new"_s)).permissions()
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther),
                 QFile::Permissions());
        run.process.terminate();
        QVERIFY(run.process.waitForFinished(test::kPatienceMs));
        QCOMPARE(run.process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(run.process.exitCode(), 0);
        QCOMPARE(run.process.readAllStandardOutput(), QByteArray());
    }

    void badOptionsAreExplained_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QStringList data{u"--data"_s, u"DATA"_s};
        QTest::newRow("no data folder") << kKey;
        QTest::newRow("no key") << data;
        QTest::newRow("no secret") << data + QStringList{u"--access-key-id"_s, u"id"_s};
        QTest::newRow("unknown") << data + kKey + QStringList{u"--moon"_s};
        QTest::newRow("stray") << data + kKey + QStringList{u"moon"_s};
        QTest::newRow("any address") << data + kKey + QStringList{u"--listen"_s, u"0.0.0.0:0"_s};
        QTest::newRow("no port") << data + kKey + QStringList{u"--listen"_s, u"127.0.0.1"_s};
        QTest::newRow("quota") << data + kKey + QStringList{u"--version-quota"_s, u"0"_s};
        QTest::newRow("rate") << data + kKey + QStringList{u"--rate"_s, u"fast"_s};
        QTest::newRow("parent") << data + kKey + QStringList{u"--exit-with-parent"_s, u"x"_s};
        QTest::newRow("fault") << data + kKey + QStringList{u"--fault"_s, u"A:explode"_s};
        QTest::newRow("expiry without token")
            << data + kKey + QStringList{u"--token-expires"_s, u"2030-01-01T00:00:00Z"_s};
    }
    void badOptionsAreExplained()
    {
        QFETCH(const QStringList, arguments);
        Run run(arguments);

        QVERIFY(run.process.waitForFinished(test::kPatienceMs));
        QCOMPARE(run.process.exitCode(), 2);
        QVERIFY(run.process.readAllStandardError().startsWith("edgewright-sandbox: "));
        QCOMPARE(run.process.readAllStandardOutput(), QByteArray());
    }

    void itServesOnlyTheParentItWasToldOf()
    {
        const QString self = QString::number(QCoreApplication::applicationPid());
        const QStringList arguments{u"--data"_s, u"DATA"_s, u"--exit-with-parent"_s};
        Run ours(arguments + QStringList{self} + kKey);
        QVERIFY(ours.firstLine().startsWith('{'));

        Run orphan(arguments + QStringList{u"1"_s} + kKey);

        QVERIFY(orphan.process.waitForFinished(test::kPatienceMs));
        QCOMPARE(orphan.process.exitCode(), 0);
        QCOMPARE(orphan.process.readAllStandardOutput(), QByteArray());
        ours.process.terminate();
        QVERIFY(ours.process.waitForFinished(test::kPatienceMs));
    }

    void helpTellsTheFaults()
    {
        Run run({u"--help"_s});

        QVERIFY(run.process.waitForFinished(test::kPatienceMs));
        QCOMPARE(run.process.exitCode(), 0);
        QVERIFY(run.process.readAllStandardOutput().contains("OPERATION:KIND[:ARGUMENT]"));
    }

    void aFolderHasOneService()
    {
        const SandboxFixture sandbox;
        Run run(QStringList{u"--data"_s, sandbox.dataFolder()} + kKey);

        QVERIFY(run.process.waitForFinished(test::kPatienceMs));
        QCOMPARE(run.process.exitCode(), 1);
        QVERIFY(run.process.readAllStandardError().contains("another service uses"));
    }

    void whatWasAnsweredSurvivesBeingKilled()
    {
        SandboxFixture sandbox({u"--version-quota"_s, u"1000"_s, u"--rate"_s, u"100000"_s});
        const SandboxClient client(sandbox);
        QCOMPARE(client.call("CreateRoutine", {{"Name", "hello"}}).status, 200);
        QList<std::pair<QString, QByteArray>> acknowledged;
        for (int round = 0; round < 6; ++round) {
            std::atomic<int> saved = 0;
            std::thread writer([&] {
                for (int i = 0;; ++i) {
                    const QByteArray code = QByteArray::number(round * 1000 + i).repeated(500);
                    const QString id = client.saveVersion("hello", code);
                    if (id.isEmpty())
                        return;
                    acknowledged.append({id, code});
                    ++saved;
                }
            });
            [[maybe_unused]] const bool some =
                QTest::qWaitFor([&] { return saved > 2 + round; }, 2 * test::kPatienceMs);
            sandbox.kill();
            writer.join();
            sandbox.killAndRestart({u"--version-quota"_s, u"1000"_s, u"--rate"_s, u"100000"_s});
            QVERIFY(sandbox.isRunning());
        }
        QVERIFY(acknowledged.size() > 18);

        for (const auto &[id, code] : std::as_const(acknowledged))
            QCOMPARE(client.codeOf("hello", id), code);
    }

    void aReplayAfterARestartIsRefused()
    {
        SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        const QByteArray create = client.signedRequest("CreateRoutine", {{"Name", "hello"}});
        QCOMPARE(client.exchange(create).status, 200);
        QCOMPARE(client.call("DeleteRoutine", {{"Name", "hello"}}).status, 200);

        sandbox.killAndRestart();

        QCOMPARE(client.exchange(create).code(), u"SignatureNonceUsed"_s);
    }

    void brokenRequestsDoNotHurtIt_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("head too large")
            << "GET / HTTP/1.1\r\nHost: h\r\nX: " + QByteArray(20'000, 'x') + "\r\n\r\n"
            << 431;
        QTest::newRow("length and chunks")
            << QByteArray("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nTransfer-Encoding: "
                          "chunked\r\n\r\n0\r\n\r\n")
            << 400;
        QTest::newRow("huge body") << QByteArray("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: "
                                                 "99999999999\r\n\r\n")
                                   << 413;
        QTest::newRow("bad chunk") << QByteArray("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: "
                                                 "chunked\r\n\r\nzz\r\n\r\n")
                                   << 400;
        QTest::newRow("another method")
            << QByteArray("DELETE / HTTP/1.1\r\nHost: h\r\n\r\n") << 405;
        QTest::newRow("head only") << QByteArray("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n") << 405;
        QTest::newRow("unsigned") << QByteArray("GET /?Action=GetErService&Version=2024-09-10 "
                                                "HTTP/1.1\r\nHost: h\r\n\r\n")
                                  << 400;
        QTest::newRow("form without boundary")
            << QByteArray("POST /oss HTTP/1.1\r\nHost: h\r\nContent-Type: "
                          "multipart/form-data\r\nContent-Length: 2\r\n\r\nhi")
            << 400;
    }
    void brokenRequestsDoNotHurtIt()
    {
        QFETCH(const QByteArray, request);
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);

        QTEST(client.exchange(request).status, "status");
        QCOMPARE(client.call("GetErService").status, 200);
    }

    void aConnectionServesManyRequests()
    {
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        const QByteArray two =
            client.signedRequest("CreateRoutine", {{"Name", "hello"}}, test::Position::Chunked)
            + client.signedRequest("GetRoutine", {{"Name", "hello"}})
                  .replace("HTTP/1.1\r\n", "HTTP/1.1\r\nConnection: close\r\n");

        QTcpSocket socket;
        const QUrl url = sandbox.endpoint().url();
        socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
        QVERIFY(socket.waitForConnected(test::kPatienceMs));
        socket.write(two);
        QVERIFY(socket.waitForDisconnected(test::kPatienceMs));

        QCOMPARE(socket.readAll().count("HTTP/1.1 200"), 2);
    }

    void manyIdleConnectionsDoNotStarveOthers()
    {
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        const QUrl url = sandbox.endpoint().url();
        std::vector<std::unique_ptr<QTcpSocket>> idle;
        for (int i = 0; i < 300; ++i) {
            idle.push_back(std::make_unique<QTcpSocket>());
            idle.back()->connectToHost(url.host(), static_cast<quint16>(url.port()));
            QVERIFY(idle.back()->waitForConnected(test::kPatienceMs));
            idle.back()->write("GET / HTTP/1.1\r\nHost:");
            QVERIFY(idle.back()->waitForBytesWritten(test::kPatienceMs));
        }

        QCOMPARE(client.call("GetErService").status, 200);
    }
};

QTEST_GUILESS_MAIN(TestSandboxProgram)
#include "tst_sandboxprogram.moc"
