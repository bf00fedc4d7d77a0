// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/outcome.h"
#include "support/testing.h"
#include "workspace/publishdraftflow.h"
#include "workspace/republishflow.h"
#include "workspace/routinevariables.h"
#include "world.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace edgewright;
using namespace Qt::StringLiterals;
using Fake = test::FakeRoutineService;

namespace {

const QByteArray kCode = "export default { fetch: () => 2 };\n";

CodeVersion carrying(const QString &environment, bool some = true)
{
    return {.id = u"7"_s, .variablesOf = environment, .hasVariables = some};
}

} // namespace

/// Variables travel with versions: who carries whose, and what is sent for that.
class RoutineVariablesTest : public QObject {
    Q_OBJECT

private:
    static inline const QString kName = u"www"_s;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::World> m_world;
    Fake *m_fake = nullptr;
    QString m_old;

    [[nodiscard]] CodeVersion newest() const
    {
        return m_fake->routines()[kName].versions.first().version;
    }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<test::World>(m_folder->path());
        m_fake = &m_world->connectFake({kName});
        m_old = m_fake->addVersion(kName, "let v = 1;\n");
        m_fake->routines()[kName].variables = {{QString(kProduction), {u"KEY"_s, u"URL"_s}}};
        QTRY_VERIFY(m_world->isIdle());
    }

    void cleanup()
    {
        m_world.reset();
        m_folder.reset();
    }

    void bothEnvironmentsAreRead()
    {
        const auto variables = test::wait(fetchRoutineVariables(*m_fake, kName));
        QVERIFY_RESULT(variables);
        QCOMPARE(variables->of(kProduction), (QStringList{u"KEY"_s, u"URL"_s}));
        QVERIFY(variables->of(kStaging).isEmpty());
        QVERIFY(!variables->isEmpty());

        m_fake->script(u"fetchVariables"_s, Fake::Fate::Fails, ErrorCode::Forbidden);
        QVERIFY(!test::wait(fetchRoutineVariables(*m_fake, kName)));

        const int calls = m_fake->calls(u"fetchVariables"_s);
        m_fake->capabilities().environmentVariables = false;
        const auto none = test::wait(fetchRoutineVariables(*m_fake, kName));
        QVERIFY_RESULT(none);
        QVERIFY(none->isEmpty());
        QCOMPARE(m_fake->calls(u"fetchVariables"_s), calls);
    }

    void theSameCodeCarriesTheSameOrNot_data()
    {
        QTest::addColumn<CodeVersion>("version");
        QTest::addColumn<QString>("variablesOf");
        QTest::addColumn<QStringList>("staging");
        QTest::addColumn<bool>("isSame");
        const QString production = kProduction;
        const QString staging = kStaging;
        const QStringList some{u"KEY"_s};
        QTest::newRow("same") << carrying(production) << production << some << true;
        QTest::newRow("other") << carrying(staging) << production << some << false;
        QTest::newRow("none before") << carrying({}, false) << production << some << false;
        QTest::newRow("none wanted") << carrying(production) << QString() << some << false;
        QTest::newRow("none and none") << carrying({}, false) << QString() << some << true;
        QTest::newRow("of a place without")
            << carrying({}, false) << staging << QStringList() << true;
        QTest::newRow("had none then")
            << carrying(production, false) << production << some << false;
    }

    void theSameCodeCarriesTheSameOrNot()
    {
        QFETCH(const CodeVersion, version);
        QFETCH(const QString, variablesOf);
        QFETCH(const QStringList, staging);
        const RoutineVariables variables{.production = {u"KEY"_s}, .staging = staging};

        QTEST(wouldCarryTheSame(version, variablesOf, variables), "isSame");
        QVERIFY(wouldCarryTheSame(version, variablesOf, {})); // nothing to carry
    }

    void aDraftIsSavedForThePlaceItGoesTo_data()
    {
        QTest::addColumn<bool>("offered");
        QTest::addColumn<QString>("sent");
        QTest::newRow("variables") << true << QString(kProduction);
        QTest::newRow("a service without") << false << QString();
    }

    void aDraftIsSavedForThePlaceItGoesTo()
    {
        QFETCH(const bool, offered);
        m_fake->capabilities().environmentVariables = offered;
        PublishDraftFlow flow(m_world->connection, m_world->ledger);
        test::Outcome<Routine> outcome(flow);

        flow.start({.save = {.routine = kName, .code = kCode, .knownVersionIds = {m_old}},
                    .publish = {.routine = kName,
                                .environment = kProduction,
                                .shares = {{.percentage = 100}}}});

        QVERIFY_RESULT(outcome.wait());
        QTEST(newest().variablesOf, "sent");
    }

    void aCopyCarriesWhatItWasToldTo_data()
    {
        QTest::addColumn<QString>("variablesOf");
        QTest::newRow("some") << QString(kStaging);
        QTest::newRow("none") << QString();
    }

    void aCopyCarriesWhatItWasToldTo()
    {
        QFETCH(const QString, variablesOf);
        RepublishFlow flow(m_world->connection, m_world->ledger, m_world->history.codes());
        test::Outcome<Routine> outcome(flow);

        flow.start({.publication = {.routine = kName,
                                    .environment = kProduction,
                                    .shares = {{.versionId = m_old}}},
                    .copies = {{.versionId = m_old, .name = u"v1"_s, .variablesOf = variablesOf}},
                    .knownVersionIds = {m_old}});

        QVERIFY_RESULT(outcome.wait());
        QVERIFY(newest().id != m_old);
        QCOMPARE(newest().variablesOf, variablesOf);
    }

    void whatAVersionCarriedIsRememberedWhenItIsGone()
    {
        VersionBook book;
        const CodeVersion version = carrying(kStaging);
        const ArchivedVersion archived{.version = {.id = version.id}, .digest = "digest"};
        book.setArchived(kName, {archived});
        QVERIFY(!book.find(kName, version.id)->areVariablesKnown);

        book.setListed(kName, {.versions = {version}});
        book.setListed(kName, {.versions = {}});

        const std::optional<KnownVersion> gone = book.find(kName, version.id);
        QVERIFY(!gone->onService);
        QVERIFY(gone->areVariablesKnown);
        QCOMPARE(variablesCarriedBy(gone->version), QString(kStaging));
        book.clear();
        book.setArchived(kName, {archived});
        QVERIFY(!book.find(kName, version.id)->areVariablesKnown);
    }

    void theSameBytesAreFoundByWhatTheyCarry()
    {
        VersionBook book;
        CodeVersion newer{.id = u"8"_s, .createdAt = QDateTime::currentDateTimeUtc()};
        CodeVersion older = carrying(kProduction);
        older.createdAt = newer.createdAt.addDays(-1);
        book.setArchived(kName, {{.version = newer, .digest = "d", .onService = true},
                                 {.version = older, .digest = "d", .onService = true}});
        book.setListed(kName, {.versions = {newer, older}});

        const auto found = [&](const QString &variablesOf) {
            return book.versionWithCode(kName, "d", [&](const CodeVersion &version) {
                return variablesCarriedBy(version) == variablesOf;
            });
        };

        QCOMPARE(book.versionWithCode(kName, "d"), newer.id);
        QCOMPARE(found({}), newer.id);
        QCOMPARE(found(kProduction), older.id);
        QCOMPARE(found(kStaging), QString());
    }
};

QTEST_GUILESS_MAIN(RoutineVariablesTest)
#include "tst_routinevariables.moc"
