// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archiveworker.h"

namespace edgewright {

ArchiveWorker::ArchiveWorker()
    : m_thread([this] { loop(); })
{
}

ArchiveWorker::~ArchiveWorker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void ArchiveWorker::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void ArchiveWorker::postPatient(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_patient.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void ArchiveWorker::repeat(std::function<bool(Database &)> step)
{
    postPatient([this, step = std::move(step)](Database &database) {
        if (step(database))
            repeat(step);
    });
}

ArchiveWorker::Job ArchiveWorker::take()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_ending || !m_jobs.empty() || !m_patient.empty(); });
    std::deque<Job> &queue = m_jobs.empty() && !m_ending ? m_patient : m_jobs;
    if (queue.empty())
        return {};
    Job job = std::move(queue.front());
    queue.pop_front();
    return job;
}

void ArchiveWorker::loop()
{
    Database database; // belongs to this thread from its opening to its end
    while (Job job = take())
        job(database);
}

} // namespace edgewright
