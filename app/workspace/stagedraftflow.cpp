// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/stagedraftflow.h"

#include "text/codebody.h"
#include "workspace/connectioncall.h"
#include "workspace/lostanswer.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace edgewright {

StageDraftFlow::StageDraftFlow(Connection &connection, Ledger &ledger, QObject *parent)
    : DeploymentFlow(connection, ledger, parent)
{
}

QString StageDraftFlow::describe(Step step)
{
    switch (step) {
    case Step::Idle:
        return {};
    case Step::Preparing:
        return tr("Preparing the upload…");
    case Step::Uploading:
        return tr("Uploading…");
    case Step::ReadingBack:
        return tr("Checking what staging runs…");
    case Step::Done:
        return tr("On staging");
    }
    return {};
}

void StageDraftFlow::start(Request request)
{
    Q_ASSERT(m_step == Step::Idle);
    begin();
    m_request = std::move(request);
    if (const std::optional<Error> problem = refusal()) {
        refuse(*problem);
        return;
    }
    enter(Step::Preparing);
    readBefore(m_request.routine, tr("What staging runs could not be read; nothing was changed."),
               [this](const Routine &routine) { recordIntent(routine); });
}

std::optional<Error> StageDraftFlow::refusal() const
{
    if (connection().service() == nullptr)
        return notConnected();
    const Capabilities &able = service().capabilities();
    if (!able.stagingUploads)
        return Error{.code = ErrorCode::InvalidRequest,
                     .message = tr("This service stages versions only; save the draft as a version "
                                   "first.")};
    if (m_request.code.isEmpty() || m_request.code.size() > able.largestCode)
        return Error{.code = ErrorCode::NotCode,
                     .message = m_request.code.isEmpty()
                                    ? tr("An empty text cannot be put on staging.")
                                    //: %L1 and %L2 are numbers of bytes
                                    : tr("The code has %L1 bytes; the service takes %L2 at most.")
                                          .arg(m_request.code.size())
                                          .arg(able.largestCode)};
    const BodyVerdict verdict = judgeBody(m_request.code);
    if (!verdict.isCode())
        return Error{.code = ErrorCode::NotCode,
                     .message = tr("This text cannot be put on staging."),
                     .advice = verdict.reason,
                     .detail = verdict.detail};
    return {};
}

Error StageDraftFlow::cancelled() const
{
    return {.code = ErrorCode::Cancelled,
            .message = tr("Cancelled; staging runs what it ran before.")};
}

Error StageDraftFlow::left() const
{
    return {.code = ErrorCode::OutcomeUnknown,
            .message = tr("The account was left during the upload; staging may run the draft.")};
}

void StageDraftFlow::recordIntent(const Routine &before)
{
    m_before = before.deploymentIn(kStaging);
    record({.key = {.routine = m_request.routine},
            .kind = ActKind::Publish,
            .environment = kStaging,
            .from = m_before.shares,
            .to = {{.versionId = kStagingSlot}},
            .reason = m_request.reason,
            .digest = QCryptographicHash::hash(m_request.code, QCryptographicHash::Sha256)},
           [this] { prepare(); });
}

void StageDraftFlow::prepare()
{
    await(service().requestStagingUpload(m_request.routine, m_request.reason),
          [this](const Result<UploadForm> &form) {
              if (form)
                  upload(*form);
              else
                  refuse(nothingCameOf(tr("The upload could not be prepared; staging runs what it "
                                          "ran before."),
                                       form.error()));
          });
}

void StageDraftFlow::upload(const UploadForm &form)
{
    enter(Step::Uploading);
    auto *reply = service().upload(form, m_request.code);
    connect(reply, &ReplyBase::progressed, this, &StageDraftFlow::progressed);
    await(reply, [this](const Result<> &uploaded) {
        if (uploaded)
            readCode({});
        else if (mayHaveHappened(uploaded.error()))
            readCode(uploaded.error());
        else
            refuse(because(tr("The code could not be uploaded; staging runs what it ran before."),
                           uploaded.error()));
    });
}

void StageDraftFlow::readCode(const std::optional<Error> &lostAnswer)
{
    enter(Step::ReadingBack);
    await(service().fetchBody(m_request.routine, kStagingSlot),
          [this, lostAnswer](const Result<VersionBody> &body) {
              if (body && body->bytes == m_request.code) {
                  const QString unread =
                      tr("The code was uploaded, but what staging runs now could not be read.");
                  readBack(m_request.routine, {}, {.afterLostAnswer = {}, .afterSuccess = unread});
                  return;
              }
              const std::optional<Error> unread =
                  body ? whyItTellsNothing(body->bytes) : std::optional(body.error());
              const bool isDenied = unread && unread->code == ErrorCode::NotFound;
              if (lostAnswer && isDenied) {
                  // Only what never was there is nothing: the routine must say so, too.
                  readBack(m_request.routine, lostAnswer,
                           {.afterLostAnswer = describeUnread(), .afterSuccess = {}});
              } else if (unread) {
                  stayInDoubt(*unread);
              } else if (lostAnswer) {
                  refuse(nothingCameOf(describeUntouched(), *lostAnswer));
              } else {
                  fail({.code = ErrorCode::Mismatch,
                        .message = tr("The code was uploaded, but staging holds another text."),
                        .advice = tr("Somebody else may have uploaded at the same time; look at "
                                     "staging before trying again.")},
                       ActOutcome::Unknown, false);
              }
          });
}

QString StageDraftFlow::describeUnread()
{
    return tr("Whether staging runs the draft could not be read.");
}

QString StageDraftFlow::describeUntouched()
{
    return tr("The answer was lost; staging runs what it ran before.");
}

void StageDraftFlow::stayInDoubt(const Error &cause)
{
    Error error = because(describeUnread(), cause);
    error.code = ErrorCode::OutcomeUnknown;
    fail(error, ActOutcome::Unknown, true);
}

void StageDraftFlow::judge(const Routine &routine, const std::optional<Error> &lostAnswer)
{
    const QList<VersionShare> now = routine.deploymentIn(kStaging).shares;
    const bool wasThere = m_before.mainVersionId() == kStagingSlot;
    if (lostAnswer && !wasThere && isSameTraffic(now, m_before.shares))
        refuse(nothingCameOf(describeUntouched(), *lostAnswer));
    else if (lostAnswer)
        stayInDoubt(*lostAnswer);
    else if (routine.deploymentIn(kStaging).mainVersionId() == kStagingSlot)
        finish(routine, {.outcome = ActOutcome::Done});
    else
        fail({.code = ErrorCode::Mismatch,
              .message = tr("The code was uploaded, but staging runs something else."),
              .advice = tr("Somebody else may have published at the same time; look at staging "
                           "before trying again.")},
             ActOutcome::Unknown, false);
}

void StageDraftFlow::onEnd(bool isDone, const ActCompletion & /*completion*/)
{
    if (isDone)
        enter(Step::Done);
}

void StageDraftFlow::enter(Step step)
{
    m_step = step;
    emit stepChanged(step);
}

} // namespace edgewright
