// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"

#include <QProcess>

#include <optional>

namespace edgewright {

/// Turns a stream of GitStreamWriter into a repository by running git, which knows nothing of the
/// user's settings, hooks and filters meanwhile: what it stores are the bytes it gets. GUI thread.
class GitImport final : public QObject {
    Q_OBJECT

public:
    /// Empty when git is not there.
    [[nodiscard]] static QString program();

    /// Makes a new folder for the routine in \p parent, which gets the repository and the newest
    /// version's code; answers its path. Taken away again when it fails or is cancelled. The file
    /// \p stream is left as it is.
    [[nodiscard]] static Reply<QString> *run(QObject *owner, const QString &stream,
                                             const QString &parent, const QString &routine);

private:
    enum class Step { MakeFolder, Initialize, NameBranch, Import, CheckOut, Done };

    GitImport(Reply<QString> *reply, QString stream);
    void makeFolder(const QString &parent, const QString &name);
    void proceed();
    void start(const QStringList &arguments);
    void settle(int exitCode, QProcess::ExitStatus status);
    void stop(const Error &error);

    Reply<QString> *m_reply;
    QString m_stream;
    QString m_folder;
    Step m_step = Step::MakeFolder;
    QProcess m_git;
    std::optional<Error> m_fate; ///< Set when the process is to end.
};

} // namespace edgewright
