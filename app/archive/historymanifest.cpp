// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/historymanifest.h"

#include "archive/exportnames.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr QLatin1StringView kFormat{"edgewright-history"};

QJsonObject liveObject(const QList<Deployment> &live)
{
    QJsonObject object;
    for (const Deployment &deployment : live) {
        QJsonArray shares;
        for (const VersionShare &share : deployment.shares)
            shares.append(
                QJsonObject{{u"id"_s, share.versionId}, {u"percentage"_s, share.percentage}});
        if (!shares.isEmpty())
            object.insert(deployment.environment, shares);
    }
    return object;
}

} // namespace

HistoryManifest::HistoryManifest(const ExportPlan &plan)
    : m_plan(plan)
{
}

void HistoryManifest::add(const ExportedVersion &version, const QString &file,
                          const QByteArray &code)
{
    QJsonObject object{
        {u"name"_s, version.name},
        {u"id"_s, version.version.id},
        {u"description"_s, version.version.description},
        {u"createdAt"_s, version.version.createdAt.toUTC().toString(Qt::ISODateWithMs)},
        {u"file"_s, file.isEmpty() ? QJsonValue() : QJsonValue(file)},
    };
    if (!file.isEmpty()) {
        const QByteArray digest = QCryptographicHash::hash(code, QCryptographicHash::Sha256);
        object.insert(u"sha256"_s, QString::fromLatin1(digest.toHex()));
    }
    m_versions.append(object);
}

QByteArray HistoryManifest::json() const
{
    return QJsonDocument(QJsonObject{{u"format"_s, kFormat},
                                     {u"formatVersion"_s, 1},
                                     {u"routine"_s, m_plan.routine},
                                     {u"account"_s, m_plan.accountName},
                                     {u"live"_s, liveObject(m_plan.live)},
                                     {u"versions"_s, m_versions}})
        .toJson();
}

std::optional<HistoryManifest::Newest> HistoryManifest::newest(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(u"format"_s).toString() != kFormat)
        return std::nullopt;
    const QJsonArray versions = object.value(u"versions"_s).toArray();
    for (qsizetype i = versions.size() - 1; i >= 0; --i) {
        const QJsonObject version = versions.at(i).toObject();
        const QString file = version.value(u"file"_s).toString();
        if (!file.isEmpty())
            return Newest{.file = file,
                          .name = version.value(u"name"_s).toString(),
                          .description = version.value(u"description"_s).toString()};
    }
    return std::nullopt;
}

QHash<QString, QString> versionFileNames(const ExportPlan &plan)
{
    // Padded, so that a file manager shows them in their order.
    static const QRegularExpression numbered(u"^v([0-9]{1,9})$"_s);
    qsizetype width = 3;
    for (const ExportedVersion &version : plan.versions)
        width = std::max(width, numbered.match(version.name).captured(1).size());
    ExportNames names;
    QHash<QString, QString> files;
    for (const ExportedVersion &version : plan.versions) {
        const QString number = numbered.match(version.name).captured(1);
        const QString stem = number.isEmpty() ? exportedName(version)
                                              : QString(u'v' + number.rightJustified(width, u'0'));
        files.insert(version.version.id, names.fileName(stem, u".js"_s));
    }
    return files;
}

QString exportedName(const ExportedVersion &version)
{
    return version.name.isEmpty() ? version.version.id : version.name;
}

} // namespace edgewright
