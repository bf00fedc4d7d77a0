// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>
#include <unordered_map>

namespace edgewright {

class Database;
class LineStore;

/// The rows of one executed statement; gives the statement back when it goes. Never outlives its
/// database.
class Rows final {
public:
    Rows(Database &database, QString sql, QSqlQuery query);
    Rows(Rows &&other) noexcept;
    ~Rows();
    Q_DISABLE_COPY(Rows)
    Rows &operator=(Rows &&) = delete;

    /// False at the end and on a failure: see state().
    [[nodiscard]] bool next() { return m_query.next(); }
    [[nodiscard]] QVariant value(int column) const { return m_query.value(column); }
    [[nodiscard]] qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    [[nodiscard]] qint64 changed() const { return m_query.numRowsAffected(); }
    [[nodiscard]] qint64 insertedId() const { return m_query.lastInsertId().toLongLong(); }
    /// Why next() stopped before the end.
    [[nodiscard]] Result<> state() const;

private:
    Database *m_database;
    QString m_sql;
    QSqlQuery m_query;
};

/// One SQLite connection of the archive, for the one thread that opened it. Statements are
/// prepared once.
class Database final {
public:
    enum class Access {
        ReadWrite,
        ReadOnly,
        Immutable, ///< For a file in a folder that cannot be written: no lock, no journal.
    };

    Database();
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// \p file may be ":memory:".
    [[nodiscard]] Result<> open(const QString &file, Access access = Access::ReadWrite);
    void close();
    [[nodiscard]] bool isOpen() const { return !m_connection.isEmpty(); }
    [[nodiscard]] const QString &file() const { return m_file; }

    [[nodiscard]] Result<Rows> run(const QString &sql, const QVariantList &values = {});
    /// For statements without an answer.
    [[nodiscard]] Result<> execute(const QString &sql, const QVariantList &values = {});
    /// First column of the first row; invalid when there is no row.
    [[nodiscard]] Result<QVariant> value(const QString &sql, const QVariantList &values = {});

    /// Runs \p work, which returns a Result, in a transaction: all of it is on the disk afterwards,
    /// or nothing. Not to be nested.
    template <typename Work>
    [[nodiscard]] auto transaction(Work &&work) -> decltype(work())
    {
        if (Result<> begun = execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
            return begun.error();
        auto result = work();
        if (!result) {
            rollback();
            return result;
        }
        if (Result<> committed = execute(QStringLiteral("COMMIT")); !committed) {
            rollback();
            return committed.error();
        }
        return result;
    }

    /// What is kept of the lines in memory, valid for this connection.
    [[nodiscard]] LineStore &lines();

private:
    friend class Rows;

    [[nodiscard]] Result<> setUp(Access access);
    void rollback();
    void giveBack(const QString &sql, QSqlQuery query);
    [[nodiscard]] Result<QSqlQuery> prepared(const QString &sql);

    QString m_connection;
    QString m_file;
    std::unordered_map<QString, QSqlQuery> m_prepared;
    std::unique_ptr<LineStore> m_lines;
};

/// SQLite's failure as ours, with a sentence for the user.
[[nodiscard]] Error storageError(const QSqlError &error, const QString &doing);
/// True for failures that only a damaged file has.
[[nodiscard]] bool meansDamage(const Error &error);
/// True when another process holds the file.
[[nodiscard]] bool meansLocked(const Error &error);

} // namespace edgewright
