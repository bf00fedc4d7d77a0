// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivetypes.h"
#include "cloud/routinetypes.h"

#include <QHash>

#include <functional>
#include <optional>

namespace edgewright {

/// A version as far as it is known: what the service lists and what the archive remembers.
struct KnownVersion {
    CodeVersion version;
    int ordinal = 0; ///< As the archive remembers it; 0: it does not.
    VersionMark mark;
    bool onService = true;
    /// Whose variables it carries was told by the service at some time; the archive does not know.
    bool areVariablesKnown = false;
    bool isHeld = false; ///< The archive has its code.
    bool isLost = false; ///< The service's last answer for its code was something else.
    QDateTime heldSince; ///< When its code was first known; invalid when it is not held.
};

/// What is known of the versions of one account's routines: the newest answer of the service and
/// the archive's memory, joined. Holds values only; asks nobody.
class VersionBook final {
public:
    void setListed(const QString &routine, const VersionList &list);
    void setArchived(const QString &routine, const QList<ArchivedVersion> &versions);
    /// The service's answer came since the account was connected.
    [[nodiscard]] bool isListed(const QString &routine) const;
    [[nodiscard]] bool isArchiveRead(const QString &routine) const;

    /// Newest first, the unstable slot last; versions gone from the service stand where they stood.
    [[nodiscard]] QList<KnownVersion> versions(const QString &routine) const;
    [[nodiscard]] std::optional<KnownVersion> find(const QString &routine,
                                                   const QString &versionId) const;
    /// The newest numbered version that the service has and whose code, as the archive holds it,
    /// has that SHA-256; empty when none is known.
    [[nodiscard]] QString versionWithCode(const QString &routine, const QByteArray &digest) const;
    /// The same among those that \p suits accepts.
    [[nodiscard]] QString
    versionWithCode(const QString &routine, const QByteArray &digest,
                    const std::function<bool(const CodeVersion &version)> &suits) const;
    void clear();

private:
    [[nodiscard]] KnownVersion joined(const ArchivedVersion &archived,
                                      const QString &routine) const;

    QHash<QString, VersionList> m_listed;
    QHash<QString, QHash<QString, CodeVersion>> m_seen; ///< All that were ever listed.
    QHash<QString, QList<ArchivedVersion>> m_archived;
};

} // namespace edgewright
