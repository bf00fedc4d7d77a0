// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/folderwriter.h"

#include "archive/exportnames.h"

using namespace Qt::StringLiterals;

namespace edgewright {

FolderWriter::FolderWriter(QString parent)
    : m_parent(std::move(parent))
{
}

Result<> FolderWriter::begin(const ExportPlan &plan)
{
    m_files = versionFileNames(plan);
    m_manifest.emplace(plan);
    return m_folder.emplace().create(m_parent, exportFileName(plan.routine, u"-history"_s));
}

Result<> FolderWriter::add(const ExportedVersion &version, const QByteArray &code)
{
    const QString file = m_files.value(version.version.id);
    m_manifest->add(version, file, code);
    return m_folder->write(file, code, version.version.createdAt);
}

void FolderWriter::skip(const ExportedVersion &version)
{
    m_manifest->add(version, {});
}

Result<QString> FolderWriter::finish()
{
    if (const Result<> written = m_folder->write(HistoryManifest::kFileName, m_manifest->json());
        !written)
        return written.error();
    if (const Result<> kept = m_folder->keep(); !kept)
        return kept.error();
    return m_folder->path();
}

} // namespace edgewright
