// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/endpoint.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

class EndpointText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::Endpoint)
};

constexpr QLatin1StringView kHangzhou{"esa.cn-hangzhou.aliyuncs.com"};
constexpr QLatin1StringView kSingapore{"esa.ap-southeast-1.aliyuncs.com"};
constexpr QLatin1StringView kDcdn{"dcdn.aliyuncs.com"};
constexpr qsizetype kLongestHost = 253;

Error refused(const QString &typed)
{
    return Error{
        .code = ErrorCode::InvalidRequest,
        .message =
            EndpointText::tr("\"%1\" is not a host or host:port.").arg(typed.left(kLongestHost)),
        .advice = EndpointText::tr("Enter a name such as esa.cn-hangzhou.aliyuncs.com or "
                                   "127.0.0.1:8080, without a scheme or path.")};
}

/// Four decimal numbers; the short and octal forms that resolvers know are refused with the names.
std::optional<QString> ip4Address(const QString &text)
{
    static const QRegularExpression quad(
        u"\\A(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!\\z)|\\z)){4}\\z"_s,
        QRegularExpression::DontCaptureOption);
    return quad.match(text).hasMatch() ? std::optional(text) : std::nullopt;
}

std::optional<QString> ip6Address(const QString &text)
{
    static const QRegularExpression characters(u"\\A[0-9A-Fa-f:.]+\\z"_s);
    QHostAddress address;
    if (!characters.match(text).hasMatch() || !address.setAddress(text)
        || address.protocol() != QAbstractSocket::IPv6Protocol)
        return std::nullopt;
    return address.toString();
}

std::optional<QString> hostName(const QString &text)
{
    // The last label holds a letter, so that no number is taken for a name and resolved as one.
    static const QRegularExpression name(u"\\A(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*"
                                         "(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
                                         "\\z"_s);
    static const QRegularExpression hexadecimal(u"(?:\\A|\\.)0x[0-9a-f]*\\z"_s);
    const QString lower = text.toLower();
    if (lower.size() > kLongestHost || !name.match(lower).hasMatch()
        || hexadecimal.match(lower).hasMatch())
        return std::nullopt;
    return lower;
}

} // namespace

Endpoint Endpoint::hangzhou()
{
    Endpoint endpoint;
    endpoint.m_host = kHangzhou;
    return endpoint;
}

Endpoint Endpoint::singapore()
{
    Endpoint endpoint;
    endpoint.m_host = kSingapore;
    return endpoint;
}

Endpoint Endpoint::dcdn()
{
    Endpoint endpoint;
    endpoint.m_host = kDcdn;
    endpoint.m_generation = ApiGeneration::First;
    return endpoint;
}

Endpoint Endpoint::speaking(ApiGeneration generation) const
{
    Endpoint endpoint = *this;
    endpoint.m_generation = generation;
    return endpoint;
}

Result<Endpoint> Endpoint::parse(const QString &hostAndPort)
{
    static const QRegularExpression form(
        u"\\A(?:\\[(?<six>[^\\]]+)\\]|(?<host>[^:\\[\\]]+))(?::(?<port>[0-9]{1,5}))?\\z"_s);
    const QRegularExpressionMatch match = form.match(hostAndPort);

    Endpoint endpoint;
    std::optional<QString> host;
    if (!match.hasMatch())
        host = ip6Address(hostAndPort); // without brackets, then without a port
    else if (!match.captured(u"six"_s).isEmpty())
        host = ip6Address(match.captured(u"six"_s));
    else
        host = ip4Address(match.captured(u"host"_s));
    if (!host && match.hasMatch() && match.captured(u"six"_s).isEmpty())
        host = hostName(match.captured(u"host"_s));
    if (!host)
        return refused(hostAndPort);
    endpoint.m_host = *host;
    if (*host == kDcdn)
        endpoint.m_generation = ApiGeneration::First;

    const QString port = match.captured(u"port"_s);
    if (!port.isEmpty()) {
        endpoint.m_port = port.toInt();
        if (endpoint.m_port < 1 || endpoint.m_port > 65'535)
            return refused(hostAndPort);
        // The same host is the same endpoint, with or without the scheme's own port.
        if (endpoint.m_port == (endpoint.isLoopback() ? 80 : 443))
            endpoint.m_port = -1;
    }
    return endpoint;
}

bool Endpoint::isLoopback() const
{
    return m_host == "localhost"_L1 || m_host == "::1"_L1
           || (m_host.startsWith("127."_L1) && ip4Address(m_host));
}

QString Endpoint::hostHeader() const
{
    const QString host = m_host.contains(u':') ? QString(u'[' + m_host + u']') : m_host;
    return m_port == -1 ? host : QString(host + u':' + QString::number(m_port));
}

QUrl Endpoint::url() const
{
    QUrl url;
    url.setScheme(isLoopback() ? u"http"_s : u"https"_s);
    url.setHost(m_host);
    url.setPort(m_port);
    url.setPath(u"/"_s);
    return url;
}

QString Endpoint::displayName() const
{
    if (*this == hangzhou())
        return EndpointText::tr("Hangzhou");
    if (*this == singapore())
        return EndpointText::tr("Singapore");
    if (*this == dcdn())
        return u"DCDN"_s;
    return m_generation == ApiGeneration::First ? QString(u"DCDN · "_s + hostHeader())
                                                : hostHeader();
}

} // namespace edgewright
