// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/coredump.h"

#include <QRegularExpression>
#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>

using namespace edgewright;
using namespace Qt::StringLiterals;

class CoreDumpTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void nothingOfTheProcessReachesACoreFile()
    {
        QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 1);

        refuseCoreDumps();

        rlimit limit{.rlim_cur = 1, .rlim_max = 1};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t{0});
        QCOMPARE(limit.rlim_max, rlim_t{0});
        QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
    }
};

QTEST_GUILESS_MAIN(CoreDumpTest)
#include "tst_coredump.moc"
