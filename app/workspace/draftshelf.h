// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workspace/draft.h"

#include <QList>

namespace edgewright {

/// Texts that another text replaced as a whole, so that the way back outlives undo: one file each,
/// the newest kMost of each routine. Only newer ones push old ones off; nothing else removes them.
/// GUI thread.
class DraftShelf final {
public:
    static constexpr qsizetype kMost = 20;
    static constexpr qint64 kLargestText = 8'000'000; ///< Bytes.

    struct Entry {
        QString file;
        QDateTime changedAt; ///< UTC.
        qint64 size = 0;     ///< Bytes of text.
        QString baseVersionId;
    };

    explicit DraftShelf(QString folder);

    /// On the disk when this returns; the text that was put there last is not put there twice.
    [[nodiscard]] Result<> put(const Draft &draft) const;
    /// Newest first; files that are no drafts are left out.
    [[nodiscard]] QList<Entry> entries(const QString &accountId, const QString &routine) const;
    [[nodiscard]] Result<Draft> read(const Entry &entry) const;

private:
    [[nodiscard]] QString folderOf(const QString &accountId, const QString &routine) const;

    QString m_folder;
};

} // namespace edgewright
