// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/esa/esadecoder.h"
#include "cloud/jsonreader.h"
#include "support/testing.h"
#include "text/codebody.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const QByteArray &text)
{
    const Result<QJsonObject> object = json::parseObject(text);
    if (!object)
        QTest::qFail(qPrintable(object.error().detail), __FILE__, __LINE__);
    return object ? *object : QJsonObject();
}

/// With ' for ", because moc does not understand raw strings inside macros.
QJsonObject simple(QByteArray text)
{
    return object(text.replace('\'', '"'));
}

QDateTime utc(int year, int month, int day, int hour, int minute, int second, int ms = 0)
{
    return {QDate(year, month, day), QTime(hour, minute, second, ms), Qt::UTC};
}

} // namespace

class EsaDecoderTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsARoutineWithItsDeployments()
    {
        const Result<Routine> routine = esa::routine(u"r"_s, object(R"({ "RequestId":"E",
            "Description":"ZWRpdCByb3V0aW5lIGNvbmZpZyBkZXNjcmlwdGlvbg",
            "CreateTime":"2024-03-11T01:23:21Z", "HasAssets":false,
            "DefaultRelatedRecord":"routine1.example.com",
            "Envs":[ { "Env":"production", "CodeDeploy":{ "DeployId":"589267",
                "CreationTime":"2023-05-11T09:21:36Z","Strategy":"percentage",
                "CodeVersions":[ {"CodeVersion":"1746583193971399525","Percentage":90},
                                 {"CodeVersion":1746583193971399526,"Percentage":"10"} ] } },
                { "Env":"staging" } ] })"));

        QVERIFY_RESULT(routine);
        QCOMPARE(routine->name, u"r"_s);
        QCOMPARE(routine->description, u"edit routine config description"_s);
        QCOMPARE(routine->createdAt, utc(2024, 3, 11, 1, 23, 21));
        QCOMPARE(routine->defaultHost, u"routine1.example.com"_s);
        QCOMPARE(routine->deployments.size(), 2);
        const Deployment production = routine->deploymentIn(kProduction);
        QCOMPARE(production.deploymentId, u"589267"_s);
        QCOMPARE(production.createdAt, utc(2023, 5, 11, 9, 21, 36));
        QCOMPARE(production.shares, (QList<VersionShare>{{u"1746583193971399525"_s, 90},
                                                         {u"1746583193971399526"_s, 10}}));
        QVERIFY(routine->deploymentIn(kStaging).shares.isEmpty());
    }

    void readsOlderShapesOfDeployments()
    {
        const Result<Routine> routine = esa::routine(u"r"_s, object(R"({"Envs":[
            {"Env":"Staging","CodeVersion":"","SpecName":"50ms"},
            {"Env":"production","CodeVersion":1710120201067203300,
             "CanaryCodeVersion":"1710120201067203301","CanaryAreaList":["Beijing","Shanghai"]}]})"));

        QVERIFY_RESULT(routine);
        QCOMPARE(routine->deployments.size(), 4);
        QVERIFY(routine->deploymentIn(kStaging).shares.isEmpty());
        QCOMPARE(routine->deploymentIn(kProduction).shares,
                 (QList<VersionShare>{{u"1710120201067203300"_s, 100}}));
        QCOMPARE(routine->deploymentIn(u"Shanghai"_s).shares,
                 (QList<VersionShare>{{u"1710120201067203301"_s, 100}}));
    }

    void survivesMissingAndWrongObjects_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json :
             {"{}", R"({"Envs":null})", R"({"Envs":{}})", R"({"Envs":[null,1,"x",[]]})",
              R"({"Envs":[{"Env":"production","CodeDeploy":null}]})",
              R"({"Envs":[{"Env":"production","CodeDeploy":{"CodeVersions":null}}]})",
              R"({"Envs":[{"Env":"production","CodeDeploy":{"CodeVersions":[null,{}]}}]})"})
            QTest::addRow("%s", json) << QByteArray(json);
    }

    void survivesMissingAndWrongObjects()
    {
        QFETCH(const QByteArray, json);
        const Result<Routine> routine = esa::routine(u"r"_s, object(json));
        QVERIFY_RESULT(routine);
        QVERIFY(routine->deploymentIn(kProduction).shares.isEmpty());
        QVERIFY(esa::versionList({object(json)}));
        QVERIFY(esa::routineList({object(json)}));
        QVERIFY(esa::quota(object(json)));
        QVERIFY(!esa::body(u"1"_s, object(json)));
        QVERIFY(!esa::uploadForm(object(json)));
        QVERIFY(!esa::committedVersion(object(json)));
        QVERIFY(!esa::accessToken(object(json)));
        QCOMPARE(esa::serviceState(object(json)), ServiceState::Unknown);
    }

    void anInexactVersionIdIsAnErrorEverywhere()
    {
        const QByteArray item = R"({"CodeVersion":1.5})";
        QVERIFY(!esa::committedVersion(object(item)));
        const QByteArray list = "{\"CodeVersions\":[" + item + "]}";
        QVERIFY(!esa::versionList({object(list)}));
        const QByteArray environments = "{\"Envs\":[{\"CodeDeploy\":" + list + "}]}";
        QVERIFY(!esa::routine(u"r"_s, object(environments)));
    }

    void listsVersionsNewestFirstAndTheUnstableOneLast()
    {
        const Result<VersionList> list =
            esa::versionList({object(R"({"TotalCount":4,"CodeVersions":[
                {"CodeVersion":"unstable","CodeDescription":"","CreateTime":"2025-01-01T00:00:00Z"},
                {"CodeVersion":"11","CodeDescription":"test ver code desc\n",
                 "CreateTime":"2024-04-16T09:42:47Z\n","Status":"Available"},
                {"CodeVersion":12,"CreateTime":"2024-04-16T09:42:48.5Z","Status":"Init"}]})"),
                              object(R"({"TotalCount":4,"codeVersions":[
                {"CodeVersion":"12","CreateTime":"2024-04-16T09:42:48.5Z","Status":"Init"},
                {"codeVersion":"13","CreateTime":"junk","Status":"BuildFailed","HasAssets":true}]})")});

        QVERIFY_RESULT(list);
        QVERIFY(list->complete);
        QCOMPARE(list->versions.size(), 4);
        QCOMPARE(list->versions[0].id, u"12"_s);
        QCOMPARE(list->versions[0].createdAt, utc(2024, 4, 16, 9, 42, 48, 500));
        QCOMPARE(list->versions[0].state, VersionState::Preparing);
        QCOMPARE(list->versions[1].id, u"11"_s);
        QCOMPARE(list->versions[1].description, u"test ver code desc"_s);
        QCOMPARE(list->versions[1].state, VersionState::Ready);
        QCOMPARE(list->versions[2].id, u"13"_s);
        QCOMPARE(list->versions[2].state, VersionState::Failed);
        QVERIFY(list->versions[2].hasAssets);
        QVERIFY(!list->versions[2].createdAt.isValid());
        QVERIFY(list->versions[3].isUnstable);
    }

    void saysWhenTheServiceHoldsMoreThanItLists()
    {
        const QByteArray page = R"({"TotalCount":"41","CodeVersions":[{"CodeVersion":"1"}]})";
        const Result<VersionList> list = esa::versionList({object(page)});
        QVERIFY_RESULT(list);
        QVERIFY(!list->complete);
    }

    void readsTheListOfRoutines()
    {
        const Result<RoutineList> list = esa::routineList({object(R"({"TotalCount":2,
            "UsedRoutineNumber":2,"QuotaRoutineNumber":20,"Routines":[
            {"RoutineName":"a","Description":"ZWRpdCByb3V0aW5lIGNvbmZpZyBkZXNjcmlwdGlvbg==",
             "CreateTime":"2024-03-11T01:23:02.883361712Z",
             "DefaultRelatedRecord":"a.er.aliyun-esa.net"},
            {"RoutineName":"b","Description":"plain words","HasAssets":true},
            {"RoutineName":"a"},{"Description":"nameless"}]})")});

        QVERIFY_RESULT(list);
        QCOMPARE(list->routines.size(), 2);
        QCOMPARE(list->used, 2);
        QCOMPARE(list->quota, 20);
        QVERIFY(list->complete);
        QCOMPARE(list->routines[0].description, u"edit routine config description"_s);
        QCOMPARE(list->routines[0].createdAt, utc(2024, 3, 11, 1, 23, 2, 883));
        QCOMPARE(list->routines[1].description, u"plain words"_s);
        QVERIFY(list->routines[1].hasAssets);
    }

    void theDocumentationsOwnSampleIsRecognisedAsAMissingFile()
    {
        const QByteArray document =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <Code>NoSuchKey</Code>\n"
            "  <Message>The specified key does not exist.</Message>\n</Error>\n\n";
        QByteArray code = document.toBase64(QByteArray::OmitTrailingEquals);
        QVERIFY(code.startsWith("PD94bWwgdmVyc2lvbj0i"));
        QCOMPARE(code.size() % 4, 3);
        QByteArray sample = R"({"RequestId":"EDBD3EB3-97DA-5465-AEF5-8DCA5DC5E395",
            "CodeDescription":"test ver code desc\n","CreateTime":"2024-03-11T01:23:21Z\n",
            "RoutineCode":"@"})";
        const Result<VersionBody> body = esa::body(u"1"_s, object(sample.replace('@', code)));

        QVERIFY_RESULT(body);
        QCOMPARE(body->bytes, document);
        QCOMPARE(body->description, u"test ver code desc"_s);
        QCOMPARE(body->createdAt, utc(2024, 3, 11, 1, 23, 21));
        QCOMPARE(judgeBody(body->bytes).kind, BodyKind::ObjectStoreError);
    }

    void keepsBodiesByteForByte_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("Chinese") << QByteArray("// \xe5\x87\xbd\xe6\x95\xb0\r\nexport default {};");
        QTest::newRow("every byte") << [] {
            QByteArray all;
            for (int i = 0; i < 256; ++i)
                all += static_cast<char>(i);
            return all;
        }();
        QTest::newRow("a megabyte") << QByteArray(1'000'001, 'x');
    }

    void keepsBodiesByteForByte()
    {
        QFETCH(const QByteArray, bytes);
        for (const QByteArray &text :
             {bytes.toBase64(), bytes.toBase64(QByteArray::OmitTrailingEquals),
              bytes.toBase64(QByteArray::Base64UrlEncoding)})
        {
            const Result<VersionBody> body =
                esa::body(u"1"_s, QJsonObject{{u"routineCode"_s, QString::fromLatin1(text)}});
            QVERIFY_RESULT(body);
            QCOMPARE(body->bytes, bytes);
        }
    }

    void aCutBodyIsAnError()
    {
        const Result<VersionBody> body = esa::body(u"1"_s, object(R"({"RoutineCode":"aGVsb"})"));
        QVERIFY(!body);
        QCOMPARE(body.error().code, ErrorCode::InvalidResponse);
        QVERIFY(body.error().detail.contains(u"cut"_s));
    }

    void passesEveryMemberOfTheUploadFormOn()
    {
        const QByteArray policy =
            QByteArray(R"({"expiration":"2030-01-01T12:00:00Z","conditions":[]})").toBase64();
        QByteArray sample = R"({"CodeVersion":1710120201067203300,"OssPostConfig":{
            "Url":"http://bkt.oss-cn-hangzhou.aliyuncs.com","OSSAccessKeyId":"xxx",
            "XOssSecurityToken":"","key":"a/b.js","callback":"xxx=","none":null,
            "x:codeDescription":"xxx=","success_action_status":200,"Signature":"s",
            "policy":"@"}})";
        const Result<UploadForm> form = esa::uploadForm(object(sample.replace('@', policy)));

        QVERIFY_RESULT(form);
        QCOMPARE(form->url, QUrl(u"http://bkt.oss-cn-hangzhou.aliyuncs.com"_s));
        QCOMPARE(form->expiresAt, utc(2030, 1, 1, 12, 0, 0));
        QCOMPARE(form->fields.size(), 8);
        QVERIFY(form->fields.contains(
            std::pair<QByteArray, QByteArray>("success_action_status", "200")));
        QVERIFY(form->fields.contains(std::pair<QByteArray, QByteArray>("policy", policy)));
        QVERIFY(form->fields.contains(std::pair<QByteArray, QByteArray>("XOssSecurityToken", "")));
        QVERIFY(!esa::uploadForm(simple("{'OssPostConfig':{'Url':'http://b','key':['a']}}")));
        QVERIFY(!esa::uploadForm(simple("{'OssPostConfig':{'key':'a'}}")));
    }

    void readsTheSmallAnswers()
    {
        QCOMPARE(esa::serviceState(simple("{'Status':'Running'}")), ServiceState::Running);
        QCOMPARE(esa::serviceState(simple("{'status':'online'}")), ServiceState::Running);
        QCOMPARE(esa::serviceState(simple("{'Status':'Creating'}")), ServiceState::Creating);
        QCOMPARE(esa::serviceState(simple("{'Status':'NotOpened'}")), ServiceState::NotOpened);
        QCOMPARE(esa::serviceState(simple("{'Status':'?'}")), ServiceState::Unknown);
        QCOMPARE(*esa::committedVersion(simple("{'CodeVersion':1723599747213377175}")),
                 u"1723599747213377175"_s);
        const Result<Quota> quota = esa::quota(object(
            R"({"PlanInfo":[{"PlanName":"x","ErRoutineQuota":"100","ErRoutineCodeVersionQuota":"20"}]})"));
        QCOMPARE(quota->versionsPerRoutine, 20);
        QCOMPARE(quota->routines, 100);
        QCOMPARE(esa::stagingAddresses(simple("{'IPV4':['1.2.3.4',5,'1.2.3.5']}")),
                 (QStringList{u"1.2.3.4"_s, u"1.2.3.5"_s}));
        const Result<AccessToken> token =
            esa::accessToken(object(R"({"Token":"a.b.c","DefaultRelatedRecord":"h"})"));
        QCOMPARE(token->token, "a.b.c");
        QCOMPARE(token->defaultHost, u"h"_s);
        QVERIFY(esa::acknowledgement(simple("{'Status':'OK'}")));
        QVERIFY(esa::acknowledgement(object("{}")));
        const Result<> failed = esa::acknowledgement(object(R"({"Status":"Fail"})"));
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::ServiceFailure);
    }
};

QTEST_GUILESS_MAIN(EsaDecoderTest)
#include "tst_esadecoder.moc"
