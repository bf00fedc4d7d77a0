// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/dcdnrecords.h"

#include "sandbox/records.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

constexpr std::array kRegions{
    "Anhui"_L1,    "Beijing"_L1,  "Chongqing"_L1, "Fujian"_L1,   "Gansu"_L1,        "Guangdong"_L1,
    "Guangxi"_L1,  "Guizhou"_L1,  "Hainan"_L1,    "Hebei"_L1,    "Heilongjiang"_L1, "Henan"_L1,
    "HongKong"_L1, "Hubei"_L1,    "Hunan"_L1,     "Jiangsu"_L1,  "Jiangxi"_L1,      "Jilin"_L1,
    "Liaoning"_L1, "Macau"_L1,    "Neimenggu"_L1, "Ningxia"_L1,  "Qinghai"_L1,      "Shaanxi"_L1,
    "Shandong"_L1, "Shanghai"_L1, "Shanxi"_L1,    "Sichuan"_L1,  "Taiwan"_L1,       "Tianjin"_L1,
    "Xinjiang"_L1, "Xizang"_L1,   "Yunnan"_L1,    "Zhejiang"_L1, "Overseas"_L1,
};

ErRoutine routineFrom(const QSqlQuery &query)
{
    return {.key = query.value(0).toLongLong(),
            .name = query.value(1).toString(),
            .description = query.value(2).toString(),
            .createdMs = query.value(3).toLongLong()};
}

ErRevision revisionFrom(const QSqlQuery &query)
{
    return {.id = query.value(0).toString(),
            .description = query.value(1).toString(),
            .createdMs = query.value(2).toLongLong(),
            .hasCode = query.value(3).toBool()};
}

/// Qt binds a null string as NULL, which the tables refuse.
QString stored(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

} // namespace

Failure generalError(const QString &cause)
{
    return {.code = u"EdgeRoutine.GeneralError"_s,
            .message = u"A server error occurred: "_s + cause,
            .httpStatus = 400};
}

QString encodedDescription(const QString &text)
{
    const QByteArray array =
        QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact); // ["…"]
    return QString::fromLatin1(array.mid(1, array.size() - 2).toBase64());
}

std::optional<ErRoutine> findErRoutine(Database &database, const QString &name)
{
    QSqlQuery query = database.run(
        u"SELECT id, name, description, created FROM er_routines WHERE name = ?"_s, {name});
    return query.next() ? std::optional(routineFrom(query)) : std::nullopt;
}

QList<ErRoutine> allErRoutines(Database &database)
{
    QSqlQuery query = database.run(
        u"SELECT id, name, description, created FROM er_routines ORDER BY created DESC, id DESC"_s);
    QList<ErRoutine> rows;
    while (query.next())
        rows.append(routineFrom(query));
    return rows;
}

std::variant<ErRoutine, Failure> erRoutineOf(Call &call)
{
    if (!call.parameters.has(u"Name"_s))
        return missingParameter(u"Name"_s);
    if (const auto row = findErRoutine(call.database, call.parameters.text(u"Name"_s)))
        return *row;
    return generalError(u"routine not exist"_s);
}

std::optional<ErRevision> findErRevision(Database &database, qint64 routine, const QString &id)
{
    QSqlQuery query = database.run(u"SELECT id, description, created, code IS NOT NULL FROM "
                                   "er_revisions WHERE routine = ? AND id = ?"_s,
                                   {routine, id});
    return query.next() ? std::optional(revisionFrom(query)) : std::nullopt;
}

QList<ErRevision> allErRevisions(Database &database, qint64 routine)
{
    QSqlQuery query = database.run(u"SELECT id, description, created, code IS NOT NULL FROM "
                                   "er_revisions WHERE routine = ? "
                                   "ORDER BY id = 'unstable', id DESC"_s,
                                   {routine});
    QList<ErRevision> rows;
    while (query.next())
        rows.append(revisionFrom(query));
    return rows;
}

void insertErRevision(Database &database, qint64 routine, const ErRevision &row,
                      const QVariant &code)
{
    database.run(u"INSERT OR REPLACE INTO er_revisions (routine, id, description, created, code) "
                 "VALUES (?, ?, ?, ?, ?)"_s,
                 {routine, row.id, stored(row.description), row.createdMs, code});
}

QList<ErEnvironment> allErEnvironments(Database &database, qint64 routine)
{
    QSqlQuery query = database.run(u"SELECT name, tier, revision, hosts FROM er_environments "
                                   "WHERE routine = ? ORDER BY name"_s,
                                   {routine});
    QList<ErEnvironment> rows;
    while (query.next())
        rows.append({.name = query.value(0).toString(),
                     .tier = query.value(1).toString(),
                     .revision = query.value(2).toString(),
                     .hosts = query.value(3).toString().split(u'\n', Qt::SkipEmptyParts)});
    return rows;
}

void saveErEnvironment(Database &database, qint64 routine, const ErEnvironment &row)
{
    database.run(
        u"INSERT OR REPLACE INTO er_environments (routine, name, tier, revision, hosts) "
        "VALUES (?, ?, ?, ?, ?)"_s,
        {routine, row.name, stored(row.tier), stored(row.revision), stored(row.hosts.join(u'\n'))});
}

QStringList canaryEnvironments()
{
    QStringList names;
    for (const QLatin1StringView region : kRegions)
        names.append(u"presetCanary"_s + region);
    return names;
}

QStringList processorTiers()
{
    return {u"5ms"_s, u"50ms"_s, u"100ms"_s};
}

} // namespace edgewright::sandbox
