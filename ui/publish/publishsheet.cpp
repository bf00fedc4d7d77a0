// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/publishsheet.h"

#include "cloud/routinetypes.h"
#include "common/plaintext.h"
#include "publish/changeview.h"
#include "publish/checklist.h"
#include "publish/checksummary.h"
#include "publish/nameconfirmation.h"
#include "publish/trafficfield.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>

#include <algorithm>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

/// Of the area, besides the lines of the difference.
constexpr int kHeightWithoutChanges = 480;
constexpr int kLeastLines = 6;
constexpr int kMostLines = 22;

QString signOf(PublishStep::State state)
{
    if (state == PublishStep::State::Done)
        return u"\u2713"_s;
    return state == PublishStep::State::Running ? u"\u25b8"_s : u"\u25cb"_s;
}

} // namespace

PublishSheet::PublishSheet(const ThemeService &themes, QWidget *parent)
    : Sheet(themes, parent)
{
    setObjectName(u"publishSheet"_s);
    buildContent();
    PublishSheet::retranslate();
    PublishSheet::restyle();
}

void PublishSheet::setContext(const Context &context)
{
    if (context.routine != m_context.routine || context.versionId != m_context.versionId)
        m_reason->clear();
    m_context = context;
    m_obstacle.clear();
    m_isTouched = false;
    m_description->clear();
    m_typedName->setRoutine(context.routine);
    m_typedName->clear();
    m_traffic->chooseAll();
    m_staging->setChecked(true);
    setNoReach({});
    setNoExcerpt({});
    setChecks({});
    setSteps({});
    setIdle();
    retranslate();
}

void PublishSheet::setVersion(const QString &versionId, const QString &name)
{
    m_context.versionId = versionId;
    m_context.versionName = name;
    m_context.description = description();
    updateFields();
    updateTarget();
}

void PublishSheet::setLive(const Live &staging, const Live &production)
{
    m_context.staging = staging;
    m_context.production = production;
    updateTarget();
}

void PublishSheet::setExcerpt(const ChangeExcerpt &excerpt)
{
    m_excerpt = excerpt;
    m_noExcerpt.clear();
    m_changes->setExcerpt(excerpt);
    updateChanges();
}

void PublishSheet::setNoExcerpt(const QString &why)
{
    m_excerpt = {};
    m_noExcerpt = why;
    m_changes->setExcerpt({});
    updateChanges();
}

void PublishSheet::setChecks(const QList<PublishCheck> &checks)
{
    m_checks->setChecks(checks);
    m_checksTitle->setVisible(!checks.isEmpty());
    m_checks->setVisible(!checks.isEmpty());
    const QString summary = m_checks->summary();
    //: %1 is "all passed" or "1 failed · 2 to note"
    m_checksTitle->setText(summary.isEmpty() ? tr("Checks") : tr("Checks: %1").arg(summary));
    m_hasFailed = PublishChecks::anyFailed(checks);
    const auto failed = std::ranges::find(checks, CheckState::Failed, &PublishCheck::state);
    m_typedName->setCause(failed == checks.end() ? QString() : failed->text);
    judgeConfirm();
    m_summary->setChecks(checks, !m_typedName->isHidden());
}

void PublishSheet::setSteps(const QList<Step> &steps)
{
    QStringList parts;
    for (const Step &step : steps)
        parts.append(signOf(step.state) + u'\u00a0' + step.text);
    setPlainText(m_steps, parts.join(u"   "_s));
    m_steps->setVisible(!steps.isEmpty());
}

void PublishSheet::propose(const QString &description)
{
    if (m_isTouched || isWorking() || !m_context.isDraft() || !m_description->text().isEmpty())
        return;
    m_description->setText(oneLine(description, kLongestDescription));
    if (m_description->hasFocus())
        m_description->selectAll();
}

void PublishSheet::setObstacle(const QString &reason)
{
    m_obstacle = reason;
    judgeConfirm();
}

void PublishSheet::chooseEnvironment(const QString &environment)
{
    (environment == kProduction ? m_production : m_staging)->setChecked(true);
}

QString PublishSheet::environment() const
{
    return isProduction() ? kProduction : kStaging;
}

QString PublishSheet::reason() const
{
    return m_reason->text().trimmed();
}

QString PublishSheet::description() const
{
    return m_description->text().trimmed();
}

bool PublishSheet::isProduction() const
{
    return m_production->isChecked();
}

const PublishSheet::Live &PublishSheet::target() const
{
    return isProduction() ? m_context.production : m_context.staging;
}

void PublishSheet::confirm()
{
    emit publishRequested(environment());
}

bool PublishSheet::enterConfirms() const
{
    return !isProduction();
}

QWidget *PublishSheet::firstField() const
{
    return isProduction() ? m_production : m_staging;
}

QString PublishSheet::subject() const
{
    return m_context.isDraft() ? tr("the draft") : oneLine(m_context.versionName, 40);
}

void PublishSheet::updateTarget()
{
    updateTraffic();
    updateTitle();
    const Live &live = target();
    QString now = live.text.isEmpty() ? tr("nothing") : oneLine(live.text, 80);
    if (!live.known)
        now = tr("being read…");
    if (!live.since.isEmpty())
        now += u" · "_s + oneLine(live.since);
    setPlainText(m_now, now);
    setPlainText(m_after, afterText());
    updateReach();
    updateNote();
    const bool canCompare = !live.versionId.isEmpty() && live.versionId != m_context.versionId;
    m_compare->setEnabled(canCompare);
    m_compare->setToolTip(canCompare ? QString()
                                     : tr("There is nothing else live to compare with."));
    updateChanges();
    confirmButton()->setText(actionText(confirmText()));
    confirmButton()->setAccessibleName(confirmText());
    judgeConfirm();
    const Theme &theme = themes().current();
    setBand(isProduction() ? &theme.production : &theme.staging);
}

void PublishSheet::updateChanges()
{
    const Live &live = target();
    const bool isShown = !m_context.routine.isEmpty() && !live.isSame;
    //: %1 and %2 are versions, the first is live
    m_changesTitle->setText(live.text.isEmpty()
                                ? tr("Changes")
                                : tr("Changes: %1 → %2").arg(oneLine(live.text, 80), subject()));
    QString line = m_noExcerpt;
    if (m_excerpt.isSame) {
        line = tr("The bytes are the same.");
    } else if (!m_excerpt.lines.isEmpty()) {
        const QLocale locale;
        line = u"+%1 \u2212%2"_s.arg(locale.toString(m_excerpt.added),
                                     locale.toString(m_excerpt.removed));
        if (!m_excerpt.words.isEmpty())
            line += u" · "_s + oneLine(m_excerpt.words, 300);
        if (m_excerpt.left > 0)
            line += u" · "_s
                    + tr("%n more line(s) not shown here", nullptr,
                         static_cast<int>(std::min<quint64>(m_excerpt.left, 1'000'000)));
    }
    setPlainText(m_changesLine, line);
    m_changesTitle->setVisible(isShown);
    m_changesLine->setVisible(isShown);
    m_compare->setVisible(isShown);
    m_changes->setVisible(isShown && !m_excerpt.lines.isEmpty());
}

void PublishSheet::judgeConfirm()
{
    const Live &live = target();
    m_typedName->setVisible(m_hasFailed && !live.isSame);
    QString obstacle = m_obstacle;
    if (!live.known)
        obstacle = tr("What is live is still being read.");
    else if (live.isSame)
        obstacle = m_note->text();
    else if (obstacle.isEmpty() && m_hasFailed && !m_typedName->isConfirmed())
        obstacle = tr("A check failed: type the routine's name first.");
    setConfirmAllowed(obstacle.isEmpty(), obstacle);
}

void PublishSheet::updateFields()
{
    const bool isDraft = m_context.isDraft();
    m_descriptionName->setVisible(isDraft);
    m_description->setVisible(isDraft);
    m_versionName->setVisible(!isDraft);
    m_version->setVisible(!isDraft);
    QString line = oneLine(m_context.versionName, 40);
    if (!m_context.description.trimmed().isEmpty())
        line += u" · "_s + oneLine(m_context.description);
    setPlainText(m_version, line);
}

void PublishSheet::restyle()
{
    updateTarget();
    m_note->setStyleSheet(u"color: %1;"_s.arg(themes().current().warning.text.name()));
    update();
}

void PublishSheet::retranslate()
{
    m_choice->setText(tr("Publish to"));
    m_staging->setText(tr("&Staging"));
    m_staging->setAccessibleName(tr("Publish to staging"));
    m_production->setText(tr("&Production"));
    m_production->setAccessibleName(tr("Publish to production"));
    m_trafficName->setText(tr("Traffic"));
    m_versionName->setText(tr("Version"));
    m_nowName->setText(tr("Live now"));
    m_afterName->setText(tr("Live afterwards"));
    m_reachName->setText(tr("Reaches"));
    m_descriptionName->setText(tr("&Description"));
    m_description->setAccessibleName(tr("Description of the version to be published"));
    m_description->setPlaceholderText(tr("What changed, in a few words"));
    m_reasonName->setText(tr("&Reason"));
    m_reason->setAccessibleName(tr("Reason for publishing"));
    m_reason->setPlaceholderText(tr("Optional; stays in the ledger on this computer"));
    m_changes->setAccessibleName(tr("What publishing would change"));
    m_compare->setText(tr("Show All Changes"));
    m_compare->setAccessibleName(tr("Show all that publishing would change"));
    updateFields();
    updateTarget();
    Sheet::retranslate();
}

void PublishSheet::resizeEvent(QResizeEvent *event)
{
    Sheet::resizeEvent(event);
    const int line = std::max(1, m_changes->fontMetrics().lineSpacing());
    m_changes->setMostLines(
        std::clamp((height() - kHeightWithoutChanges) / line, kLeastLines, kMostLines));
}

} // namespace edgewright
