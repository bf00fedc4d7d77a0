// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/publishchecks.h"

#include <QRegularExpression>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(int minute)
{
    return {QDate(2026, 1, 31), QTime(12, 0).addSecs(60 * minute), Qt::UTC};
}

LedgerEntry staged(int minute, const QStringList &from, const QStringList &to,
                   ActKind kind = ActKind::Publish, ActOutcome outcome = ActOutcome::Done)
{
    LedgerEntry entry{.kind = kind, .environment = kStaging, .outcome = outcome};
    for (const QString &id : from)
        entry.from.append({.versionId = id});
    for (const QString &id : to)
        entry.to.append({.versionId = id});
    entry.endedAt = at(minute);
    return entry;
}

} // namespace

class PublishChecksTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void syntaxIsJudgedAsFarAsReadingGoes_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<CheckState>("state");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *code, CheckState state,
                            const char *says = "") {
            QTest::newRow(name) << QByteArray(code) << state << QString::fromUtf8(says);
        };
        using enum CheckState;
        const char *good = "export default { fetch(r) { return fetch(r); } };\n";
        row("a module", good, Passed, "not run");
        row("a listener", "addEventListener('fetch', e => e.respondWith(f(e)));", Passed);
        row("renamed export", "const a = {};\nexport { a as default };", Passed);
        row("another listener", "addEventListener('scheduled', e => f(e));", Warning, "fetch");
        row("no entry", "let a = 1;", Warning, "export default");
        row("nothing", "", Warning);
        row("an open brace", "export default {\n  fetch() {\n};\n", Failed, "line 1");
        row("closes nothing", "let a = 1;\n}\n", Failed, "line 2");
        row("crossed", "f(a[1)];", Failed, "where");
        row("a string", "let a = 'x;\nlet b = 1;\n", Failed, "line 1");
        row("a template", "\nlet a = `x ${1}", Failed, "line 2");
        row("inside a template", "let a = `x ${ f(1 }`;", Failed);
        row("a comment", "let a; /* x", Failed, "comment");
        row("brackets where they do not count",
            "export default 1; // )\n/* ] */ let a = '}' + `)${'('}` + /[(]/.source;", Passed);
        row("nested templates", "export default `a${ { b: `c${1}` }.b }d`;", Passed);
        row("a division", "export default (a + b) / 2 / (c);", Passed);
        row("crlf", "let a = 'x';\r\nexport default a;\r\n", Passed);
    }

    void syntaxIsJudgedAsFarAsReadingGoes()
    {
        QFETCH(const QByteArray, code);
        QFETCH(const QString, says);

        const PublishCheck check = PublishChecks::syntax(code);

        QTEST(check.state, "state");
        QVERIFY2(check.text.contains(says) || check.detail.contains(says), qPrintable(check.text));
    }

    void disguisingCharactersFail_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<CheckState>("state");
        QTest::newRow("plain") << u"let a = 1;"_s << CheckState::Passed;
        QTest::newRow("Chinese") << u"// 改动\nlet 变量 = '中文';"_s << CheckState::Passed;
        QTest::newRow("reordered") << u"let a; // \u202e x"_s << CheckState::Failed;
        QTest::newRow("zero width") << u"let a\u200bb;"_s << CheckState::Failed;
        QTest::newRow("look-alike") << u"let p\u0430ge;"_s << CheckState::Failed;
        QTest::newRow("odd space") << u"let\u00a0a;"_s << CheckState::Warning;
    }

    void disguisingCharactersFail()
    {
        QFETCH(const QString, code);

        QTEST(PublishChecks::characters(code.toUtf8()).state, "state");
    }

    void theStoredCodeIsComparedWithTheArchive_data()
    {
        QTest::addColumn<QByteArray>("served");
        QTest::addColumn<std::optional<QByteArray>>("kept");
        QTest::addColumn<CheckState>("state");
        const QByteArray code = "let a = 1;\n";
        const std::optional<QByteArray> none;
        QTest::newRow("same") << code << std::optional(code) << CheckState::Passed;
        QTest::newRow("not archived") << code << none << CheckState::Passed;
        QTest::newRow("other") << code << std::optional<QByteArray>(code + QByteArray(" "))
                               << CheckState::Failed;
        QTest::newRow("empty") << QByteArray() << none << CheckState::Failed;
        QTest::newRow("lost") << QByteArray("<?xml version=\"1.0\"?><Error></Error>")
                              << std::optional(code) << CheckState::Failed;
    }

    void theStoredCodeIsComparedWithTheArchive()
    {
        QFETCH(const QByteArray, served);
        QFETCH(const std::optional<QByteArray>, kept);

        QTEST(PublishChecks::body(served, kept).state, "state");
    }

    void theLedgerTellsWhatWasOnStaging()
    {
        const QStringList same{u"7"_s, u"9"_s}; // the same bytes under two names
        StagingRecord record = stagingRecord({}, {}, same);
        QVERIFY(!record.wasThere);

        record = stagingRecord({staged(1, {}, {u"8"_s})}, {}, same);
        QVERIFY(!record.wasThere);

        record =
            stagingRecord({staged(1, {}, {u"9"_s})}, {.shares = {{.versionId = u"9"_s}}}, same);
        QVERIFY(record.wasThere && record.isThere);
        QCOMPARE(record.from, at(1));
        QVERIFY(!record.until.isValid());

        record = stagingRecord(
            {staged(30, {u"7"_s}, {u"8"_s}, ActKind::ChangedElsewhere), staged(10, {}, {u"7"_s})},
            {.shares = {{.versionId = u"8"_s}}}, same);
        QVERIFY(record.wasThere && !record.isThere);
        QCOMPARE(record.from, at(10));
        QCOMPARE(record.until, at(30));
        QVERIFY(PublishChecks::staging(record, at(60)).text.contains(u"20 min"_s));
    }

    void whatDidNotHappenIsNoStaging()
    {
        QList<LedgerEntry> entries{
            staged(3, {}, {u"7"_s}, ActKind::Publish, ActOutcome::NothingHappened),
            staged(2, {}, {u"7"_s}, ActKind::Publish, ActOutcome::Unknown)};
        entries.append(staged(1, {}, {u"7"_s}));
        entries.last().environment = kProduction;

        QVERIFY(!stagingRecord(entries, {}, {u"7"_s}).wasThere);
        QCOMPARE(PublishChecks::staging({}, at(0)).state, CheckState::Warning);
    }

    void whatStoodThereBeforeTheFirstEntryIsKnown()
    {
        const StagingRecord record = stagingRecord({staged(5, {u"7"_s}, {u"8"_s})}, {}, {u"7"_s});

        QVERIFY(record.wasThere && !record.isThere);
        QVERIFY(!record.from.isValid());
        QCOMPARE(PublishChecks::staging(record, at(9)).state, CheckState::Passed);
    }

    void whatIsLiveThereCountsWithoutAnyEntry()
    {
        const StagingRecord record =
            stagingRecord({}, {.createdAt = at(0), .shares = {{.versionId = u"7"_s}}}, {u"7"_s});

        QVERIFY(record.isThere);
        QVERIFY(PublishChecks::staging(record, at(120)).text.contains(u"2 h"_s));
    }

    void theWayBackIsJudged_data()
    {
        QTest::addColumn<WayBackFact>("fact");
        QTest::addColumn<CheckState>("state");
        QTest::newRow("nothing is live") << WayBackFact{.isNeeded = false} << CheckState::Passed;
        QTest::newRow("there") << WayBackFact{.versionName = u"v5"_s, .onService = true}
                               << CheckState::Passed;
        QTest::newRow("only here")
            << WayBackFact{.versionName = u"v5"_s, .isHeld = true} << CheckState::Warning;
        QTest::newRow("nowhere") << WayBackFact{.versionName = u"v5"_s} << CheckState::Failed;
        QTest::newRow("none") << WayBackFact{} << CheckState::Warning;
    }

    void theWayBackIsJudged()
    {
        QFETCH(const WayBackFact, fact);

        QTEST(PublishChecks::wayBack(fact).state, "state");
    }

    void missingVariablesAreNamed()
    {
        const PublishCheck missing =
            PublishChecks::variables(kProduction, {u"A"_s}, {u"A"_s, u"KEY"_s, u"<b>"_s});
        QCOMPARE(missing.state, CheckState::Warning);
        QVERIFY(missing.text.contains(u"KEY, <b>"_s));

        for (const PublishCheck &fine :
             {PublishChecks::variables(kProduction, {u"A"_s, u"B"_s}, {u"A"_s}),
              PublishChecks::variables(kStaging, {}, {}),
              PublishChecks::variables(kStaging, {u"A"_s}, {})})
            QCOMPARE(fine.state, CheckState::Passed);
    }

    void whatAVersionCarriesHasToFitThePlace_data()
    {
        QTest::addColumn<QString>("carried");
        QTest::addColumn<QString>("environment");
        QTest::addColumn<int>("count");    // of variables there
        QTest::addColumn<QString>("says"); // empty: it fits
        const QString production = kProduction;
        const QString staging = kStaging;
        QTest::newRow("its own") << production << production << 3 << QString();
        QTest::newRow("of staging") << staging << production << 3
                                    << u"v18 was saved with those of staging; production's 3"_s;
        QTest::newRow("of production") << production << staging << 1
                                       << u"v18 was saved with those of production; staging's 1"_s;
        QTest::newRow("nobody's") << QString() << production << 2
                                  << u"v18 was saved without any; production's 2"_s;
        QTest::newRow("nobody's where there are none") << QString() << production << 0 << QString();
        QTest::newRow("foreign ones where there are none")
            << staging << production << 0 << u"would take effect in production"_s;
    }

    void whatAVersionCarriesHasToFitThePlace()
    {
        QFETCH(const QString, carried);
        QFETCH(const QString, environment);
        QFETCH(const int, count);
        QFETCH(const QString, says);
        QStringList there;
        for (int i = 0; i < count; ++i)
            there.append(u"K%1"_s.arg(i));

        const PublishCheck check = PublishChecks::variables(
            environment, there, there, {.versionName = u"v18"_s, .environment = carried});

        QCOMPARE(check.state, says.isEmpty() ? CheckState::Passed : CheckState::Warning);
        QVERIFY2(check.text.contains(says), qPrintable(check.text));
        QCOMPARE(check.text.contains(u"Save the code as a new version for "_s + environment),
                 !says.isEmpty());
    }

    void othersAreNamedWithWhatTheyDid()
    {
        GuardFinding finding{.readAt = at(0)};
        PublishCheck check = PublishChecks::nobodyElse(finding, at(0).addSecs(3), {});
        QCOMPARE(check.state, CheckState::Passed);
        QVERIFY2(check.text.contains(u"3 s"_s), qPrintable(check.text));

        finding.theirsVersionId = u"19"_s;
        check = PublishChecks::nobodyElse(finding, at(0), {{u"19"_s, u"v9"_s}});
        QCOMPARE(check.state, CheckState::Warning);
        QVERIFY(check.text.contains(u"v9"_s));

        finding.isLiveMoved = true;
        finding.liveNow = {{.versionId = u"19"_s}};
        check = PublishChecks::nobodyElse(finding, at(0), {{u"19"_s, u"v9"_s}});
        QVERIFY(check.text.contains(u"live is v9"_s));
    }

    void whatCouldNotBeCheckedIsToBeNoted()
    {
        const PublishCheck check = PublishChecks::unknown(CheckId::Variables, u"No network."_s);

        QCOMPARE(check.state, CheckState::Warning);
        QCOMPARE(check.detail, u"No network."_s);
        QVERIFY(!PublishChecks::anyFailed({check, PublishChecks::running(CheckId::Body)}));
        QVERIFY(PublishChecks::anyFailed({check, PublishChecks::wayBack({.versionName = u"v"_s})}));
    }
};

Q_DECLARE_METATYPE(edgewright::WayBackFact)
Q_DECLARE_METATYPE(std::optional<QByteArray>)

QTEST_GUILESS_MAIN(PublishChecksTest)
#include "tst_publishchecks.moc"
