// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/keptfile.h"

#include <QDateTime>
#include <QHash>

namespace edgewright {

/// What was open in the window, so that it is open again after whatever ended the program.
struct Session {
    /// One of the two texts of a comparison, by what was asked for. Texts that were only at hand,
    /// such as the clipboard's, are not kept.
    struct Side {
        enum class Kind { Draft, Version, Live, Base, File };
        Kind kind = Kind::Draft;
        QString routine; ///< Empty for a file.
        QString what;    ///< The version's id, the environment or the path.
        bool operator==(const Side &) const = default;
    };
    struct Tab {
        QString routine;      ///< Empty for a comparison.
        QString versionId;    ///< Of a version being read; empty for a draft.
        qint64 caret = 0;     ///< Byte offset.
        int firstLine = -1;   ///< At the top, 0-based; -1: not known.
        QList<Side> compared; ///< Left and right of a comparison; it has no routine of its own.
        QStringList ignored;  ///< What the comparison ignores.
        bool operator==(const Tab &) const = default;
    };

    QList<Tab> tabs;   ///< In their order.
    int current = -1;  ///< Among them; -1: none of them.
    QDateTime savedAt; ///< UTC; set by the store.
    bool isSame(const Session &other) const
    {
        return tabs == other.tabs && current == other.current;
    }
};

/// Sessions by account in one small file. GUI thread.
class SessionStore final : public QObject {
    Q_OBJECT

public:
    explicit SessionStore(const QString &file, QObject *parent = nullptr);

    /// Empty when there is none.
    [[nodiscard]] Session session(const QString &accountId) const;
    [[nodiscard]] bool contains(const QString &accountId) const;
    /// Nothing happens when it is the one that is kept.
    void save(const QString &accountId, Session session);
    /// Waits until it is on the disk.
    Result<> flush() { return m_file.flush(); }

private:
    KeptFile m_file;
    QHash<QString, Session> m_sessions; ///< By account.
};

} // namespace edgewright
