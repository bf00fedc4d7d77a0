// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/zipcode.h"

#include <array>
#include <memory>

#include <archive.h>
#include <archive_entry.h>

namespace edgewright::sandbox {

namespace {

constexpr qsizetype kLargestScript = 5 * 1024 * 1024;
constexpr int kMostEntries = 10'000;

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

/// The current entry's bytes; nothing when they are damaged or too many.
std::optional<QByteArray> readEntry(archive *source)
{
    QByteArray bytes("");
    std::array<char, 64 * 1024> buffer;
    for (;;) {
        const la_ssize_t count = archive_read_data(source, buffer.data(), buffer.size());
        if (count == 0)
            return bytes;
        if (count < 0 || bytes.size() + count > kLargestScript)
            return std::nullopt;
        bytes.append(buffer.data(), count);
    }
}

QByteArray entryName(archive_entry *entry)
{
    const char *utf8 = archive_entry_pathname_utf8(entry);
    QByteArray name(utf8 != nullptr ? utf8 : archive_entry_pathname(entry));
    while (name.startsWith("./"))
        name = name.mid(2);
    return name;
}

} // namespace

std::optional<ZipCode> readZip(const QByteArray &zip)
{
    const Archive source(archive_read_new(), &archive_read_free);
    archive_read_support_format_zip(source.get());
    if (archive_read_open_memory(source.get(), zip.constData(), static_cast<size_t>(zip.size()))
        != ARCHIVE_OK)
        return std::nullopt;
    ZipCode code;
    archive_entry *entry = nullptr;
    for (int i = 0; i < kMostEntries; ++i) {
        const int status = archive_read_next_header(source.get(), &entry);
        if (status == ARCHIVE_EOF)
            return code.script || code.hasAssets ? std::optional(code) : std::nullopt;
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return std::nullopt;
        const QByteArray name = entryName(entry);
        if (name == "routine/index.js") {
            code.script = readEntry(source.get());
            if (!code.script)
                return std::nullopt;
        }
        code.hasAssets = code.hasAssets || (name.startsWith("assets/") && !name.endsWith('/'));
    }
    return std::nullopt;
}

} // namespace edgewright::sandbox
