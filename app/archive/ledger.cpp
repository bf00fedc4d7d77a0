// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/ledger.h"

#include "archive/ledgerstore.h"
#include "archive/livestore.h"
#include "base/log.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace edgewright {

Ledger::Ledger(Archive &archive, Clock clock, QObject *parent)
    : QObject(parent)
    , m_archive(archive)
    , m_clock(clock ? std::move(clock) : [] { return QDateTime::currentDateTimeUtc(); })
{
}

Reply<qint64> *Ledger::begin(const LedgerEntry &entry)
{
    writeObservations();
    LedgerEntry dated = entry;
    dated.startedAt = now();
    dated.outcome = ActOutcome::Pending;
    dated.isOpen = true;
    auto *reply = new Reply<qint64>(this);
    connect(reply, &ReplyBase::cancelRequested, reply,
            [reply] { reply->resolve(Error{.code = ErrorCode::Cancelled}); });
    Reply<qint64> *written =
        m_archive.worker().run<qint64>(this, [dated](Database &database) -> Result<qint64> {
            if (database.file() == ":memory:"_L1)
                return Error{.code = ErrorCode::Storage,
                             .message = tr("The archive cannot be used."),
                             .detail = u"the archive is in memory only"_s};
            return LedgerStore(database).add(dated);
        });
    written->then(this, [this, key = entry.key, reply = QPointer(reply)](const Result<qint64> &id) {
        const bool isWanted = reply != nullptr && !reply->isFinished();
        if (id)
            m_underWay.insert(*id);
        if (id && !isWanted)
            complete(*id, {.outcome = ActOutcome::NothingHappened,
                           .detail = u"cancelled before anything was sent"_s});
        if (id)
            emit changed(key);
        if (!isWanted)
            return;
        if (!id)
            emit unrecorded(notWritten(id.error()));
        reply->resolve(id ? id : Result<qint64>(notWritten(id.error())));
    });
    return reply;
}

Error Ledger::notWritten(const Error &cause)
{
    Error error = cause;
    error.message = tr("What is done now is not written into the ledger.");
    error.advice = cause.text();
    return error;
}

Reply<> *Ledger::complete(qint64 id, const ActCompletion &completion)
{
    ActCompletion dated = completion;
    if (!dated.at.isValid())
        dated.at = now();
    auto *reply = new Reply<>(this);
    Reply<LedgerEntry> *written =
        m_archive.worker().run<LedgerEntry>(this, [id, dated](Database &database) {
            return LedgerStore(database).complete(id, dated);
        });
    written->then(this, [this, id, reply = QPointer(reply)](const Result<LedgerEntry> &entry) {
        // Left open on the disk, it is settled at the next start.
        m_underWay.remove(id);
        if (entry)
            emit changed(entry->key);
        if (reply != nullptr)
            reply->resolve(entry ? Result<>() : Result<>(entry.error()));
    });
    return reply;
}

Reply<qint64> *Ledger::enter(const LedgerEntry &entry)
{
    writeObservations();
    LedgerEntry dated = entry;
    if (!dated.endedAt.isValid())
        dated.endedAt = now();
    Reply<qint64> *written =
        m_archive.worker().run<qint64>(this, [dated](Database &database) -> Result<qint64> {
            return database.transaction([&]() -> Result<qint64> {
                const Result<qint64> id = LedgerStore(database).insert(dated);
                LedgerEntry kept = dated;
                kept.id = id ? *id : 0;
                if (!id || kept.kind != ActKind::Publish || kept.outcome != ActOutcome::Done)
                    return id;
                const Result<> noted = LiveStore(database).notePublication(kept);
                return noted ? id : Result<qint64>(noted.error());
            });
        });
    written->then(this, [this, key = entry.key](const Result<qint64> &id) {
        if (id)
            emit changed(key);
    });
    return written;
}

Reply<> *Ledger::setReason(qint64 id, const QString &reason)
{
    return m_archive.worker().run(
        this, [=](Database &database) { return LedgerStore(database).setReason(id, reason); });
}

Reply<QList<LedgerEntry>> *Ledger::entries(const LedgerFilter &filter)
{
    writeObservations();
    return m_archive.worker().run<QList<LedgerEntry>>(
        this, [filter](Database &database) { return LedgerStore(database).entries(filter); });
}

Reply<QList<LedgerEntry>> *Ledger::openEntries(const QString &accountId)
{
    auto *reply = new Reply<QList<LedgerEntry>>(this);
    Reply<QList<LedgerEntry>> *read =
        m_archive.worker().run<QList<LedgerEntry>>(this, [accountId](Database &database) {
            return LedgerStore(database).openEntries(accountId);
        });
    read->then(this, [this, reply = QPointer(reply)](const Result<QList<LedgerEntry>> &found) {
        if (reply == nullptr)
            return;
        if (!found) {
            reply->resolve(found.error());
            return;
        }
        QList<LedgerEntry> entries = *found;
        entries.removeIf(
            [this](const LedgerEntry &entry) { return m_underWay.contains(entry.id); });
        reply->resolve(entries);
    });
    return reply;
}

Reply<> *Ledger::observe(Observation observation)
{
    auto *reply = new Reply<>(this);
    const RoutineKey key{.accountId = observation.accountId, .routine = observation.routine.name};
    if (!observation.at.isValid())
        observation.at = now();
    if (observation.reading < m_newest.value(key)) {
        reply->resolve({});
        return reply;
    }
    m_newest.insert(key, observation.reading);
    m_unwritten.append({.observation = std::move(observation), .reply = reply});
    if (!m_isWriting)
        writeObservations();
    return reply;
}

void Ledger::writeObservations()
{
    if (m_unwritten.isEmpty())
        return;
    m_isWriting = true;
    const QList<Unwritten> batch = std::exchange(m_unwritten, {});
    QList<Observation> observations;
    for (const Unwritten &one : batch)
        observations.append(one.observation);
    m_archive.worker()
        .run<QList<RoutineKey>>(this,
                                [observations](Database &database) {
                                    return database.transaction([&]() -> Result<QList<RoutineKey>> {
                                        QList<RoutineKey> changed;
                                        for (const Observation &one : observations) {
                                            const Result<bool> entered =
                                                LiveStore(database).observe(one);
                                            if (!entered)
                                                return entered.error();
                                            if (*entered)
                                                changed.append({one.accountId, one.routine.name});
                                        }
                                        return changed;
                                    });
                                })
        ->then(this,
               [this, batch](const Result<QList<RoutineKey>> &keys) { onWritten(batch, keys); });
}

void Ledger::onWritten(const QList<Unwritten> &batch, const Result<QList<RoutineKey>> &changedKeys)
{
    m_isWriting = false;
    if (changedKeys) {
        for (const RoutineKey &key : *changedKeys)
            emit changed(key);
    }
    for (const Unwritten &one : batch) {
        if (one.reply != nullptr)
            one.reply->resolve(changedKeys ? Result<>() : Result<>(changedKeys.error()));
    }
    writeObservations();
}

Reply<LiveMoment> *Ledger::liveAt(const RoutineKey &key, const QDateTime &moment)
{
    writeObservations();
    return m_archive.worker().run<LiveMoment>(
        this, [=](Database &database) { return LiveStore(database).liveAt(key, moment); });
}

} // namespace edgewright
