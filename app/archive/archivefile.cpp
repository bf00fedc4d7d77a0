// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivefile.h"

#include "archive/migrations.h"
#include "base/log.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace edgewright {

ArchiveCondition openArchive(Database &database, const QString &file)
{
    using Kind = ArchiveCondition::Kind;
    QDir().mkpath(QFileInfo(file).absolutePath());
    Result<> opened = database.open(file);
    if (opened)
        opened = Migrations::run(database);
    if (opened)
        return {.kind = Kind::Usable};
    const Error problem = opened.error();
    opened = database.open(u":memory:"_s);
    if (opened)
        opened = Migrations::run(database);
    if (!opened)
        qCWarning(lcArchive).noquote() << forLog(opened.error().detail);
    return {.kind = Kind::Unusable, .problem = problem};
}

} // namespace edgewright
