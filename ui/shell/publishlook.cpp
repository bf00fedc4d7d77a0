// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/publishcontroller.h"
#include "workspace/connectioncall.h"

/// Whether somebody else was faster: what the publish sheet waits for, and the last look before
/// anything is sent.
namespace edgewright {

void PublishController::clearObstacle()
{
    m_sheet.setObstacle(m_isInDoubt ? tr("Look at what is live before publishing again.")
                                    : QString());
}

bool PublishController::isOvertaken(const GuardFinding &finding) const
{
    return finding.accountId == m_job.accountId && finding.routine == m_job.routine
           && finding.environment == m_sheet.environment() && !finding.isClear();
}

void PublishController::onLooked(const GuardFinding &finding)
{
    if (!m_sheet.isVisible() || isRunning() || m_isInDoubt || !isOvertaken(finding))
        return;
    m_finding = finding;
    m_sheet.setObstacle(tr("Somebody else was faster: decide on that first."));
    emit overtaken(finding);
}

void PublishController::publishAnyway()
{
    if (!m_finding || isRunning())
        return;
    const GuardFinding finding = *std::exchange(m_finding, std::nullopt);
    m_question.liveSeen = finding.liveNow;
    m_question.isLiveKnown = true;
    if (!finding.theirsVersionId.isEmpty()) {
        m_question.newestSeen = finding.theirsVersionId;
        m_job.newestSeen = finding.theirsVersionId;
    }
    clearObstacle();
    const auto confirmed = std::exchange(m_confirmed, std::nullopt);
    // A part goes beside what is live, which is another version now: that is confirmed anew.
    if (confirmed && confirmed->size() == 1 && *confirmed == m_sheet.shares())
        send();
}

void PublishController::lookBeforeSending()
{
    m_isLooking = true;
    m_sheet.setStep(tr("Looking whether somebody else was faster…"), 0, 0, true);
    auto *look = m_shell.services.guard().look(m_question);
    m_look = look;
    look->then(this, [this, look](const Result<GuardFinding> &finding) {
        if (m_look != look)
            return;
        m_isLooking = false;
        m_look = nullptr;
        if (!finding && finding.error().code == ErrorCode::Cancelled) {
            close();
            say(MessageBar::Kind::Info, tr("Stopped; nothing was published."));
            emit idle();
        } else if (!finding) {
            m_sheet.showError(because(tr("What is on the service now could not be read, so "
                                         "nothing was sent."),
                                      finding.error()));
            emit idle();
        } else if (isOvertaken(*finding)) {
            stopFor(*finding);
        } else if (const std::optional<Error> gone = goneVersion()) {
            m_sheet.showError(*gone);
            emit idle();
        } else {
            send();
        }
    });
}

void PublishController::stopFor(const GuardFinding &finding)
{
    m_confirmed = m_sheet.shares();
    m_finding = finding;
    m_sheet.setStep({}, 0, 0, true);
    m_sheet.showError({.code = ErrorCode::InvalidRequest,
                       .message = tr("Somebody else was faster, so nothing was sent.")});
    m_sheet.setObstacle(tr("Somebody else was faster: decide on that first."));
    emit overtaken(finding);
    // The sheet goes by what is live now.
    m_shell.services.catalog().refreshRoutine(m_job.routine);
    emit idle();
}

std::optional<Error> PublishController::goneVersion() const
{
    if (m_job.isDraft())
        return {};
    const std::optional<KnownVersion> known =
        m_shell.services.history().book().find(m_job.routine, m_job.versionId);
    if (known && known->onService)
        return {};
    return Error{.code = ErrorCode::NotFound,
                 .message = tr("%1 was deleted from the service meanwhile, so nothing was sent.")
                                .arg(m_job.versionName),
                 .advice = known && known->isHeld
                               ? tr("Its code is in the archive: use it as draft and publish that.")
                               : tr("Publish another version instead.")};
}

} // namespace edgewright
