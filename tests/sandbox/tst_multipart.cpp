// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/multipart.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using edgewright::sandbox::MultipartForm;
using edgewright::sandbox::parseMultipart;

namespace {

const QByteArray kType = "multipart/form-data; boundary=XX";

QByteArray part(const QByteArray &disposition, const QByteArray &content)
{
    return "--XX\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}

const QByteArray kEnd = "--XX--\r\n";

} // namespace

class TestMultipart : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void fieldsAndFileAreFound()
    {
        const auto form = parseMultipart(
            kType, part("name=\"Key\"", "a/b.js") + part("name=\"x:codeDescription\"", "")
                       + part("name=\"file\"", "line\r\n--X\r\n") + kEnd);

        QVERIFY(form);
        QCOMPARE(form->value("key"), QByteArray("a/b.js"));
        QVERIFY(form->has("x:codedescription"));
        QVERIFY(form->hasFile);
        QCOMPARE(form->file, QByteArray("line\r\n--X\r\n"));
    }

    void theFileMayHaveANameAndHeaders()
    {
        const auto form = parseMultipart(
            kType, "--XX\r\ncontent-disposition:form-data;name=file;filename=\"a;\\\"b.js\"\r\n"
                   "Content-Type: application/octet-stream\r\n\r\n"
                       + QByteArray("\x00\xff", 2) + "\r\n--XX--\r\n");

        QVERIFY(form);
        QCOMPARE(form->file, QByteArray("\x00\xff", 2));
    }

    void whateverFollowsTheFileIsIgnored()
    {
        const auto form = parseMultipart(kType, part("name=\"file\"", "code")
                                                    + part("name=\"key\"", "late") + kEnd);

        QVERIFY(form);
        QVERIFY(!form->has("key"));
    }

    void aPreambleAndAQuotedBoundaryAreFine()
    {
        const auto form =
            parseMultipart("Multipart/Form-Data; charset=utf-8; boundary=\"XX\"",
                           "ignore me\r\n" + part("name=\"file\"", "code") + kEnd + "epilogue");

        QVERIFY(form);
        QCOMPARE(form->file, QByteArray("code"));
    }

    void anEmptyFileIsAFile()
    {
        const auto form = parseMultipart(kType, part("name=\"file\"", "") + kEnd);

        QVERIFY(form);
        QVERIFY(form->hasFile);
        QCOMPARE(form->file.size(), 0);
    }

    void aFormWithoutFileIsWellFormed()
    {
        const auto form = parseMultipart(kType, part("name=\"key\"", "x") + kEnd);

        QVERIFY(form);
        QVERIFY(!form->hasFile);
    }

    void brokenBodiesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << kType << QByteArray();
        QTest::newRow("no boundary in the type")
            << QByteArray("multipart/form-data") << part("name=\"file\"", "x") + kEnd;
        QTest::newRow("empty boundary")
            << QByteArray("multipart/form-data; boundary=") << part("name=\"file\"", "x") + kEnd;
        QTest::newRow("another boundary")
            << QByteArray("multipart/form-data; boundary=YY") << part("name=\"file\"", "x") + kEnd;
        QTest::newRow("cut in the file")
            << kType
            << QByteArray("--XX\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nco");
        QTest::newRow("cut in the headers")
            << kType << QByteArray("--XX\r\nContent-Disposition: form-data; name=\"file\"");
        QTest::newRow("no headers' end") << kType << QByteArray("--XX\r\nfoo: bar\r\n--XX--\r\n");
        QTest::newRow("two delimiters back to back")
            << kType << "--XX\r\n" + part("name=\"file\"", "x") + kEnd;
        QTest::newRow("end right after a delimiter") << kType << QByteArray("--XX\r\n--XX--\r\n");
        QTest::newRow("not a form")
            << QByteArray("multipart/mixed; boundary=XX") << part("name=\"file\"", "x") + kEnd;
    }
    void brokenBodiesAreRefused()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, body);

        QVERIFY(!parseMultipart(type, body));
    }

    void everyPrefixIsParsedWithoutHarm()
    {
        const QByteArray body = part("name=\"key\"", "a") + part("name=\"file\"", "code") + kEnd;
        for (qsizetype i = 0; i < body.size(); ++i) {
            const auto form = parseMultipart(kType, body.left(i));
            QVERIFY(!form || form->file == "code");
        }
    }
};

QTEST_GUILESS_MAIN(TestMultipart)
#include "tst_multipart.moc"
