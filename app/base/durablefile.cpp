// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/durablefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

class DurableFile {
    Q_DECLARE_TR_FUNCTIONS(edgewright::DurableFile)
};

Error storageError(const QString &message, const QString &path, const QString &cause)
{
    return Error{.code = ErrorCode::Storage,
                 .message = message.arg(QFileInfo(path).fileName(), cause),
                 .detail = path + u": "_s + cause};
}

Error writeError(const QString &path, const QString &cause)
{
    //: %1 is a file name, %2 the operating system's reason
    return storageError(DurableFile::tr("The file “%1” could not be written: %2."), path, cause);
}

QString systemReason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

/// A file that may not be looked at is not missing.
bool isMissing(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) != 0
           && (errno == ENOENT || errno == ENOTDIR);
}

bool syncFolder(const QString &folder)
{
    const int handle =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return false;
    const bool synced = ::fsync(handle) == 0;
    ::close(handle);
    return synced;
}

/// The permissions of the file at \p path, or those a new one gets.
mode_t userMode(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0)
        return status.st_mode & 0777;
    // It can only be read by setting it; a file made meanwhile is at worst too private.
    const mode_t mask = ::umask(077);
    ::umask(mask);
    return 0666 & ~mask;
}

constexpr mode_t kPrivate = 0600;

Result<> replace(const QString &path, const QByteArray &content, mode_t mode)
{
    const QFileInfo target(path);
    QTemporaryFile file(target.absolutePath() + u"/."_s + target.fileName() + u".XXXXXX"_s);
    if (!file.open())
        return writeError(path, file.errorString());
    if (file.write(content) != content.size() || !file.flush())
        return writeError(path, file.errorString());
    if (::fchmod(file.handle(), mode) != 0 || ::fsync(file.handle()) != 0)
        return writeError(path, systemReason());
    if (::rename(QFile::encodeName(file.fileName()).constData(),
                 QFile::encodeName(target.absoluteFilePath()).constData())
        != 0)
        return writeError(path, systemReason());
    file.setAutoRemove(false);
    if (!syncFolder(target.absolutePath()))
        return writeError(path, systemReason());
    return {};
}

} // namespace

Result<> writeDurably(const QString &path, const QByteArray &content)
{
    return replace(path, content, kPrivate);
}

Result<> writeDurablyForUser(const QString &path, const QByteArray &content)
{
    const QString target = QFileInfo(path).canonicalFilePath();
    return replace(target.isEmpty() ? path : target, content, userMode(path));
}

QString setAside(const QString &path)
{
    for (int i = 1; i < 1000; ++i) {
        const QString name = path + u".broken-%1"_s.arg(i);
        if (QFile::rename(path, name))
            return name;
        if (!QFileInfo::exists(name))
            return {};
    }
    return {};
}

Result<QByteArray> readWholeFile(const QString &path, qint64 limit)
{
    QFile file(path);
    //: %1 is a file name, %2 the operating system's reason
    const QString message = DurableFile::tr("The file “%1” could not be read: %2.");
    if (!file.open(QIODevice::ReadOnly)) {
        Error error = storageError(message, path, file.errorString());
        if (isMissing(path))
            error.code = ErrorCode::NotFound;
        return error;
    }
    QByteArray content = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return storageError(message, path, file.errorString());
    if (content.size() > limit)
        return storageError(message, path, DurableFile::tr("it is too large"));
    return content;
}

} // namespace edgewright
