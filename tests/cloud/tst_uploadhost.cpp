// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/uploadhost.h"
#include "support/testing.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

class UploadHostTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void acceptsBucketsOfTheObjectStore_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("safe");
        const auto row = [](const char *text, const char *safe) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(safe);
        };
        row("https://sp-esa-rwa.oss-cn-hangzhou.aliyuncs.com",
            "https://sp-esa-rwa.oss-cn-hangzhou.aliyuncs.com");
        row("http://sp-esa-rwa.oss-cn-hangzhou.aliyuncs.com",
            "https://sp-esa-rwa.oss-cn-hangzhou.aliyuncs.com");
        row("http://sp-esa-rwa.oss-cn-hangzhou.aliyuncs.com/",
            "https://sp-esa-rwa.oss-cn-hangzhou.aliyuncs.com/");
        row("https://site-er-js.oss-ap-southeast-1.aliyuncs.com/",
            "https://site-er-js.oss-ap-southeast-1.aliyuncs.com/");
        row("https://abc.oss-us-west-1.aliyuncs.com:443/",
            "https://abc.oss-us-west-1.aliyuncs.com:443/");
        row("https://er-code.oss-accelerate.aliyuncs.com",
            "https://er-code.oss-accelerate.aliyuncs.com");
        row("https://er-code.oss-accelerate-overseas.aliyuncs.com",
            "https://er-code.oss-accelerate-overseas.aliyuncs.com");
        row("https://er-code.oss-cn-hongkong.aliyuncs.com",
            "https://er-code.oss-cn-hongkong.aliyuncs.com");
        row("https://er-code.oss.aliyuncs.com", "https://er-code.oss.aliyuncs.com");
        row("https://123.oss-cn-shanghai-finance-1-pub.aliyuncs.com",
            "https://123.oss-cn-shanghai-finance-1-pub.aliyuncs.com");
    }

    void acceptsBucketsOfTheObjectStore()
    {
        QFETCH(const QString, text);
        const Result<QUrl> url = checkedUploadUrl(text, Endpoint::hangzhou());
        QVERIFY_RESULT(url);
        QTEST(url->toString(), "safe");
        QTEST(checkedUploadUrl(QUrl(text), Endpoint::hangzhou())->toString(), "safe");
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QString>("text");
        const char *const hostile[] = {"",
                                       " ",
                                       "oss-cn-hangzhou.aliyuncs.com",
                                       "//b.oss-cn-hangzhou.aliyuncs.com",
                                       "ftp://bkt.oss-cn-hangzhou.aliyuncs.com",
                                       "file:///etc/passwd",
                                       "javascript:alert(1)",
                                       "data:text/plain,x",
                                       "https://",
                                       "https:///path",
                                       "https://oss.aliyuncs.com.evil",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.com.evil.example",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.comx",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.co",
                                       "https://bkt.oss-cn-hangzhou-aliyuncs.com",
                                       "https://bktoss-cn-hangzhou.aliyuncs.com",
                                       "https://evil/.aliyuncs.com",
                                       "https://evil.example/bkt.oss-cn-hangzhou.aliyuncs.com",
                                       "https://evil.example?bkt.oss-cn-hangzhou.aliyuncs.com",
                                       "https://evil.example#bkt.oss-cn-hangzhou.aliyuncs.com",
                                       "https://evil.example\\.oss-cn-hangzhou.aliyuncs.com",
                                       "https://evil.example\\@bkt.oss-cn-hangzhou.aliyuncs.com",
                                       "https:\\\\bkt.oss-cn-hangzhou.aliyuncs.com",
                                       "https://a@bkt.oss-cn-hangzhou.aliyuncs.com",
                                       "https://a:b@bkt.oss-cn-hangzhou.aliyuncs.com",
                                       "https://@bkt.oss-cn-hangzhou.aliyuncs.com",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.com@evil.example",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.com:443@evil.example",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.com:80",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.com:8443",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.com:0",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.com:99999",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.com:443x",
                                       "http://bkt.oss-cn-hangzhou.aliyuncs.com:80",
                                       "http://bkt.oss-cn-hangzhou.aliyuncs.com:443",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.com.",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.com./",
                                       "https://.oss-cn-hangzhou.aliyuncs.com",
                                       "https://bkt..oss-cn-hangzhou.aliyuncs.com",
                                       "https://a.b.oss-cn-hangzhou.aliyuncs.com",
                                       "https://oss-cn-hangzhou.aliyuncs.com",
                                       "https://bkt.aliyuncs.com",
                                       "https://aliyuncs.com",
                                       "https://esa.cn-hangzhou.aliyuncs.com",
                                       "https://bkt.oss-cn-hangzhou-internal.aliyuncs.com",
                                       "https://BKT.OSS-cn-hangzhou.aliyuncs.com",
                                       "HTTPS://bkt.oss-cn-hangzhou.aliyuncs.com",
                                       "https://bkt.oss-cn-hangzhou%2ealiyuncs.com",
                                       "https://bkt%2eoss-cn-hangzhou.aliyuncs.com",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.com%00.evil.example",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.com\t",
                                       "https://bkt.oss-cn\t-hangzhou.aliyuncs.com",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.com\r\nHost: evil",
                                       " https://bkt.oss-cn-hangzhou.aliyuncs.com",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.com/other/path",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.com/..",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.com/?x=1",
                                       "https://bkt.oss-cn-hangzhou.aliyuncs.com/#x",
                                       "https://127.0.0.1",
                                       "http://127.0.0.1:8080",
                                       "http://localhost:8080",
                                       "http://[::1]:8080",
                                       "https://[::ffff:127.0.0.1]",
                                       "https://2130706433",
                                       "https://0x7f.1",
                                       "https://017700000001",
                                       "https://100.100.100.200",
                                       "http://100.100.100.200/latest/meta-data",
                                       "https://169.254.169.254",
                                       "https://10.0.0.1",
                                       "https://192.168.0.1",
                                       "https://bkt.oss-cn-h\xc3\xa4ngzhou.aliyuncs.com",
                                       "https://bkt.oss-cn-hangzhou.\xd0\xb0liyuncs.com",
                                       "https://bkt.oss-cn-hangzhou.xn--liyuncs-2fg.com",
                                       "https://bkt\xe3\x80\x82oss-cn-hangzhou.aliyuncs.com",
                                       "https://bkt_x.oss-cn-hangzhou.aliyuncs.com",
                                       "https://-bkt.oss-cn-hangzhou.aliyuncs.com",
                                       "https://bkt.osscn-hangzhou.aliyuncs.com",
                                       "https://bkt.xoss-cn-hangzhou.aliyuncs.com"};
        int rows = 0;
        for (const char *text : hostile)
            QTest::addRow("%02d %s", ++rows, text) << QString::fromUtf8(text);
        QVERIFY(rows >= 60);
    }

    void refusesEverythingElse()
    {
        QFETCH(const QString, text);
        const Result<QUrl> url = checkedUploadUrl(text, Endpoint::hangzhou());
        QVERIFY(!url);
        QCOMPARE(url.error().code, ErrorCode::UploadRefused);
        QVERIFY(!url.error().message.isEmpty());
    }

    void allowsLoopbackOnlyBesideALoopbackEndpoint_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *text, bool allowed) {
            QTest::newRow(text) << QString::fromLatin1(text) << allowed;
        };
        row("http://127.0.0.1:8080", true);
        row("http://127.0.0.1:8080/", true);
        row("http://127.0.0.1:8080/oss/", true);
        row("http://localhost:8080/", true);
        row("http://[::1]:8080/", true);
        row("https://127.0.0.1:8080/", false);
        row("http://127.1:8080/", false);
        row("http://0.0.0.0:8080/", false);
        row("http://10.0.0.1:8080/", false);
        row("http://a@127.0.0.1:8080/", false);
        row("http://127.0.0.1:8080/../x", false);
        row("http://127.0.0.1:8080/?q", false);
        row("http://127.0.0.1.evil.example:8080/", false);
        row("http://evil.example:8080/", false);
        row("http://100.100.100.200/", false);
    }

    void allowsLoopbackOnlyBesideALoopbackEndpoint()
    {
        QFETCH(const QString, text);
        const Endpoint sandbox = *Endpoint::parse(u"127.0.0.1:9000"_s);
        QTEST(checkedUploadUrl(text, sandbox).hasValue(), "allowed");
        QVERIFY(!checkedUploadUrl(text, Endpoint::singapore()));
        QVERIFY(!checkedUploadUrl(QUrl(text), Endpoint::singapore()));
    }
};

QTEST_GUILESS_MAIN(UploadHostTest)
#include "tst_uploadhost.moc"
