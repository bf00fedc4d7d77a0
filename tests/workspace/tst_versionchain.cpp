// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeroutineservice.h"
#include "support/testing.h"
#include "workspace/appservices.h"
#include "workspace/versionchain.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace edgewright;
using namespace edgewright::test;
using namespace Qt::StringLiterals;

namespace {

/// A connected workspace with one routine on screen.
struct Setup {
    QTemporaryDir folder;
    AppServices services{{.data = folder.path(), .sandbox = {}, .sandboxProgram = {}}};
    FakeRoutineService *service = nullptr;

    VersionHistory &history() { return services.history(); }

    void connectWith(const QList<QByteArray> &codes)
    {
        auto fake = std::make_unique<FakeRoutineService>();
        service = fake.get();
        service->routines().insert(u"r"_s, {.routine = {.name = u"r"_s}});
        for (const QByteArray &code : codes)
            service->addVersion(u"r"_s, code);
        services.connection().adopt({.id = u"a"_s}, std::move(fake));
        history().setRoutine(u"r"_s);
    }
};

} // namespace

class tst_VersionChain final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void nothingIsReadUntilItIsWanted()
    {
        Setup setup;
        setup.connectWith({"a\n", "a\nb\n"});
        VersionChains chains(setup.history());
        QTRY_COMPARE(setup.history().model().rowCount(), 3); // and the staging slot
        QVERIFY(!chains.isReading());
        QVERIFY(!chains.chain());

        chains.setWanted(true);

        QTRY_VERIFY(chains.chain());
        QCOMPARE(chains.chain()->links.size(), 2);
        QCOMPARE(chains.chain()->links.at(0).name, u"v1"_s);
        QCOMPARE(chains.chain()->lines.bringers(1), (std::vector<std::uint32_t>{0, 1}));
        QVERIFY(!chains.isReading());
    }

    void aNewVersionJoinsTheChain()
    {
        Setup setup;
        setup.connectWith({"a\n"});
        VersionChains chains(setup.history());
        chains.setWanted(true);
        QTRY_VERIFY(chains.chain() && chains.chain()->links.size() == 1);

        const QString id = setup.service->addVersion(u"r"_s, "b\na\n");
        setup.history().refresh();

        QTRY_COMPARE(chains.chain()->links.size(), 2);
        QCOMPARE(chains.chain()->indexOf(id), 1);
        QCOMPARE(chains.chain()->indexOf(u"unknown"_s), -1);
    }

    void aVersionWithoutCodeIsAGap()
    {
        Setup setup;
        setup.connectWith(
            {"a\n", "<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code></Error>", "a\nb\n"});
        VersionChains chains(setup.history());
        chains.setWanted(true);

        QTRY_VERIFY(chains.chain() && chains.chain()->links.size() == 2);
        QVERIFY(!chains.chain()->links.at(0).followsGap);
        QVERIFY(chains.chain()->links.at(1).followsGap);
        QCOMPARE(chains.chain()->links.at(1).name, u"v3"_s);
    }

    void anotherRoutineTakesTheOldChainAway()
    {
        Setup setup;
        setup.connectWith({"a\n"});
        setup.service->routines().insert(u"other"_s, {.routine = {.name = u"other"_s}});
        VersionChains chains(setup.history());
        chains.setWanted(true);
        QTRY_VERIFY(chains.chain() && chains.chain()->links.size() == 1);

        setup.history().setRoutine(u"other"_s);

        QTRY_VERIFY(chains.chain() && chains.chain()->routine == u"other"_s);
        QVERIFY(chains.chain()->links.isEmpty());
    }

    void leavingWhileReadingDoesNoHarm()
    {
        Setup setup;
        setup.connectWith({"a\n", "b\n", "c\n"});
        {
            VersionChains chains(setup.history());
            chains.setWanted(true);
            QTRY_VERIFY(chains.isReading());
        }
        setup.services.connection().close();
        QTRY_COMPARE(setup.history().model().rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_VersionChain)
#include "tst_versionchain.moc"
