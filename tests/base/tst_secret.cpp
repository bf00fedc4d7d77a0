// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include <QRegularExpression>
#include <QTest>

#include <utility>

using namespace edgewright;
using namespace Qt::StringLiterals;

class SecretTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void revealsWhatItWasGiven()
    {
        const Secret secret("s3cret");

        QCOMPARE(secret.reveal(), QByteArray("s3cret"));
        QVERIFY(!secret.isEmpty());
        QVERIFY(Secret().isEmpty());
    }

    void sharesItsBytesWithNobody()
    {
        const QByteArray given("s3cret");
        const Secret secret(given);
        const Secret copy(secret);
        Secret assigned;
        assigned = secret;

        QVERIFY(secret.reveal().constData() != given.constData());
        QVERIFY(copy.reveal().constData() != secret.reveal().constData());
        QVERIFY(assigned.reveal().constData() != secret.reveal().constData());
        QCOMPARE(copy.reveal(), given);
        QCOMPARE(assigned.reveal(), given);
    }

    void leavesNothingBehindWhenMoved()
    {
        Secret source("s3cret");

        const Secret target(std::move(source));
        Secret again("older");
        again = target;

        QVERIFY(source.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is tested
        QCOMPARE(target.reveal(), QByteArray("s3cret"));
        QCOMPARE(again.reveal(), QByteArray("s3cret"));
    }

    void survivesAssignmentToItself()
    {
        Secret secret("s3cret");
        Secret &same = secret;

        secret = same;

        QCOMPARE(secret.reveal(), QByteArray("s3cret"));
    }

    void zeroesTheBytesOfAnOldValue()
    {
        // A longer buffer than any allocator bookkeeping, so that its middle stays as it was left.
        Secret secret(QByteArray(4'000'000, 'x'));
        const QByteArray shared = secret.reveal();
        Secret sole(QByteArray(4'000'000, 'y'));

        secret = Secret("new");
        sole = Secret("new");

        QCOMPARE(shared, QByteArray(4'000'000, 'x')); // others keep what they took
        QCOMPARE(sole.reveal(), QByteArray("new"));
    }

    void comparesByValue_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<bool>("equal");
        QTest::newRow("same") << QByteArray("abc") << QByteArray("abc") << true;
        QTest::newRow("other last byte") << QByteArray("abc") << QByteArray("abd") << false;
        QTest::newRow("other first byte") << QByteArray("abc")
                                          << QByteArray("\xff"
                                                        "bc")
                                          << false;
        QTest::newRow("prefix") << QByteArray("abc") << QByteArray("ab") << false;
        QTest::newRow("both empty") << QByteArray() << QByteArray("") << true;
        QTest::newRow("null bytes") << QByteArray("a\0b", 3) << QByteArray("a\0c", 3) << false;
    }

    void comparesByValue()
    {
        QFETCH(const QByteArray, left);
        QFETCH(const QByteArray, right);
        QFETCH(const bool, equal);

        QCOMPARE(Secret(left) == Secret(right), equal);
    }
};

QTEST_GUILESS_MAIN(SecretTest)
#include "tst_secret.moc"
