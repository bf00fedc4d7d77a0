// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/elidedlabel.h"
#include "common/plaintext.h"

#include <QLabel>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace edgewright;

class PlainTextTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void foreignTextBecomesOneHarmlessLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("markup stays") << u"<img src=x><b>&x"_s << u"<img src=x><b>&x"_s;
        QTest::newRow("line breaks") << u" a\r\nb\n\n c\t"_s << u"a b c"_s;
        QTest::newRow("escape sequence") << u"\x1b[31mred"_s << u"\\x1b[31mred"_s;
        QTest::newRow("null") << QString(u"a"_s + QChar(0) + u'b') << u"a\\x00b"_s;
        QTest::newRow("direction override") << u"a\u202Eb"_s << u"a\\u202eb"_s;
        QTest::newRow("zero width") << u"a\u200Bb"_s << u"a\\u200bb"_s;
        QTest::newRow("right to left letters") << u"שלום"_s << u"שלום"_s;
        QTest::newRow("chinese") << u"缓存"_s << u"缓存"_s;
        QTest::newRow("empty") << QString() << QString();
    }

    void foreignTextBecomesOneHarmlessLine()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, shown);

        QCOMPARE(oneLine(text), shown);
    }

    void longTextIsCutWithoutTearingACharacter()
    {
        QCOMPARE(oneLine(QString(5'000, u'x'), 10), QString(QString(9, u'x') + u'…'));
        QCOMPARE(oneLine(u"abcdefgh😀z"_s, 10), u"abcdefgh…"_s);
    }

    void aLabelShowsMarkupLiterally()
    {
        QLabel label;

        setPlainText(&label, u"<b>a < b && c > d</b>\nnext"_s);

        QCOMPARE(label.textFormat(), Qt::PlainText);
        QCOMPARE(label.text(), u"<b>a < b && c > d</b>\nnext"_s);
        QVERIFY(!label.openExternalLinks());
    }

    void aToolTipEscapesMarkup()
    {
        const QString tip = plainToolTip(u"<img src='file:///x'>"_s);

        QVERIFY(!tip.contains(u"<img"_s));
        QVERIFY(tip.contains(u"&lt;img"_s));
        QVERIFY(plainToolTip(u"  \n"_s).isEmpty());
        QVERIFY(plainToolTip(QString(50'000, u'y')).size() < 3'000);
    }

    void aToolTipIsHtmlOnlyWhereItMustBe_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tip");
        QTest::newRow("words") << u"v5 is live in production."_s << u"v5 is live in production."_s;
        QTest::newRow("signs") << u"a <5 && c > d"_s << u"a <5 && c > d"_s;
        QTest::newRow("lines") << u"one\r\ntwo\n"_s << u"one\ntwo"_s;
        QTest::newRow("markup") << u"<b>x</b>"_s << u"<p>&lt;b&gt;x&lt;/b&gt;</p>"_s;
        QTest::newRow("markup in disguise") << u"&lt;b>"_s << u"<p>&amp;lt;b&gt;</p>"_s;
    }

    void aToolTipIsHtmlOnlyWhereItMustBe()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, tip);

        QCOMPARE(plainToolTip(text), tip);
    }

    void aLongToolTipIsBrokenIntoLines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("widest");
        QTest::newRow("words") << u"only words "_s.repeated(40) << 90;
        QTest::newRow("one word") << QString(400, u'y') << 90;
        QTest::newRow("chinese") << QString(400, u'中') << 45;
        QTest::newRow("surrogates") << u'y' + u"😀"_s.repeated(200) << 90;
    }

    void aLongToolTipIsBrokenIntoLines()
    {
        QFETCH(const QString, text);
        QFETCH(const int, widest);

        const QString tip = plainToolTip(text);
        const QStringList lines = tip.split(u'\n');

        QVERIFY(lines.size() > 2);
        for (const QString &line : lines) {
            QVERIFY(line.size() <= widest);
            QVERIFY(!line.startsWith(u' ') && !line.endsWith(u' '));
            QVERIFY(line.isValidUtf16());
        }
        QCOMPARE(QString(tip).remove(u'\n').remove(u' '), QString(text).remove(u' '));
    }

    void aWidgetIsDescribedByTheTextOfItsToolTip()
    {
        QLabel label;

        setPlainToolTip(&label, u"Account <b>x</b> & co"_s);

        QCOMPARE(label.accessibleDescription(), u"Account <b>x</b> & co"_s);
        QVERIFY(label.toolTip().contains(u"&lt;b&gt;"_s));
        setPlainToolTip(&label, QString());
        QVERIFY(label.accessibleDescription().isEmpty() && label.toolTip().isEmpty());
    }

    void anAmpersandDoesNotUnderline() { QCOMPARE(actionText(u"a&b"_s), u"a&&b"_s); }

    void aCutLabelKeepsItsTextForToolTipAndScreenReader()
    {
        ElidedLabel label;
        label.setFullText(u"a-rather-long-<b>-of-a-routine"_s);
        label.resize(60, 20);
        label.show();
        QVERIFY(QTest::qWaitForWindowExposed(&label));

        QCOMPARE(label.text(), u"a-rather-long-<b>-of-a-routine"_s);
        QVERIFY(label.toolTip().contains(u"&lt;b&gt;"_s));
        QCOMPARE(label.accessibleDescription(), label.text());
        label.resize(900, 20);
        QVERIFY(label.toolTip().isEmpty());
    }
};

QTEST_MAIN(PlainTextTest)
#include "tst_plaintext.moc"
