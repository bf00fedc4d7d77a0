// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>

namespace edgewright {

/// Sees to it that one running program at a time uses a data folder: two would overwrite each
/// other's drafts. The first holds a lock that the system takes away with the process, however it
/// ends; a later one asks it to come to the front. GUI thread.
class SingleInstance final : public QObject {
    Q_OBJECT

public:
    /// \p folder: the data folder.
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// True when this program may use the folder; it then listens for later ones.
    [[nodiscard]] bool claim();
    /// After a claim in vain: answered() or unanswered() follows from the event loop.
    void askFirst();

signals:
    /// A later start was asked for instead.
    void raiseRequested();
    void answered();
    void unanswered();

private:
    [[nodiscard]] bool lock();
    void listen();
    void welcome();
    void ask(int attemptsLeft);

    QString m_folder;
    QString m_socketPath;
    int m_lock = -1; ///< File handle; -1: not held.
    bool m_isSettled = false;
    QLocalServer m_server;
};

} // namespace edgewright
