// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/singleinstance.h"

#include "base/log.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QTimer>

#include <cerrno>
#include <chrono>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace edgewright {

namespace {

constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
constexpr char kRaise[] = "raise\n";
constexpr char kRaised[] = "raised\n";
// The first one may be starting itself, or have its hands full for a moment.
constexpr int kAttempts = 10;
constexpr auto kBetweenAttempts = 300ms;
constexpr auto kPatience = 5s;

QString privateFolder(const QString &folder)
{
    if (!QFileInfo::exists(folder) && !QDir().mkpath(folder))
        return folder;
    QFile::setPermissions(folder, kOwnerOnly);
    return folder;
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(privateFolder(QDir(folder).absolutePath() + u"/instance"_s))
{
    const QString canonical = QFileInfo(m_folder).canonicalFilePath();
    m_socketPath = (canonical.isEmpty() ? m_folder : canonical) + u"/socket"_s;
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::welcome);
}

SingleInstance::~SingleInstance()
{
    m_server.close();
    if (m_lock >= 0)
        ::close(m_lock);
}

bool SingleInstance::claim()
{
    if (!lock())
        return false;
    listen();
    return true;
}

bool SingleInstance::lock()
{
    if (m_lock >= 0)
        return true;
    const QByteArray path = QFile::encodeName(m_folder + u"/lock"_s);
    m_lock = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_lock < 0) {
        // Where nothing can be written no draft is overwritten either; saving them tells why.
        qCWarning(lcWorkspace).noquote()
            << forLog(QString::fromLocal8Bit(path)) << qt_error_string(errno);
        return true;
    }
    // Unlike a file with a process id in it, this one is never left behind.
    if (::flock(m_lock, LOCK_EX | LOCK_NB) == 0)
        return true;
    const bool isHeld = errno == EWOULDBLOCK;
    if (isHeld) {
        ::close(m_lock);
        m_lock = -1;
    }
    // File systems without locks let everybody in.
    return !isHeld;
}

void SingleInstance::listen()
{
    if (m_server.isListening())
        return;
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_socketPath); // of one that was killed: the lock is ours
    // In a folder with a very long name there can be no socket: later ones are told so, not raised.
    if (!m_server.listen(m_socketPath))
        qCInfo(lcWorkspace).noquote() << forLog(m_server.errorString());
}

void SingleInstance::welcome()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->readLine(sizeof kRaise) != kRaise) {
                socket->abort();
                return;
            }
            emit raiseRequested();
            socket->write(kRaised);
            socket->disconnectFromServer();
        });
    }
}

void SingleInstance::askFirst()
{
    m_isSettled = false;
    QTimer::singleShot(kPatience, this, [this] {
        if (!std::exchange(m_isSettled, true))
            emit unanswered();
    });
    ask(kAttempts);
}

void SingleInstance::ask(int attemptsLeft)
{
    auto *socket = new QLocalSocket(this);
    connect(socket, &QLocalSocket::connected, socket, [socket] { socket->write(kRaise); });
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (socket->readLine(sizeof kRaised) == kRaised && !std::exchange(m_isSettled, true))
            emit answered();
    });
    connect(socket, &QLocalSocket::errorOccurred, this, [this, socket, attemptsLeft] {
        socket->deleteLater();
        if (m_isSettled)
            return;
        if (attemptsLeft > 1) {
            QTimer::singleShot(kBetweenAttempts, this,
                               [this, attemptsLeft] { ask(attemptsLeft - 1); });
        } else {
            m_isSettled = true;
            emit unanswered();
        }
    });
    socket->connectToServer(m_socketPath);
}

} // namespace edgewright
