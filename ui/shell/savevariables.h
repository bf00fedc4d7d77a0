// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"
#include "workspace/routinevariables.h"

namespace edgewright {

class SaveVersionSheet;
class Settings;

/// Whose environment variables the version being saved is to carry: finds out in the background
/// whether the routine has any, asks in the sheet, and remembers the answer per routine. What is
/// saved for an environment carries that one's.
class SaveVariables final : public QObject {
    Q_OBJECT

public:
    /// \p sheet and \p settings must outlive this object.
    SaveVariables(const ShellContext &shell, SaveVersionSheet &sheet, Settings &settings,
                  QObject *parent);

    /// \p publishTo: the environment it is saved for; empty: that is to be asked.
    void look(const QString &accountId, const QString &routine, const QString &publishTo);
    void forget();
    /// An environment; empty: nobody's.
    [[nodiscard]] QString wanted() const;
    /// Saving the code of \p version now would make nothing else than that version.
    [[nodiscard]] bool suits(const CodeVersion &version) const;
    /// What was chosen is proposed the next time.
    void remember() const;

signals:
    /// Other versions may suit now.
    void changed();

private:
    ShellContext m_shell;
    SaveVersionSheet &m_sheet;
    Settings &m_settings;
    QString m_accountId;
    QString m_routine;
    QString m_publishTo;
    bool m_isOffered = false;
    std::optional<RoutineVariables> m_variables;
    quint64 m_question = 0; ///< Answers to older ones are void.
};

} // namespace edgewright
