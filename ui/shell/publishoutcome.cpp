// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/messagebar.h"
#include "shell/publishcontroller.h"
#include "shell/savecontroller.h"

#include <algorithm>

/// How a publication ended: what the window says and what it does next.
namespace edgewright {

namespace {

int shareOf(const PublishRun::Outcome &outcome, const QString &environment)
{
    const QList<VersionShare> live = outcome.routine->deploymentIn(environment).shares;
    const auto own = std::ranges::find(live, outcome.versionId, &VersionShare::versionId);
    return own == live.cend() ? 100 : own->percentage;
}

} // namespace

void PublishController::finish(const PublishRun::Outcome &outcome)
{
    const Result<Routine> &routine = outcome.routine;
    const QString environment = m_sheet.environment();
    const PublishJob job = m_job;
    const bool sameAccount = m_shell.services.connection().account().id == job.accountId;
    if (sameAccount && routine)
        m_shell.services.catalog().adopt(*routine);
    else if (sameAccount)
        m_shell.services.catalog().refreshRoutine(job.routine);
    if (!routine) {
        showFailure(outcome);
        emit idle();
        return;
    }
    close();
    tellPublished(outcome, environment);
    if (sameAccount)
        emit published({.accountId = job.accountId,
                        .routine = job.routine,
                        .environment = environment,
                        .before = outcome.before,
                        .after = routine->deploymentIn(environment).shares,
                        .at = QDateTime::currentDateTimeUtc()});
    emit idle();
}

void PublishController::showFailure(const PublishRun::Outcome &outcome)
{
    Error error = outcome.routine.error();
    const bool wasSaved = m_job.isDraft() && !outcome.versionId.isEmpty();
    if (error.code == ErrorCode::Cancelled) {
        close();
        say(MessageBar::Kind::Info,
            wasSaved ? tr("Stopped: the draft was saved as a version; nothing was published.")
                     : tr("Stopped; nothing was published."));
        return;
    }
    if (error.code == ErrorCode::QuotaExceeded && m_job.isDraft() && m_sheet.isVisible()) {
        // The sheet for saving proposes what to delete, and comes back here afterwards.
        const QString environment = m_sheet.environment();
        close();
        m_save.openRefused(error, environment);
        return;
    }
    const bool isInDoubt =
        error.code == ErrorCode::OutcomeUnknown || error.code == ErrorCode::Mismatch;
    if (wasSaved) {
        becomeVersion(outcome.versionId);
        const QString name = m_shell.services.history().nameOf(outcome.versionId);
        if (!isInDoubt && !name.isEmpty())
            error.message = tr("%1 was saved, but it was not published.").arg(name);
    }
    m_sheet.setSteps(PublishRun::stepsOf(m_job));
    if (!m_sheet.isVisible()) {
        m_shell.messages.showError(error);
        return;
    }
    m_sheet.showError(error);
    m_isInDoubt = isInDoubt;
    if (!m_isInDoubt)
        return;
    m_checker->stop();
    clearObstacle();
    // A version that could not be read back may be on the service.
    if (m_job.isDraft() && m_shell.services.history().routine() == m_job.routine)
        m_shell.services.history().refresh();
}

void PublishController::becomeVersion(const QString &versionId)
{
    m_job.versionId = versionId;
    m_job.versionName = m_shell.services.history().nameOf(versionId);
    if (m_job.versionName.isEmpty())
        m_job.versionName = tr("the new version");
    m_job.baseVersionId = versionId;
    m_job.newestSeen = versionId;
    m_job.code.clear();
    m_question.baseVersionId = versionId;
    m_question.newestSeen = versionId;
    m_question.code.clear();
    m_sheet.setVersion(m_job.versionId, m_job.versionName);
}

void PublishController::onNamed()
{
    if (!m_sheet.isVisible() || isRunning() || m_job.isDraft()
        || m_shell.services.history().routine() != m_job.routine)
        return;
    const QString name = m_shell.services.history().nameOf(m_job.versionId);
    if (name.isEmpty() || name == m_job.versionName)
        return;
    m_job.versionName = name;
    m_sheet.setVersion(m_job.versionId, name);
}

void PublishController::tellPublished(const PublishRun::Outcome &outcome,
                                      const QString &environment)
{
    QString name = m_job.versionName;
    if (m_job.isDraft())
        name = m_shell.services.names().name(m_job.accountId, m_job.routine, outcome.versionId);
    if (name.isEmpty())
        name = tr("The new version");
    const int share = shareOf(outcome, environment);
    const bool isProduction = environment == kProduction;
    QString text = isProduction
                       ? tr("%1 is live in production, confirmed by reading it back.").arg(name)
                       : tr("%1 is live in staging, confirmed by reading it back.").arg(name);
    if (share < 100)
        //: %1 is a version, %2 a number
        text = isProduction ? tr("%1 gets %2 % of production, confirmed by reading it back.")
                                  .arg(name, QString::number(share))
                            : tr("%1 gets %2 % of staging, confirmed by reading it back.")
                                  .arg(name, QString::number(share));
    if (!outcome.unrecorded)
        say(MessageBar::Kind::Success, text);
    else
        say(MessageBar::Kind::Warning,
            joinSentences(text, tr("It could not be written into the ledger before it was sent.")));
}

} // namespace edgewright
