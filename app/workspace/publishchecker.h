// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/publishchecks.h"
#include "workspace/routinevariables.h"
#include "workspace/waybackfinder.h"

#include <QTimer>

namespace edgewright {

/// What is about to be published, and where.
struct PublishSubject {
    QString routine;
    QString environment;
    QString versionId; ///< Empty: a text that is no version yet.
    QByteArray code;   ///< That text.
    /// What was known when it was decided on.
    GuardQuestion question;
};

/// Looks at everything that speaks for or against a publication, all at once and without stopping
/// anybody: the service, the ledger and the archive are asked, and each look that has no answer in
/// time says so. Changes nothing. GUI thread.
class PublishChecker final : public QObject {
    Q_OBJECT

public:
    /// All of them must outlive this object.
    struct Sources {
        Connection &connection;
        RoutineCatalog &catalog;
        VersionHistory &history;
        Guard &guard;
        WayBackFinder &wayBack;
        Archive &archive;
        Ledger &ledger;
    };

    explicit PublishChecker(const Sources &sources, QObject *parent = nullptr);

    /// Forgets what was looked at before.
    void start(const PublishSubject &subject);
    void stop();
    /// The order is that of importance.
    [[nodiscard]] const QList<PublishCheck> &checks() const { return m_checks; }
    [[nodiscard]] const PublishSubject &subject() const { return m_subject; }
    /// Reads once more whether somebody else was here.
    void lookAgain();
    /// How long a look may take until it counts as one that could not be done.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

signals:
    void changed();
    /// What the service says of others; also when the answer is that nobody was there.
    void looked(const edgewright::GuardFinding &finding);

private:
    void add(CheckId id);
    void put(const PublishCheck &check);
    void giveUp();
    void tellAge();
    void checkCode();
    void judgeCode(const QByteArray &code);
    void checkBody();
    void compareBody(const QByteArray &served);
    void checkStaging();
    void judgeStaging(const QStringList &versionIds);
    void checkLive();
    void checkWayBack(const Deployment &live);
    void judgeWayBack(const QList<VersionShare> &shares, const QString &name);
    void checkVariables();
    void judgeVariables(const RoutineVariables &variables);
    [[nodiscard]] CarriedVariables carried() const;
    [[nodiscard]] QString nameOf(const QString &versionId) const;
    [[nodiscard]] RoutineKey key() const;
    /// Goes on with \p next unless something else is looked at by then.
    template <typename T, typename Next>
    void await(Reply<T> *reply, Next next);

    Sources m_from;
    PublishSubject m_subject;
    QList<PublishCheck> m_checks;
    std::optional<GuardFinding> m_finding;
    QTimer m_age;
    std::chrono::milliseconds m_patience{12'000};
    quint64 m_round = 0; ///< Answers to older ones are void.
};

} // namespace edgewright
