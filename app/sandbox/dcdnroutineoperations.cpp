// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/dcdnrecords.h"
#include "sandbox/operations.h"
#include "sandbox/records.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

constexpr qsizetype kLongestDescription = 50;

QJsonObject content(const QJsonObject &object)
{
    return {{u"Content"_s, object}};
}

QJsonObject ok()
{
    return content({{u"Status"_s, u"OK"_s}});
}

bool isRoutineName(const QString &name)
{
    static const QRegularExpression pattern(u"\\A[a-z][a-z0-9_-]{0,39}[a-z0-9]\\z"_s);
    return pattern.match(name).hasMatch();
}

bool isMain(const QString &environment)
{
    return environment == "staging"_L1 || environment == "production"_L1;
}

/// Lays what EnvConf says over \p rows: what it does not name stays (API.md §2.10).
std::optional<Failure> applySettings(QList<ErEnvironment> &rows, const QJsonObject &settings,
                                     bool canaryAllowed)
{
    for (auto it = settings.begin(); it != settings.end(); ++it) {
        if (!isMain(it.key()) && !(canaryAllowed && canaryEnvironments().contains(it.key())))
            return generalError(u"env %1 is not allowed here"_s.arg(it.key()));
        auto row = std::ranges::find(rows, it.key(), &ErEnvironment::name);
        if (row == rows.end())
            row = rows.insert(rows.end(), {.name = it.key(), .tier = u"50ms"_s});
        const QJsonObject wanted = it->toObject();
        const QString tier = wanted.value("SpecName"_L1).toString(row->tier);
        if (!processorTiers().contains(tier))
            return generalError(u"spec %1 not exist"_s.arg(tier));
        row->tier = tier;
        if (wanted.contains("AllowedHosts"_L1))
            row->hosts = wanted.value("AllowedHosts"_L1).toVariant().toStringList();
        if (wanted.contains("CodeRev"_L1))
            row->revision = wanted.value("CodeRev"_L1).toString();
    }
    return std::nullopt;
}

std::variant<QJsonObject, Failure> settingsOf(const Call &call)
{
    const QString text = call.parameters.text(u"EnvConf"_s);
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!text.isEmpty() && !document.isObject())
        return invalidParameter(u"EnvConf"_s, u"a JSON object."_s);
    return document.object();
}

Outcome describeRoutineUserInfo(Call &call)
{
    QJsonArray routines;
    const QList<ErRoutine> rows = allErRoutines(call.database);
    for (const ErRoutine &row : rows)
        routines.append(QJsonObject{{u"RoutineName"_s, row.name},
                                    {u"Description"_s, encodedDescription(row.description)},
                                    {u"CreateTime"_s, timeText(row.createdMs)}});
    return content({{u"Routines"_s, routines}, {u"Subdomains"_s, QJsonArray()}});
}

QJsonObject environmentJson(const ErEnvironment &row)
{
    QJsonObject object{{u"SpecName"_s, row.tier},
                       {u"AllowedHosts"_s, QJsonArray::fromStringList(row.hosts)}};
    if (!row.revision.isEmpty())
        object.insert(u"CodeRev"_s, row.revision);
    return object;
}

Outcome describeRoutine(Call &call)
{
    const auto found = erRoutineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    const ErRoutine &routine = std::get<ErRoutine>(found);
    QJsonArray names;
    QJsonObject settings;
    const QList<ErEnvironment> environments = allErEnvironments(call.database, routine.key);
    for (const ErEnvironment &row : environments) {
        names.append(row.name);
        settings.insert(row.name, environmentJson(row));
    }
    QJsonArray revisions;
    const QList<ErRevision> rows = allErRevisions(call.database, routine.key);
    for (const ErRevision &row : rows)
        revisions.append(QJsonObject{{u"CodeRevision"_s, row.id},
                                     {u"CodeDescription"_s, encodedDescription(row.description)},
                                     {u"CreationTime"_s, timeText(row.createdMs)}});
    return content({{u"CreationTime"_s, timeText(routine.createdMs)},
                    {u"Description"_s, encodedDescription(routine.description)},
                    {u"Envs"_s, names},
                    {u"EnvConf"_s, settings},
                    {u"CodeRevs"_s, revisions}});
}

Outcome createRoutine(Call &call)
{
    if (!call.parameters.has(u"Name"_s))
        return missingParameter(u"Name"_s);
    const QString name = call.parameters.text(u"Name"_s);
    const QString description = call.parameters.text(u"Description"_s);
    if (!isRoutineName(name))
        return generalError(u"invalid routine name"_s);
    if (description.size() > kLongestDescription)
        return generalError(u"description is longer than 50 characters"_s);
    if (findErRoutine(call.database, name))
        return generalError(u"routine already exist"_s);
    if (allErRoutines(call.database).size() >= call.settings.routineQuota)
        return generalError(u"you got upper limit of routines"_s);
    const auto settings = settingsOf(call);
    if (const auto *failure = std::get_if<Failure>(&settings))
        return *failure;
    QList<ErEnvironment> rows{{.name = u"production"_s, .tier = u"50ms"_s},
                              {.name = u"staging"_s, .tier = u"50ms"_s}};
    if (auto failure = applySettings(rows, std::get<QJsonObject>(settings), false))
        return *failure;
    const QSqlQuery inserted = call.database.run(
        u"INSERT INTO er_routines (name, description, created) VALUES (?, ?, ?)"_s,
        {name, description.isNull() ? u""_s : description, call.now.toMSecsSinceEpoch()});
    for (const ErEnvironment &row : std::as_const(rows))
        saveErEnvironment(call.database, inserted.lastInsertId().toLongLong(), row);
    return ok();
}

Outcome editRoutineConf(Call &call)
{
    const auto found = erRoutineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    const ErRoutine &routine = std::get<ErRoutine>(found);
    const QString description = call.parameters.text(u"Description"_s);
    if (description.size() > kLongestDescription)
        return generalError(u"description is longer than 50 characters"_s);
    const auto settings = settingsOf(call);
    if (const auto *failure = std::get_if<Failure>(&settings))
        return *failure;
    QList<ErEnvironment> rows = allErEnvironments(call.database, routine.key);
    if (auto failure = applySettings(rows, std::get<QJsonObject>(settings), true))
        return *failure;
    for (const ErEnvironment &row : std::as_const(rows)) {
        if (!row.revision.isEmpty() && !findErRevision(call.database, routine.key, row.revision))
            return generalError(u"code revision not exist"_s);
        saveErEnvironment(call.database, routine.key, row);
    }
    if (call.parameters.wasSent(u"Description"_s))
        call.database.run(u"UPDATE er_routines SET description = ? WHERE id = ?"_s,
                          {description.isNull() ? u""_s : description, routine.key});
    return ok();
}

Outcome deleteRoutineConfEnvs(Call &call)
{
    const auto found = erRoutineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    const QJsonDocument names = QJsonDocument::fromJson(call.parameters.text(u"Envs"_s).toUtf8());
    if (!names.isArray())
        return invalidParameter(u"Envs"_s, u"a JSON array."_s);
    const QJsonArray environments = names.array();
    for (const QJsonValue &name : environments) {
        if (isMain(name.toString()))
            return generalError(u"env %1 can not be deleted"_s.arg(name.toString()));
    }
    for (const QJsonValue &name : environments)
        call.database.run(u"DELETE FROM er_environments WHERE routine = ? AND name = ?"_s,
                          {std::get<ErRoutine>(found).key, name.toString()});
    return ok();
}

Outcome deleteRoutine(Call &call)
{
    const auto found = erRoutineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    call.database.run(u"DELETE FROM er_routines WHERE id = ?"_s, {std::get<ErRoutine>(found).key});
    return ok();
}

Outcome describeRoutineRelatedDomains(Call &call)
{
    const auto found = erRoutineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    QStringList domains;
    const QList<ErEnvironment> rows =
        allErEnvironments(call.database, std::get<ErRoutine>(found).key);
    for (const ErEnvironment &row : rows)
        domains += row.hosts;
    domains.removeDuplicates();
    return content({{u"Domains"_s, QJsonArray::fromStringList(domains)}});
}

Outcome describeRoutineSpec(Call &)
{
    return content({{u"Specs"_s, QJsonArray::fromStringList(processorTiers())}});
}

Outcome describeRoutineCanaryEnvs(Call &)
{
    return content({{u"CanaryEnvs"_s, QJsonArray::fromStringList(canaryEnvironments())}});
}

Outcome describeUserErStatus(Call &call)
{
    const bool open =
        call.database.value(u"SELECT value FROM meta WHERE key = 'service'"_s).toString()
        != "closed"_L1;
    return QJsonObject{{u"Enabled"_s, open},
                       {u"OnService"_s, open},
                       {u"InDebt"_s, false},
                       {u"InDebtOverdue"_s, false}};
}

constexpr auto kOperations = std::to_array<OperationEntry>({
    {"DescribeRoutineUserInfo"_L1, describeRoutineUserInfo},
    {"DescribeRoutine"_L1, describeRoutine},
    {"CreateRoutine"_L1, createRoutine},
    {"EditRoutineConf"_L1, editRoutineConf},
    {"DeleteRoutineConfEnvs"_L1, deleteRoutineConfEnvs},
    {"DeleteRoutine"_L1, deleteRoutine},
    {"DescribeRoutineRelatedDomains"_L1, describeRoutineRelatedDomains},
    {"DescribeRoutineSpec"_L1, describeRoutineSpec},
    {"DescribeRoutineCanaryEnvs"_L1, describeRoutineCanaryEnvs},
    {"DescribeUserErStatus"_L1, describeUserErStatus},
});

} // namespace

std::span<const OperationEntry> dcdnRoutineOperations()
{
    return kOperations;
}

} // namespace edgewright::sandbox
