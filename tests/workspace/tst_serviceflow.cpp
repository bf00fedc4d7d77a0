// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeroutineservice.h"
#include "support/ledgerfixture.h"
#include "support/outcome.h"
#include "support/testing.h"
#include "workspace/publishflow.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Fake = test::FakeRoutineService;

/// What all flows have in common, by the example of one.
class ServiceFlowTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        auto service = std::make_unique<Fake>();
        m_fake = service.get();
        m_connection = std::make_unique<Connection>(m_network);
        m_connection->adopt({.id = u"test"_s, .name = u"Test"_s}, std::move(service));
        m_ledger = std::make_unique<test::LedgerFixture>();
    }

    void whatIsCancelledOnceItIsWrittenIsNotLeftPending()
    {
        const QString version = m_fake->addVersion(u"hello"_s, "let v = 2;\n");
        PublishFlow flow(*m_connection, m_ledger->ledger());
        test::Outcome<Routine> finished(flow);
        // Between the answer of the ledger and its delivery.
        connect(
            &m_ledger->ledger(), &Ledger::changed, &flow,
            [&flow] {
                QMetaObject::invokeMethod(
                    &flow, [&flow] { flow.cancel(); }, Qt::QueuedConnection);
            },
            Qt::SingleShotConnection);

        flow.start({.routine = u"hello"_s,
                    .environment = kProduction,
                    .shares = {{.versionId = version}}});

        QCOMPARE(finished.wait().error().code, ErrorCode::Cancelled);
        QCOMPARE(m_fake->calls(u"publish"_s), 0);
        QTRY_COMPARE(m_ledger->entries().first().outcome, ActOutcome::NothingHappened);
        QVERIFY(!m_ledger->entries().first().isOpen);
    }

private:
    QNetworkAccessManager m_network;
    std::unique_ptr<test::LedgerFixture> m_ledger;
    std::unique_ptr<Connection> m_connection;
    Fake *m_fake = nullptr;
};

QTEST_GUILESS_MAIN(ServiceFlowTest)
#include "tst_serviceflow.moc"
