// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct archive;

namespace edgewright {

/// Goes through a zip file that need not be what it says: bounds the entries, the bytes they unpack
/// to and the ratio of both; refuses names that lead out of the zip. Writes nothing. Any thread.
class ZipReader final {
public:
    explicit ZipReader(QString path);
    ~ZipReader();
    Q_DISABLE_COPY_MOVE(ZipReader)

    /// The next file, or false after the last one.
    [[nodiscard]] Result<bool> next();
    /// Of the file next() found: a relative path without "..".
    [[nodiscard]] const QString &name() const { return m_name; }
    /// The bytes of that file.
    [[nodiscard]] Result<QByteArray> read();

private:
    struct Free {
        void operator()(archive *zip) const;
    };

    [[nodiscard]] Result<> open();
    [[nodiscard]] Error refusal(const QString &reason) const;
    [[nodiscard]] Error damaged() const;

    QString m_path;
    std::unique_ptr<archive, Free> m_zip;
    QString m_name;
    qint64 m_packed = 0; ///< Bytes of the zip file.
    qint64 m_unpacked = 0;
    int m_entries = 0;
};

} // namespace edgewright
