// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/publishfacts.h"

#include "base/background.h"
#include "common/times.h"
#include "workspace/connectioncall.h"

using namespace Qt::StringLiterals;

namespace edgewright {

PublishFacts::PublishFacts(const ShellContext &shell, PublishSheet &sheet, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_sheet(sheet)
{
    connect(&m_sheet, &PublishSheet::environmentChanged, this, &PublishFacts::showChanges);
}

void PublishFacts::show(const PublishJob &job)
{
    stop();
    m_job = job;
    m_compared = u"?"_s; // no version is called that: the first comparison is always made
    showReach();
    showChanges();
}

void PublishFacts::stop()
{
    ++m_question;
    ++m_comparison;
    m_job = {};
}

void PublishFacts::updateLive()
{
    if (m_job.routine.isEmpty())
        return;
    m_sheet.setLive(live(m_job, kStaging), live(m_job, kProduction));
    if (m_sheet.target().versionId != m_compared)
        showChanges();
}

void PublishFacts::showReach()
{
    RoutineService *service = m_shell.services.connection().service();
    if (service == nullptr) {
        m_sheet.setNoReach(notConnected().message);
        return;
    }
    m_sheet.setNoReach(tr("being read…"));
    service->fetchReach(m_job.routine)
        ->then(this, [this, question = m_question](const Result<QStringList> &reach) {
            if (question != m_question)
                return;
            if (reach)
                m_sheet.setReach(*reach);
            else
                m_sheet.setNoReach(tr("could not be read: %1").arg(reach.error().message));
        });
}

void PublishFacts::showChanges()
{
    if (m_job.routine.isEmpty())
        return;
    ++m_comparison;
    const PublishLive &target = m_sheet.target();
    m_compared = target.versionId;
    if (!target.known) {
        m_sheet.setNoExcerpt(tr("What is live is being read…"));
        return;
    }
    if (target.versionId.isEmpty()) {
        m_sheet.setNoExcerpt(tr("Nothing is live there yet, so all of it is new."));
        return;
    }
    m_sheet.setNoExcerpt(tr("Reading the code…"));
    withCode(target.versionId, [this](const QByteArray &before) {
        if (m_job.isDraft())
            compare(before, m_job.code);
        else
            withCode(m_job.versionId,
                     [this, before](const QByteArray &after) { compare(before, after); });
    });
}

void PublishFacts::withCode(const QString &versionId,
                            std::function<void(const QByteArray &code)> next)
{
    m_shell.services.history()
        .fetchCode(m_job.routine, versionId)
        ->then(this, [this, versionId, next = std::move(next),
                      comparison = m_comparison](const Result<VersionCode> &code) {
            if (comparison != m_comparison)
                return;
            if (code && code->verdict.isCode())
                next(code->bytes);
            else
                //: %1 is a version, %2 why
                m_sheet.setNoExcerpt(tr("The code of %1 cannot be compared: %2")
                                         .arg(nameOf(m_job, versionId),
                                              code ? code->verdict.reason : code.error().message));
        });
}

void PublishFacts::compare(const QByteArray &before, const QByteArray &after)
{
    auto *reply = runInBackground<ChangeExcerpt>(
        this, [before, after]() -> Result<ChangeExcerpt> { return excerptOf(before, after); });
    reply->then(this, [this, comparison = m_comparison](const Result<ChangeExcerpt> &excerpt) {
        if (comparison == m_comparison && excerpt)
            m_sheet.setExcerpt(*excerpt);
    });
}

std::optional<QList<VersionShare>> PublishFacts::shares(const QString &routine,
                                                        const QString &environment) const
{
    const RoutineListModel &model = m_shell.services.catalog().model();
    const int row = model.rowOf(routine);
    if (row < 0 || !model.items().at(row).liveKnown)
        return {};
    return model.items().at(row).routine.deploymentIn(environment).shares;
}

PublishLive PublishFacts::live(const PublishJob &job, const QString &environment) const
{
    const RoutineListModel &model = m_shell.services.catalog().model();
    const int row = model.rowOf(job.routine);
    if (row < 0 || !model.items().at(row).liveKnown)
        return {.known = false};
    const Deployment deployment = model.items().at(row).routine.deploymentIn(environment);
    QList<NamedShare> shares;
    for (const VersionShare &share : deployment.shares)
        shares.append(
            {.versionName = nameOf(job, share.versionId), .percentage = share.percentage});
    const RoutineService *service = m_shell.services.connection().service();
    const QString main = deployment.mainVersionId();
    const bool canKeep = shares.size() == 1 && main != job.versionId && main != "unstable"_L1
                         && service != nullptr && service->capabilities().sharesPerEnvironment > 1;
    return {.text = describeShares(shares),
            .since = deployment.createdAt.isValid()
                         ? relativeTime(deployment.createdAt, QDateTime::currentDateTimeUtc())
                         : QString(),
            .versionId = deployment.mainVersionId(),
            .otherName = canKeep ? shares.constFirst().versionName : QString(),
            .isSplit = shares.size() > 1,
            .isSame = shares.size() == 1 && deployment.mainVersionId() == job.versionId,
            .known = true};
}

QString PublishFacts::nameOf(const PublishJob &job, const QString &versionId) const
{
    const QString name = m_shell.services.names().name(job.accountId, job.routine, versionId);
    return name.isEmpty() ? u"…"_s : name;
}

} // namespace edgewright
