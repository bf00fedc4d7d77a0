// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "support/testing.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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
        m_folder = std::make_unique<QTemporaryDir>();
        m_archive = std::make_unique<Archive>(m_folder->path());
    }

    void isUsableSoonAfterTheStart()
    {
        QSignalSpy changed(m_archive.get(), &Archive::conditionChanged);

        QVERIFY(changed.wait());

        QCOMPARE(m_archive->condition().kind, ArchiveCondition::Kind::Usable);
        QVERIFY(!m_archive->condition().hasProblem());
    }

    void aVersionIsThereWithItsCodeAfterARestart()
    {
        const QByteArray code("export default {}\n");
        QVERIFY_RESULT(wait(m_archive->recordListing(
            kKey, listing({version(u"20"_s, 2), version(u"10"_s, 1)}, 30))));
        QVERIFY_RESULT(wait(m_archive->recordBody(kKey, u"10"_s, code)));
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

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Archive> m_archive;
};

QTEST_GUILESS_MAIN(ArchiveTest)
#include "tst_archive.moc"
