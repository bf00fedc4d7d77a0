// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/routinecopyflow.h"

#include "workspace/connectioncall.h"
#include "workspace/recordedcall.h"
#include "workspace/saveversionflow.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

RoutineCopyFlow::RoutineCopyFlow(const Parts &parts, Request request, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_request(std::move(request))
{
}

void RoutineCopyFlow::plan()
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_isStopping = false;
    m_isStale = true;
    m_withoutCode.clear();
    readSource();
}

void RoutineCopyFlow::readSource()
{
    m_parts.archive.versions(m_request.source)
        ->then(this, [this](const Result<QList<ArchivedVersion>> &versions) {
            if (versions)
                onSource(*versions);
            else
                fail(tr("The history of “%1” could not be read.").arg(m_request.source.routine),
                     versions.error());
        });
}

void RoutineCopyFlow::onSource(const QList<ArchivedVersion> &versions)
{
    m_unsecured.clear();
    for (const ArchivedVersion &version : versions) {
        if (!version.isHeld() && version.onService && !version.version.isUnstable)
            m_unsecured.append(version.version.id);
    }
    secureNext();
}

void RoutineCopyFlow::secureNext()
{
    if (!goesOn())
        return;
    if (m_unsecured.isEmpty()) {
        m_parts.archive.versions(m_request.source)
            ->then(this, [this](const Result<QList<ArchivedVersion>> &versions) {
                if (versions)
                    takeSources(*versions);
                else
                    fail(tr("The history of “%1” could not be read.").arg(m_request.source.routine),
                         versions.error());
            });
        return;
    }
    // One that cannot be fetched is told as such, later.
    m_parts.codes.secure(m_request.source.routine, m_unsecured.takeFirst())
        ->then(this, [this](const Result<> &) { secureNext(); });
}

void RoutineCopyFlow::takeSources(const QList<ArchivedVersion> &versions)
{
    m_sources.clear();
    for (const ArchivedVersion &version : versions) {
        if (version.version.isUnstable)
            continue;
        const QString name = version.ordinal > 0 ? u"v%1"_s.arg(version.ordinal) : QString();
        if (!version.isHeld() || version.judged != BodyKind::Code)
            m_withoutCode.prepend(name.isEmpty() ? version.version.id : name);
        else
            m_sources.prepend({.versionId = version.version.id,
                               .name = name.isEmpty() ? version.version.id : name,
                               .description = version.version.description,
                               .digest = version.digest});
    }
    readTarget();
}

void RoutineCopyFlow::readTarget()
{
    if (m_parts.target.service() == nullptr) {
        fail(tr("The account that gets the copy is not connected."), notConnected());
        return;
    }
    m_targets.clear();
    m_parts.target.service()
        ->fetchRoutine(m_request.targetRoutine)
        ->then(this, [this](const Result<Routine> &routine) {
            if (!routine && routine.error().code != ErrorCode::NotFound) {
                fail(tr("The account that gets the copy could not be read."), routine.error());
                return;
            }
            m_targetExists = routine.hasValue();
            readTargetVersions();
        });
}

void RoutineCopyFlow::readTargetVersions()
{
    RoutineService *service = m_parts.target.service();
    m_quota = service->capabilities().defaultVersionQuota;
    service->fetchQuota()->then(this, [this](const Result<Quota> &quota) {
        if (quota && quota->versionsPerRoutine > 0)
            m_quota = quota->versionsPerRoutine;
        if (!m_targetExists) {
            finishPlan();
            return;
        }
        if (m_parts.target.service() == nullptr)
            return;
        m_parts.target.service()
            ->listVersions(m_request.targetRoutine)
            ->then(this, [this](const Result<VersionList> &list) {
                if (!list) {
                    fail(tr("The account that gets the copy could not be read."), list.error());
                    return;
                }
                m_unread.clear();
                for (const CodeVersion &version : list->versions) {
                    if (!version.isUnstable)
                        m_unread.prepend(version.id);
                }
                readNextTargetBody();
            });
    });
}

void RoutineCopyFlow::readNextTargetBody()
{
    if (!goesOn())
        return;
    if (m_unread.isEmpty()) {
        finishPlan();
        return;
    }
    const QString id = m_unread.takeFirst();
    m_parts.target.service()
        ->fetchBody(m_request.targetRoutine, id)
        ->then(this, [this, id](const Result<VersionBody> &body) {
            if (!body) {
                fail(tr("The account that gets the copy could not be read."), body.error());
                return;
            }
            m_targets.append(
                {.versionId = id,
                 .digest = QCryptographicHash::hash(body->bytes, QCryptographicHash::Sha256)});
            readNextTargetBody();
        });
}

void RoutineCopyFlow::finishPlan()
{
    m_plan = planCopy(m_sources, m_targets, m_quota);
    m_isStale = false;
    m_isRunning = std::exchange(m_isCopyWanted, false);
    const bool isCopying = m_isRunning;
    emit planned();
    if (isCopying)
        copyPlanned();
}

void RoutineCopyFlow::copy()
{
    if (m_isRunning)
        return;
    if (m_isStale) {
        m_isCopyWanted = true;
        emit progressed(0, m_plan.count(CopyState::Waiting), {});
        plan();
        return;
    }
    m_isRunning = true;
    m_isStopping = false;
    copyPlanned();
}

void RoutineCopyFlow::copyPlanned()
{
    if (!goesOn())
        return;
    m_done = 0;
    m_total = m_plan.count(CopyState::Waiting);
    if (m_targetExists)
        copyNext();
    else
        createRoutine();
}

void RoutineCopyFlow::createRoutine()
{
    const Request request = m_request;
    emit progressed(0, m_total, {});
    RecordedCall::start(m_parts.target, m_parts.ledger,
                        {.key = {.routine = request.targetRoutine}, .kind = ActKind::CreateRoutine},
                        [request](RoutineService &service) {
                            return service.createRoutine(request.targetRoutine,
                                                         request.description);
                        })
        ->then(this, [this](const Result<> &created) {
            if (!created) {
                fail(tr("“%1” could not be created; nothing was copied.")
                         .arg(m_request.targetRoutine),
                     created.error());
                return;
            }
            m_targetExists = true;
            copyNext();
        });
}

void RoutineCopyFlow::copyNext()
{
    if (!goesOn())
        return;
    const qsizetype row = m_plan.next();
    if (row < 0) {
        m_isRunning = false;
        emit copied();
        return;
    }
    const CopySource source = m_plan.rows.at(row).source;
    emit progressed(m_done, m_total, source.name);
    m_parts.archive.body(m_request.source, source.versionId)
        ->then(this, [this, source](const Result<QByteArray> &code) {
            if (code)
                save(source, *code);
            else
                fail(tr("The code of %1 could not be read.").arg(source.name), code.error());
        });
}

void RoutineCopyFlow::save(const CopySource &source, const QByteArray &code)
{
    QStringList known;
    for (const CopyRow &row : std::as_const(m_plan.rows)) {
        if (!row.targetId.isEmpty())
            known.append(row.targetId);
    }
    m_save = new SaveVersionFlow(m_parts.target, m_parts.ledger, this);
    connect(m_save, &SaveVersionFlow::finished, this,
            [this, id = source.versionId](const Result<QString> &made) { onSaved(id, made); });
    m_save->start({.routine = m_request.targetRoutine,
                   .description = source.description,
                   .code = code,
                   .knownVersionIds = known});
}

void RoutineCopyFlow::onSaved(const QString &sourceId, const Result<QString> &versionId)
{
    m_save->deleteLater();
    m_save = nullptr;
    const auto row = std::ranges::find(m_plan.rows, sourceId,
                                       [](const CopyRow &one) { return one.source.versionId; });
    Q_ASSERT(row != m_plan.rows.end());
    if (!versionId) {
        fail(tr("%1 could not be copied.").arg(row->source.name), versionId.error());
        return;
    }
    row->state = CopyState::Same;
    row->targetId = *versionId;
    ++m_done;
    emit progressed(m_done, m_total, {});
    copyNext();
}

void RoutineCopyFlow::stop()
{
    m_isStopping = m_isRunning;
}

bool RoutineCopyFlow::goesOn()
{
    if (m_isStopping) {
        m_isRunning = false;
        m_isStopping = false;
        m_isCopyWanted = false;
        emit stopped();
        return false;
    }
    if (m_parts.target.service() == nullptr) {
        fail(tr("The account that gets the copy is not connected."), notConnected());
        return false;
    }
    return true;
}

void RoutineCopyFlow::fail(const QString &message, const Error &error)
{
    m_isRunning = false;
    m_isStale = true;
    m_isCopyWanted = false;
    emit failed(because(message, error));
}

} // namespace edgewright
