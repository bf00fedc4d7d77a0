// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/ledgertypes.h"
#include "shell/shellcontext.h"

namespace edgewright {

class CompareController;
class LedgerModel;
class LedgerPanel;
class VersionController;

/// The ledger's page in the bottom panel, kept true to the routine on screen; what became of acts
/// that were cut off is told in the message bar. Makes the page itself.
class LedgerController final : public QObject {
    Q_OBJECT

public:
    LedgerController(const ShellContext &shell, CompareController &compare,
                     VersionController &versions, QObject *parent = nullptr);

    /// Brings the page to the front.
    void show();
    [[nodiscard]] LedgerPanel &panel() { return *m_panel; }

private:
    void connectPanel();
    void follow();
    void read(const QString &routine, const QString &versionId);
    void tellSettled(const QList<LedgerEntry> &entries);
    void answer(const RoutineKey &key, const QDateTime &moment);
    [[nodiscard]] QString nameOf(const RoutineKey &key, const QString &versionId) const;

    ShellContext m_shell;
    CompareController &m_compare;
    VersionController &m_versions;
    LedgerModel *m_model;
    LedgerPanel *m_panel;
};

} // namespace edgewright
