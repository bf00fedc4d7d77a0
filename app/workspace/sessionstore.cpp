// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sessionstore.h"

#include "base/log.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr auto kAccounts = "accounts"_L1;

struct KindName {
    Session::Side::Kind kind;
    QLatin1StringView name;
};

constexpr std::array kKinds{KindName{Session::Side::Kind::Draft, "draft"_L1},
                            KindName{Session::Side::Kind::Version, "version"_L1},
                            KindName{Session::Side::Kind::Live, "live"_L1},
                            KindName{Session::Side::Kind::Base, "base"_L1},
                            KindName{Session::Side::Kind::File, "file"_L1}};

QJsonObject toJson(const Session::Side &side)
{
    const auto kind = std::ranges::find(kKinds, side.kind, &KindName::kind);
    return {{u"kind"_s, kind->name}, {u"routine"_s, side.routine}, {u"what"_s, side.what}};
}

/// Both sides, or none when one of them makes no sense.
QList<Session::Side> comparedFrom(const QJsonArray &json)
{
    QList<Session::Side> sides;
    for (const QJsonValue &value : json) {
        const QString name = value["kind"_L1].toString();
        const auto kind = std::ranges::find(kKinds, name, &KindName::name);
        if (kind == kKinds.end())
            return {};
        const Session::Side side{.kind = kind->kind,
                                 .routine = value["routine"_L1].toString(),
                                 .what = value["what"_L1].toString()};
        const bool isFile = side.kind == Session::Side::Kind::File;
        const bool needsWhat = isFile || side.kind == Session::Side::Kind::Version
                               || side.kind == Session::Side::Kind::Live;
        if (side.routine.isEmpty() != isFile || (needsWhat && side.what.isEmpty()))
            return {};
        sides.append(side);
    }
    return sides.size() == 2 ? sides : QList<Session::Side>();
}

QJsonObject toJson(const Session::Tab &tab)
{
    QJsonObject json{{u"routine"_s, tab.routine},
                     {u"version"_s, tab.versionId},
                     {u"caret"_s, tab.caret},
                     {u"firstLine"_s, tab.firstLine}};
    if (tab.compared.isEmpty())
        return json;
    QJsonArray sides;
    for (const Session::Side &side : tab.compared)
        sides.append(toJson(side));
    json.insert("compared"_L1, sides);
    json.insert("ignored"_L1, QJsonArray::fromStringList(tab.ignored));
    return json;
}

Session::Tab tabFrom(const QJsonObject &json)
{
    return {.routine = json.value("routine"_L1).toString(),
            .versionId = json.value("version"_L1).toString(),
            .caret = json.value("caret"_L1).toInteger(),
            .firstLine = json.value("firstLine"_L1).toInt(-1),
            .compared = comparedFrom(json.value("compared"_L1).toArray()),
            .ignored = json.value("ignored"_L1).toVariant().toStringList()};
}

QJsonObject toJson(const Session &session)
{
    QJsonArray tabs;
    for (const Session::Tab &tab : session.tabs)
        tabs.append(toJson(tab));
    return {{u"tabs"_s, tabs},
            {u"current"_s, session.current},
            {u"savedAt"_s, session.savedAt.toUTC().toString(Qt::ISODateWithMs)}};
}

Session fromJson(const QJsonObject &json)
{
    Session session;
    const QJsonArray tabs = json.value("tabs"_L1).toArray();
    for (const QJsonValue &value : tabs) {
        const Session::Tab tab = tabFrom(value.toObject());
        if (!tab.routine.isEmpty() || !tab.compared.isEmpty())
            session.tabs.append(tab);
    }
    session.current = json.value("current"_L1).toInt(-1);
    session.savedAt = QDateTime::fromString(json.value("savedAt"_L1).toString(), Qt::ISODateWithMs);
    return session;
}

} // namespace

SessionStore::SessionStore(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file, u"edgewright-session-1"_s)
{
    const QJsonObject accounts = m_file.content().value(kAccounts).toObject();
    for (auto it = accounts.begin(); it != accounts.end(); ++it)
        m_sessions.insert(it.key(), fromJson(it.value().toObject()));
    // Where tabs cannot be remembered drafts cannot be saved either, which is told.
    connect(&m_file, &KeptFile::writeFailed, this,
            [](const Error &error) { qCInfo(lcWorkspace).noquote() << forLog(error.detail); });
}

Session SessionStore::session(const QString &accountId) const
{
    return m_sessions.value(accountId);
}

bool SessionStore::contains(const QString &accountId) const
{
    return m_sessions.contains(accountId);
}

void SessionStore::save(const QString &accountId, Session session)
{
    if (m_sessions.contains(accountId) && m_sessions.value(accountId).isSame(session))
        return;
    session.savedAt = QDateTime::currentDateTimeUtc();
    m_sessions.insert(accountId, session);
    QJsonObject accounts;
    for (auto it = m_sessions.cbegin(); it != m_sessions.cend(); ++it)
        accounts.insert(it.key(), toJson(it.value()));
    m_file.write({{kAccounts, accounts}});
}

} // namespace edgewright
