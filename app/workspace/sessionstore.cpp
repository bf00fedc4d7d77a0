// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sessionstore.h"

#include "base/log.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr auto kAccounts = "accounts"_L1;

QJsonObject toJson(const Session &session)
{
    QJsonArray tabs;
    for (const Session::Tab &tab : session.tabs)
        tabs.append(QJsonObject{{u"routine"_s, tab.routine},
                                {u"version"_s, tab.versionId},
                                {u"caret"_s, tab.caret},
                                {u"firstLine"_s, tab.firstLine}});
    return {{u"tabs"_s, tabs},
            {u"current"_s, session.current},
            {u"savedAt"_s, session.savedAt.toUTC().toString(Qt::ISODateWithMs)}};
}

Session fromJson(const QJsonObject &json)
{
    Session session;
    const QJsonArray tabs = json.value("tabs"_L1).toArray();
    for (const QJsonValue &value : tabs) {
        const QJsonObject tab = value.toObject();
        if (tab.value("routine"_L1).toString().isEmpty())
            continue;
        session.tabs.append({.routine = tab.value("routine"_L1).toString(),
                             .versionId = tab.value("version"_L1).toString(),
                             .caret = tab.value("caret"_L1).toInteger(),
                             .firstLine = tab.value("firstLine"_L1).toInt(-1)});
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
