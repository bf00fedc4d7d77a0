// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/httpmessage.h"

#include <algorithm>

namespace edgewright::sandbox {

QByteArray HttpRequest::header(const QByteArray &lowerCaseName) const
{
    const auto found =
        std::ranges::find(headers, lowerCaseName, &std::pair<QByteArray, QByteArray>::first);
    return found == headers.cend() ? QByteArray() : found->second;
}

bool HttpRequest::hasHeader(const QByteArray &lowerCaseName) const
{
    return std::ranges::find(headers, lowerCaseName, &std::pair<QByteArray, QByteArray>::first)
           != headers.cend();
}

} // namespace edgewright::sandbox
