// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/requesttext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qsizetype kLongestMethod = 30;
constexpr qsizetype kLongestUrl = 16'000;
constexpr qsizetype kMostHeaders = 100;
constexpr qsizetype kLargestHead = 64 * 1024;
constexpr quint16 kHttpPort = 80;
constexpr quint16 kHttpsPort = 443;

class ProbeText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ProbeRequest)
};

Error refusal(const QString &message, const QString &advice = {})
{
    return {.code = ErrorCode::InvalidRequest, .message = message, .advice = advice};
}

bool isToken(QByteArrayView text)
{
    constexpr QByteArrayView punctuation = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::ranges::all_of(text, [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
               || punctuation.contains(c);
    });
}

/// Says where the message ends or goes; two opinions on that would be a way to smuggle.
bool isOurs(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 9> ours{
        "host", "content-length", "transfer-encoding", "connection", "keep-alive",
        "te",   "trailer",        "upgrade",           "expect"};
    return std::ranges::any_of(
               ours,
               [name](QByteArrayView one) { return name.compare(one, Qt::CaseInsensitive) == 0; })
           || QByteArrayView(name.toByteArray().toLower()).startsWith("proxy-");
}

Result<> checkUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return refusal(ProbeText::tr("That is not a complete address."),
                       ProbeText::tr("Write it as https://www.example.com/path."));
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return refusal(ProbeText::tr("Only addresses with https:// or http:// can be asked."));
    if (!url.userInfo().isEmpty())
        return refusal(
            ProbeText::tr("The address holds a user name or a password."),
            ProbeText::tr("Take it out; an Authorization header can carry it if you want that."));
    if (url.toEncoded().size() > kLongestUrl)
        return refusal(ProbeText::tr("The address is too long."));
    return {};
}

Result<> checkHeader(const std::pair<QByteArray, QByteArray> &header)
{
    const auto &[name, value] = header;
    const QString shown = QString::fromUtf8(name.left(60));
    if (!isToken(name))
        return refusal(ProbeText::tr("“%1” is not the name of a header.").arg(shown));
    if (isOurs(name))
        return refusal(
            ProbeText::tr("The header %1 follows from the request and cannot be set.").arg(shown));
    const bool breaks = std::ranges::any_of(
        value, [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == 127; });
    if (breaks)
        return refusal(
            ProbeText::tr("The value of the header %1 holds a control character.").arg(shown));
    return {};
}

bool has(const ProbeHeaders &headers, QByteArrayView name)
{
    return std::ranges::any_of(headers, [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QByteArray target(const QUrl &url)
{
    QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    if (!path.startsWith('/'))
        path.prepend('/');
    if (url.hasQuery())
        path += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    return path;
}

} // namespace

quint16 portOf(const QUrl &url)
{
    const int usual = url.scheme() == "http"_L1 ? kHttpPort : kHttpsPort;
    return static_cast<quint16>(url.port(usual));
}

QByteArray hostHeader(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':') && !host.startsWith('['))
        host = '[' + host + ']';
    const quint16 usual = url.scheme() == "http"_L1 ? kHttpPort : kHttpsPort;
    return portOf(url) == usual ? host : host + ':' + QByteArray::number(portOf(url));
}

Result<QByteArray> requestText(const ProbeRequest &request)
{
    if (const Result<> result = checkUrl(request.url); !result)
        return result.error();
    if (!isToken(request.method) || request.method.size() > kLongestMethod
        || request.method == "CONNECT")
        return refusal(ProbeText::tr("That is not a method that can be sent."));
    if (request.headers.size() > kMostHeaders)
        return refusal(ProbeText::tr("These are more headers than can be sent."));
    QByteArray text = request.method + ' ' + target(request.url)
                      + " HTTP/1.1\r\nHost: " + hostHeader(request.url) + "\r\n";
    for (const auto &header : request.headers) {
        if (const Result<> result = checkHeader(header); !result)
            return result.error();
        text += header.first + ": " + header.second + "\r\n";
    }
    if (text.size() > kLargestHead)
        return refusal(ProbeText::tr("The headers are larger than can be sent."));
    const std::array<std::pair<QByteArrayView, QByteArrayView>, 3> usual{
        {{"User-Agent", "Edgewright"}, {"Accept", "*/*"}, {"Accept-Encoding", "gzip"}}};
    for (const auto &[name, value] : usual) {
        if (!has(request.headers, name))
            text += name.toByteArray() + ": " + value.toByteArray() + "\r\n";
    }
    constexpr std::array<QByteArrayView, 3> withBody{"POST", "PUT", "PATCH"};
    if (!request.body.isEmpty()
        || std::ranges::find(withBody, QByteArrayView(request.method)) != withBody.end())
        text += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    // One request, one connection: nothing can be sent twice over a kept one.
    text += "Connection: close\r\n\r\n";
    text += request.body;
    return text;
}

Result<ProbeHeaders> parseHeaders(const QString &text)
{
    ProbeHeaders headers;
    for (const QString &line : text.split(u'\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype colon = line.indexOf(u':');
        if (colon <= 0)
            return refusal(ProbeText::tr("“%1” is not a header.").arg(line.trimmed().left(60)),
                           ProbeText::tr("Write one a line: name, colon, value."));
        std::pair header{line.left(colon).trimmed().toUtf8(),
                         line.mid(colon + 1).trimmed().toUtf8()};
        if (const Result<> result = checkHeader(header); !result)
            return result.error();
        headers.append(std::move(header));
    }
    return headers;
}

} // namespace edgewright
