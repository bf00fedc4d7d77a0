// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/outcome.h"
#include "support/sandboxfixture.h"
#include "support/testing.h"
#include "workspace/appservices.h"
#include "workspace/publishflow.h"
#include "workspace/saveversionflow.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kCode = "export default { fetch: () => new Response('hi') };\n";
const QString kRoutine = u"hello"_s;

} // namespace

/// The use cases from end to end: the real service over HTTP, faults included.
class OnTheSandboxTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void cleanup()
    {
        m_app.reset();
        m_folder.reset();
        m_sandbox.reset();
    }

    void savesPublishesAndReadsBack_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("small") << kCode;
        QTest::newRow("Chinese, CR LF, no final newline")
            << QByteArray("// 路由 🚀\r\nexport default {};");
        QTest::newRow("1 MB") << QByteArray("let a = '中文';\n").repeated(60'000);
        QTest::newRow("looks like a form") << QByteArray(
            "// --x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n// a%20b+c&d=e\n");
    }

    void savesPublishesAndReadsBack()
    {
        QFETCH(const QByteArray, code);
        begin();

        const Result<QString> saved = save(code);
        QVERIFY_RESULT(saved);
        history().refresh();
        const Result<VersionCode> fetched = test::wait(history().fetchCode(kRoutine, *saved));
        QVERIFY_RESULT(fetched);
        QVERIFY(fetched->bytes == code);
        const Result<Routine> staged = publish(*saved, kStaging);
        QVERIFY_RESULT(staged);
        const Result<Routine> live = publish(*saved, kProduction);
        QVERIFY_RESULT(live);

        QCOMPARE(live->deploymentIn(kStaging).shares, QList<VersionShare>{{.versionId = *saved}});
        QCOMPARE(live->deploymentIn(kProduction).shares,
                 QList<VersionShare>{{.versionId = *saved}});
        QTRY_COMPARE(history().nameOf(*saved), u"v1"_s);
        QTRY_COMPARE(history().used(), 1);
        m_app->catalog().refreshRoutine(kRoutine);
        QTRY_COMPARE(
            m_app->catalog().model().index(0).data(RoutineListModel::ProductionRole).toString(),
            u"v1"_s);
        const Result<> removed = test::wait(history().remove(*saved));
        QVERIFY(!removed);
        QCOMPARE(removed.error().code, ErrorCode::InUse);
    }

    void aLostAnswerIsNeverSentTwice_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<bool>("saved");
        QTest::addColumn<int>("versions");
        const QString commit = u"CommitRoutineStagingCode"_s;
        QTest::newRow("commit executed, answer lost")
            << u"CommitRoutineStagingCode:lose-answer"_s << commit << true << 1;
        QTest::newRow("commit executed, answer cut")
            << u"CommitRoutineStagingCode:truncate"_s << commit << true << 1;
        QTest::newRow("commit never executed")
            << u"CommitRoutineStagingCode:reset"_s << commit << false << 0;
        QTest::newRow("commit 500")
            << u"CommitRoutineStagingCode:status:500"_s << commit << false << 0;
        QTest::newRow("upload lost")
            << u"PostObject:lose-answer"_s << u"PostObject"_s << false << 0;
        QTest::newRow("upload reset") << u"PostObject:reset"_s << u"PostObject"_s << false << 0;
        QTest::newRow("callback failed") << u"PostObject:203"_s << u"PostObject"_s << false << 0;
    }

    void aLostAnswerIsNeverSentTwice()
    {
        QFETCH(const QString, fault);
        QFETCH(const QString, operation);
        QFETCH(const bool, saved);
        QFETCH(const int, versions);
        begin({u"--fault"_s, fault});

        const Result<QString> result = save(kCode);

        QVERIFY2(result.hasValue() == saved,
                 result ? "it was saved" : qPrintable(result.error().text()));
        QCOMPARE(m_sandbox->sends(operation), 1);
        const Result<VersionList> list =
            test::wait(m_app->connection().service()->listVersions(kRoutine));
        QVERIFY_RESULT(list);
        QCOMPARE(std::ranges::count(list->versions, false, &CodeVersion::isUnstable), versions);
    }

    void aLostPublicationIsNeverSentTwice_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("published");
        QTest::newRow("executed, answer lost") << u":lose-answer"_s << true;
        QTest::newRow("never executed") << u":reset"_s << false;
        QTest::newRow("500") << u":status:500"_s << false;
    }

    void aLostPublicationIsNeverSentTwice()
    {
        QFETCH(const QString, fault);
        QFETCH(const bool, published);
        begin({u"--fault"_s, u"PublishRoutineCodeVersion"_s + fault, u"--fault"_s,
               u"CreateRoutineCodeDeployment"_s + fault});
        const Result<QString> saved = save(kCode);
        QVERIFY_RESULT(saved);

        const Result<Routine> result = publish(*saved, kProduction);

        QVERIFY2(result.hasValue() == published,
                 result ? "it was published" : qPrintable(result.error().text()));
        QCOMPARE(m_sandbox->sends(u"PublishRoutineCodeVersion"_s)
                     + m_sandbox->sends(u"CreateRoutineCodeDeployment"_s),
                 1);
        const auto publications = [this] {
            QList<LedgerEntry> found = entries();
            found.removeIf([](const LedgerEntry &entry) {
                return entry.kind != ActKind::Publish && entry.kind != ActKind::ChangedElsewhere;
            });
            return found;
        };
        m_app->catalog().refreshRoutine(kRoutine); // what it finds is no news
        QTRY_COMPARE(publications().size(), 1);
        QTRY_COMPARE(publications().first().outcome,
                     published ? ActOutcome::Done : ActOutcome::NothingHappened);
        QVERIFY(!publications().first().requestIds.isEmpty()); // at least of the reading
    }

    void whatTheEndOfTheProgramCutOffIsSettledAtTheNextStart_data()
    {
        QTest::addColumn<bool>("sent");
        QTest::addColumn<ActOutcome>("outcome");
        QTest::newRow("sent") << true << ActOutcome::Done;
        QTest::newRow("not sent") << false << ActOutcome::NothingHappened;
    }

    void whatTheEndOfTheProgramCutOffIsSettledAtTheNextStart()
    {
        QFETCH(const bool, sent);
        begin();
        const Result<QString> saved = save(kCode);
        QVERIFY_RESULT(saved);
        const QList<VersionShare> shares{{.versionId = *saved}};
        QVERIFY_RESULT(test::wait(m_app->ledger().begin({.key = {u"fixture"_s, kRoutine},
                                                         .kind = ActKind::Publish,
                                                         .environment = kProduction,
                                                         .to = shares})));
        if (sent)
            QVERIFY_RESULT(
                test::wait(m_app->connection().service()->publish(kRoutine, kProduction, shares)));
        const int sends = m_sandbox->sends(u"PublishRoutineCodeVersion"_s);

        connectAnew();

        const auto newest = [this] { return entries().value(0); };
        QTRY_COMPARE(newest().isOpen, false);
        QTEST(newest().outcome, "outcome");
        QTRY_COMPARE(m_app->catalog().isRefreshing(), false);
        QCOMPARE(newest().kind, ActKind::Publish); // and nothing "changed elsewhere"
        QCOMPARE(m_sandbox->sends(u"PublishRoutineCodeVersion"_s), sends);
    }

    void aFullHistoryIsTold()
    {
        begin({u"--version-quota"_s, u"1"_s});
        QVERIFY_RESULT(save(kCode));

        const Result<QString> second = save("let other;\n");

        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::QuotaExceeded);
    }

    void aServiceThatGoesAwayIsTold()
    {
        begin();
        const Result<QString> saved = save(kCode);
        QVERIFY_RESULT(saved);
        m_sandbox->kill();

        const Result<Routine> published = publish(*saved, kStaging);

        QVERIFY(!published);
        QVERIFY2(published.error().message.contains(u"nothing was published"_s),
                 qPrintable(published.error().message));
    }

    void aRoutineComesAndGoes()
    {
        begin();
        QTRY_COMPARE(m_app->catalog().model().rowCount(), 1);

        QVERIFY_RESULT(test::wait(m_app->catalog().remove(kRoutine)));

        QTRY_COMPARE(m_app->catalog().model().rowCount(), 0);
        QCOMPARE(m_sandbox->sends(u"CreateRoutine"_s), 1);
        QCOMPARE(m_sandbox->sends(u"DeleteRoutine"_s), 1);
    }

    void connectingTellsTheCause_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("unknown key") << u"LTAIunknownunknown"_s << QByteArray("x");
        QTest::newRow("wrong secret") << QString() << QByteArray("wrong");
    }

    void connectingTellsTheCause()
    {
        QFETCH(const QString, id);
        QFETCH(const QByteArray, secret);
        m_sandbox = std::make_unique<test::SandboxFixture>();
        makeApp();
        Credentials credentials = m_sandbox->credentials();
        if (!id.isEmpty())
            credentials.accessKeyId = id;
        credentials.accessKeySecret = Secret(secret);

        m_app->connection().establish({.id = u"x"_s, .endpoint = m_sandbox->endpoint()},
                                      credentials);

        QTRY_COMPARE(m_app->connection().state(), ConnectionState::Failed);
        QCOMPARE(m_app->connection().error().code, ErrorCode::BadCredentials);
        QCOMPARE(m_app->connection().service(), nullptr);
    }

    void theSiteThatKnowsTheAccountIsFound()
    {
        m_sandbox = std::make_unique<test::SandboxFixture>();
        test::SandboxFixture closed(
            {u"--fault"_s, u"GetErService:code:InvalidAccessKeyId.NotFound"_s});
        makeApp();
        m_app->connection().check().setSites({closed.endpoint(), m_sandbox->endpoint()});

        m_app->connection().establish({.id = u"x"_s}, m_sandbox->credentials());

        QTRY_COMPARE(m_app->connection().state(), ConnectionState::Connected);
        QCOMPARE(m_app->connection().account().endpoint, m_sandbox->endpoint());
    }

    void theMostTellingFailureIsReported_data()
    {
        QTest::addColumn<bool>("tellingFirst");
        QTest::newRow("known, not activated, then unknown") << true;
        QTest::newRow("unknown, then known, not activated") << false;
    }

    void theMostTellingFailureIsReported()
    {
        QFETCH(const bool, tellingFirst);
        const test::SandboxFixture notOpen({u"--fault"_s, u"GetErService:code:ServiceNotOpen"_s});
        const test::SandboxFixture unknown(
            {u"--fault"_s, u"GetErService:code:InvalidAccessKeyId.NotFound"_s});
        makeApp();
        QList<Endpoint> sites{notOpen.endpoint(), unknown.endpoint()};
        if (!tellingFirst)
            sites.swapItemsAt(0, 1);
        m_app->connection().check().setSites(sites);

        m_app->connection().establish({.id = u"x"_s}, notOpen.credentials());

        QTRY_COMPARE(m_app->connection().state(), ConnectionState::Failed);
        QCOMPARE(m_app->connection().error().code, ErrorCode::ServiceNotOpen);
        for (const Endpoint &site : std::as_const(sites))
            QVERIFY(m_app->connection().error().detail.contains(site.hostHeader()));
    }

    void anAttemptCanBeCancelled()
    {
        m_sandbox = std::make_unique<test::SandboxFixture>(
            QStringList{u"--fault"_s, u"GetErService:stall:30"_s});
        makeApp();
        m_app->connection().establish({.id = u"x"_s, .endpoint = m_sandbox->endpoint()},
                                      m_sandbox->credentials());
        QCOMPARE(m_app->connection().state(), ConnectionState::Connecting);
        QTRY_COMPARE(m_sandbox->sends(u"GetErService"_s), 1);

        m_app->connection().cancel();

        QCOMPARE(m_app->connection().state(), ConnectionState::Disconnected);
        QCoreApplication::processEvents();
        QCOMPARE(m_app->connection().state(), ConnectionState::Disconnected);
    }

private:
    void makeApp()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_app = std::make_unique<AppServices>(
            AppServices::Folders{.data = m_folder->path(), .sandbox = m_folder->filePath(u"s"_s)});
    }

    /// A connected account with one routine, which the history shows.
    void begin(const QStringList &arguments = {})
    {
        m_sandbox = std::make_unique<test::SandboxFixture>(arguments);
        makeApp();
        m_app->connection().establish({.id = u"fixture"_s, .endpoint = m_sandbox->endpoint()},
                                      m_sandbox->credentials());
        QTRY_COMPARE(m_app->connection().state(), ConnectionState::Connected);
        QVERIFY_RESULT(test::wait(m_app->catalog().create(kRoutine, u"说明"_s)));
        history().setRoutine(kRoutine);
        QTRY_VERIFY(!history().isRefreshing() && !m_app->catalog().isRefreshing());
    }

    /// As after the end of the program, however it came.
    void connectAnew()
    {
        m_app.reset();
        m_app = std::make_unique<AppServices>(
            AppServices::Folders{.data = m_folder->path(), .sandbox = m_folder->filePath(u"s"_s)});
        m_app->connection().establish({.id = u"fixture"_s, .endpoint = m_sandbox->endpoint()},
                                      m_sandbox->credentials());
        QTRY_COMPARE(m_app->connection().state(), ConnectionState::Connected);
    }

    /// Newest first.
    [[nodiscard]] QList<LedgerEntry> entries()
    {
        const Result<QList<LedgerEntry>> found = test::wait(m_app->ledger().entries({}));
        return found ? *found : QList<LedgerEntry>();
    }

    [[nodiscard]] VersionHistory &history() { return m_app->history(); }

    Result<QString> save(const QByteArray &code)
    {
        SaveVersionFlow flow(m_app->connection(), m_app->ledger());
        test::Outcome<QString> outcome(flow);
        QStringList known;
        for (const VersionListModel::Item &item : history().model().items())
            known.append(item.version.id);
        flow.start({.routine = kRoutine,
                    .description = u"缓存 404"_s,
                    .code = code,
                    .knownVersionIds = known});
        return outcome.wait();
    }

    Result<Routine> publish(const QString &versionId, const QString &environment)
    {
        PublishFlow flow(m_app->connection(), m_app->ledger());
        test::Outcome<Routine> outcome(flow);
        flow.start({.routine = kRoutine,
                    .environment = environment,
                    .shares = {{.versionId = versionId}}});
        return outcome.wait();
    }

    std::unique_ptr<test::SandboxFixture> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppServices> m_app;
};

QTEST_GUILESS_MAIN(OnTheSandboxTest)
#include "tst_onthesandbox.moc"
