// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/httpfront.h"

#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using edgewright::sandbox::HttpAnswer;
using edgewright::sandbox::HttpFront;
using edgewright::sandbox::HttpRequest;

class TestHttpFront : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void stopsHoweverEarly()
    {
        HttpFront front([](const HttpRequest &) { return HttpAnswer(); });
        QVERIFY(front.bind(u"127.0.0.1"_s, 0));
        std::thread serving([&front] { front.serve(); });

        front.stop();

        serving.join();
    }

    void stopReturnsWhenServingHasEndedByItself()
    {
        HttpFront front([](const HttpRequest &) { return HttpAnswer(); });
        front.serve(); // nothing to accept from: the end of a socket that broke

        front.stop();
    }
};

QTEST_GUILESS_MAIN(TestHttpFront)
#include "tst_httpfront.moc"
