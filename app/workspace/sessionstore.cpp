// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sessionstore.h"

#include "base/background.h"
#include "base/durablefile.h"
#include "base/log.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <mutex>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qint64 kLargestFile = 4'000'000;
constexpr auto kFormat = "edgewright-session-1"_L1;

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

/// Lets no older content replace a newer one, whichever thread comes last.
class SessionFile final {
public:
    explicit SessionFile(QString path)
        : m_path(std::move(path))
    {
    }

    Result<> write(quint64 number, const QByteArray &content)
    {
        const std::scoped_lock lock(m_mutex);
        if (number <= m_done)
            return {};
        const Result<> written = writeDurably(m_path, content);
        if (written)
            m_done = number;
        return written;
    }

private:
    const QString m_path;
    std::mutex m_mutex;
    quint64 m_done = 0;
};

SessionStore::SessionStore(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_writer(std::make_shared<SessionFile>(m_file))
{
    m_pool.setMaxThreadCount(1);
    load();
}

SessionStore::~SessionStore()
{
    if (const Result<> written = flush(); !written)
        qCWarning(lcWorkspace).noquote() << forLog(written.error().detail);
}

void SessionStore::load()
{
    const Result<QByteArray> content = readWholeFile(m_file, kLargestFile);
    if (!content && content.error().code == ErrorCode::NotFound)
        return;
    const QJsonObject json = content ? QJsonDocument::fromJson(*content).object() : QJsonObject();
    if (json.value("format"_L1).toString() != kFormat) {
        qCInfo(lcWorkspace).noquote() << "session set aside:" << forLog(setAside(m_file));
        return;
    }
    const QJsonObject accounts = json.value("accounts"_L1).toObject();
    for (auto it = accounts.begin(); it != accounts.end(); ++it)
        m_sessions.insert(it.key(), fromJson(it.value().toObject()));
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
    ++m_number;
    writeNext();
}

Result<> SessionStore::flush()
{
    if (m_written == m_number && !m_writing)
        return {};
    m_written = m_number;
    return m_writer->write(m_number, content());
}

void SessionStore::writeNext()
{
    if (m_writing || m_written == m_number)
        return;
    m_writing = true;
    m_written = m_number;
    runInBackground<void>(m_pool, this, [writer = m_writer, number = m_number, bytes = content()] {
        return writer->write(number, bytes);
    })->then(this, [this](const Result<> &written) {
        // Where tabs cannot be remembered drafts cannot be saved either, which is told.
        if (!written)
            qCInfo(lcWorkspace).noquote() << forLog(written.error().detail);
        m_writing = false;
        writeNext();
    });
}

QByteArray SessionStore::content() const
{
    QJsonObject accounts;
    for (auto it = m_sessions.cbegin(); it != m_sessions.cend(); ++it)
        accounts.insert(it.key(), toJson(it.value()));
    return QJsonDocument(QJsonObject{{u"format"_s, kFormat}, {u"accounts"_s, accounts}})
        .toJson(QJsonDocument::Compact);
}

} // namespace edgewright
