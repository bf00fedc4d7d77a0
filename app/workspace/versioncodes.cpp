// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/versioncodes.h"

#include "archive/archive.h"
#include "base/log.h"
#include "workspace/connectioncall.h"
#include "workspace/versionnames.h"

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr QLatin1StringView kUnstable{"unstable"};

QString cacheKeyOf(const QString &routine, const QString &versionId)
{
    return routine + u'\n' + versionId;
}

void settle(const QList<QPointer<Reply<>>> &replies, const Result<> &result)
{
    for (const QPointer<Reply<>> &reply : replies) {
        if (reply != nullptr)
            reply->resolve(result);
    }
}

bool isFinal(const BodyVerdict &verdict)
{
    return verdict.isCode() || verdict.kind == BodyKind::Zip;
}

} // namespace

VersionCodes::VersionCodes(Connection &connection, const VersionBook &book, const Memory &memory,
                           QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_book(book)
    , m_names(memory.names)
    , m_archive(memory.archive)
{
}

RoutineKey VersionCodes::keyOf(const QString &routine) const
{
    return {.accountId = m_connection.account().id, .routine = routine};
}

QString VersionCodes::nameOf(const QString &routine, const QString &versionId) const
{
    const QString name = m_names.name(m_connection.account().id, routine, versionId);
    if (!name.isEmpty())
        return name;
    const std::optional<KnownVersion> version = m_book.find(routine, versionId);
    return version && version->ordinal > 0 ? QString(u'v' + QString::number(version->ordinal))
                                           : QString();
}

Reply<VersionCode> *VersionCodes::fetch(const QString &routine, const QString &versionId)
{
    auto *reply = new Reply<VersionCode>(this);
    if (const std::optional<VersionCode> kept = known(routine, versionId)) {
        reply->resolve(*kept);
        return reply;
    }
    const QPointer<Reply<VersionCode>> guarded(reply);
    if (versionId == kUnstable) {
        ask(routine, versionId, guarded);
        return reply;
    }
    m_archive.body(keyOf(routine), versionId)
        ->then(this, [this, routine, versionId, guarded,
                      visit = m_visit](const Result<QByteArray> &body) {
            if (guarded == nullptr)
                return;
            if (visit != m_visit)
                guarded->resolve(accountLeft());
            else if (body)
                guarded->resolve(keep(routine, {.versionId = versionId, .bytes = *body}));
            else
                ask(routine, versionId, guarded);
        });
    return reply;
}

void VersionCodes::ask(const QString &routine, const QString &versionId,
                       const QPointer<Reply<VersionCode>> &reply)
{
    Reply<VersionBody> *call = read(routine, versionId);
    if (call == nullptr) {
        reply->resolve(Error{.code = ErrorCode::Network,
                             .message = tr("This version's code is not in the archive, and the "
                                           "service is not connected."),
                             .advice = tr("Connect the account to read it.")});
        return;
    }
    bindFate(reply.data(), call);
    await(reply);
    connect(reply, &ReplyBase::cancelRequested, this, [this, routine, versionId, reply] {
        if (reply == nullptr || reply->isFinished())
            return;
        giveUp(cacheKeyOf(routine, versionId));
        reply->resolve(Error{.code = ErrorCode::Cancelled, .message = tr("Reading was stopped.")});
    });
    call->then(this, [this, routine, reply](const Result<VersionBody> &body) {
        if (reply == nullptr)
            return;
        if (body)
            reply->resolve(keep(routine, *body));
        else
            reply->resolve(body.error());
    });
}

void VersionCodes::await(Reply<VersionCode> *reply)
{
    if (++m_awaited == 1)
        emit awaitedChanged();
    // Also when the reply goes without an answer.
    connect(reply, &QObject::destroyed, this, [this] {
        if (--m_awaited == 0)
            emit awaitedChanged();
    });
}

Reply<VersionBody> *VersionCodes::read(const QString &routine, const QString &versionId)
{
    const QString cacheKey = cacheKeyOf(routine, versionId);
    Reading &reading = m_readings[cacheKey];
    ++reading.askers;
    // Also between its answer and its delivery, which settles all who joined.
    if (reading.call != nullptr)
        return reading.call;
    RoutineService *service = m_connection.service();
    if (service == nullptr) {
        m_readings.remove(cacheKey);
        return nullptr;
    }
    reading = {.call = service->fetchBody(routine, versionId), .askers = 1, .recorders = {}};
    reading.call->then(this, [this, cacheKey, key = keyOf(routine), versionId,
                              call = reading.call](const Result<VersionBody> &body) {
        // Before anybody is told: who asks from now on needs another call.
        const bool isCurrent = m_readings.value(cacheKey).call == call;
        const auto recorders =
            isCurrent ? m_readings.take(cacheKey).recorders : QList<QPointer<Reply<>>>();
        m_connection.noteReading(failureOf(body));
        if (body && versionId != kUnstable)
            record(key, *body, recorders);
        else
            settle(recorders, body ? Result<>() : Result<>(body.error()));
    });
    return reading.call;
}

void VersionCodes::record(const RoutineKey &key, const VersionBody &body,
                          const QList<QPointer<Reply<>>> &recorders)
{
    m_archive.recordBody(key, body.versionId, body.bytes)
        ->then(this, [recorders](const Result<> &recorded) {
            if (!recorded && recorded.error().code != ErrorCode::NotCode)
                qCWarning(lcWorkspace).noquote() << forLog(recorded.error().detail);
            settle(recorders, recorded);
        });
}

void VersionCodes::giveUp(const QString &cacheKey)
{
    const auto reading = m_readings.find(cacheKey);
    if (reading == m_readings.end() || --reading->askers > 0)
        return;
    // Whoever asks next must not join a call that was stopped.
    const QPointer<Reply<VersionBody>> call = m_readings.take(cacheKey).call;
    if (call != nullptr)
        call->cancel();
}

VersionCode VersionCodes::keep(const QString &routine, const VersionBody &body)
{
    VersionCode code{.version = {.id = body.versionId,
                                 .description = body.description,
                                 .createdAt = body.createdAt},
                     .bytes = body.bytes,
                     .verdict = judgeBody(body.bytes)};
    code = described(std::move(code), routine);
    // The staging slot changes, and a missing file may come back.
    if (isFinal(code.verdict) && !code.version.isUnstable && body.versionId != kUnstable)
        m_codes.insert(cacheKeyOf(routine, body.versionId), new VersionCode(code),
                       code.bytes.size() + 1);
    return code;
}

std::optional<VersionCode> VersionCodes::known(const QString &routine,
                                               const QString &versionId) const
{
    const VersionCode *kept = m_codes.object(cacheKeyOf(routine, versionId));
    if (kept == nullptr)
        return {};
    return described(*kept, routine); // more may have been learnt since
}

VersionCode VersionCodes::described(VersionCode code, const QString &routine) const
{
    if (const std::optional<KnownVersion> version = m_book.find(routine, code.version.id)) {
        code.version = version->version;
        code.isLost = version->isLost;
        code.isOnlyHere = !version->onService || version->isLost;
        code.heldSince = version->heldSince;
    }
    code.name = nameOf(routine, code.version.id);
    return code;
}

Reply<> *VersionCodes::archive(const QString &routine, const QString &versionId)
{
    auto *reply = new Reply<>(this);
    Reply<VersionBody> *call = read(routine, versionId);
    if (call == nullptr) {
        reply->resolve(notConnected());
        return reply;
    }
    bindFate(reply, call);
    m_readings[cacheKeyOf(routine, versionId)].recorders.append(reply);
    return reply;
}

Reply<> *VersionCodes::secure(const QString &routine, const QString &versionId)
{
    auto *reply = new Reply<>(this);
    const RoutineKey key = keyOf(routine);
    m_archive.body(key, versionId)
        ->then(this, [this, key, versionId, visit = m_visit,
                      reply = QPointer(reply)](const Result<QByteArray> &held) {
            if (reply == nullptr)
                return;
            if (held || visit != m_visit) {
                reply->resolve(held ? Result<>() : Result<>(accountLeft()));
                return;
            }
            archive(key.routine, versionId)
                ->then(this, [this, key, versionId, reply](const Result<> &recorded) {
                    if (reply == nullptr)
                        return;
                    if (recorded)
                        readBack(key, versionId, reply);
                    else
                        reply->resolve(recorded.error());
                });
        });
    return reply;
}

void VersionCodes::readBack(const RoutineKey &key, const QString &versionId,
                            const QPointer<Reply<>> &reply)
{
    m_archive.body(key, versionId)->then(reply, [reply](const Result<QByteArray> &held) {
        reply->resolve(held ? Result<>() : Result<>(held.error()));
    });
}

void VersionCodes::clear()
{
    ++m_visit;
    m_codes.clear();
    m_readings.clear();
}

} // namespace edgewright
