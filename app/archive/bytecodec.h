// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace edgewright {

/// Appends \p number in groups of seven bits, the lowest first.
void putNumber(QByteArray &target, quint64 number);
/// A number that may be negative, small ones in few bytes.
void putSigned(QByteArray &target, qint64 number);

/// Takes numbers from bytes that may hold anything; one that is not there makes it fail for good.
class NumberReader final {
public:
    explicit NumberReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] quint64 number();
    [[nodiscard]] qint64 signedNumber();
    [[nodiscard]] bool atEnd() const { return m_failed || m_at == m_bytes.size(); }
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    /// What was not read yet.
    [[nodiscard]] QByteArrayView rest() const { return m_bytes.sliced(m_at); }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_failed = false;
};

} // namespace edgewright
