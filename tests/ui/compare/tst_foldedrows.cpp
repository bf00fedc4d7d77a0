// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/foldedrows.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

namespace edgewright {

using namespace Qt::StringLiterals;

class FoldedRowsTest final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void longUnchangedStretchesBecomeBands()
    {
        FoldedRows folds;

        folds.reset(rows(50, {20}), 3);

        // Rows 0–16 folded, 17–19 context, 20 the change, 21–23 context, 24–49 folded.
        QCOMPARE(folds.count(), 1 + 3 + 1 + 3 + 1);
        QCOMPARE(folds.at(0).folded, 17U);
        QCOMPARE(folds.at(4).row, 20U);
        QCOMPARE(folds.at(8).folded, 26U);
    }

    void shortStretchesStay()
    {
        FoldedRows folds;

        folds.reset(rows(15, {0, 8, 14}), 3);

        QCOMPARE(folds.count(), 15);
    }

    void withoutContextNothingIsFolded()
    {
        FoldedRows folds;

        folds.reset(rows(500, {20}), -1);

        QCOMPARE(folds.count(), 500);
    }

    void aBandOpensTowardsTheChange()
    {
        FoldedRows folds;
        folds.reset(rows(100, {50}), 3);

        folds.reveal(folds.at(0).fold, 10);

        QVERIFY(folds.at(0).isBand());
        QCOMPARE(folds.at(0).folded, 37U);
        QCOMPARE(folds.at(1).row, 37U);
    }

    void aNearlyOpenBandOpensWhole()
    {
        FoldedRows folds;
        folds.reset(rows(30, {15}), 3);

        folds.reveal(folds.at(0).fold, 11);

        QVERIFY(!folds.at(0).isBand());
    }

    void everyRowIsShownOrFoldedExactlyOnce()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 300; ++round) {
            const auto count = static_cast<std::uint32_t>(1 + random.bounded(200));
            std::vector<std::uint32_t> changes;
            for (int i = 0; i < random.bounded(6); ++i)
                changes.push_back(static_cast<std::uint32_t>(random.bounded(int(count))));
            FoldedRows folds;
            folds.reset(rows(count, changes), random.bounded(5));
            for (int i = 0; i < random.bounded(4); ++i) {
                const int index = random.bounded(folds.count());
                if (folds.at(index).isBand())
                    folds.reveal(folds.at(index).fold, 10);
            }

            std::uint32_t next = 0;
            for (int index = 0; index < folds.count(); ++index) {
                QCOMPARE(folds.at(index).row, next);
                QCOMPARE(folds.indexOf(next), index);
                next += std::max(1U, folds.at(index).folded);
                QCOMPARE(folds.indexOf(next - 1), index);
            }
            QCOMPARE(next, count);
        }
    }

private:
    static std::vector<diff::Row> rows(std::uint32_t count,
                                       const std::vector<std::uint32_t> &changes)
    {
        std::vector<diff::Row> out(count);
        for (std::size_t i = 0; i < changes.size(); ++i)
            out[changes[i]].change = static_cast<std::int32_t>(i);
        return out;
    }
};

} // namespace edgewright

QTEST_GUILESS_MAIN(edgewright::FoldedRowsTest)
#include "tst_foldedrows.moc"
