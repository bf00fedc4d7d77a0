// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/exclusivefile.h"
#include "archive/historywriter.h"

#include <QHash>

#include <optional>

namespace edgewright {

/// Writes a history in the format of `git fast-import`: a commit for each version with its time,
/// its description as message and its id as trailer; tags for the versions' names and for what is
/// live. Versions without code get no commit; the next commit names them.
class GitStreamWriter final : public HistoryWriter {
public:
    /// The stream is written to \p path.
    explicit GitStreamWriter(const QString &path);

    Result<> begin(const ExportPlan &plan) override;
    Result<> add(const ExportedVersion &version, const QByteArray &code) override;
    void skip(const ExportedVersion &version) override;
    Result<QString> finish() override;
    void discard() override { m_file.reset(); }
    QStringList untagged() const override { return m_untagged; }

private:
    [[nodiscard]] QByteArray message(const ExportedVersion &version);
    [[nodiscard]] Result<> tagLive(const Deployment &deployment);
    [[nodiscard]] Result<> tag(const QString &text, qint64 mark);

    std::optional<ExclusiveFile> m_file;
    ExportPlan m_plan;
    QByteArray m_name; ///< Of the file in the repository.
    QByteArray m_author;
    QHash<QString, qint64> m_marks; ///< By version id.
    QList<ExportedVersion> m_skipped;
    QStringList m_tags; ///< Given so far, lower case.
    QStringList m_untagged;
    qint64 m_time = 0; ///< Of the last commit; seconds.
    qint64 m_mark = 0;
};

/// Where the routine's code lies in the repository.
[[nodiscard]] QString gitFileName(const QString &routine);

} // namespace edgewright
