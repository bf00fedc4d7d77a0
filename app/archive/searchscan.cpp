// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/searchscan.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

struct SearchScanText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ArchiveSearch)
};

constexpr qsizetype kBefore = 40; ///< Characters shown before the match.
constexpr qsizetype kExcerpt = 240;

} // namespace

SearchScan::SearchScan(const ArchiveQuery &query, std::shared_ptr<Promise> promise)
    : m_query(query)
    , m_promise(std::move(promise))
    , m_matcher(query)
{
}

bool SearchScan::step(Database &database, int ms)
{
    if (m_promise->isCanceled()) {
        m_promise->finish();
        return false;
    }
    QElapsedTimer clock;
    clock.start();
    const QDeadlineTimer deadline(ms);
    Result<> done;
    do {
        done = work(database);
    } while (done && m_phase != Phase::Over && !deadline.hasExpired());
    if (done)
        done = report(database);
    m_workedMs += clock.elapsed();
    if (done && m_phase != Phase::Over && m_workedMs > kLongestMs)
        done = Error{.code = ErrorCode::Timeout,
                     .message = SearchScanText::tr("The search took too long and was given up.")};
    if (done && m_phase != Phase::Over)
        return true;
    finish(done);
    return false;
}

Result<> SearchScan::work(Database &database)
{
    switch (m_phase) {
    case Phase::Begin:
        return begin(database);
    case Phase::Lines:
        return scanPack(database);
    case Phase::Candidates:
        return findCandidates(database);
    case Phase::Routines:
        return m_version < m_versions.size() ? lookAtVersion(database) : leaveRoutine(database);
    case Phase::Over:
        break;
    }
    return {};
}

Result<> SearchScan::begin(Database &database)
{
    if (!m_matcher.problem().isEmpty())
        return Error{.code = ErrorCode::InvalidRequest, .message = m_matcher.problem()};
    const Result<LineId> lines = database.lines().count();
    if (!lines)
        return lines.error();
    m_matchOf.assign(*lines, 0);
    Result<Rows> found = database.run(
        u"SELECT id, account, name FROM routines WHERE ? IN ('', account) AND ? IN ('', name) "
        "ORDER BY seen DESC, name"_s,
        {m_query.accountId, m_query.routine});
    if (!found)
        return found.error();
    Rows rows = *std::move(found);
    while (rows.next())
        m_routines.append({rows.number(0), {.accountId = rows.text(1), .routine = rows.text(2)}});
    m_phase = m_query.text.isEmpty() ? Phase::Over : Phase::Lines;
    return rows.state();
}

Result<> SearchScan::scanPack(Database &database)
{
    if (m_next >= m_matchOf.size()) {
        m_hitOf.assign(m_matches + 1, 0);
        return chooseWay(database);
    }
    const Result<const LineStore::Pack *> read = database.lines().packOf(m_next);
    if (!read)
        return read.error();
    const LineStore::Pack &pack = **read;
    // Small packs are made one between the steps: its first lines may have been looked at.
    const LineId known = m_next - pack.first;
    const qsizetype begin = known == 0 ? 0 : qsizetype{pack.ends[known - 1]};
    m_next = pack.first + static_cast<LineId>(pack.ends.size());
    const auto lineOf = [&pack, begin](qsizetype at) {
        return std::ranges::upper_bound(pack.ends, static_cast<quint32>(begin + at));
    };
    m_matcher.findLines(
        QByteArrayView(pack.text).sliced(begin),
        [&](qsizetype at) { return qsizetype{*lineOf(at)} - begin; },
        [&](qsizetype at) {
            const LineId id =
                pack.first + static_cast<LineId>(std::distance(pack.ends.begin(), lineOf(at)));
            if (id >= m_matchOf.size())
                return; // came meanwhile
            m_matchOf[id] = ++m_matches;
            m_matching.append(id);
        });
    return {};
}

Result<> SearchScan::chooseWay(Database &database)
{
    m_phase = Phase::Routines;
    if (m_matching.size() > SearchCandidates::kMostLines)
        return {};
    // No line has it: only what has no lines is left to look at.
    const Result<QVariant> hasOthers =
        database.value(u"SELECT EXISTS (SELECT 1 FROM bodies WHERE form <> ?)"_s,
                       {static_cast<int>(BodyStore::Form::Lines)});
    if (!hasOthers)
        return hasOthers.error();
    if (m_matching.isEmpty() && !hasOthers->toBool())
        return end(database);
    m_candidates.emplace(m_matching);
    m_phase = Phase::Candidates;
    return {};
}

Result<> SearchScan::findCandidates(Database &database)
{
    const Result<bool> more = m_candidates->step(database);
    if (!more)
        return more.error();
    if (*more)
        return {};
    const Result<QList<qint64>> routines = m_candidates->routines(database);
    if (!routines)
        return routines.error();
    m_routines.removeIf([&](const auto &routine) { return !routines->contains(routine.first); });
    m_phase = Phase::Routines;
    return {};
}

Result<> SearchScan::end(Database &database)
{
    const Result<QVariant> versions =
        database.value(u"SELECT count(*) FROM versions v JOIN routines r ON r.id = v.routine "
                       "WHERE v.body IS NOT NULL AND ? IN ('', r.account) AND ? IN ('', r.name)"_s,
                       {m_query.accountId, m_query.routine});
    if (!versions)
        return versions.error();
    m_summary.versions = versions->toLongLong();
    m_phase = Phase::Over;
    return {};
}

Result<> SearchScan::leaveRoutine(Database &database)
{
    if (const Result<> reported = report(database); !reported)
        return reported;
    for (const Hit &hit : m_hits)
        m_hitOf[hit.match] = 0;
    m_hits.clear();
    m_byteHits.clear();
    m_versions.clear();
    m_version = 0;
    if (++m_routine < m_routines.size())
        return enterRoutine(database);
    return end(database);
}

Result<> SearchScan::enterRoutine(Database &database)
{
    Result<Rows> found = database.run(
        u"SELECT v.id, v.ordinal, v.body, b.form FROM versions v JOIN bodies b ON b.id = v.body "
        "WHERE v.routine = ? AND b.judged = ? ORDER BY v.created DESC, v.ordinal DESC, v.id DESC"_s,
        {m_routines.at(m_routine).first, static_cast<int>(BodyKind::Code)});
    if (!found)
        return found.error();
    Rows rows = *std::move(found);
    while (rows.next())
        m_versions.append({.id = rows.text(0),
                           .ordinal = static_cast<int>(rows.number(1)),
                           .body = rows.number(2),
                           .hasLines = rows.number(3) == static_cast<int>(BodyStore::Form::Lines)});
    return rows.state();
}

Result<> SearchScan::lookAtVersion(Database &database)
{
    const HeldVersion &version = m_versions.at(m_version);
    Result<> looked;
    if (m_candidates && !m_candidates->mayHold(version.body))
        looked = {}; // certainly not
    else if (!version.hasLines)
        looked = lookAtBytes(database, version);
    else if (m_matches > 0)
        looked = lookAtLines(database, version);
    ++m_version;
    ++m_summary.versions;
    return looked;
}

Result<> SearchScan::lookAtLines(Database &database, const HeldVersion &version)
{
    const Result<LineIds> lines = BodyStore(database).lines(version.body);
    if (!lines)
        return lines.error();
    for (qsizetype i = 0; i < lines->size(); ++i) {
        const LineId id = lines->at(i);
        const quint32 match = id < m_matchOf.size() ? m_matchOf[id] : 0;
        if (match == 0)
            continue;
        quint32 &place = m_hitOf[match];
        if (place == 0 && m_hits.size() >= static_cast<std::size_t>(kMostHits)) {
            m_summary.isComplete = false;
            continue;
        }
        if (place == 0) {
            m_hits.push_back({.hit = {.id = id}, .match = match});
            place = static_cast<quint32>(m_hits.size());
        }
        appears(m_hits[place - 1], static_cast<int>(i));
    }
    return {};
}

Result<> SearchScan::lookAtBytes(Database &database, const HeldVersion &version)
{
    const Result<QByteArray> bytes = BodyStore(database).read(version.body);
    if (!bytes)
        return bytes.error();
    const auto lineEnd = [&bytes](qsizetype at) {
        const qsizetype end = bytes->indexOf('\n', at);
        return end < 0 ? bytes->size() : end + 1;
    };
    m_matcher.findLines(*bytes, lineEnd, [&](qsizetype at) {
        const qsizetype begin = at == 0 ? 0 : bytes->lastIndexOf('\n', at - 1) + 1;
        const QString line =
            withoutLineEnd(QByteArrayView(*bytes).sliced(begin, lineEnd(at) - begin));
        const std::optional<LineMatcher::Place> place = m_matcher.match(line);
        if (!place || m_hits.size() >= static_cast<std::size_t>(kMostHits))
            return;
        SearchHit hit;
        describe(hit, line, *place);
        quint32 &known = m_byteHits[hit.excerpt];
        if (known == 0) {
            // Above all numbers of lines.
            hit.id = (quint64{1} << 32) + m_hits.size();
            m_hits.push_back({.hit = hit});
            known = static_cast<quint32>(m_hits.size());
        }
        const auto number = std::count(bytes->cbegin(), bytes->cbegin() + begin, '\n');
        appears(m_hits[known - 1], static_cast<int>(number));
    });
    return {};
}

void SearchScan::appears(Hit &hit, int line)
{
    if (hit.lastVersion == m_version)
        return; // once more in the same version
    const HeldVersion &version = m_versions.at(m_version);
    QList<VersionSpan> &spans = hit.hit.spans;
    if (spans.isEmpty()) {
        hit.hit.key = m_routines.at(m_routine).second;
        hit.hit.line = line;
        hit.hit.versionId = version.id;
        ++m_summary.hits;
    }
    if (spans.isEmpty() || hit.lastVersion != m_version - 1)
        spans.append({.lastId = version.id, .lastOrdinal = version.ordinal});
    spans.last().firstId = version.id;
    spans.last().firstOrdinal = version.ordinal;
    hit.lastVersion = m_version;
    hit.isNew = true;
}

void SearchScan::describe(SearchHit &hit, const QString &line,
                          const LineMatcher::Place &place) const
{
    qsizetype begin = 0;
    while (begin < place.begin && line.at(begin).isSpace())
        ++begin;
    if (place.begin - begin > kBefore && line.size() - begin > kExcerpt)
        begin = place.begin - kBefore;
    hit.excerpt = line.mid(begin, kExcerpt);
    hit.matchBegin = static_cast<int>(place.begin - begin);
    hit.matchLength = static_cast<int>(std::min(place.length, hit.excerpt.size() - hit.matchBegin));
}

Result<> SearchScan::describeNew(Database &database)
{
    for (Hit &hit : m_hits) {
        if (!hit.isNew || hit.match == 0 || !hit.hit.excerpt.isNull())
            continue;
        const Result<QByteArray> bytes =
            database.lines().text({m_matching.at(hit.match - 1)}, std::numeric_limits<int>::max());
        if (!bytes)
            return bytes.error();
        const QString line = withoutLineEnd(*bytes);
        describe(hit.hit, line, m_matcher.match(line).value_or(LineMatcher::Place()));
    }
    return {};
}

Result<> SearchScan::report(Database &database)
{
    if (Result<> described = describeNew(database); !described)
        return described;
    SearchBatch batch;
    for (Hit &hit : m_hits) {
        if (std::exchange(hit.isNew, false))
            batch.hits.append(hit.hit);
    }
    batch.summary = m_summary;
    if (!batch.hits.isEmpty())
        m_promise->addResult(batch);
    return {};
}

void SearchScan::finish(const Result<> &result)
{
    if (m_matcher.linesGivenUp() > 0) {
        m_summary.isComplete = false;
        m_summary.problem = {
            .code = ErrorCode::Timeout,
            .message = SearchScanText::tr("Some lines kept the expression busy and were skipped.")};
    }
    if (!result) {
        m_summary.isComplete = false;
        m_summary.problem = result.error();
    }
    m_promise->addResult(SearchBatch{.summary = m_summary});
    m_promise->finish();
}

} // namespace edgewright
