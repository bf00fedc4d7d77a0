// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/credentialsources.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

class CredentialSourcesTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_home = std::make_unique<QTemporaryDir>();
    }

    void findsNothingOnABareComputer() { QVERIFY(discoverAccounts({}, m_home->path()).isEmpty()); }

    void readsTheEnvironment()
    {
        QProcessEnvironment environment;
        environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, u"LTAIenvironment\n"_s);
        environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, u"secret"_s);
        environment.insert(u"ALIBABA_CLOUD_SECURITY_TOKEN"_s, u"token"_s);

        const QList<AccountOffer> offers = discoverAccounts(environment, m_home->path());

        QCOMPARE(offers.size(), 1);
        const AccountOffer &offer = offers.first();
        QCOMPARE(offer.account.id, u"environment"_s);
        QCOMPARE(offer.account.kind, AccountKind::Environment);
        QCOMPARE(offer.account.accessKeyId, u"LTAIenvironment"_s);
        QCOMPARE(offer.credentials.accessKeySecret.reveal(), QByteArray("secret"));
        QCOMPARE(offer.credentials.securityToken.reveal(), QByteArray("token"));
        QCOMPARE(offer.unusableReason, QString());
    }

    void saysWhichVariableIsMissing_data()
    {
        QTest::addColumn<QString>("present");
        QTest::addColumn<QString>("missing");
        QTest::newRow("no secret")
            << u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s << u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s;
        QTest::newRow("no id") << u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s
                               << u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s;
    }

    void saysWhichVariableIsMissing()
    {
        QFETCH(const QString, present);
        QFETCH(const QString, missing);
        QProcessEnvironment environment;
        environment.insert(present, u"x"_s);

        const QList<AccountOffer> offers = discoverAccounts(environment, m_home->path());

        QCOMPARE(offers.size(), 1);
        QVERIFY(offers.first().unusableReason.contains(missing));
    }

    void readsProfilesTheCurrentOneFirst()
    {
        writeConfig(R"({"current":"sts","profiles":[
            {"name":"main","mode":"AK","access_key_id":"LTAI1","access_key_secret":"s1",
             "sts_token":"left over"},
            {"name":"sts","mode":"ststoken","access_key_id":"STS.2","access_key_secret":"s2",
             "sts_token":"t2"},
            {"name":"role","mode":"RamRoleArn","access_key_id":"LTAI3","access_key_secret":"s3"},
            {"name":"half","mode":"ak","access_key_id":"LTAI4"},
            {"name":"tokenless","mode":"StsToken","access_key_id":"a","access_key_secret":"b"},
            {"name":"main","mode":"AK"},
            {"mode":"AK"}, 7], "meta_path":""})");

        const QList<AccountOffer> offers = discoverAccounts({}, m_home->path());

        QCOMPARE(describe(offers), QStringList({u"cli:sts STS.2 usable"_s,
                                                u"cli:main LTAI1 usable"_s, u"cli:role LTAI3 -"_s,
                                                u"cli:half LTAI4 -"_s, u"cli:tokenless a -"_s}));
        QCOMPARE(offers.at(0).credentials.securityToken.reveal(), QByteArray("t2"));
        QVERIFY(offers.at(1).credentials.securityToken.isEmpty());
        QVERIFY(offers.at(2).unusableReason.contains(u"RamRoleArn"_s));
    }

    void aVariableChoosesTheProfile()
    {
        writeConfig(R"({"current":"a","profiles":[
            {"name":"a","mode":"AK","access_key_id":"A","access_key_secret":"s"},
            {"name":"b","mode":"AK","access_key_id":"B","access_key_secret":"s"}]})");
        QProcessEnvironment environment;
        environment.insert(u"ALIBABA_CLOUD_PROFILE"_s, u"b"_s);

        QCOMPARE(discoverAccounts(environment, m_home->path()).first().account.name, u"b"_s);

        environment.insert(u"ALIBABA_CLOUD_CLI_PROFILE_DISABLED"_s, u"true"_s);
        QVERIFY(discoverAccounts(environment, m_home->path()).isEmpty());
    }

    void aBrokenFileGivesOneOffer_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray("{\"current\":\"a\",\"profiles\":[{\"na");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("no profiles") << QByteArray("{}");
        QTest::newRow("profiles of another type") << QByteArray(R"({"profiles":"x"})");
        QTest::newRow("binary") << QByteArray("\0\xff\xfe", 3);
        QTest::newRow("endless") << QByteArray(2'000'000, ' ');
    }

    void aBrokenFileGivesOneOffer()
    {
        QFETCH(const QByteArray, content);
        writeConfig(content);

        const QList<AccountOffer> offers = discoverAccounts({}, m_home->path());

        QCOMPARE(offers.size(), 1);
        QVERIFY(!offers.first().unusableReason.isEmpty());
    }

    void readsWhatIsPasted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read");
        const QString key = u"LTAI5tAbCdEfGh s3cretS3cret/+= -"_s;
        const QString temporary = u"STS.NTabcdef s3cretS3cret/+= CAISt0ken=="_s;
        const QString nothing = u"- - -"_s;
        QTest::newRow("two lines") << u"LTAI5tAbCdEfGh\r\ns3cretS3cret/+=\r\n"_s << key;
        QTest::newRow("three lines")
            << u"STS.NTabcdef\ns3cretS3cret/+=\nCAISt0ken=="_s << temporary;
        QTest::newRow("pair") << u"LTAI5tAbCdEfGh,s3cretS3cret/+="_s << key;
        QTest::newRow("triple") << u"STS.NTabcdef, s3cretS3cret/+=, CAISt0ken=="_s << temporary;
        QTest::newRow("CSV download") << u"\ufeffAccessKey ID,AccessKey Secret\r\n"
                                         "LTAI5tAbCdEfGh,s3cretS3cret/+=\r\n"_s
                                      << key;
        QTest::newRow("CSV with more columns")
            << u"User Name,Password,\"AccessKey Id\",\"AccessKey Secret\"\n"
               "me,,\"LTAI5tAbCdEfGh\",\"s3cretS3cret/+=\"\n"_s
            << key;
        QTest::newRow("labels")
            << u"AccessKeyId: LTAI5tAbCdEfGh\nAccessKeySecret：s3cretS3cret/+=\n"_s << key;
        QTest::newRow("labels on lines of their own")
            << u"AccessKey ID\nLTAI5tAbCdEfGh\nAccessKey Secret\ns3cretS3cret/+=\n"_s << key;
        QTest::newRow("shell") << u"export ALIBABA_CLOUD_ACCESS_KEY_ID=\"LTAI5tAbCdEfGh\"\n"
                                  "export ALIBABA_CLOUD_ACCESS_KEY_SECRET='s3cretS3cret/+='\n"_s
                               << key;
        QTest::newRow("JSON")
            << u"{\"AccessKeyId\":\"STS.NTabcdef\",\"AccessKeySecret\":\"s3cretS3cret/+=\","
               "\"SecurityToken\":\"CAISt0ken==\"}"_s
            << temporary;
        QTest::newRow("lower camel")
            << u"{\"accessKeyId\":\"LTAI5tAbCdEfGh\",\"accessKeySecret\":\"s3cretS3cret/+=\"}"_s
            << key;
        QTest::newRow("answer of the token service")
            << u"{\"RequestId\":\"1\",\"Credentials\":{\"SecurityToken\":\"CAISt0ken==\","
               "\"AccessKeyId\":\"STS.NTabcdef\",\"AccessKeySecret\":\"s3cretS3cret/+=\","
               "\"Expiration\":\"2024-11-03T10:02:03Z\"}}"_s
            << temporary;
        QTest::newRow("nothing") << QString() << nothing;
        QTest::newRow("only an id") << u"LTAI5tAbCdEfGh"_s << nothing;
        QTest::newRow("prose") << u"please use the key I sent"_s << nothing;
        QTest::newRow("code") << u"let a = 1;\nlet b = 2;\n"_s << nothing;
        QTest::newRow("broken JSON") << u"{\"AccessKeyId\":"_s << nothing;
        QTest::newRow("endless") << u"{"_s.repeated(1'000'000) << nothing;
    }

    void readsWhatIsPasted()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, read);

        const Credentials found = parsePastedKey(text);

        const auto shown = [](const QString &part) { return part.isEmpty() ? u"-"_s : part; };
        QCOMPARE(QStringList({shown(found.accessKeyId),
                              shown(QString::fromUtf8(found.accessKeySecret.reveal())),
                              shown(QString::fromUtf8(found.securityToken.reveal()))})
                     .join(u' '),
                 read);
    }

private:
    void writeConfig(const QByteArray &content)
    {
        QVERIFY(QDir(m_home->path()).mkpath(u".aliyun"_s));
        QFile file(m_home->filePath(u".aliyun/config.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    [[nodiscard]] static QStringList describe(const QList<AccountOffer> &offers)
    {
        QStringList lines;
        for (const AccountOffer &offer : offers)
            lines.append(offer.account.id + u' ' + offer.account.accessKeyId + u' '
                         + (offer.unusableReason.isEmpty() ? u"usable"_s : u"-"_s));
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(CredentialSourcesTest)
#include "tst_credentialsources.moc"
