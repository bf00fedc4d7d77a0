// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace edgewright {

/// A file that is written beside its place and takes it when it is complete: only then, and only
/// over a file that was there from the start. Never follows a link. Any thread.
class ExclusiveFile final {
public:
    explicit ExclusiveFile(QString path);
    ~ExclusiveFile();
    Q_DISABLE_COPY_MOVE(ExclusiveFile)

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] Result<> open();
    [[nodiscard]] int handle() const { return m_handle; }
    [[nodiscard]] Result<> write(const QByteArray &bytes);
    /// Synced to the disk and renamed.
    [[nodiscard]] Result<> commit();

private:
    [[nodiscard]] Error failure() const;

    QString m_path;
    QByteArray m_temporary; ///< Encoded; empty when there is none.
    bool m_mayReplace = false;
    int m_handle = -1;
};

/// A new folder and the files in it, made through its handle so that nobody can put a link in the
/// way. Taken away at the end of life unless it was kept. Any thread.
class ExclusiveFolder final {
public:
    ExclusiveFolder() = default;
    ~ExclusiveFolder();
    Q_DISABLE_COPY_MOVE(ExclusiveFolder)

    /// \p name in \p parent, or \p name with a number when that is taken.
    [[nodiscard]] Result<> create(const QString &parent, const QString &name);
    [[nodiscard]] const QString &path() const { return m_path; }
    /// \p name is a plain file name; \p time becomes the file's when it is valid.
    [[nodiscard]] Result<> write(const QString &name, const QByteArray &bytes,
                                 const QDateTime &time = {});
    /// Everything is on the disk, and stays.
    [[nodiscard]] Result<> keep();

private:
    [[nodiscard]] Error failure(const QString &name) const;

    QString m_path;
    QList<QByteArray> m_names; ///< Encoded, of the files made here.
    int m_parent = -1;
    int m_handle = -1;
    bool m_isKept = false;
};

} // namespace edgewright
