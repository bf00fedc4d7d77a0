// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/httptransport.h"

#include "cloud/httpexchange.h"
#include "cloud/oneshotupload.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

namespace edgewright {

namespace {

QNetworkRequest prepared(const HttpRequest &request, const TransportSettings &settings)
{
    QNetworkRequest prepared(request.url);
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                          QNetworkRequest::ManualRedirectPolicy);
    prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    prepared.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    prepared.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                          QNetworkRequest::AlwaysNetwork);
    prepared.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    prepared.setTransferTimeout(static_cast<int>(settings.stall.count()));
    prepared.setRawHeader("User-Agent", "Edgewright");
    // Naming an encoding ourselves keeps Qt from unpacking anything.
    prepared.setRawHeader("Accept-Encoding", "identity");
    for (const auto &[name, value] : request.headers) {
        // Qt writes Host itself, and a second one would be a forged one.
        if (name.toLower() != "host")
            prepared.setRawHeader(name, value);
    }
    return prepared;
}

} // namespace

QByteArray HttpAnswer::header(const QByteArray &name) const
{
    const auto found = std::ranges::find_if(headers, [&](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->second;
}

HttpTransport::HttpTransport(QNetworkAccessManager &network, TransportSettings settings)
    : m_network(network)
    , m_settings(settings)
{
}

HttpExchange *HttpTransport::send(const HttpRequest &request, QObject *owner) const
{
    QNetworkRequest prepared = edgewright::prepared(request, m_settings);
    if (!request.body)
        return new HttpExchange(request.label, m_network.get(prepared), nullptr, m_settings, owner);

    prepared.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    prepared.setHeader(QNetworkRequest::ContentLengthHeader, request.body->size());
    auto *upload = new OneShotUpload(*request.body);
    QNetworkReply *reply = m_network.post(prepared, upload);
    upload->setParent(reply);
    return new HttpExchange(request.label, reply, upload, m_settings, owner);
}

} // namespace edgewright
