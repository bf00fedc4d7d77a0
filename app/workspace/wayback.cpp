// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/wayback.h"

#include <algorithm>

namespace edgewright {

namespace {

/// What an environment ran for a while.
struct Stretch {
    QList<VersionShare> shares;
    bool isCertain = true;
    QDateTime from;
    QDateTime until;

    /// The version that had all the traffic; empty for a split and for nothing.
    [[nodiscard]] QString only() const
    {
        return shares.size() == 1 ? shares.constFirst().versionId : QString();
    }
};

/// What one environment ran, oldest first.
class Past final {
public:
    explicit Past(const WayBackFacts &facts)
    {
        for (auto entry = facts.entries.crbegin(); entry != facts.entries.crend(); ++entry)
            read(*entry, facts.environment);
        if (facts.live)
            append({.shares = *facts.live}, {});
    }

    [[nodiscard]] const QList<Stretch> &stretches() const { return m_stretches; }

private:
    void read(const LedgerEntry &entry, const QString &environment)
    {
        const bool isElsewhere = entry.kind == ActKind::ChangedElsewhere;
        // A routine made anew under the old name has a past of its own.
        if (entry.kind == ActKind::DeleteRoutine && entry.outcome == ActOutcome::Done)
            m_stretches.clear();
        if ((entry.kind != ActKind::Publish && !isElsewhere) || entry.environment != environment)
            return;
        append({.shares = entry.from}, {});
        const QDateTime from = entry.endedAt.isValid() ? entry.endedAt : entry.startedAt;
        // What changed elsewhere is known to have been live until it was last read.
        if (entry.outcome != ActOutcome::NothingHappened)
            append(
                {.shares = entry.to, .isCertain = entry.outcome == ActOutcome::Done, .from = from},
                isElsewhere ? entry.startedAt : from);
        if (isElsewhere && entry.to.isEmpty())
            m_stretches.clear();
    }

    void append(const Stretch &next, const QDateTime &untilThen)
    {
        if (!m_stretches.isEmpty() && isSameTraffic(m_stretches.constLast().shares, next.shares)) {
            Stretch &last = m_stretches.last();
            last.isCertain = last.isCertain || next.isCertain;
            return;
        }
        if (!m_stretches.isEmpty())
            m_stretches.last().until = untilThen;
        m_stretches.append(next);
    }

    QList<Stretch> m_stretches;
};

/// Versions by their code: a copy of v12 is v12, unless it is known to carry other variables.
class Codes final {
public:
    explicit Codes(const QHash<QString, WayBackFacts::Version> &versions)
        : m_versions(versions)
    {
        for (auto version = versions.cbegin(); version != versions.cend(); ++version) {
            if (version->digest.isEmpty())
                continue;
            m_byDigest[version->digest].append(version.key());
        }
    }

    [[nodiscard]] bool areSame(const QString &a, const QString &b) const
    {
        return a == b || copiesOf(a).contains(b);
    }

    /// By when their code was first saved; also true when that is not known.
    [[nodiscard]] bool isOlder(const QString &a, const QString &b) const
    {
        const int ageOfA = firstOrdinal(a);
        const int ageOfB = firstOrdinal(b);
        return ageOfA == 0 || ageOfB == 0 || ageOfA < ageOfB;
    }

    [[nodiscard]] bool isUnstable(const QString &id) const
    {
        return m_versions.value(id).isUnstable;
    }

    /// The version with this code that can be published, \p id itself first, then the newest.
    [[nodiscard]] QString onService(const QString &id) const
    {
        QString found;
        for (const QString &copy : copiesOf(id)) {
            const WayBackFacts::Version version = m_versions.value(copy);
            if (!version.onService || version.isUnstable)
                continue;
            if (copy == id)
                return id;
            if (found.isEmpty() || version.ordinal > m_versions.value(found).ordinal)
                found = copy;
        }
        return found;
    }

    [[nodiscard]] bool isHeld(const QString &id) const { return m_versions.value(id).isHeld(); }

private:
    [[nodiscard]] QStringList copiesOf(const QString &id) const
    {
        const WayBackFacts::Version version = m_versions.value(id);
        QStringList copies = m_byDigest.value(version.digest, {id});
        copies.removeIf([&](const QString &copy) {
            const std::optional<QString> carried = m_versions.value(copy).variablesOf;
            return copy != id && version.variablesOf && carried && *carried != *version.variablesOf;
        });
        return copies;
    }

    [[nodiscard]] int firstOrdinal(const QString &id) const
    {
        int first = 0;
        for (const QString &copy : copiesOf(id)) {
            const int ordinal = m_versions.value(copy).ordinal;
            if (ordinal > 0 && (first == 0 || ordinal < first))
                first = ordinal;
        }
        return first;
    }

    const QHash<QString, WayBackFacts::Version> &m_versions;
    QHash<QByteArray, QStringList> m_byDigest;
};

/// The stretches with one version for all the traffic, without what was tried in between.
QList<Stretch> wholeStretches(const QList<Stretch> &past, const Codes &codes)
{
    QList<Stretch> whole;
    for (const Stretch &stretch : past) {
        const QString id = stretch.only();
        if (id.isEmpty() || !stretch.isCertain || codes.isUnstable(id))
            continue;
        if (!whole.isEmpty() && codes.areSame(whole.constLast().only(), id))
            whole.last().until = stretch.until;
        else
            whole.append(stretch);
    }
    return whole;
}

bool isSplit(const Stretch &stretch)
{
    return stretch.shares.size() > 1;
}

bool hasSameVersions(const Stretch &a, const Stretch &b)
{
    return a.shares.size() == b.shares.size()
           && std::ranges::all_of(a.shares, [&](const VersionShare &share) {
                  return std::ranges::any_of(b.shares, [&](const VersionShare &other) {
                      return other.versionId == share.versionId;
                  });
              });
}

/// It was left last for a split of older versions that had been live before.
bool wasLeftForFormerSplit(const QList<Stretch> &past, const QString &id, const Codes &codes)
{
    const auto isIt = [&](const Stretch &stretch) { return codes.areSame(stretch.only(), id); };
    const auto last = std::find_if(past.crbegin(), past.crend(), isIt);
    if (last == past.crend() || last == past.crbegin())
        return false;
    const Stretch &next = *(last - 1);
    const bool areOlder = std::ranges::all_of(
        next.shares, [&](const VersionShare &share) { return codes.isOlder(share.versionId, id); });
    return isSplit(next) && areOlder && std::any_of(last, past.crend(), [&](const Stretch &before) {
               return hasSameVersions(before, next);
           });
}

/// The split was ended in favour of the version that it was to replace, whatever shares it had
/// until then.
bool wasBrokenOff(const QList<Stretch> &past, qsizetype at, const Codes &codes)
{
    const Stretch &split = past.at(at);
    const auto end = std::find_if(past.cbegin() + at, past.cend(), [&](const Stretch &later) {
        return !hasSameVersions(split, later);
    });
    if (end == past.cend())
        return false;
    const QString stayed = end->only();
    return std::ranges::any_of(split.shares,
                               [&](const VersionShare &share) { return share.versionId == stayed; })
           && std::ranges::all_of(split.shares, [&](const VersionShare &share) {
                  return share.versionId == stayed || codes.isOlder(stayed, share.versionId);
              });
}

/// The last split before what is live now.
std::optional<WayBack> lastSplit(const QList<Stretch> &past, const Codes &codes)
{
    for (qsizetype at = past.size() - 2; at >= 0; --at) {
        const Stretch &stretch = past.at(at);
        const auto isUnusable = [&](const VersionShare &share) {
            return codes.isUnstable(share.versionId);
        };
        if (!isSplit(stretch) || !stretch.isCertain
            || isSameTraffic(stretch.shares, past.constLast().shares)
            || wasBrokenOff(past, at, codes) || std::ranges::any_of(stretch.shares, isUnusable))
            continue;
        WayBack way{.versionId = Deployment{.shares = stretch.shares}.mainVersionId(),
                    .liveFrom = stretch.from,
                    .liveUntil = stretch.until,
                    .onService = true,
                    .isHeld = true,
                    .split = stretch.shares};
        for (VersionShare &share : way.split) {
            const QString usable = codes.onService(share.versionId);
            way.onService = way.onService && !usable.isEmpty();
            way.isHeld = way.isHeld && codes.isHeld(share.versionId);
            if (!usable.isEmpty())
                share.versionId = usable;
        }
        return way;
    }
    return std::nullopt;
}

/// It was left for something older that had been live before.
bool wasTakenBack(const QList<Stretch> &whole, qsizetype at, const Codes &codes)
{
    if (at + 1 >= whole.size())
        return false;
    const QString next = whole.at(at + 1).only();
    const auto isNext = [&](const Stretch &earlier) { return codes.areSame(earlier.only(), next); };
    return codes.isOlder(next, whole.at(at).only())
           && std::any_of(whole.cbegin(), whole.cbegin() + at, isNext);
}

} // namespace

QList<VersionShare> WayBack::shares() const
{
    return split.isEmpty() ? QList<VersionShare>{{.versionId = versionId}} : split;
}

std::optional<WayBack> findWayBack(const WayBackFacts &facts)
{
    const Codes codes(facts.versions);
    const QList<Stretch> past = Past(facts).stretches();
    const QList<Stretch> whole = wholeStretches(past, codes);
    // Nothing can be better than what has all the traffic; a split can be ended either way.
    const QString now = past.isEmpty() ? QString() : past.constLast().only();
    QStringList takenBack;
    for (qsizetype at = whole.size() - 1; at >= 0; --at) {
        const Stretch &stretch = whole.at(at);
        const QString id = stretch.only();
        const auto isSame = [&](const QString &other) { return codes.areSame(id, other); };
        if (isSame(now))
            continue;
        if (wasTakenBack(whole, at, codes) || wasLeftForFormerSplit(past, id, codes))
            takenBack.append(id);
        if (std::ranges::any_of(takenBack, isSame))
            continue;
        const QString usable = codes.onService(id);
        return WayBack{.versionId = usable.isEmpty() ? id : usable,
                       .liveFrom = stretch.from,
                       .liveUntil = stretch.until,
                       .onService = !usable.isEmpty(),
                       .isHeld = codes.isHeld(id)};
    }
    return lastSplit(past, codes);
}

QString publishableVersion(const QString &versionId,
                           const QHash<QString, WayBackFacts::Version> &versions)
{
    return Codes(versions).onService(versionId);
}

} // namespace edgewright
