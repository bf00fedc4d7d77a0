// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/oneshotupload.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace edgewright {

OneShotUpload::OneShotUpload(QByteArray bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

void OneShotUpload::withhold()
{
    m_position = m_bytes.size();
}

qint64 OneShotUpload::bytesAvailable() const
{
    return m_bytes.size() - m_position;
}

qint64 OneShotUpload::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::min(maxSize, bytesAvailable());
    if (count <= 0)
        return m_position == m_bytes.size() ? -1 : 0;
    std::memcpy(data, m_bytes.constData() + m_position, static_cast<std::size_t>(count));
    m_position += count;
    m_read = true;
    return count;
}

qint64 OneShotUpload::writeData(const char * /*data*/, qint64 /*maxSize*/)
{
    return -1;
}

} // namespace edgewright
