// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/database.h"
#include "sandbox/failure.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace edgewright::sandbox {

/// The database behind one thread of its own: callers hand in a whole operation, which runs as one
/// transaction and is on the disk before its outcome is handed back. Usable from any thread.
class Store final {
public:
    using Work = std::function<Outcome(Database &)>;

    Store() = default;
    ~Store();
    Q_DISABLE_COPY_MOVE(Store)

    [[nodiscard]] Result<> open(const QString &file);
    /// A Failure undoes everything \p work did; a broken database becomes InternalError.
    [[nodiscard]] Outcome transact(const Work &work);

private:
    void loop(const QString &file, std::promise<Result<>> opened);

    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::packaged_task<Outcome(Database &)>> m_tasks;
    bool m_closing = false;
};

} // namespace edgewright::sandbox
