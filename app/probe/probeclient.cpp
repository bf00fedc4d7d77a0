// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/probeclient.h"

#include "probe/probeexchange.h"
#include "probe/requesttext.h"

namespace edgewright {

ProbeClient::ProbeClient(ProbeSettings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
}

Reply<ProbeAnswer> *ProbeClient::send(const ProbeRequest &request)
{
    auto *reply = new Reply<ProbeAnswer>(this);
    const Result<QByteArray> text = requestText(request);
    if (!text) {
        reply->resolve(text.error());
        return reply;
    }
    auto *exchange = new ProbeExchange(request, *text, m_settings, reply);
    connect(reply, &ReplyBase::cancelRequested, exchange, &ProbeExchange::cancel);
    exchange->start();
    return reply;
}

} // namespace edgewright
