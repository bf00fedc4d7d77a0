// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/servicechoice.h"
#include "shell/comparesource.h"
#include "shell/shellcontext.h"
#include "workspace/keptfile.h"
#include "workspace/routinecopyflow.h"

namespace edgewright {

class ConnectDialog;
class CopyRoutineDialog;

/// Copies a routine with its history to another account, which is connected beside the one in use
/// for as long as its dialog is open; remembers which domains were dealt with.
class MoveController final : public QObject {
    Q_OBJECT

public:
    explicit MoveController(const ShellContext &shell, QObject *parent = nullptr);
    ~MoveController() override;

    /// For the routine on screen: first asks for the account that gets the copy.
    void open();
    [[nodiscard]] bool isRunning() const { return m_flow != nullptr && m_flow->isRunning(); }
    /// Stops before the next version; false when one is under way.
    bool stop();

signals:
    void compareRequested(const edgewright::SourcePair &pair);
    void idle();

private:
    void updateAction();
    void offer(const QList<AccountOffer> &offers);
    void connectTarget(const Account &account, const Credentials &credentials);
    void connectSandbox(const ServiceChoice &service);
    void onTargetChanged();
    void openCopy();
    void connectCopy();
    void plan(const QString &name);
    void showPlan();
    void readDomains();
    void tick(const QString &domain, bool done);
    [[nodiscard]] QStringList ticked() const;
    void compare(const QString &sourceId, const QString &targetId);
    void tellDone(bool wasStopped);
    void close();
    [[nodiscard]] QWidget *window() const;

    ShellContext m_shell;
    QNetworkAccessManager m_network;
    KeptFile m_notes;
    std::unique_ptr<Connection> m_target;
    QPointer<ConnectDialog> m_connectDialog;
    QPointer<CopyRoutineDialog> m_dialog;
    std::unique_ptr<RoutineCopyFlow> m_flow;
    RoutineKey m_source;
    QString m_sourceName; ///< Of the account.
    QString m_description;
    quint64 m_wish = 0; ///< A later choice makes an earlier one void.
};

} // namespace edgewright
