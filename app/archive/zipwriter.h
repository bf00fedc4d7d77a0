// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/exclusivefile.h"
#include "archive/historymanifest.h"

#include <QHash>

#include <memory>

struct archive;

namespace edgewright {

/// Writes what FolderWriter writes into one zip file.
class ZipWriter final : public HistoryWriter {
public:
    explicit ZipWriter(const QString &path);
    ~ZipWriter() override;

    Result<> begin(const ExportPlan &plan) override;
    Result<> add(const ExportedVersion &version, const QByteArray &code) override;
    void skip(const ExportedVersion &version) override;
    Result<QString> finish() override;
    void discard() override;

private:
    struct Free {
        void operator()(archive *zip) const;
    };

    [[nodiscard]] Result<> write(const QString &name, const QByteArray &bytes,
                                 const QDateTime &time);
    [[nodiscard]] Error failure() const;

    std::optional<ExclusiveFile> m_file;
    std::unique_ptr<archive, Free> m_zip; ///< Writes to the file, so it goes first.
    QString m_folder;                     ///< Inside the zip.
    QHash<QString, QString> m_files;      ///< By version id.
    std::optional<HistoryManifest> m_manifest;
};

} // namespace edgewright
