// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/curlcommand.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

class CurlCommandTest : public QObject {
    Q_OBJECT

private:
    /// The arguments as a shell hands them over.
    static QStringList argumentsOf(const QString &command)
    {
        QProcess shell;
        const QString script = u"curl() { printf '%s\\0' \"$@\"; }\n"_s + command;
        shell.start(u"/bin/sh"_s, {u"-c"_s, script});
        if (!shell.waitForFinished() || shell.exitCode() != 0)
            return {};
        QStringList arguments =
            QString::fromUtf8(shell.readAllStandardOutput()).split(QChar(u'\0'));
        arguments.removeLast();
        return arguments;
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aPinnedRequestIsResolved()
    {
        const ProbeRequest request{.url = QUrl(u"https://www.acme.com/old?a=b"_s),
                                   .address = QHostAddress(u"203.0.113.7"_s)};

        QCOMPARE(curlCommand(request),
                 u"curl --include --globoff --path-as-is --resolve 'www.acme.com:443:203.0.113.7' "
                 "--compressed 'https://www.acme.com/old?a=b'"_s);
    }

    void nothingInARequestIsACommand()
    {
        const ProbeRequest request{
            .url = QUrl(u"http://www.acme.com:8080/it's?q=$(touch x)&r=`id`;{1,2}"_s),
            .method = "PATCH",
            .headers = {{"X-Quote", "it's \"$HOME\" `id` \\"}, {"X-Empty", ""}},
            .body = "a='b'\nc=\"$PATH\"; @file",
            .address = QHostAddress(u"2001:db8::7"_s)};

        const QStringList arguments = argumentsOf(curlCommand(request));

        QVERIFY(!arguments.isEmpty());
        QVERIFY(arguments.contains(u"X-Quote: it's \"$HOME\" `id` \\"_s));
        QVERIFY(arguments.contains(u"X-Empty;"_s));
        QVERIFY(arguments.contains(u"PATCH"_s));
        QVERIFY(arguments.contains(u"a='b'\nc=\"$PATH\"; @file"_s));
        QVERIFY(arguments.contains(u"www.acme.com:8080:[2001:db8::7]"_s));
        QCOMPARE(arguments.constLast(), QString::fromLatin1(request.url.toEncoded()));
    }

    void methodsAreSpelledTheWayCurlKnowsThem()
    {
        const QUrl url(u"https://a.example/"_s);
        QVERIFY(curlCommand({.url = url, .method = "HEAD"}).contains(u" --head "_s));
        QVERIFY(!curlCommand({.url = url, .method = "GET"}).contains(u"--request"_s));
        QVERIFY(!curlCommand({.url = url, .method = "POST", .body = "x"}).contains(u"--request"_s));
        QVERIFY(curlCommand({.url = url, .method = "POST"}).contains(u"--request 'POST'"_s));
    }
};

QTEST_GUILESS_MAIN(CurlCommandTest)
#include "tst_curlcommand.moc"
