// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/probetargets.h"

#include "workspace/connectioncall.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qint64 kTokenSeconds = 50 * 60; // of the hour that one is valid
const auto kTokenParameter = QStringLiteral("esa_er_token");

bool isSound(const AccessToken &token)
{
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
               || c == '-' || c == '_' || c == '.' || c == '=';
    };
    return !token.token.isEmpty() && token.token.size() < 4'000
           && std::all_of(token.token.begin(), token.token.end(), allowed);
}

QUrl withParameter(QUrl url, const QByteArray &token)
{
    QUrlQuery query(url);
    query.removeAllQueryItems(kTokenParameter);
    query.addQueryItem(kTokenParameter, QString::fromLatin1(token));
    url.setQuery(query);
    return url;
}

} // namespace

ProbeTargets::ProbeTargets(const ShellContext &shell, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
{
    connect(&m_shell.services.connection(), &Connection::aboutToChange, this,
            [this] { m_tokens.clear(); });
}

bool ProbeTargets::isSandbox() const
{
    const Account &account = m_shell.services.connection().account();
    return account.kind == AccountKind::Sandbox && account.endpoint.isValid();
}

std::optional<QHostAddress> ProbeTargets::sandboxAddress() const
{
    return ipAddress(m_shell.services.connection().account().endpoint.url().host());
}

QUrl ProbeTargets::usualUrl(const QString &defaultHost) const
{
    if (!isHostName(defaultHost))
        return {};
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(defaultHost);
    url.setPath(u"/"_s);
    return url;
}

Reply<QList<QHostAddress>> *ProbeTargets::stagingAddresses()
{
    auto *reply = new Reply<QList<QHostAddress>>(this);
    RoutineService *service = m_shell.services.connection().service();
    if (service == nullptr) {
        reply->resolve(notConnected());
        return reply;
    }
    Reply<QStringList> *asked = service->fetchStagingAddresses();
    bindFate(reply, asked);
    asked->then(reply, [reply](const Result<QStringList> &texts) {
        if (!texts)
            return reply->resolve(
                because(tr("The addresses of staging could not be read."), texts.error()));
        QList<QHostAddress> addresses;
        for (const QString &text : *texts) {
            if (const auto address = ipAddress(text))
                addresses.append(*address);
        }
        if (addresses.isEmpty())
            return reply->resolve(
                Error{.code = ErrorCode::InvalidResponse,
                      .message = tr("The service names no address that serves staging.")});
        reply->resolve(addresses);
    });
    return reply;
}

Reply<ProbeRequest> *ProbeTargets::prepare(const ProbeRequest &request, const Wish &wish)
{
    auto *reply = new Reply<ProbeRequest>(this);
    ProbeRequest prepared = request;
    const bool isStaging = wish.environment == kStaging;
    if (isSandbox()) {
        // Its hosts have no names anywhere else.
        prepared.url.setScheme(u"http"_s);
        prepared.url.setPort(m_shell.services.connection().account().endpoint.url().port());
        prepared.address = sandboxAddress();
    }
    if (!isStaging)
        withToken(reply, prepared, wish);
    else
        withAddress(reply, prepared, wish);
    return reply;
}

void ProbeTargets::withAddress(Reply<ProbeRequest> *reply, ProbeRequest request, const Wish &wish)
{
    if (wish.address) {
        request.address = wish.address;
        withToken(reply, request, wish);
        return;
    }
    Reply<QList<QHostAddress>> *asked = stagingAddresses();
    asked->then(reply, [this, reply, request, wish](const Result<QList<QHostAddress>> &all) {
        if (!all)
            return reply->resolve(all.error());
        ProbeRequest pinned = request;
        pinned.address = all->constFirst();
        withToken(reply, pinned, wish);
    });
}

void ProbeTargets::withToken(Reply<ProbeRequest> *reply, const ProbeRequest &request,
                             const Wish &wish)
{
    const RoutineService *service = m_shell.services.connection().service();
    const bool isWanted = wish.withToken && service && service->capabilities().accessTokens
                          && request.url.host() == wish.defaultHost.toLower()
                          && !QUrlQuery(request.url).hasQueryItem(kTokenParameter);
    if (!isWanted)
        return reply->resolve(request);
    token(wish.routine)->then(reply, [reply, request, wish](const Result<AccessToken> &token) {
        if (!token)
            return reply->resolve(token.error());
        ProbeRequest opened = request;
        // Never to another host than the one it is for.
        if (token->defaultHost.isEmpty()
            || token->defaultHost.toLower() == wish.defaultHost.toLower())
            opened.url = withParameter(request.url, token->token);
        reply->resolve(opened);
    });
}

Reply<AccessToken> *ProbeTargets::token(const QString &routine)
{
    auto *reply = new Reply<AccessToken>(this);
    RoutineService *service = m_shell.services.connection().service();
    if (service == nullptr) {
        reply->resolve(notConnected());
        return reply;
    }
    const Token known = m_tokens.value(routine);
    if (known.until > QDateTime::currentDateTimeUtc()) {
        reply->resolve(known.token);
        return reply;
    }
    Reply<AccessToken> *asked = service->fetchAccessToken(routine);
    bindFate(reply, asked);
    asked->then(this, [this, reply = QPointer(reply), routine](const Result<AccessToken> &token) {
        if (!reply)
            return;
        if (!token)
            return reply->resolve(because(tr("The test token could not be read."), token.error()));
        if (!isSound(*token))
            return reply->resolve(Error{.code = ErrorCode::InvalidResponse,
                                        .message = tr("The service sent no usable test token.")});
        m_tokens.insert(routine, {*token, QDateTime::currentDateTimeUtc().addSecs(kTokenSeconds)});
        reply->resolve(*token);
    });
    return reply;
}

Reply<QUrl> *ProbeTargets::testLink(const QString &routine, const QUrl &page)
{
    auto *reply = new Reply<QUrl>(this);
    const std::optional<Routine> known = m_shell.services.catalog().routine(routine);
    const QString host = known ? known->defaultHost : QString();
    m_tokens.remove(routine); // a link lives for its whole hour
    token(routine)->then(reply, [reply, host, page](const Result<AccessToken> &token) {
        if (!token)
            return reply->resolve(token.error());
        const QString named = token->defaultHost.isEmpty() ? host : token->defaultHost;
        if (!isHostName(named))
            return reply->resolve(
                Error{.code = ErrorCode::InvalidResponse,
                      .message = tr("The service names no host that a test link could open.")});
        QUrl url;
        url.setScheme(u"https"_s);
        url.setHost(named);
        url.setPath(page.path().startsWith(u'/') ? page.path() : u"/"_s);
        url.setQuery(page.query());
        reply->resolve(withParameter(url, token->token));
    });
    return reply;
}

} // namespace edgewright
