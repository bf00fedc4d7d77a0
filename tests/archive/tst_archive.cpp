// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "support/testing.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace edgewright;
using namespace Qt::StringLiterals;
using test::wait;

namespace {

const RoutineKey kKey{.accountId = u"1234"_s, .routine = u"ab-checkout"_s};

QDateTime minute(int n)
{
    return QDateTime(QDate(2024, 3, 11), QTime(1, n), Qt::UTC);
}

CodeVersion version(const QString &id, int n)
{
    return {.id = id, .description = u"Version "_s + id, .createdAt = minute(n)};
}

Archive::Listing listing(const QList<CodeVersion> &versions, int n, bool complete = true)
{
    Archive::Listing result{.list = {.versions = versions, .complete = complete}, .at = minute(n)};
    for (const CodeVersion &listed : versions)
        result.ordinals.insert(listed.id, listed.id.toInt() / 10);
    return result;
}

} // namespace

class ArchiveTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_archive.reset(); // one program at a time has the file
        m_folder = std::make_unique<QTemporaryDir>();
        m_archive = std::make_unique<Archive>(m_folder->path());
    }

    void isUsableSoonAfterTheStart()
    {
        QSignalSpy changed(m_archive.get(), &Archive::conditionChanged);

        QVERIFY(changed.wait(test::kPatienceMs));

        QCOMPARE(m_archive->condition().kind, ArchiveCondition::Kind::Usable);
        QVERIFY(!m_archive->condition().hasProblem());
    }

    void aVersionIsThereWithItsCodeAfterARestart()
    {
        const QByteArray code("export default {}\n");
        QVERIFY_RESULT(wait(m_archive->recordListing(
            kKey, listing({version(u"20"_s, 2), version(u"10"_s, 1)}, 30))));
        QVERIFY_RESULT(wait(m_archive->recordBody(kKey, u"10"_s, code)));
        m_archive.reset(); // one program at a time has the file
        m_archive = std::make_unique<Archive>(m_folder->path());

        const auto versions = wait(m_archive->versions(kKey));
        const auto body = wait(m_archive->body(kKey, u"10"_s));

        QVERIFY_RESULT(versions);
        QCOMPARE(versions->size(), 2);
        QCOMPARE(versions->at(0).version, version(u"20"_s, 2));
        QCOMPARE(versions->at(0).ordinal, 2);
        QVERIFY(!versions->at(0).isHeld());
        QCOMPARE(versions->at(1).size, code.size());
        QCOMPARE(versions->at(1).judged, BodyKind::Code);
        QVERIFY(versions->at(1).onService);
        QCOMPARE(versions->at(1).firstSeenAt, minute(30));
        QCOMPARE(versions->at(1).lastSeenAt, minute(30));
        QVERIFY_RESULT(body);
        QCOMPARE(*body, code);
        QCOMPARE(wait(m_archive->body(kKey, u"20"_s)).error().code, ErrorCode::NotFound);
        QCOMPARE(wait(m_archive->body(kKey, u"99"_s)).error().code, ErrorCode::NotFound);
    }

    void aVersionGoneFromTheServiceStays()
    {
        list({version(u"10"_s, 1), version(u"20"_s, 2)}, 30);
        list({version(u"20"_s, 2)}, 40);

        QCOMPARE(shown(), (QStringList{u"20 v2 here"_s, u"10 v1 gone 01:30"_s}));

        list({version(u"10"_s, 1)}, 50, false); // a part of the list tells nothing of the others
        QCOMPARE(shown(), (QStringList{u"20 v2 here"_s, u"10 v1 here"_s}));
    }

    void aListingThatChangesNothingLeavesTheFirstSight()
    {
        list({version(u"10"_s, 1)}, 30);
        list({version(u"10"_s, 1)}, 40);

        const auto versions = wait(m_archive->versions(kKey));

        QCOMPARE(versions->first().firstSeenAt, minute(30));
        QCOMPARE(versions->first().lastSeenAt, minute(40));
    }

    void whatTheListingForgetsIsKept()
    {
        list({version(u"10"_s, 1)}, 30);
        Archive::Listing bare{.list = {.versions = {{.id = u"10"_s}}}, .at = minute(40)};
        QVERIFY_RESULT(wait(m_archive->recordListing(kKey, bare)));

        const auto versions = wait(m_archive->versions(kKey));

        QCOMPARE(versions->first().version.createdAt, minute(1));
        QCOMPARE(versions->first().ordinal, 1);
    }

    void whatIsNoCodeOnlyMarksTheVersion_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("error document")
            << QByteArray("<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code></Error>");
        QTest::newRow("page") << QByteArray("<!DOCTYPE html><html></html>");
        QTest::newRow("cut") << QByteArray("// \xe5\x87");
    }

    void whatIsNoCodeOnlyMarksTheVersion()
    {
        QFETCH(const QByteArray, bytes);
        const QByteArray code("let a = 1;\n");
        QVERIFY_RESULT(wait(m_archive->recordBody(kKey, u"10"_s, code)));
        QVERIFY_RESULT(wait(m_archive->recordBody(kKey, u"10"_s, bytes)));
        QVERIFY_RESULT(wait(m_archive->recordBody(kKey, u"20"_s, bytes)));

        const auto versions = wait(m_archive->versions(kKey));

        for (const ArchivedVersion &held : *versions) {
            QVERIFY(held.isLostOnService);
            QCOMPARE(held.isHeld(), held.version.id == u"10"_s);
        }
        QCOMPARE(*wait(m_archive->body(kKey, u"10"_s)), code);
        QVERIFY_RESULT(wait(m_archive->recordBody(kKey, u"10"_s, code)));
        QVERIFY(std::ranges::count_if(
                    *wait(m_archive->versions(kKey)),
                    [](const auto &held) { return held.isHeld() && !held.isLostOnService; })
                == 1);
    }

    void anotherBodyIsRefusedAndKeptBeside()
    {
        const QByteArray code("let a = 1;\n");
        QVERIFY_RESULT(wait(m_archive->recordBody(kKey, u"10"_s, code)));

        const auto other = wait(m_archive->recordBody(kKey, u"10"_s, "let a = 2;\n"));

        QCOMPARE(other.error().code, ErrorCode::Mismatch);
        QCOMPARE(*wait(m_archive->body(kKey, u"10"_s)), code);
        QVERIFY(wait(m_archive->versions(kKey))->first().hasOtherBody);
        QCOMPARE(wait(m_archive->statistics())->bodies, 2);
    }

    void theUnstableSlotMayChange()
    {
        list({{.id = u"unstable"_s, .isUnstable = true}, version(u"10"_s, 1)}, 30);
        QVERIFY_RESULT(wait(m_archive->recordBody(kKey, u"unstable"_s, "let a = 1;\n")));

        QVERIFY_RESULT(wait(m_archive->recordBody(kKey, u"unstable"_s, "let a = 2;\n")));

        QCOMPARE(*wait(m_archive->body(kKey, u"unstable"_s)), QByteArray("let a = 2;\n"));
        QCOMPARE(shown().last(), u"unstable v0 here"_s);
    }

    void marksAreKeptAndTold()
    {
        list({version(u"10"_s, 1)}, 30);
        QSignalSpy changed(m_archive.get(), &Archive::versionsChanged);
        const VersionMark mark{
            .label = u"before <b>the sale</b>"_s, .note = u"致谢"_s, .isStarred = true};

        QVERIFY_RESULT(wait(m_archive->mark(kKey, u"10"_s, mark)));

        QCOMPARE(changed.count(), 1);
        QCOMPARE(wait(m_archive->versions(kKey))->first().mark, mark);
        list({version(u"10"_s, 1)}, 40);
        QCOMPARE(wait(m_archive->versions(kKey))->first().mark, mark);
    }

    void routinesOfAnAccountAreKeptWithWhatIsLive()
    {
        const Deployment live{.environment = u"production"_s,
                              .deploymentId = u"d1"_s,
                              .createdAt = minute(3),
                              .shares = {{u"10"_s, 80}, {u"20"_s, 20}}};
        const Routine one{.name = u"one"_s,
                          .description = u"first"_s,
                          .createdAt = minute(1),
                          .defaultHost = u"h"_s,
                          .deployments = {live}};
        QVERIFY_RESULT(wait(m_archive->recordRoutine(u"1234"_s, one, minute(30))));
        QVERIFY_RESULT(wait(
            m_archive->recordRoutines(u"1234"_s, {.routines = {{.name = u"two"_s}}}, minute(40))));

        const auto routines = wait(m_archive->routines(u"1234"_s));

        QVERIFY_RESULT(routines);
        QCOMPARE(routines->size(), 2);
        QCOMPARE(routines->first().routine.deployments, QList<Deployment>{live});
        QCOMPARE(routines->first().routine.defaultHost, u"h"_s);
        QVERIFY(!routines->first().onService);
        QCOMPARE(routines->first().seenAt, minute(30));
        QVERIFY(routines->last().onService);
        QCOMPARE(wait(m_archive->routines(u"other"_s))->size(), 0);
    }

    void everythingHandedOverIsOnTheDiskWhenTheArchiveGoes()
    {
        for (int i = 0; i < 50; ++i)
            (void)m_archive->recordBody(kKey, QString::number(i),
                                        "let a = " + QByteArray::number(i));
        m_archive.reset(); // one program at a time has the file
        m_archive = std::make_unique<Archive>(m_folder->path());

        QCOMPARE(wait(m_archive->versions(kKey))->size(), 50);
        QCOMPARE(wait(m_archive->statistics())->heldVersions, 50);
    }

    void aCheckHashesEverythingAndTellsWhatIsDamaged()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY_RESULT(wait(m_archive->recordBody(kKey, QString::number(i),
                                                      "let a = " + QByteArray::number(i))));
        const auto sound = wait(m_archive->verify());
        QVERIFY_RESULT(sound);
        QCOMPARE(sound->checked, 5);
        QCOMPARE(sound->findings.size(), 0);
        QVERIFY_RESULT(wait(m_archive->worker().run(m_archive.get(), [](Database &database) {
            return database.execute(u"UPDATE bodies SET digest = zeroblob(32) WHERE id = 3"_s);
        })));

        const auto report = wait(m_archive->verify());

        QVERIFY_RESULT(report);
        QCOMPARE(report->findings.size(), 1);
        QCOMPARE(report->findings.first().key, kKey);
        QCOMPARE(report->findings.first().versionId, u"2"_s);
        QCOMPARE(wait(m_archive->body(kKey, u"2"_s)).error().code, ErrorCode::Storage);
    }

private:
    void list(const QList<CodeVersion> &versions, int at, bool complete = true)
    {
        QVERIFY_RESULT(wait(m_archive->recordListing(kKey, listing(versions, at, complete))));
    }

    [[nodiscard]] QStringList shown()
    {
        QStringList lines;
        const auto versions = wait(m_archive->versions(kKey));
        for (const ArchivedVersion &held : *versions)
            lines.append(u"%1 v%2 %3"_s.arg(held.version.id)
                             .arg(held.ordinal)
                             .arg(held.onService
                                      ? u"here"_s
                                      : u"gone "_s + held.lastSeenAt.toString(u"hh:mm"_s)));
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Archive> m_archive;
};

QTEST_GUILESS_MAIN(ArchiveTest)
#include "tst_archive.moc"
