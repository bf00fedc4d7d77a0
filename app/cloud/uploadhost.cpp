// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/uploadhost.h"

#include "base/log.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

class UploadText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ObjectUpload)
};

Error refused(const QString &url)
{
    return {.code = ErrorCode::UploadRefused,
            .message = UploadText::tr("The service named an upload address that is not one of its "
                                      "object store; nothing was sent there."),
            .advice = UploadText::tr("Check the endpoint. If it is right, report this to the "
                                     "service's operator."),
            .detail = u"refused upload address "_s + forLog(url, 300)};
}

/// <bucket>.oss[-<region>].aliyuncs.com: exactly four labels. Internal hosts resolve to private
/// addresses and cannot be meant for a desktop.
bool isBucketHost(const QString &host)
{
    static const QRegularExpression form(
        u"\\A[a-z0-9][a-z0-9-]{1,61}[a-z0-9]\\.oss(?:-[a-z0-9]+)*\\.aliyuncs\\.com\\z"_s);
    return form.match(host).hasMatch() && !host.endsWith("-internal.aliyuncs.com"_L1);
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    const QString bracketed = host.contains(u':') ? QString(u'[' + host + u']') : host;
    const Result<Endpoint> endpoint =
        Endpoint::parse(bracketed + u':' + QString::number(url.port(80)));
    return endpoint && endpoint->isLoopback();
}

} // namespace

Result<QUrl> checkedUploadUrl(const QUrl &url, const Endpoint &apiEndpoint)
{
    static const QRegularExpression plainPath(u"\\A(?:/[A-Za-z0-9_-]*)*\\z"_s);
    const bool onlyHost = url.isValid() && url.userInfo().isEmpty() && !url.hasQuery()
                          && !url.hasFragment() && !url.authority().contains(u'@');
    if (!onlyHost)
        return refused(url.toString(QUrl::RemoveUserInfo));

    if (apiEndpoint.isLoopback() && url.scheme() == "http"_L1 && isLoopback(url)
        && plainPath.match(url.path()).hasMatch())
        return url;

    const bool http = url.scheme() == "http"_L1 && url.port() == -1;
    const bool https = url.scheme() == "https"_L1 && url.port(443) == 443;
    const bool root = url.path().isEmpty() || url.path() == "/"_L1;
    if (!(http || https) || !root || !isBucketHost(url.host(QUrl::FullyEncoded)))
        return refused(url.toString(QUrl::RemoveUserInfo));
    QUrl safe = url;
    safe.setScheme(u"https"_s);
    return safe;
}

Result<QUrl> checkedUploadUrl(const QString &text, const Endpoint &apiEndpoint)
{
    // Host, port and path spelled so plainly that every parser reads the same from them.
    static const QRegularExpression plain(
        u"\\Ahttps?://(?:(?<host>[a-z0-9.-]+)|\\[(?<six>[0-9a-f:]+)\\])(?::[0-9]{1,5})?"
        "(?:/[A-Za-z0-9_/-]*)?\\z"_s);
    const QRegularExpressionMatch match = plain.match(text);
    const QUrl url(text, QUrl::StrictMode);
    if (!match.hasMatch() || url.host() != match.captured(u"host"_s) + match.captured(u"six"_s))
        return refused(text);
    return checkedUploadUrl(url, apiEndpoint);
}

} // namespace edgewright
