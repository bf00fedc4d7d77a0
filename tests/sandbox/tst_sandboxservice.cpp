// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxclient.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace edgewright;
using edgewright::test::Position;
using edgewright::test::RawAnswer;
using edgewright::test::SandboxClient;
using edgewright::test::SandboxFixture;

namespace {

const QByteArray kScriptAndAssets = QByteArray::fromBase64(
    "UEsDBBQAAAAAAAAAIQBFquC8EgAAABIAAAAQAAAAcm91dGluZS9pbmRleC5qc2V4cG9ydCBkZWZhdWx0IHt9O1BLAwQUAA"
    "AAAAAAACEAhqYQNgUAAAAFAAAADAAAAGFzc2V0cy9hLnR4dGhlbGxvUEsBAhQDFAAAAAAAAAAhAEWq4LwSAAAAEgAAABAA"
    "AAAAAAAAAAAAAIABAAAAAHJvdXRpbmUvaW5kZXguanNQSwECFAMUAAAAAAAAACEAhqYQNgUAAAAFAAAADAAAAAAAAAAAAA"
    "AAgAFAAAAAYXNzZXRzL2EudHh0UEsFBgAAAAACAAIAeAAAAG8AAAAAAA==");
const QByteArray kNeither = QByteArray::fromBase64(
    "UEsDBBQAAAAAAAAAIQCGphA2BQAAAAUAAAAKAAAAcmVhZG1lLnR4dGhlbGxvUEsBAhQDFAAAAAAAAAAhAIamEDYFAAAABQ"
    "AAAAoAAAAAAAAAAAAAAIABAAAAAHJlYWRtZS50eHRQSwUGAAAAAAEAAQA4AAAALQAAAAAA");

/// Name, value, name, value, … separated by '|' in test tables.
acs3::Pairs pairs(const QByteArray &text)
{
    acs3::Pairs result;
    const QList<QByteArray> parts = text.split('|');
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2)
        result.append({parts[i], parts[i + 1]});
    return result;
}

QStringList listed(const SandboxClient &client, const QByteArray &routine)
{
    QStringList ids;
    const QJsonArray versions = client.call("ListRoutineCodeVersions", {{"Name", routine}})
                                    .json()
                                    .value("CodeVersions"_L1)
                                    .toArray();
    for (const QJsonValue &version : versions)
        ids.append(version["CodeVersion"_L1].toString());
    return ids;
}

} // namespace

class TestSandboxService : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aVersionIsMadePublishedAndReadBack()
    {
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        QCOMPARE(client.call("CreateRoutine", {{"Name", "hello"}}).text(u"Status"_s), u"OK"_s);

        const QString first = client.saveVersion("hello", "// 你好\n", "第一版");
        const QString second = client.saveVersion("hello", QByteArray(1 << 20, 'x'));

        QCOMPARE(first.size(), 19);
        QVERIFY(second > first);
        QCOMPARE(client.codeOf("hello", first), QByteArray("// 你好\n"));
        QCOMPARE(client.codeOf("hello", second), QByteArray(1 << 20, 'x'));
        QCOMPARE(listed(client, "hello"), (QStringList{second, first, u"unstable"_s}));
        const acs3::Pairs staging{
            {"Name", "hello"}, {"Env", "staging"}, {"CodeVersion", first.toUtf8()}};
        QCOMPARE(client.call("PublishRoutineCodeVersion", staging).text(u"CodeVersion"_s), first);
        const QJsonArray environments =
            client.call("GetRoutine", {{"Name", "hello"}}).json().value("Envs"_L1).toArray();
        QCOMPARE(environments[0]["CodeDeploy"_L1]["CodeVersions"_L1][0]["CodeVersion"_L1], first);
        QVERIFY(environments[1]["CodeDeploy"_L1].isUndefined());
        QCOMPARE(sandbox.sends(u"PostObject"_s), 2);
        QCOMPARE(sandbox.sends(u"CommitRoutineStagingCode"_s), 2);
    }

    void parametersMayTravelAnywhere_data()
    {
        QTest::addColumn<Position>("position");
        QTest::newRow("form") << Position::Form;
        QTest::newRow("query of a POST") << Position::Query;
        QTest::newRow("query of a GET") << Position::Get;
        QTest::newRow("JSON") << Position::Json;
        QTest::newRow("form in chunks") << Position::Chunked;
    }
    void parametersMayTravelAnywhere()
    {
        QFETCH(const Position, position);
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);

        const RawAnswer created = client.call(
            "CreateRoutine", {{"Name", "hello"}, {"Description", "a+b & 你好"}}, position);
        const RawAnswer read = client.call("GetRoutine", {{"Name", "hello"}}, position);

        QCOMPARE(created.status, 200);
        QCOMPARE(read.text(u"Description"_s), u"a+b & 你好"_s);
        QVERIFY(read.head.contains("content-type: application/json;charset=utf-8"));
        QVERIFY(read.head.contains(
            QByteArray("x-acs-request-id: " + read.text(u"RequestId"_s).toLower().toLatin1())));
    }

    void refusalsFollowTheContract_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *action, const char *parameters, const char *code,
                            int status = 400) {
            QTest::addRow("%s %s", action, parameters)
                << QByteArray(action) << QByteArray(parameters) << status
                << QString::fromLatin1(code);
        };
        row("CreateRoutine", "", "MissingName");
        row("CreateRoutine", "Name|hello", "RoutineAlreadyExist");
        for (const char *name : {"Name|a", "Name|Hello", "Name|1a", "Name|a_b", "Name|ab-",
                                 "Name|a b", "Name|aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
            row("CreateRoutine", name, "InvalidParameter");
        row("GetRoutine", "Name|other", "RoutineNotExist");
        row("DeleteRoutine", "Name|other", "RoutineNotExist");
        row("GetRoutineCodeVersion", "Name|hello", "MissingCodeVersion");
        row("GetRoutineCodeVersion", "Name|hello|CodeVersion|1", "ParameterNotExist");
        row("CommitRoutineStagingCode", "Name|hello", "ParameterNotExist");
        row("DeleteRoutineCodeVersion", "Name|hello|CodeVersion|1", "ParameterNotExist");
        row("ListRoutineCodeVersions", "Name|hello|PageNumber|3", "InvalidParameter");
        row("ListRoutineCodeVersions", "Name|hello|PageSize|0", "InvalidParameter");
        row("ListRoutineCodeVersions", "Name|hello|PageSize|x", "InvalidParameter");
        row("PublishRoutineCodeVersion", "Name|hello|CodeVersion|1", "MissingEnv");
        row("PublishRoutineCodeVersion", "Name|hello|Env|moon|CodeVersion|1", "InvalidParameter");
        row("PublishRoutineCodeVersion", "Name|hello|Env|production", "MissingCodeVersion");
        row("PublishRoutineCodeVersion", "Name|hello|Env|staging|CodeVersion|1",
            "ParameterNotExist");
        row("OpenErService", "", "ErService.HasOpened");
        row("GetRoutineAccessToken", "", "MissingName");
        row("ListRoutineRoutes", "", "MissingRoutineName");
        row("CreateRoutineRoute", "SiteId|1", "MissingRoutineName");
        row("NoSuchOperation", "", "InvalidApi.NotFound", 404);
    }
    void refusalsFollowTheContract()
    {
        QFETCH(const QByteArray, action);
        QFETCH(const QByteArray, parameters);
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        QCOMPARE(client.call("CreateRoutine", {{"Name", "hello"}}).status, 200);

        const RawAnswer answer = client.call(action, pairs(parameters));

        QTEST(answer.code(), "code");
        QTEST(answer.status, "status");
        QVERIFY(!answer.text(u"Message"_s).isEmpty());
        QVERIFY(!answer.text(u"HostId"_s).isEmpty());
        QVERIFY(answer.text(u"Recommend"_s).contains(answer.text(u"RequestId"_s)));
    }

    void splitsAreChecked_data()
    {
        QTest::addColumn<QByteArray>("versions");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *versions, const char *code) {
            QTest::newRow(name) << QByteArray(versions) << QString::fromLatin1(code);
        };
        row("90 to 10",
            R"([{"CodeVersion":"A","Percentage":90},{"CodeVersion":"B","Percentage":10}])", "");
        row("ids as numbers", R"([{"CodeVersion":A,"Percentage":100}])", "");
        row("percentages as text", R"([{"CodeVersion":"A","Percentage":"100"}])", "");
        row("sum 99", R"([{"CodeVersion":"A","Percentage":90},{"CodeVersion":"B","Percentage":9}])",
            "InvalidParameter");
        row("0 percent",
            R"([{"CodeVersion":"A","Percentage":100},{"CodeVersion":"B","Percentage":0}])",
            "InvalidParameter");
        row("half a percent",
            R"([{"CodeVersion":"A","Percentage":99.5},{"CodeVersion":"B","Percentage":0.5}])",
            "InvalidParameter");
        row("three",
            R"([{"CodeVersion":"A","Percentage":40},{"CodeVersion":"B","Percentage":30},{"CodeVersion":"B","Percentage":30}])",
            "InvalidParameter");
        row("twice the same",
            R"([{"CodeVersion":"A","Percentage":50},{"CodeVersion":"A","Percentage":50}])",
            "InvalidParameter");
        row("unknown", R"([{"CodeVersion":"1","Percentage":100}])", "ParameterNotExist");
        row("unstable", R"([{"CodeVersion":"unstable","Percentage":100}])", "InvalidParameter");
        row("empty", "[]", "InvalidParameter");
        row("not JSON", "A", "InvalidParameter");
    }
    void splitsAreChecked()
    {
        QFETCH(const QByteArray, versions);
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        QCOMPARE(client.call("CreateRoutine", {{"Name", "hello"}}).status, 200);
        QByteArray text = versions;
        text.replace("A", client.saveVersion("hello", "a").toUtf8());
        text.replace("B", client.saveVersion("hello", "b").toUtf8());

        const RawAnswer answer =
            client.call("CreateRoutineCodeDeployment", {{"Name", "hello"},
                                                        {"Env", "production"},
                                                        {"Strategy", "percentage"},
                                                        {"CodeVersions", text}});

        QTEST(answer.code(), "code");
    }

    void liveVersionsCannotBeDeleted()
    {
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        QCOMPARE(client.call("CreateRoutine", {{"Name", "hello"}}).status, 200);
        const QByteArray live = client.saveVersion("hello", "a").toUtf8();
        const QByteArray spare = client.saveVersion("hello", "b").toUtf8();
        const auto publish = [&](const QByteArray &id) {
            return client.call("PublishRoutineCodeVersion",
                               {{"Name", "hello"}, {"Env", "production"}, {"CodeVersion", id}});
        };
        const auto remove = [&](const QByteArray &id) {
            return client.call("DeleteRoutineCodeVersion",
                               {{"Name", "hello"}, {"CodeVersion", id}});
        };
        QCOMPARE(publish(live).status, 200);

        QCOMPARE(remove(live).code(), u"DependedByOthers"_s);
        QCOMPARE(publish(spare).status, 200);
        QCOMPARE(remove(live).status, 200);
        QCOMPARE(remove(live).code(), u"ParameterNotExist"_s);
        QCOMPARE(remove("unstable").code(), u"InvalidParameter"_s);
    }

    void quotasHold()
    {
        const SandboxFixture sandbox({u"--version-quota"_s, u"2"_s, u"--routine-quota"_s, u"1"_s});
        const SandboxClient client(sandbox);
        QCOMPARE(client.call("CreateRoutine", {{"Name", "hello"}}).status, 200);
        const QString first = client.saveVersion("hello", "1");
        QVERIFY(!client.saveVersion("hello", "2").isEmpty());

        const QString full = u"CodeVersionNumberExceedQuotaLimit"_s;
        QCOMPARE(client.call("GetRoutineStagingCodeUploadInfo", {{"Name", "hello"}}).code(), full);
        QCOMPARE(client.call("CommitRoutineStagingCode", {{"Name", "hello"}}).code(), full);
        QCOMPARE(client.call("CreateRoutineWithAssetsCodeVersion", {{"Name", "hello"}}).code(),
                 full);
        QCOMPARE(client.call("CreateRoutine", {{"Name", "other"}}).code(),
                 u"RoutineNumberExceedQuotaLimit"_s);
        QCOMPARE(client
                     .call("DeleteRoutineCodeVersion",
                           {{"Name", "hello"}, {"CodeVersion", first.toUtf8()}})
                     .status,
                 200);
        QVERIFY(!client.saveVersion("hello", "3").isEmpty());
    }

    void aRepeatedCommitMakesASecondVersion()
    {
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        QCOMPARE(client.call("CreateRoutine", {{"Name", "hello"}}).status, 200);
        const QString first = client.saveVersion("hello", "code", "as uploaded");

        const QString second =
            client.call("CommitRoutineStagingCode", {{"Name", "hello"}}).text(u"CodeVersion"_s);

        QVERIFY(second > first);
        QCOMPARE(client.codeOf("hello", second), QByteArray("code"));
        QCOMPARE(client.codeOf("hello", u"unstable"_s), QByteArray("code"));
    }

    void zipsBecomeVersions_data()
    {
        QTest::addColumn<QByteArray>("zip");
        QTest::addColumn<QString>("status");
        QTest::newRow("script and assets") << kScriptAndAssets << u"Available"_s;
        QTest::newRow("neither") << kNeither << u"Failed"_s;
        QTest::newRow("not a zip") << QByteArray("hello") << u"Failed"_s;
        QTest::newRow("cut") << kScriptAndAssets.left(60) << u"Failed"_s;
    }
    void zipsBecomeVersions()
    {
        QFETCH(const QByteArray, zip);
        QFETCH(const QString, status);
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        QCOMPARE(client.call("CreateRoutine", {{"Name", "hello"}}).status, 200);
        const RawAnswer made =
            client.call("CreateRoutineWithAssetsCodeVersion",
                        {{"Name", "hello"}, {"ExtraInfo", "{}"}}, Position::Json);
        QCOMPARE(made.text(u"Status"_s), u"Init"_s);
        const acs3::Pairs version{{"Name", "hello"},
                                  {"CodeVersion", made.text(u"CodeVersion"_s).toUtf8()}};

        QCOMPARE(client.postForm(SandboxClient::fieldsOf(made), zip).status, 204);

        const RawAnswer info = client.call("GetRoutineCodeVersionInfo", version, Position::Get);
        QCOMPARE(info.text(u"Status"_s), status);
        QCOMPARE(info.json().value("HasAssets"_L1).toBool(), status == "Available"_L1);
        if (status == "Available"_L1)
            QCOMPARE(client.codeOf("hello", made.text(u"CodeVersion"_s)),
                     QByteArray("export default {};"));
    }

    void formsAreCheckedByTheObjectStore_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *name, const char *field, const char *value, int status,
                            const char *code) {
            QTest::newRow(name) << QByteArray(field) << QByteArray(value) << status
                                << QByteArray(code);
        };
        row("signature", "Signature", "AAAA", 403, "SignatureDoesNotMatch");
        row("policy", "policy", "e30=", 403, "SignatureDoesNotMatch");
        row("key", "key", "other/index.js", 403, "AccessDenied");
        row("key id", "OSSAccessKeyId", "LTAIother", 403, "InvalidAccessKeyId");
        row("no policy", "policy", "", 400, "InvalidArgument");
        row("no key", "key", "", 400, "InvalidArgument");
        row("foreign callback", "callback", "e30=", 203, "CallbackFailed");
        row("broken callback", "callback", "!", 400, "InvalidArgument");
        row("no callback", "callback", "", 204, "");
        row("extra field", "success_action_status", "201", 200, "");
        row("plain description", "x:codeDescription", "plain & simple", 200, "");
    }
    void formsAreCheckedByTheObjectStore()
    {
        QFETCH(const QByteArray, field);
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, code);
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        QCOMPARE(client.call("CreateRoutine", {{"Name", "hello"}}).status, 200);
        acs3::Pairs fields = SandboxClient::fieldsOf(
            client.call("GetRoutineStagingCodeUploadInfo", {{"Name", "hello"}}));
        fields.removeIf([&](const auto &pair) { return pair.first == field; });
        if (!value.isEmpty())
            fields.prepend({field, value});

        const RawAnswer answer = client.postForm(fields, "code");

        QTEST(answer.status, "status");
        QVERIFY2(code.isEmpty() || answer.body.contains(QByteArray("<Code>" + code + "</Code>")),
                 answer.body.constData());
        const bool registered = answer.status == 200;
        QCOMPARE(listed(client, "hello"), registered ? QStringList{u"unstable"_s} : QStringList());
    }

    void filesAboveTheLimitAreRefused()
    {
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        QCOMPARE(client.call("CreateRoutine", {{"Name", "hello"}}).status, 200);
        const acs3::Pairs fields = SandboxClient::fieldsOf(
            client.call("GetRoutineStagingCodeUploadInfo", {{"Name", "hello"}}));

        QCOMPARE(client.postForm(fields, QByteArray(5'000'000, 'x')).status, 200);
        const RawAnswer answer = client.postForm(fields, QByteArray(5'300'000, 'x'));

        QCOMPARE(answer.status, 400);
        QVERIFY(answer.body.contains("<Code>EntityTooLarge</Code>"));
        QCOMPARE(client.codeOf("hello", u"unstable"_s).size(), 5'000'000);
    }

    void listsComeInPages()
    {
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        for (const char *name : {"alpha", "beta", "gamma"})
            QCOMPARE(client.call("CreateRoutine", {{"Name", name}}).status, 200);

        const QJsonObject page =
            client
                .call("ListUserRoutines", {{"PageNumber", "2"}, {"PageSize", "2"}}, Position::Query)
                .json();
        const QJsonObject found =
            client.call("ListUserRoutines", {{"SearchKeyWord", "amm"}}, Position::Get).json();

        QCOMPARE(page.value("Routines"_L1).toArray().size(), 1);
        QCOMPARE(page.value("TotalCount"_L1).toInt(), 3);
        QCOMPARE(found.value("Routines"_L1)[0]["RoutineName"_L1].toString(), u"gamma"_s);
    }

    void temporaryKeysExpire()
    {
        const SandboxFixture sandbox(
            {u"--security-token"_s, u"token"_s, u"--token-expires"_s, u"2020-01-01T00:00:00Z"_s});
        SandboxClient client(sandbox);

        QCOMPARE(client.call("GetErService").code(), u"MissingSecurityToken"_s);
        client.credentials().securityToken = Secret("other");
        QCOMPARE(client.call("GetErService").code(), u"InvalidSecurityToken.Malformed"_s);
        client.credentials().securityToken = Secret("token");
        QCOMPARE(client.call("GetErService").code(), u"InvalidSecurityToken.Expired"_s);
    }

    void webPagesAreTurnedAway_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("origin") << QByteArray("Origin: null");
        QTest::newRow("fetch metadata") << QByteArray("Sec-Fetch-Site: cross-site");
    }
    void webPagesAreTurnedAway()
    {
        QFETCH(const QByteArray, header);
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        QByteArray request = client.signedRequest("CreateRoutine", {{"Name", "hello"}});
        request.replace("HTTP/1.1\r\n", QByteArray("HTTP/1.1\r\n" + header + "\r\n"));

        QCOMPARE(client.exchange(request).status, 403);
        QCOMPARE(client.call("GetRoutine", {{"Name", "hello"}}).code(), u"RoutineNotExist"_s);
    }

    void samplesArriveOnceAndReadable()
    {
        SandboxFixture sandbox({u"--sample"_s});
        const SandboxClient client(sandbox);
        const QJsonArray routines =
            client.call("ListUserRoutines").json().value("Routines"_L1).toArray();
        QVERIFY(routines.size() >= 3);
        for (const QJsonValue &routine : routines) {
            const QByteArray name = routine["RoutineName"_L1].toString().toUtf8();
            const QStringList versions = listed(client, name);
            QVERIFY(versions.size() >= 5);
            for (const QString &version : versions)
                QVERIFY(client.codeOf(name, version).size() > 100);
        }

        sandbox.killAndRestart({u"--sample"_s});

        QCOMPARE(client.call("ListUserRoutines").json().value("Routines"_L1).toArray().size(),
                 routines.size());
    }
};

QTEST_GUILESS_MAIN(TestSandboxService)
#include "tst_sandboxservice.moc"
