// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/publishrun.h"

namespace edgewright {

PublishRun::PublishRun(const ShellContext &shell, PublishSheet &sheet, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_sheet(sheet)
{
}

QList<PublishStep> PublishRun::stepsOf(const PublishJob &job)
{
    QList<PublishStep> steps;
    if (job.isDraft())
        steps = {{.text = tr("Save as a version")}, {.text = tr("Read back and compare")}};
    steps += {{.text = tr("Check what is live")},
              {.text = tr("Publish")},
              {.text = tr("Read what is live")}};
    return steps;
}

PublishFlow::Request PublishRun::request(const std::optional<QList<VersionShare>> &expected) const
{
    QHash<QString, QString> names;
    for (const VersionListModel::Item &item : m_shell.services.history().model().items())
        names.insert(item.version.id, item.name);
    names.insert(m_job.versionId, m_job.versionName);
    return {.routine = m_job.routine,
            .environment = m_sheet.environment(),
            .shares = m_sheet.shares(),
            .versionNames = names,
            .reason = m_sheet.reason(),
            .expected = expected};
}

void PublishRun::start(const PublishJob &job, const std::optional<QList<VersionShare>> &expected)
{
    m_job = job;
    if (m_job.isDraft())
        startDraft(request(expected));
    else
        startVersion(request(expected));
}

void PublishRun::startVersion(const PublishFlow::Request &request)
{
    m_flow = new PublishFlow(m_shell.services.connection(), m_shell.services.ledger(), this);
    connect(m_flow, &PublishFlow::stepChanged, this, [this](PublishFlow::Step step) {
        showStep(PublishFlow::describe(step), m_flow->canCancel(),
                 static_cast<int>(step) - static_cast<int>(PublishFlow::Step::Checking));
    });
    connect(m_flow, &PublishFlow::finished, this, [this](const Result<Routine> &routine) {
        finish({.routine = routine,
                .versionId = m_job.versionId,
                .before = m_flow->before().shares,
                .unrecorded = m_flow->unrecorded()});
    });
    m_flow->start(request);
}

void PublishRun::startDraft(const PublishFlow::Request &request)
{
    m_draftFlow =
        new PublishDraftFlow(m_shell.services.connection(), m_shell.services.ledger(), this);
    connect(m_draftFlow, &PublishDraftFlow::stepChanged, this, [this](PublishDraftFlow::Step step) {
        showStep(m_draftFlow->describeNow(), m_draftFlow->canCancel(),
                 static_cast<int>(step) - static_cast<int>(PublishDraftFlow::Step::Saving));
    });
    connect(m_draftFlow, &PublishDraftFlow::progressed, this, [this](qint64 sent, qint64 total) {
        m_sheet.setStep(m_draftFlow->describeNow(), sent, total, m_draftFlow->canCancel());
    });
    connect(m_draftFlow, &PublishDraftFlow::saved, this, &PublishRun::saved);
    connect(m_draftFlow, &PublishDraftFlow::finished, this, [this](const Result<Routine> &routine) {
        finish({.routine = routine,
                .versionId = m_draftFlow->versionId(),
                .before = m_draftFlow->before(),
                .unrecorded = m_draftFlow->unrecorded()});
    });
    m_draftFlow->start({.save = {.routine = m_job.routine,
                                 .description = m_sheet.description(),
                                 .code = m_job.code,
                                 .knownVersionIds = m_job.knownVersionIds},
                        .publish = request});
}

void PublishRun::showStep(const QString &text, bool canCancel, int current)
{
    QList<PublishStep> steps = stepsOf(m_job);
    for (int place = 0; place < static_cast<int>(steps.size()); ++place) {
        if (place < current)
            steps[place].state = PublishStep::State::Done;
        else if (place == current)
            steps[place].state = PublishStep::State::Running;
    }
    m_sheet.setSteps(steps);
    m_sheet.setStep(text, 0, 0, canCancel);
}

bool PublishRun::stop()
{
    if (m_flow && m_flow->canCancel())
        m_flow->cancel();
    if (m_draftFlow && m_draftFlow->canCancel())
        m_draftFlow->cancel();
    return !isRunning();
}

void PublishRun::finish(const Outcome &outcome)
{
    for (QObject *flow :
         {static_cast<QObject *>(m_flow.data()), static_cast<QObject *>(m_draftFlow.data())})
    {
        if (flow)
            flow->deleteLater();
    }
    m_flow = nullptr;
    m_draftFlow = nullptr;
    emit finished(outcome);
}

} // namespace edgewright
