// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/savevariables.h"

#include "publish/saveversionsheet.h"
#include "shell/settings.h"

namespace edgewright {

SaveVariables::SaveVariables(const ShellContext &shell, SaveVersionSheet &sheet, Settings &settings,
                             QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_sheet(sheet)
    , m_settings(settings)
{
    connect(&m_sheet, &SaveVersionSheet::variablesChosen, this, &SaveVariables::changed);
}

void SaveVariables::look(const QString &accountId, const QString &routine, const QString &publishTo)
{
    forget();
    m_accountId = accountId;
    m_routine = routine;
    m_publishTo = publishTo;
    RoutineService *service = m_shell.services.connection().service();
    m_isOffered = service != nullptr && service->capabilities().environmentVariables;
    if (!m_isOffered)
        return;
    m_sheet.chooseVariables(m_settings.variablesOf(accountId, routine));
    fetchRoutineVariables(*service, routine)
        ->then(this, [this, question = m_question](const Result<RoutineVariables> &variables) {
            // Without an answer the usual choice stands: it does no harm where there are none.
            if (question != m_question || !variables)
                return;
            m_variables = *variables;
            if (m_publishTo.isEmpty())
                m_sheet.setVariables(variables->production, variables->staging);
            emit changed();
        });
}

void SaveVariables::forget()
{
    ++m_question;
    m_isOffered = false;
    m_variables.reset();
    m_publishTo.clear();
}

QString SaveVariables::wanted() const
{
    if (!m_isOffered || !m_publishTo.isEmpty())
        return m_isOffered ? m_publishTo : QString();
    const bool isNothingThere = m_variables && m_variables->isEmpty();
    return isNothingThere ? QString() : m_sheet.variablesOf();
}

bool SaveVariables::suits(const CodeVersion &version) const
{
    return !m_variables || wouldCarryTheSame(version, wanted(), *m_variables);
}

void SaveVariables::remember() const
{
    const bool wasAsked = m_publishTo.isEmpty() && m_variables && !m_variables->isEmpty();
    if (wasAsked)
        m_settings.setVariablesOf(m_accountId, m_routine, wanted());
}

} // namespace edgewright
