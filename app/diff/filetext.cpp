// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/filetext.h"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <limits>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace edgewright::diff {

namespace {

constexpr std::size_t kFirstCapacity = std::size_t{64} * 1024;
constexpr std::size_t kLargest = std::numeric_limits<std::uint32_t>::max();

} // namespace

bool FileText::read(const std::string &path)
{
    if (path == "-")
        return readAll(STDIN_FILENO) || fail(path, errno);
    const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(path, errno);
    const bool isRead = readAll(descriptor);
    const int number = errno;
    close(descriptor);
    return isRead || fail(path, number);
}

bool FileText::readAll(int descriptor)
{
    struct stat status = {};
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size >= 0)
        grow(static_cast<std::size_t>(status.st_size) + 1);
    else
        grow(kFirstCapacity);
    for (;;) {
        if (m_size == m_capacity)
            grow(m_capacity * 2);
        const ssize_t got = ::read(descriptor, m_bytes.get() + m_size, m_capacity - m_size);
        if (got == 0)
            return true;
        if (got < 0 && errno != EINTR)
            return false;
        if (got > 0)
            m_size += static_cast<std::size_t>(got);
        if (m_size > kLargest) {
            errno = EFBIG;
            return false;
        }
    }
}

void FileText::grow(std::size_t capacity)
{
    auto larger = std::make_unique_for_overwrite<char[]>(capacity);
    if (m_size > 0)
        std::memcpy(larger.get(), m_bytes.get(), m_size);
    m_bytes = std::move(larger);
    m_capacity = capacity;
}

bool FileText::fail(const std::string &path, int number)
{
    m_bytes.reset();
    m_size = 0;
    m_capacity = 0;
    m_error = path + ": " + std::strerror(number);
    return false;
}

} // namespace edgewright::diff
