// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/roomplan.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

using Item = VersionListModel::Item;

struct RoomPlanText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::RoomPlan)
};

/// The reasons against a version, the weakest first; each outweighs all that stand before it.
enum class Harm { None, NotArchived, Newest, Base, Starred };

struct Candidate {
    Item item;
    Harm harm = Harm::None;
    QDateTime lastUse; ///< When it was last live, else when it was made.
    QDateTime lastLive;
};

/// When each version was last seen live, by id.
QHash<QString, QDateTime> lastLive(const QList<LedgerEntry> &entries)
{
    QHash<QString, QDateTime> last;
    const auto note = [&last](const QList<VersionShare> &shares, const QDateTime &at) {
        for (const VersionShare &share : shares) {
            QDateTime &known = last[share.versionId];
            known = std::max(known, at);
        }
    };
    for (const LedgerEntry &entry : entries) {
        const bool isDone = entry.outcome == ActOutcome::Done;
        const bool isLiveChange =
            entry.kind == ActKind::Publish || entry.kind == ActKind::ChangedElsewhere;
        const QDateTime at = entry.endedAt.isValid() ? entry.endedAt : entry.startedAt;
        if (!isDone || !isLiveChange || !at.isValid())
            continue;
        note(entry.from, at);
        note(entry.to, at);
    }
    return last;
}

/// Every environment it is live in.
QStringList placesOf(const Routine &routine, const QString &versionId)
{
    QStringList places;
    for (const Deployment &deployment : routine.deployments) {
        const auto share =
            std::ranges::find(deployment.shares, versionId, &VersionShare::versionId);
        if (share == deployment.shares.end())
            continue;
        if (deployment.environment == kProduction)
            places.prepend(RoomPlanText::tr("live in production"));
        else if (deployment.environment == kStaging)
            places.append(RoomPlanText::tr("live in staging"));
        else
            //: %1 is the name of a region
            places.append(RoomPlanText::tr("live in %1").arg(deployment.environment));
    }
    return places;
}

/// Why a version has to stay, all of it; empty when it may go.
QString whyKept(const RoomFacts &facts, const Item &item)
{
    if (!facts.routine)
        return RoomPlanText::tr("what is live is not known");
    QStringList reasons = placesOf(*facts.routine, item.version.id);
    if (reasons.isEmpty() && item.isLive())
        reasons.append(RoomPlanText::tr("live"));
    if (item.isWayBack || facts.wayBackIds.contains(item.version.id))
        reasons.append(RoomPlanText::tr("the way back in production"));
    if (!reasons.isEmpty())
        return QLocale().createSeparatedList(reasons);
    if (item.version.state == VersionState::Preparing)
        return RoomPlanText::tr("still being prepared");
    if (item.isLost && !item.isHeld)
        return RoomPlanText::tr("its code is not in the archive and cannot be read");
    return {};
}

Harm harmOf(const Item &item, const QString &newestId)
{
    if (item.mark.isStarred)
        return Harm::Starred;
    if (item.isBase)
        return Harm::Base;
    if (item.version.id == newestId)
        return Harm::Newest;
    return item.isHeld ? Harm::None : Harm::NotArchived;
}

bool isSafer(const Candidate &a, const Candidate &b)
{
    if (a.harm != b.harm)
        return a.harm < b.harm;
    if (a.lastUse != b.lastUse)
        return a.lastUse < b.lastUse;
    return a.item.version.id < b.item.version.id;
}

QString dateText(const QDate &date, const QDate &today)
{
    const QString format =
        date.year() == today.year()
            ? RoomPlanText::tr("d MMM", "a date of this year, as a QLocale format")
            : RoomPlanText::tr("d MMM yyyy", "a date, as a QLocale format");
    return QLocale().toString(date, format);
}

QString reasonFor(const Candidate &candidate, const RoomFacts &facts, const QString &oldestId)
{
    const Item &item = candidate.item;
    QStringList words;
    if (item.version.id == oldestId)
        words << RoomPlanText::tr("oldest");
    if (candidate.lastLive.isValid())
        //: %1 is a date: the version was live before
        words << RoomPlanText::tr("not live since %1")
                     .arg(dateText(candidate.lastLive.toLocalTime().date(), facts.today));
    else
        words << RoomPlanText::tr("never seen live");
    words << (item.isHeld ? RoomPlanText::tr("archived")
                          : RoomPlanText::tr("will be archived first"));
    if (candidate.harm == Harm::Newest)
        words << RoomPlanText::tr("newest of all");
    if (item.isBase)
        words << RoomPlanText::tr("the draft is based on it");
    if (item.mark.isStarred)
        words << RoomPlanText::tr("has a star");
    return words.join(RoomPlanText::tr(", ", "between reasons"));
}

QList<Item> numberedOnService(const RoomFacts &facts)
{
    QList<Item> items;
    std::ranges::copy_if(facts.versions, std::back_inserter(items), [](const Item &item) {
        return item.onService && !item.version.isUnstable;
    });
    return items;
}

} // namespace

QStringList RoomPlan::proposedIds() const
{
    QStringList ids;
    for (const RoomChoice &choice : safe) {
        if (choice.isProposed)
            ids.append(choice.versionId);
    }
    return ids;
}

RoomPlan planRoom(const RoomFacts &facts)
{
    RoomPlan plan{.wanted = facts.wanted};
    const QList<Item> items = numberedOnService(facts);
    if (items.isEmpty())
        return plan;
    const QHash<QString, QDateTime> live = lastLive(facts.entries);
    const auto createdAt = [](const Item &item) { return item.version.createdAt; };
    const QString oldestId = std::ranges::min_element(items, {}, createdAt)->version.id;
    const QString newestId = std::ranges::max_element(items, {}, createdAt)->version.id;
    QList<Candidate> candidates;
    for (const Item &item : items) {
        if (const QString reason = whyKept(facts, item); !reason.isEmpty()) {
            plan.kept.append({.versionId = item.version.id, .name = item.name, .reason = reason});
            continue;
        }
        const QDateTime last = live.value(item.version.id);
        candidates.append({.item = item,
                           .harm = harmOf(item, newestId),
                           .lastUse = last.isValid() ? last : item.version.createdAt,
                           .lastLive = last});
    }
    std::ranges::sort(candidates, isSafer);
    for (const Candidate &candidate : std::as_const(candidates))
        plan.safe.append({.versionId = candidate.item.version.id,
                          .name = candidate.item.name,
                          .reason = reasonFor(candidate, facts, oldestId),
                          .isProposed = plan.safe.size() < facts.wanted});
    return plan;
}

} // namespace edgewright
