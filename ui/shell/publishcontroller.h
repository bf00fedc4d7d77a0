// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/messagebar.h"
#include "publish/publishsheet.h"
#include "shell/publishjob.h"
#include "shell/publishrun.h"
#include "shell/shellcontext.h"
#include "workspace/publication.h"
#include "workspace/publishchecker.h"

namespace edgewright {

class DescriptionProposal;
class PublishFacts;
class SaveController;

/// Publishes a version or a draft: the sheet shows what is live and what will be, everything that
/// speaks for or against it is looked at, and right before sending whether somebody else was
/// faster. An edited draft is saved as a version on the way, in one sequence. What is published is
/// fixed when the sheet opens, whatever is on screen later.
class PublishController final : public QObject {
    Q_OBJECT

public:
    PublishController(const ShellContext &shell, PublishSheet &sheet, SaveController &save,
                      QObject *parent = nullptr);

    /// What is on the screen: the version being read, else the draft's, saved on the way when
    /// edited.
    void open(const QString &environment);
    /// A version of the routine on screen.
    void openVersion(const QString &versionId, const QString &environment);
    /// Takes what overtaken() told of for seen. What it stopped goes on without another look; a
    /// sheet that was not confirmed yet, or for a part of the traffic, waits for that.
    void publishAnyway();
    [[nodiscard]] bool isRunning() const { return m_run->isRunning() || m_isLooking; }
    /// Stops what can be stopped; false when the flow has to go on to its end.
    bool stop();

signals:
    void compareRequested(const QString &fromVersionId, const QString &toVersionId);
    /// Somebody else did something meanwhile: nothing was sent, the sheet waits.
    void overtaken(const edgewright::GuardFinding &finding);
    /// What the sheet says now is on its way, confirmed or sent after all.
    void sending();
    /// Read back; not emitted when the account was left meanwhile.
    void published(const edgewright::Publication &publication);
    /// Nothing runs any more.
    void idle();

private:
    void openDraft(DraftPage &page, const QString &environment);
    void openJob(const PublishJob &job, const QString &description, const QString &environment);
    /// Whether that version can be published as it is; says why not.
    [[nodiscard]] bool isPublishable(const QString &versionId);
    void startChecks();
    void onLive(const QString &routine);
    void onLooked(const GuardFinding &finding);
    void showChanges(const QString &fromVersionId, const QString &toVersionId);
    void confirm();
    void lookBeforeSending();
    /// Nothing is sent: the sheet waits for what is decided on \p finding.
    void stopFor(const GuardFinding &finding);
    /// Why the version cannot be published any more, as read just now.
    [[nodiscard]] std::optional<Error> goneVersion() const;
    void send();
    void onSaved(const QString &versionId);
    /// The versions were read anew: the one just saved has its name.
    void onNamed();
    /// From now on it is that version that is to be published.
    void becomeVersion(const QString &versionId);
    void cancel();
    void close();
    void finish(const PublishRun::Outcome &outcome);
    void showFailure(const PublishRun::Outcome &outcome);
    void tellPublished(const PublishRun::Outcome &outcome, const QString &environment);
    [[nodiscard]] bool isOvertaken(const GuardFinding &finding) const;
    /// Nothing but a doubt stands in the way any more.
    void clearObstacle();
    [[nodiscard]] GuardQuestion question() const;
    void say(MessageBar::Kind kind, const QString &text);

    ShellContext m_shell;
    PublishSheet &m_sheet;
    SaveController &m_save;
    PublishFacts *m_facts;
    PublishChecker *m_checker;
    DescriptionProposal *m_proposal;
    PublishRun *m_run;
    PublishJob m_job;
    GuardQuestion m_question;              ///< What was seen, for the environment chosen.
    std::optional<GuardFinding> m_finding; ///< What the sheet waits for.
    QPointer<ReplyBase> m_look;
    bool m_isLooking = false; ///< It was confirmed; nothing is sent yet.
    /// What was confirmed when the finding stopped it.
    std::optional<QList<VersionShare>> m_confirmed;
    /// Something may have happened: nothing is sent from this sheet any more.
    bool m_isInDoubt = false;
};

} // namespace edgewright
