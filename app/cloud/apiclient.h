// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"
#include "cloud/apierror.h"
#include "cloud/credentials.h"
#include "cloud/endpoint.h"
#include "cloud/httptransport.h"
#include "cloud/retrypolicy.h"

#include <QJsonObject>
#include <QObject>

#include <functional>

namespace edgewright {

/// Everything about the client that tests want otherwise.
struct ClientSettings {
    TransportSettings transport;
    RetrySettings retry;
    std::function<QDateTime()> now; ///< The computer's clock when empty.
    RetryPolicy::Random random;     ///< The system's generator when empty.
    SignatureScheme signature = SignatureScheme::Acs3;
};

/// One operation of a service that takes its action in a header (API.md §1.1).
struct ApiCall {
    QByteArray action;
    QByteArray version;
    CallKind kind = CallKind::Read;
    bool post = true;
    acs3::Pairs query; ///< UTF-8, not encoded.
    acs3::Pairs form;  ///< The same; the body of a POST.
};

/// Signs calls of one account to one endpoint, sends them, and knows by how much this computer's
/// clock is off. GUI thread only.
class ApiClient final {
public:
    /// \p network must outlive the client, and the client the replies.
    ApiClient(QNetworkAccessManager &network, Endpoint endpoint, Credentials credentials,
              const ClientSettings &settings);

    [[nodiscard]] Reply<QJsonObject> *call(const ApiCall &call, QObject *owner);

    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }
    [[nodiscard]] const HttpTransport &transport() const { return m_transport; }
    [[nodiscard]] const RetryPolicy &retryPolicy() const { return m_policy; }
    /// The service's time as far as known.
    [[nodiscard]] QDateTime now() const;

private:
    [[nodiscard]] HttpRequest signedRequest(const ApiCall &call) const;
    [[nodiscard]] HttpRequest signedByParameters(const ApiCall &call) const;
    [[nodiscard]] acs3::Pairs headers(const ApiCall &call, const QByteArray &payloadHash) const;
    bool correctClock(const HttpAnswer &answer, const ApiFailure &failure);

    Endpoint m_endpoint;
    Credentials m_credentials;
    HttpTransport m_transport;
    RetryPolicy m_policy;
    std::function<QDateTime()> m_localTime;
    SignatureScheme m_signature;
    std::chrono::milliseconds m_clockOffset{0}; ///< The service's clock minus ours.
};

/// The time in an HTTP date such as "Sun, 06 Nov 1994 08:49:37 GMT"; invalid when it is none.
[[nodiscard]] QDateTime parseHttpDate(const QByteArray &text);

} // namespace edgewright
