// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>

#include <optional>

namespace edgewright::sandbox {

/// A multipart/form-data body as the object store reads it: fields up to the part named "file";
/// whatever follows that part is ignored.
struct MultipartForm {
    QMap<QByteArray, QByteArray> fields; ///< Names in lower case; the last of a name counts.
    qsizetype fieldBytes = 0;            ///< Size of everything before the file.
    bool hasFile = false;
    QByteArray file;

    [[nodiscard]] bool has(const QByteArray &name) const { return fields.contains(name); }
    [[nodiscard]] QByteArray value(const QByteArray &name) const { return fields.value(name); }
};

/// Nothing when \p body is not well-formed for the boundary in \p contentType.
[[nodiscard]] std::optional<MultipartForm> parseMultipart(const QByteArray &contentType,
                                                          const QByteArray &body);

} // namespace edgewright::sandbox
