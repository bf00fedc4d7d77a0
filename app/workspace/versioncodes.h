// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/codebody.h"
#include "workspace/connection.h"
#include "workspace/memory.h"
#include "workspace/versionbook.h"

#include <QCache>

namespace edgewright {

/// A version's code, judged.
struct VersionCode {
    CodeVersion version;
    QString name; ///< "v7"
    QByteArray bytes;
    BodyVerdict verdict;
    /// Nobody but the archive has it: the version is gone from the service, or its code is.
    bool isOnlyHere = false;
    bool isLost = false; ///< The service has the version but answered something else than code.
    QDateTime heldSince; ///< Invalid unless the archive has it.
};

/// The code of any version: from memory, else the archive, else the service. It never changes, so
/// the service is asked once ever, and what it answers is recorded. GUI thread.
class VersionCodes final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype kKeptCode = 64'000'000; ///< Bytes of code kept in memory.

    /// All of them must outlive this object.
    VersionCodes(Connection &connection, const VersionBook &book, const Memory &memory,
                 QObject *parent = nullptr);

    /// For somebody who waits. ErrorCode::NotCode never fails this call: look at the verdict.
    [[nodiscard]] Reply<VersionCode> *fetch(const QString &routine, const QString &versionId);
    /// Already fetched code, without asking.
    [[nodiscard]] std::optional<VersionCode> known(const QString &routine,
                                                   const QString &versionId) const;
    /// Has the archive record the code, for nobody who waits; answers once it is on the disk.
    [[nodiscard]] Reply<> *archive(const QString &routine, const QString &versionId);
    /// Succeeds when the archive has the code and reads it back sound; fetches it when needed.
    [[nodiscard]] Reply<> *secure(const QString &routine, const QString &versionId);
    /// "v7", also where only the archive remembers it; empty for an unknown version.
    [[nodiscard]] QString nameOf(const QString &routine, const QString &versionId) const;
    /// fetch() is waiting for the service.
    [[nodiscard]] bool isAwaited() const { return m_awaited > 0; }
    void clear();

signals:
    void awaitedChanged();

private:
    /// One call for all who want the same code.
    struct Reading {
        QPointer<Reply<VersionBody>> call;
        int askers = 0;
        QList<QPointer<Reply<>>> recorders; ///< Who wait for it to be on the disk.
    };

    [[nodiscard]] RoutineKey keyOf(const QString &routine) const;
    void ask(const QString &routine, const QString &versionId,
             const QPointer<Reply<VersionCode>> &reply);
    void await(Reply<VersionCode> *reply);
    [[nodiscard]] Reply<VersionBody> *read(const QString &routine, const QString &versionId);
    void record(const RoutineKey &key, const VersionBody &body,
                const QList<QPointer<Reply<>>> &recorders);
    /// Nobody else may still want the call.
    void giveUp(const QString &cacheKey);
    [[nodiscard]] VersionCode keep(const QString &routine, const VersionBody &body);
    [[nodiscard]] VersionCode described(VersionCode code, const QString &routine) const;
    void readBack(const RoutineKey &key, const QString &versionId, const QPointer<Reply<>> &reply);

    Connection &m_connection;
    const VersionBook &m_book;
    VersionNames &m_names;
    Archive &m_archive;
    /// By routine and version id, the least recently used go first; costs are bytes.
    mutable QCache<QString, VersionCode> m_codes{kKeptCode};
    QHash<QString, Reading> m_readings; ///< By the same.
    int m_awaited = 0;
    quint64 m_visit = 0; ///< Counts accounts: answers for one that was left are void.
};

} // namespace edgewright
