// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxclient.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace edgewright;
using edgewright::test::RawAnswer;
using edgewright::test::SandboxClient;
using edgewright::test::SandboxFixture;

/// What the official clients depend on without the contract saying so.
class TestClientHabits : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void thePageAfterTheLastSiteHasNoListSoThatPagingEnds()
    {
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);

        const RawAnswer first = client.call("ListSites", {{"PageNumber", "1"}});
        const RawAnswer beyond = client.call("ListSites", {{"PageNumber", "99"}});
        const RawAnswer nothing = client.call(
            "ListSites", {{"SiteName", "no-such-site.example"}, {"SiteSearchType", "exact"}});

        QVERIFY(!first.json().value("Sites"_L1).toArray().isEmpty());
        QCOMPARE(beyond.status, 200);
        QVERIFY(!beyond.json().contains("Sites"_L1));
        QVERIFY(nothing.json().value("Sites"_L1).isArray());
    }

    void anEmptyFileIsNoCode()
    {
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        QCOMPARE(client.call("CreateRoutine", {{"Name", "hello"}}).status, 200);
        const RawAnswer info = client.call("GetRoutineStagingCodeUploadInfo", {{"Name", "hello"}});

        const RawAnswer answer = client.postForm(SandboxClient::fieldsOf(info), "");

        QCOMPARE(answer.status, 400);
        QVERIFY(answer.body.contains("<Code>EntityTooSmall</Code>"));
        QCOMPARE(client.call("CommitRoutineStagingCode", {{"Name", "hello"}}).status, 400);
    }

    void optionsThatAreNoObjectAreRefused()
    {
        const SandboxFixture sandbox;
        const SandboxClient client(sandbox);
        QCOMPARE(client.call("CreateRoutine", {{"Name", "hello"}}).status, 200);

        const RawAnswer answer = client.call("CreateRoutineWithAssetsCodeVersion",
                                             {{"Name", "hello"}, {"ConfOptions", "{bad"}});

        QCOMPARE(answer.code(), u"InvalidParameter"_s);
    }
};

QTEST_GUILESS_MAIN(TestClientHabits)
#include "tst_clienthabits.moc"
