// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/bodystore.h"

#include "archive/compression.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

struct BodyStoreText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::Archive)
};

constexpr int kPlain = 0;

} // namespace

BodyStore::BodyStore(Database &database)
    : m_database(database)
{
}

QByteArray BodyStore::digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Result<qint64> BodyStore::add(const QByteArray &bytes, qint64 /*relative*/)
{
    const QByteArray digest = digestOf(bytes);
    const Result<QVariant> held =
        m_database.value(u"SELECT id FROM bodies WHERE substr(digest, 1, 5) = ? AND digest = ?"_s,
                         {digest.left(5), digest});
    if (!held)
        return held.error();
    if (held->isValid())
        return held->toLongLong();
    Result<Rows> added = m_database.run(
        u"INSERT INTO bodies (digest, size, judged, form, depth, data) VALUES (?, ?, ?, ?, 0, ?)"_s,
        {digest, bytes.size(), static_cast<int>(judgeBody(bytes).kind), kPlain, compress(bytes)});
    if (!added)
        return added.error();
    return added.andThen([](const Rows &rows) { return Result<qint64>(rows.insertedId()); });
}

Result<QByteArray> BodyStore::read(qint64 body)
{
    Result<Rows> found =
        m_database.run(u"SELECT digest, size, data FROM bodies WHERE id = ?"_s, {body});
    if (!found)
        return found.error();
    Rows rows = *std::move(found);
    if (!rows.next())
        return Error{.code = ErrorCode::NotFound,
                     .message = BodyStoreText::tr("The archive does not hold this code.")};
    Result<QByteArray> bytes = decompress(rows.bytes(2), rows.number(1));
    if (bytes && digestOf(*bytes) != rows.bytes(0))
        return Error{.code = ErrorCode::Storage,
                     .message = BodyStoreText::tr("The archive file is damaged."),
                     .detail = u"body %1 does not match its digest"_s.arg(body)};
    return bytes;
}

} // namespace edgewright
