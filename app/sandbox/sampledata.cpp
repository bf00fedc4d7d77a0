// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sampledata.h"

#include "sandbox/records.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

/// Inserts the routine's versions, oldest first, and answers their ids.
QStringList insertVersions(Database &database, qint64 routine, const QJsonArray &versions,
                           const QDateTime &now)
{
    QStringList ids;
    for (const QJsonValue &version : versions) {
        const QDateTime created = sampleTime(now, version["hoursAgo"_L1]);
        const VersionRow row{
            .id = QString::number(created.toMSecsSinceEpoch() * 1'000'000 + 100'000 + ids.size()),
            .description = version["description"_L1].toString(),
            .createdMs = created.toMSecsSinceEpoch(),
            .status = kAvailable};
        insertVersion(database, routine, row, sampleFile(version["file"_L1].toString()));
        ids.append(row.id);
    }
    return ids;
}

struct SampleRoutine {
    qint64 key = 0;
    QStringList versions;
};

void insertDeploymentFrom(Database &database, const SampleRoutine &routine,
                          const QString &environment, const QJsonArray &shares, QDateTime time)
{
    DeploymentRow row{.createdMs = time.toMSecsSinceEpoch()};
    for (const QJsonValue &share : shares) {
        const int index = share["version"_L1].toInt() - 1;
        if (index >= 0 && index < routine.versions.size())
            row.shares.append({routine.versions[index], share["percentage"_L1].toInt(100)});
    }
    if (!row.shares.isEmpty())
        (void)insertDeployment(database, routine.key, environment, row);
}

/// "www.example.com/shop*" as the rule expression that official clients make of it.
QString ruleExpression(const QString &route)
{
    const qsizetype slash = route.indexOf(u'/');
    QString host = slash < 0 ? route : route.left(slash);
    QString path = slash < 0 ? u"/"_s : route.mid(slash);
    QString hostTest = u"http.host eq \"%1\""_s.arg(host);
    if (host.startsWith(u'*'))
        hostTest = u"ends_with(http.host, \"%1\")"_s.arg(host.mid(1));
    QString pathTest = u"http.request.uri.path eq \"%1\""_s.arg(path);
    if (path.endsWith(u'*')) {
        path.chop(1);
        pathTest = u"starts_with(http.request.uri.path, \"%1\")"_s.arg(path);
    }
    return u"(%1 and %2)"_s.arg(hostTest, pathTest);
}

qint64 siteNamed(Database &database, const QString &name, const QDateTime &now)
{
    database.run(u"INSERT OR IGNORE INTO sites (name, created) VALUES (?, ?)"_s,
                 {name, now.toMSecsSinceEpoch()});
    return database.value(u"SELECT id FROM sites WHERE name = ?"_s, {name}).toLongLong();
}

void insertRoutes(Database &database, qint64 routine, const QJsonArray &routes,
                  const QDateTime &now)
{
    for (const QJsonValue &route : routes) {
        const QString text = route["rule"_L1].toString();
        const qint64 site = siteNamed(database, route["site"_L1].toString(), now);
        database.run(u"INSERT INTO routes (site, routine, name, enable, rule, bypass, fallback, "
                     "mode, sequence, timeout) VALUES (?, ?, ?, 'on', ?, 'off', 'off', 'simple', "
                     "1, '')"_s,
                     {site, routine, text, ruleExpression(text)});
    }
}

void insertRoutine(Database &database, const QJsonValue &sample, const QDateTime &now)
{
    const QDateTime created = sampleTime(now, sample["daysAgo"_L1].toDouble() * 24);
    const QSqlQuery inserted = database.run(
        u"INSERT INTO routines (name, description, created, assets) VALUES (?, ?, ?, 0)"_s,
        {sample["name"_L1].toString(), sample["description"_L1].toString(),
         created.toMSecsSinceEpoch()});
    const qint64 key = inserted.lastInsertId().toLongLong();
    const SampleRoutine routine{
        key, insertVersions(database, key, sample["versions"_L1].toArray(), now)};
    for (const QString &environment : {u"staging"_s, u"production"_s}) {
        const QJsonArray shares = sample[environment].toArray();
        const QDateTime time =
            sampleTime(now, shares.isEmpty() ? QJsonValue(0) : shares[0]["hoursAgo"_L1]);
        insertDeploymentFrom(database, routine, environment, shares, time);
    }
    insertRoutes(database, key, sample["routes"_L1].toArray(), now);
    const QJsonValue unstable = sample["unstable"_L1];
    if (unstable.isObject())
        insertVersion(database, key,
                      {.id = kUnstable,
                       .description = unstable["description"_L1].toString(),
                       .createdMs = sampleTime(now, unstable["hoursAgo"_L1]).toMSecsSinceEpoch(),
                       .status = kAvailable},
                      sampleFile(unstable["file"_L1].toString()));
}

} // namespace

QByteArray sampleFile(const QString &name)
{
    QFile file(u":/samples/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QDateTime sampleTime(const QDateTime &now, const QJsonValue &hoursAgo)
{
    return now.addSecs(-static_cast<qint64>(hoursAgo.toDouble() * 3600));
}

Outcome loadSamples(Database &database, const QDateTime &now)
{
    const QJsonObject manifest = QJsonDocument::fromJson(sampleFile(u"manifest.json"_s)).object();
    loadErSamples(database, manifest.value("firstGeneration"_L1).toArray(), now);
    if (database.value(u"SELECT count(*) FROM routines"_s).toInt() > 0)
        return QJsonObject();
    const QJsonArray routines = manifest.value("routines"_L1).toArray();
    for (const QJsonValue &routine : routines)
        insertRoutine(database, routine, now);
    return QJsonObject();
}

} // namespace edgewright::sandbox
