// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/probetypes.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace edgewright {

QByteArray ProbeAnswer::header(QByteArrayView name) const
{
    for (const auto &[one, value] : headers) {
        if (one.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

std::optional<QHostAddress> ipAddress(const QString &text)
{
    QHostAddress address;
    if (text.contains(u'%') || !address.setAddress(text))
        return std::nullopt;
    // "127.1" and "0177.0.0.1" are taken by the system's own reading as well.
    if (address.protocol() == QAbstractSocket::IPv4Protocol && address.toString() != text)
        return std::nullopt;
    const bool usable = !address.isMulticast() && !address.isBroadcast()
                        && address != QHostAddress(QHostAddress::AnyIPv4)
                        && address != QHostAddress(QHostAddress::AnyIPv6);
    return usable ? std::optional(address) : std::nullopt;
}

bool isHostName(const QString &text)
{
    static const QRegularExpression pattern(
        u"\\A(?=.{1,253}\\z)(?!.*\\.[0-9]+\\z)"
        "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)"
        "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+\\z"_s);
    return pattern.match(text).hasMatch();
}

bool isSecretHeader(QByteArrayView name)
{
    const QByteArray lower = name.toByteArray().toLower();
    constexpr std::array<QByteArrayView, 4> exact{"authorization", "proxy-authorization", "cookie",
                                                  "set-cookie"};
    constexpr std::array<QByteArrayView, 7> parts{"token",  "secret", "password", "api-key",
                                                  "apikey", "auth",   "session"};
    return std::ranges::find(exact, QByteArrayView(lower)) != exact.end()
           || std::ranges::any_of(parts, [&](QByteArrayView part) { return lower.contains(part); });
}

} // namespace edgewright
