// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/ledgertypes.h"
#include "shell/shellcontext.h"

#include <QHash>
#include <QTimer>

namespace edgewright {

class StripGaps;

/// Keeps the strip above the code true: what production and staging run, what the draft is, how
/// far they are apart, and whether somebody else changed what is live.
class LiveStripController final : public QObject {
    Q_OBJECT

public:
    explicit LiveStripController(const ShellContext &shell, QObject *parent = nullptr);

    void update();

signals:
    /// The user wants to read what that environment runs.
    void versionWanted(const QString &versionId);
    void rollbackWanted(const QString &environment);
    void splitWanted(const QString &environment);

private:
    void connectServices();
    void connectStrip();
    void showEnvironment(const QString &environment, const std::optional<Routine> &routine);
    void showDraft();
    void showCode(const QString &environment);
    void showMenu(const QString &environment, const QPoint &place);
    /// Asks the ledger what others changed in the routine on screen.
    void askForChanges();
    void noteChanges(const RoutineKey &key, const QList<LedgerEntry> &entries);
    [[nodiscard]] QString changedElsewhere(const QString &environment) const;
    [[nodiscard]] RoutineKey key() const;
    [[nodiscard]] Deployment deployment(const QString &environment) const;

    ShellContext m_shell;
    StripGaps *m_gaps;
    QTimer m_tick;
    QDateTime m_since;                     ///< What was changed before this run is no news.
    QHash<QString, LedgerEntry> m_foreign; ///< By environment, of the routine that was asked for.
    RoutineKey m_askedFor;
    QHash<RoutineKey, qint64> m_seen; ///< Entries up to this one were looked at.
};

} // namespace edgewright
