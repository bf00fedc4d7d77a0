// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivesearch.h"

#include "archive/archive.h"
#include "archive/searchscan.h"

namespace edgewright {

ArchiveSearch::ArchiveSearch(Archive &archive, QObject *parent)
    : QObject(parent)
    , m_archive(archive)
{
}

ArchiveSearch::~ArchiveSearch()
{
    drop();
}

void ArchiveSearch::drop()
{
    if (m_watcher == nullptr)
        return;
    m_watcher->disconnect(this);
    m_watcher->cancel();
    m_watcher->deleteLater();
    m_watcher = nullptr;
}

void ArchiveSearch::start(const ArchiveQuery &query)
{
    drop();
    m_summary = {};
    m_watcher = new QFutureWatcher<SearchBatch>(this);
    connect(m_watcher, &QFutureWatcherBase::resultsReadyAt, this, &ArchiveSearch::take);
    connect(m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const bool wasCancelled = m_watcher->isCanceled();
        drop();
        if (wasCancelled)
            m_summary.isComplete = false;
        emit finished(m_summary);
    });
    auto promise = std::make_shared<QPromise<SearchBatch>>();
    promise->start();
    m_watcher->setFuture(promise->future());
    m_archive.worker().repeat([scan = std::make_shared<SearchScan>(query, std::move(promise))](
                                  Database &database) { return scan->step(database); });
}

void ArchiveSearch::cancel()
{
    if (m_watcher != nullptr)
        m_watcher->cancel();
}

void ArchiveSearch::take(int begin, int end)
{
    for (int i = begin; i < end && m_watcher != nullptr; ++i) {
        const SearchBatch batch = m_watcher->resultAt(i);
        m_summary = batch.summary;
        if (!batch.hits.isEmpty())
            emit found(batch.hits);
    }
}

} // namespace edgewright
