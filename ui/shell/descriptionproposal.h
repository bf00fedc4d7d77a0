// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"

#include <QObject>

namespace edgewright {

/// Finds out in the background what a text changes since the version it is based on, in words that
/// can be offered as its description.
class DescriptionProposal final : public QObject {
    Q_OBJECT

public:
    DescriptionProposal(const ShellContext &shell, qsizetype longest, QObject *parent);

    /// Nothing is proposed without a base, or when there is nothing to say. The newest call counts.
    void look(const QString &routine, const QString &baseVersionId, const QByteArray &code);
    void stop() { ++m_question; }

signals:
    void proposed(const QString &description);

private:
    void summarize(const QByteArray &base, const QByteArray &code);

    ShellContext m_shell;
    qsizetype m_longest;
    quint64 m_question = 0; ///< Answers to older ones are void.
};

} // namespace edgewright
