// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace edgewright {

/// The version a draft started from.
struct DraftBase {
    QString versionId; ///< Empty: there is no version yet.
    /// The newest numbered version there was when the draft took it; empty: not known.
    QString newestVersionId;
    QByteArray code;
    bool isKnown = false; ///< The code was read.
};

/// A text a draft had when another version was its base.
struct DraftBaseMark {
    QByteArray text;
    DraftBase base;
};

} // namespace edgewright
