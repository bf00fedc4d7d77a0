// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/rpcsignature.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

acs3::Pairs pairs(const QJsonValue &array)
{
    acs3::Pairs pairs;
    const QJsonArray items = array.toArray();
    for (const QJsonValue &value : items)
        pairs.emplaceBack(value[0].toString().toUtf8(), value[1].toString().toUtf8());
    return pairs;
}

} // namespace

class RpcSignatureTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void officialRequestsAreSignedAlike_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        QFile file(QStringLiteral(EDGEWRIGHT_TEST_DATA "/vectors.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray vectors =
            QJsonDocument::fromJson(file.readAll()).object().value("rpc"_L1).toArray();
        for (const QJsonValue &vector : vectors)
            QTest::newRow(qPrintable(vector["id"_L1].toString())) << vector.toObject();
        QVERIFY(vectors.size() >= 10);
    }
    void officialRequestsAreSignedAlike()
    {
        QFETCH(const QJsonObject, vector);
        const QJsonValue request = vector.value("request"_L1);
        const QJsonValue expected = vector.value("expected"_L1);
        const Secret secret(vector["credentials"_L1]["accessKeySecret"_L1].toString().toUtf8());

        const QByteArray text =
            rpc::stringToSign(request["method"_L1].toString().toUtf8(),
                              pairs(request["query"_L1]) + pairs(request["form"_L1]));

        QCOMPARE(text, expected["stringToSign"_L1].toString().toUtf8());
        QCOMPARE(rpc::signature(text, secret), expected["signature"_L1].toString().toUtf8());
    }

    void aTemporaryTokenIsAmongTheParameters()
    {
        Credentials credentials{.accessKeyId = u"id"_s, .accessKeySecret = Secret("secret")};
        const rpc::Envelope envelope{.action = "DescribeRoutine",
                                     .version = "2018-01-15",
                                     .nonce = "once",
                                     .time = QDateTime::fromSecsSinceEpoch(0, Qt::UTC)};

        const acs3::Pairs permanent = rpc::commonParameters(envelope, credentials);
        credentials.securityToken = Secret("token");
        const acs3::Pairs temporary = rpc::commonParameters(envelope, credentials);

        QVERIFY(!permanent.contains({"SecurityToken", "token"}));
        QVERIFY(temporary.contains({"SecurityToken", "token"}));
        QVERIFY(temporary.contains({"Timestamp", "1970-01-01T00:00:00Z"}));
    }
};

QTEST_GUILESS_MAIN(RpcSignatureTest)
#include "tst_rpcsignature.moc"
