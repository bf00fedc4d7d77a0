// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/actsettler.h"

#include "workspace/lostanswer.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

Reply<Settlement> *ActSettler::settle(RoutineService &service, const LedgerEntry &entry,
                                      QObject *owner)
{
    auto *reply = new Reply<Settlement>(owner);
    auto *settler = new ActSettler(service, entry, reply);
    if (entry.kind == ActKind::SaveVersion || entry.kind == ActKind::DeleteVersion)
        settler->readVersions();
    else
        settler->readRoutine();
    return reply;
}

ActSettler::ActSettler(RoutineService &service, const LedgerEntry &entry, Reply<Settlement> *reply)
    : QObject(reply)
    , m_service(service)
    , m_entry(entry)
    , m_reply(reply)
{
    connect(reply, &ReplyBase::cancelRequested, this, [this] {
        if (m_pending != nullptr)
            m_pending->cancel();
    });
}

template <typename T, typename Next>
void ActSettler::await(Reply<T> *call, Next next)
{
    m_pending = call;
    call->then(this, [this, call, next](const Result<T> &result) {
        m_reply->setRequestId(call->requestId());
        next(result);
    });
}

void ActSettler::readRoutine()
{
    await(m_service.fetchRoutine(m_entry.key.routine), [this](const Result<Routine> &routine) {
        if (!routine && routine.error().code != ErrorCode::NotFound)
            m_reply->resolve(routine.error());
        else if (m_entry.kind == ActKind::Publish)
            judgePublication(routine);
        else if (m_entry.kind == ActKind::LimitProcessor)
            judgeLimit(routine);
        else
            judgeExistence(routine.hasValue());
    });
}

void ActSettler::judgePublication(const Result<Routine> &routine)
{
    if (!routine) {
        resolve(ActOutcome::Unknown, u"the routine is gone"_s);
        return;
    }
    const QList<VersionShare> live = routine->deploymentIn(m_entry.environment).shares;
    if (isSameTraffic(live, m_entry.to) && !m_entry.digest.isEmpty())
        compareText(m_entry.to.constFirst().versionId);
    else if (isSameTraffic(live, m_entry.to))
        resolve(ActOutcome::Done, u"read back: it is live"_s);
    else if (isSameTraffic(live, m_entry.from))
        resolve(ActOutcome::NothingHappened, u"read back: what was live before still is"_s);
    else
        resolve(ActOutcome::Unknown, u"read back: something else is live"_s);
}

void ActSettler::compareText(const QString &versionId)
{
    await(m_service.fetchBody(m_entry.key.routine, versionId),
          [this](const Result<VersionBody> &body) {
              if (!body)
                  m_reply->resolve(body.error());
              else if (QCryptographicHash::hash(body->bytes, QCryptographicHash::Sha256)
                       == m_entry.digest)
                  resolve(ActOutcome::Done, u"read back: it is live"_s);
              else if (const std::optional<Error> unread = whyItTellsNothing(body->bytes))
                  m_reply->resolve(*unread);
              else
                  resolve(isSameTraffic(m_entry.from, m_entry.to) ? ActOutcome::NothingHappened
                                                                  : ActOutcome::Unknown,
                          u"read back: the slot holds another text"_s);
          });
}

void ActSettler::judgeLimit(const Result<Routine> &routine)
{
    if (!routine)
        resolve(ActOutcome::Unknown, u"the routine is gone"_s);
    else if (routine->deploymentIn(m_entry.environment).processorTier == m_entry.versionId)
        resolve(ActOutcome::Done, u"read back: the limit is set"_s);
    else
        resolve(ActOutcome::NothingHappened, u"read back: another limit is set"_s);
}

void ActSettler::judgeExistence(bool isThere)
{
    const bool expectedThere = m_entry.kind == ActKind::CreateRoutine;
    if (isThere == m_entry.existedBefore)
        resolve(ActOutcome::NothingHappened, u"read back: as before"_s);
    else if (isThere == expectedThere)
        resolve(ActOutcome::Done, u"read back: done"_s);
    else
        resolve(ActOutcome::Unknown, u"read back: neither as before nor as wanted"_s);
}

void ActSettler::readVersions()
{
    await(m_service.listVersions(m_entry.key.routine), [this](const Result<VersionList> &list) {
        if (m_entry.kind == ActKind::DeleteVersion) {
            judgeDeletion(list);
            return;
        }
        if (!list) {
            m_reply->resolve(list.error());
            return;
        }
        for (const CodeVersion &version : list->versions) {
            if (!version.isUnstable && !m_entry.knownVersionIds.contains(version.id))
                m_candidates.append(version.id);
        }
        compareNextCandidate();
    });
}

void ActSettler::judgeDeletion(const Result<VersionList> &list)
{
    if (!list && list.error().code == ErrorCode::NotFound)
        resolve(ActOutcome::Done, u"the routine itself is gone"_s);
    else if (!list)
        m_reply->resolve(list.error());
    else if (std::ranges::count(list->versions, m_entry.versionId, &CodeVersion::id) == 0)
        resolve(ActOutcome::Done, u"read back: it is not in the list any more"_s);
    else
        resolve(ActOutcome::NothingHappened, u"read back: it is still in the list"_s);
}

void ActSettler::compareNextCandidate()
{
    if (m_candidates.isEmpty() && m_unread) {
        m_reply->resolve(*m_unread); // one of them may be it
        return;
    }
    if (m_candidates.isEmpty()) {
        resolve(ActOutcome::NothingHappened,
                m_empty.isEmpty() ? u"read back: no new version holds this code"_s
                                  : u"read back: an empty version is left, "_s + m_empty);
        return;
    }
    const QString versionId = m_candidates.takeFirst();
    await(m_service.fetchBody(m_entry.key.routine, versionId),
          [this, versionId](const Result<VersionBody> &body) {
              if (!body) {
                  m_reply->resolve(body.error());
                  return;
              }
              const QByteArray digest =
                  QCryptographicHash::hash(body->bytes, QCryptographicHash::Sha256);
              if (body->bytes.isEmpty())
                  m_empty = versionId;
              if (!m_unread)
                  m_unread = whyItTellsNothing(body->bytes);
              if (digest == m_entry.digest)
                  resolve(ActOutcome::Done, u"read back: the version is there"_s, versionId);
              else
                  compareNextCandidate();
          });
}

void ActSettler::resolve(ActOutcome outcome, const QString &detail, const QString &versionId)
{
    m_reply->resolve(Settlement{.outcome = outcome, .versionId = versionId, .detail = detail});
}

} // namespace edgewright
