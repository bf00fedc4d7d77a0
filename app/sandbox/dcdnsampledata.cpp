// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/dcdnrecords.h"
#include "sandbox/sampledata.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

/// Inserts the routine's versions, oldest first, and answers their ids.
QStringList insertRevisions(Database &database, qint64 routine, const QJsonArray &versions,
                            const QDateTime &now)
{
    QStringList ids;
    for (const QJsonValue &version : versions) {
        const qint64 created = sampleTime(now, version["hoursAgo"_L1]).toMSecsSinceEpoch();
        const ErRevision row{.id = QString::number(created * 1'000'000 + 190'000 + ids.size()),
                             .description = version["description"_L1].toString(),
                             .createdMs = created,
                             .hasCode = true};
        insertErRevision(database, routine, row, sampleFile(version["file"_L1].toString()));
        ids.append(row.id);
    }
    return ids;
}

void insertEnvironments(Database &database, qint64 routine, const QJsonObject &environments,
                        const QStringList &revisions)
{
    for (auto it = environments.begin(); it != environments.end(); ++it) {
        const QJsonObject settings = it->toObject();
        const qsizetype index = settings.value("version"_L1).toInt() - 1;
        saveErEnvironment(database, routine,
                          {.name = it.key(),
                           .tier = settings.value("tier"_L1).toString(),
                           .revision = revisions.value(index),
                           .hosts = settings.value("domains"_L1).toVariant().toStringList()});
    }
}

} // namespace

void loadErSamples(Database &database, const QJsonArray &samples, const QDateTime &now)
{
    if (!allErRoutines(database).isEmpty())
        return;
    for (const QJsonValue &sample : samples) {
        const QJsonValue hours(sample["daysAgo"_L1].toDouble() * 24);
        const QSqlQuery inserted =
            database.run(u"INSERT INTO er_routines (name, description, created) VALUES (?, ?, ?)"_s,
                         {sample["name"_L1].toString(), sample["description"_L1].toString(),
                          sampleTime(now, hours).toMSecsSinceEpoch()});
        const qint64 key = inserted.lastInsertId().toLongLong();
        const QStringList revisions =
            insertRevisions(database, key, sample["versions"_L1].toArray(), now);
        insertEnvironments(database, key, sample["environments"_L1].toObject(), revisions);
    }
}

} // namespace edgewright::sandbox
