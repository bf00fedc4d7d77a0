// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The program as a shell user meets it: options that need no display.
class ProgramTest : public QObject {
    Q_OBJECT

private:
    struct Outcome {
        int exitCode = -1;
        QByteArray output;
        QByteArray errors;
    };

    static Outcome run(const QStringList &arguments)
    {
        QProcessEnvironment bare;
        bare.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
        bare.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        QProcess process;
        process.setProcessEnvironment(bare);
        process.start(QStringLiteral(EDGEWRIGHT_PROGRAM), arguments);
        if (!process.waitForFinished(60'000))
            return {};
        return {.exitCode = process.exitCode(),
                .output = process.readAllStandardOutput(),
                .errors = process.readAllStandardError()};
    }

    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write a test file");
        return file.fileName();
    }

    QTemporaryDir m_folder;

private slots:
    void saysItsVersionWithoutADisplay()
    {
        const Outcome outcome = run({u"--version"_s});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.output.startsWith("edgewright "));
    }

    void helpsWithoutADisplay()
    {
        const Outcome outcome = run({u"--help"_s});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.output.contains("--sandbox"));
        QVERIFY(outcome.output.contains("--tour"));
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{u"--frobnicate"_s};
        QTest::newRow("unknown language") << QStringList{u"--language"_s, u"tlh"_s};
        QTest::newRow("unknown theme") << QStringList{u"--theme"_s, u"plaid"_s};
        QTest::newRow("endpoint with a path") << QStringList{u"--endpoint"_s, u"a.example/x"_s};
        QTest::newRow("one file to compare") << QStringList{u"--compare"_s, u"a"_s};
        QTest::newRow("stray file") << QStringList{u"a.js"_s};
    }

    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QStringList, arguments);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.errors.startsWith("edgewright: "));
    }

    void printsAPatchAsDiffDoes()
    {
        const QString left = write(u"left.js"_s, "a\nb\nc\n");
        const QString right = write(u"right.js"_s, "a\nB\nc\n");

        const Outcome same = run({u"--diff"_s, left, left});
        QCOMPARE(same.exitCode, 0);
        QCOMPARE(same.output, QByteArray());

        const Outcome different = run({u"--diff"_s, left, right});
        QCOMPARE(different.exitCode, 1);
        QVERIFY(different.output.contains("\n-b\n+B\n"));

        const Outcome missing = run({u"--diff"_s, left, m_folder.filePath(u"nowhere"_s)});
        QCOMPARE(missing.exitCode, 2);
        QVERIFY(!missing.errors.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
