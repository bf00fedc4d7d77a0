// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/actionregistry.h"

#include <QStringList>

namespace edgewright {

class DocumentArea;
class DraftPage;
class MainWindow;

/// The tour's eyes and hands: finds widgets by object name, clicks and types as a user would, and
/// remembers the first thing it could not do.
class TourHands final {
public:
    explicit TourHands(MainWindow &window);

    [[nodiscard]] DocumentArea &documents() const;
    /// The draft the tour works on; null before it is open.
    [[nodiscard]] DraftPage *draft() const;

    [[nodiscard]] bool sees(const char *objectName) const;
    [[nodiscard]] bool canClick(const char *objectName) const;
    /// The text of that label; empty while it cannot be seen.
    [[nodiscard]] QString says(const char *objectName) const;
    [[nodiscard]] bool liveIsKnown() const;
    [[nodiscard]] int versionCount() const;
    void rememberVersionCount() { m_versionCount = versionCount(); }
    [[nodiscard]] int rememberedVersionCount() const { return m_versionCount; }
    /// All traffic of \p environment goes to that version.
    [[nodiscard]] bool runs(const QString &environment, const QString &versionId) const;
    /// The traffic of \p environment goes to two versions.
    [[nodiscard]] bool splitIn(const QString &environment) const;
    [[nodiscard]] bool comparisonHasChanges() const;
    [[nodiscard]] bool readsVersion() const;

    void trigger(ActionId id);
    void click(const char *objectName);
    void fill(const char *objectName, const QString &text);
    /// Types a new line after the first line that holds \p anchor.
    void typeAfter(const QByteArray &anchor, const QString &text);
    /// By their rows in the list of versions.
    void selectVersions(const QList<int> &rows);

    /// What could not be done; empty while all went well.
    [[nodiscard]] const QString &complaint() const { return m_complaint; }

private:
    void complain(const QString &text);

    MainWindow &m_window;
    int m_versionCount = 0;
    QString m_complaint;
};

} // namespace edgewright
