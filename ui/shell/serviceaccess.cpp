// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/serviceaccess.h"

#include "workspace/connection.h"
#include "workspace/routinecatalog.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ServiceAccess)
};

} // namespace

QString whyNoService(const Connection &connection)
{
    if (connection.isReachable())
        return {};
    switch (connection.state()) {
    case ConnectionState::Connected:
        return Words::tr("The service cannot be reached now.");
    case ConnectionState::Connecting:
        return Words::tr("Edgewright is still connecting.");
    case ConnectionState::Disconnected:
    case ConnectionState::Failed:
        break;
    }
    return Words::tr("Not connected to the service.");
}

QString whyNoChange(const Connection &connection, const QString &routine)
{
    // The lock first: it stays when the service can be asked again.
    if (const std::optional<Error> locked = connection.writeRefusal(routine))
        return locked->text();
    return whyNoService(connection);
}

QString asOf(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    const QDate today = QDate::currentDate();
    const QString clock = QLocale().toString(local.time(), u"HH:mm"_s);
    if (local.date() == today)
        return Words::tr("as of %1", "%1 is a time of day").arg(clock);
    if (local.date() == today.addDays(-1))
        return Words::tr("as of yesterday %1", "%1 is a time of day").arg(clock);
    const QString format = local.date().year() == today.year()
                               ? Words::tr("d MMM", "a date of this year, as a QLocale format")
                               : Words::tr("d MMM yyyy", "a date, as a QLocale format");
    //: %1 is a date, %2 a time of day
    return Words::tr("as of %1 %2").arg(QLocale().toString(local.date(), format), clock);
}

QString asOf(const Connection &connection, const RoutineCatalog &catalog)
{
    if (connection.isReachable() && catalog.isRead())
        return {};
    return asOf(catalog.readAt());
}

} // namespace edgewright
