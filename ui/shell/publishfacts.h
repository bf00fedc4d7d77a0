// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/publishsheet.h"
#include "shell/publishjob.h"
#include "shell/shellcontext.h"

namespace edgewright {

/// Fills the publish sheet with what is: what is live, what publishing would change, whom it
/// reaches. Follows what is read anew while the sheet is open.
class PublishFacts final : public QObject {
    Q_OBJECT

public:
    PublishFacts(const ShellContext &shell, PublishSheet &sheet, QObject *parent);

    void show(const PublishJob &job);
    /// What is live was read anew.
    void updateLive();
    /// The sheet was closed.
    void stop();

    [[nodiscard]] PublishLive live(const PublishJob &job, const QString &environment) const;
    /// As last read; nothing when that is not known.
    [[nodiscard]] std::optional<QList<VersionShare>> shares(const QString &routine,
                                                            const QString &environment) const;
    [[nodiscard]] QString nameOf(const PublishJob &job, const QString &versionId) const;

private:
    void showReach();
    void showChanges();
    void compare(const QByteArray &before, const QByteArray &after);
    void withCode(const QString &versionId, std::function<void(const QByteArray &code)> next);

    ShellContext m_shell;
    PublishSheet &m_sheet;
    PublishJob m_job;
    QString m_compared;       ///< The version that the changes on screen start from.
    quint64 m_question = 0;   ///< Answers about another job are void.
    quint64 m_comparison = 0; ///< Likewise about another environment.
};

} // namespace edgewright
