// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSqlQuery>
#include <QVariantList>

namespace edgewright::sandbox {

/// One SQLite connection, for the one thread that opened it. A failing statement is remembered, so
/// that a whole transaction can be written without looking at each step and judged at its end.
class Database final {
public:
    Database() = default;
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// Creates the file and its tables when there are none.
    [[nodiscard]] Result<> open(const QString &file);

    /// Executed; position it with next().
    QSqlQuery run(const QString &sql, const QVariantList &values = {});
    /// First column of the first row; invalid when there is no row.
    [[nodiscard]] QVariant value(const QString &sql, const QVariantList &values = {});

    void begin();
    /// False when any statement since begin() failed; everything is then undone.
    [[nodiscard]] bool commit();
    void rollback();

private:
    QString m_connection;
    QString m_failure;
};

} // namespace edgewright::sandbox
