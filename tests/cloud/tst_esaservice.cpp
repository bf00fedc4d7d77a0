// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/esa/esaservice.h"
#include "rawserver.h"
#include "support/sandboxfixture.h"
#include "support/testing.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace edgewright;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::RawServer;
using test::SandboxFixture;

namespace {

constexpr char kCode[] =
    "// \xe5\x87\xbd\xe6\x95\xb0\r\nexport default { fetch() { return 1; } };\n";

ClientSettings patient()
{
    return {.transport = {.stall = 20s, .deadline = 25s},
            .retry = {.tries = 3, .firstDelay = 1ms, .longestDelay = 5ms}};
}

} // namespace

class EsaServiceTest : public QObject {
    Q_OBJECT

private:
    QNetworkAccessManager m_network;

    std::unique_ptr<EsaService> connectTo(const SandboxFixture &sandbox,
                                          const ClientSettings &settings = patient())
    {
        return std::make_unique<EsaService>(
            m_network,
            ServiceConfig{.endpoint = sandbox.endpoint(), .credentials = sandbox.credentials()},
            settings);
    }

    static Result<QString> addVersion(EsaService &service, const QString &routine,
                                      const QByteArray &code, const QString &description = {})
    {
        const Result<UploadForm> form = test::wait(service.requestUpload(routine, description));
        if (!form)
            return form.error();
        const Result<> uploaded = test::wait(service.upload(*form, code));
        if (!uploaded)
            return uploaded.error();
        return test::wait(service.commitUpload(routine, description));
    }

    static Reply<> *write(EsaService &service, const QString &action, const QString &one,
                          const QString &two)
    {
        const QString hello = u"hello"_s;
        if (action == "CreateRoutine"_L1)
            return service.createRoutine(u"other"_s, QString());
        if (action == "DeleteRoutine"_L1)
            return service.deleteRoutine(hello);
        if (action == "UpdateRoutineConfigDescription"_L1)
            return service.changeDescription(hello, u"about"_s);
        if (action == "DeleteRoutineCodeVersion"_L1)
            return service.deleteVersion(hello, one);
        if (action == "PublishRoutineCodeVersion"_L1)
            return service.publish(hello, kStaging, {{.versionId = one}});
        return service.publish(hello, kStaging, {{one, 50}, {two, 50}});
    }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_network.clearConnectionCache();
    }

    void aRoutineLivesFromItsCreationToItsDeletion()
    {
        const SandboxFixture sandbox;
        QVERIFY(sandbox.isRunning());
        const auto service = connectTo(sandbox);

        const Result<ServiceState> state = test::wait(service->fetchServiceState());
        QVERIFY_RESULT(state);
        QCOMPARE(*state, ServiceState::Running);
        QVERIFY(test::wait(service->createRoutine(u"hello"_s, u"第一个 routine"_s)));
        const Result<> again = test::wait(service->createRoutine(u"hello"_s, QString()));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
        QVERIFY(!again.error().requestId.isEmpty());
        QVERIFY(test::wait(service->changeDescription(u"hello"_s, u"changed words"_s)));

        const Result<RoutineList> list = test::wait(service->listRoutines());
        QVERIFY_RESULT(list);
        QCOMPARE(list->routines.size(), 1);
        QCOMPARE(list->routines.first().name, u"hello"_s);
        QCOMPARE(list->routines.first().description, u"changed words"_s);
        QVERIFY(list->complete);

        QVERIFY(test::wait(service->deleteRoutine(u"hello"_s)));
        const Result<Routine> gone = test::wait(service->fetchRoutine(u"hello"_s));
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
    }

    void successesAndFailuresCarryTheServicesRequestId()
    {
        const SandboxFixture sandbox;
        QVERIFY(sandbox.isRunning());
        const auto service = connectTo(sandbox);
        const auto idOf = [](auto *reply) {
            QString id;
            QObject::connect(reply, &ReplyBase::finished, reply,
                             [reply, &id] { id = reply->requestId(); });
            static_cast<void>(test::wait(reply));
            return id;
        };

        const QString created = idOf(service->createRoutine(u"hello"_s, QString()));
        const QString refused = idOf(service->createRoutine(u"hello"_s, QString()));
        const QString read = idOf(service->fetchRoutine(u"hello"_s));

        QVERIFY(!created.isEmpty());
        QVERIFY(!refused.isEmpty());
        QVERIFY(!read.isEmpty());
        QVERIFY(created != refused && refused != read);
    }

    void codeComesBackByteForByte_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("Chinese and CRLF") << QByteArray(kCode);
        QTest::newRow("a megabyte") << QByteArray("/* 函 */\n").repeated(100'000);
        QTest::newRow("looks like a boundary") << QByteArray("--edgewright-\r\n--B--\r\n");
    }

    void codeComesBackByteForByte()
    {
        QFETCH(const QByteArray, code);
        const SandboxFixture sandbox;
        const auto service = connectTo(sandbox);
        QVERIFY(test::wait(service->createRoutine(u"hello"_s, QString())));
        const Result<QString> id = addVersion(*service, u"hello"_s, code, u"line one, 说明"_s);
        QVERIFY_RESULT(id);

        const Result<VersionBody> body = test::wait(service->fetchBody(u"hello"_s, *id));
        QVERIFY_RESULT(body);
        QCOMPARE(body->bytes, code);
        QCOMPARE(body->description, u"line one, 说明"_s);
        const Result<CodeVersion> version = test::wait(service->fetchVersion(u"hello"_s, *id));
        QVERIFY_RESULT(version);
        QCOMPARE(version->id, *id);
        QCOMPARE(version->state, VersionState::Ready);
        QVERIFY(version->createdAt.isValid());
        QCOMPARE(sandbox.sends(u"CommitRoutineStagingCode"_s), 1);
    }

    void publishesAndSplitsAndProtectsWhatIsLive()
    {
        const SandboxFixture sandbox;
        const auto service = connectTo(sandbox);
        QVERIFY(test::wait(service->createRoutine(u"hello"_s, QString())));
        const Result<QString> one = addVersion(*service, u"hello"_s, "1;");
        const Result<QString> two = addVersion(*service, u"hello"_s, "2;");
        QVERIFY_RESULT(one);
        QVERIFY_RESULT(two);
        const QList<VersionShare> split{{*one, 90}, {*two, 10}};

        QVERIFY(test::wait(service->publish(u"hello"_s, kStaging, {{.versionId = *two}})));
        QVERIFY(test::wait(service->publish(u"hello"_s, kProduction, split)));

        const Result<Routine> routine = test::wait(service->fetchRoutine(u"hello"_s));
        QVERIFY_RESULT(routine);
        QCOMPARE(routine->deploymentIn(kStaging).shares, (QList<VersionShare>{{*two, 100}}));
        QCOMPARE(routine->deploymentIn(kProduction).shares, split);
        const Result<> inUse = test::wait(service->deleteVersion(u"hello"_s, *one));
        QVERIFY(!inUse);
        QCOMPARE(inUse.error().code, ErrorCode::InUse);
        QVERIFY(test::wait(service->publish(u"hello"_s, kProduction, {{.versionId = *two}})));
        QVERIFY(test::wait(service->deleteVersion(u"hello"_s, *one)));
        const Result<VersionList> versions = test::wait(service->listVersions(u"hello"_s));
        QVERIFY_RESULT(versions);
        QCOMPARE(versions->versions.first().id, *two);
        QVERIFY(versions->complete);
    }

    void listsAllPagesAndTellsWhenItCannot()
    {
        const SandboxFixture sandbox({u"--version-quota"_s, u"60"_s, u"--rate"_s, u"10000"_s});
        const auto service = connectTo(sandbox);
        QVERIFY(test::wait(service->createRoutine(u"hello"_s, QString())));
        for (int i = 0; i < 22; ++i)
            QVERIFY(addVersion(*service, u"hello"_s, QByteArray::number(i)));
        Result<VersionList> list = test::wait(service->listVersions(u"hello"_s));
        QVERIFY_RESULT(list);
        QVERIFY(list->complete);
        QVERIFY(list->versions.size() >= 22);

        for (int i = 0; i < 20; ++i)
            QVERIFY(addVersion(*service, u"hello"_s, QByteArray::number(i)));
        list = test::wait(service->listVersions(u"hello"_s));
        QVERIFY_RESULT(list);
        QCOMPARE(list->versions.size(), 40);
        QVERIFY(!list->complete);

        for (int i = 0; i < 20; ++i) {
            const QString name = u"more-%1"_s.arg(i);
            static_cast<void>(test::wait(service->createRoutine(name, QString())));
        }
        const Result<RoutineList> routines = test::wait(service->listRoutines());
        QVERIFY_RESULT(routines);
        QVERIFY(routines->complete);
    }

    void theVersionQuotaIsToldAndEnforced()
    {
        const SandboxFixture sandbox({u"--version-quota"_s, u"2"_s});
        const auto service = connectTo(sandbox);
        const Result<Quota> quota = test::wait(service->fetchQuota());
        QVERIFY_RESULT(quota);
        QCOMPARE(quota->versionsPerRoutine, 2);
        QVERIFY(test::wait(service->createRoutine(u"hello"_s, QString())));
        Result<QString> last = u""_s;
        for (int i = 0; i < 3 && last; ++i)
            last = addVersion(*service, u"hello"_s, QByteArray::number(i));
        QVERIFY(!last);
        QCOMPARE(last.error().code, ErrorCode::QuotaExceeded);
    }

    void theSmallReadsWork()
    {
        const SandboxFixture sandbox;
        const auto service = connectTo(sandbox);
        QVERIFY(test::wait(service->createRoutine(u"hello"_s, QString())));
        QVERIFY(test::wait(service->fetchStagingAddresses()));
        const Result<AccessToken> token = test::wait(service->fetchAccessToken(u"hello"_s));
        QVERIFY_RESULT(token);
        QVERIFY(!token->token.isEmpty());
    }

    void everyFaultOfAWriteEndsInOneSendAndTheTruth_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<int>("sends");
        QTest::addColumn<bool>("executed");
        const auto row = [](const char *kind, ErrorCode code, int sends, bool executed) {
            QTest::newRow(kind) << QString::fromLatin1(kind) << code << sends << executed;
        };
        using enum ErrorCode;
        row("lose-answer", OutcomeUnknown, 1, true);
        row("reset-after", OutcomeUnknown, 1, true);
        row("stall:60", OutcomeUnknown, 1, true);
        row("stall-body:60", OutcomeUnknown, 1, true);
        row("truncate", OutcomeUnknown, 1, true);
        row("reset", OutcomeUnknown, 1, false);
        row("status:503", OutcomeUnknown, 1, false);
        row("html-page", OutcomeUnknown, 1, false);
        row("garbage", OutcomeUnknown, 1, false);
        row("throttle:1", Throttled, 3, false);
        row("code:Site.ServiceBusy", Throttled, 3, false);
        row("code:ServiceNotOpen", ServiceNotOpen, 1, false);
    }

    void everyFaultOfAWriteEndsInOneSendAndTheTruth()
    {
        QFETCH(const QString, kind);
        QFETCH(const bool, executed);
        ClientSettings settings = patient();
        if (kind.startsWith(u"stall"_s))
            settings.transport.stall = 300ms;
        for (;; settings.transport.stall *= 5) {
            const SandboxFixture sandbox({u"--fault"_s, u"CreateRoutine:"_s + kind});
            const auto service = connectTo(sandbox, settings);
            const Result<> created = test::wait(service->createRoutine(u"hello"_s, QString()));
            // A slow machine takes longer than that until the request has arrived.
            if (sandbox.sends(u"CreateRoutine"_s) == 0 && settings.transport.stall < 20s)
                continue;

            QVERIFY(!created);
            QTEST(created.error().code, "code");
            QVERIFY(!created.error().message.isEmpty());
            QTEST(sandbox.sends(u"CreateRoutine"_s), "sends");
            const Result<Routine> found = test::wait(connectTo(sandbox)->fetchRoutine(u"hello"_s));
            QCOMPARE(found.hasValue(), executed);
            return;
        }
    }

    void everyWriteIsSentOnceWhenItsAnswerIsLost_data()
    {
        QTest::addColumn<QString>("action");
        for (const char *action : {"CreateRoutine", "DeleteRoutine",
                                   "UpdateRoutineConfigDescription", "DeleteRoutineCodeVersion",
                                   "PublishRoutineCodeVersion", "CreateRoutineCodeDeployment"})
            QTest::newRow(action) << QString::fromLatin1(action);
    }

    void everyWriteIsSentOnceWhenItsAnswerIsLost()
    {
        QFETCH(const QString, action);
        const bool creates = action == "CreateRoutine"_L1;
        const SandboxFixture sandbox(
            {u"--fault"_s, action + u":reset-after@"_s + (creates ? u"2"_s : u"1"_s)});
        const auto service = connectTo(sandbox);
        QVERIFY_RESULT(test::wait(service->createRoutine(u"hello"_s, QString())));
        const Result<QString> one = addVersion(*service, u"hello"_s, "1;");
        const Result<QString> two = addVersion(*service, u"hello"_s, "2;");
        QVERIFY_RESULT(one);
        QVERIFY_RESULT(two);

        const Result<> lost = test::wait(write(*service, action, *one, *two));

        QVERIFY(!lost);
        QCOMPARE(lost.error().code, ErrorCode::OutcomeUnknown);
        QCOMPARE(sandbox.sends(action), creates ? 2 : 1);
    }

    void faultsOfTheUploadAreFailures_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("203") << u"203"_s << ErrorCode::UploadRefused;
        QTest::newRow("lose-answer") << u"lose-answer"_s << ErrorCode::OutcomeUnknown;
        QTest::newRow("status:503") << u"status:503"_s << ErrorCode::OutcomeUnknown;
    }

    void faultsOfTheUploadAreFailures()
    {
        QFETCH(const QString, kind);
        const SandboxFixture sandbox({u"--fault"_s, u"PostObject:"_s + kind});
        const auto service = connectTo(sandbox);
        QVERIFY(test::wait(service->createRoutine(u"hello"_s, QString())));
        const Result<QString> id = addVersion(*service, u"hello"_s, "1;");
        QVERIFY(!id);
        QTEST(id.error().code, "code");
        QCOMPARE(sandbox.sends(u"PostObject"_s), 1);
        QCOMPARE(sandbox.sends(u"CommitRoutineStagingCode"_s), 0);
    }

    void readsSurviveWhatPasses_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"reset*2", "status:503*2", "throttle:1*2", "truncate*2",
                                 "lose-answer*2", "numeric-ids", "padding"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

    void readsSurviveWhatPasses()
    {
        QFETCH(const QString, kind);
        const SandboxFixture sandbox({u"--fault"_s, u"GetRoutineCodeVersion:"_s + kind});
        const auto service = connectTo(sandbox);
        QVERIFY(test::wait(service->createRoutine(u"hello"_s, QString())));
        const Result<QString> id = addVersion(*service, u"hello"_s, kCode);
        QVERIFY_RESULT(id);
        const Result<VersionBody> body = test::wait(service->fetchBody(u"hello"_s, *id));
        QVERIFY_RESULT(body);
        QCOMPARE(body->bytes, kCode);
    }

    void aWrongKeyIsToldFromAWrongSecret()
    {
        const SandboxFixture sandbox;
        ServiceConfig config{.endpoint = sandbox.endpoint(), .credentials = sandbox.credentials()};
        config.credentials.accessKeySecret = Secret("wrong");
        EsaService wrongSecret(m_network, config, patient());
        const Result<ServiceState> secret = test::wait(wrongSecret.fetchServiceState());
        QVERIFY(!secret);
        QCOMPARE(secret.error().serviceCode, u"SignatureDoesNotMatch"_s);
        QCOMPARE(secret.error().code, ErrorCode::BadCredentials);

        config.credentials.accessKeyId = u"LTAI5tUnknown"_s;
        EsaService wrongKey(m_network, config, patient());
        const Result<ServiceState> key = test::wait(wrongKey.fetchServiceState());
        QVERIFY(!key);
        QCOMPARE(key.error().serviceCode, u"InvalidAccessKeyId.NotFound"_s);
        QVERIFY(key.error().message != secret.error().message);
    }

    void aClockThatIsAnHourOffStillWorks()
    {
        const SandboxFixture sandbox;
        ClientSettings settings = patient();
        settings.now = [] { return QDateTime::currentDateTimeUtc().addSecs(-3600); };
        const auto service = connectTo(sandbox, settings);
        QVERIFY(test::wait(service->createRoutine(u"hello"_s, QString())));
        QVERIFY(addVersion(*service, u"hello"_s, "1;"));
    }

    void theUploadGoesNowhereElse()
    {
        RawServer other;
        other.script({{RawServer::answer(200, "{}")}});
        const Endpoint far = Endpoint::hangzhou();
        EsaService service(m_network,
                           {.endpoint = far,
                            .credentials = {.accessKeyId = u"k"_s, .accessKeySecret = Secret("s")}},
                           patient());
        const UploadForm form{.url = other.url(), .fields = {{"key", "a/b.js"}}};
        const Result<> answer = test::wait(service.upload(form, "secret code"));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::UploadRefused);
        QCOMPARE(other.connections(), 0);
    }

    void anAnswerWithAHostileUploadAddressIsRefused()
    {
        RawServer server;
        server.script({{RawServer::answer(
            200,
            "{\"OssPostConfig\":{\"Url\":\"https://oss.aliyuncs.com.evil\",\"key\":\"a\"}}")}});
        EsaService service(m_network,
                           {.endpoint = server.endpoint(),
                            .credentials = {.accessKeyId = u"k"_s, .accessKeySecret = Secret("s")}},
                           patient());
        const Result<UploadForm> form = test::wait(service.requestUpload(u"r"_s, QString()));
        QVERIFY(!form);
        QCOMPARE(form.error().code, ErrorCode::UploadRefused);
    }

    void aCommitWithoutAReadableIdIsARiddle()
    {
        RawServer server;
        server.script({{RawServer::answer(200, "{\"CodeVersion\":1.5}")}});
        EsaService service(m_network,
                           {.endpoint = server.endpoint(),
                            .credentials = {.accessKeyId = u"k"_s, .accessKeySecret = Secret("s")}},
                           patient());
        const Result<QString> id = test::wait(service.commitUpload(u"r"_s, QString()));
        QVERIFY(!id);
        QCOMPARE(id.error().code, ErrorCode::OutcomeUnknown);
        QCOMPARE(server.requests().size(), 1);
    }

    void theUploadCarriesNoneOfTheAccountsHeaders()
    {
        RawServer store;
        store.script({{RawServer::answer(200, "{\"code\":200}")}});
        EsaService service(m_network,
                           {.endpoint = store.endpoint(),
                            .credentials = {.accessKeyId = u"LTAIcanary"_s,
                                            .accessKeySecret = Secret("canary-secret"),
                                            .securityToken = Secret("canary-token")}},
                           patient());
        const UploadForm form{.url = store.url(),
                              .fields = {{"key", "a/b.js"}, {"callback", "e30="}}};
        QVERIFY(test::wait(service.upload(form, "code;")));
        const QByteArray wire = store.requests().first();
        QVERIFY(!wire.contains("canary"));
        QVERIFY(!wire.toLower().contains("x-acs-"));
        QVERIFY(!wire.toLower().contains("authorization"));
        QVERIFY(wire.contains("filename=\"index.js\""));
    }

    void deletingTheServiceEndsItsCalls()
    {
        RawServer server;
        server.script({{QByteArray(), RawServer::Then::KeepOpen}});
        auto service = std::make_unique<EsaService>(
            m_network,
            ServiceConfig{.endpoint = server.endpoint(),
                          .credentials = {.accessKeyId = u"k"_s, .accessKeySecret = Secret("s")}});
        bool answered = false;
        service->listRoutines()->then(
            this, [&answered](const Result<RoutineList> &) { answered = true; });
        QTRY_COMPARE(server.requests().size(), 1);
        service.reset();
        QTRY_VERIFY(m_network.findChildren<QNetworkReply *>().isEmpty());
        QVERIFY(!answered);
    }
};

QTEST_GUILESS_MAIN(EsaServiceTest)
#include "tst_esaservice.moc"
