// SPDX-License-Identifier: GPL-3.0-or-later
#include "testing/remembered.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qsizetype kMost = 15;
constexpr qsizetype kLongestBody = 4'000;
constexpr qsizetype kLongestUrl = 4'000;

QString withoutToken(const QString &text)
{
    // Without a scheme, "user:password@host" would have the scheme "user".
    const bool hasScheme = text.contains("://"_L1);
    QUrl url(hasScheme ? text : u"https://"_s + text);
    QUrlQuery query(url);
    bool found = false;
    for (const auto &[name, value] : query.queryItems()) {
        if (isSecretHeader(name.toUtf8())) {
            query.removeAllQueryItems(name);
            found = true;
        }
    }
    if (!found && url.userInfo().isEmpty())
        return text;
    url.setUserInfo({});
    if (query.isEmpty())
        url.setQuery(QString());
    else
        url.setQuery(query);
    const QString clean = url.toString();
    return hasScheme ? clean : clean.mid("https://"_L1.size());
}

} // namespace

TestRequest withoutSecrets(const TestRequest &request)
{
    TestRequest clean = request;
    clean.url = withoutToken(request.url);
    QStringList lines;
    for (const QString &line : request.headers.split(u'\n')) {
        const qsizetype colon = line.indexOf(u':');
        const bool secret = colon > 0 && isSecretHeader(line.left(colon).trimmed().toUtf8());
        lines.append(secret ? QString(line.left(colon) + u':') : line);
    }
    clean.headers = lines.join(u'\n');
    return clean;
}

QList<TestRequest> withNewest(const QList<TestRequest> &others, const TestRequest &newest)
{
    QList<TestRequest> all{newest};
    for (const TestRequest &other : others) {
        if (withoutSecrets(other) != withoutSecrets(newest))
            all.append(other);
    }
    return all.mid(0, kMost);
}

QByteArray toJson(const QList<TestRequest> &requests)
{
    QJsonArray rows;
    for (const TestRequest &request : requests) {
        const TestRequest clean = withoutSecrets(request);
        if (clean.url.size() > kLongestUrl || clean.body.size() > kLongestBody)
            continue;
        rows.append(QJsonObject{{u"url"_s, clean.url},
                                {u"method"_s, clean.method},
                                {u"headers"_s, clean.headers},
                                {u"body"_s, clean.body}});
    }
    return QJsonDocument(rows).toJson(QJsonDocument::Compact);
}

QList<TestRequest> testRequestsFrom(const QByteArray &json)
{
    QList<TestRequest> requests;
    const QJsonArray rows = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &row : rows) {
        const QString url = row["url"_L1].toString();
        if (!url.isEmpty() && requests.size() < kMost)
            requests.append({.url = url,
                             .method = row["method"_L1].toString(u"GET"_s),
                             .headers = row["headers"_L1].toString(),
                             .body = row["body"_L1].toString()});
    }
    return requests;
}

} // namespace edgewright
