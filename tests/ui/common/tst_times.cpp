// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/times.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace edgewright;

/// The tests run in UTC, so local time is UTC here.
class TimesTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void agesReadAsPeopleSayThem_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("shown");
        QTest::newRow("now") << u"2026-11-21T12:00:00Z"_s << u"just now"_s;
        QTest::newRow("a little ahead") << u"2026-11-21T12:00:40Z"_s << u"just now"_s;
        QTest::newRow("59 seconds") << u"2026-11-21T11:59:01Z"_s << u"just now"_s;
        QTest::newRow("3 minutes") << u"2026-11-21T11:56:10Z"_s << u"3 min ago"_s;
        QTest::newRow("59 minutes") << u"2026-11-21T11:00:30Z"_s << u"59 min ago"_s;
        QTest::newRow("2 hours") << u"2026-11-21T09:30:00Z"_s << u"2 h ago"_s;
        QTest::newRow("this morning") << u"2026-11-21T00:10:00Z"_s << u"11 h ago"_s;
        QTest::newRow("yesterday evening") << u"2026-11-20T18:40:00Z"_s << u"yesterday 18:40"_s;
        QTest::newRow("two days") << u"2026-11-19T23:59:00Z"_s << u"19 Nov"_s;
        QTest::newRow("last year") << u"2025-11-03T10:00:00Z"_s << u"3 Nov 2025"_s;
        QTest::newRow("clock far ahead") << u"2026-11-22T09:15:00Z"_s << u"22 Nov 09:15"_s;
        QTest::newRow("unknown") << u"nonsense"_s << QString();
    }

    void agesReadAsPeopleSayThem()
    {
        QFETCH(const QString, time);
        QFETCH(const QString, shown);
        const QDateTime now = QDateTime::fromString(u"2026-11-21T12:00:00Z"_s, Qt::ISODate);

        // Without a translation file Qt leaves "%n" forms in their source form.
        QCOMPARE(relativeTime(QDateTime::fromString(time, Qt::ISODate), now), shown);
    }

    void aroundMidnightHoursSayMoreThanYesterday()
    {
        const QDateTime now = QDateTime::fromString(u"2026-11-21T00:30:00Z"_s, Qt::ISODate);

        QCOMPARE(relativeTime(now.addSecs(-2 * 3'600), now), u"2 h ago"_s);
    }

    void theExactTimeNamesLocalTimeAndUtc()
    {
        const QDateTime time =
            QDateTime::fromString(u"2026-11-21T12:00:05.123+08:00"_s, Qt::ISODateWithMs);

        QCOMPARE(exactTime(time), u"2026-11-21 04:00:05 local time\n2026-11-21 04:00:05 UTC"_s);
        QVERIFY(exactTime({}).isEmpty());
    }

    void sizesUsePowersOfAThousand()
    {
        QCOMPARE(sizeText(0), u"0 bytes"_s);
        QCOMPARE(sizeText(999), u"999 bytes"_s);
        QCOMPARE(sizeText(1'934), u"1.9 kB"_s);
        QCOMPARE(sizeText(5'000'000), u"5.0 MB"_s);
    }
};

QTEST_MAIN(TimesTest)
#include "tst_times.moc"
