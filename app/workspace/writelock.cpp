// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/writelock.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr auto kLocked = "locked"_L1;
constexpr auto kAccount = "account"_L1;
constexpr auto kRoutine = "routine"_L1;
/// A clock that was set is noticed by then.
constexpr std::chrono::minutes kLongestWait{1};

} // namespace

WriteLock::WriteLock(const QString &file, Clock clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock ? std::move(clock) : Clock(&QDateTime::currentDateTimeUtc))
    , m_file(file, u"edgewright-locks-1"_s)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &WriteLock::relock);
    connect(&m_file, &KeptFile::writeFailed, this, &WriteLock::notKept);
    load();
}

void WriteLock::load()
{
    const QJsonArray locked = m_file.content().value(kLocked).toArray();
    for (const QJsonValue &value : locked) {
        const QJsonObject key = value.toObject();
        const QString accountId = key.value(kAccount).toString();
        if (!accountId.isEmpty())
            m_marked.insert({.accountId = accountId, .routine = key.value(kRoutine).toString()});
    }
}

void WriteLock::keep()
{
    QJsonArray locked;
    for (const RoutineKey &key : std::as_const(m_marked))
        locked.append(QJsonObject{{kAccount, key.accountId}, {kRoutine, key.routine}});
    m_file.write({{kLocked, locked}});
    emit changed();
}

void WriteLock::lock(const RoutineKey &key)
{
    Q_ASSERT(!key.accountId.isEmpty());
    m_open.remove(key);
    m_marked.insert(key);
    keep();
}

void WriteLock::unlock(const RoutineKey &key)
{
    m_open.remove(key);
    if (m_marked.remove(key))
        keep();
}

void WriteLock::unlockFor(const RoutineKey &key, std::chrono::seconds time)
{
    if (!m_marked.contains(key))
        return;
    m_open.insert(key, m_clock().addSecs(time.count()));
    startTimer();
    emit changed();
}

bool WriteLock::isLocked(const RoutineKey &key) const
{
    return m_marked.contains(key) && !openUntil(key).isValid();
}

QDateTime WriteLock::openUntil(const RoutineKey &key) const
{
    const QDateTime until = m_open.value(key);
    return until.isValid() && until > m_clock() ? until : QDateTime();
}

std::optional<Error> WriteLock::refusal(const RoutineKey &key) const
{
    if (isLocked({.accountId = key.accountId, .routine = {}}))
        return Error{.code = ErrorCode::Forbidden,
                     .message = tr("This account is read-only on this computer."),
                     .advice = tr("Allow changes in the Tools menu first."),
                     .detail = u"refused by the lock of the account, nothing was sent"_s};
    if (!key.routine.isEmpty() && isLocked(key))
        return Error{.code = ErrorCode::Forbidden,
                     .message = tr("This routine is locked on this computer."),
                     .advice = tr("Unlock it in the Routine menu first."),
                     .detail = u"refused by the lock of the routine, nothing was sent"_s};
    return {};
}

QSet<QString> WriteLock::lockedRoutines(const QString &accountId) const
{
    QSet<QString> routines;
    for (const RoutineKey &key : m_marked) {
        if (key.accountId == accountId && !key.routine.isEmpty() && isLocked(key))
            routines.insert(key.routine);
    }
    return routines;
}

void WriteLock::relock()
{
    QList<RoutineKey> over;
    for (auto it = m_open.cbegin(); it != m_open.cend(); ++it) {
        if (*it <= m_clock())
            over.append(it.key());
    }
    for (const RoutineKey &key : std::as_const(over))
        m_open.remove(key);
    startTimer();
    if (over.isEmpty())
        return;
    emit changed();
    for (const RoutineKey &key : std::as_const(over))
        emit lockedAgain(key);
}

void WriteLock::startTimer()
{
    if (m_open.isEmpty()) {
        m_timer.stop();
        return;
    }
    const QDateTime first = *std::ranges::min_element(m_open);
    const auto left = std::chrono::milliseconds(std::max<qint64>(0, m_clock().msecsTo(first)));
    m_timer.start(std::min<std::chrono::milliseconds>(left, kLongestWait));
}

} // namespace edgewright
