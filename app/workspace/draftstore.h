// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"

#include <QByteArray>
#include <QDateTime>
#include <QObject>

#include <optional>

namespace edgewright {

/// Unpublished text of one routine.
struct Draft {
    QString accountId;
    QString routine;
    QString baseVersionId; ///< The version it started from; empty for a new routine.
    QByteArray text;       ///< Bytes in = bytes out.
    qint64 caret = 0;      ///< Byte offset.
    QDateTime changedAt;   ///< UTC.
};

/// Drafts on disk, one file each, replaced durably (base/durablefile.h). Loading is immediate and
/// bounded (8 MB); saving runs in the background, the newest save of a draft wins. GUI thread.
class DraftStore final : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 kLargestDraft = 8'000'000;

    explicit DraftStore(QString folder, QObject *parent = nullptr);

    /// Nothing when there is no draft; an error when there is one that cannot be read.
    [[nodiscard]] Result<std::optional<Draft>> load(const QString &accountId,
                                                    const QString &routine) const;
    /// Answers once the text is on the disk, with the moment of that.
    [[nodiscard]] Reply<QDateTime> *save(const Draft &draft);
    /// Saves without a thread, for the moment before the program ends.
    [[nodiscard]] Result<> saveNow(const Draft &draft);
    /// Forgets the draft; nothing happens when there is none.
    Result<> remove(const QString &accountId, const QString &routine);
    [[nodiscard]] bool contains(const QString &accountId, const QString &routine) const;

signals:
    void changed(const QString &accountId, const QString &routine);

private:
    [[nodiscard]] QString fileOf(const QString &accountId, const QString &routine) const;

    QString m_folder;
};

} // namespace edgewright
