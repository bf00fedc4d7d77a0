// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/zipwriter.h"

#include "archive/exportnames.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

class ZipText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ZipWriter)
};

} // namespace

void ZipWriter::Free::operator()(archive *zip) const
{
    archive_write_free(zip);
}

ZipWriter::ZipWriter(const QString &path)
    : m_file(std::in_place, path)
{
}

ZipWriter::~ZipWriter() = default;

Result<> ZipWriter::begin(const ExportPlan &plan)
{
    m_files = versionFileNames(plan);
    m_manifest.emplace(plan);
    m_folder = exportFileName(plan.routine, u"-history"_s);
    if (const Result<> opened = m_file->open(); !opened)
        return opened;
    m_zip.reset(archive_write_new());
    if (!m_zip || archive_write_set_format_zip(m_zip.get()) != ARCHIVE_OK
        || archive_write_open_fd(m_zip.get(), m_file->handle()) != ARCHIVE_OK)
        return failure();
    return {};
}

Result<> ZipWriter::add(const ExportedVersion &version, const QByteArray &code)
{
    const QString file = m_files.value(version.version.id);
    m_manifest->add(version, file, code);
    return write(file, code, version.version.createdAt);
}

void ZipWriter::skip(const ExportedVersion &version)
{
    m_manifest->add(version, {});
}

Result<QString> ZipWriter::finish()
{
    const Result<> written =
        write(HistoryManifest::kFileName, m_manifest->json(), QDateTime::currentDateTimeUtc());
    if (!written)
        return written.error();
    if (archive_write_close(m_zip.get()) != ARCHIVE_OK)
        return failure();
    m_zip.reset();
    if (const Result<> committed = m_file->commit(); !committed)
        return committed.error();
    return m_file->path();
}

void ZipWriter::discard()
{
    m_zip.reset();
    m_file.reset();
}

Result<> ZipWriter::write(const QString &name, const QByteArray &bytes, const QDateTime &time)
{
    constexpr mode_t kMode = 0644;
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                              &archive_entry_free);
    // Names for export are plain ASCII.
    archive_entry_set_pathname(entry.get(), QString(m_folder + u'/' + name).toLatin1().constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), kMode);
    archive_entry_set_size(entry.get(), bytes.size());
    if (time.isValid())
        archive_entry_set_mtime(entry.get(), time.toSecsSinceEpoch(), 0);
    if (archive_write_header(m_zip.get(), entry.get()) != ARCHIVE_OK
        || archive_write_data(m_zip.get(), bytes.constData(), static_cast<size_t>(bytes.size()))
               != bytes.size())
        return failure();
    return {};
}

Error ZipWriter::failure() const
{
    const char *reason = m_zip ? archive_error_string(m_zip.get()) : nullptr;
    const QString cause = reason != nullptr ? QString::fromLocal8Bit(reason) : u"unknown"_s;
    return {.code = ErrorCode::Storage,
            //: %1 is a file name, %2 the system's reason
            .message = ZipText::tr("The zip file “%1” could not be written: %2.")
                           .arg(QFileInfo(m_file->path()).fileName(), cause),
            .detail = m_file->path() + u": "_s + cause};
}

} // namespace edgewright
