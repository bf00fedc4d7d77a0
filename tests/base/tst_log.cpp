// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

class LogTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void blotsOutSecrets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("line");
        QTest::newRow("query") << u"?Name=a&SecurityToken=CAIS123%2B&Page=1"_s
                               << u"?Name=a&SecurityToken=***&Page=1"_s;
        QTest::newRow("JSON") << u"{\"AccessKeySecret\":\"abcDEF\",\"Name\":\"a\"}"_s
                              << u"{\"AccessKeySecret\":\"***\",\"Name\":\"a\"}"_s;
        QTest::newRow("JSON with a blank")
            << u"\"XOssSecurityToken\": \"abc/+=\""_s << u"\"XOssSecurityToken\": \"***\""_s;
        QTest::newRow("header") << u"x-acs-security-token: CAIS"_s
                                << u"x-acs-security-token: ***"_s;
        QTest::newRow("authorization")
            << u"Authorization: ACS3-HMAC-SHA256 Credential=LTAIabcdefgh,Signature=00ff"_s
            << u"Authorization: ***"_s;
        QTest::newRow("bearer") << u"authorization: Bearer abc.def"_s << u"authorization: ***"_s;
        QTest::newRow("form") << u"policy=eyJ9&Signature=abc%3D&key=a"_s
                              << u"policy=***&Signature=***&key=a"_s;
        QTest::newRow("key id") << u"unknown key LTAI5tAbCdEfGhIj."_s << u"unknown key LTAI***."_s;
        QTest::newRow("temporary key id") << u"key STS.NTabcdef99"_s << u"key STS.***"_s;
        QTest::newRow("XML")
            << u"<Code>a</Code><SecurityToken>CAIS/+=</SecurityToken><Key>k</Key>"_s
            << u"<Code>a</Code><SecurityToken>***</SecurityToken><Key>k</Key>"_s;
        QTest::newRow("XML with attributes") << u"<Policy xml:space='preserve'>eyJ9</Policy>"_s
                                             << u"<Policy xml:space='preserve'>***</Policy>"_s;
        QTest::newRow("XML in several lines") << u"<StringToSign>GET\n\nabc</StringToSign>"_s
                                              << u"<StringToSign>***</StringToSign>"_s;
        QTest::newRow("XML as character data")
            << u"<Signature><![CDATA[a<b>c]]></Signature><Key>k</Key>"_s
            << u"<Signature>***</Signature><Key>k</Key>"_s;
        QTest::newRow("cut XML") << u"<SignatureProvided>abc"_s << u"<SignatureProvided>***"_s;
        QTest::newRow("an empty element")
            << u"<Token></Token><Key>k</Key>"_s << u"<Token></Token><Key>k</Key>"_s;
        QTest::newRow("JSON of a refused signature")
            << u"{\"StringToSign\":\"eyJ9\",\"SignatureProvided\":\"abc=\"}"_s
            << u"{\"StringToSign\":\"***\",\"SignatureProvided\":\"***\"}"_s;
        QTest::newRow("nonce is no signature")
            << u"x-acs-signature-nonce: 1"_s << u"x-acs-signature-nonce: 1"_s;
        QTest::newRow("nothing secret") << u"版本 v7: 404"_s << u"版本 v7: 404"_s;
    }

    void blotsOutSecrets()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, line);

        QCOMPARE(forLog(text), line);
    }

    void staysOneLine()
    {
        const QString text = u"a\r\nb\0c\x1b[2J\x7f\u0085\u2028\u202e\u2066"_s;

        QCOMPARE(forLog(text), u"a\\x0d\\x0ab\\x00c\\x1b[2J\\x7f\\x85\\x2028\\x202e\\x2066"_s);
    }

    void isCut()
    {
        QCOMPARE(forLog(QString(5000, u'x')).size(), 2000);
        QCOMPARE(forLog(u"abcdef"_s, 3), u"abc"_s);
    }

    void aSecretAtTheCutDoesNotShow()
    {
        const QString text = QString(15, u'x') + u" SecurityToken=verysecretvalue"_s;

        for (qsizetype limit = 1; limit < 60; ++limit)
            QVERIFY2(!forLog(text, limit).contains(u"very"_s), qPrintable(QString::number(limit)));
    }
};

QTEST_GUILESS_MAIN(LogTest)
#include "tst_log.moc"
