// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/traffic.h"

#include "sandbox/accesstoken.h"
#include "sandbox/records.h"

#include <QHostAddress>
#include <QJsonObject>
#include <QLocale>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

struct Place {
    qint64 routine = 0;
    QString name;
    bool isDefaultHost = false;
};

/// Rules as clients make them of a route; others are not understood and serve nothing.
bool ruleCovers(const QString &rule, const QString &host, const QString &path)
{
    static const QRegularExpression pattern(
        u"\\A\\((?:http\\.host eq \"([^\"]+)\"|ends_with\\(http\\.host, \"([^\"]+)\"\\)) and "
        "(?:http\\.request\\.uri\\.path eq \"([^\"]*)\"|"
        "starts_with\\(http\\.request\\.uri\\.path, \"([^\"]*)\"\\))\\)\\z"_s);
    const QRegularExpressionMatch match = pattern.match(rule);
    if (!match.hasMatch())
        return false;
    const bool isHost =
        match.capturedLength(1) > 0 ? host == match.captured(1) : host.endsWith(match.captured(2));
    const bool isPath = match.capturedLength(3) > 0 ? path == match.captured(3)
                                                    : path.startsWith(match.captured(4));
    return isHost && isPath;
}

std::optional<Place> placeOf(Database &database, const Settings &settings, const QString &host,
                             const QString &path)
{
    const QString suffix = defaultHost(settings, {});
    if (host.endsWith(suffix)) {
        const std::optional<RoutineRow> row = findRoutine(database, host.chopped(suffix.size()));
        if (row)
            return Place{row->key, row->name, true};
        return std::nullopt;
    }
    QSqlQuery records =
        database.run(u"SELECT routines.id, routines.name FROM records JOIN routines "
                     "ON routines.id = records.routine WHERE records.name = ?"_s,
                     {host});
    if (records.next())
        return Place{records.value(0).toLongLong(), records.value(1).toString()};
    QSqlQuery routes = database.run(
        u"SELECT routines.id, routines.name, routes.rule FROM routes JOIN routines ON routines.id "
        "= routes.routine WHERE routes.enable = 'on' ORDER BY routes.sequence, length(routes.rule) DESC"_s);
    while (routes.next()) {
        if (ruleCovers(routes.value(2).toString(), host, path))
            return Place{routes.value(0).toLongLong(), routes.value(1).toString()};
    }
    return std::nullopt;
}

/// A version with the odds of its share; empty when nothing is deployed.
QString drawVersion(Database &database, qint64 routine, const QString &environment)
{
    const std::optional<DeploymentRow> row = currentDeployment(database, routine, environment);
    if (!row)
        return {};
    int drawn = QRandomGenerator::global()->bounded(100);
    for (const ShareRow &share : row->shares) {
        drawn -= share.percentage;
        if (drawn < 0)
            return share.version;
    }
    return row->shares.isEmpty() ? QString() : row->shares.constLast().version;
}

/// "// sandbox: answer 503" or "// sandbox: reset" somewhere in the code.
void obey(const QByteArray &code, HttpAnswer &answer)
{
    static const QRegularExpression pattern(
        u"^[ \\t]*// sandbox: (?:answer ([2-5]\\d\\d)|(reset))[ \\t]*\\r?$"_s,
        QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = pattern.match(QString::fromUtf8(code));
    if (!match.hasMatch())
        return;
    if (match.capturedLength(2) > 0)
        answer.delivery = Delivery::Reset;
    else
        answer.status = match.captured(1).toInt();
}

HttpAnswer page(int status, const QString &text)
{
    return {.status = status, .contentType = "text/plain; charset=utf-8", .body = text.toUtf8()};
}

HttpAnswer serve(Database &database, const Place &place, const QString &environment)
{
    const QString id = drawVersion(database, place.routine, environment);
    if (id.isEmpty())
        return page(404, u"nothing of %1 is live in %2\n"_s.arg(place.name, environment));
    const QByteArray code =
        database
            .value(u"SELECT body FROM versions WHERE routine = ? AND id = ?"_s, {place.routine, id})
            .toByteArray();
    HttpAnswer answer =
        page(200, u"routine: %1\nenvironment: %2\nversion: %3\ncode: %4 bytes, sha256 %5\n"_s.arg(
                      place.name, environment, id, QString::number(code.size()),
                      QString::fromLatin1(acs3::sha256Hex(code).left(16))));
    answer.headers = {{"X-Edgewright-Routine", place.name.toUtf8()},
                      {"X-Edgewright-Environment", environment.toLatin1()},
                      {"X-Edgewright-Version", id.toLatin1()}};
    obey(code, answer);
    return answer;
}

} // namespace

Traffic::Traffic(const Parts &parts)
    : m_parts(parts)
{
}

std::optional<HttpAnswer> Traffic::answer(const HttpRequest &request, const QString &environment,
                                          qint64 skewSeconds)
{
    QString host = QString::fromLatin1(request.header("host")).toLower();
    host.truncate(host.contains(u':') ? host.lastIndexOf(u':') : host.size());
    // The service's own name; no routine has an address for a host.
    if (host == "localhost"_L1 || !QHostAddress(host).isNull())
        return std::nullopt;
    const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(skewSeconds);
    std::optional<Place> place;
    HttpAnswer answer;
    const auto look = [&](Database &database) -> Outcome {
        place = placeOf(database, m_parts.settings, host, QString::fromUtf8(request.path));
        if (!place)
            return QJsonObject();
        if (place->isDefaultHost
            && !isAccessToken(m_parts.settings, place->name, request.rawQuery, now))
            answer = page(401, u"an access token is needed\n"_s);
        else
            answer = serve(database, *place, environment);
        return QJsonObject();
    };
    if (std::holds_alternative<Failure>(m_parts.store.transact(look)))
        return page(500, u"the data file cannot be read\n"_s);
    if (!place)
        return std::nullopt;
    const QString operation = environment == "staging"_L1 ? u"StagingTraffic"_s : u"Traffic"_s;
    m_parts.log.add(operation);
    const std::optional<Fault> fault = m_parts.faults.meet(operation);
    if (fault && fault->kind == Fault::Kind::Status)
        answer = page(fault->number, u"the fault that was asked for\n"_s);
    else if (fault)
        bend(*fault, answer);
    const QString date = QLocale::c().toString(now, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    answer.headers.append({"Date", date.toLatin1()});
    answer.headers.append({"EagleId", QUuid::createUuid().toString(QUuid::Id128).toLatin1()});
    return answer;
}

} // namespace edgewright::sandbox
