// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"
#include "workspace/draft.h"
#include "workspace/localhistory.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace edgewright {

class DraftFiles;

/// Drafts on disk, one file each, replaced durably (base/durablefile.h). Loading is immediate and
/// bounded (8 MB) and sees what is still being saved; saving runs in the background, the newest
/// save of a draft wins. What was not written yet is written by the destructor. GUI thread.
class DraftStore final : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 kLargestDraft = LocalHistory::kLargestText;

    explicit DraftStore(QString folder, QObject *parent = nullptr);
    ~DraftStore() override;

    /// Nothing when there is no draft; an error when there is one that cannot be read: its file is
    /// then kept under another name, which the error tells, or isBlocked().
    [[nodiscard]] Result<std::optional<Draft>> load(const QString &accountId,
                                                    const QString &routine) const;
    /// A file that could neither be read nor moved out of the way: load(), save() and remove() fail
    /// until it can be.
    [[nodiscard]] bool isBlocked(const QString &accountId, const QString &routine) const;
    /// The version the draft is based on, from the head of its file alone, which stays where it is;
    /// empty when there is none or it cannot be read.
    [[nodiscard]] QString baseOf(const QString &accountId, const QString &routine) const;
    /// What load() finds, for those who only look: later, and a file that cannot be read stays
    /// where it is.
    [[nodiscard]] Reply<std::optional<Draft>> *peek(const QString &accountId,
                                                    const QString &routine);
    /// Answers once the text, or a newer one, is on the disk, with the moment of that.
    [[nodiscard]] Reply<QDateTime> *save(const Draft &draft);
    /// Saves without a thread, for the moment before the program ends.
    [[nodiscard]] Result<> saveNow(const Draft &draft);
    /// Forgets the draft; nothing happens when there is none.
    Result<> remove(const QString &accountId, const QString &routine);
    [[nodiscard]] bool contains(const QString &accountId, const QString &routine) const;
    /// Routines with a draft, in no order; drafts that cannot be read are left out.
    [[nodiscard]] QStringList routines(const QString &accountId) const;

    /// What drafts once were.
    [[nodiscard]] const LocalHistory &history() const { return *m_history; }
    /// In the history, on the disk, when this returns.
    [[nodiscard]] Result<> snapshot(const Draft &draft, SnapshotReason reason);
    /// Likewise, later.
    [[nodiscard]] Reply<> *snapshotLater(const Draft &draft, SnapshotReason reason);
    [[nodiscard]] Reply<QList<Snapshot>> *snapshots(const QString &accountId,
                                                    const QString &routine);

    /// Everything that is done later is done there, one after the other.
    [[nodiscard]] QThreadPool &pool() { return m_pool; }

signals:
    void changed(const QString &accountId, const QString &routine);
    void snapshotTaken(const QString &accountId, const QString &routine);

private:
    /// A draft on its way to the disk, and who waits for it.
    struct Unsaved {
        Draft draft;
        quint64 number = 0;  ///< Of its newest save.
        bool failed = false; ///< Kept in memory; the next save or the destructor tries again.
        QList<QPointer<Reply<QDateTime>>> askers;
    };

    [[nodiscard]] Error blocked(const QString &file, const QString &routine) const;
    [[nodiscard]] bool unblock(const QString &file) const;
    [[nodiscard]] QString fileOf(const QString &accountId, const QString &routine) const;
    void writeNext();
    void onWritten(const QString &file, quint64 number, const Result<> &result);

    QString m_folder;
    // Shared with the background work that outlives this object.
    std::shared_ptr<LocalHistory> m_history;
    std::shared_ptr<DraftFiles> m_files;
    QHash<QString, Unsaved> m_unsaved; ///< By file.
    mutable QSet<QString> m_blocked;   ///< Files that must not be replaced.
    quint64 m_lastNumber = 0;
    bool m_writing = false;
    QThreadPool m_pool; ///< Of one thread: saves never wait behind the work of others.
};

} // namespace edgewright
