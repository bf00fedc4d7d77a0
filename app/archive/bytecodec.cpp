// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/bytecodec.h"

namespace edgewright {

namespace {

constexpr quint64 kLowBits = 0x7f;
constexpr quint64 kMore = 0x80;
constexpr int kLongest = 64;

} // namespace

void putNumber(QByteArray &target, quint64 number)
{
    while (number > kLowBits) {
        target.append(static_cast<char>((number & kLowBits) | kMore));
        number >>= 7;
    }
    target.append(static_cast<char>(number));
}

void putSigned(QByteArray &target, qint64 number)
{
    const auto magnitude = static_cast<quint64>(number < 0 ? -(number + 1) : number);
    putNumber(target, (magnitude << 1) | (number < 0 ? 1 : 0));
}

quint64 NumberReader::number()
{
    quint64 number = 0;
    for (int shift = 0; shift < kLongest; shift += 7) {
        if (m_failed || m_at == m_bytes.size())
            break;
        const auto byte = static_cast<quint64>(static_cast<uchar>(m_bytes[m_at++]));
        number |= (byte & kLowBits) << shift;
        if ((byte & kMore) == 0)
            return number;
    }
    m_failed = true;
    return 0;
}

qint64 NumberReader::signedNumber()
{
    const quint64 coded = number();
    const auto magnitude = static_cast<qint64>(coded >> 1);
    return (coded & 1) != 0 ? -magnitude - 1 : magnitude;
}

} // namespace edgewright
