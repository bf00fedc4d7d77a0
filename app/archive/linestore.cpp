// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/linestore.h"

#include "archive/bytecodec.h"
#include "archive/compression.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

struct LineStoreText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::Archive)
};

constexpr qsizetype kFullPack = 64 * 1024;        ///< Bytes of text; compresses well, reads fast.
constexpr qsizetype kPacksInMemory = 96'000'000;  ///< Bytes.
constexpr qsizetype kDecodedInMemory = 4'000'000; ///< Lines, four bytes each.
constexpr qsizetype kTextsInMemory = 16'000'000;  ///< Bytes.

enum PackForm : char { Raw = 0, Compressed = 1 };

Error damaged(const QString &detail)
{
    return Error{.code = ErrorCode::Storage,
                 .message = LineStoreText::tr("The archive file is damaged."),
                 .detail = detail};
}

quint64 hashOf(QByteArrayView line)
{
    return qHashBits(line.data(), static_cast<size_t>(line.size()), 0);
}

void append(LineStore::Pack &pack, QByteArrayView line)
{
    pack.text.append(line);
    pack.ends.push_back(static_cast<quint32>(pack.text.size()));
}

QByteArray encoded(const LineStore::Pack &pack, bool raw)
{
    QByteArray payload;
    quint32 begin = 0;
    for (const quint32 end : pack.ends)
        putNumber(payload, end - std::exchange(begin, end));
    payload.append(pack.text);
    QByteArray data(1, raw ? Raw : Compressed);
    if (raw)
        return data + payload;
    putNumber(data, static_cast<quint64>(payload.size()));
    return data + compress(payload);
}

Result<QByteArray> payloadOf(const QByteArray &data)
{
    if (data.isEmpty())
        return damaged(u"an empty pack"_s);
    if (data.front() == Raw)
        return data.sliced(1);
    NumberReader reader(QByteArrayView(data).sliced(1));
    const quint64 size = reader.number();
    if (reader.hasFailed() || data.front() != Compressed)
        return damaged(u"a pack of an unknown form"_s);
    return decompress(reader.rest(), static_cast<qint64>(size));
}

Result<LineStore::Pack> packFrom(LineId first, LineId count, const QByteArray &data)
{
    const Result<QByteArray> payload = payloadOf(data);
    if (!payload)
        return payload.error();
    LineStore::Pack pack{.first = first};
    NumberReader reader(*payload);
    quint64 end = 0;
    for (LineId i = 0; i < count && !reader.hasFailed(); ++i) {
        end += reader.number();
        if (end > static_cast<quint64>(payload->size()))
            return damaged(u"a line longer than its pack"_s);
        pack.ends.push_back(static_cast<quint32>(end));
    }
    pack.text = reader.rest().toByteArray();
    if (reader.hasFailed() || static_cast<quint64>(pack.text.size()) != end)
        return damaged(u"a pack of another size"_s);
    return pack;
}

} // namespace

QByteArrayView LineStore::Pack::line(qsizetype index) const
{
    const auto at = static_cast<std::size_t>(index);
    const qsizetype begin = at == 0 ? 0 : qsizetype{ends[at - 1]};
    return QByteArrayView(text).sliced(begin, qsizetype{ends[at]} - begin);
}

LineStore::LineStore(Database &database)
    : m_database(database)
    , m_packs(kPacksInMemory)
    , m_decoded(kDecodedInMemory)
    , m_texts(kTextsInMemory)
{
}

Result<> LineStore::loadSlots()
{
    if (m_hasSlots)
        return {};
    Result<Rows> found = m_database.run(
        u"SELECT first, count, substr(data, 1, 1), length(data) FROM line_packs ORDER BY first"_s);
    if (!found)
        return found.error();
    Rows rows = *std::move(found);
    m_slots.clear();
    m_count = 0;
    m_tailSize = 0;
    while (rows.next()) {
        const Slot slot{.first = static_cast<LineId>(rows.number(0)),
                        .count = static_cast<LineId>(rows.number(1)),
                        .isRaw = rows.bytes(2) == QByteArray(1, Raw)};
        if (slot.first != m_count)
            return damaged(u"a pack is missing before line %1"_s.arg(slot.first));
        m_count += slot.count;
        m_tailSize = slot.isRaw ? m_tailSize + rows.number(3) : 0;
        m_slots.push_back(slot);
    }
    Result<> state = rows.state();
    m_hasSlots = state.hasValue();
    return state;
}

Result<LineId> LineStore::count()
{
    if (const Result<> loaded = loadSlots(); !loaded)
        return loaded.error();
    return m_count;
}

qsizetype LineStore::slotOf(LineId id) const
{
    const auto after = std::ranges::upper_bound(m_slots, id, {}, &Slot::first);
    return std::distance(m_slots.begin(), after) - 1;
}

Result<const LineStore::Pack *> LineStore::packOf(LineId id)
{
    if (const Result<> loaded = loadSlots(); !loaded)
        return loaded.error();
    if (id >= m_count)
        return damaged(u"line %1 of %2"_s.arg(id).arg(m_count));
    return pack(slotOf(id));
}

Result<const LineStore::Pack *> LineStore::pack(qsizetype index)
{
    if (const Pack *known = m_packs.object(index))
        return known;
    const Slot slot = m_slots.at(static_cast<std::size_t>(index));
    const Result<QVariant> data =
        m_database.value(u"SELECT data FROM line_packs WHERE first = ?"_s, {slot.first});
    if (!data)
        return data.error();
    Result<Pack> read = packFrom(slot.first, slot.count, data->toByteArray());
    if (!read)
        return read.error();
    auto *held = new Pack(*std::move(read));
    // A pack larger than the whole room would be deleted at once.
    m_packs.insert(index, held, std::min(held->text.size(), kPacksInMemory));
    return held;
}

Result<QByteArray> LineStore::text(const LineIds &ids, qint64 size)
{
    if (const Result<> loaded = loadSlots(); !loaded)
        return loaded.error();
    QByteArray text;
    text.reserve(size);
    qsizetype slot = -1;
    const Pack *held = nullptr;
    for (const LineId id : ids) {
        if (id >= m_count || text.size() > size)
            return damaged(u"line %1 of %2"_s.arg(id).arg(m_count));
        const bool isHere = held != nullptr && id >= held->first
                            && id - held->first < static_cast<LineId>(held->ends.size());
        if (!isHere) {
            slot = slotOf(id);
            const Result<const Pack *> read = pack(slot);
            if (!read)
                return read.error();
            held = *read;
        }
        text.append(held->line(id - held->first));
    }
    return text;
}

Result<> LineStore::buildIndex()
{
    if (m_hasIndex)
        return {};
    if (Result<> loaded = loadSlots(); !loaded)
        return loaded;
    m_index.reserve(m_count);
    for (qsizetype i = 0; i < static_cast<qsizetype>(m_slots.size()); ++i) {
        const Result<const Pack *> read = pack(i);
        if (!read)
            return read.error();
        const Pack &held = **read;
        for (qsizetype line = 0; line < static_cast<qsizetype>(held.ends.size()); ++line)
            m_index.insert(hashOf(held.line(line)), held.first + static_cast<LineId>(line));
    }
    m_hasIndex = true;
    return {};
}

Result<bool> LineStore::holds(LineId id, QByteArrayView line)
{
    const Result<const Pack *> read = pack(slotOf(id));
    if (!read)
        return read.error();
    return (*read)->line(id - (*read)->first) == line;
}

Result<LineId> LineStore::lineId(QByteArrayView line, Pack &fresh)
{
    const quint64 hash = hashOf(line);
    const auto known = m_index.constFind(hash);
    if (known != m_index.cend()) {
        const LineId id = *known;
        const Result<bool> same = id >= fresh.first
                                      ? Result<bool>(fresh.line(id - fresh.first) == line)
                                      : holds(id, line);
        if (!same)
            return same.error();
        if (*same)
            return id;
    }
    const LineId id = fresh.first + static_cast<LineId>(fresh.ends.size());
    append(fresh, line);
    m_index.insert(hash, id);
    return id;
}

Result<LineIds> LineStore::intern(const QList<QByteArrayView> &lines)
{
    if (const Result<> built = buildIndex(); !built)
        return built.error();
    Pack fresh{.first = m_count};
    LineIds ids;
    ids.reserve(lines.size());
    for (const QByteArrayView line : lines) {
        const Result<LineId> id = lineId(line, fresh);
        if (!id)
            return id.error();
        ids.append(*id);
    }
    if (const Result<> written = write(fresh); !written)
        return written.error();
    return ids;
}

Result<> LineStore::write(const Pack &fresh)
{
    if (fresh.ends.empty())
        return {};
    const bool isSmall = fresh.text.size() < kFullPack;
    const bool isFull = m_tailSize + fresh.text.size() >= kFullPack;
    if (isFull && m_tailSize > 0) {
        if (Result<> merged = mergeTail(); !merged)
            return merged;
    }
    Pack part{.first = fresh.first};
    for (std::size_t i = 0; i < fresh.ends.size(); ++i) {
        append(part, fresh.line(static_cast<qsizetype>(i)));
        if (!isSmall && part.text.size() >= kFullPack) {
            if (Result<> written = writeSlot(part, false); !written)
                return written;
            part = Pack{.first = m_count};
        }
    }
    return part.ends.empty() ? Result<>() : writeSlot(part, true);
}

Result<> LineStore::writeSlot(const Pack &pack, bool raw)
{
    const auto count = static_cast<LineId>(pack.ends.size());
    Result<> written =
        m_database.execute(u"INSERT INTO line_packs (first, count, data) VALUES (?, ?, ?)"_s,
                           {pack.first, count, encoded(pack, raw)});
    if (!written)
        return written;
    m_packs.insert(static_cast<qsizetype>(m_slots.size()), new Pack(pack),
                   std::min(pack.text.size(), kPacksInMemory));
    m_slots.push_back({.first = pack.first, .count = count, .isRaw = raw});
    m_count = pack.first + count;
    m_tailSize = raw ? m_tailSize + pack.text.size() : 0;
    return {};
}

Result<qsizetype> LineStore::rawTail(Pack &merged)
{
    auto begin = static_cast<qsizetype>(m_slots.size());
    while (begin > 0 && m_slots[static_cast<std::size_t>(begin - 1)].isRaw)
        --begin;
    for (qsizetype i = begin; i < static_cast<qsizetype>(m_slots.size()); ++i) {
        const Result<const Pack *> read = pack(i);
        if (!read)
            return read.error();
        if (i == begin)
            merged.first = (*read)->first;
        for (qsizetype line = 0; line < static_cast<qsizetype>((*read)->ends.size()); ++line)
            append(merged, (*read)->line(line));
    }
    return begin;
}

Result<> LineStore::mergeTail()
{
    Pack merged;
    const Result<qsizetype> begin = rawTail(merged);
    if (!begin)
        return begin.error();
    if (merged.ends.empty())
        return {};
    Result<> removed =
        m_database.execute(u"DELETE FROM line_packs WHERE first >= ?"_s, {merged.first});
    if (!removed)
        return removed;
    for (auto i = *begin; i < static_cast<qsizetype>(m_slots.size()); ++i)
        m_packs.remove(i);
    m_slots.resize(static_cast<std::size_t>(*begin));
    return writeSlot(merged, false);
}

} // namespace edgewright
