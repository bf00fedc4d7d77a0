// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/durablefile.h"
#include "support/testing.h"
#include "workspace/sessionstore.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

Session sessionOf(int caret)
{
    return {.tabs = {{.routine = u"hello"_s, .versionId = {}, .caret = caret, .firstLine = 7},
                     {.routine = u"路由/../x"_s, .versionId = u"170000"_s},
                     {.routine = {},
                      .versionId = {},
                      .compared = {{.kind = Session::Side::Kind::Version,
                                    .routine = u"hello"_s,
                                    .what = u"170000"_s},
                                   {.kind = Session::Side::Kind::File,
                                    .routine = {},
                                    .what = u"/tmp/ö \n.js"_s}},
                      .ignored = {u"allSpace"_s}},
                     {.routine = {},
                      .versionId = {},
                      .compared =
                          {{.kind = Session::Side::Kind::Base, .routine = u"hello"_s, .what = {}},
                           {.kind = Session::Side::Kind::Live,
                            .routine = u"hello"_s,
                            .what = u"production"_s}},
                      .ignored = {}}},
            .current = 1,
            .savedAt = {}};
}

} // namespace

class SessionStoreTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void whatWasOpenIsThereAgain()
    {
        {
            SessionStore store(file());
            QVERIFY(!store.contains(u"one"_s));
            store.save(u"one"_s, sessionOf(1));
            store.save(u"one"_s, sessionOf(2));
            store.save(u"two"_s, {});
        }

        const SessionStore again(file());

        QVERIFY(again.session(u"one"_s).isSame(sessionOf(2)));
        QVERIFY(again.session(u"one"_s).savedAt.isValid());
        QVERIFY(again.contains(u"two"_s));
        QVERIFY(!again.contains(u"three"_s));
    }

    void itIsWrittenWithoutBeingAskedForTheEnd()
    {
        SessionStore store(file());
        store.save(u"one"_s, sessionOf(1));
        store.save(u"one"_s, sessionOf(2));

        QTRY_VERIFY(SessionStore(file()).session(u"one"_s).isSame(sessionOf(2)));
    }

    void whatIsKeptAlreadyIsNotWrittenAgain()
    {
        SessionStore store(file());
        store.save(u"one"_s, sessionOf(1));
        QVERIFY_RESULT(store.flush());
        QVERIFY(QFile::remove(file()));

        store.save(u"one"_s, sessionOf(1));

        QVERIFY_RESULT(store.flush());
        QVERIFY(!QFile::exists(file()));
    }

    void aBrokenFileIsKeptAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("\xff\0{", 3);
        QTest::newRow("cut") << QByteArray("{\"format\":\"edgewright-session-1\",\"acc");
        QTest::newRow("from the future") << QByteArray("{\"format\":\"edgewright-session-9\"}");
    }

    void aBrokenFileIsKeptAside()
    {
        QFETCH(const QByteArray, content);
        QVERIFY_RESULT(writeDurably(file(), content));

        SessionStore store(file());
        QVERIFY(!store.contains(u"one"_s));
        store.save(u"one"_s, sessionOf(1));
        QVERIFY_RESULT(store.flush());

        QCOMPARE(*readWholeFile(file() + u".broken-1"_s, 1'000), content);
        QVERIFY(SessionStore(file()).session(u"one"_s).isSame(sessionOf(1)));
    }

    void oddValuesAreNoTabs()
    {
        QVERIFY_RESULT(writeDurably(
            file(), R"({"format":"edgewright-session-1","accounts":{"one":{"tabs":[7,"x",null,)"
                    R"({"routine":"a","caret":"x","firstLine":1e99}],"current":"x"}}})"));

        const Session session = SessionStore(file()).session(u"one"_s);

        QCOMPARE(session.tabs.size(), 1);
        QCOMPARE(session.tabs[0].routine, u"a"_s);
        QCOMPARE(session.tabs[0].caret, 0);
        QCOMPARE(session.current, -1);
    }

    void aComparisonThatMakesNoSenseIsNoTab_data()
    {
        QTest::addColumn<QByteArray>("sides");
        const auto row = [](const char *name, const QByteArray &sides) {
            QTest::newRow(name) << sides;
        };
        const QByteArray draft = R"({"kind":"draft","routine":"a","what":""})";
        row("nothing", "7");
        row("no sides", "[]");
        row("one side", "[" + draft + "]");
        row("three sides", "[" + draft + "," + draft + "," + draft + "]");
        row("no such kind", "[" + draft + R"(,{"kind":"dream","routine":"a"}])");
        row("a version without an id", "[" + draft + R"(,{"kind":"version","routine":"a"}])");
        row("a file without a path", "[" + draft + R"(,{"kind":"file","what":""}])");
        row("a draft of nothing", "[" + draft + R"(,{"kind":"draft","what":"x"}])");
        row("odd values", "[" + draft + R"(,{"kind":7,"routine":[],"what":{}}])");
    }

    void aComparisonThatMakesNoSenseIsNoTab()
    {
        QFETCH(const QByteArray, sides);
        QVERIFY_RESULT(writeDurably(
            file(), R"({"format":"edgewright-session-1","accounts":{"one":{"tabs":[{"compared":)"
                        + sides + R"(,"ignored":7},{"routine":"a"}]}}})"));

        const Session session = SessionStore(file()).session(u"one"_s);

        QCOMPARE(session.tabs.size(), 1);
        QCOMPARE(session.tabs[0].routine, u"a"_s);
    }

    void whatCannotBeWrittenIsTold()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"session.json"_s));
        {
            SessionStore store(m_folder->filePath(u"nowhere/session.json"_s));
            store.save(u"one"_s, sessionOf(1));
            QVERIFY(!store.flush());
            store.save(u"one"_s, sessionOf(2));
        }
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"session.json"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SessionStoreTest)
#include "tst_sessionstore.moc"
