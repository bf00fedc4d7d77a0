// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/requestsigner.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

QJsonObject vectors()
{
    QFile file(QStringLiteral(EDGEWRIGHT_TEST_DATA "/vectors.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

acs3::Pairs pairs(const QJsonArray &array)
{
    acs3::Pairs pairs;
    for (const QJsonValue &value : array)
        pairs.emplaceBack(value[0].toString().toUtf8(), value[1].toString().toUtf8());
    return pairs;
}

acs3::Request request(const QJsonObject &vector)
{
    const QJsonObject wire = vector.value("request"_L1).toObject();
    return {.method = wire.value("method"_L1).toString().toLatin1(),
            .path = wire.value("path"_L1).toString().toLatin1(),
            .query = pairs(wire.value("query"_L1).toArray()),
            .headers = pairs(wire.value("headers"_L1).toArray()),
            .payloadHash = acs3::sha256Hex(wire.value("body"_L1).toString().toUtf8())};
}

Credentials credentials(const QJsonObject &vector)
{
    const QJsonObject wire = vector.value("credentials"_L1).toObject();
    return {.accessKeyId = wire.value("accessKeyId"_L1).toString(),
            .accessKeySecret = Secret(wire.value("accessKeySecret"_L1).toString().toUtf8()),
            .securityToken = Secret(wire.value("securityToken"_L1).toString().toUtf8())};
}

void addRows(const QString &group, const QString &kind)
{
    QTest::addColumn<QJsonObject>("vector");
    int rows = 0;
    for (const QJsonValue &value : vectors().value(group).toArray()) {
        const QJsonObject vector = value.toObject();
        if (!kind.isEmpty() && vector.value("kind"_L1).toString() != kind)
            continue;
        QTest::newRow(qPrintable(vector.value("id"_L1).toString())) << vector;
        ++rows;
    }
    QVERIFY2(rows > 0, "the vectors were not found");
}

/// What a server does: the header's own list of signed names, then the same computation.
bool verifies(const QJsonObject &vector)
{
    const acs3::Request received = request(vector);
    const QString header = vector.value("authorization"_L1).toString();
    const QByteArray names = header.section("SignedHeaders="_L1, 1).section(u',', 0, 0).toLatin1();
    const QByteArray signature = header.section("Signature="_L1, 1).toLatin1();
    for (const auto &[name, value] : received.headers) {
        if (name.toLower() == "x-acs-content-sha256" && value != received.payloadHash)
            return false;
    }
    return acs3::signature(received, names.split(';'), credentials(vector).accessKeySecret)
           == signature;
}

} // namespace

class RequestSignerTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void reproducesEveryVectorOfTheOfficialClients_data() { addRows(u"acs3"_s, {}); }

    void reproducesEveryVectorOfTheOfficialClients()
    {
        QFETCH(const QJsonObject, vector);
        const QJsonObject expected = vector.value("expected"_L1).toObject();
        const acs3::Request toSign = request(vector);
        const QList<QByteArray> names = acs3::headersToSign(toSign.headers);
        const Credentials key = credentials(vector);

        QCOMPARE(toSign.payloadHash, expected.value("hashedPayload"_L1).toString().toLatin1());
        QCOMPARE(names.join(';'), expected.value("signedHeaders"_L1).toString().toLatin1());
        QCOMPARE(acs3::canonicalRequest(toSign, names),
                 expected.value("canonicalRequest"_L1).toString().toUtf8());
        QCOMPARE(acs3::signature(toSign, names, key.accessKeySecret),
                 expected.value("signature"_L1).toString().toLatin1());
        QCOMPARE(acs3::authorization(toSign, key),
                 expected.value("authorization"_L1).toString().toLatin1());
    }

    void acceptsEquivalentSpellings_data() { addRows(u"equivalent"_s, u"acs3"_s); }

    void acceptsEquivalentSpellings()
    {
        QFETCH(const QJsonObject, vector);
        QVERIFY(verifies(vector));
    }

    void refusesTamperedRequests_data() { addRows(u"negative"_s, u"acs3"_s); }

    void refusesTamperedRequests()
    {
        QFETCH(const QJsonObject, vector);
        QVERIFY(!verifies(vector));
    }

    void anyFlippedByteChangesTheSignature()
    {
        const QJsonObject vector = vectors().value("acs3"_L1).toArray().at(5).toObject();
        const acs3::Request good = request(vector);
        const Secret secret = credentials(vector).accessKeySecret;
        const QList<QByteArray> names = acs3::headersToSign(good.headers);
        QSet<QByteArray> signatures{acs3::signature(good, names, secret)};
        int flips = 0;

        const auto flip = [&](QByteArray acs3::Request::*part) {
            for (qsizetype i = 0; i < (good.*part).size(); ++i) {
                acs3::Request bad = good;
                (bad.*part)[i] = static_cast<char>((bad.*part)[i] ^ 1);
                signatures.insert(acs3::signature(bad, names, secret));
                ++flips;
            }
        };
        flip(&acs3::Request::method);
        flip(&acs3::Request::path);
        flip(&acs3::Request::payloadHash);
        for (qsizetype pair = 0; pair < good.query.size(); ++pair) {
            for (qsizetype i = 0; i < good.query[pair].second.size(); ++i) {
                acs3::Request bad = good;
                QByteArray &value = bad.query[pair].second;
                value[i] = static_cast<char>(value[i] ^ 1);
                signatures.insert(acs3::signature(bad, names, secret));
                ++flips;
            }
        }
        for (qsizetype pair = 0; pair < good.headers.size(); ++pair) {
            if (!names.contains(good.headers[pair].first.toLower()))
                continue;
            for (qsizetype i = 0; i < good.headers[pair].second.size(); ++i) {
                acs3::Request bad = good;
                QByteArray &value = bad.headers[pair].second;
                value[i] = static_cast<char>(value[i] ^ 1);
                signatures.insert(acs3::signature(bad, names, secret));
                ++flips;
            }
        }

        QVERIFY(flips > 200);
        QCOMPARE(signatures.size(), flips + 1);
    }

    void objectStoreFormsAreSignedLikeTheOfficialLibraryDoes_data() { addRows(u"ossPost"_s, {}); }

    void objectStoreFormsAreSignedLikeTheOfficialLibraryDoes()
    {
        QFETCH(const QJsonObject, vector);
        const QJsonObject expected = vector.value("expected"_L1).toObject();
        const QByteArray policy = vector.value("policyText"_L1).toString().toUtf8().toBase64();
        QCOMPARE(policy, expected.value("policyBase64"_L1).toString().toLatin1());
        QCOMPARE(objectStoreSignature(policy, credentials(vector).accessKeySecret),
                 expected.value("signature"_L1).toString().toLatin1());
    }

    void datesAreUtcWhateverTheZoneOrLocale()
    {
        QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
        const QDateTime time(QDate(2024, 5, 20), QTime(14, 30, 0), Qt::OffsetFromUTC, 8 * 3600);
        QCOMPARE(acs3::formatDate(time), "2024-05-20T06:30:00Z");
        QLocale::setDefault(QLocale::c());
    }
};

QTEST_GUILESS_MAIN(RequestSignerTest)
#include "tst_requestsigner.moc"
