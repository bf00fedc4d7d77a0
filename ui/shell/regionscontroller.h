// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/regionssheet.h"
#include "shell/shellcontext.h"
#include "workspace/publication.h"
#include "workspace/regionflow.h"

namespace edgewright {

/// Canary regions: the sheet shows what each runs, the flow publishes to the ticked ones and reads
/// back. Only where the service has regions. What is published is fixed when the sheet opens.
class RegionsController final : public QObject {
    Q_OBJECT

public:
    RegionsController(const ShellContext &shell, RegionsSheet &sheet, QObject *parent = nullptr);

    /// The version on screen, selected, or the draft's when nothing was typed since.
    void open();
    [[nodiscard]] bool isRunning() const { return m_flow != nullptr || m_setting != nullptr; }
    /// Stops what can be stopped; false when something has to go on to its end.
    bool stop();

signals:
    /// Once for each region; not emitted when the account was left meanwhile.
    void published(const edgewright::Publication &publication);
    void idle();

private:
    struct Job {
        QString accountId;
        QString routine;
        QString versionId;
        QString versionName;
    };

    [[nodiscard]] QString wantedVersion() const;
    void updateAction();
    [[nodiscard]] bool isStale(const Job &job) const;
    void askForChoices();
    void showItems();
    void publish(const QStringList &environments);
    void remove(const QStringList &environments);
    void run(const QStringList &environments, const QString &versionId);
    void setLimit(const QString &environment, const QString &limit);
    void onLimitSet(const Job &job, const Result<> &set);
    void finish(const Job &job, const QStringList &environments, const Result<Routine> &routine);
    void tellFailure(const Error &error);
    void tell(const Job &job, const QStringList &environments, const Routine &routine);
    void cancel();
    [[nodiscard]] QString nameOf(const QString &versionId) const;

    ShellContext m_shell;
    RegionsSheet &m_sheet;
    Job m_job;
    QStringList m_regions; ///< As the service names them; empty until it answered.
    quint64 m_opening = 0; ///< Answers for an older sheet are void.
    QPointer<RegionFlow> m_flow;
    QPointer<Reply<>> m_setting;
};

} // namespace edgewright
