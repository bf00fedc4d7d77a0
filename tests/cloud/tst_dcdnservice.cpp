// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/dcdn/dcdnservice.h"
#include "support/sandboxfixture.h"
#include "support/testing.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace edgewright;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::SandboxFixture;

namespace {

constexpr char kCode[] =
    "// \xe5\x87\xbd\xe6\x95\xb0\r\naddEventListener('fetch', e => e.respondWith(go(e)));\n";

ClientSettings patient()
{
    return {.transport = {.stall = 20s, .deadline = 25s},
            .retry = {.tries = 3, .firstDelay = 1ms, .longestDelay = 5ms}};
}

} // namespace

/// The first generation against the sandbox, under both signatures.
class DcdnServiceTest : public QObject {
    Q_OBJECT

private:
    QNetworkAccessManager m_network;

    std::unique_ptr<RoutineService> connectTo(const SandboxFixture &sandbox,
                                              SignatureScheme signature = SignatureScheme::Acs3)
    {
        return std::make_unique<DcdnService>(
            m_network,
            ServiceConfig{.endpoint = sandbox.endpoint().speaking(ApiGeneration::First),
                          .credentials = sandbox.credentials(),
                          .signature = signature},
            patient());
    }

    static Result<QString> addVersion(RoutineService &service, const QString &routine,
                                      const QByteArray &code)
    {
        const Result<UploadForm> form =
            test::wait(service.requestUpload(routine, u"Hello World"_s));
        if (!form)
            return form.error();
        const Result<> uploaded = test::wait(service.upload(*form, code));
        if (!uploaded)
            return uploaded.error();
        return form->versionId;
    }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_network.clearConnectionCache();
    }

    void aRoutineLivesFromItsCreationToItsDeletion_data()
    {
        QTest::addColumn<bool>("older");
        QTest::newRow("signed in the headers") << false;
        QTest::newRow("signed in the parameters") << true;
    }
    void aRoutineLivesFromItsCreationToItsDeletion()
    {
        QFETCH(const bool, older);
        const SandboxFixture sandbox;
        QVERIFY(sandbox.isRunning());
        const auto service =
            connectTo(sandbox, older ? SignatureScheme::Rpc : SignatureScheme::Acs3);

        const Result<ServiceState> state = test::wait(service->fetchServiceState());
        QVERIFY_RESULT(state);
        QCOMPARE(*state, ServiceState::Running);
        QVERIFY_RESULT(test::wait(service->createRoutine(u"hello"_s, u"第一个 \"routine\""_s)));
        const Result<> again = test::wait(service->createRoutine(u"hello"_s, QString()));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
        const Result<RoutineList> list = test::wait(service->listRoutines());
        QVERIFY_RESULT(list);
        QCOMPARE(list->routines.size(), 1);
        QCOMPARE(list->routines.first().description, u"第一个 \"routine\""_s);
        QVERIFY_RESULT(test::wait(service->changeDescription(u"hello"_s, u"changed"_s)));

        const Result<QString> version = addVersion(*service, u"hello"_s, kCode);
        QVERIFY_RESULT(version);
        const Result<VersionBody> body = test::wait(service->fetchBody(u"hello"_s, *version));
        QVERIFY_RESULT(body);
        QCOMPARE(body->bytes, QByteArray(kCode));
        QCOMPARE(body->description, u"Hello World"_s);
        QVERIFY_RESULT(
            test::wait(service->publish(u"hello"_s, kProduction, {{.versionId = *version}})));
        const Result<Routine> routine = test::wait(service->fetchRoutine(u"hello"_s));
        QVERIFY_RESULT(routine);
        QCOMPARE(routine->description, u"changed"_s);
        QCOMPARE(routine->deploymentIn(kProduction).mainVersionId(), *version);
        QCOMPARE(routine->deploymentIn(kProduction).processorTier, u"50ms"_s);
        QVERIFY(routine->deploymentIn(kStaging).shares.isEmpty());

        QVERIFY_RESULT(test::wait(service->deleteRoutine(u"hello"_s)));
        const Result<Routine> gone = test::wait(service->fetchRoutine(u"hello"_s));
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
    }

    void whatLiesOnStagingBecomesAVersionWhenCommitted()
    {
        const SandboxFixture sandbox;
        QVERIFY(sandbox.isRunning());
        const auto service = connectTo(sandbox);
        QVERIFY_RESULT(test::wait(service->createRoutine(u"hello"_s, QString())));

        const Result<UploadForm> form =
            test::wait(service->requestStagingUpload(u"hello"_s, u"try"_s));
        QVERIFY_RESULT(form);
        QVERIFY(form->versionId.isEmpty());
        QVERIFY_RESULT(test::wait(service->upload(*form, kCode)));
        const Result<Routine> staged = test::wait(service->fetchRoutine(u"hello"_s));
        QVERIFY_RESULT(staged);
        QCOMPARE(staged->deploymentIn(kStaging).mainVersionId(), u"unstable"_s);
        const Result<QString> version =
            test::wait(service->commitUpload(u"hello"_s, u"Hello World"_s));

        QVERIFY_RESULT(version);
        const Result<VersionBody> body = test::wait(service->fetchBody(u"hello"_s, *version));
        QVERIFY_RESULT(body);
        QCOMPARE(body->bytes, QByteArray(kCode));
        const Result<VersionList> versions = test::wait(service->listVersions(u"hello"_s));
        QVERIFY_RESULT(versions);
        QCOMPARE(versions->versions.size(), 1);
        QCOMPARE(versions->versions.first().description, u"Hello World"_s);
    }

    void aVersionNeedsNoDescriptionFromTheUser()
    {
        const SandboxFixture sandbox;
        QVERIFY(sandbox.isRunning());
        const auto service = connectTo(sandbox);
        QVERIFY_RESULT(test::wait(service->createRoutine(u"hello"_s, QString())));

        QVERIFY_RESULT(test::wait(service->requestUpload(u"hello"_s, QString())));
        const Result<UploadForm> form =
            test::wait(service->requestStagingUpload(u"hello"_s, QString()));
        QVERIFY_RESULT(form);
        QVERIFY_RESULT(test::wait(service->upload(*form, kCode)));
        QVERIFY_RESULT(test::wait(service->commitUpload(u"hello"_s, QString())));
    }

    void theEleventhVersionIsRefusedUntilOneIsDeleted()
    {
        const SandboxFixture sandbox;
        QVERIFY(sandbox.isRunning());
        const auto service = connectTo(sandbox);
        QVERIFY_RESULT(test::wait(service->createRoutine(u"hello"_s, QString())));
        QString first;
        for (int i = 0; i < 10; ++i) {
            const Result<QString> version = addVersion(*service, u"hello"_s, kCode);
            QVERIFY_RESULT(version);
            if (i == 0)
                first = *version;
        }

        const Result<QString> eleventh = addVersion(*service, u"hello"_s, kCode);
        QVERIFY(!eleventh);
        QCOMPARE(eleventh.error().code, ErrorCode::QuotaExceeded);
        QCOMPARE(eleventh.error().serviceCode, u"EdgeRoutine.GeneralError"_s);
        QVERIFY_RESULT(test::wait(service->deleteVersion(u"hello"_s, first)));
        QVERIFY_RESULT(addVersion(*service, u"hello"_s, kCode));
    }

    void anAbortedUploadLeavesAnEmptyVersionThatCannotBePublished()
    {
        const SandboxFixture sandbox;
        QVERIFY(sandbox.isRunning());
        const auto service = connectTo(sandbox);
        QVERIFY_RESULT(test::wait(service->createRoutine(u"hello"_s, QString())));

        const Result<UploadForm> form = test::wait(service->requestUpload(u"hello"_s, u"x"_s));
        QVERIFY_RESULT(form);
        QVERIFY(!form->versionId.isEmpty());

        const Result<VersionBody> body =
            test::wait(service->fetchBody(u"hello"_s, form->versionId));
        QVERIFY_RESULT(body);
        QVERIFY(body->bytes.isEmpty());
        const Result<> published =
            test::wait(service->publish(u"hello"_s, kStaging, {{.versionId = form->versionId}}));
        QVERIFY(!published);
        QVERIFY_RESULT(test::wait(service->deleteVersion(u"hello"_s, form->versionId)));
    }

    void regionsAreAddedPublishedToAndRemoved()
    {
        const SandboxFixture sandbox;
        QVERIFY(sandbox.isRunning());
        const auto service = connectTo(sandbox);
        QVERIFY(service->capabilities().canaryEnvironments);
        QCOMPARE(service->capabilities().sharesPerEnvironment, 1);
        QVERIFY_RESULT(test::wait(service->createRoutine(u"hello"_s, QString())));
        const Result<QString> version = addVersion(*service, u"hello"_s, kCode);
        QVERIFY_RESULT(version);

        const Result<QStringList> regions = test::wait(service->fetchCanaryEnvironments());
        QVERIFY_RESULT(regions);
        QCOMPARE(regions->size(), 35);
        const QStringList two{u"presetCanaryZhejiang"_s, u"presetCanaryOverseas"_s};
        QVERIFY(!test::wait(service->publishEverywhere(u"hello"_s, two, *version)));
        QVERIFY_RESULT(test::wait(service->addEnvironments(u"hello"_s, two)));
        QVERIFY_RESULT(test::wait(service->publishEverywhere(u"hello"_s, two, *version)));
        const Result<Routine> routine = test::wait(service->fetchRoutine(u"hello"_s));
        QVERIFY_RESULT(routine);
        QCOMPARE(routine->deploymentIn(two.first()).mainVersionId(), *version);
        QVERIFY(routine->deploymentIn(kProduction).shares.isEmpty());

        QVERIFY_RESULT(test::wait(service->removeEnvironments(u"hello"_s, two)));
        QVERIFY(!test::wait(service->removeEnvironments(u"hello"_s, {kProduction})));
    }

    void theProcessorTierOfAnEnvironmentIsChangedAlone()
    {
        const SandboxFixture sandbox;
        QVERIFY(sandbox.isRunning());
        const auto service = connectTo(sandbox);
        QVERIFY_RESULT(test::wait(service->createRoutine(u"hello"_s, u"kept"_s)));

        const Result<QStringList> tiers = test::wait(service->fetchProcessorTiers());
        QVERIFY_RESULT(tiers);
        QCOMPARE(*tiers, QStringList({u"5ms"_s, u"50ms"_s, u"100ms"_s}));
        QVERIFY_RESULT(test::wait(service->setProcessorTier(u"hello"_s, kProduction, u"100ms"_s)));

        const Result<Routine> routine = test::wait(service->fetchRoutine(u"hello"_s));
        QVERIFY_RESULT(routine);
        QCOMPARE(routine->deploymentIn(kProduction).processorTier, u"100ms"_s);
        QCOMPARE(routine->deploymentIn(kStaging).processorTier, u"50ms"_s);
        QCOMPARE(routine->description, u"kept"_s);
    }

    void aVersionIsNeverAskedForTwice()
    {
        const SandboxFixture sandbox({u"--fault"_s, u"UploadRoutineCode:lose-answer*1"_s});
        QVERIFY(sandbox.isRunning());
        const auto service = connectTo(sandbox);
        QVERIFY_RESULT(test::wait(service->createRoutine(u"hello"_s, QString())));

        const Result<UploadForm> form = test::wait(service->requestUpload(u"hello"_s, u"x"_s));

        QVERIFY(!form);
        QCOMPARE(form.error().code, ErrorCode::OutcomeUnknown);
        QCOMPARE(sandbox.sends(u"UploadRoutineCode"_s), 1);
    }

    void irregularAnswersAreSurvived_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("ids as numbers") << u"*:numeric-ids"_s;
        QTest::newRow("base64 without padding") << u"DescribeRoutineCodeRevision:padding"_s;
        QTest::newRow("publishing answers a bare id")
            << u"PublishRoutineCodeRevision:scalar-content"_s;
    }
    void irregularAnswersAreSurvived()
    {
        QFETCH(const QString, fault);
        const SandboxFixture sandbox({u"--fault"_s, fault});
        QVERIFY(sandbox.isRunning());
        const auto service = connectTo(sandbox);
        QVERIFY_RESULT(test::wait(service->createRoutine(u"hello"_s, QString())));

        const Result<QString> version = addVersion(*service, u"hello"_s, kCode);
        QVERIFY_RESULT(version);
        QVERIFY_RESULT(
            test::wait(service->publish(u"hello"_s, kProduction, {{.versionId = *version}})));

        const Result<Routine> routine = test::wait(service->fetchRoutine(u"hello"_s));
        QVERIFY_RESULT(routine);
        QCOMPARE(routine->deploymentIn(kProduction).mainVersionId(), *version);
        const Result<VersionList> list = test::wait(service->listVersions(u"hello"_s));
        QVERIFY_RESULT(list);
        QCOMPARE(list->versions.first().id, *version);
        const Result<VersionBody> body = test::wait(service->fetchBody(u"hello"_s, *version));
        QVERIFY_RESULT(body);
        QCOMPARE(body->bytes, QByteArray(kCode));
    }

    void anIdThatWasRoundedOnItsWayIsLookedUpInsteadOfBelieved()
    {
        const SandboxFixture sandbox({u"--fault"_s, u"CommitStagingRoutineCode:scalar-content"_s});
        QVERIFY(sandbox.isRunning());
        const auto service = connectTo(sandbox);
        QVERIFY_RESULT(test::wait(service->createRoutine(u"hello"_s, QString())));
        const Result<UploadForm> form =
            test::wait(service->requestStagingUpload(u"hello"_s, u"x"_s));
        QVERIFY_RESULT(form);
        QVERIFY_RESULT(test::wait(service->upload(*form, kCode)));

        const Result<QString> version = test::wait(service->commitUpload(u"hello"_s, u"x"_s));

        QVERIFY(!version);
        QCOMPARE(version.error().code, ErrorCode::OutcomeUnknown);
        QCOMPARE(sandbox.sends(u"CommitStagingRoutineCode"_s), 1);
    }

    void aMissingStoredFileComesAsItIs()
    {
        const SandboxFixture sandbox({u"--fault"_s, u"DescribeRoutineCodeRevision:lost-body"_s});
        QVERIFY(sandbox.isRunning());
        const auto service = connectTo(sandbox);
        QVERIFY_RESULT(test::wait(service->createRoutine(u"hello"_s, QString())));
        const Result<QString> version = addVersion(*service, u"hello"_s, kCode);
        QVERIFY_RESULT(version);

        const Result<VersionBody> body = test::wait(service->fetchBody(u"hello"_s, *version));

        QVERIFY_RESULT(body);
        QVERIFY(body->bytes.contains("NoSuchKey"));
    }

    void theSampleAccountHasRoutinesOfThisGeneration()
    {
        const SandboxFixture sandbox({u"--sample"_s});
        QVERIFY(sandbox.isRunning());
        const auto service = connectTo(sandbox);

        const Result<RoutineList> list = test::wait(service->listRoutines());
        const Result<Routine> routine = test::wait(service->fetchRoutine(u"hotlink-guard"_s));

        QVERIFY_RESULT(list);
        QCOMPARE(list->routines.size(), 2);
        QVERIFY_RESULT(routine);
        QVERIFY(routine->deploymentIn(u"presetCanaryZhejiang"_s).mainVersionId()
                != routine->deploymentIn(kProduction).mainVersionId());
        const Result<QStringList> domains = test::wait(service->fetchReach(u"hotlink-guard"_s));
        QVERIFY_RESULT(domains);
        QCOMPARE(*domains, QStringList({u"img.example.net"_s, u"video.example.net"_s}));
    }

    void whatTheServiceCannotDoIsRefusedWithoutASend()
    {
        const SandboxFixture sandbox;
        QVERIFY(sandbox.isRunning());
        const auto service = connectTo(sandbox);

        const Result<> split =
            test::wait(service->publish(u"hello"_s, kStaging, {{u"1"_s, 50}, {u"2"_s, 50}}));
        const Result<> longText = test::wait(service->createRoutine(u"hello"_s, QString(51, u'x')));

        QCOMPARE(split.error().code, ErrorCode::InvalidRequest);
        QCOMPARE(longText.error().code, ErrorCode::InvalidRequest);
        QCOMPARE(sandbox.sends(u"PublishRoutineCodeRevision"_s), 0);
        QCOMPARE(sandbox.sends(u"CreateRoutine"_s), 0);
    }

    void theTwoGenerationsAreWorldsApart()
    {
        const SandboxFixture sandbox({u"--sample"_s});
        QVERIFY(sandbox.isRunning());
        const auto older = connectTo(sandbox);
        QVERIFY_RESULT(test::wait(older->createRoutine(u"www-redirects"_s, QString())));
        const auto newer = createRoutineService(
            m_network, {.endpoint = sandbox.endpoint(), .credentials = sandbox.credentials()});

        const Result<VersionList> here = test::wait(older->listVersions(u"www-redirects"_s));
        const Result<VersionList> there = test::wait(newer->listVersions(u"www-redirects"_s));

        QVERIFY_RESULT(here);
        QVERIFY_RESULT(there);
        QVERIFY(here->versions.isEmpty());
        QVERIFY(!there->versions.isEmpty());
    }
};

QTEST_GUILESS_MAIN(DcdnServiceTest)
#include "tst_dcdnservice.moc"
