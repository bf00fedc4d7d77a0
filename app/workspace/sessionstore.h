// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <memory>

namespace edgewright {

class SessionFile;

/// What was open in the window, so that it is open again after whatever ended the program.
struct Session {
    struct Tab {
        QString routine;
        QString versionId;  ///< Of a version being read; empty for a draft.
        qint64 caret = 0;   ///< Byte offset.
        int firstLine = -1; ///< At the top, 0-based; -1: not known.
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

/// Sessions by account in one file that is replaced durably. Saving runs in the background, one at
/// a time, the newest last; a file that cannot be read is kept under another name. GUI thread.
class SessionStore final : public QObject {
    Q_OBJECT

public:
    explicit SessionStore(QString file, QObject *parent = nullptr);
    ~SessionStore() override;

    /// Empty when there is none.
    [[nodiscard]] Session session(const QString &accountId) const;
    [[nodiscard]] bool contains(const QString &accountId) const;
    /// Nothing happens when it is the one that is kept.
    void save(const QString &accountId, Session session);
    /// Waits until it is on the disk.
    Result<> flush();

private:
    void load();
    void writeNext();
    [[nodiscard]] QByteArray content() const;

    const QString m_file;
    QHash<QString, Session> m_sessions;    ///< By account.
    std::shared_ptr<SessionFile> m_writer; ///< Shared with the write that outlives this object.
    quint64 m_number = 0;                  ///< Of the newest change.
    quint64 m_written = 0;                 ///< Up to which it was written, or tried to.
    bool m_writing = false;
    QThreadPool m_pool; ///< Of one thread: saves never wait behind the work of others.
};

} // namespace edgewright
