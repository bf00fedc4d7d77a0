// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/versionquota.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr auto kAccounts = "accounts"_L1;
constexpr auto kLearnt = "learnt"_L1;
constexpr auto kByUser = "byUser"_L1;
constexpr int kMost = 10'000;

} // namespace

VersionQuota::VersionQuota(Connection &connection, const QString &file, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_file(file, u"edgewright-quotas-1"_s)
{
    load();
    connect(&m_connection, &Connection::aboutToChange, this, [this] {
        m_told = 0;
        m_isContradicted = false;
    });
    connect(&m_connection, &Connection::changed, this, &VersionQuota::ask);
}

void VersionQuota::load()
{
    const QJsonObject accounts = m_file.content().value(kAccounts).toObject();
    for (auto it = accounts.begin(); it != accounts.end(); ++it) {
        const QJsonObject known = it.value().toObject();
        m_known.insert(it.key(), {.learnt = std::clamp(known.value(kLearnt).toInt(), 0, kMost),
                                  .byUser = std::clamp(known.value(kByUser).toInt(), 0, kMost)});
    }
}

void VersionQuota::keep()
{
    QJsonObject accounts;
    for (auto it = m_known.cbegin(); it != m_known.cend(); ++it)
        accounts.insert(it.key(), QJsonObject{{kLearnt, it->learnt}, {kByUser, it->byUser}});
    m_file.write({{kAccounts, accounts}});
    emit changed();
}

void VersionQuota::ask()
{
    RoutineService *service = m_connection.service();
    if (service == nullptr) {
        emit changed();
        return;
    }
    // An account that is left takes the answer with it.
    service->fetchQuota()->then(this, [this](const Result<Quota> &quota) {
        if (quota && quota->versionsPerRoutine > 0)
            m_told = quota->versionsPerRoutine;
        emit changed();
    });
}

VersionQuota::Source VersionQuota::source() const
{
    const Known account = known();
    if (m_told > 0 && !m_isContradicted)
        return Source::Service;
    if (account.learnt > 0)
        return Source::Refusal;
    return account.byUser > 0 ? Source::User : Source::Documented;
}

int VersionQuota::value() const
{
    switch (source()) {
    case Source::Service:
        return m_told;
    case Source::Refusal:
        return known().learnt;
    case Source::User:
        return known().byUser;
    case Source::Documented:
        break;
    }
    const RoutineService *service = m_connection.service();
    return service != nullptr ? service->capabilities().defaultVersionQuota
                              : Capabilities().defaultVersionQuota;
}

void VersionQuota::learn(int used)
{
    if (used <= 0 || m_connection.account().id.isEmpty())
        return;
    m_isContradicted = m_told > 0 && used != m_told;
    if (std::exchange(known().learnt, used) == used)
        emit changed();
    else
        keep();
}

void VersionQuota::note(int used)
{
    const Known account = known();
    if (account.learnt == 0 || used <= account.learnt)
        return;
    known().learnt = 0;
    m_isContradicted = false;
    keep();
}

void VersionQuota::setByUser(int versions)
{
    if (m_connection.account().id.isEmpty())
        return;
    // Whoever says so has a reason: what a refusal taught once may be over.
    known() = {.learnt = 0, .byUser = std::clamp(versions, 0, kMost)};
    keep();
}

VersionQuota::Known &VersionQuota::known()
{
    return m_known[m_connection.account().id];
}

} // namespace edgewright
