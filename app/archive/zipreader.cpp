// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/zipreader.h"

#include "archive/codeimport.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

#include <archive.h>
#include <archive_entry.h>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

class ZipReaderText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ZipReader)
};

QString nameOf(archive_entry *entry)
{
    const char *utf8 = archive_entry_pathname_utf8(entry);
    if (utf8 != nullptr)
        return QString::fromUtf8(utf8);
    // Not UTF-8: good enough to tell entries apart and to be shown.
    const char *raw = archive_entry_pathname(entry);
    return raw != nullptr ? QString::fromLatin1(raw) : QString();
}

bool leadsOut(const QString &name)
{
    const QStringList parts = name.split(u'/');
    return name.isEmpty() || name.startsWith(u'/') || name.contains(u'\\') || name.contains(u':')
           || name.contains(QChar(u'\0')) || parts.contains(u".."_s);
}

} // namespace

void ZipReader::Free::operator()(archive *zip) const
{
    archive_read_free(zip);
}

ZipReader::ZipReader(QString path)
    : m_path(std::move(path))
{
}

ZipReader::~ZipReader() = default;

Result<> ZipReader::open()
{
    const QFileInfo file(m_path);
    m_packed = file.size();
    if (!file.isFile() || !file.isReadable())
        return refusal(ZipReaderText::tr("It could not be read."));
    if (m_packed > codeimport::kLargestZip)
        return refusal(ZipReaderText::tr("It is too large."));
    constexpr size_t kBlock = 65'536;
    m_zip.reset(archive_read_new());
    archive_read_support_format_zip(m_zip.get());
    if (archive_read_open_filename(m_zip.get(), QFile::encodeName(m_path).constData(), kBlock)
        != ARCHIVE_OK)
        return damaged();
    return {};
}

Result<bool> ZipReader::next()
{
    if (!m_zip) {
        if (const Result<> opened = open(); !opened)
            return opened.error();
    }
    for (;;) {
        archive_entry *entry = nullptr;
        const int status = archive_read_next_header(m_zip.get(), &entry);
        if (status == ARCHIVE_EOF)
            return m_entries > 0 ? Result<bool>(false) : damaged();
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return damaged();
        if (++m_entries > codeimport::kMostEntries)
            return refusal(ZipReaderText::tr("It holds too many files."));
        m_name = nameOf(entry);
        if (leadsOut(m_name))
            return refusal(ZipReaderText::tr("A file in it has a name that leads out of it."));
        // Links in a zip are never followed, and folders hold nothing.
        if (archive_entry_filetype(entry) == AE_IFREG)
            return true;
    }
}

Result<QByteArray> ZipReader::read()
{
    QByteArray bytes("");
    std::array<char, 65'536> buffer;
    // Small files may well be packed tighter.
    constexpr qint64 kAlwaysFine = 1'000'000;
    const qint64 most =
        std::min(codeimport::kLargestZip, std::max(kAlwaysFine, m_packed * codeimport::kMostRatio));
    for (;;) {
        const la_ssize_t count = archive_read_data(m_zip.get(), buffer.data(), buffer.size());
        if (count == 0)
            return bytes;
        if (count < 0)
            return damaged();
        m_unpacked += count;
        if (m_unpacked > most)
            return refusal(ZipReaderText::tr("It unpacks to far more than it should."));
        bytes.append(buffer.data(), count);
    }
}

Error ZipReader::refusal(const QString &reason) const
{
    return {.code = ErrorCode::NotCode,
            .message =
                ZipReaderText::tr("“%1” was not imported.").arg(QFileInfo(m_path).fileName()),
            .advice = reason,
            .detail = m_path};
}

Error ZipReader::damaged() const
{
    Error error = refusal(ZipReaderText::tr("It is not a zip file, or it is damaged."));
    if (const char *reason = m_zip ? archive_error_string(m_zip.get()) : nullptr)
        error.detail += u": "_s + QString::fromLocal8Bit(reason);
    return error;
}

} // namespace edgewright
