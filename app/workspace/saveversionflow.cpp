// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/saveversionflow.h"

#include "base/log.h"
#include "text/codebody.h"
#include "workspace/actsettler.h"
#include "workspace/connectioncall.h"
#include "workspace/emptyversion.h"
#include "workspace/lostanswer.h"
#include "workspace/stagedraftflow.h"

#include <QCryptographicHash>

#include <utility>

using namespace Qt::StringLiterals;

namespace edgewright {

SaveVersionFlow::SaveVersionFlow(Connection &connection, Ledger &ledger, QObject *parent)
    : ServiceFlow(connection, ledger, parent)
{
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
    begin();
    m_request = std::move(request);
    if (const std::optional<Error> problem = refusal()) {
        refuse(*problem);
        return;
    }
    prepare();
}

std::optional<Error> SaveVersionFlow::refusal() const
{
    if (connection().service() == nullptr)
        return notConnected();
    if (const std::optional<Error> locked = connection().writeRefusal(m_request.routine))
        return locked;
    return problemWith(m_request.code, service().capabilities());
}

std::optional<Error> SaveVersionFlow::problemWith(const QByteArray &code,
                                                  const Capabilities &capabilities)
{
    if (code.isEmpty())
        return Error{.code = ErrorCode::NotCode,
                     .message = tr("An empty text cannot be saved as a version.")};
    const qint64 largest = capabilities.largestCode;
    if (code.size() > largest)
        return Error{.code = ErrorCode::InvalidRequest,
                     //: %L1 and %L2 are numbers of bytes
                     .message = tr("The code has %L1 bytes; the service takes %L2 at most.")
                                    .arg(code.size())
                                    .arg(largest)};
    const BodyVerdict verdict = judgeBody(code);
    if (!verdict.isCode())
        return Error{.code = ErrorCode::NotCode,
                     .message = tr("This text cannot be saved as a version."),
                     .advice = verdict.reason,
                     .detail = verdict.detail};
    return {};
}

Error SaveVersionFlow::cancelled() const
{
    return {.code = ErrorCode::Cancelled,
            .message = m_step == Step::Uploading
                           ? tr("Saving was cancelled; no version was created, but the staging "
                                "slot may hold the code.")
                           : tr("Saving was cancelled; nothing was changed on the service.")};
}

Error SaveVersionFlow::left() const
{
    return {.code = ErrorCode::OutcomeUnknown,
            .message = m_step == Step::Verifying
                           ? tr("The version was created, but the account was left before it "
                                "could be checked.")
                           : tr("The account was left while the version was being created; it "
                                "may or may not exist.")};
}

LedgerEntry SaveVersionFlow::intent() const
{
    return {.key = {.routine = m_request.routine},
            .kind = ActKind::SaveVersion,
            .environment = m_request.publishTo,
            .reason = m_request.description,
            .digest = QCryptographicHash::hash(m_request.code, QCryptographicHash::Sha256),
            .knownVersionIds = m_request.knownVersionIds};
}

void SaveVersionFlow::prepare()
{
    enter(Step::Preparing);
    const bool isStaged =
        service().capabilities().stagingUploads && m_request.knownVersionIds.contains(kStagingSlot);
    if (isStaged) {
        lookAtStaging();
        return;
    }
    if (service().capabilities().uploadMakesVersion) {
        record(intent(), [this] { makeVersion(); });
        return;
    }
    await(service().requestUpload(m_request.routine, m_request.description),
          [this](const Result<UploadForm> &form) {
              if (form)
                  record(intent(), [this, form = *form] { upload(form); });
              else
                  refuse(because(tr("The upload could not be prepared; nothing was changed on the "
                                    "service."),
                                 form.error()));
          });
}

void SaveVersionFlow::lookAtStaging()
{
    await(service().fetchBody(m_request.routine, kStagingSlot),
          [this](const Result<VersionBody> &body) {
              m_isStaged = body && body->bytes == m_request.code;
              record(intent(), [this] { m_isStaged ? commit() : makeVersion(); });
          });
}

void SaveVersionFlow::makeVersion()
{
    m_isMaking = true;
    await(service().requestUpload(m_request.routine, m_request.description),
          [this](const Result<UploadForm> &form) {
              if (form) {
                  upload(*form);
                  return;
              }
              if (mayHaveHappened(form.error()))
                  fail(because(tr("The answer was lost; the service may have made an empty "
                                  "version, which can be deleted."),
                               form.error()),
                       ActOutcome::Unknown, true);
              else
                  refuse(because(tr("The upload could not be prepared; nothing was changed on "
                                    "the service."),
                                 form.error()));
          });
}

void SaveVersionFlow::upload(const UploadForm &form)
{
    enter(Step::Uploading);
    auto *reply = service().upload(form, m_request.code);
    connect(reply, &ReplyBase::progressed, this, &SaveVersionFlow::progressed);
    await(reply,
          [this, made = form.versionId](const Result<> &uploaded) { onUploaded(uploaded, made); });
}

void SaveVersionFlow::onUploaded(const Result<> &uploaded, const QString &made)
{
    if (!made.isEmpty()) {
        if (uploaded || mayHaveHappened(uploaded.error()))
            verify(made);
        else
            refuseEmpty(made, uploaded.error());
    } else if (uploaded) {
        commit();
    } else {
        const Error &error = uploaded.error();
        refuse(mayHaveHappened(error)
                   ? nothingCameOf(tr("The answer to the upload was lost; no version was created, "
                                      "but the staging slot may hold the code."),
                                   error)
                   : because(tr("The code could not be uploaded; no version was created."), error));
    }
}

void SaveVersionFlow::refuseEmpty(const QString &made, const Error &error)
{
    await(removeEmptyVersion(service(), m_request.routine, made, this),
          [this, made, error](const Result<> &removed) {
              if (removed) {
                  refuse(because(tr("The code could not be uploaded; no version was created."),
                                 error));
                  return;
              }
              const Error left = because(tr("The code could not be uploaded; an empty version may "
                                            "be left, which can be deleted."),
                                         error);
              finish(left, {.outcome = ActOutcome::Unknown,
                            .isOpen = true,
                            .versionId = made,
                            .detail = left.detail});
          });
}

void SaveVersionFlow::commit()
{
    enter(Step::Committing);
    await(service().commitUpload(m_request.routine, m_request.description, m_request.variablesOf),
          [this](const Result<QString> &versionId) {
              if (versionId && !versionId->isEmpty())
                  verify(*versionId);
              else if (versionId)
                  settleLostCommit({.code = ErrorCode::InvalidResponse,
                                    .message = tr("The service named no version.")});
              else if (mayHaveHappened(versionId.error()))
                  settleLostCommit(versionId.error());
              else
                  refuse(because(tr("The code was uploaded but no version was created; the "
                                    "staging slot now holds it."),
                                 versionId.error()));
          });
}

void SaveVersionFlow::settleLostCommit(const Error &lost)
{
    qCInfo(lcWorkspace).noquote() << "settling a lost commit:" << forLog(lost.detail);
    await(ActSettler::settle(service(), intent(), this), [this,
                                                          lost](const Result<Settlement> &settled) {
        if (!settled) {
            Error error =
                because(tr("The answer was lost, so it is unknown whether the version was created; "
                           "look at the versions before saving again."),
                        settled.error());
            error.code = ErrorCode::OutcomeUnknown;
            fail(error, ActOutcome::Unknown, true);
        } else if (settled->outcome == ActOutcome::Done) {
            finish(settled->versionId,
                   {.outcome = ActOutcome::Done, .versionId = settled->versionId});
        } else {
            refuse(nothingCameOf(tr("The answer was lost and the service has no version with this "
                                    "code; the staging slot holds it."),
                                 lost));
        }
    });
}

void SaveVersionFlow::verify(const QString &versionId)
{
    enter(Step::Verifying);
    await(service().fetchBody(m_request.routine, versionId),
          [this, versionId](const Result<VersionBody> &body) {
              const std::optional<Error> unread =
                  body ? whyItTellsNothing(body->bytes) : std::optional(body.error());
              if (!unread) {
                  judge(versionId, *body);
                  return;
              }
              Error error = because(tr("The version was created, but it could not be read back to "
                                       "check its code."),
                                    *unread);
              // Whatever kept it from being read: saving once more would make a second one.
              error.code = ErrorCode::OutcomeUnknown;
              finish(error, {.outcome = ActOutcome::Done, .versionId = versionId});
          });
}

void SaveVersionFlow::judge(const QString &versionId, const VersionBody &body)
{
    if (body.bytes == m_request.code && m_isStaged) {
        tellStaging(versionId);
        return;
    }
    if (body.bytes == m_request.code) {
        finish(versionId, {.outcome = ActOutcome::Done, .versionId = versionId});
        return;
    }
    const BodyVerdict verdict = judgeBody(body.bytes);
    if (m_isMaking && verdict.kind == BodyKind::Empty) {
        refuseEmpty(versionId, {.code = ErrorCode::UploadRefused,
                                .message = tr("The object store did not keep the code."),
                                .advice = tr("Save the version again.")});
        return;
    }
    const Error error{.code = ErrorCode::Mismatch,
                      .message = tr("A version was created, but it does not hold the code that was "
                                    "sent."),
                      .advice = verdict.isCode()
                                    ? tr("Somebody else uploaded at the same time; save again.")
                                    : verdict.reason,
                      .detail = u"version %1 holds %2 bytes, sent were %3"_s.arg(versionId)
                                    .arg(body.bytes.size())
                                    .arg(m_request.code.size())};
    finish(error, {.outcome = ActOutcome::Done, .versionId = versionId, .detail = error.detail});
}

void SaveVersionFlow::tellStaging(const QString &versionId)
{
    await(service().fetchRoutine(m_request.routine), [this,
                                                      versionId](const Result<Routine> &routine) {
        const QList<VersionShare> made{{.versionId = versionId}};
        if (routine && routine->deploymentIn(kStaging).shares == made)
            ledger().enter(
                {.key = {.accountId = connection().account().id, .routine = m_request.routine},
                 .accountName = connection().account().name,
                 .kind = ActKind::Publish,
                 .environment = kStaging,
                 .from = {{.versionId = kStagingSlot}},
                 .to = made,
                 .startedAt = ledger().now(),
                 .outcome = ActOutcome::Done,
                 .isOpen = false});
        finish(versionId, {.outcome = ActOutcome::Done, .versionId = versionId});
    });
}

void SaveVersionFlow::fail(const Error &error, ActOutcome outcome, bool isOpen)
{
    finish(error, {.outcome = outcome, .isOpen = isOpen, .detail = error.detail});
}

void SaveVersionFlow::finish(const Result<QString> &result, const ActCompletion &completion)
{
    if (!end())
        return;
    if (result && !m_request.publishTo.isEmpty())
        m_completion = completion;
    else
        conclude(completion);
    if (result)
        enter(Step::Done);
    QMetaObject::invokeMethod(
        this, [this, result] { emit finished(result); }, Qt::QueuedConnection);
}

void SaveVersionFlow::closeEntry()
{
    if (m_completion)
        conclude(*std::exchange(m_completion, std::nullopt));
}

void SaveVersionFlow::enter(Step step)
{
    m_step = step;
    emit stepChanged(step);
}

} // namespace edgewright
