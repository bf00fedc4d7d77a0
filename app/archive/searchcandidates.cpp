// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/searchcandidates.h"

#include "archive/bodystore.h"
#include "archive/lineidcodec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kBodiesAtATime = 2000;

} // namespace

SearchCandidates::SearchCandidates(LineIds lines)
    : m_lines(std::move(lines))
{
}

bool SearchCandidates::names(const QByteArray &data) const
{
    return namesLineIds(data, [this](LineId first, qint64 length) {
        const auto found = std::ranges::lower_bound(m_lines, first);
        return found != m_lines.cend() && qint64{*found} < qint64{first} + length;
    });
}

Result<bool> SearchCandidates::step(Database &database)
{
    Result<Rows> found =
        database.run(u"SELECT id, base, form, data FROM bodies WHERE id > ? ORDER BY id LIMIT ?"_s,
                     {m_last, kBodiesAtATime});
    if (!found)
        return found.error();
    Rows rows = *std::move(found);
    int count = 0;
    for (; rows.next(); ++count) {
        m_last = rows.number(0);
        m_mayHold.resize(static_cast<std::size_t>(m_last) + 1, false);
        const bool hasLines = rows.number(2) == static_cast<int>(BodyStore::Form::Lines);
        // A base is older than what is told from it.
        m_mayHold.back() = !hasLines || mayHold(rows.number(1)) || names(rows.bytes(3));
    }
    if (const Result<> state = rows.state(); !state)
        return state.error();
    return count == kBodiesAtATime;
}

bool SearchCandidates::mayHold(qint64 body) const
{
    return body > 0 && body <= m_last && m_mayHold[static_cast<std::size_t>(body)];
}

Result<QList<qint64>> SearchCandidates::routines(Database &database) const
{
    QStringList bodies;
    for (qint64 body = 1; body <= m_last; ++body) {
        if (mayHold(body))
            bodies.append(QString::number(body));
    }
    Result<Rows> found = database.run(u"SELECT DISTINCT routine FROM versions WHERE body IN "
                                      "(SELECT value FROM json_each(?))"_s,
                                      {QString(u'[' + bodies.join(u',') + u']')});
    if (!found)
        return found.error();
    Rows rows = *std::move(found);
    QList<qint64> routines;
    while (rows.next())
        routines.append(rows.number(0));
    if (const Result<> state = rows.state(); !state)
        return state.error();
    return routines;
}

} // namespace edgewright
