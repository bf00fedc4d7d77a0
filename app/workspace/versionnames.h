// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/routinetypes.h"
#include "workspace/nameswriter.h"

#include <QHash>

namespace edgewright {

/// Gives versions the names people use: v1, v2, … in the order of their creation, per account and
/// routine, never given twice, kept in a file so that v12 stays v12 when the service has dropped
/// v1 to v11. They are written in the background; names that a crash keeps from the disk come out
/// the same from the same versions. A damaged file is kept under another name and the numbers start
/// anew; one that cannot be read is never written over, and its versions stay without names.
class VersionNames final {
public:
    /// \p folder holds one small file per account and routine.
    explicit VersionNames(QString folder);

    /// Names versions not seen before. A failure is that of writing earlier ones: they are kept for
    /// this run, and their writing is tried again.
    Result<> learn(const QString &accountId, const QString &routine,
                   const QList<CodeVersion> &versions);
    /// "v7", "unstable", or an empty string for a version never learnt.
    [[nodiscard]] QString name(const QString &accountId, const QString &routine,
                               const QString &versionId) const;
    /// 7 for "v7"; 0 for the unstable slot and versions never learnt.
    [[nodiscard]] int ordinal(const QString &accountId, const QString &routine,
                              const QString &versionId) const;
    /// The names somebody else remembers of versions that are not known here: after the files were
    /// lost v12 is v12 again. What is known here stays.
    void recall(const QString &accountId, const QString &routine,
                const QHash<QString, int> &ordinals);
    /// Blocks until all names given are on the disk, or cannot be.
    void flush() { m_writer.flush(); }

private:
    struct Book {
        QHash<QString, int> numbers;
        int last = 0;
        bool isSaved = true;
        bool isReadable = true; ///< Otherwise learn() tries to read it again.
    };

    [[nodiscard]] QString fileOf(const QString &key) const;
    [[nodiscard]] Book readBook(const QString &file) const;
    Book &bookOf(const QString &accountId, const QString &routine) const;

    QString m_folder;
    mutable QHash<QString, Book> m_books;
    NamesWriter m_writer;
};

} // namespace edgewright
