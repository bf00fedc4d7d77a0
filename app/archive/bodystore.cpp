// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/bodystore.h"

#include "archive/compression.h"
#include "archive/lineidcodec.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

struct BodyStoreText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::Archive)
};

// Longer chains are smaller on the disk and slower to read.
constexpr qint64 kDeepestLines = 64;
constexpr qint64 kDeepestPatch = 12;
constexpr qsizetype kLongLine = 4096;
constexpr qsizetype kSmallest = 256; ///< Bytes; below that a list of lines does not pay.

Error damaged(const QString &detail)
{
    return Error{.code = ErrorCode::Storage,
                 .message = BodyStoreText::tr("The archive file is damaged."),
                 .detail = detail};
}

/// With their line ends.
QList<QByteArrayView> linesOf(QByteArrayView bytes)
{
    QList<QByteArrayView> lines;
    qsizetype begin = 0;
    while (begin < bytes.size()) {
        const qsizetype found = bytes.indexOf('\n', begin);
        const qsizetype end = found < 0 ? bytes.size() : found + 1;
        lines.append(bytes.sliced(begin, end - begin));
        begin = end;
    }
    return lines;
}

/// Bundles and binaries are not: most of them stands in a few giant lines.
bool consistsOfLines(const QList<QByteArrayView> &lines, qsizetype size)
{
    qsizetype inLongLines = 0;
    for (const QByteArrayView line : lines)
        inLongLines += line.size() > kLongLine ? line.size() : 0;
    return size >= kSmallest && inLongLines <= size / 4;
}

} // namespace

BodyStore::BodyStore(Database &database)
    : m_database(database)
{
}

QByteArray BodyStore::digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Result<qint64> BodyStore::find(const QByteArray &digest)
{
    return m_database
        .value(u"SELECT id FROM bodies WHERE substr(digest, 1, 5) = ? AND digest = ?"_s,
               {digest.left(5), digest})
        .andThen([](const QVariant &id) { return Result<qint64>(id.toLongLong()); });
}

Result<qint64> BodyStore::add(const QByteArray &bytes, qint64 relative)
{
    Record record{.size = bytes.size(), .digest = digestOf(bytes)};
    const Result<qint64> held = find(record.digest);
    if (!held || *held != 0)
        return held;
    if (consistsOfLines(linesOf(bytes), bytes.size()))
        return addLines(bytes, std::move(record), relative);
    return addPatch(bytes, std::move(record), relative);
}

Result<qint64> BodyStore::addLines(const QByteArray &bytes, Record record, qint64 relative)
{
    const Result<LineIds> ids = m_database.lines().intern(linesOf(bytes));
    if (!ids)
        return ids.error();
    const Result<Record> base = usableBase(relative, Form::Lines, kDeepestLines);
    if (!base)
        return base.error();
    const Result<LineIds> known = base->id != 0 ? lines(base->id) : Result<LineIds>(LineIds());
    if (!known)
        return known.error();
    record.form = Form::Lines;
    record.depth = base->id != 0 ? base->depth + 1 : 0;
    record.data = encodeLineIds(*ids, *known);
    const Result<qint64> added = insert(record, base->id, judgeBody(bytes).kind);
    if (added)
        m_database.lines().decoded().insert(*added, new LineIds(*ids), ids->size() + 1);
    return added;
}

Result<qint64> BodyStore::addPatch(const QByteArray &bytes, Record record, qint64 relative)
{
    const BodyKind judged = judgeBody(bytes).kind;
    record.data = compress(bytes);
    const Result<Record> base = usableBase(relative, Form::Patch, kDeepestPatch);
    if (!base)
        return base.error();
    if (base->id == 0)
        return insert(record, 0, judged);
    const Result<QByteArray> known = read(base->id);
    if (!known)
        return known.error();
    QByteArray patch = compress(bytes, *known);
    if (patch.size() >= record.data.size())
        return insert(record, 0, judged);
    record.form = Form::Patch;
    record.depth = base->depth + 1;
    record.data = std::move(patch);
    return insert(record, base->id, judged);
}

Result<qint64> BodyStore::insert(const Record &record, qint64 base, BodyKind judged)
{
    Result<Rows> added = m_database.run(
        u"INSERT INTO bodies (digest, size, judged, form, base, depth, data) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {record.digest, record.size, static_cast<int>(judged), static_cast<int>(record.form),
         base != 0 ? QVariant(base) : QVariant(), record.depth, record.data});
    if (!added)
        return added.error();
    return added->insertedId();
}

Result<BodyStore::Record> BodyStore::usableBase(qint64 body, Form form, qint64 deepest)
{
    if (body == 0)
        return Record();
    Result<Rows> found = m_database.run(u"SELECT form, depth FROM bodies WHERE id = ?"_s, {body});
    if (!found)
        return found.error();
    Rows rows = *std::move(found);
    if (!rows.next())
        return Record();
    const Record base{
        .id = body, .form = static_cast<Form>(rows.number(0)), .depth = rows.number(1)};
    const bool isAlike = (base.form == Form::Lines) == (form == Form::Lines);
    return isAlike && base.depth < deepest ? base : Record();
}

Result<QList<BodyStore::Record>> BodyStore::chain(qint64 body)
{
    Result<Rows> found = m_database.run(
        u"WITH RECURSIVE chain (id, base, n) AS (SELECT id, base, 0 FROM bodies WHERE id = ? "
        "UNION ALL SELECT b.id, b.base, n + 1 FROM chain c JOIN bodies b ON b.id = c.base "
        "WHERE n < 200) SELECT b.id, b.form, b.size, b.digest, b.data "
        "FROM chain c JOIN bodies b ON b.id = c.id ORDER BY n"_s,
        {body});
    if (!found)
        return found.error();
    Rows rows = *std::move(found);
    QList<Record> records;
    while (rows.next())
        records.append({.id = rows.number(0),
                        .form = static_cast<Form>(rows.number(1)),
                        .size = rows.number(2),
                        .digest = rows.bytes(3),
                        .data = rows.bytes(4)});
    if (const Result<> state = rows.state(); !state)
        return state.error();
    if (records.isEmpty())
        return Error{.code = ErrorCode::NotFound,
                     .message = BodyStoreText::tr("The archive does not hold this code."),
                     .detail = u"body %1"_s.arg(body)};
    return records;
}

Result<LineIds> BodyStore::followLines(const QList<Record> &chain)
{
    QCache<qint64, LineIds> &decoded = m_database.lines().decoded();
    LineIds base;
    for (const Record &record : chain | std::views::reverse) {
        if (const LineIds *known = decoded.object(record.id)) {
            base = *known;
            continue;
        }
        const std::optional<LineIds> ids = decodeLineIds(record.data, base, record.size);
        if (!ids || record.form != Form::Lines)
            return damaged(u"the lines of body %1"_s.arg(record.id));
        base = *ids;
        decoded.insert(record.id, new LineIds(base), base.size() + 1);
    }
    return base;
}

Result<QByteArray> BodyStore::followPatches(const QList<Record> &chain)
{
    QCache<qint64, QByteArray> &texts = m_database.lines().texts();
    QByteArray base;
    for (const Record &record : chain | std::views::reverse) {
        if (const QByteArray *known = texts.object(record.id)) {
            base = *known;
            continue;
        }
        const bool isPatch = record.form == Form::Patch;
        Result<QByteArray> bytes =
            decompress(record.data, record.size, isPatch ? base : QByteArray());
        if (!bytes || record.form == Form::Lines)
            return damaged(u"the bytes of body %1"_s.arg(record.id));
        base = *std::move(bytes);
        texts.insert(record.id, new QByteArray(base), base.size() + 1);
    }
    return base;
}

Result<BodyStore::Form> BodyStore::formOf(qint64 body)
{
    return m_database.value(u"SELECT form FROM bodies WHERE id = ?"_s, {body})
        .andThen(
            [](const QVariant &form) { return Result<Form>(static_cast<Form>(form.toInt())); });
}

Result<LineIds> BodyStore::lines(qint64 body)
{
    if (const LineIds *known = m_database.lines().decoded().object(body))
        return *known;
    const Result<QList<Record>> records = chain(body);
    return records ? followLines(*records) : Result<LineIds>(records.error());
}

Result<QByteArray> BodyStore::read(qint64 body)
{
    const Result<QList<Record>> records = chain(body);
    if (!records)
        return records.error();
    const Record &record = records->first();
    Result<QByteArray> bytes = QByteArray();
    if (record.form == Form::Lines) {
        const Result<LineIds> ids = followLines(*records);
        bytes = ids ? m_database.lines().text(*ids, record.size) : Result<QByteArray>(ids.error());
    } else {
        bytes = followPatches(*records);
    }
    if (bytes && digestOf(*bytes) != record.digest)
        return damaged(u"body %1 does not match its digest"_s.arg(body));
    return bytes;
}

} // namespace edgewright
