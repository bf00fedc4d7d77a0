// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace edgewright {

/// What one environment runs now.
struct PublishLive {
    QString text;      ///< "v5 90 % · v6 10 %"; empty: nothing.
    QString since;     ///< "6 d ago"; may be empty.
    QString versionId; ///< To compare with: the version with the largest share.
    QString otherName; ///< Of the only version that is live, when it can keep a part; else empty.
    bool isSplit = false;
    bool isSame = false; ///< All its traffic goes to the version to be published.
    bool known = true;
};

/// What is to be published, and what is live.
struct PublishContext {
    QString routine;
    QString versionId; ///< Empty: a draft, which becomes a version first.
    QString versionName;
    QString description;
    PublishLive staging;
    PublishLive production;

    [[nodiscard]] bool isDraft() const { return versionId.isEmpty(); }
};

/// One step of what is done when it is confirmed.
struct PublishStep {
    enum class State { ToDo, Running, Done };

    QString text;
    State state = State::ToDo;
};

} // namespace edgewright
