// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/requestlog.h"

#include "base/log.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

RequestLog::~RequestLog()
{
    if (m_file >= 0)
        ::close(m_file);
}

Result<> RequestLog::open(const QString &file)
{
    m_file = ::open(QFile::encodeName(file).constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC,
                    0600);
    if (m_file < 0)
        return Error{.code = ErrorCode::Storage, .message = u"cannot write %1"_s.arg(file)};
    return {};
}

void RequestLog::add(const QString &operation) const
{
    const QByteArray line = operation.toUtf8() + '\n';
    // One write to a file in append mode: lines of different threads never mix.
    if (::write(m_file, line.constData(), static_cast<size_t>(line.size())) != line.size())
        qCWarning(lcSandbox) << "the request log could not be written";
}

} // namespace edgewright::sandbox
