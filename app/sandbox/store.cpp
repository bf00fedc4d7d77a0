// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store.h"

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

Outcome runInTransaction(Database &database, const Store::Work &work)
{
    database.begin();
    Outcome outcome = work(database);
    if (std::holds_alternative<Failure>(outcome)) {
        database.rollback();
        return outcome;
    }
    if (!database.commit())
        return Failure{.code = u"InternalError"_s};
    return outcome;
}

} // namespace

Store::~Store()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Result<> Store::open(const QString &file)
{
    std::promise<Result<>> opened;
    std::future<Result<>> result = opened.get_future();
    m_thread = std::thread(&Store::loop, this, file, std::move(opened));
    return result.get();
}

Outcome Store::transact(const Work &work)
{
    std::packaged_task<Outcome(Database &)> task(
        [&work](Database &database) { return runInTransaction(database, work); });
    std::future<Outcome> outcome = task.get_future();
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_changed.notify_one();
    return outcome.get();
}

void Store::loop(const QString &file, std::promise<Result<>> opened)
{
    Database database;
    Result<> result = database.open(file);
    const bool usable = result.hasValue();
    opened.set_value(std::move(result));
    while (usable) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closing || !m_tasks.empty(); });
        if (m_tasks.empty())
            return;
        auto task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task(database);
    }
}

} // namespace edgewright::sandbox
