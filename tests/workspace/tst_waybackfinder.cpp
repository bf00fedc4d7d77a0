// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/patience.h"
#include "support/testing.h"
#include "workspace/publishflow.h"
#include "workspace/waybackfinder.h"
#include "world.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Way = std::optional<WayBack>;

class WayBackFinderTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<test::World>(m_folder->path());
        m_finder = std::make_unique<WayBackFinder>(
            WayBackFinder::Sources{.connection = m_world->connection,
                                   .catalog = m_world->catalog,
                                   .history = m_world->history,
                                   .archive = m_world->archive,
                                   .ledger = m_world->ledger});
        auto service = test::World::makeFake({u"hello"_s});
        m_fake = service.get();
        m_v1 = m_fake->addVersion(u"hello"_s, "let v = 1;\n");
        m_v2 = m_fake->addVersion(u"hello"_s, "let v = 2;\n");
        m_fake->routines()[u"hello"_s].routine.deployments = {
            {.environment = kProduction, .shares = {{.versionId = m_v1}}}};
        m_world->connection.adopt({.id = u"one"_s}, std::move(service));
        m_world->history.setRoutine(u"hello"_s);
        QTRY_VERIFY(m_world->isIdle());
    }

    void cleanup()
    {
        m_finder.reset();
        m_world.reset();
        m_folder.reset();
    }

    void findsAndMarksWhatWasLiveBefore()
    {
        QVERIFY(publish(m_v2));

        const Result<Way> way = test::wait(m_finder->find(u"hello"_s, kProduction));

        QVERIFY_RESULT(way);
        QVERIFY(way->has_value());
        QCOMPARE((*way)->versionId, m_v1);
        QVERIFY((*way)->onService);
        QVERIFY((*way)->isHeld);
        QVERIFY((*way)->liveFrom.isValid()); // it was read when the account was connected
        QTRY_VERIFY(isMarked(m_v1));
    }

    void thereIsNoneBeforeTheFirstChange()
    {
        const Result<Way> way = test::wait(m_finder->find(u"hello"_s, kProduction));

        QVERIFY_RESULT(way);
        QVERIFY(!way->has_value());
        QVERIFY(!isMarked(m_v1));
    }

    void theMarkGoesWithTheWayBack()
    {
        QVERIFY(publish(m_v2));
        QTRY_VERIFY(isMarked(m_v1));

        QVERIFY(publish(m_v1));

        QTRY_VERIFY(!isMarked(m_v1));
        QVERIFY(!isMarked(m_v2));
    }

    void aVersionDeletedElsewhereIsNotOnTheService()
    {
        QVERIFY(publish(m_v2));
        m_fake->routines()[u"hello"_s].versions.removeIf(
            [this](const auto &stored) { return stored.version.id == m_v1; });
        m_world->history.refresh();
        QTRY_VERIFY(m_world->isIdle());

        const Result<Way> way = test::wait(m_finder->find(u"hello"_s, kProduction));

        QVERIFY_RESULT(way);
        QVERIFY(way->has_value());
        QVERIFY(!(*way)->onService);
        QVERIFY((*way)->isHeld);
    }

    void whoIsGoneBeforeTheAnswerHearsNothing()
    {
        QVERIFY(publish(m_v2));
        delete m_finder->find(u"hello"_s, kProduction);

        const Result<Way> way = test::wait(m_finder->find(u"hello"_s, kStaging));

        QVERIFY_RESULT(way);
        QVERIFY(!way->has_value());
    }

private:
    [[nodiscard]] bool publish(const QString &versionId)
    {
        PublishFlow flow(m_world->connection, m_world->ledger);
        bool isDone = false;
        connect(&flow, &PublishFlow::finished, this, [&](const Result<Routine> &routine) {
            isDone = routine.hasValue();
            if (routine)
                m_world->catalog.adopt(*routine);
        });
        flow.start({.routine = u"hello"_s,
                    .environment = kProduction,
                    .shares = {{.versionId = versionId}}});
        return QTest::qWaitFor([&] { return isDone; }, test::kPatienceMs);
    }

    [[nodiscard]] bool isMarked(const QString &versionId)
    {
        const VersionListModel &model = m_world->history.model();
        const int row = model.rowOf(versionId);
        return row >= 0 && model.items().at(row).isWayBack;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::World> m_world;
    std::unique_ptr<WayBackFinder> m_finder;
    test::FakeRoutineService *m_fake = nullptr;
    QString m_v1;
    QString m_v2;
};

QTEST_GUILESS_MAIN(WayBackFinderTest)
#include "tst_waybackfinder.moc"
