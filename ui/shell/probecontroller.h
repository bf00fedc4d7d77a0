// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probeclient.h"
#include "shell/probetargets.h"
#include "testing/remembered.h"

namespace edgewright {

class CompareController;
class Settings;
class TestPanel;

/// The Test page of the bottom panel: sends what is asked for to production or to staging, shows
/// the answer, compares those of both. Makes the page itself and remembers the last requests of
/// each routine, without their secrets.
class ProbeController final : public QObject {
    Q_OBJECT

public:
    ProbeController(const ShellContext &shell, Settings &settings, CompareController &compare,
                    QObject *parent = nullptr);

    /// Brings the page to the front; \p environment is chosen.
    void show(const QString &environment);
    [[nodiscard]] ProbeTargets &targets() { return *m_targets; }
    [[nodiscard]] ProbeClient &client() { return *m_client; }

private:
    /// Both answers of a comparison.
    struct Pair {
        QString title;
        std::optional<Result<ProbeAnswer>> production;
        std::optional<Result<ProbeAnswer>> staging;
    };
    using PairPtr = std::shared_ptr<Pair>; ///< Shared by the answers of both environments.

    void connectPanel();
    void follow();
    void updateObstacles();
    void suggestHosts();
    void readAddresses();
    [[nodiscard]] std::optional<ProbeRequest> request();
    [[nodiscard]] ProbeTargets::Wish wish(const QString &environment) const;
    void send();
    void deliver(const ProbeRequest &prepared, const QString &environment,
                 const QList<QHostAddress> &others, quint64 run);
    void stop();
    void compare();
    void take(const PairPtr &pair, const QString &environment, const Result<ProbeAnswer> &answer);
    void showPair(const Pair &pair);
    void copyCurl();
    void makeLink(bool open);
    void remember();
    void fail(const Error &error);

    ShellContext m_shell;
    Settings &m_settings;
    CompareController &m_compare;
    ProbeClient *m_client;
    ProbeTargets *m_targets;
    TestPanel *m_panel;
    QString m_accountId;
    QString m_routine; ///< The page is about.
    QList<TestRequest> m_history;
    QList<QHostAddress> m_addresses;
    QPointer<ReplyBase> m_reply;
    quint64 m_run = 0; ///< Answers to older ones are void.
};

} // namespace edgewright
