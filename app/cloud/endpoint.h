// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QUrl>

namespace edgewright {

/// Which of the service's two interfaces a host speaks (API.md §0).
enum class ApiGeneration {
    Current, ///< 2024-09-10
    First,   ///< 2018-01-15
};

/// The host that calls go to, and the interface it speaks. HTTPS always, except for a loopback
/// address: plain HTTP there is the sandbox or a test.
class Endpoint final {
public:
    Endpoint() = default;

    /// The China site, esa.cn-hangzhou.aliyuncs.com (API.md §1.4).
    [[nodiscard]] static Endpoint hangzhou();
    /// The international site, esa.ap-southeast-1.aliyuncs.com.
    [[nodiscard]] static Endpoint singapore();
    /// The one site of the first generation, dcdn.aliyuncs.com.
    [[nodiscard]] static Endpoint dcdn();
    /// The same host, spoken to in another generation: the sandbox knows both.
    [[nodiscard]] Endpoint speaking(ApiGeneration generation) const;
    /// HOST[:PORT] as a user types it; a scheme, path, user name or blank is refused
    /// (ErrorCode::InvalidRequest).
    [[nodiscard]] static Result<Endpoint> parse(const QString &hostAndPort);

    [[nodiscard]] ApiGeneration generation() const { return m_generation; }
    [[nodiscard]] bool isValid() const { return !m_host.isEmpty(); }
    /// 127.0.0.0/8, ::1 or "localhost".
    [[nodiscard]] bool isLoopback() const;
    /// As signed and sent in the Host header: the port only when it is not the scheme's own.
    [[nodiscard]] QString hostHeader() const;
    [[nodiscard]] QUrl url() const;
    /// What a user reads: "Hangzhou", "Singapore", "DCDN", or host and port.
    [[nodiscard]] QString displayName() const;

    [[nodiscard]] bool operator==(const Endpoint &other) const = default;

private:
    QString m_host; ///< Lower case, no brackets.
    int m_port = -1;
    ApiGeneration m_generation = ApiGeneration::Current;
};

} // namespace edgewright
