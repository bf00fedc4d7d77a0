// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sites.h"

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

QList<SiteRow> allSites(Database &database)
{
    QSqlQuery query = database.run(u"SELECT id, name, created FROM sites ORDER BY id"_s);
    QList<SiteRow> rows;
    while (query.next())
        rows.append({.id = query.value(0).toLongLong(),
                     .name = query.value(1).toString(),
                     .createdMs = query.value(2).toLongLong()});
    return rows;
}

std::variant<SiteRow, Failure> siteOf(Call &call)
{
    if (!call.parameters.has(u"SiteId"_s))
        return missingParameter(u"SiteId"_s);
    const QList<SiteRow> rows = allSites(call.database);
    for (const SiteRow &row : rows) {
        if (QString::number(row.id) == call.parameters.text(u"SiteId"_s))
            return row;
    }
    return Failure{.code = u"SiteParameterNotMatch"_s};
}

} // namespace edgewright::sandbox
