// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"
#include "probe/probetypes.h"

#include <QObject>

namespace edgewright {

/// Sends single requests to places the user names, as a visitor of the site would: once, directly
/// (no proxy), without cookies or stored passwords, never following a redirection, in bounded time
/// and memory. A certificate that does not prove the host of the URL ends the request.
///
/// QNetworkAccessManager cannot connect to an address of one's choice under another name, so this
/// speaks HTTP itself. Errors: InvalidRequest (nothing was sent), Network (the place could not be
/// reached, or did not prove who it is), Timeout and InvalidResponse (reached, but no whole
/// answer), Cancelled. Replies belong to the client. GUI thread.
class ProbeClient final : public QObject {
    Q_OBJECT

public:
    explicit ProbeClient(ProbeSettings settings = {}, QObject *parent = nullptr);

    [[nodiscard]] Reply<ProbeAnswer> *send(const ProbeRequest &request);

private:
    ProbeSettings m_settings;
};

} // namespace edgewright
