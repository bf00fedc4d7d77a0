// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/probeclient.h"
#include "sandboxclient.h"
#include "support/testing.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace edgewright;
using namespace Qt::StringLiterals;
using test::SandboxClient;
using test::SandboxFixture;
using test::wait;

class TrafficTest : public QObject {
    Q_OBJECT

private:
    ProbeClient m_client;

    static QUrl url(const SandboxFixture &sandbox, const QString &host, const QString &rest)
    {
        return QUrl(u"http://%1:%2%3"_s.arg(host).arg(sandbox.endpoint().url().port()).arg(rest));
    }

    Result<ProbeAnswer> visit(const QUrl &url, const QString &address = u"127.0.0.1"_s)
    {
        return wait(m_client.send({.url = url, .address = ipAddress(address)}));
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void eachEnvironmentAnswersAtItsAddress()
    {
        const SandboxFixture sandbox({u"--sample"_s});
        const SandboxClient api(sandbox);
        const QJsonObject staging = api.call("GetRoutineStagingEnvIp").json();
        QCOMPARE(staging.value("IPV4"_L1).toArray().at(0).toString(), u"127.0.0.2"_s);
        const QUrl target = url(sandbox, u"www.example.com"_s, u"/old-shop/x"_s);

        const Result<ProbeAnswer> production = visit(target);
        const Result<ProbeAnswer> pinned = visit(target, u"127.0.0.2"_s);

        QVERIFY_RESULT(production);
        QVERIFY_RESULT(pinned);
        QCOMPARE(production->header("x-edgewright-environment"), QByteArray("production"));
        QCOMPARE(pinned->header("x-edgewright-environment"), QByteArray("staging"));
        QVERIFY(!production->header("x-edgewright-version").isEmpty());
        QVERIFY(production->body.contains(production->header("x-edgewright-version")));
        QVERIFY(production->header("x-edgewright-version")
                != pinned->header("x-edgewright-version"));
        QCOMPARE(sandbox.sends(u"Traffic"_s), 1);
        QCOMPARE(sandbox.sends(u"StagingTraffic"_s), 1);
    }

    void theDefaultHostWantsAToken()
    {
        const SandboxFixture sandbox({u"--sample"_s});
        const SandboxClient api(sandbox);
        const QJsonObject answer =
            api.call("GetRoutineAccessToken", {{"Name", "www-redirects"}}).json();
        const QString host = answer.value("DefaultRelatedRecord"_L1).toString();
        const QString token = answer.value("Token"_L1).toString();

        const auto status = [&](const QString &where, const QString &query) {
            const Result<ProbeAnswer> visited = visit(url(sandbox, where, query));
            return visited ? visited->status : 0;
        };

        QCOMPARE(status(host, u"/"_s), 401);
        QCOMPARE(status(host, u"/?esa_er_token="_s + token), 200);
        QCOMPARE(status(host, u"/?a=b&esa_er_token="_s + token.chopped(3)), 401);
        const QString other = u"img-resize"_s + host.sliced(host.indexOf(u'.'));
        QCOMPARE(status(other, u"/?esa_er_token="_s + token), 401);
    }

    void whatNoRoutineHasIsNoTraffic()
    {
        const SandboxFixture sandbox({u"--sample"_s});

        const Result<ProbeAnswer> unknown = visit(url(sandbox, u"www.elsewhere.example"_s, u"/"_s));
        const Result<ProbeAnswer> staging =
            visit(url(sandbox, u"www.elsewhere.example"_s, u"/"_s), u"127.0.0.2"_s);

        QVERIFY_RESULT(unknown);
        QVERIFY_RESULT(staging);
        QVERIFY(unknown->header("x-edgewright-version").isEmpty());
        QCOMPARE(staging->status, 404);
        QCOMPARE(sandbox.sends(u"Traffic"_s), 0);
    }

    void faultsReachVisitors()
    {
        const SandboxFixture sandbox({u"--sample"_s, u"--fault"_s, u"Traffic:status:503@1"_s,
                                      u"--fault"_s, u"Traffic:reset@2"_s});
        const QUrl target = url(sandbox, u"www.example.com"_s, u"/old-shop/x"_s);

        const Result<ProbeAnswer> first = visit(target);
        const Result<ProbeAnswer> second = visit(target);
        const Result<ProbeAnswer> third = visit(target);

        QVERIFY_RESULT(first);
        QCOMPARE(first->status, 503);
        QVERIFY(!second);
        QVERIFY_RESULT(third);
        QCOMPARE(third->status, 200);
    }
};

QTEST_GUILESS_MAIN(TrafficTest)
#include "tst_traffic.moc"
