// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/comparefollower.h"

#include "common/messagebar.h"
#include "history/historypanel.h"
#include "shell/comparecontroller.h"
#include "shell/documentarea.h"

namespace edgewright {

CompareFollower::CompareFollower(const ShellContext &shell, CompareController &compare,
                                 QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_compare(compare)
{
    const HistoryPanel *panel = &m_shell.historyPanel;
    connect(panel, &HistoryPanel::selectionChanged, this, &CompareFollower::followSelection);
    connect(panel, &HistoryPanel::comparisonToggled, this, &CompareFollower::toggle);
    connect(&m_shell.documents, &DocumentArea::currentChanged, this,
            &CompareFollower::leadSelection);
}

bool CompareFollower::isFollowing() const
{
    const std::optional<SourcePair> pair = m_compare.pair();
    if (!m_compare.isShown() || !pair)
        return false;
    const QString routine = m_compare.currentRoutine();
    return routineOf(pair->left) == routine || routineOf(pair->right) == routine;
}

void CompareFollower::followSelection()
{
    const QStringList ids = m_shell.historyPanel.selectedIds();
    if (m_isLeading || !isFollowing() || ids.isEmpty() || ids.size() > 2)
        return;
    const SourcePair pair =
        ids.size() == 2 ? pairOf(ids.constFirst(), ids.constLast()) : replacing(ids.constFirst());
    if (pair != m_compare.pair())
        m_compare.follow(pair);
}

void CompareFollower::leadSelection()
{
    if (!isFollowing())
        return;
    QStringList ids;
    const SourcePair pair = *m_compare.pair();
    for (const CompareSource *source : {&pair.left, &pair.right}) {
        const auto *one = std::get_if<VersionSource>(source);
        if (one && one->routine == m_compare.currentRoutine())
            ids.append(one->versionId);
    }
    if (ids.size() != 1 || m_shell.historyPanel.selectedIds() == ids)
        return;
    m_isLeading = true;
    m_shell.historyPanel.selectVersion(ids.constFirst());
    m_isLeading = false;
}

void CompareFollower::toggle(const QString &versionId)
{
    // What is compared decides what the other choice is, not what was chosen some time ago.
    const std::optional<SourcePair> pair = m_compare.pair();
    const bool isWithDraft = isFollowing() && std::holds_alternative<DraftSource>(pair->right)
                             && pair->left == version(versionId);
    m_against = isWithDraft ? Against::Previous : Against::Draft;
    if (m_against == Against::Previous && previousOf(versionId).isEmpty()) {
        m_against = Against::Draft;
        m_shell.messages.showMessage(
            MessageBar::Kind::Info,
            tr("No earlier version of %1 is known.")
                .arg(m_compare.sources().nameOf(m_compare.currentRoutine(), versionId)));
        return;
    }
    const SourcePair wanted = pairFor(versionId);
    if (isFollowing())
        m_compare.follow(wanted);
    else
        m_compare.compare(wanted, CompareController::Focus::Leave);
}

SourcePair CompareFollower::pairFor(const QString &versionId) const
{
    const QString previous = m_against == Against::Previous ? previousOf(versionId) : QString();
    if (previous.isEmpty())
        return m_compare.draftAgainst(version(versionId));
    return {.left = version(previous), .right = version(versionId)};
}

SourcePair CompareFollower::replacing(const QString &versionId) const
{
    // A file, another routine or what is live stays where it is while versions pass by beside it.
    SourcePair pair = *m_compare.pair();
    const auto isOurs = [this](const CompareSource &source) {
        const auto *one = std::get_if<VersionSource>(&source);
        return one && one->routine == m_compare.currentRoutine();
    };
    const auto isFixed = [this](const CompareSource &source) {
        return routineOf(source) != m_compare.currentRoutine()
               || std::holds_alternative<LiveSource>(source)
               || std::holds_alternative<TextSource>(source);
    };
    if (isOurs(pair.left) && isFixed(pair.right))
        pair.left = version(versionId);
    else if (isOurs(pair.right) && isFixed(pair.left))
        pair.right = version(versionId);
    else
        return pairFor(versionId);
    return pair;
}

SourcePair CompareFollower::pairOf(const QString &one, const QString &other) const
{
    const VersionHistory &history = m_shell.services.history();
    const std::optional<CodeVersion> first = history.version(one);
    const std::optional<CodeVersion> second = history.version(other);
    const bool isOrdered = first && second && first->createdAt <= second->createdAt;
    return {.left = version(isOrdered ? one : other), .right = version(isOrdered ? other : one)};
}

QString CompareFollower::previousOf(const QString &versionId) const
{
    const QList<VersionListModel::Item> &items = m_shell.services.history().model().items();
    bool isPassed = false;
    for (const VersionListModel::Item &item : items) {
        if (isPassed && !item.version.isUnstable)
            return item.version.id;
        isPassed = isPassed || item.version.id == versionId;
    }
    return {};
}

CompareSource CompareFollower::version(const QString &versionId) const
{
    return VersionSource{.routine = m_compare.currentRoutine(), .versionId = versionId};
}

} // namespace edgewright
