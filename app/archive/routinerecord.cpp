// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/routinerecord.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

QJsonArray toJson(const QList<VersionShare> &shares)
{
    QJsonArray array;
    for (const VersionShare &share : shares)
        array.append(QJsonArray{share.versionId, share.percentage});
    return array;
}

QList<VersionShare> fromJson(const QJsonArray &array)
{
    QList<VersionShare> shares;
    for (const QJsonValue &value : array) {
        const QJsonArray pair = value.toArray();
        shares.append({.versionId = pair.at(0).toString(), .percentage = pair.at(1).toInt()});
    }
    return shares;
}

QString compact(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace

QVariant storedTime(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime timeFrom(const QVariant &stored)
{
    return stored.isNull() ? QDateTime()
                           : QDateTime::fromMSecsSinceEpoch(stored.toLongLong(), Qt::UTC);
}

QString storedDeployments(const QList<Deployment> &deployments)
{
    QJsonArray array;
    for (const Deployment &deployment : deployments) {
        array.append(
            QJsonObject{{u"environment"_s, deployment.environment},
                        {u"id"_s, deployment.deploymentId},
                        {u"created"_s, QJsonValue::fromVariant(storedTime(deployment.createdAt))},
                        {u"shares"_s, toJson(deployment.shares)}});
    }
    return compact(array);
}

QList<Deployment> deploymentsFrom(const QString &stored)
{
    QList<Deployment> deployments;
    const QJsonArray array = QJsonDocument::fromJson(stored.toUtf8()).array();
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        deployments.append({.environment = object.value("environment"_L1).toString(),
                            .deploymentId = object.value("id"_L1).toString(),
                            .createdAt = timeFrom(object.value("created"_L1).toVariant()),
                            .shares = fromJson(object.value("shares"_L1).toArray())});
    }
    return deployments;
}

QString storedShares(const QList<VersionShare> &shares)
{
    return compact(toJson(shares));
}

QList<VersionShare> sharesFrom(const QString &stored)
{
    return fromJson(QJsonDocument::fromJson(stored.toUtf8()).array());
}

} // namespace edgewright
