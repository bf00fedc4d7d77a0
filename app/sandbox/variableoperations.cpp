// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/operations.h"
#include "sandbox/records.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

constexpr PageLimits kVariablePages{.largestSize = 500};

/// The routine of a call that also names an environment.
std::variant<RoutineRow, Failure> scopeOf(Call &call)
{
    if (!call.parameters.has(u"Name"_s))
        return missingParameter(u"Name"_s);
    if (!call.parameters.has(u"Env"_s))
        return missingParameter(u"Env"_s);
    if (!isEnvironment(call.parameters.text(u"Env"_s)))
        return invalidParameter(u"Env"_s, u"staging or production."_s);
    return routineOf(call);
}

bool isVariable(const QString &key, const QJsonValue &value)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z_][A-Za-z0-9_]{0,127}\\z"_s);
    const QString type = value["Type"_L1].toString();
    return pattern.match(key).hasMatch() && value["Value"_L1].isString()
           && (type == "plain_text"_L1 || type == "secret_text"_L1);
}

Outcome setRoutineEnvironmentVariables(Call &call)
{
    const QString parameter = u"EnvironmentVariables"_s;
    const auto found = scopeOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    if (!call.parameters.has(parameter))
        return missingParameter(parameter);
    const QJsonObject variables =
        QJsonDocument::fromJson(call.parameters.text(parameter).toUtf8()).object();
    if (variables.isEmpty())
        return invalidParameter(parameter, u"a JSON object of variables."_s);
    QJsonArray keys;
    for (auto it = variables.begin(); it != variables.end(); ++it) {
        const QJsonValue value = it.value();
        if (!isVariable(it.key(), value))
            return invalidParameter(parameter, it.key());
        call.database.run(u"INSERT OR REPLACE INTO variables VALUES (?, ?, ?, ?, ?)"_s,
                          {std::get<RoutineRow>(found).key, call.parameters.text(u"Env"_s),
                           it.key(), value["Type"_L1].toString(),
                           QString(u""_s + value["Value"_L1].toString())});
        keys.append(it.key());
    }
    return QJsonObject{{u"SetKeys"_s, keys}};
}

struct VariableRow {
    QString key;
    QString type;
    QString value;
};

QList<VariableRow> variablesOf(Call &call, qint64 routine)
{
    QSqlQuery query = call.database.run(
        u"SELECT key, type, value FROM variables WHERE routine = ? AND env = ? ORDER BY key"_s,
        {routine, call.parameters.text(u"Env"_s)});
    QList<VariableRow> rows;
    while (query.next())
        rows.append(
            {query.value(0).toString(), query.value(1).toString(), query.value(2).toString()});
    return rows;
}

Outcome listRoutineEnvironmentVariables(Call &call)
{
    const auto found = scopeOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    const auto page = pageOf(call, kVariablePages);
    if (const auto *failure = std::get_if<Failure>(&page))
        return *failure;
    const Page &wanted = std::get<Page>(page);
    const QString keyword = call.parameters.text(u"KeyWord"_s);
    QList<VariableRow> rows = variablesOf(call, std::get<RoutineRow>(found).key);
    rows.removeIf([&](const VariableRow &row) { return !row.key.contains(keyword); });
    QJsonObject variables;
    const QList<VariableRow> shown = wanted.of(rows);
    for (const VariableRow &row : shown) {
        const bool secret = row.type == "secret_text"_L1;
        variables.insert(
            row.key, QJsonObject{{u"Type"_s, row.type}, {u"Value"_s, secret ? u""_s : row.value}});
    }
    return QJsonObject{{u"EnvironmentVariables"_s, variables},
                       {u"Count"_s, shown.size()},
                       {u"TotalCount"_s, rows.size()},
                       {u"PageNumber"_s, wanted.number},
                       {u"PageSize"_s, wanted.size}};
}

Outcome deleteRoutineEnvironmentVariables(Call &call)
{
    const QString parameter = u"EnvironmentVariableKeys"_s;
    const auto found = scopeOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    if (!call.parameters.has(parameter))
        return missingParameter(parameter);
    const QJsonDocument document =
        QJsonDocument::fromJson(call.parameters.text(parameter).toUtf8());
    if (!document.isArray())
        return invalidParameter(parameter, u"a JSON array of names."_s);
    QJsonArray deleted;
    QJsonArray failed;
    const QJsonArray keys = document.array();
    for (const QJsonValue &key : keys) {
        const QSqlQuery query = call.database.run(
            u"DELETE FROM variables WHERE routine = ? AND env = ? AND key = ?"_s,
            {std::get<RoutineRow>(found).key, call.parameters.text(u"Env"_s), key.toString()});
        (query.numRowsAffected() > 0 ? deleted : failed).append(key);
    }
    return QJsonObject{{u"DeletedKeys"_s, deleted}, {u"FailedKeys"_s, failed}};
}

constexpr auto kOperations = std::to_array<OperationEntry>({
    {"SetRoutineEnvironmentVariables"_L1, setRoutineEnvironmentVariables},
    {"ListRoutineEnvironmentVariables"_L1, listRoutineEnvironmentVariables},
    {"DeleteRoutineEnvironmentVariables"_L1, deleteRoutineEnvironmentVariables},
});

} // namespace

std::span<const OperationEntry> variableOperations()
{
    return kOperations;
}

} // namespace edgewright::sandbox
