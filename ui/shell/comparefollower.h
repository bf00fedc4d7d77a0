// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/comparesource.h"
#include "shell/shellcontext.h"

namespace edgewright {

class CompareController;

/// Lets the comparison on screen follow the version list: the selected version takes the place of
/// the one that is compared, Space changes what it is compared with, two selected versions are
/// compared with each other.
class CompareFollower final : public QObject {
    Q_OBJECT

public:
    CompareFollower(const ShellContext &shell, CompareController &compare,
                    QObject *parent = nullptr);

private:
    /// What the selected version is compared with.
    enum class Against { Draft, Previous };

    void followSelection();
    /// The list shows what the comparison that came on screen is about.
    void leadSelection();
    void toggle(const QString &versionId);
    [[nodiscard]] bool isFollowing() const;
    [[nodiscard]] SourcePair pairFor(const QString &versionId) const;
    [[nodiscard]] SourcePair replacing(const QString &versionId) const;
    /// Older first.
    [[nodiscard]] SourcePair pairOf(const QString &one, const QString &other) const;
    /// The numbered version before; empty when there is none.
    [[nodiscard]] QString previousOf(const QString &versionId) const;
    [[nodiscard]] CompareSource version(const QString &versionId) const;

    ShellContext m_shell;
    CompareController &m_compare;
    Against m_against = Against::Draft;
    bool m_isLeading = false;
};

} // namespace edgewright
