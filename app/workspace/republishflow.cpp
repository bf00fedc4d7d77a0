// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/republishflow.h"

#include "workspace/connectioncall.h"

namespace edgewright {

RepublishFlow::RepublishFlow(Connection &connection, Ledger &ledger, VersionCodes &codes,
                             QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_ledger(ledger)
    , m_codes(codes)
{
    // Flows end by themselves when their account is left; a reading does not always.
    connect(&m_connection, &Connection::aboutToChange, this, [this] {
        if (!m_save && !m_publish)
            fail(accountLeft());
    });
}

void RepublishFlow::start(Request request)
{
    m_request = std::move(request);
    m_accountId = m_connection.account().id;
    next();
}

void RepublishFlow::next()
{
    if (m_request.copies.isEmpty())
        publish();
    else
        readCode(m_request.copies.takeFirst());
}

void RepublishFlow::readCode(const Copy &copy)
{
    emit stepChanged(tr("Reading %1 from the archive…").arg(copy.name), 0, 0);
    Reply<VersionCode> *reading = m_codes.fetch(m_request.publication.routine, copy.versionId);
    m_reading = reading;
    reading->then(this, [this, copy](const Result<VersionCode> &code) {
        if (m_isOver)
            return;
        if (!code)
            fail(because(
                tr("The code of %1 could not be read; nothing was published.").arg(copy.name),
                code.error()));
        else if (!code->verdict.isCode())
            fail({.code = ErrorCode::NotCode,
                  .message = tr("%1 holds no code; nothing was published.").arg(copy.name),
                  .advice = code->verdict.reason,
                  .detail = code->verdict.detail});
        else
            save(copy, code->bytes);
    });
}

void RepublishFlow::save(const Copy &copy, const QByteArray &code)
{
    m_save = new SaveVersionFlow(m_connection, m_ledger, this);
    const auto tell = [this, copy](qint64 done, qint64 total) {
        //: %1 is a version, %2 a step such as "Uploading…"
        emit stepChanged(
            tr("Saving %1 again: %2").arg(copy.name, SaveVersionFlow::describe(m_save->step())),
            done, total);
    };
    connect(m_save, &SaveVersionFlow::stepChanged, this, [tell] { tell(0, 0); });
    connect(m_save, &SaveVersionFlow::progressed, this, tell);
    connect(m_save, &SaveVersionFlow::finished, this,
            [this, copy](const Result<QString> &versionId) { onSaved(copy, versionId); });
    m_save->start({.routine = m_request.publication.routine,
                   .description = copy.description,
                   .code = code,
                   .knownVersionIds = m_request.knownVersionIds,
                   .publishTo = {},
                   .variablesOf = copy.variablesOf});
}

void RepublishFlow::onSaved(const Copy &copy, const Result<QString> &versionId)
{
    noteUnrecorded(*m_save);
    m_save->deleteLater();
    m_save = nullptr;
    if (!versionId) {
        const bool isFull = versionId.error().code == ErrorCode::QuotaExceeded;
        Error error =
            because(tr("%1 could not be saved again; nothing was published.").arg(copy.name),
                    versionId.error());
        if (isFull)
            error.advice = tr("The service keeps no more versions of this routine: make room by "
                              "deleting one that is not needed, then try again.");
        if (versionId.error().code == ErrorCode::Cancelled)
            error = versionId.error();
        fail(error);
        return;
    }
    m_made.insert(copy.versionId, *versionId);
    m_done.append(copy);
    m_request.knownVersionIds.append(*versionId);
    for (VersionShare &share : m_request.publication.shares) {
        if (share.versionId == copy.versionId)
            share.versionId = *versionId;
    }
    m_request.publication.versionNames.insert(*versionId, tr("the copy of %1").arg(copy.name));
    // The account may have been left after the answer came.
    if (m_connection.account().id != m_accountId)
        fail(accountLeft());
    else
        next();
}

void RepublishFlow::publish()
{
    m_publish = new PublishFlow(m_connection, m_ledger, this);
    connect(m_publish, &PublishFlow::stepChanged, this, [this](PublishFlow::Step step) {
        emit stepChanged(PublishFlow::describe(step), 0, 0);
    });
    connect(m_publish, &PublishFlow::finished, this, &RepublishFlow::onPublished);
    m_publish->start(m_request.publication);
}

void RepublishFlow::onPublished(const Result<Routine> &routine)
{
    noteUnrecorded(*m_publish);
    if (routine)
        finish(routine);
    else
        fail(routine.error());
}

bool RepublishFlow::canCancel() const
{
    if (m_publish)
        return m_publish->canCancel();
    return !m_save || m_save->canCancel();
}

void RepublishFlow::cancel()
{
    if (m_publish)
        m_publish->cancel();
    else if (m_save)
        m_save->cancel();
    else if (m_reading)
        m_reading->cancel();
}

QList<VersionShare> RepublishFlow::before() const
{
    return m_publish ? m_publish->before().shares : QList<VersionShare>();
}

void RepublishFlow::noteUnrecorded(const ServiceFlow &flow)
{
    if (flow.unrecorded())
        m_unrecorded = flow.unrecorded();
}

void RepublishFlow::fail(Error error)
{
    if (!m_done.isEmpty()) {
        QStringList names;
        for (const Copy &copy : std::as_const(m_done))
            names.append(copy.name);
        const QString saved = tr("%1 is on the service again, as a new version.")
                                  .arg(names.join(tr(", ", "between versions")));
        error.message = joinSentences(saved, error.message);
    }
    finish(error);
}

void RepublishFlow::finish(const Result<Routine> &result)
{
    if (std::exchange(m_isOver, true))
        return;
    QMetaObject::invokeMethod(
        this, [this, result] { emit finished(result); }, Qt::QueuedConnection);
}

} // namespace edgewright
