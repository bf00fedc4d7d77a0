// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/exclusivefile.h"
#include "archive/historymanifest.h"

#include <QHash>

namespace edgewright {

/// Writes each version as a file of its own time, and a table of contents, into a new folder.
class FolderWriter final : public HistoryWriter {
public:
    /// The folder is made in \p parent and named after the routine.
    explicit FolderWriter(QString parent);

    Result<> begin(const ExportPlan &plan) override;
    Result<> add(const ExportedVersion &version, const QByteArray &code) override;
    void skip(const ExportedVersion &version) override;
    Result<QString> finish() override;
    void discard() override { m_folder.reset(); }

private:
    QString m_parent;
    std::optional<ExclusiveFolder> m_folder;
    QHash<QString, QString> m_files; ///< By version id.
    std::optional<HistoryManifest> m_manifest;
};

} // namespace edgewright
