// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/gitimport.h"

#include "archive/exportnames.h"
#include "base/background.h"

#include <QDir>
#include <QFile>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <cerrno>
#include <cstring>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList keys = environment.keys();
    for (const QString &key : keys) {
        if (key.startsWith("GIT_"_L1))
            environment.remove(key);
    }
    environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    environment.insert(u"GIT_ATTR_NOSYSTEM"_s, u"1"_s);
    environment.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    return environment;
}

/// The first of \p name, \p name-2, … that is not there yet; empty with errno set on failure.
QString newFolder(const QString &parent, const QString &name)
{
    constexpr int kAttempts = 1000;
    constexpr mode_t kMode = 0777; // The user's mask takes away what it has to.
    for (int i = 1; i <= kAttempts; ++i) {
        const QString path = parent + u'/' + name + (i == 1 ? QString() : u"-%1"_s.arg(i));
        if (::mkdir(QFile::encodeName(path).constData(), kMode) == 0)
            return path;
        if (errno != EEXIST)
            break;
    }
    return {};
}

/// Line ends stay as they are, whatever the user's git is told elsewhere.
void writeAttributes(const QString &repository)
{
    QDir().mkpath(repository + u"/.git/info"_s);
    QFile attributes(repository + u"/.git/info/attributes"_s);
    if (attributes.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        attributes.write("* -text\n");
}

} // namespace

QString GitImport::program()
{
    return QStandardPaths::findExecutable(u"git"_s);
}

Reply<QString> *GitImport::run(QObject *owner, const QString &stream, const QString &parent,
                               const QString &routine)
{
    auto *reply = new Reply<QString>(owner);
    auto *import = new GitImport(reply, stream);
    import->makeFolder(parent, exportFileName(routine, u"-git"_s));
    return reply;
}

GitImport::GitImport(Reply<QString> *reply, QString stream)
    : QObject(reply)
    , m_reply(reply)
    , m_stream(std::move(stream))
{
    m_git.setProcessEnvironment(plainEnvironment());
    m_git.setProcessChannelMode(QProcess::MergedChannels);
    connect(&m_git, &QProcess::finished, this, &GitImport::settle);
    connect(&m_git, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        // Other errors are followed by finished().
        if (error == QProcess::FailedToStart)
            stop({.code = ErrorCode::Storage,
                  .message = tr("git could not be started."),
                  .detail = m_git.errorString()});
    });
    connect(reply, &ReplyBase::cancelRequested, this, [this] {
        stop({.code = ErrorCode::Cancelled, .message = tr("The export was stopped.")});
    });
}

void GitImport::makeFolder(const QString &parent, const QString &name)
{
    runInBackground<QString>(this, [parent, name]() -> Result<QString> {
        const QString path = newFolder(parent, name);
        if (!path.isEmpty())
            return path;
        const QString reason = QString::fromLocal8Bit(std::strerror(errno));
        return Error{.code = ErrorCode::Storage,
                     //: %1 is a folder's name, %2 the operating system's reason
                     .message = tr("The folder “%1” could not be made: %2.").arg(name, reason),
                     .detail = parent + u'/' + name + u": "_s + reason};
    })->then(this, [this](const Result<QString> &made) {
        if (!made) {
            stop(made.error());
            return;
        }
        m_folder = *made;
        if (m_fate)
            stop(*m_fate);
        else
            proceed();
    });
}

void GitImport::proceed()
{
    m_step = static_cast<Step>(static_cast<int>(m_step) + 1);
    switch (m_step) {
    case Step::Initialize:
        m_git.setWorkingDirectory(m_folder);
        start({u"init"_s, u"--quiet"_s, u"--template="_s});
        return;
    case Step::NameBranch:
        writeAttributes(m_folder);
        start({u"symbolic-ref"_s, u"HEAD"_s, u"refs/heads/main"_s});
        return;
    case Step::Import:
        m_git.setStandardInputFile(m_stream);
        start({u"fast-import"_s, u"--quiet"_s});
        return;
    case Step::CheckOut:
        m_git.setStandardInputFile(QProcess::nullDevice());
        start({u"reset"_s, u"--quiet"_s, u"--hard"_s});
        return;
    case Step::MakeFolder:
    case Step::Done:
        m_reply->resolve(m_folder);
    }
}

void GitImport::start(const QStringList &arguments)
{
    m_git.start(program(), QStringList{u"-c"_s, u"core.hooksPath=/dev/null"_s, u"-c"_s,
                                       u"core.autocrlf=false"_s}
                               + arguments);
}

void GitImport::settle(int exitCode, QProcess::ExitStatus status)
{
    if (m_fate) {
        stop(*m_fate);
        return;
    }
    if (exitCode == 0 && status == QProcess::NormalExit) {
        proceed();
        return;
    }
    constexpr qsizetype kLongestDetail = 2000;
    stop({.code = ErrorCode::Storage,
          .message = tr("git could not make the repository."),
          .advice = tr("Export the history as a folder or zip instead."),
          .detail = QString::fromUtf8(m_git.readAll()).left(kLongestDetail)});
}

void GitImport::stop(const Error &error)
{
    m_fate = error;
    const bool isWaited =
        m_step == Step::MakeFolder && m_folder.isEmpty() && error.code == ErrorCode::Cancelled;
    if (isWaited)
        return;
    if (m_git.state() != QProcess::NotRunning) {
        m_git.kill();
        return;
    }
    const QString folder = std::exchange(m_folder, {});
    runInBackground<void>(this, [folder]() -> Result<> {
        if (!folder.isEmpty())
            QDir(folder).removeRecursively();
        return {};
    })->then(this, [this, error](const Result<> &) { m_reply->resolve(error); });
}

} // namespace edgewright
