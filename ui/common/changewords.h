// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/changesummary.h"

#include <QCoreApplication>
#include <QStringList>

namespace edgewright {

/// Says in words what changed between two texts. The names in them are foreign: show them as plain
/// text only.
class ChangeWords final {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ChangeWords)

public:
    /// "handle changed, addCors added", "new host contacted: api.acme.com", "header x-cache added";
    /// empty when there is nothing to say.
    [[nodiscard]] static QStringList phrases(const diff::ChangeSummary &summary);
    /// All phrases in one line.
    [[nodiscard]] static QString sentence(const diff::ChangeSummary &summary);
    /// As many whole phrases as fit in \p limit characters.
    [[nodiscard]] static QString description(const diff::ChangeSummary &summary, qsizetype limit);
};

} // namespace edgewright
