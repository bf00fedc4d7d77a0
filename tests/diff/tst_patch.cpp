// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/patch.h"
#include "patchjudge.h"
#include "randomtexts.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace edgewright;
using namespace edgewright::diff;
using namespace Qt::StringLiterals;

namespace {

QByteArray patchOf(const QByteArray &left, const QByteArray &right, int context = 3,
                   Ignore ignore = {})
{
    const std::string l = left.toStdString();
    const std::string r = right.toStdString();
    return QByteArray::fromStdString(unifiedPatch(l, r, diffLines(l, r, ignore), {}, context));
}

/// How many pairs other programs judge; many when asked for by `./dev judge`.
std::size_t pairCount()
{
    const int wanted = qEnvironmentVariableIntValue("EDGEWRIGHT_JUDGE");
    return wanted > 0 ? std::size_t(wanted) : 400;
}

std::vector<test::TextPair> somePairs()
{
    std::vector<test::TextPair> pairs{{"a", "a\n"},
                                      {"a\n", "a"},
                                      {"", "a\nb"},
                                      {"a\r\nb\r\n", "a\nb\r\n"},
                                      {"x\ny", "x\nz"},
                                      {"", "\n"},
                                      {"same\nx", "same\nx\n"},
                                      {"a\nb\n", ""},
                                      {"\n\n\n", "\n\n"},
                                      {"--- a\n+++ b\n", "@@ -1 +1 @@\n"},
                                      {"a\r", "a\r\n"},
                                      {std::string("\0", 1), std::string("\0\0\n", 3)}};
    test::RandomTexts texts(17);
    while (pairs.size() < pairCount()) {
        const std::string left = texts.below(8) == 0
                                     ? texts.bytes(texts.below(120))
                                     : texts.text(texts.below(60), 2 + texts.below(30));
        std::string right = texts.below(6) == 0 ? texts.pairOf(left) : texts.edited(left);
        if (texts.below(8) == 0)
            right = texts.bytes(texts.below(120));
        if (left != right)
            pairs.push_back({left, right});
    }
    return pairs;
}

} // namespace

class PatchTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void writesWhatDiffWrites_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<int>("context");
        QTest::addColumn<QByteArray>("patch");
        QTest::newRow("nothing changed")
            << QByteArray("a\n") << QByteArray("a\n") << 3 << QByteArray();
        QTest::newRow("one line") << QByteArray("a\nb\nc\n") << QByteArray("a\nB\nc\n") << 1
                                  << QByteArray("--- a\n+++ b\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n");
        QTest::newRow("counts of one are silent")
            << QByteArray("a\n") << QByteArray("b\n") << 3
            << QByteArray("--- a\n+++ b\n@@ -1 +1 @@\n-a\n+b\n");
        QTest::newRow("from nothing") << QByteArray() << QByteArray("a\nb\n") << 3
                                      << QByteArray("--- a\n+++ b\n@@ -0,0 +1,2 @@\n+a\n+b\n");
        QTest::newRow("final newline gone")
            << QByteArray("a\n") << QByteArray("a") << 3
            << QByteArray("--- a\n+++ b\n@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n");
        QTest::newRow("no final newline in context")
            << QByteArray("a\nb") << QByteArray("A\nb") << 3
            << QByteArray(
                   "--- a\n+++ b\n@@ -1,2 +1,2 @@\n-a\n+A\n b\n\\ No newline at end of file\n");
        QTest::newRow("no context") << QByteArray("a\nb\n") << QByteArray("a\nx\nb\n") << 0
                                    << QByteArray("--- a\n+++ b\n@@ -1,0 +2 @@\n+x\n");
        QTest::newRow("near changes share a hunk")
            << QByteArray("1\n2\n3\n4\n") << QByteArray("x\n2\n3\ny\n") << 1
            << QByteArray("--- a\n+++ b\n@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n-4\n+y\n");
        QTest::newRow("far changes do not")
            << QByteArray("1\n2\n3\n4\n5\n") << QByteArray("x\n2\n3\n4\ny\n") << 1
            << QByteArray(
                   "--- a\n+++ b\n@@ -1,2 +1,2 @@\n-1\n+x\n 2\n@@ -4,2 +4,2 @@\n 4\n-5\n+y\n");
    }
    void writesWhatDiffWrites()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(int, context);
        QTEST(patchOf(left, right, context), "patch");
    }

    void aNameWithBlanksEndsInATab()
    {
        const std::string patch =
            unifiedPatch("a\n", "b\n", diffLines("a\n", "b\n"), {"my file", "b"});
        QVERIFY(patch.starts_with("--- my file\t\n+++ b\n"));
    }

    void aFinalNewlineThatDoesNotCountKeepsThePatchWhole()
    {
        const QByteArray patch = patchOf("x", "x\ny\n", 3, {.trailingSpace = true});
        QCOMPARE(
            patch,
            QByteArray("--- a\n+++ b\n@@ -1 +1,2 @@\n-x\n\\ No newline at end of file\n+x\n+y\n"));
    }

    void otherToolsMakeTheRightTextOfIt_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("context");
        QTest::newRow("git apply")
            << u"git"_s
            << QStringList{u"apply"_s, u"-p1"_s, u"--whitespace=nowarn"_s, u"all.patch"_s} << 3;
        QTest::newRow("git apply, no context")
            << u"git"_s
            << QStringList{u"apply"_s, u"-p1"_s, u"--unidiff-zero"_s, u"--whitespace=nowarn"_s,
                           u"all.patch"_s}
            << 0;
        const QStringList patch{u"-p1"_s, u"--binary"_s, u"-s"_s, u"-i"_s, u"all.patch"_s};
        QTest::newRow("patch") << u"patch"_s << patch << 3;
        QTest::newRow("patch, no context") << u"patch"_s << patch << 0;
    }
    void otherToolsMakeTheRightTextOfIt()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        QFETCH(int, context);
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP("not installed");
        std::vector<test::TextPair> pairs = somePairs();
        // Without context git takes the newline before a removed last line that has none, too.
        if (program == u"git"_s && context == 0)
            std::erase_if(pairs, [](const auto &pair) { return !pair.left.ends_with('\n'); });
        const QString verdict = test::PatchJudge(program, arguments, context).judge(pairs);
        QVERIFY2(verdict.isEmpty(), qPrintable(verdict));
        if (pairs.size() > 1000)
            qInfo("%zu pairs are right", pairs.size());
    }

    void otherToolsMakeTheRightBundleOfIt()
    {
        const QDir corpus(qEnvironmentVariable("EDGEWRIGHT_JUDGE_CORPUS", u"/nowhere"_s));
        std::vector<test::TextPair> pairs;
        for (const QString &name : corpus.entryList({u"*.a"_s}, QDir::Files, QDir::Name)) {
            // Those are made to be hard to compare and take other programs minutes to patch.
            if (name.startsWith(u"hard-"_s))
                continue;
            const QByteArray left = test::readFile(corpus.filePath(name));
            const QByteArray right = test::readFile(corpus.filePath(name.chopped(1) + u"b"_s));
            pairs.push_back({left.toStdString(), right.toStdString()});
            pairs.push_back({right.toStdString(), left.toStdString()});
        }
        if (pairs.empty())
            QSKIP("./dev judge brings the bundles");
        const QStringList patch{u"-p1"_s, u"--binary"_s, u"-s"_s, u"-i"_s, u"all.patch"_s};
        const QStringList apply{u"apply"_s, u"-p1"_s, u"--whitespace=nowarn"_s, u"all.patch"_s};
        for (const QString &verdict : {test::PatchJudge(u"patch"_s, patch, 3).judge(pairs),
                                       test::PatchJudge(u"git"_s, apply, 3).judge(pairs)})
            QVERIFY2(verdict.isEmpty(), qPrintable(verdict));
        qInfo("%zu pairs of bundles are right", pairs.size());
    }
};

QTEST_GUILESS_MAIN(PatchTest)
#include "tst_patch.moc"
