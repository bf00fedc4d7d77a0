// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/service.h"

#include "sandbox/sampledata.h"

#include <QDir>
#include <QRandomGenerator>

#include <array>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

constexpr qint64 kNonceSeconds = 31 * 60;
constexpr int kStagingWorkers = 8;
constexpr QLatin1StringView kStagingAddress{"127.0.0.2"};

QByteArray randomHex(int bytes)
{
    QByteArray text;
    for (int i = 0; i < bytes; ++i)
        text +=
            QByteArray::number(QRandomGenerator::system()->bounded(256), 16).rightJustified(2, '0');
    return text;
}

QString randomDigits(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(u'1' + QRandomGenerator::system()->bounded(9));
    return text;
}

/// The value kept under \p key; \p fresh is kept when there is none.
QString kept(Database &database, const QString &key, const QString &fresh)
{
    database.run(u"INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)"_s, {key, fresh});
    return database.value(u"SELECT value FROM meta WHERE key = ?"_s, {key}).toString();
}

void addSites(Database &database, const QDateTime &now)
{
    if (database.value(u"SELECT count(*) FROM sites"_s).toInt() > 0)
        return;
    qint64 id = 1'045'678'901'001;
    for (const QString &name : {u"example.com"_s, u"example.org"_s})
        database.run(u"INSERT INTO sites (id, name, created) VALUES (?, ?, ?)"_s,
                     {id++, name, now.toMSecsSinceEpoch()});
}

} // namespace

Service::Service(Options options)
    : m_options(std::move(options))
    , m_authentication(m_options.credentials)
    , m_throttle(m_options.callsPerSecond)
    , m_faults(m_options.faults)
    , m_front([this](const HttpRequest &request) { return answer(request); })
    , m_stagingFront([this](const HttpRequest &request) { return answerStaging(request); },
                     kStagingWorkers)
{
    m_settings.versionQuota = m_options.versionQuota;
    m_settings.routineQuota = m_options.routineQuota;
}

Service::~Service()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

Result<QString> Service::open()
{
    if (const Result<> result = lockFolder(); !result)
        return result.error();
    const QDir folder(m_options.dataFolder);
    if (const Result<> result = m_log.open(folder.filePath(u"requests.log"_s)); !result)
        return result.error();
    if (const Result<> result = m_store.open(folder.filePath(u"sandbox.sqlite"_s)); !result)
        return result.error();
    const Outcome outcome =
        m_store.transact([this](Database &database) { return loadIdentity(database); });
    if (std::holds_alternative<Failure>(outcome))
        return Error{.code = ErrorCode::Storage, .message = u"the data file cannot be written"_s};
    const Result<int> port = bind();
    if (!port)
        return port.error();
    const bool ipv6 = m_options.host.contains(u':');
    m_settings.endpoint = (ipv6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(m_options.host).arg(*port);
    m_gateway.emplace(Gateway::Parts{.store = m_store,
                                     .settings = m_settings,
                                     .authentication = m_authentication,
                                     .throttle = m_throttle,
                                     .faults = m_faults,
                                     .log = m_log});
    m_traffic.emplace(
        Traffic::Parts{.store = m_store, .settings = m_settings, .faults = m_faults, .log = m_log});
    return m_settings.endpoint;
}

Result<int> Service::bind()
{
    const Result<int> port = m_front.bind(m_options.host, m_options.port);
    // Nothing tells staging from production but the address that is asked.
    if (port && m_options.host == "127.0.0.1"_L1 && m_stagingFront.bind(kStagingAddress, *port))
        m_settings.stagingAddress = kStagingAddress;
    return port;
}

HttpAnswer Service::answer(const HttpRequest &request)
{
    const std::optional<HttpAnswer> visit =
        m_traffic->answer(request, u"production"_s, m_faults.skewSeconds());
    return visit ? *visit : m_gateway->handle(request);
}

HttpAnswer Service::answerStaging(const HttpRequest &request)
{
    const std::optional<HttpAnswer> visit =
        m_traffic->answer(request, u"staging"_s, m_faults.skewSeconds());
    return visit ? *visit : HttpAnswer{.status = 404, .contentType = "text/plain"};
}

void Service::serve()
{
    std::optional<std::thread> staging;
    if (!m_settings.stagingAddress.isEmpty())
        staging.emplace([this] { m_stagingFront.serve(); });
    m_front.serve();
    if (staging)
        staging->join();
}

void Service::stop()
{
    m_front.stop();
    if (!m_settings.stagingAddress.isEmpty())
        m_stagingFront.stop();
}

Result<> Service::lockFolder()
{
    const Error failure{.code = ErrorCode::Storage,
                        .message = u"cannot use the folder %1"_s.arg(m_options.dataFolder)};
    const QByteArray folder = QFile::encodeName(m_options.dataFolder);
    if (!QDir(m_options.dataFolder).exists()
        && (!QDir().mkpath(m_options.dataFolder) || ::chmod(folder.constData(), 0700) != 0))
        return failure;
    const QByteArray file = QFile::encodeName(QDir(m_options.dataFolder).filePath(u"lock"_s));
    m_lock = ::open(file.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_lock < 0)
        return failure;
    // Goes with the process, however it ends.
    if (::flock(m_lock, LOCK_EX | LOCK_NB) != 0)
        return Error{.code = ErrorCode::Storage,
                     .message = u"another service uses the folder %1"_s.arg(m_options.dataFolder)};
    return {};
}

Outcome Service::loadIdentity(Database &database)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_settings.accountId = kept(database, u"accountId"_s, randomDigits(16));
    m_settings.formKeyId =
        kept(database, u"formKeyId"_s, u"LTAI5tSandbox"_s + QString::fromLatin1(randomHex(6)));
    m_settings.formSecret =
        Secret(kept(database, u"formSecret"_s, QString::fromLatin1(randomHex(32))).toUtf8());
    m_settings.tokenSecret =
        kept(database, u"tokenSecret"_s, QString::fromLatin1(randomHex(32))).toUtf8();
    addSites(database, now);
    loadNonces(database);
    return m_options.sample ? loadSamples(database, now) : Outcome(QJsonObject());
}

void Service::loadNonces(Database &database)
{
    const qint64 oldest = QDateTime::currentSecsSinceEpoch() - kNonceSeconds;
    database.run(u"DELETE FROM nonces WHERE used < ?"_s, {oldest});
    QSqlQuery query = database.run(u"SELECT nonce, used FROM nonces"_s);
    while (query.next())
        m_authentication.rememberNonce(query.value(0).toByteArray(),
                                       QDateTime::fromSecsSinceEpoch(query.value(1).toLongLong()));
}

} // namespace edgewright::sandbox
