// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/linetrace.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace edgewright;

namespace {

const QDateTime kNow = QDateTime::fromSecsSinceEpoch(1'700'100'000, Qt::UTC);

LineTrace::Chain chainOf(const QList<QByteArray> &codes)
{
    auto chain = std::make_shared<VersionChain>();
    chain->routine = u"r"_s;
    for (qsizetype i = 0; i < codes.size(); ++i) {
        chain->links.append(
            {.version = {.id = u"id%1"_s.arg(i),
                         .description = u"<b>says %1</b>\nmore"_s.arg(i),
                         .createdAt = QDateTime::fromSecsSinceEpoch(1'700'000'000 + i, Qt::UTC)},
             .name = u"v%1"_s.arg(i + 1),
             .code = codes.at(i)});
        const std::string code = codes.at(i).toStdString();
        if (i == 0)
            chain->lines = diff::LineHistory(code);
        else
            chain->lines.add(codes.at(i - 1).toStdString(), code);
    }
    return chain;
}

} // namespace

class tst_LineTrace final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aVersionKnowsWhoBroughtEachLine()
    {
        const LineTrace trace(chainOf({"a\n", "a\nb\n", "a\nb\nc\n"}), 1);

        QCOMPARE(trace.bringerOf(0), 0);
        QCOMPARE(trace.bringerOf(1), 1);
        QCOMPARE(trace.bringerOf(2), -1); // behind the final newline
        QCOMPARE(trace.bringerOf(-1), -1);
        QCOMPARE(trace.before(0), -1);
        QCOMPARE(trace.before(1), 0);
        QVERIFY(trace.sentence(1, kNow).startsWith(u"Line 2 came with v2 · <b>says 1</b>"_s));
        QVERIFY(trace.sentence(0, kNow).contains(u"oldest version known"_s));
        QCOMPARE(trace.sentence(2, kNow), QString());
    }

    void aTextOfItsOwnIsNotSavedYet()
    {
        // Based on v1 although there is a v2.
        const LineTrace trace(chainOf({"a\n", "a\nb\n"}), 0, "a\nmine\n");

        QCOMPARE(trace.noteOfLine(), (QList<int>{0, 2, -1}));
        QCOMPARE(trace.notes(kNow).at(2).text, u"not saved yet"_s);
        QCOMPARE(trace.before(1), 0);
        QCOMPARE(trace.sentence(1, kNow), u"Line 2 is in no version yet"_s);
    }

    void withoutVersionsEverythingIsNew()
    {
        const LineTrace trace(std::make_shared<VersionChain>(), -1, "a\nb\n");

        QCOMPARE(trace.noteOfLine(), (QList<int>{0, 0, -1}));
        QCOMPARE(trace.notes(kNow).size(), 1);
        QCOMPARE(trace.before(0), -1);
        QVERIFY(!trace.sentence(0, kNow).isEmpty());
    }

    void aTraceThatWasStoppedIsCoarserButWhole()
    {
        const std::atomic<bool> stopped = true;
        const LineTrace trace(chainOf({"a\nb\nc\n"}), 0, "b\nnew\nc\na\n", {.cancelled = &stopped});

        QCOMPARE(trace.noteOfLine().size(), 5);
        QCOMPARE(trace.noteOfLine().last(), -1);
        QCOMPARE(trace.bringerOf(1), 1);
        QVERIFY(trace.lineIn(0, 3) < 3);
    }

    void aGapIsSaid()
    {
        auto chain = std::make_shared<VersionChain>(*chainOf({"a\n", "a\nb\n"}));
        chain->links[1].followsGap = true;
        const LineTrace trace(chain, 1);

        QVERIFY(trace.sentence(1, kNow).contains(u"or the version before it"_s));
        QVERIFY(trace.notes(kNow).at(1).details.contains(u"not known"_s));
    }

    void linesAreThoseOfTheEditor()
    {
        const LineTrace trace(chainOf({"a\n", "a\nx\rb\r\nc\n"}), 1);

        // The editor ends lines at a lone CR as well.
        QCOMPARE(trace.noteOfLine(), (QList<int>{0, 1, 1, 1, -1}));
        QCOMPARE(LineTrace(chainOf({"", ""}), 1).noteOfLine(), QList<int>{-1});
    }

    void theSameLineIsFoundInOlderVersions()
    {
        const LineTrace trace(chainOf({"one();\n", "zero();\none();\n"}), 1);

        QCOMPARE(trace.lineIn(0, 1), 0);
        QCOMPARE(trace.lineIn(0, 99), 0);
        QCOMPARE(trace.lineIn(0, -5), 0);
        QCOMPARE(trace.lineIn(1, 1), 1);
    }
};

QTEST_GUILESS_MAIN(tst_LineTrace)
#include "tst_linetrace.moc"
