// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/watch.h"

#include <algorithm>

namespace edgewright {

WatchPlan WatchPlan::lasting(std::chrono::milliseconds wait, std::chrono::milliseconds length)
{
    WatchPlan plan{.wait = wait};
    const auto rest = std::max(length - wait, std::chrono::milliseconds(0));
    plan.looks = 1 + static_cast<int>((rest + plan.gap / 2) / plan.gap);
    return plan;
}

Watch::Watch(ProbeClient &client, WatchPlan plan, const QList<ProbeRequest> &requests,
             QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_plan(plan)
{
    for (const ProbeRequest &request : requests)
        m_addresses.append({.request = request});
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Watch::look);
}

void Watch::lookBefore()
{
    if (m_frozen)
        return;
    m_open = m_addresses.size();
    const quint64 round = ++m_round;
    for (qsizetype i = 0; i < m_addresses.size(); ++i) {
        m_client.send(m_addresses[i].request)
            ->then(this, [this, i, round](const Result<ProbeAnswer> &answer) {
                if (round != m_round)
                    return;
                m_addresses[i].before = WatchSample::of(answer);
                if (--m_open == 0)
                    emit lookedBefore();
            });
    }
}

void Watch::freeze()
{
    m_frozen = true;
    ++m_round;
}

void Watch::begin()
{
    freeze();
    schedule(m_plan.wait);
}

void Watch::schedule(std::chrono::milliseconds delay)
{
    m_due = QDateTime::currentDateTimeUtc().addMSecs(delay.count());
    m_timer.start(delay);
}

void Watch::look()
{
    if (m_due.msecsTo(QDateTime::currentDateTimeUtc()) > m_plan.oversleeping.count())
        return finish(Outcome::Overslept);
    m_open = m_addresses.size();
    const quint64 round = ++m_round;
    for (qsizetype i = 0; i < m_addresses.size(); ++i) {
        m_client.send(m_addresses[i].request)
            ->then(this, [this, i, round](const Result<ProbeAnswer> &answer) {
                if (round == m_round)
                    take(i, answer);
            });
    }
}

void Watch::take(qsizetype index, const Result<ProbeAnswer> &answer)
{
    Address &address = m_addresses[index];
    address.now = WatchSample::of(answer);
    address.verdict = judge(address.before, address.now);
    weigh(address);
    if (--m_open == 0)
        conclude();
}

void Watch::weigh(Address &address)
{
    const bool bad =
        address.verdict == WatchVerdict::Worse || address.verdict == WatchVerdict::Unreached;
    address.blips += !bad && address.failures > 0 ? 1 : 0;
    address.failures = bad ? address.failures + 1 : 0;
}

void Watch::conclude()
{
    ++m_looks;
    const auto counts = [this](WatchVerdict verdict) {
        return std::ranges::any_of(m_addresses, [&](const Address &address) {
            return address.verdict == verdict && address.failures >= m_plan.failuresThatCount;
        });
    };
    const bool doubtful = std::ranges::any_of(
        m_addresses, [](const Address &address) { return address.failures > 0; });
    const bool noneReached = std::ranges::all_of(m_addresses, [](const Address &address) {
        return address.verdict == WatchVerdict::Unreached;
    });
    if (counts(WatchVerdict::Worse))
        return finish(Outcome::Failed);
    if (counts(WatchVerdict::Unreached) && (noneReached || m_looks >= m_plan.looks))
        return finish(Outcome::Unreached);
    if (!doubtful && m_looks >= m_plan.looks)
        return finish(Outcome::Good);
    emit looked();
    schedule(doubtful ? m_plan.doubt : m_plan.gap);
}

bool Watch::isProven() const
{
    return std::ranges::any_of(m_addresses, [this](const Address &address) {
        return address.verdict == WatchVerdict::Worse
               && address.failures >= m_plan.failuresThatCount && isMeasure(address.before);
    });
}

void Watch::finish(Outcome outcome)
{
    ++m_round;
    m_timer.stop();
    m_outcome = outcome;
    emit finished();
}

} // namespace edgewright
