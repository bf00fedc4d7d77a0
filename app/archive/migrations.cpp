// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/migrations.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// The linker drops a static library's resources unless somebody names them; the macro must stand
/// outside of a namespace.
static void initArchiveResources()
{
    Q_INIT_RESOURCE(archive_sql);
}

namespace edgewright {

namespace {

/// Paths of the steps, the first one first.
const QStringList &steps()
{
    static const QStringList found = [] {
        initArchiveResources();
        const QDir folder(u":/sql"_s);
        QStringList paths;
        for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name))
            paths.append(folder.filePath(name));
        return paths;
    }();
    return found;
}

QStringList statementsOf(const QString &path)
{
    static const QRegularExpression comment(u"^\\s*--[^\\n]*$"_s,
                                            QRegularExpression::MultilineOption);
    static const QRegularExpression end(u";[ \\t]*(?:\\n|$)"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList statements = QString::fromUtf8(file.readAll()).remove(comment).split(end);
    for (QString &statement : statements)
        statement = statement.trimmed();
    statements.removeAll(QString());
    return statements;
}

Result<> runStep(Database &database, int number)
{
    return database.transaction([&]() -> Result<> {
        QStringList statements = statementsOf(steps().at(number - 1));
        Q_ASSERT(!statements.isEmpty());
        statements += {u"PRAGMA application_id = %1"_s.arg(Migrations::kApplicationId),
                       u"PRAGMA user_version = %1"_s.arg(number)};
        for (const QString &statement : std::as_const(statements)) {
            if (Result<> done = database.execute(statement); !done)
                return done;
        }
        return {};
    });
}

} // namespace

int Migrations::newest()
{
    return static_cast<int>(steps().size());
}

Result<int> Migrations::versionOf(Database &database)
{
    return database.value(u"PRAGMA user_version"_s).andThen([](const QVariant &value) {
        return Result<int>(value.toInt());
    });
}

Result<> Migrations::run(Database &database, int target)
{
    const Result<int> present = versionOf(database);
    if (!present)
        return present.error();
    for (int number = *present + 1; number <= target; ++number) {
        if (Result<> done = runStep(database, number); !done)
            return done;
    }
    return {};
}

} // namespace edgewright
