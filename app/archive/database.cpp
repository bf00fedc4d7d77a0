// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/database.h"

#include "archive/linestore.h"
#include "base/log.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

struct DatabaseText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::Database)
};

constexpr int kBusyTimeoutMs = 2000;

// SQLite's primary result codes.
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnlyFile = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26,
};

QString sentenceFor(int code)
{
    switch (code) {
    case Busy:
    case Locked:
        return DatabaseText::tr("The archive is in use by another program.");
    case ReadOnlyFile:
        return DatabaseText::tr("The archive is write-protected.");
    case Corrupt:
    case NotADatabase:
        return DatabaseText::tr("The archive file is damaged.");
    case Full:
        return DatabaseText::tr("The disk is full, so the archive could not be written.");
    case InputOutput:
        return DatabaseText::tr("The disk reported an error while the archive was used.");
    case CannotOpen:
        return DatabaseText::tr("The archive could not be opened.");
    default:
        return DatabaseText::tr("The archive could not be used.");
    }
}

/// Qt takes a null text for NULL; here it is just an empty one.
QVariant bindable(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return u""_s;
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

int codeOf(const Error &error)
{
    return error.serviceCode.startsWith("SQLITE "_L1) ? error.serviceCode.mid(7).toInt() : 0;
}

} // namespace

Error storageError(const QSqlError &error, const QString &doing)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    Error result{.code = ErrorCode::Storage,
                 .message = sentenceFor(code),
                 .detail = doing + u": "_s + error.text(),
                 .serviceCode = u"SQLITE %1"_s.arg(code)};
    qCInfo(lcArchive).noquote() << forLog(result.detail);
    return result;
}

bool meansDamage(const Error &error)
{
    const int code = codeOf(error);
    return code == Corrupt || code == NotADatabase;
}

bool meansLocked(const Error &error)
{
    const int code = codeOf(error);
    return code == Busy || code == Locked;
}

Rows::Rows(Database &database, QString sql, QSqlQuery query)
    : m_database(&database)
    , m_sql(std::move(sql))
    , m_query(std::move(query))
{
}

Rows::Rows(Rows &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
    , m_sql(std::move(other.m_sql))
    , m_query(std::move(other.m_query))
{
}

Rows::~Rows()
{
    if (m_database == nullptr)
        return;
    m_query.finish();
    m_database->giveBack(m_sql, std::move(m_query));
}

Result<> Rows::state() const
{
    if (m_query.lastError().isValid())
        return storageError(m_query.lastError(), m_sql.left(60));
    return {};
}

Database::Database() = default;

Database::~Database()
{
    close();
}

Result<> Database::open(const QString &file, Access access)
{
    close();
    m_connection = QUuid::createUuid().toString();
    m_file = file;
    QSqlError failure;
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
        QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(kBusyTimeoutMs);
        connection.setDatabaseName(file);
        if (access == Access::Immutable) {
            options += u";QSQLITE_OPEN_URI"_s;
            connection.setDatabaseName(QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded)
                                       + u"?mode=ro&immutable=1"_s);
        }
        if (access != Access::ReadWrite)
            options += u";QSQLITE_OPEN_READONLY"_s;
        connection.setConnectOptions(options);
        if (!connection.open())
            failure = connection.lastError();
    }
    Result<> done = failure.isValid() ? Result<>(storageError(failure, u"open"_s)) : setUp(access);
    if (!done)
        close();
    return done;
}

Result<> Database::setUp(Access access)
{
    QStringList pragmas{u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA foreign_keys = ON"_s,
                        u"PRAGMA cell_size_check = ON"_s};
    if (access == Access::ReadWrite)
        pragmas += {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s};
    for (const QString &pragma : std::as_const(pragmas)) {
        if (Result<> done = execute(pragma); !done)
            return done;
    }
    return {};
}

void Database::close()
{
    if (m_connection.isEmpty())
        return;
    m_lines.reset();
    m_prepared.clear();
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
    m_connection.clear();
}

Result<Rows> Database::run(const QString &sql, const QVariantList &values)
{
    if (!isOpen())
        return Error{.code = ErrorCode::Storage,
                     .message = DatabaseText::tr("The archive could not be opened."),
                     .detail = u"no connection"_s};
    Result<QSqlQuery> statement = prepared(sql);
    if (!statement)
        return statement.error();
    QSqlQuery query = *std::move(statement);
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), bindable(values.at(i)));
    if (!query.exec())
        return storageError(query.lastError(), sql.left(60));
    return Rows(*this, sql, std::move(query));
}

Result<> Database::execute(const QString &sql, const QVariantList &values)
{
    const Result<Rows> rows = run(sql, values);
    return rows ? Result<>() : Result<>(rows.error());
}

Result<QVariant> Database::value(const QString &sql, const QVariantList &values)
{
    Result<Rows> rows = run(sql, values);
    if (!rows)
        return rows.error();
    Rows answer = *std::move(rows);
    if (answer.next())
        return answer.value(0);
    if (const Result<> state = answer.state(); !state)
        return state.error();
    return QVariant();
}

void Database::rollback()
{
    // What was interned in it is not there any more.
    m_lines.reset();
    const Result<> done = execute(u"ROLLBACK"_s);
    if (!done)
        qCWarning(lcArchive).noquote() << forLog(done.error().detail);
}

Result<QSqlQuery> Database::prepared(const QString &sql)
{
    if (auto known = m_prepared.extract(sql); !known.empty())
        return std::move(known.mapped());
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return storageError(query.lastError(), sql.left(60));
    return query;
}

void Database::giveBack(const QString &sql, QSqlQuery query)
{
    m_prepared.insert_or_assign(sql, std::move(query));
}

LineStore &Database::lines()
{
    if (m_lines == nullptr)
        m_lines = std::make_unique<LineStore>(*this);
    return *m_lines;
}

} // namespace edgewright
