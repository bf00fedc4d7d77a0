// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/historyexport.h"

#include "base/background.h"

namespace edgewright {

Reply<ExportReport> *HistoryExport::run(QObject *owner, const ExportPlan &plan,
                                        std::unique_ptr<HistoryWriter> writer, CodeSource code)
{
    auto *reply = new Reply<ExportReport>(owner);
    auto *run = new HistoryExport(reply, plan, std::move(writer), std::move(code));
    run->write([](HistoryWriter &to, const ExportPlan &what) { return to.begin(what); },
               &HistoryExport::fetchNext);
    return reply;
}

HistoryExport::HistoryExport(Reply<ExportReport> *reply, ExportPlan plan,
                             std::unique_ptr<HistoryWriter> writer, CodeSource code)
    : QObject(reply)
    , m_reply(reply)
    , m_plan(std::move(plan))
    , m_writer(std::move(writer))
    , m_code(std::move(code))
{
    connect(reply, &ReplyBase::cancelRequested, this, [this] { m_isCancelled = true; });
}

template <typename Work>
void HistoryExport::write(Work work, void (HistoryExport::*next)())
{
    runInBackground<void>(this, [writer = m_writer, plan = m_plan, work]() -> Result<> {
        return work(*writer, plan);
    })->then(this, [this, next](const Result<> &written) {
        if (written)
            (this->*next)();
        else
            stop(written.error());
    });
}

void HistoryExport::fetchNext()
{
    emit m_reply->progressed(m_next, m_plan.versions.size());
    if (m_isCancelled) {
        stop({.code = ErrorCode::Cancelled, .message = tr("The export was stopped.")});
        return;
    }
    if (m_next == m_plan.versions.size()) {
        finish();
        return;
    }
    const ExportedVersion version = m_plan.versions.at(m_next++);
    m_code(version.version.id)->then(this, [this, version](const Result<QByteArray> &code) {
        if (!code) {
            m_report.missing.append(exportedName(version));
            write(
                [version](HistoryWriter &to, const ExportPlan &) {
                    to.skip(version);
                    return Result<>();
                },
                &HistoryExport::fetchNext);
            return;
        }
        ++m_report.written;
        write([version, bytes = *code](HistoryWriter &to,
                                       const ExportPlan &) { return to.add(version, bytes); },
              &HistoryExport::fetchNext);
    });
}

void HistoryExport::finish()
{
    if (m_report.written == 0) {
        stop({.code = ErrorCode::NotFound,
              .message = tr("Nothing was exported: the code of no version is known.")});
        return;
    }
    runInBackground<QString>(this, [writer = m_writer] {
        return writer->finish();
    })->then(this, [this](const Result<QString> &path) {
        if (!path) {
            stop(path.error());
            return;
        }
        m_report.path = *path;
        m_report.untagged = m_writer->untagged();
        m_reply->resolve(m_report);
    });
}

void HistoryExport::stop(const Error &error)
{
    // Before anybody hears that it is over.
    runInBackground<void>(this, [writer = m_writer]() -> Result<> {
        writer->discard();
        return {};
    })->then(this, [this, error](const Result<> &) { m_reply->resolve(error); });
}

} // namespace edgewright
