// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/exclusivefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kCreate = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
constexpr mode_t kFileMode = 0666; // The user's mask takes away what it has to.
constexpr mode_t kFolderMode = 0777;

class ExportFile {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ExportFile)
};

Error failureOf(const QString &path, int cause)
{
    const QString reason = QString::fromLocal8Bit(std::strerror(cause));
    return {.code = cause == EEXIST ? ErrorCode::AlreadyExists : ErrorCode::Storage,
            //: %1 is a file or folder name, %2 the operating system's reason
            .message = ExportFile::tr("“%1” could not be written: %2.")
                           .arg(QFileInfo(path).fileName(), reason),
            .detail = path + u": "_s + reason};
}

bool writeAll(int handle, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count =
            ::write(handle, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        done += count;
    }
    return true;
}

/// Keeps the reason of a failure over the closing.
bool closeFile(int &handle)
{
    const int reason = errno;
    const bool closed = ::close(std::exchange(handle, -1)) == 0;
    if (closed)
        errno = reason;
    return closed;
}

bool moveInPlace(const QByteArray &from, const QByteArray &to, bool mayReplace)
{
    if (mayReplace)
        return ::rename(from.constData(), to.constData()) == 0;
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    // File systems without that know hard links, mostly.
    return ::link(from.constData(), to.constData()) == 0 && ::unlink(from.constData()) == 0;
}

} // namespace

ExclusiveFile::ExclusiveFile(QString path)
    : m_path(std::move(path))
{
}

ExclusiveFile::~ExclusiveFile()
{
    if (m_handle >= 0)
        ::close(m_handle);
    if (!m_temporary.isEmpty())
        ::unlink(m_temporary.constData());
}

Error ExclusiveFile::failure() const
{
    return failureOf(m_path, errno);
}

Result<> ExclusiveFile::open()
{
    const QFileInfo target(m_path);
    m_mayReplace = target.exists() || target.isSymLink();
    if (target.isDir() && !target.isSymLink())
        return failureOf(m_path, EISDIR);
    constexpr int kAttempts = 16;
    for (int i = 0; i < kAttempts && m_handle < 0; ++i) {
        const QString name = target.absolutePath() + u"/.edgewright-"_s
                             + QString::number(QRandomGenerator::system()->generate64(), 36);
        m_temporary = QFile::encodeName(name);
        m_handle = ::open(m_temporary.constData(), kCreate, kFileMode);
        if (m_handle < 0 && errno != EEXIST)
            break;
    }
    if (m_handle >= 0)
        return {};
    m_temporary.clear();
    return failure();
}

Result<> ExclusiveFile::write(const QByteArray &bytes)
{
    return writeAll(m_handle, bytes) ? Result<>() : failure();
}

Result<> ExclusiveFile::commit()
{
    if (::fsync(m_handle) != 0 || !closeFile(m_handle))
        return failure();
    const QByteArray target = QFile::encodeName(QFileInfo(m_path).absoluteFilePath());
    if (!moveInPlace(m_temporary, target, m_mayReplace))
        return failure();
    m_temporary.clear();
    return {};
}

ExclusiveFolder::~ExclusiveFolder()
{
    if (m_handle >= 0 && !m_isKept) {
        for (const QByteArray &name : m_names)
            ::unlinkat(m_handle, name.constData(), 0);
        const QByteArray name = QFile::encodeName(QFileInfo(m_path).fileName());
        ::unlinkat(m_parent, name.constData(), AT_REMOVEDIR);
    }
    for (const int handle : {m_handle, m_parent}) {
        if (handle >= 0)
            ::close(handle);
    }
}

Error ExclusiveFolder::failure(const QString &name) const
{
    return failureOf(m_path + u'/' + name, errno);
}

Result<> ExclusiveFolder::create(const QString &parent, const QString &name)
{
    m_path = parent;
    m_parent = ::open(QFile::encodeName(parent).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (m_parent < 0)
        return failureOf(parent, errno);
    constexpr int kAttempts = 1000;
    for (int i = 1; i <= kAttempts; ++i) {
        const QString tried = i == 1 ? name : QString(name + u'-' + QString::number(i));
        const QByteArray encoded = QFile::encodeName(tried);
        if (::mkdirat(m_parent, encoded.constData(), kFolderMode) != 0) {
            if (errno == EEXIST)
                continue;
            break;
        }
        m_handle = ::openat(m_parent, encoded.constData(),
                            O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (m_handle < 0)
            break;
        m_path = parent + u'/' + tried;
        return {};
    }
    return failure(name);
}

Result<> ExclusiveFolder::write(const QString &name, const QByteArray &bytes, const QDateTime &time)
{
    const QByteArray encoded = QFile::encodeName(name);
    int file = ::openat(m_handle, encoded.constData(), kCreate, kFileMode);
    if (file < 0)
        return failure(name);
    m_names.append(encoded);
    bool written = writeAll(file, bytes);
    if (written && time.isValid()) {
        // A time the file system cannot hold is no reason to fail.
        const std::array<timespec, 2> times{timespec{time.toSecsSinceEpoch(), 0},
                                            timespec{time.toSecsSinceEpoch(), 0}};
        ::futimens(file, times.data());
    }
    written = closeFile(file) && written;
    return written ? Result<>() : failure(name);
}

Result<> ExclusiveFolder::keep()
{
    if (::syncfs(m_handle) != 0)
        return failureOf(m_path, errno);
    m_isKept = true;
    return {};
}

} // namespace edgewright
