// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/saveversionflow.h"

#include "base/log.h"
#include "text/codebody.h"
#include "workspace/connectioncall.h"

using namespace Qt::StringLiterals;

namespace edgewright {

SaveVersionFlow::SaveVersionFlow(Connection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
{
    connect(&m_connection, &Connection::aboutToChange, this, &SaveVersionFlow::abandon);
}

QString SaveVersionFlow::describe(Step step)
{
    switch (step) {
    case Step::Idle:
        return {};
    case Step::Preparing:
        return tr("Preparing the upload…");
    case Step::Uploading:
        return tr("Uploading…");
    case Step::Committing:
        return tr("Creating the version…");
    case Step::Verifying:
        return tr("Checking what was stored…");
    case Step::Done:
        return tr("Saved");
    }
    return {};
}

void SaveVersionFlow::start(Request request)
{
    Q_ASSERT(m_step == Step::Idle);
    m_request = std::move(request);
    if (const std::optional<Error> problem = refusal()) {
        finish(*problem);
        return;
    }
    prepare();
}

std::optional<Error> SaveVersionFlow::refusal() const
{
    const RoutineService *service = m_connection.service();
    if (service == nullptr)
        return notConnected();
    if (m_request.code.isEmpty())
        return Error{.code = ErrorCode::NotCode,
                     .message = tr("An empty text cannot be saved as a version.")};
    const qint64 largest = service->capabilities().largestCode;
    if (m_request.code.size() > largest)
        return Error{.code = ErrorCode::InvalidRequest,
                     //: %L1 and %L2 are numbers of bytes
                     .message = tr("The code has %L1 bytes; the service takes %L2 at most.")
                                    .arg(m_request.code.size())
                                    .arg(largest)};
    const BodyVerdict verdict = judgeBody(m_request.code);
    if (!verdict.isCode())
        return Error{.code = ErrorCode::NotCode,
                     .message = tr("This text cannot be saved as a version."),
                     .advice = verdict.reason,
                     .detail = verdict.detail};
    return {};
}

void SaveVersionFlow::cancel()
{
    if (m_finished || !canCancel())
        return;
    if (m_pending != nullptr)
        m_pending->cancel();
    finish(
        Error{.code = ErrorCode::Cancelled,
              .message = m_step == Step::Uploading
                             ? tr("Saving was cancelled; no version was created, but the staging "
                                  "slot may hold the code.")
                             : tr("Saving was cancelled; nothing was changed on the service.")});
}

void SaveVersionFlow::abandon()
{
    if (m_step == Step::Idle || m_finished)
        return;
    if (canCancel()) {
        cancel();
        return;
    }
    finish(Error{.code = ErrorCode::OutcomeUnknown,
                 .message = m_step == Step::Verifying
                                ? tr("The version was created, but the account was left before it "
                                     "could be checked.")
                                : tr("The account was left while the version was being created; it "
                                     "may or may not exist.")});
}

void SaveVersionFlow::prepare()
{
    enter(Step::Preparing);
    auto *reply = m_connection.service()->requestUpload(m_request.routine, m_request.description);
    m_pending = reply;
    reply->then(this, [this](const Result<UploadForm> &form) {
        if (m_finished)
            return;
        if (form)
            upload(*form);
        else
            finish(because(tr("The upload could not be prepared; nothing was changed on the "
                              "service."),
                           form.error()));
    });
}

void SaveVersionFlow::upload(const UploadForm &form)
{
    enter(Step::Uploading);
    auto *reply = m_connection.service()->upload(form, m_request.code);
    m_pending = reply;
    connect(reply, &ReplyBase::progressed, this, &SaveVersionFlow::progressed);
    reply->then(this, [this](const Result<> &uploaded) {
        if (m_finished)
            return;
        if (uploaded)
            commit();
        else
            finish(
                because(mayHaveHappened(uploaded.error())
                            ? tr("The answer to the upload was lost; no version was created, but "
                                 "the staging slot may hold the code.")
                            : tr("The code could not be uploaded; no version was created."),
                        uploaded.error()));
    });
}

void SaveVersionFlow::commit()
{
    enter(Step::Committing);
    auto *reply = m_connection.service()->commitUpload(m_request.routine, m_request.description);
    m_pending = reply;
    reply->then(this, [this](const Result<QString> &versionId) {
        if (m_finished)
            return;
        if (versionId && !versionId->isEmpty())
            verify(*versionId);
        else if (versionId)
            settleLostCommit(Error{.code = ErrorCode::InvalidResponse,
                                   .message = tr("The service named no version.")});
        else if (mayHaveHappened(versionId.error()))
            settleLostCommit(versionId.error());
        else
            finish(because(tr("The code was uploaded but no version was created; the staging slot "
                              "now holds it."),
                           versionId.error()));
    });
}

void SaveVersionFlow::settleLostCommit(const Error &error)
{
    qCInfo(lcWorkspace).noquote() << "settling a lost commit:" << forLog(error.detail);
    m_lost = error;
    auto *reply = m_connection.service()->listVersions(m_request.routine);
    m_pending = reply;
    reply->then(this, [this](const Result<VersionList> &list) {
        if (m_finished)
            return;
        if (!list) {
            reportUnknown(list.error());
            return;
        }
        for (const CodeVersion &version : list->versions) {
            if (!version.isUnstable && !m_request.knownVersionIds.contains(version.id))
                m_candidates.append(version.id);
        }
        compareNextCandidate();
    });
}

void SaveVersionFlow::compareNextCandidate()
{
    if (m_candidates.isEmpty()) {
        finish(because(tr("The answer was lost and the service has no version with this code; the "
                          "staging slot holds it."),
                       m_lost));
        return;
    }
    const QString versionId = m_candidates.takeFirst();
    auto *reply = m_connection.service()->fetchBody(m_request.routine, versionId);
    m_pending = reply;
    reply->then(this, [this, versionId](const Result<VersionBody> &body) {
        if (m_finished)
            return;
        if (!body)
            reportUnknown(body.error());
        else if (body->bytes == m_request.code)
            finish(versionId);
        else
            compareNextCandidate();
    });
}

void SaveVersionFlow::reportUnknown(const Error &cause)
{
    Error error =
        because(tr("The answer was lost, so it is unknown whether the version was created; "
                   "look at the versions before saving again."),
                cause);
    error.code = ErrorCode::OutcomeUnknown;
    finish(error);
}

void SaveVersionFlow::verify(const QString &versionId)
{
    enter(Step::Verifying);
    auto *reply = m_connection.service()->fetchBody(m_request.routine, versionId);
    m_pending = reply;
    reply->then(this, [this, versionId](const Result<VersionBody> &body) {
        if (m_finished)
            return;
        if (!body) {
            finish(because(tr("The version was created, but it could not be read back to check its "
                              "code."),
                           body.error()));
            return;
        }
        if (body->bytes == m_request.code) {
            finish(versionId);
            return;
        }
        const BodyVerdict verdict = judgeBody(body->bytes);
        finish(Error{.code = ErrorCode::Mismatch,
                     .message = tr("A version was created, but it does not hold the code that was "
                                   "sent."),
                     .advice = verdict.isCode()
                                   ? tr("Somebody else uploaded at the same time; save again.")
                                   : verdict.reason,
                     .detail = u"version %1 holds %2 bytes, sent were %3"_s.arg(versionId)
                                   .arg(body->bytes.size())
                                   .arg(m_request.code.size())});
    });
}

void SaveVersionFlow::finish(const Result<QString> &result)
{
    if (m_finished)
        return;
    m_finished = true;
    m_pending.clear();
    if (result)
        enter(Step::Done);
    QMetaObject::invokeMethod(
        this, [this, result] { emit finished(result); }, Qt::QueuedConnection);
}

void SaveVersionFlow::enter(Step step)
{
    m_step = step;
    emit stepChanged(step);
}

} // namespace edgewright
