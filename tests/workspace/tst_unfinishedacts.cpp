// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeroutineservice.h"
#include "support/ledgerfixture.h"
#include "support/testing.h"
#include "workspace/unfinishedacts.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Fake = test::FakeRoutineService;
using Fate = Fake::Fate;

namespace {

const QByteArray kCode = "let v = 2;\n";
const QString kRoutine = u"hello"_s;
const QString kAccount = u"acme"_s;

/// What became of the act before its end could be written.
enum class Truth { Happened, DidNotHappen, SomethingElse };

} // namespace

class UnfinishedActsTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_ledger = std::make_unique<test::LedgerFixture>();
    }

    void cleanup()
    {
        m_acts.reset();
        m_connection.reset();
        m_ledger.reset();
    }

    void areSettledByReading_data()
    {
        QTest::addColumn<ActKind>("kind");
        QTest::addColumn<Truth>("truth");
        QTest::addColumn<ActOutcome>("outcome");
        const auto rows = [](const char *name, ActKind kind, ActOutcome otherwise) {
            QTest::addRow("%s, done", name) << kind << Truth::Happened << ActOutcome::Done;
            QTest::addRow("%s, not done", name)
                << kind << Truth::DidNotHappen << ActOutcome::NothingHappened;
            if (otherwise != ActOutcome::Pending)
                QTest::addRow("%s, overtaken", name) << kind << Truth::SomethingElse << otherwise;
        };
        rows("publish", ActKind::Publish, ActOutcome::Unknown);
        rows("save", ActKind::SaveVersion, ActOutcome::NothingHappened);
        rows("delete version", ActKind::DeleteVersion, ActOutcome::Pending);
        rows("create", ActKind::CreateRoutine, ActOutcome::Pending);
        rows("delete", ActKind::DeleteRoutine, ActOutcome::Pending);
        rows("limit", ActKind::LimitProcessor, ActOutcome::Pending);
    }

    void areSettledByReading()
    {
        QFETCH(const ActKind, kind);
        QFETCH(const Truth, truth);
        auto service = std::make_unique<Fake>();
        const QString old = service->addVersion(kRoutine, "let v = 1;\n");
        leaveOpen(kind, old);
        makeTrue(*service, kind, truth, old);
        Fake &fake = *service;

        connectTo(std::move(service));

        QTRY_COMPARE(m_told->count(), 1);
        const auto told = m_told->at(0).at(0).value<QList<LedgerEntry>>();
        QCOMPARE(told.size(), 1);
        QTEST(told.first().outcome, "outcome");
        const LedgerEntry entry = m_ledger->entries().first();
        QTEST(entry.outcome, "outcome");
        QVERIFY(!entry.isOpen);
        if (kind == ActKind::SaveVersion && truth == Truth::Happened)
            QCOMPARE(entry.versionId, fake.routines()[kRoutine].versions.first().version.id);
        for (const QString &write : {u"publish"_s, u"commitUpload"_s, u"upload"_s,
                                     u"deleteVersion"_s, u"createRoutine"_s, u"deleteRoutine"_s})
            QCOMPARE(fake.calls(write), 0);
    }

    void whatCannotBeReadStaysOpen()
    {
        auto service = std::make_unique<Fake>();
        const QString old = service->addVersion(kRoutine, "let v = 1;\n");
        leaveOpen(ActKind::Publish, old);
        service->script(u"fetchRoutine"_s, Fate::Fails, ErrorCode::Network);
        Fake &fake = *service;
        connectTo(std::move(service));
        QTRY_COMPARE(fake.calls(u"fetchRoutine"_s), 1);
        QVERIFY(m_ledger->entries().first().isOpen);

        QTRY_VERIFY((m_acts->settle(), fake.calls(u"fetchRoutine"_s) > 1));

        QTRY_COMPARE(m_told->count(), 1);
    }

    void aVersionWhoseCodeIsAnsweredWithAPageStaysOpen()
    {
        auto service = std::make_unique<Fake>();
        leaveOpen(ActKind::SaveVersion, service->addVersion(kRoutine, "let v = 1;\n"));
        service->addVersion(kRoutine, "<Error><Code>NoSuchKey</Code></Error>");
        Fake &fake = *service;
        connectTo(std::move(service));
        QTRY_COMPARE(fake.calls(u"fetchBody"_s), 1);
        QVERIFY(m_ledger->entries().first().isOpen);

        fake.routines()[kRoutine].versions.first().bytes = kCode;

        QTRY_VERIFY((m_acts->settle(), m_told->count() == 1));
        QCOMPARE(m_ledger->entries().first().outcome, ActOutcome::Done);
    }

    void anotherAccountsActsAreLeftAlone()
    {
        auto service = std::make_unique<Fake>();
        leaveOpen(ActKind::Publish, service->addVersion(kRoutine, "let v = 1;\n"));
        Fake &fake = *service;

        connectTo(std::move(service), u"other"_s);
        const Result<QList<LedgerEntry>> others =
            test::wait(m_ledger->ledger().openEntries(u"other"_s));

        QVERIFY_RESULT(others);
        QCOMPARE(fake.calls(u"fetchRoutine"_s), 0);
        QVERIFY(m_ledger->entries().first().isOpen);
    }

    void anAccountThatIsLeftMeanwhileIsNotWrittenTo()
    {
        auto service = std::make_unique<Fake>();
        leaveOpen(ActKind::Publish, service->addVersion(kRoutine, "let v = 1;\n"));
        service->hold(u"fetchRoutine"_s);
        Fake &fake = *service;
        connectTo(std::move(service));
        QTRY_COMPARE(fake.waiting(), 1);

        m_connection->close();

        QVERIFY(m_ledger->entries().first().isOpen);
        QCOMPARE(m_told->count(), 0);
    }

private:
    /// As a program that ended between sending and writing the end leaves it.
    void leaveOpen(ActKind kind, const QString &old)
    {
        LedgerEntry entry{.key = {kAccount, kRoutine},
                          .kind = kind,
                          .versionId = kind == ActKind::DeleteVersion ? old : QString(),
                          .knownVersionIds = {old},
                          .existedBefore = kind == ActKind::DeleteRoutine};
        if (kind == ActKind::SaveVersion)
            entry.digest = QCryptographicHash::hash(kCode, QCryptographicHash::Sha256);
        if (kind == ActKind::Publish) {
            entry.environment = kProduction;
            entry.from = {{.versionId = u"1"_s}};
            entry.to = {{.versionId = old}};
        }
        if (kind == ActKind::LimitProcessor) {
            entry.environment = kProduction;
            entry.versionId = u"50ms"_s;
        }
        QVERIFY_RESULT(test::wait(m_ledger->ledger().begin(entry)));
        m_ledger->restart();
    }

    static void makeTrue(Fake &service, ActKind kind, Truth truth, const QString &old)
    {
        const bool happened = truth == Truth::Happened;
        Fake::StoredRoutine &stored = service.routines()[kRoutine];
        switch (kind) {
        case ActKind::Publish: {
            const QString live = happened ? old : truth == Truth::DidNotHappen ? u"1"_s : u"9"_s;
            stored.routine.deployments = {
                {.environment = kProduction, .shares = {{.versionId = live}}}};
            return;
        }
        case ActKind::SaveVersion:
            if (happened)
                service.addVersion(kRoutine, kCode);
            if (truth == Truth::SomethingElse)
                service.addVersion(kRoutine, "let other;\n");
            return;
        case ActKind::DeleteVersion:
            if (happened)
                stored.versions.clear();
            return;
        case ActKind::CreateRoutine:
        case ActKind::DeleteRoutine:
            if (happened != (kind == ActKind::CreateRoutine))
                service.routines().clear();
            return;
        case ActKind::LimitProcessor:
            stored.routine.deployments = {
                {.environment = kProduction, .processorTier = happened ? u"50ms"_s : u"5ms"_s}};
            return;
        case ActKind::ChangedElsewhere:
            return;
        }
    }

    void connectTo(std::unique_ptr<Fake> service, const QString &account = kAccount)
    {
        m_connection = std::make_unique<Connection>(m_network);
        m_acts = std::make_unique<UnfinishedActs>(*m_connection, m_ledger->ledger());
        m_told = std::make_unique<QSignalSpy>(m_acts.get(), &UnfinishedActs::settled);
        m_connection->adopt({.id = account}, std::move(service));
    }

    QNetworkAccessManager m_network;
    std::unique_ptr<test::LedgerFixture> m_ledger;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<UnfinishedActs> m_acts;
    std::unique_ptr<QSignalSpy> m_told;
};

QTEST_GUILESS_MAIN(UnfinishedActsTest)
#include "tst_unfinishedacts.moc"
