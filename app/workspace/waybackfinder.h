// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"
#include "workspace/wayback.h"

#include <QTimer>

namespace edgewright {

class Archive;
class Connection;
class Ledger;
class RoutineCatalog;
class VersionHistory;

/// Finds what an environment would go back to, from what the ledger and the archive remember and
/// what is live now; keeps production's mark in the version list true for the routine on screen.
/// Asks the service nothing. GUI thread.
class WayBackFinder final : public QObject {
    Q_OBJECT

public:
    /// All of them must outlive this object.
    struct Sources {
        Connection &connection;
        RoutineCatalog &catalog;
        VersionHistory &history;
        Archive &archive;
        Ledger &ledger;
    };

    explicit WayBackFinder(const Sources &sources, QObject *parent = nullptr);

    /// Nothing when there is none; a routine of the account in use.
    [[nodiscard]] Reply<std::optional<WayBack>> *find(const QString &routine,
                                                      const QString &environment);

    /// What is known of the versions of a routine of the account in use, by id.
    [[nodiscard]] Reply<QHash<QString, WayBackFacts::Version>> *versions(const QString &routine);

signals:
    /// The answer for that routine may be another one.
    void changed(const QString &routine);

private:
    using Answer = QPointer<Reply<std::optional<WayBack>>>;

    void ask(const RoutineKey &key, const QString &environment, const Answer &reply);
    void answer(const RoutineKey &key, WayBackFacts facts, const Answer &reply);
    /// Nothing before the first reading is in the ledger, but when that was may be known.
    void addBeginning(const RoutineKey &key, const QString &environment, const WayBack &way,
                      const Answer &reply);
    [[nodiscard]] QHash<QString, WayBackFacts::Version>
    joined(const QString &routine, const QList<ArchivedVersion> &archived) const;
    [[nodiscard]] WayBackFacts::Version versionOf(const QString &routine,
                                                  const ArchivedVersion &archived) const;
    void note(const QString &routine);
    void mark();

    Sources m_sources;
    QTimer m_soon;          ///< One question for all that is heard at once.
    quint64 m_question = 0; ///< Answers to older ones are void.
};

} // namespace edgewright
