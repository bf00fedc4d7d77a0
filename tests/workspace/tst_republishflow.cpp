// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/outcome.h"
#include "support/testing.h"
#include "workspace/republishflow.h"
#include "world.h"

#include <QRegularExpression>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Fake = test::FakeRoutineService;

/// A version that is saved again before it is published; the stories of the window tell the rest.
class RepublishFlowTest : public QObject {
    Q_OBJECT

private:
    static inline const QString kName = u"www"_s;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::World> m_world;
    Fake *m_fake = nullptr;
    QString m_old;

    RepublishFlow::Request request() const
    {
        return {.publication = {.routine = kName,
                                .environment = kProduction,
                                .shares = {{.versionId = m_old}}},
                .copies = {{.versionId = m_old,
                            .name = u"v1"_s,
                            .description = u"copy of v1"_s,
                            .variablesOf = {}}},
                .knownVersionIds = {m_old}};
    }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<test::World>(m_folder->path());
        m_fake = &m_world->connectFake({kName});
        m_old = m_fake->addVersion(kName, "let v = 1;\n");
        QTRY_VERIFY(m_world->isIdle());
    }

    void theCopyIsPublishedInItsPlace()
    {
        RepublishFlow flow(m_world->connection, m_world->ledger, m_world->history.codes());
        test::Outcome<Routine> outcome(flow);
        flow.start(request());

        const Result<Routine> routine = outcome.wait();

        QVERIFY_RESULT(routine);
        const QString copy = flow.copies().value(m_old);
        QVERIFY(!copy.isEmpty() && copy != m_old);
        QCOMPARE(routine->deploymentIn(kProduction).mainVersionId(), copy);
    }

    void anotherAccountIsNeverPublishedToWithWhatWasSavedBefore()
    {
        Fake *other = nullptr;
        RepublishFlow flow(m_world->connection, m_world->ledger, m_world->history.codes());
        test::Outcome<Routine> outcome(flow);
        // Right between the end of the saving and its being told.
        connect(&flow, &RepublishFlow::stepChanged, &flow, [&] {
            auto *save = flow.findChild<SaveVersionFlow *>();
            if (!save || save->step() != SaveVersionFlow::Step::Done)
                return;
            QMetaObject::invokeMethod(
                &flow,
                [&] {
                    other = &m_world->connectFake({kName}, u"two"_s);
                    // By chance the same ids, so that nothing else is in the way.
                    other->addVersion(kName, "let v = 1;\n");
                    other->addVersion(kName, "let v = 1;\n");
                },
                Qt::QueuedConnection);
        });
        flow.start(request());

        const Result<Routine> routine = outcome.wait();

        QVERIFY(!routine);
        QVERIFY(other);
        QVERIFY2(routine.error().message.contains(u"v1 is on the service again"_s),
                 qPrintable(routine.error().message));
        QVERIFY(!other->routines()[kName].versions.isEmpty());
        QCOMPARE(other->routines()[kName].versions.first().version.id, flow.copies().value(m_old));
        QCOMPARE(other->calls(u"publish"_s), 0);
        QCOMPARE(flow.copies().size(), 1);
    }
};

QTEST_GUILESS_MAIN(RepublishFlowTest)
#include "tst_republishflow.moc"
