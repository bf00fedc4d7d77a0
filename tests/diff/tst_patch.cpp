// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/patch.h"
#include "randomtexts.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
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

bool write(const QString &path, const std::string &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly)
           && file.write(QByteArray::fromStdString(bytes)) == qint64(bytes.size());
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

struct Texts {
    std::string left;
    std::string right;
};

std::vector<Texts> somePairs()
{
    std::vector<Texts> pairs{{"a", "a\n"},     {"a\n", "a"},
                             {"", "a\nb"},     {"a\r\nb\r\n", "a\nb\r\n"},
                             {"x\ny", "x\nz"}, {"same\nx", "same\nx\n"}};
    test::RandomTexts texts(17);
    while (pairs.size() < 400) {
        const std::string left = texts.text(1 + texts.below(60), 2 + texts.below(30));
        const std::string right = texts.edited(left);
        if (left != right && !right.empty())
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
        QTest::newRow("patch") << u"patch"_s
                               << QStringList{u"-p1"_s, u"--binary"_s, u"-s"_s, u"-i"_s,
                                              u"all.patch"_s}
                               << 3;
    }
    void otherToolsMakeTheRightTextOfIt()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        QFETCH(int, context);
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP("not installed");
        const QTemporaryDir dir;
        const std::vector<Texts> pairs = somePairs();
        std::string all;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const std::string name = std::to_string(i) + ".txt";
            QVERIFY(write(dir.filePath(QString::fromStdString(name)), pairs[i].left));
            all += unifiedPatch(pairs[i].left, pairs[i].right,
                                diffLines(pairs[i].left, pairs[i].right),
                                {"a/" + name, "b/" + name}, context);
        }
        QVERIFY(write(dir.filePath(u"all.patch"_s), all));

        QProcess process;
        process.setWorkingDirectory(dir.path());
        process.setProcessChannelMode(QProcess::MergedChannels);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"GIT_CEILING_DIRECTORIES"_s, QDir::tempPath());
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        QVERIFY(process.waitForFinished());

        const QByteArray said = process.readAll();
        QVERIFY2(process.exitCode() == 0, said.constData());
        for (std::size_t i = 0; i < pairs.size(); ++i)
            QCOMPARE(read(dir.filePath(QString::number(i) + u".txt"_s)),
                     QByteArray::fromStdString(pairs[i].right));
    }
};

QTEST_GUILESS_MAIN(PatchTest)
#include "tst_patch.moc"
