// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/ledgerstore.h"

#include "archive/livestore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kMostEntries = 5000;

QVariant stored(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime timeAt(const Rows &rows, int column)
{
    return rows.isNull(column) ? QDateTime()
                               : QDateTime::fromMSecsSinceEpoch(rows.number(column), Qt::UTC);
}

QStringList linesOf(const QString &text)
{
    return text.split(u'\n', Qt::SkipEmptyParts);
}

const QString &columns()
{
    static const QString names =
        u"id, account, account_name, routine, kind, environment, version, before, after, reason, "
        "started, ended, outcome, open, requests, detail, digest, known, existed"_s;
    return names;
}

LedgerEntry entryOf(const Rows &rows)
{
    return {.id = rows.number(0),
            .key = {.accountId = rows.text(1), .routine = rows.text(3)},
            .accountName = rows.text(2),
            .kind = static_cast<ActKind>(rows.number(4)),
            .environment = rows.text(5),
            .versionId = rows.text(6),
            .from = LedgerStore::sharesOf(rows.text(7)),
            .to = LedgerStore::sharesOf(rows.text(8)),
            .reason = rows.text(9),
            .startedAt = timeAt(rows, 10),
            .endedAt = timeAt(rows, 11),
            .outcome = static_cast<ActOutcome>(rows.number(12)),
            .isOpen = rows.number(13) != 0,
            .requestIds = linesOf(rows.text(14)),
            .detail = rows.text(15),
            .digest = rows.bytes(16),
            .knownVersionIds = linesOf(rows.text(17)),
            .existedBefore = rows.number(18) != 0};
}

/// A text that is looked for, and what else counts as holding it.
void addSearch(const LedgerFilter &filter, QStringList &conditions, QVariantList &values)
{
    const QString text = filter.text.trimmed();
    if (text.isEmpty())
        return;
    QStringList any{u"instr(lower(routine || char(10) || reason || char(10) || account_name || "
                    "char(10) || environment || char(10) || version || char(10) || requests || "
                    "char(10) || before || char(10) || after), lower(?)) > 0"_s};
    values.append(text);
    static const QRegularExpression number(u"\\A[vV](\\d{1,9})\\z"_s);
    if (const QRegularExpressionMatch match = number.match(text); match.hasMatch()) {
        any.append(
            u"EXISTS (SELECT 1 FROM versions JOIN routines ON versions.routine = routines.id "
            "WHERE routines.account = ledger.account AND routines.name = ledger.routine "
            "AND versions.ordinal = ? AND (versions.id = ledger.version "
            "OR instr(before, versions.id) > 0 OR instr(after, versions.id) > 0))"_s);
        values.append(match.captured(1).toInt());
    }
    for (const QString &environment : filter.environments) {
        any.append(u"environment = ?"_s);
        values.append(environment);
    }
    for (const ActKind kind : filter.kinds) {
        any.append(u"kind = ?"_s);
        values.append(static_cast<int>(kind));
    }
    conditions.append(u'(' + any.join(" OR "_L1) + u')');
}

} // namespace

bool isSameTraffic(const QList<VersionShare> &a, const QList<VersionShare> &b)
{
    return LedgerStore::sharesText(a) == LedgerStore::sharesText(b);
}

LedgerStore::LedgerStore(Database &database)
    : m_database(database)
{
}

QString LedgerStore::sharesText(const QList<VersionShare> &shares)
{
    QList<VersionShare> sorted = shares;
    std::ranges::sort(sorted, {}, &VersionShare::versionId);
    QJsonArray array;
    for (const VersionShare &share : std::as_const(sorted))
        array.append(QJsonArray{share.versionId, share.percentage});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<VersionShare> LedgerStore::sharesOf(const QString &text)
{
    QList<VersionShare> shares;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &value : array)
        shares.append({.versionId = value[0].toString(), .percentage = value[1].toInt()});
    return shares;
}

Result<qint64> LedgerStore::add(const LedgerEntry &entry)
{
    return m_database.transaction([&] { return insert(entry); });
}

Result<qint64> LedgerStore::insert(const LedgerEntry &entry)
{
    Result<Rows> inserted = m_database.run(
        u"INSERT INTO ledger (account, account_name, routine, kind, environment, version, before, "
        "after, reason, started, ended, outcome, open, requests, detail, digest, known, existed) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {entry.key.accountId, entry.accountName, entry.key.routine, static_cast<int>(entry.kind),
         entry.environment, entry.versionId, sharesText(entry.from), sharesText(entry.to),
         entry.reason, stored(entry.startedAt), stored(entry.endedAt),
         static_cast<int>(entry.outcome), entry.isOpen, entry.requestIds.join(u'\n'), entry.detail,
         entry.digest, entry.knownVersionIds.join(u'\n'), entry.existedBefore});
    if (!inserted)
        return inserted.error();
    return inserted->insertedId();
}

Result<LedgerEntry> LedgerStore::complete(qint64 id, const ActCompletion &completion)
{
    return m_database.transaction([&]() -> Result<LedgerEntry> {
        Result<LedgerEntry> known = entry(id);
        if (!known)
            return known;
        LedgerEntry entry = *known;
        entry.outcome = completion.outcome;
        entry.isOpen = completion.isOpen;
        entry.endedAt = completion.at;
        if (!completion.versionId.isEmpty())
            entry.versionId = completion.versionId;
        entry.requestIds += completion.requestIds;
        if (!completion.detail.isEmpty())
            entry.detail = completion.detail;
        const Result<> updated = m_database.execute(
            u"UPDATE ledger SET outcome = ?, open = ?, ended = ?, version = ?, requests = ?, "
            "detail = ? WHERE id = ?"_s,
            {static_cast<int>(entry.outcome), entry.isOpen, stored(entry.endedAt), entry.versionId,
             entry.requestIds.join(u'\n'), entry.detail, id});
        if (!updated)
            return updated.error();
        if (entry.kind == ActKind::Publish && entry.outcome == ActOutcome::Done) {
            if (const Result<> noted = LiveStore(m_database).notePublication(entry); !noted)
                return noted.error();
        }
        return entry;
    });
}

Result<> LedgerStore::setReason(qint64 id, const QString &reason)
{
    return m_database.transaction([&]() -> Result<> {
        return m_database.execute(u"UPDATE ledger SET reason = ? WHERE id = ?"_s, {reason, id});
    });
}

Result<LedgerEntry> LedgerStore::entry(qint64 id)
{
    const Result<QList<LedgerEntry>> found = select(u"WHERE id = ?"_s, {id});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return Error{.code = ErrorCode::NotFound, .detail = u"no entry %1 in the ledger"_s.arg(id)};
    return found->constFirst();
}

Result<QList<LedgerEntry>> LedgerStore::entries(const LedgerFilter &filter)
{
    QStringList conditions;
    QVariantList values;
    const auto need = [&](const QString &condition, const QVariant &value) {
        conditions.append(condition);
        values.append(value);
    };
    if (!filter.accountId.isEmpty())
        need(u"account = ?"_s, filter.accountId);
    if (!filter.routine.isEmpty())
        need(u"routine = ?"_s, filter.routine);
    if (filter.before > 0)
        need(u"id < ?"_s, filter.before);
    addSearch(filter, conditions, values);
    values.append(std::clamp(filter.most, 1, kMostEntries));
    const QString where =
        conditions.isEmpty() ? QString() : u"WHERE "_s + conditions.join(" AND "_L1);
    return select(where + u" ORDER BY id DESC LIMIT ?"_s, values);
}

Result<QList<LedgerEntry>> LedgerStore::openEntries(const QString &accountId)
{
    return select(u"WHERE account = ? AND open = 1 ORDER BY id"_s, {accountId});
}

Result<QList<LedgerEntry>> LedgerStore::select(const QString &condition, const QVariantList &values)
{
    Result<Rows> rows =
        m_database.run(u"SELECT %1 FROM ledger %2"_s.arg(columns(), condition), values);
    if (!rows)
        return rows.error();
    QList<LedgerEntry> entries;
    // The statement is given back when its rows go; they are taken by value.
    Rows taken = *std::move(rows);
    while (taken.next())
        entries.append(entryOf(taken));
    if (const Result<> state = taken.state(); !state)
        return state.error();
    return entries;
}

} // namespace edgewright
