// SPDX-License-Identifier: GPL-3.0-or-later
#include "../sandbox/sandboxclient.h"
#include "cloud/esa/esareach.h"
#include "cloud/esa/esaservice.h"
#include "cloud/jsonreader.h"
#include "support/testing.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::SandboxClient;
using test::SandboxFixture;

namespace {

/// With ' for ", because moc does not understand raw strings inside macros.
QList<QJsonObject> pages(QByteArray text)
{
    const Result<QJsonObject> object = json::parseObject(text.replace('\'', '"'));
    return object ? QList<QJsonObject>{*object} : QList<QJsonObject>();
}

QStringList names(const QList<EnvironmentVariable> &variables)
{
    QStringList names;
    for (const EnvironmentVariable &variable : variables)
        names.append(variable.name + (variable.isSecret ? u"!"_s : QString()));
    return names;
}

} // namespace

/// What a routine reaches and its variables: decoded, and asked of the sandbox.
class EsaReachTest : public QObject {
    Q_OBJECT

private:
    QNetworkAccessManager m_network;

    std::unique_ptr<EsaService> connectTo(const SandboxFixture &sandbox)
    {
        return std::make_unique<EsaService>(
            m_network,
            ServiceConfig{.endpoint = sandbox.endpoint(), .credentials = sandbox.credentials()},
            ClientSettings{.transport = {.stall = 20s, .deadline = 25s},
                           .retry = {.tries = 2, .firstDelay = 1ms, .longestDelay = 5ms}});
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void rulesReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *rule, const char *text) {
            QTest::newRow(name) << QString::fromLatin1(rule) << QString::fromLatin1(text);
        };
        row("exact", R"((http.host eq "a.example.com" and http.request.uri.path eq "/x"))",
            "a.example.com/x");
        row("prefix",
            R"((http.host eq "a.example.com" and starts_with(http.request.uri.path, "/x/")))",
            "a.example.com/x/*");
        row("suffix", R"((ends_with(http.host, ".example.com") and http.request.uri.path eq "/x"))",
            "*.example.com/x");
        row("both",
            R"( (ends_with(http.host, ".example.com") and starts_with(http.request.uri.path,"/")) )",
            "*.example.com/*");
        row("custom", R"((ip.src eq 192.0.2.1))", "(ip.src eq 192.0.2.1)");
        row("three parts", R"((http.host eq "a" and http.request.uri.path eq "/" and ip.src eq 1))",
            R"((http.host eq "a" and http.request.uri.path eq "/" and ip.src eq 1))");
        row("nothing", "", "");
    }

    void rulesReadAsPeopleWriteThem()
    {
        QFETCH(const QString, rule);

        QTEST(esa::routeText(rule), "text");
    }

    void onlyRoutesThatBringTrafficCount()
    {
        const Result<QStringList> routes = esa::routes(pages(
            "{'TotalCount':5,'Configs':["
            "{'RouteName':'one','Rule':'(ip.src eq 1)','RouteEnable':'on','Bypass':'off'},"
            "{'RouteName':'off','Rule':'(ip.src eq 2)','RouteEnable':'off'},"
            "{'RouteName':'bypassed','Rule':'(ip.src eq 3)','RouteEnable':'on','Bypass':'ON'},"
            "{'RouteName':'again','Rule':'(ip.src eq 1)'},"
            "{'RouteName':'without a rule'}]}"));

        QVERIFY_RESULT(routes);
        QCOMPARE(*routes, (QStringList{u"(ip.src eq 1)"_s, u"without a rule"_s}));
    }

    void hostsAreListedOnce()
    {
        const Result<QStringList> hosts = esa::relatedHosts(
            pages("{'TotalCount':'3','RelatedRecords':[{'RecordName':' www.example.com '},"
                  "{'RecordName':'www.example.com'},{'RecordId':7}]}"));

        QVERIFY_RESULT(hosts);
        QCOMPARE(*hosts, QStringList{u"www.example.com"_s});
    }

    void aListThatIsCutIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("routes") << QByteArray("{'TotalCount':2,'Configs':[{'RouteName':'one'}]}");
        QTest::newRow("nothing at all") << QByteArray("{'TotalCount':1}");
    }

    void aListThatIsCutIsNoAnswer()
    {
        QFETCH(const QByteArray, json);

        const Result<QStringList> routes = esa::routes(pages(json));
        const Result<QStringList> hosts = esa::relatedHosts(pages(json));
        const Result<QList<EnvironmentVariable>> variables = esa::variables(pages(json));

        for (const Error &error : {routes.error(), hosts.error(), variables.error()})
            QCOMPARE(error.code, ErrorCode::InvalidResponse);
    }

    void variablesAreNamesAndTypes()
    {
        const Result<QList<EnvironmentVariable>> variables = esa::variables(
            pages("{'TotalCount':3,'EnvironmentVariables':{'b':{'Type':'plain_text','Value':'x'},"
                  "'A':{'Type':'secret_text','Value':'hush'},'c':'odd'}}"));

        QVERIFY_RESULT(variables);
        QCOMPARE(names(*variables), (QStringList{u"A!"_s, u"b"_s, u"c"_s}));
    }

    void theSandboxTellsWhatIsReached()
    {
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        const auto service = connectTo(sandbox);
        QVERIFY(test::wait(service->createRoutine(u"hello"_s, QString())));
        Result<QStringList> reach = test::wait(service->fetchReach(u"hello"_s));
        QVERIFY_RESULT(reach);
        QCOMPARE(*reach, QStringList());
        QCOMPARE(client
                     .call("CreateRoutineRoute",
                           {{"SiteId", siteId(client)},
                            {"RoutineName", "hello"},
                            {"RouteName", "shop"},
                            {"RouteEnable", "on"},
                            {"Rule", "(http.host eq \"www.example.com\" and "
                                     "starts_with(http.request.uri.path, \"/shop/\"))"}},
                           test::Position::Query)
                     .status,
                 200);
        QCOMPARE(client
                     .call("CreateRoutineRelatedRecord", {{"Name", "hello"},
                                                          {"RecordName", "er.example.com"},
                                                          {"SiteId", siteId(client)}})
                     .status,
                 200);

        reach = test::wait(service->fetchReach(u"hello"_s));

        QVERIFY_RESULT(reach);
        QCOMPARE(*reach, (QStringList{u"www.example.com/shop/*"_s, u"er.example.com"_s}));
        QVERIFY(!test::wait(service->fetchReach(u"nobody"_s)));
    }

    void theSandboxTellsMoreVariablesThanFitOnAPage()
    {
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        const auto service = connectTo(sandbox);
        QVERIFY(service->capabilities().environmentVariables);
        QVERIFY(test::wait(service->createRoutine(u"hello"_s, QString())));
        QByteArray map;
        for (int i = 0; i < 25; ++i)
            map += (map.isEmpty() ? "" : ",") + QByteArray("\"V") + QByteArray::number(100 + i)
                   + "\":{\"Type\":\"secret_text\",\"Value\":\"x\"}";
        QCOMPARE(
            client
                .call("SetRoutineEnvironmentVariables", {{"Name", "hello"},
                                                         {"Env", "production"},
                                                         {"EnvironmentVariables", '{' + map + '}'}})
                .status,
            200);

        const auto variables = test::wait(service->fetchVariables(u"hello"_s, kProduction));
        const auto none = test::wait(service->fetchVariables(u"hello"_s, kStaging));

        QVERIFY_RESULT(variables);
        QCOMPARE(variables->size(), 25);
        QCOMPARE(variables->first(), (EnvironmentVariable{.name = u"V100"_s, .isSecret = true}));
        QVERIFY_RESULT(none);
        QVERIFY(none->isEmpty());
    }

    void versionsTellWhoseVariablesTheyCarry_data()
    {
        QTest::addColumn<QString>("variablesOf");
        QTest::addColumn<bool>("carries");
        QTest::newRow("an environment with some") << QString(kProduction) << true;
        QTest::newRow("an environment without any") << QString(kStaging) << false;
        QTest::newRow("nobody's") << QString() << false;
    }

    void versionsTellWhoseVariablesTheyCarry()
    {
        QFETCH(const QString, variablesOf);
        QFETCH(const bool, carries);
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        const auto service = connectTo(sandbox);
        QVERIFY(test::wait(service->createRoutine(u"hello"_s, QString())));
        QCOMPARE(
            client
                .call("SetRoutineEnvironmentVariables",
                      {{"Name", "hello"},
                       {"Env", "production"},
                       {"EnvironmentVariables", R"({"KEY":{"Type":"plain_text","Value":"x"}})"}})
                .status,
            200);
        QVERIFY(!client.saveVersion("hello", "export default {};").isEmpty());
        const int before = sandbox.sends(u"CommitRoutineStagingCode"_s);

        const auto id = test::wait(service->commitUpload(u"hello"_s, u"说明"_s, variablesOf));
        const auto list = test::wait(service->listVersions(u"hello"_s));

        QVERIFY_RESULT(id);
        QVERIFY_RESULT(list);
        QCOMPARE(sandbox.sends(u"CommitRoutineStagingCode"_s), before + 1);
        QCOMPARE(list->versions.at(0).id, *id);
        QCOMPARE(list->versions.at(0).variablesOf, variablesOf);
        QCOMPARE(list->versions.at(0).hasVariables, carries);
        QCOMPARE(list->versions.at(1).variablesOf, QString()); // official tools send none
        QVERIFY(!list->versions.at(1).hasVariables);
    }

private:
    static QByteArray siteId(const SandboxClient &client)
    {
        const QJsonObject answer = client.call("ListSites", {}, test::Position::Get).json();
        const QJsonValue site = answer.value(u"Sites"_s)[0];
        return QByteArray::number(site[u"SiteId"_s].toInteger());
    }
};

QTEST_GUILESS_MAIN(EsaReachTest)
#include "tst_esareach.moc"
