// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/historywriter.h"
#include "base/reply.h"

#include <functional>
#include <memory>

namespace edgewright {

/// Runs an export: asks for the code of one version after the other and hands it to the writer in
/// the background. A version whose code cannot be had is named in the report, nothing is put in its
/// place. GUI thread; deletes itself when it is done.
class HistoryExport final : public QObject {
    Q_OBJECT

public:
    using CodeSource = std::function<Reply<QByteArray> *(const QString &versionId)>;

    /// Tells its progress in versions; after cancel() nothing of the export is left. Owned by
    /// \p owner, which must outlive what \p code uses.
    [[nodiscard]] static Reply<ExportReport> *run(QObject *owner, const ExportPlan &plan,
                                                  std::unique_ptr<HistoryWriter> writer,
                                                  CodeSource code);

private:
    HistoryExport(Reply<ExportReport> *reply, ExportPlan plan,
                  std::unique_ptr<HistoryWriter> writer, CodeSource code);

    /// Work of the writer away from this thread, then the next step.
    template <typename Work>
    void write(Work work, void (HistoryExport::*next)());
    void fetchNext();
    void finish();
    void stop(const Error &error);

    Reply<ExportReport> *m_reply;
    ExportPlan m_plan;
    std::shared_ptr<HistoryWriter>
        m_writer; ///< Shared with the work under way, which may outlive us.
    CodeSource m_code;
    qsizetype m_next = 0;
    ExportReport m_report;
    bool m_isCancelled = false;
};

} // namespace edgewright
