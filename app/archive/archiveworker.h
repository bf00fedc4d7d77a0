// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/database.h"
#include "base/reply.h"

#include <QFutureWatcher>
#include <QPromise>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace edgewright {

/// The one thread that uses the archive file. Work is done in the order it was handed over;
/// patient work waits until nothing else is there, so it comes in small pieces. What was handed
/// over is done before the worker goes, patient work excepted.
class ArchiveWorker final {
public:
    using Job = std::function<void(Database &)>;

    ArchiveWorker();
    ~ArchiveWorker();
    Q_DISABLE_COPY_MOVE(ArchiveWorker)

    /// Runs \p work, Result<T>(Database &), on the thread and answers in \p owner's thread. It
    /// runs to its end even when the owner goes.
    template <typename T = void, typename Work>
    [[nodiscard]] Reply<T> *run(QObject *owner, Work work)
    {
        auto *reply = new Reply<T>(owner);
        auto *watcher = new QFutureWatcher<Result<T>>(reply);
        QObject::connect(watcher, &QFutureWatcherBase::finished, reply,
                         [reply, watcher] { reply->resolve(watcher->result()); });
        // Shared because std::function is copyable; there is one owner at a time.
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        watcher->setFuture(promise->future());
        post([promise, work = std::move(work)](Database &database) mutable {
            promise->addResult(work(database));
            promise->finish();
        });
        return reply;
    }

    /// Any thread.
    void post(Job job);
    void postPatient(Job job);

    /// Calls \p step as patient work, again and again until it returns false.
    void repeat(std::function<bool(Database &)> step);

private:
    void loop();
    [[nodiscard]] Job take();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    std::deque<Job> m_patient;
    bool m_ending = false;
    std::thread m_thread; ///< Last: it uses all the others.
};

} // namespace edgewright
