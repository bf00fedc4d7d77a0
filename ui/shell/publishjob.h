// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/routinetypes.h"

#include <QPointer>
#include <QStringList>

namespace edgewright {

class DraftPage;

/// What is to be published, fixed when its sheet opens, whatever is on screen later.
struct PublishJob {
    QString accountId;
    QString routine;
    QString versionId; ///< Empty: the draft, which becomes a version first.
    QString versionName;
    QByteArray code;       ///< Of the draft.
    QString baseVersionId; ///< Of the draft, else the version itself.
    QString newestSeen;    ///< The newest version there was when it was decided on.
    QStringList knownVersionIds;
    QPointer<DraftPage> page; ///< Whose text it is; null: a version from the list.

    [[nodiscard]] bool isDraft() const { return versionId.isEmpty(); }
};

} // namespace edgewright
