// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/bodystore.h"
#include "archive/migrations.h"
#include "support/testing.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

using Form = BodyStore::Form;

QByteArray text(int lines, const QByteArray &word = "line")
{
    QByteArray result;
    for (int i = 0; i < lines; ++i)
        result += word + ' ' + QByteArray::number(i) + ";\n";
    return result;
}

QByteArray random(QRandomGenerator &generator, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &c : bytes)
        c = static_cast<char>(generator.bounded(256));
    return bytes;
}

/// Some lines of \p code changed, taken out, doubled or moved.
QByteArray edited(QRandomGenerator &generator, const QByteArray &code)
{
    QList<QByteArray> lines = code.split('\n');
    for (int i = 0; i < 5 && !lines.isEmpty(); ++i) {
        const qsizetype at = generator.bounded(static_cast<int>(lines.size()));
        const QByteArray line = lines.at(at);
        switch (generator.bounded(4)) {
        case 0:
            lines[at] = line + QByteArray::number(generator.bounded(100));
            break;
        case 1:
            lines.removeAt(at);
            break;
        case 2:
            lines.insert(at, line);
            break;
        default:
            lines.move(at, generator.bounded(static_cast<int>(lines.size())));
        }
    }
    return lines.join('\n');
}

} // namespace

class BodyStoreTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }

    void cleanup() { m_database.reset(); }

    void bytesInAreBytesOut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("form");
        const int plain = static_cast<int>(Form::Plain);
        const int lines = static_cast<int>(Form::Lines);
        QTest::newRow("nothing") << QByteArray() << plain;
        QTest::newRow("one byte") << QByteArray("x") << plain;
        QTest::newRow("one line end") << QByteArray("\n") << plain;
        QTest::newRow("lines") << text(100) << lines;
        QTest::newRow("no final line end") << text(100).chopped(1) << lines;
        QTest::newRow("CRLF") << text(100).replace("\n", "\r\n") << lines;
        QTest::newRow("CR alone") << text(100).replace("\n", "\r") << lines;
        QTest::newRow("empty lines") << QByteArray(1000, '\n') << lines;
        QTest::newRow("zero bytes") << text(100).replace(";", QByteArray(1, '\0')) << lines;
        QTest::newRow("mark at the start") << "\xEF\xBB\xBF" + text(100) << lines;
        QTest::newRow("more than a pack") << text(20'000) << lines;
        QTest::newRow("one long line") << text(2000).replace("\n", " ") << plain;
        QRandomGenerator generator(1);
        QTest::newRow("binary") << random(generator, 300'000) << lines;
        QTest::newRow("binary without line ends")
            << random(generator, 50'000).replace("\n", " ") << plain;
    }

    void bytesInAreBytesOut()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, form);

        const qint64 body = add(bytes, 0);

        QCOMPARE(read(body), bytes);
        QCOMPARE(static_cast<int>(*BodyStore(*m_database).formOf(body)), form);
        open(); // nothing in memory
        QCOMPARE(read(body), bytes);
        QCOMPARE(add(bytes, 0), body); // once is enough
    }

    void aHistoryComesBackWhateverItWas_data()
    {
        QTest::addColumn<bool>("bundled");
        QTest::newRow("lines") << false;
        QTest::newRow("one line") << true;
    }

    void aHistoryComesBackWhateverItWas()
    {
        QFETCH(const bool, bundled);
        QRandomGenerator generator(7);
        QByteArray code = text(1500);
        QHash<qint64, QByteArray> history;
        qint64 last = 0;
        for (int i = 0; i < 300; ++i) {
            code = edited(generator, code);
            const QByteArray bytes = bundled ? code.split('\n').join(",") : code;
            last = add(bytes, last);
            history.insert(last, bytes);
            if (i % 50 == 25)
                open();
        }
        open();

        for (auto it = history.cbegin(); it != history.cend(); ++it)
            QCOMPARE(read(it.key()), it.value());
        const Result<QVariant> stored =
            m_database->value(u"SELECT (SELECT sum(length(data)) FROM bodies) + "
                              "(SELECT coalesce(sum(length(data)), 0) FROM line_packs)"_s);
        QVERIFY_RESULT(stored);
        QCOMPARE_LT(stored->toLongLong(), history.size() * 700);
    }

    void whatWasUndoneIsNotReferredTo()
    {
        const QByteArray code = text(100);
        const Result<qint64> undone = m_database->transaction([&]() -> Result<qint64> {
            const Result<qint64> added = BodyStore(*m_database).add(code, 0);
            return added ? Result<qint64>(Error{.message = u"no"_s}) : added;
        });
        QVERIFY(!undone);

        const qint64 body = add(code + "more\n", 0);

        QCOMPARE(read(body), code + "more\n");
        open();
        QCOMPARE(read(body), code + "more\n");
    }

    void damagedBytesAreNeverHandedOut()
    {
        QRandomGenerator generator(3);
        const qint64 first = add(text(300), 0);
        const qint64 second = add(edited(generator, text(300)), first);
        const qint64 bundle = add(text(2000).replace("\n", " "), 0);
        const qint64 patch = add(text(2001).replace("\n", " "), bundle);
        const QByteArray expected = read(second);
        for (const QString &table : {u"bodies"_s, u"line_packs"_s}) {
            for (int i = 0; i < 60; ++i)
                damageSomething(generator, table, {first, second, bundle, patch});
        }
        open();
        QCOMPARE(read(second), expected);
    }

private:
    /// Changes a byte, looks that nothing wrong comes out, and changes it back.
    void damageSomething(QRandomGenerator &generator, const QString &table,
                         const QList<qint64> &bodies)
    {
        const QString key = table == u"bodies"_s ? u"id"_s : u"first"_s;
        const qint64 row =
            m_database->value(u"SELECT %1 FROM %2 ORDER BY random() LIMIT 1"_s.arg(key, table))
                ->toLongLong();
        const QString where = u" WHERE %1 = %2"_s.arg(key).arg(row);
        const QByteArray before =
            m_database->value(u"SELECT data FROM "_s + table + where)->toByteArray();
        QByteArray after = before;
        const qsizetype at = generator.bounded(static_cast<int>(after.size()));
        after[at] = static_cast<char>(after[at] ^ (1 << generator.bounded(8)));
        const QString update = u"UPDATE "_s + table + u" SET data = ?"_s + where;
        QVERIFY_RESULT(m_database->execute(update, {after}));
        open();
        for (const qint64 body : bodies) {
            const Result<QByteArray> bytes = BodyStore(*m_database).read(body);
            const Result<QVariant> digest =
                m_database->value(u"SELECT digest FROM bodies WHERE id = ?"_s, {body});
            QVERIFY(!bytes || BodyStore::digestOf(*bytes) == digest->toByteArray());
        }
        QVERIFY_RESULT(m_database->execute(update, {before}));
    }

    void open()
    {
        m_database = std::make_unique<Database>();
        QVERIFY_RESULT(m_database->open(m_folder->filePath(u"a.db"_s)));
        QVERIFY_RESULT(m_database->execute(u"PRAGMA synchronous = OFF"_s)); // a test need not last
        QVERIFY_RESULT(Migrations::run(*m_database));
    }

    qint64 add(const QByteArray &bytes, qint64 relative)
    {
        const Result<qint64> added =
            m_database->transaction([&] { return BodyStore(*m_database).add(bytes, relative); });
        return added ? *added : -1;
    }

    QByteArray read(qint64 body)
    {
        const Result<QByteArray> bytes = BodyStore(*m_database).read(body);
        return bytes ? *bytes : bytes.error().message.toUtf8() + bytes.error().detail.toUtf8();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(BodyStoreTest)
#include "tst_bodystore.moc"
