// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/paths.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

class PathsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setApplicationName(u"tst_paths"_s);
        QDir(dataFolder()).removeRecursively();
    }

    void cleanupTestCase() { QDir(dataFolder()).removeRecursively(); }

    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void foldersAreMadeForTheOwnerOnly()
    {
        QDir(dataFolder()).removeRecursively();

        const QString sandbox = sandboxFolder();
        const QString data = dataFolder();

        const auto others = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        for (const QString &folder : {sandbox, data}) {
            QVERIFY2(QFileInfo(folder).isDir(), qPrintable(folder));
            QVERIFY2(!(QFile::permissions(folder) & others), qPrintable(folder));
        }
        QVERIFY(sandbox.startsWith(data + u'/'));
    }

    void aPlainNameStays_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("routine") << u"hello-2"_s;
        QTest::newRow("with a dot") << u"index.js"_s;
        QTest::newRow("capitals") << u"My_Routine"_s;
        QTest::newRow("as long as may be") << QString(100, u'a');
    }

    void aPlainNameStays()
    {
        QFETCH(const QString, name);

        QCOMPARE(safeFileName(name), name);
    }

    void aHostileNameIsMadeHarmless_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : hostileNames())
            QTest::newRow(qPrintable(name.left(20).toHtmlEscaped())) << name;
    }

    void aHostileNameIsMadeHarmless()
    {
        QFETCH(const QString, name);

        const QString safe = safeFileName(name);

        static const QRegularExpression plain(u"^[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}$"_s);
        QVERIFY2(plain.match(safe).hasMatch(), qPrintable(safe));
        QCOMPARE(safeFileName(name), safe);
    }

    void differentNamesGiveDifferentFiles()
    {
        QStringList names = hostileNames();
        for (const QString &name : hostileNames())
            names.append(safeFileName(name)); // an attacker may know the rule
        for (const QString &name : hostileNames())
            names.append(safeFileName(safeFileName(name)));
        const QSet<QString> different(names.cbegin(), names.cend());

        QSet<QString> files;
        for (const QString &name : different)
            files.insert(safeFileName(name));

        QCOMPARE(files.size(), different.size());
    }

private:
    [[nodiscard]] static QStringList hostileNames()
    {
        return {QString(),
                u"."_s,
                u".."_s,
                u"../../etc/passwd"_s,
                u"a/b"_s,
                u"a\\b"_s,
                u"a b"_s,
                u"a\nb"_s,
                u"a\0b"_s,
                u"路由"_s,
                u"路曲"_s,
                u"\u202eevil"_s,
                QString(QChar(0xd800)),
                QString(QChar(0xd801)),
                QString(101, u'a'),
                QString(102, u'a'),
                QString(100'000, u'/'),
                u"~root"_s,
                u"$(reboot)"_s,
                u"cli:default"_s};
    }
};

QTEST_GUILESS_MAIN(PathsTest)
#include "tst_paths.moc"
