// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/versionbook.h"

#include <QSet>

#include <algorithm>

namespace edgewright {

namespace {

/// Newest first, the unstable slot last; a service may order otherwise. Of one moment, the greater
/// number stands first, as the names v1, v2, … are given.
bool standsBefore(const KnownVersion &a, const KnownVersion &b)
{
    if (a.version.isUnstable != b.version.isUnstable)
        return b.version.isUnstable;
    if (a.version.createdAt != b.version.createdAt)
        return a.version.createdAt > b.version.createdAt;
    if (a.version.id.size() != b.version.id.size())
        return a.version.id.size() > b.version.id.size();
    return a.version.id > b.version.id;
}

} // namespace

void VersionBook::setListed(const QString &routine, const VersionList &list)
{
    m_listed.insert(routine, list);
    QHash<QString, CodeVersion> &seen = m_seen[routine];
    for (const CodeVersion &version : list.versions)
        seen.insert(version.id, version);
}

void VersionBook::setArchived(const QString &routine, const QList<ArchivedVersion> &versions)
{
    m_archived.insert(routine, versions);
}

bool VersionBook::isListed(const QString &routine) const
{
    return m_listed.contains(routine);
}

bool VersionBook::isArchiveRead(const QString &routine) const
{
    return m_archived.contains(routine);
}

QList<KnownVersion> VersionBook::versions(const QString &routine) const
{
    QList<KnownVersion> known;
    QSet<QString> archivedIds;
    const QList<ArchivedVersion> archived = m_archived.value(routine);
    for (const ArchivedVersion &version : archived) {
        known.append(joined(version, routine));
        archivedIds.insert(version.version.id);
    }
    const QList<CodeVersion> listed = m_listed.value(routine).versions;
    for (const CodeVersion &version : listed) {
        if (!archivedIds.contains(version.id))
            known.append({.version = version, .mark = {}, .areVariablesKnown = true});
    }
    std::ranges::stable_sort(known, standsBefore);
    return known;
}

std::optional<KnownVersion> VersionBook::find(const QString &routine,
                                              const QString &versionId) const
{
    const auto archived = m_archived.constFind(routine);
    if (archived != m_archived.cend()) {
        for (const ArchivedVersion &version : *archived) {
            if (version.version.id == versionId)
                return joined(version, routine);
        }
    }
    const auto listed = m_listed.constFind(routine);
    if (listed != m_listed.cend()) {
        for (const CodeVersion &version : listed->versions) {
            if (version.id == versionId)
                return KnownVersion{.version = version, .mark = {}, .areVariablesKnown = true};
        }
    }
    return {};
}

QString VersionBook::versionWithCode(const QString &routine, const QByteArray &digest) const
{
    return versionWithCode(routine, digest, [](const CodeVersion &) { return true; });
}

QString
VersionBook::versionWithCode(const QString &routine, const QByteArray &digest,
                             const std::function<bool(const CodeVersion &version)> &suits) const
{
    std::optional<KnownVersion> newest;
    const QList<ArchivedVersion> archived = m_archived.value(routine);
    for (const ArchivedVersion &version : archived) {
        if (digest.isEmpty() || version.digest != digest || version.version.isUnstable)
            continue;
        const KnownVersion known = joined(version, routine);
        // What is lost there or gone can be saved again, and published then.
        const bool isThere = known.onService && !known.isLost && suits(known.version);
        if (isThere && (!newest || standsBefore(known, *newest)))
            newest = known;
    }
    return newest ? newest->version.id : QString();
}

void VersionBook::clear()
{
    m_listed.clear();
    m_seen.clear();
    m_archived.clear();
}

KnownVersion VersionBook::joined(const ArchivedVersion &archived, const QString &routine) const
{
    KnownVersion known{.version = archived.version,
                       .ordinal = archived.ordinal,
                       .mark = archived.mark,
                       .onService = archived.onService,
                       .isHeld = !archived.digest.isEmpty(),
                       .isLost = archived.isLostOnService,
                       .heldSince = archived.digest.isEmpty() ? QDateTime() : archived.firstSeenAt};
    const QHash<QString, CodeVersion> seen = m_seen.value(routine);
    if (const auto last = seen.constFind(archived.version.id); last != seen.cend()) {
        known.areVariablesKnown = true;
        known.version.variablesOf = last->variablesOf;
        known.version.hasVariables = last->hasVariables;
    }
    const auto list = m_listed.constFind(routine);
    if (list == m_listed.cend())
        return known;
    const auto listed = std::ranges::find(list->versions, archived.version.id, &CodeVersion::id);
    if (listed != list->versions.cend()) {
        known.version = *listed;
        known.onService = true;
    } else if (list->complete) {
        known.onService = false;
    }
    return known;
}

} // namespace edgewright
