// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeroutineservice.h"
#include "support/ledgerfixture.h"
#include "support/outcome.h"
#include "support/testing.h"
#include "workspace/saveversionflow.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Fake = test::FakeRoutineService;
using Fate = Fake::Fate;

namespace {

const QByteArray kCode = "export default { fetch: () => new Response('hi') };\n";
const QByteArray kOld = "addEventListener('fetch', () => {});\n";

} // namespace

class SaveVersionFlowTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        auto service = std::make_unique<Fake>();
        m_fake = service.get();
        m_connection = std::make_unique<Connection>(m_network);
        m_connection->adopt({.id = u"test"_s}, std::move(service));
        m_ledger = std::make_unique<test::LedgerFixture>();
        m_old = m_fake->addVersion(u"hello"_s, kOld, u"first"_s);
    }

    void savesAndReadsBack()
    {
        SaveVersionFlow flow(*m_connection, m_ledger->ledger());
        QSignalSpy steps(&flow, &SaveVersionFlow::stepChanged);

        const Result<QString> saved = run(flow);

        QVERIFY_RESULT(saved);
        const Fake::Stored newest = m_fake->routines()[u"hello"_s].versions.first();
        QCOMPARE(*saved, newest.version.id);
        QCOMPARE(newest.bytes, kCode);
        QCOMPARE(newest.version.description, u"说明"_s);
        QCOMPARE(steps.count(), 5);
        QCOMPARE(flow.step(), SaveVersionFlow::Step::Done);
        QCOMPARE(m_fake->calls(u"commitUpload"_s), 1);
    }

    void refusesBeforeSending_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("errorCode");
        const int notCode = static_cast<int>(ErrorCode::NotCode);
        QTest::newRow("empty") << QByteArray() << notCode;
        QTest::newRow("not UTF-8") << QByteArray("let a = '\xff\xfe';") << notCode;
        QTest::newRow("a zip") << QByteArray("PK\x03\x04xxxxxxxxxxxxxxxxxxxxxxxxxxxxx") << notCode;
        QTest::newRow("an error document")
            << QByteArray("<?xml version=\"1.0\"?>\n<Error><Code>NoSuchKey</Code></Error>")
            << notCode;
        QTest::newRow("one byte too many")
            << QByteArray(101, ' ') << static_cast<int>(ErrorCode::InvalidRequest);
    }

    void refusesBeforeSending()
    {
        QFETCH(const QByteArray, code);
        QFETCH(const int, errorCode);
        m_fake->capabilities().largestCode = 100;
        SaveVersionFlow flow(*m_connection, m_ledger->ledger());

        const Result<QString> saved = run(flow, code);

        QVERIFY(!saved);
        QCOMPARE(static_cast<int>(saved.error().code), errorCode);
        QCOMPARE(m_fake->calls(u"requestUpload"_s), 0);
    }

    void needsAnAccount()
    {
        m_connection->close();
        SaveVersionFlow flow(*m_connection, m_ledger->ledger());

        QVERIFY(!run(flow));
    }

    void saysWhatIsOnTheService_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<Fate>("fate");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("versions");
        QTest::newRow("form refused") << u"requestUpload"_s << Fate::Fails << ErrorCode::Forbidden
                                      << u"nothing was changed on the service"_s << 1;
        QTest::newRow("upload refused") << u"upload"_s << Fate::Fails << ErrorCode::UploadRefused
                                        << u"could not be uploaded; no version was created"_s << 1;
        QTest::newRow("answer to the upload lost")
            << u"upload"_s << Fate::ExecutedButLost << ErrorCode::OutcomeUnknown
            << u"the staging slot may hold the code"_s << 1;
        QTest::newRow("quota") << u"commitUpload"_s << Fate::Fails << ErrorCode::QuotaExceeded
                               << u"the staging slot now holds it"_s << 1;
        QTest::newRow("commit never executed")
            << u"commitUpload"_s << Fate::Fails << ErrorCode::OutcomeUnknown
            << u"the service has no version with this code"_s << 1;
        QTest::newRow("commit failed inside the service")
            << u"commitUpload"_s << Fate::Fails << ErrorCode::ServiceFailure
            << u"the service has no version with this code"_s << 1;
        QTest::newRow("not read back") << u"fetchBody"_s << Fate::Fails << ErrorCode::Network
                                       << u"was created, but it could not be read back"_s << 2;
    }

    void saysWhatIsOnTheService()
    {
        QFETCH(const QString, operation);
        QFETCH(const Fate, fate);
        QFETCH(const ErrorCode, code);
        QFETCH(const QString, message);
        QFETCH(const int, versions);
        m_fake->script(operation, fate, code);
        SaveVersionFlow flow(*m_connection, m_ledger->ledger());

        const Result<QString> saved = run(flow);

        QVERIFY(!saved);
        // What reading has settled is not in doubt any more.
        const bool isSettled = code == ErrorCode::OutcomeUnknown;
        // A version that is there but was not read is.
        const bool isMade = versions == 2;
        QCOMPARE(saved.error().code, isMade      ? ErrorCode::OutcomeUnknown
                                     : isSettled ? ErrorCode::ServiceFailure
                                                 : code);
        QVERIFY2(saved.error().message.contains(message), qPrintable(saved.error().message));
        QVERIFY(
            saved.error().advice.contains(isSettled ? u"try again"_s : u"The service said no."_s));
        QCOMPARE(m_fake->routines()[u"hello"_s].versions.size(), versions);
        QCOMPARE_LE(m_fake->calls(operation), 1);
    }

    void aLostCommitThatWasExecutedIsASuccess_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("connection lost") << ErrorCode::OutcomeUnknown;
        QTest::newRow("unreadable answer") << ErrorCode::InvalidResponse;
        QTest::newRow("5xx") << ErrorCode::ServiceFailure;
    }

    void aLostCommitThatWasExecutedIsASuccess()
    {
        QFETCH(const ErrorCode, code);
        m_fake->script(u"commitUpload"_s, Fate::ExecutedButLost, code);
        SaveVersionFlow flow(*m_connection, m_ledger->ledger());

        const Result<QString> saved = run(flow);

        QVERIFY_RESULT(saved);
        QCOMPARE(*saved, m_fake->routines()[u"hello"_s].versions.first().version.id);
        QCOMPARE(m_fake->calls(u"commitUpload"_s), 1);
    }

    void aLostCommitIsNotMistakenForAnOlderEqualVersion()
    {
        m_fake->script(u"commitUpload"_s, Fate::Fails, ErrorCode::OutcomeUnknown);
        SaveVersionFlow flow(*m_connection, m_ledger->ledger());

        const Result<QString> saved = run(flow, kOld);

        QVERIFY(!saved);
    }

    void aLostCommitAndNoWayToReadIsUnknown_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::newRow("no list") << u"listVersions"_s;
        QTest::newRow("no body") << u"fetchBody"_s;
    }

    void aLostCommitAndNoWayToReadIsUnknown()
    {
        QFETCH(const QString, operation);
        m_fake->script(u"commitUpload"_s, Fate::ExecutedButLost, ErrorCode::OutcomeUnknown);
        m_fake->script(operation, Fate::Fails, ErrorCode::Network);
        SaveVersionFlow flow(*m_connection, m_ledger->ledger());

        const Result<QString> saved = run(flow);

        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::OutcomeUnknown);
        QCOMPARE(m_fake->calls(u"commitUpload"_s), 1);
    }

    void someoneElsesUploadIsNoticed()
    {
        m_fake->setForeignUpload("export default { fetch: () => fetch('//other') };\n");
        SaveVersionFlow flow(*m_connection, m_ledger->ledger());

        const Result<QString> saved = run(flow);

        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::Mismatch);
    }

    void aPageInPlaceOfTheCodeDoesNotTellWhatWasSaved()
    {
        m_fake->setForeignUpload("<Error><Code>NoSuchKey</Code></Error>");
        SaveVersionFlow flow(*m_connection, m_ledger->ledger());

        const Result<QString> saved = run(flow);

        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::OutcomeUnknown);
        QCOMPARE(saved.error().message,
                 u"The version was created, but it could not be read back to check its code."_s);
    }

    void canBeCancelledUntilTheCommit_data()
    {
        QTest::addColumn<QString>("held");
        QTest::addColumn<bool>("possible");
        QTest::newRow("preparing") << u"requestUpload"_s << true;
        QTest::newRow("uploading") << u"upload"_s << true;
        QTest::newRow("committing") << u"commitUpload"_s << false;
        QTest::newRow("verifying") << u"fetchBody"_s << false;
    }

    void canBeCancelledUntilTheCommit()
    {
        QFETCH(const QString, held);
        QFETCH(const bool, possible);
        m_fake->hold(held);
        SaveVersionFlow flow(*m_connection, m_ledger->ledger());
        test::Outcome<QString> finished(flow);
        flow.start(request(kCode));
        QTRY_COMPARE(m_fake->waiting(), 1);

        QCOMPARE(flow.canCancel(), possible);
        flow.cancel();
        QCOMPARE(finished.count(), 0); // never from inside the call
        m_fake->release();

        QTRY_COMPARE(finished.count(), 1);
        const auto result = finished.wait();
        QCOMPARE(result.hasValue(), !possible);
        if (possible)
            QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QCOMPARE(m_fake->calls(u"commitUpload"_s), possible ? 0 : 1);
    }

    void endsWhenTheAccountIsLeft_data()
    {
        QTest::addColumn<QString>("held");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("preparing") << u"requestUpload"_s << ErrorCode::Cancelled;
        QTest::newRow("committing") << u"commitUpload"_s << ErrorCode::OutcomeUnknown;
        QTest::newRow("verifying") << u"fetchBody"_s << ErrorCode::OutcomeUnknown;
    }

    void endsWhenTheAccountIsLeft()
    {
        QFETCH(const QString, held);
        QFETCH(const ErrorCode, code);
        m_fake->hold(held);
        SaveVersionFlow flow(*m_connection, m_ledger->ledger());
        test::Outcome<QString> finished(flow);
        flow.start(request(kCode));
        QTRY_COMPARE(m_fake->waiting(), 1);

        m_connection->close();

        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(finished.wait().error().code, code);
    }

    void theIntentIsOnTheDiskBeforeAnythingIsUploaded()
    {
        m_fake->hold(u"upload"_s);
        SaveVersionFlow flow(*m_connection, m_ledger->ledger());
        test::Outcome<QString> finished(flow);
        flow.start(request(kCode));
        QTRY_COMPARE(m_fake->waiting(), 1);

        const QList<LedgerEntry> begun = m_ledger->entries();
        QCOMPARE(begun.size(), 1);
        QCOMPARE(begun.first().kind, ActKind::SaveVersion);
        QCOMPARE(begun.first().outcome, ActOutcome::Pending);
        QCOMPARE(begun.first().reason, u"说明"_s);
        QCOMPARE(begun.first().knownVersionIds, QStringList{m_old});
        QCOMPARE(begun.first().digest.size(), 32);

        m_fake->release();
        const Result<QString> saved = finished.wait();
        QVERIFY_RESULT(saved);
        QTRY_COMPARE(m_ledger->entries().first().outcome, ActOutcome::Done);
        QCOMPARE(m_ledger->entries().first().versionId, *saved);
    }

    void theLedgerKnowsHowItEnded_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<Fate>("fate");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<ActOutcome>("outcome");
        QTest::newRow("upload refused") << u"upload"_s << Fate::Fails << ErrorCode::UploadRefused
                                        << ActOutcome::NothingHappened;
        QTest::newRow("commit never executed")
            << u"commitUpload"_s << Fate::Fails << ErrorCode::OutcomeUnknown
            << ActOutcome::NothingHappened;
        QTest::newRow("commit executed, answer lost")
            << u"commitUpload"_s << Fate::ExecutedButLost << ErrorCode::OutcomeUnknown
            << ActOutcome::Done;
        QTest::newRow("not read back")
            << u"fetchBody"_s << Fate::Fails << ErrorCode::Network << ActOutcome::Done;
    }

    void theLedgerKnowsHowItEnded()
    {
        QFETCH(const QString, operation);
        QFETCH(const Fate, fate);
        QFETCH(const ErrorCode, code);
        m_fake->script(operation, fate, code);
        SaveVersionFlow flow(*m_connection, m_ledger->ledger());

        static_cast<void>(run(flow));

        QTRY_VERIFY(m_ledger->entries().first().outcome != ActOutcome::Pending);
        QTEST(m_ledger->entries().first().outcome, "outcome");
        QVERIFY(!m_ledger->entries().first().isOpen);
    }

private:
    [[nodiscard]] SaveVersionFlow::Request request(const QByteArray &code) const
    {
        return {.routine = u"hello"_s,
                .description = u"说明"_s,
                .code = code,
                .knownVersionIds = {m_old}};
    }

    Result<QString> run(SaveVersionFlow &flow, const QByteArray &code = kCode)
    {
        test::Outcome<QString> finished(flow);
        flow.start(request(code));
        return finished.wait();
    }

    QNetworkAccessManager m_network;
    std::unique_ptr<test::LedgerFixture> m_ledger;
    std::unique_ptr<Connection> m_connection;
    Fake *m_fake = nullptr;
    QString m_old;
};

QTEST_GUILESS_MAIN(SaveVersionFlowTest)
#include "tst_saveversionflow.moc"
