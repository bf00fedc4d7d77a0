// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/versionobstacles.h"

#include <QAction>
#include <QMenu>

#include <array>

namespace edgewright {

/// What can be asked for one version.
enum class VersionAct {
    Open,
    CompareWithDraft,
    CompareWithPrevious,
    UseAsDraft,
    Mark,
    Star,
    CopyId,
    Export,
    Delete,
    Count,
};

/// The menu of a version. What cannot be done says why in its tool tip.
class VersionMenu final : public QMenu {
    Q_OBJECT

public:
    explicit VersionMenu(QWidget *parent);

    [[nodiscard]] QAction &action(VersionAct act) const;
    /// \p version may be invalid; \p hasPrevious: an older one stands below it.
    void update(const QModelIndex &version, bool hasPrevious, const Writability &service);
    void retranslate();

signals:
    void asked(edgewright::VersionAct act);

private:
    void add(VersionAct act, const QString &name);
    void allow(VersionAct act, const QString &obstacle) const;

    std::array<QAction *, static_cast<std::size_t>(VersionAct::Count)> m_actions{};
    bool m_isStarred = false;
};

} // namespace edgewright
