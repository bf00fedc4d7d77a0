// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace edgewright {

/// A key's secret or token in memory: zeroed when it goes, compared in constant time, and without
/// any conversion to text or log stream. Copies are deep, so each one is zeroed by its owner.
class Secret final {
public:
    Secret() = default;
    explicit Secret(const QByteArray &utf8);
    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(const Secret &other);
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    /// For signing and sending only; the reference lives as long as this object.
    [[nodiscard]] const QByteArray &reveal() const { return m_bytes; }

    [[nodiscard]] bool operator==(const Secret &other) const;

private:
    void wipe();

    QByteArray m_bytes;
};

} // namespace edgewright
