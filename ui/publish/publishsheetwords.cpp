// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/plaintext.h"
#include "publish/publishsheet.h"
#include "publish/trafficfield.h"

#include <QLabel>
#include <QRadioButton>

/// What the publish sheet says of what will be.
namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kReachShown = 4;

} // namespace

void PublishSheet::setReach(const QStringList &reach)
{
    m_routes = reach;
    m_noReach = reach.isEmpty() ? tr("nothing routes to it yet") : QString();
    updateReach();
}

void PublishSheet::setNoReach(const QString &why)
{
    m_routes.clear();
    m_noReach = why;
    updateReach();
}

/// Who gets what is published: everybody whom routes lead there, or only who asks staging.
void PublishSheet::updateReach()
{
    setPlainToolTip(m_reach, visibleText(m_routes.join(u'\n')));
    if (m_routes.isEmpty()) {
        setPlainText(m_reach, visibleText(m_noReach, 200));
        return;
    }
    QStringList shown;
    for (const QString &route : m_routes.mid(0, kReachShown))
        shown.append(oneLine(route, 60));
    const int more = static_cast<int>(m_routes.size() - shown.size());
    QString text = shown.join(u", "_s);
    if (more > 0)
        //: after a list of routes
        text = tr("%1 and %n more", nullptr, more).arg(text);
    if (!isProduction())
        //: %1 are routes
        text = tr("no visitors: only requests sent to staging itself, for %1").arg(text);
    setPlainText(m_reach, text);
}

QString PublishSheet::confirmText() const
{
    if (m_traffic->isPart()) {
        const QString share = QString::number(m_traffic->share());
        if (m_context.isDraft())
            return isProduction() ? tr("Save and Give It %1 % of Production").arg(share)
                                  : tr("Save and Give It %1 % of Staging").arg(share);
        //: %1 is a version, %2 a number
        return isProduction() ? tr("Give %1 %2 % of Production").arg(subject(), share)
                              : tr("Give %1 %2 % of Staging").arg(subject(), share);
    }
    if (m_context.isDraft())
        return isProduction() ? tr("Save and Publish to Production")
                              : tr("Save and Publish to Staging");
    return isProduction() ? tr("Publish %1 to Production").arg(subject())
                          : tr("Publish %1 to Staging").arg(subject());
}

void PublishSheet::updateTitle()
{
    const QString liveText = oneLine(target().text, 80);
    const QString routine = oneLine(m_context.routine, 60);
    setTitle(liveText.isEmpty() ? tr("%1: %2 goes live", "routine: version").arg(routine, subject())
                                : tr("%1: live %2 → %3", "routine: shares → version")
                                      .arg(routine, liveText, afterShort()),
             isProduction() ? tr("PRODUCTION") : tr("STAGING"));
}

void PublishSheet::updateNote()
{
    const Live &live = target();
    QString note;
    if (live.isSame)
        note = isProduction() ? tr("%1 is already live in production.").arg(subject())
               : m_context.production.isSame
                   ? tr("%1 is already live in staging.").arg(subject())
                   : tr("%1 is already live in staging. Choose Production to publish it there.")
                         .arg(subject());
    else if (live.isSplit)
        note = tr("A split is running: %1. Publishing ends it and gives all traffic to %2.")
                   .arg(oneLine(live.text, 80), subject());
    setPlainText(m_note, note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace edgewright
