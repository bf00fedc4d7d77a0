// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/credentials.h"
#include "sandbox/httpmessage.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace edgewright::test {

/// The signing vectors made with the official libraries.
inline QJsonArray vectors(const QString &list)
{
    QFile file(QStringLiteral(EDGEWRIGHT_TEST_DATA "/vectors.json"));
    if (!file.open(QIODevice::ReadOnly))
        QTest::qFail("no vectors.json", __FILE__, __LINE__);
    return QJsonDocument::fromJson(file.readAll()).object().value(list).toArray();
}

/// A vector's request as it would arrive, with its Authorization header.
inline sandbox::HttpRequest requestFrom(const QJsonObject &vector)
{
    const QJsonObject source = vector.value(QStringLiteral("request")).toObject();
    sandbox::HttpRequest request{
        .method = source.value(QStringLiteral("method")).toString().toUtf8(),
        .path = source.value(QStringLiteral("path")).toString().toUtf8(),
        .rawQuery = source.value(QStringLiteral("rawQuery")).toString().toUtf8(),
        .body = source.value(QStringLiteral("body")).toString().toUtf8()};
    const QJsonArray headers = source.value(QStringLiteral("headers")).toArray();
    for (const QJsonValue &header : headers)
        request.headers.append(
            {header[0].toString().toUtf8().toLower(), header[1].toString().toUtf8().trimmed()});
    QString authorization = vector.value(QStringLiteral("authorization")).toString();
    if (authorization.isEmpty())
        authorization =
            vector[QStringLiteral("expected")][QStringLiteral("authorization")].toString();
    request.headers.append({"authorization", authorization.toUtf8()});
    return request;
}

inline Credentials credentialsFrom(const QJsonObject &vector)
{
    const QJsonValue source = vector.value(QStringLiteral("credentials"));
    return {.accessKeyId = source[QStringLiteral("accessKeyId")].toString(),
            .accessKeySecret =
                Secret(source[QStringLiteral("accessKeySecret")].toString().toUtf8()),
            .securityToken = Secret(source[QStringLiteral("securityToken")].toString().toUtf8())};
}

} // namespace edgewright::test
