// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/lineidcodec.h"

#include "archive/bytecodec.h"
#include "archive/compression.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <vector>

namespace edgewright {

namespace {

constexpr qsizetype kWorthCompressing = 64;
enum Form : char { Raw = 0, Compressed = 1 };
enum Kind : quint64 { Others = 0, OfBase = 1 };

/// Where each line stands in a list.
class Places final {
public:
    explicit Places(const LineIds &ids)
    {
        m_places.reserve(static_cast<std::size_t>(ids.size()));
        for (qsizetype i = 0; i < ids.size(); ++i)
            m_places.push_back({ids.at(i), i});
        std::ranges::sort(m_places);
    }

    /// The first place at or after \p wanted, else the first of all; -1: none.
    [[nodiscard]] qsizetype find(LineId id, qsizetype wanted) const
    {
        const auto after = std::ranges::lower_bound(m_places, std::pair(id, wanted));
        if (after != m_places.end() && after->first == id)
            return after->second;
        const auto any = std::ranges::lower_bound(m_places, std::pair(id, qsizetype{0}));
        return any != m_places.end() && any->first == id ? any->second : -1;
    }

private:
    std::vector<std::pair<LineId, qsizetype>> m_places;
};

/// Writes runs one after the other, each told from where the one before ended.
class Encoder final {
public:
    Encoder(const LineIds &ids, const LineIds &base)
        : m_ids(ids)
        , m_base(base)
        , m_places(base)
    {
    }

    [[nodiscard]] QByteArray encode()
    {
        for (qsizetype at = 0; at < m_ids.size();) {
            // Most of a version goes on where the other one goes on.
            const bool goesOn = m_inBase < m_base.size() && m_base.at(m_inBase) == m_ids.at(at);
            const qsizetype place = goesOn ? m_inBase : m_places.find(m_ids.at(at), m_inBase);
            at += place >= 0 ? putCopy(at, place) : putOthers(at);
        }
        return m_data;
    }

private:
    qsizetype putCopy(qsizetype at, qsizetype place)
    {
        qsizetype length = 1;
        while (at + length < m_ids.size() && place + length < m_base.size()
               && m_ids.at(at + length) == m_base.at(place + length))
            ++length;
        putNumber(m_data, (static_cast<quint64>(length) << 1) | OfBase);
        putSigned(m_data, place - m_inBase);
        m_inBase = place + length;
        return length;
    }

    qsizetype putOthers(qsizetype at)
    {
        const LineId first = m_ids.at(at);
        qsizetype length = 1;
        while (at + length < m_ids.size()
               && m_ids.at(at + length) == first + static_cast<LineId>(length)
               && m_places.find(m_ids.at(at + length), 0) < 0)
            ++length;
        putNumber(m_data, (static_cast<quint64>(length) << 1) | Others);
        putSigned(m_data, qint64{first} - m_next);
        m_next = qint64{first} + length;
        return length;
    }

    const LineIds &m_ids;
    const LineIds &m_base;
    Places m_places;
    QByteArray m_data;
    qsizetype m_inBase = 0;
    qint64 m_next = 0;
};

/// Follows the runs with as little trust as foreign bytes deserve.
class Decoder final {
public:
    Decoder(QByteArrayView runs, const LineIds &base, qint64 longest)
        : m_reader(runs)
        , m_base(base)
        , m_longest(longest)
    {
    }

    [[nodiscard]] std::optional<LineIds> decode()
    {
        while (!m_reader.atEnd()) {
            const quint64 head = m_reader.number();
            const qint64 away = m_reader.signedNumber();
            const auto length = static_cast<qint64>(head >> 1);
            const bool isPossible = !m_reader.hasFailed() && length > 0
                                    && length <= m_longest - m_ids.size()
                                    && std::abs(away) <= kFarthest;
            if (!isPossible || !((head & 1) == OfBase ? copy(length, away) : others(length, away)))
                return {};
        }
        return m_reader.hasFailed() ? std::nullopt : std::optional(m_ids);
    }

private:
    static constexpr qint64 kFarthest = qint64{1} << 32;

    bool copy(qint64 length, qint64 away)
    {
        const qint64 place = m_inBase + away;
        if (place < 0 || length > m_base.size() - place)
            return false;
        m_ids.append(m_base.sliced(place, length));
        m_inBase = place + length;
        return true;
    }

    bool others(qint64 length, qint64 away)
    {
        const qint64 first = m_next + away;
        if (first < 0 || first + length > std::numeric_limits<LineId>::max())
            return false;
        for (qint64 i = 0; i < length; ++i)
            m_ids.append(static_cast<LineId>(first + i));
        m_next = first + length;
        return true;
    }

    NumberReader m_reader;
    const LineIds &m_base;
    qint64 m_longest;
    LineIds m_ids;
    qint64 m_inBase = 0;
    qint64 m_next = 0;
};

/// Nothing for bytes of an unknown form.
std::optional<QByteArray> runsOf(const QByteArray &data)
{
    if (data.isEmpty())
        return {};
    if (data.front() == Raw)
        return data.sliced(1);
    NumberReader reader(QByteArrayView(data).sliced(1));
    const quint64 size = reader.number();
    if (data.front() != Compressed || reader.hasFailed())
        return {};
    const Result<QByteArray> runs = decompress(reader.rest(), static_cast<qint64>(size));
    return runs ? std::optional(*runs) : std::nullopt;
}

} // namespace

QByteArray encodeLineIds(const LineIds &ids, const LineIds &base)
{
    const QByteArray runs = Encoder(ids, base).encode();
    if (runs.size() >= kWorthCompressing) {
        QByteArray data(1, Compressed);
        putNumber(data, static_cast<quint64>(runs.size()));
        data += compress(runs);
        if (data.size() <= runs.size())
            return data;
    }
    return QByteArray(1, Raw) + runs;
}

std::optional<LineIds> decodeLineIds(const QByteArray &data, const LineIds &base, qint64 longest)
{
    const std::optional<QByteArray> runs = runsOf(data);
    return runs ? Decoder(*runs, base, longest).decode() : std::nullopt;
}

bool namesLineIds(const QByteArray &data,
                  const std::function<bool(LineId first, qint64 length)> &any)
{
    const std::optional<QByteArray> runs = runsOf(data);
    NumberReader reader(runs ? QByteArrayView(*runs) : QByteArrayView());
    qint64 next = 0;
    while (!reader.atEnd()) {
        const quint64 head = reader.number();
        const qint64 away = reader.signedNumber();
        if ((head & 1) == OfBase)
            continue;
        const qint64 first = next + away;
        const auto length = static_cast<qint64>(head >> 1);
        if (any(static_cast<LineId>(first), length))
            return true;
        next = first + length;
    }
    return false;
}

} // namespace edgewright
