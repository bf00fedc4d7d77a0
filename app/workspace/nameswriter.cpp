// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/nameswriter.h"

#include "base/durablefile.h"

#include <QDir>
#include <QFileInfo>

namespace edgewright {

NamesWriter::NamesWriter()
{
    m_pool.setMaxThreadCount(1);
}

NamesWriter::~NamesWriter()
{
    flush();
}

void NamesWriter::write(const QString &file, const QByteArray &content)
{
    const QMutexLocker lock(&m_mutex);
    m_waiting.insert(file, content);
    m_failures.remove(file);
    if (!std::exchange(m_isAtWork, true))
        m_pool.start([this] { work(); });
}

std::optional<Error> NamesWriter::failure(const QString &file) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_failures.constFind(file);
    return found == m_failures.cend() ? std::nullopt : std::optional(*found);
}

void NamesWriter::flush()
{
    m_pool.waitForDone();
}

void NamesWriter::work()
{
    QMutexLocker lock(&m_mutex);
    while (!m_waiting.isEmpty()) {
        const QString file = m_waiting.constBegin().key();
        const QByteArray content = m_waiting.take(file);
        lock.unlock();
        QDir().mkpath(QFileInfo(file).path());
        const Result<> written = writeDurably(file, content);
        lock.relock();
        if (!written && !m_waiting.contains(file))
            m_failures.insert(file, written.error());
    }
    m_isAtWork = false;
}

} // namespace edgewright
