// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/database.h"

#include "base/log.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

#include <array>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

constexpr int kSchemaVersion = 3;

constexpr auto kSchema = std::to_array<QLatin1StringView>({
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"_L1,
    "CREATE TABLE routines (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, description TEXT "
    "NOT NULL, created INTEGER NOT NULL, assets INTEGER NOT NULL)"_L1,
    // The id "unstable" is the slot that uploads go to; all others are 19 digits.
    "CREATE TABLE versions (routine INTEGER NOT NULL REFERENCES routines(id) ON DELETE CASCADE, "
    "id TEXT NOT NULL, description TEXT NOT NULL, created INTEGER NOT NULL, status TEXT NOT NULL, "
    "assets INTEGER NOT NULL DEFAULT 0, extra TEXT NOT NULL DEFAULT '', options TEXT NOT NULL "
    "DEFAULT '', build INTEGER NOT NULL DEFAULT 0, deployenv TEXT NOT NULL DEFAULT '', body BLOB, "
    "PRIMARY KEY (routine, id))"_L1,
    "CREATE TABLE deployments (id INTEGER PRIMARY KEY AUTOINCREMENT, routine INTEGER NOT NULL "
    "REFERENCES routines(id) ON DELETE CASCADE, env TEXT NOT NULL, created INTEGER NOT NULL)"_L1,
    "CREATE INDEX deployments_newest ON deployments (routine, env, id)"_L1,
    "CREATE TABLE shares (deployment INTEGER NOT NULL REFERENCES deployments(id) ON DELETE "
    "CASCADE, position INTEGER NOT NULL, version TEXT NOT NULL, percentage INTEGER NOT NULL, "
    "PRIMARY KEY (deployment, position)) WITHOUT ROWID"_L1,
    "CREATE TABLE variables (routine INTEGER NOT NULL REFERENCES routines(id) ON DELETE CASCADE, "
    "env TEXT NOT NULL, key TEXT NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL, "
    "PRIMARY KEY (routine, env, key)) WITHOUT ROWID"_L1,
    "CREATE TABLE sites (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, created INTEGER NOT "
    "NULL)"_L1,
    "CREATE TABLE routes (id INTEGER PRIMARY KEY, site INTEGER NOT NULL REFERENCES sites(id), "
    "routine INTEGER NOT NULL REFERENCES routines(id) ON DELETE CASCADE, name TEXT NOT NULL, "
    "enable TEXT NOT NULL, rule TEXT NOT NULL, bypass TEXT NOT NULL, fallback TEXT NOT NULL, "
    "mode TEXT NOT NULL, sequence INTEGER NOT NULL, timeout TEXT NOT NULL)"_L1,
    "CREATE TABLE records (id INTEGER PRIMARY KEY, site INTEGER NOT NULL REFERENCES sites(id), "
    "routine INTEGER NOT NULL REFERENCES routines(id) ON DELETE CASCADE, name TEXT NOT NULL "
    "UNIQUE, created INTEGER NOT NULL)"_L1,
    "CREATE TABLE nonces (nonce TEXT PRIMARY KEY, used INTEGER NOT NULL) WITHOUT ROWID"_L1,
});

/// Since version 2: the routines of the 2018-01-15 generation.
constexpr auto kFirstGenerationSchema = std::to_array<QLatin1StringView>({
    "CREATE TABLE er_routines (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, description TEXT "
    "NOT NULL, created INTEGER NOT NULL)"_L1,
    // Without code until the object store tells of the upload.
    "CREATE TABLE er_revisions (routine INTEGER NOT NULL REFERENCES er_routines(id) ON DELETE "
    "CASCADE, id TEXT NOT NULL, description TEXT NOT NULL, created INTEGER NOT NULL, code BLOB, "
    "PRIMARY KEY (routine, id))"_L1,
    "CREATE TABLE er_environments (routine INTEGER NOT NULL REFERENCES er_routines(id) ON DELETE "
    "CASCADE, name TEXT NOT NULL, tier TEXT NOT NULL, revision TEXT NOT NULL, hosts TEXT NOT NULL, "
    "PRIMARY KEY (routine, name)) WITHOUT ROWID"_L1,
});

/// Since version 3: whether the environment had variables when the version was made for it.
constexpr QLatin1StringView kVariablesSchema{
    "ALTER TABLE versions ADD COLUMN hasvars INTEGER NOT NULL DEFAULT 0"};

} // namespace

Database::~Database()
{
    if (m_connection.isEmpty())
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<> Database::open(const QString &file)
{
    m_connection = QUuid::createUuid().toString();
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    connection.setDatabaseName(file);
    if (!connection.open())
        return Error{.code = ErrorCode::Storage,
                     .message = u"cannot open %1: %2"_s.arg(file, connection.lastError().text())};
    run(u"PRAGMA journal_mode = WAL"_s);
    run(u"PRAGMA synchronous = FULL"_s);
    run(u"PRAGMA foreign_keys = ON"_s);
    begin();
    const int version = value(u"PRAGMA user_version"_s).toInt();
    if (version == 0) {
        for (const QLatin1StringView statement : kSchema)
            run(statement);
    }
    if (version < 2) {
        for (const QLatin1StringView statement : kFirstGenerationSchema)
            run(statement);
    }
    if (version < 3) {
        run(kVariablesSchema);
        run(u"PRAGMA user_version = %1"_s.arg(kSchemaVersion));
    }
    const QString failure = m_failure;
    if (!commit() || version > kSchemaVersion)
        return Error{.code = ErrorCode::Storage,
                     .message = u"%1 is not a usable data file %2"_s.arg(file, failure)};
    return {};
}

QSqlQuery Database::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    bool done = query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    done = done && query.exec();
    if (!done && m_failure.isEmpty()) {
        m_failure = query.lastError().text();
        qCWarning(lcSandbox).noquote() << "SQL failed:" << forLog(m_failure);
    }
    return query;
}

QVariant Database::value(const QString &sql, const QVariantList &values)
{
    QSqlQuery query = run(sql, values);
    return query.next() ? query.value(0) : QVariant();
}

void Database::begin()
{
    m_failure.clear();
    run(u"BEGIN IMMEDIATE"_s);
}

bool Database::commit()
{
    if (m_failure.isEmpty())
        run(u"COMMIT"_s);
    if (m_failure.isEmpty())
        return true;
    rollback();
    return false;
}

void Database::rollback()
{
    run(u"ROLLBACK"_s);
}

} // namespace edgewright::sandbox
