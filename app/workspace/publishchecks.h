// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/ledgertypes.h"
#include "base/result.h"
#include "workspace/guard.h"

#include <QCoreApplication>

#include <optional>

namespace edgewright {

enum class CheckState {
    Running,
    Passed,
    Warning, ///< Worth knowing, or it could not be checked.
    Failed,  ///< Publishing it anyway takes a deliberate act.
};

enum class CheckId { Syntax, Body, Characters, Staging, WayBack, NobodyElse, Split, Variables };

/// What one look before a publication found. Text in it may be foreign: plain text only.
struct PublishCheck {
    CheckId id = CheckId::Syntax;
    CheckState state = CheckState::Running;
    QString text;       ///< Translated, one short sentence.
    QString detail;     ///< More, or empty.
    qsizetype line = 0; ///< Of the code it is about, from 1; 0: none.

    [[nodiscard]] bool operator==(const PublishCheck &other) const = default;
};

/// How long a version, or its bytes under another name, was live in staging, as far as was seen.
struct StagingRecord {
    bool wasThere = false;
    bool isThere = false; ///< Now.
    QDateTime from;       ///< Of the newest stay; invalid: longer than is known.
    QDateTime until;      ///< Invalid while it is there.
};

/// \p entries newest first, \p live what staging runs now, \p versionIds the same code.
[[nodiscard]] StagingRecord stagingRecord(const QList<LedgerEntry> &entries, const Deployment &live,
                                          const QStringList &versionIds);

/// What going back would need after the publication.
struct WayBackFact {
    QString versionName;  ///< Empty: there is none.
    bool isNeeded = true; ///< False: nothing is live, so there is nothing to go back to.
    bool onService = false;
    bool isHeld = false; ///< The archive has its code.
};

/// Whose variables the version to be published was saved with.
struct CarriedVariables {
    QString versionName; ///< Empty: not known, or a text that is saved for the place it goes.
    QString environment; ///< Empty: nobody's.
};

/// Judges what was found before a publication, each look by itself. Pure; any thread.
class PublishChecks final {
    Q_DECLARE_TR_FUNCTIONS(edgewright::PublishChecks)

public:
    [[nodiscard]] static PublishCheck running(CheckId id);
    /// Its text names the look, its detail says why.
    [[nodiscard]] static PublishCheck unknown(CheckId id, const QString &why);

    /// Brackets, strings, templates and comments close, and there is an entry. Knows no more of
    /// the language, and says so.
    [[nodiscard]] static PublishCheck syntax(const QByteArray &code);
    [[nodiscard]] static PublishCheck characters(const QByteArray &code);
    /// \p served is what the service answers for the version; \p kept what the archive holds.
    [[nodiscard]] static PublishCheck body(const QByteArray &served,
                                           const std::optional<QByteArray> &kept);
    [[nodiscard]] static PublishCheck staging(const StagingRecord &record, const QDateTime &now);
    [[nodiscard]] static PublishCheck wayBack(const WayBackFact &fact);
    /// \p names: what people call versions, by id.
    [[nodiscard]] static PublishCheck nobodyElse(const GuardFinding &finding, const QDateTime &now,
                                                 const QHash<QString, QString> &names);
    /// \p shares: "v5 90 % · v6 10 %" when a split runs; empty: none does.
    [[nodiscard]] static PublishCheck split(const QString &shares);
    /// \p there: names in the environment to be published to, \p elsewhere in the other one.
    [[nodiscard]] static PublishCheck variables(const QString &environment,
                                                const QStringList &there,
                                                const QStringList &elsewhere,
                                                const CarriedVariables &carried = {});

    [[nodiscard]] static bool anyFailed(const QList<PublishCheck> &checks);
    /// "syntax", for sentences about a look.
    [[nodiscard]] static QString nameOf(CheckId id);

private:
    /// Empty when what \p carried tells of fits.
    [[nodiscard]] static QString carriedText(const QString &environment, int count,
                                             const CarriedVariables &carried);
    [[nodiscard]] static QString durationText(qint64 seconds);
    [[nodiscard]] static QString agoText(qint64 seconds);
    [[nodiscard]] static QString changedLiveText(const GuardFinding &finding,
                                                 const QHash<QString, QString> &names);
};

} // namespace edgewright
