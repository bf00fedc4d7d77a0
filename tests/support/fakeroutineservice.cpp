// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeroutineservice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright::test {

namespace {

Error noSuch(const QString &what)
{
    return {.code = ErrorCode::NotFound, .message = u"There is no %1."_s.arg(what)};
}

} // namespace

void FakeRoutineService::script(const QString &operation, Fate fate, const Error &error)
{
    m_script[operation].append({.fate = fate, .error = error});
}

void FakeRoutineService::script(const QString &operation, Fate fate, ErrorCode code)
{
    script(operation, fate,
           Error{.code = code, .message = u"The service said no."_s, .detail = u"scripted"_s});
}

void FakeRoutineService::release()
{
    m_held.clear();
    m_heldAnswers.clear();
    for (const auto &finish : std::exchange(m_waiting, {}))
        finish();
}

void FakeRoutineService::releaseNewest()
{
    m_waiting.takeLast()();
}

QString FakeRoutineService::addVersion(const QString &routine, const QByteArray &bytes,
                                       const QString &description)
{
    const QString id = QString::number(++m_lastId);
    StoredRoutine &stored = m_routines[routine];
    stored.routine.name = routine;
    const QDateTime start(QDate(2024, 3, 11), QTime(1, 23), Qt::UTC);
    stored.versions.prepend({.version = {.id = id,
                                         .description = description,
                                         .createdAt = start.addSecs(m_lastId % 1000)},
                             .bytes = bytes});
    return id;
}

template <typename T, typename Execute>
Reply<T> *FakeRoutineService::answer(const QString &operation, Execute execute)
{
    ++m_calls[operation];
    auto *reply = new Reply<T>(this);
    connect(reply, &ReplyBase::cancelRequested, reply, [reply] {
        reply->resolve(Error{.code = ErrorCode::Cancelled, .message = u"Cancelled."_s});
    });
    const QList<Scripted> script = m_script.value(operation);
    std::function<void()> finish = [reply = QPointer(reply), execute] {
        if (reply != nullptr)
            reply->resolve(execute());
    };
    if (!script.isEmpty()) {
        m_script[operation].removeFirst();
        finish = [reply = QPointer(reply), execute, scripted = script.first()] {
            if (scripted.fate == Fate::ExecutedButLost)
                (void)execute();
            if (reply != nullptr)
                reply->resolve(scripted.error);
        };
    }
    if (m_heldAnswers.contains(operation) && script.isEmpty())
        m_waiting.append([reply = QPointer(reply), result = execute()] {
            if (reply != nullptr)
                reply->resolve(result);
        });
    else if (m_held.contains(operation))
        m_waiting.append(finish);
    else
        finish();
    return reply;
}

const FakeRoutineService::Stored *FakeRoutineService::find(const QString &routine,
                                                           const QString &versionId) const
{
    const auto known = m_routines.constFind(routine);
    if (known == m_routines.cend())
        return nullptr;
    const auto found = std::ranges::find_if(
        known->versions, [&](const Stored &stored) { return stored.version.id == versionId; });
    return found == known->versions.cend() ? nullptr : &*found;
}

Reply<ServiceState> *FakeRoutineService::fetchServiceState()
{
    return answer<ServiceState>(u"fetchServiceState"_s,
                                [] { return Result<ServiceState>(ServiceState::Running); });
}

Reply<RoutineList> *FakeRoutineService::listRoutines()
{
    return answer<RoutineList>(u"listRoutines"_s, [this] {
        RoutineList list{.used = static_cast<int>(m_routines.size()), .quota = 100};
        for (const StoredRoutine &stored : std::as_const(m_routines)) {
            list.routines.append(stored.routine);
            list.routines.last().deployments.clear();
        }
        std::ranges::sort(list.routines, {}, &Routine::name);
        return Result<RoutineList>(list);
    });
}

Reply<Routine> *FakeRoutineService::fetchRoutine(const QString &name)
{
    return answer<Routine>(u"fetchRoutine"_s, [this, name]() -> Result<Routine> {
        if (!m_routines.contains(name))
            return noSuch(name);
        return m_routines.value(name).routine;
    });
}

Reply<> *FakeRoutineService::createRoutine(const QString &name, const QString &description)
{
    return answer<void>(u"createRoutine"_s, [this, name, description]() -> Result<> {
        if (m_routines.contains(name))
            return Error{.code = ErrorCode::AlreadyExists, .message = u"It exists already."_s};
        m_routines[name].routine = {.name = name, .description = description};
        return {};
    });
}

Reply<> *FakeRoutineService::deleteRoutine(const QString &name)
{
    return answer<void>(u"deleteRoutine"_s, [this, name]() -> Result<> {
        if (m_routines.remove(name) == 0)
            return noSuch(name);
        return {};
    });
}

Reply<> *FakeRoutineService::changeDescription(const QString &name, const QString &description)
{
    return answer<void>(u"changeDescription"_s, [this, name, description]() -> Result<> {
        m_routines[name].routine.description = description;
        return {};
    });
}

Reply<VersionList> *FakeRoutineService::listVersions(const QString &routine)
{
    return answer<VersionList>(u"listVersions"_s, [this, routine]() -> Result<VersionList> {
        if (!m_routines.contains(routine))
            return noSuch(routine);
        VersionList list;
        for (const Stored &stored : std::as_const(m_routines[routine].versions))
            list.versions.append(stored.version);
        list.versions.append({.id = u"unstable"_s, .isUnstable = true});
        return list;
    });
}

Reply<CodeVersion> *FakeRoutineService::fetchVersion(const QString &routine,
                                                     const QString &versionId)
{
    return answer<CodeVersion>(u"fetchVersion"_s,
                               [this, routine, versionId]() -> Result<CodeVersion> {
                                   const Stored *stored = find(routine, versionId);
                                   if (stored == nullptr)
                                       return noSuch(versionId);
                                   return stored->version;
                               });
}

Reply<VersionBody> *FakeRoutineService::fetchBody(const QString &routine, const QString &versionId)
{
    m_bodiesAsked.append(versionId);
    return answer<VersionBody>(u"fetchBody"_s, [this, routine, versionId]() -> Result<VersionBody> {
        if (versionId == "unstable"_L1)
            return VersionBody{.versionId = versionId, .bytes = m_routines[routine].slot};
        const Stored *stored = find(routine, versionId);
        if (stored == nullptr)
            return noSuch(versionId);
        return VersionBody{.versionId = versionId,
                           .description = stored->version.description,
                           .createdAt = stored->version.createdAt,
                           .bytes = stored->bytes};
    });
}

Reply<> *FakeRoutineService::deleteVersion(const QString &routine, const QString &versionId)
{
    return answer<void>(u"deleteVersion"_s, [this, routine, versionId]() -> Result<> {
        m_routines[routine].versions.removeIf(
            [&](const Stored &stored) { return stored.version.id == versionId; });
        return {};
    });
}

Reply<UploadForm> *FakeRoutineService::requestUpload(const QString &routine,
                                                     const QString & /*description*/)
{
    return answer<UploadForm>(u"requestUpload"_s, [this, routine]() -> Result<UploadForm> {
        if (!m_routines.contains(routine))
            return noSuch(routine);
        return UploadForm{.fields = {{"key", routine.toUtf8()}}};
    });
}

Reply<> *FakeRoutineService::upload(const UploadForm &form, const QByteArray &code)
{
    const QString routine = QString::fromUtf8(form.fields.value(0).second);
    return answer<void>(u"upload"_s, [this, routine, code]() -> Result<> {
        m_routines[routine].slot = code;
        return {};
    });
}

Reply<QString> *FakeRoutineService::commitUpload(const QString &routine, const QString &description,
                                                 const QString &variablesOf)
{
    return answer<QString>(u"commitUpload"_s, [this, routine, description, variablesOf] {
        StoredRoutine &stored = m_routines[routine];
        const QByteArray bytes = m_foreignUpload.isEmpty() ? stored.slot : m_foreignUpload;
        const QString id = addVersion(routine, bytes, description);
        CodeVersion &version = stored.versions.first().version;
        version.variablesOf = variablesOf;
        version.hasVariables = !stored.variables.value(variablesOf).isEmpty();
        return Result<QString>(id);
    });
}

Reply<> *FakeRoutineService::publish(const QString &routine, const QString &environment,
                                     const QList<VersionShare> &shares)
{
    return answer<void>(u"publish"_s, [this, routine, environment, shares]() -> Result<> {
        QList<Deployment> &deployments = m_routines[routine].routine.deployments;
        deployments.removeIf(
            [&](const Deployment &deployment) { return deployment.environment == environment; });
        deployments.append({.environment = environment, .shares = shares});
        return {};
    });
}

Reply<Quota> *FakeRoutineService::fetchQuota()
{
    return answer<Quota>(u"fetchQuota"_s, [this] { return Result<Quota>(m_quota); });
}

Reply<QStringList> *FakeRoutineService::fetchStagingAddresses()
{
    return answer<QStringList>(u"fetchStagingAddresses"_s,
                               [] { return Result<QStringList>({u"192.0.2.1"_s}); });
}

Reply<AccessToken> *FakeRoutineService::fetchAccessToken(const QString & /*routine*/)
{
    return answer<AccessToken>(u"fetchAccessToken"_s,
                               [] { return Result<AccessToken>(AccessToken{.token = "t"}); });
}

Reply<QStringList> *FakeRoutineService::fetchReach(const QString &routine)
{
    return answer<QStringList>(u"fetchReach"_s, [this, routine] {
        return Result<QStringList>(m_routines.value(routine).reach);
    });
}

Reply<QList<EnvironmentVariable>> *FakeRoutineService::fetchVariables(const QString &routine,
                                                                      const QString &environment)
{
    return answer<QList<EnvironmentVariable>>(
        u"fetchVariables"_s, [this, routine, environment]() -> Result<QList<EnvironmentVariable>> {
            QList<EnvironmentVariable> variables;
            for (const QString &name : m_routines.value(routine).variables.value(environment))
                variables.append({.name = name});
            return variables;
        });
}

} // namespace edgewright::test
