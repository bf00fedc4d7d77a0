// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/diffcommand.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace edgewright::diff;
using namespace Qt::StringLiterals;

class DiffCommandTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_output.clear();
        m_error.clear();
    }

    void answersAsDiffDoes_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("option");
        QTest::addColumn<int>("code");
        QTest::newRow("same") << QByteArray("a\n") << QByteArray("a\n") << QByteArray() << 0;
        QTest::newRow("different") << QByteArray("a\n") << QByteArray("b\n") << QByteArray() << 1;
        QTest::newRow("empty files") << QByteArray() << QByteArray() << QByteArray() << 0;
        QTest::newRow("space ignored")
            << QByteArray("a b\n") << QByteArray("ab\n") << QByteArray("--ignore-space=all") << 0;
        QTest::newRow("two modes") << QByteArray("a \n\n") << QByteArray("a\n")
                                   << QByteArray("--ignore-space=trailing,blank-lines") << 0;
        QTest::newRow("line ends") << QByteArray("a\r\n") << QByteArray("a\n")
                                   << QByteArray("--ignore-space=line-ends") << 0;
        QTest::newRow("formatting") << QByteArray("a(b)\n") << QByteArray("a(\n  b )\n")
                                    << QByteArray("--ignore-space=formatting") << 0;
        QTest::newRow("unknown option")
            << QByteArray("a") << QByteArray("a") << QByteArray("--sideways") << 2;
        QTest::newRow("unknown mode")
            << QByteArray("a") << QByteArray("a") << QByteArray("--ignore-space=some") << 2;
        QTest::newRow("context that is no number")
            << QByteArray("a") << QByteArray("a") << QByteArray("--unified=3x") << 2;
        QTest::newRow("negative context")
            << QByteArray("a") << QByteArray("a") << QByteArray("--unified=-1") << 2;
    }
    void answersAsDiffDoes()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(QByteArray, option);
        QFETCH(int, code);
        std::vector<std::string> arguments{write(u"left"_s, left), write(u"right"_s, right)};
        if (!option.isEmpty())
            arguments.insert(arguments.begin(), option.toStdString());
        QCOMPARE(runDiffCommand(arguments, m_output, m_error), code);
        QCOMPARE(m_output.empty(), code != 1);
        QCOMPARE(m_error.empty(), code != 2);
    }

    void printsThePatchWithTheContextAndNamesAskedFor()
    {
        const std::string left = write(u"left"_s, "1\n2\n3\n");
        const std::string right = write(u"right"_s, "1\n2\nx\n");
        QCOMPARE(runDiffCommand({"--unified=1", "--label=old", "--label=new", left, right},
                                m_output, m_error),
                 1);
        QCOMPARE(QByteArray::fromStdString(m_output),
                 QByteArray("--- old\n+++ new\n@@ -2,2 +2,2 @@\n 2\n-3\n+x\n"));
    }

    void namesTheFileItCannotRead()
    {
        const std::string left = write(u"left"_s, "1\n");
        QCOMPARE(runDiffCommand({left, "/nowhere/at all"}, m_output, m_error), 2);
        QVERIFY(m_error.find("/nowhere/at all: ") != std::string::npos);
        QCOMPARE(runDiffCommand({m_dir.path().toStdString(), left}, m_output, m_error), 2);
        QCOMPARE(runDiffCommand({left}, m_output, m_error), 2);
        QVERIFY(m_error.find("usage") != std::string::npos);
    }

private:
    std::string write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName().toStdString();
    }

    QTemporaryDir m_dir;
    std::string m_output;
    std::string m_error;
};

QTEST_GUILESS_MAIN(DiffCommandTest)
#include "tst_diffcommand.moc"
