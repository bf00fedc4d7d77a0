// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/dcdnrecords.h"
#include "sandbox/missingobject.h"
#include "sandbox/operations.h"
#include "sandbox/records.h"
#include "sandbox/uploadform.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

struct Found {
    ErRoutine routine;
    ErRevision revision;
};

/// The revision that Name and SelectCodeRevision point at, or why there is none.
std::variant<Found, Failure> revisionOf(Call &call)
{
    const auto routine = erRoutineOf(call);
    if (const auto *failure = std::get_if<Failure>(&routine))
        return *failure;
    if (!call.parameters.has(u"SelectCodeRevision"_s))
        return missingParameter(u"SelectCodeRevision"_s);
    const ErRoutine &row = std::get<ErRoutine>(routine);
    const auto revision =
        findErRevision(call.database, row.key, call.parameters.text(u"SelectCodeRevision"_s));
    if (!revision)
        return generalError(u"code revision not exist"_s);
    return Found{row, *revision};
}

QJsonObject uploadFields(const Call &call, const UploadTarget &target, const QString &description)
{
    const QByteArray policy = uploadPolicy(call.settings, target, call.now);
    return {{u"Url"_s, QString(u"http://"_s + call.settings.endpoint + u"/oss"_s)},
            {u"OSSAccessKeyId"_s, call.settings.formKeyId},
            {u"Signature"_s,
             QString::fromLatin1(objectStoreSignature(policy, call.settings.formSecret))},
            {u"policy"_s, QString::fromLatin1(policy)},
            {u"key"_s, target.objectName(call.settings.accountId)},
            {u"callback"_s, QString::fromLatin1(uploadCallback(call.settings, target))},
            {u"x:codeDescription"_s, encodedDescription(description)}};
}

Outcome formFor(Call &call, const ErRoutine &routine, const QString &revision)
{
    const QString description = call.parameters.text(u"CodeDescription"_s);
    const UploadTarget target{
        .routine = routine.name, .version = revision, .isFirstGeneration = true};
    return QJsonObject{
        {u"Content"_s, QJsonObject{{u"CodeRevision"_s, revision},
                                   {u"OssPostConfig"_s, uploadFields(call, target, description)}}}};
}

/// Staging uploads eat from the same ten (API.md §2.2).
bool isFull(const Call &call, const ErRoutine &routine)
{
    return allErRevisions(call.database, routine.key).size() >= call.settings.versionQuota;
}

Outcome uploadRoutineCode(Call &call)
{
    const auto found = erRoutineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    if (!call.parameters.has(u"CodeDescription"_s))
        return missingParameter(u"CodeDescription"_s);
    const ErRoutine &routine = std::get<ErRoutine>(found);
    if (isFull(call, routine))
        return generalError(u"you got upper limit of code revisions"_s);
    const ErRevision row{.id = nextVersionId(call.database, call.now),
                         .description = call.parameters.text(u"CodeDescription"_s),
                         .createdMs = call.now.toMSecsSinceEpoch()};
    insertErRevision(call.database, routine.key, row, QVariant());
    return formFor(call, routine, row.id);
}

Outcome uploadStagingRoutineCode(Call &call)
{
    const auto found = erRoutineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    const ErRoutine &routine = std::get<ErRoutine>(found);
    if (!findErRevision(call.database, routine.key, kUnstable) && isFull(call, routine))
        return generalError(u"you got upper limit of code revisions"_s);
    return formFor(call, routine, kUnstable);
}

/// The unstable code becomes a numbered revision, which staging then runs.
Outcome commitStagingRoutineCode(Call &call)
{
    const auto found = erRoutineOf(call);
    if (const auto *failure = std::get_if<Failure>(&found))
        return *failure;
    if (!call.parameters.has(u"CodeDescription"_s))
        return missingParameter(u"CodeDescription"_s);
    const ErRoutine &routine = std::get<ErRoutine>(found);
    const auto unstable = findErRevision(call.database, routine.key, kUnstable);
    if (!unstable)
        return generalError(u"no staging code to commit"_s);
    const QString id = nextVersionId(call.database, call.now);
    call.database.run(u"UPDATE er_revisions SET id = ?, description = ?, created = ? WHERE "
                      "routine = ? AND id = 'unstable'"_s,
                      {id, call.parameters.text(u"CodeDescription"_s), call.now.toMSecsSinceEpoch(),
                       routine.key});
    call.database.run(u"UPDATE er_environments SET revision = ? WHERE routine = ? AND revision = "
                      "'unstable'"_s,
                      {id, routine.key});
    return QJsonObject{{u"Content"_s, QJsonObject{{u"CodeRevision"_s, id}}}};
}

Outcome describeRoutineCodeRevision(Call &call)
{
    const auto looked = revisionOf(call);
    if (const auto *failure = std::get_if<Failure>(&looked))
        return *failure;
    const Found &found = std::get<Found>(looked);
    const QByteArray code =
        call.database
            .value(u"SELECT code FROM er_revisions WHERE routine = ? AND id = ?"_s,
                   {found.routine.key, found.revision.id})
            .toByteArray();
    return QJsonObject{
        {u"Content"_s,
         QJsonObject{{u"ErCode"_s, QString::fromLatin1(code.toBase64())},
                     {u"CodeDescription"_s, encodedDescription(found.revision.description)},
                     {u"CreationTime"_s, timeText(found.revision.createdMs)}}}};
}

Outcome publishRoutineCodeRevision(Call &call)
{
    const auto looked = revisionOf(call);
    if (const auto *failure = std::get_if<Failure>(&looked))
        return *failure;
    const Found &found = std::get<Found>(looked);
    const QJsonDocument names = QJsonDocument::fromJson(call.parameters.text(u"Envs"_s).toUtf8());
    const QJsonArray wanted = names.array();
    if (!names.isArray() || wanted.isEmpty())
        return invalidParameter(u"Envs"_s, u"a JSON array of environments."_s);
    if (!found.revision.hasCode)
        return generalError(u"code revision has no code"_s);
    const QList<ErEnvironment> rows = allErEnvironments(call.database, found.routine.key);
    for (const QJsonValue &name : wanted) {
        auto row = std::ranges::find(rows, name.toString(), &ErEnvironment::name);
        if (row == rows.end())
            return generalError(u"env %1 not exist"_s.arg(name.toString()));
        if (found.revision.id == kUnstable && row->name != "staging"_L1)
            return generalError(u"unstable runs on staging only"_s);
        ErEnvironment changed = *row;
        changed.revision = found.revision.id;
        saveErEnvironment(call.database, found.routine.key, changed);
    }
    return QJsonObject{{u"Content"_s, QJsonObject{{u"CodeRevision"_s, found.revision.id}}}};
}

Outcome deleteRoutineCodeRevision(Call &call)
{
    const auto looked = revisionOf(call);
    if (const auto *failure = std::get_if<Failure>(&looked))
        return *failure;
    const Found &found = std::get<Found>(looked);
    const QList<ErEnvironment> rows = allErEnvironments(call.database, found.routine.key);
    for (const ErEnvironment &row : rows) {
        if (row.revision == found.revision.id)
            return generalError(u"code revision is used by env %1"_s.arg(row.name));
    }
    call.database.run(u"DELETE FROM er_revisions WHERE routine = ? AND id = ?"_s,
                      {found.routine.key, found.revision.id});
    return QJsonObject{{u"Content"_s, QJsonObject{{u"Status"_s, u"OK"_s}}}};
}

constexpr auto kOperations = std::to_array<OperationEntry>({
    {"UploadRoutineCode"_L1, uploadRoutineCode},
    {"UploadStagingRoutineCode"_L1, uploadStagingRoutineCode},
    {"CommitStagingRoutineCode"_L1, commitStagingRoutineCode},
    {"DescribeRoutineCodeRevision"_L1, describeRoutineCodeRevision},
    {"PublishRoutineCodeRevision"_L1, publishRoutineCodeRevision},
    {"DeleteRoutineCodeRevision"_L1, deleteRoutineCodeRevision},
});

} // namespace

std::span<const OperationEntry> dcdnVersionOperations()
{
    return kOperations;
}

} // namespace edgewright::sandbox
