// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/ledgerwords.h"

#include "common/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kNameLength = 60;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(edgewright::LedgerWords)
};

QString versionWords(const RoutineKey &key, const QString &id, const VersionNaming &name)
{
    const QString known = name(key, id);
    return oneLine(known.isEmpty() ? id : known, kNameLength);
}

QString publicationWords(const LedgerEntry &entry, const VersionNaming &name)
{
    const QString from = trafficWords(entry.key, entry.from, name);
    const QString to = trafficWords(entry.key, entry.to, name);
    if (isSameTraffic(entry.from, entry.to))
        return Words::tr("%1 once more", "a version that is published again").arg(to);
    return Words::tr("%1 → %2", "what was live → what is").arg(from, to);
}

/// "Publishing v18 of “www” to production"
QString actWords(const LedgerEntry &entry, const VersionNaming &name)
{
    const QString routine = oneLine(entry.key.routine, kNameLength);
    switch (entry.kind) {
    case ActKind::SaveVersion:
        return Words::tr("Saving a version of “%1”").arg(routine);
    case ActKind::DeleteVersion:
        return Words::tr("Deleting %1 of “%2”")
            .arg(versionWords(entry.key, entry.versionId, name), routine);
    case ActKind::CreateRoutine:
        return Words::tr("Creating “%1”").arg(routine);
    case ActKind::DeleteRoutine:
        return Words::tr("Deleting “%1”").arg(routine);
    case ActKind::LimitProcessor:
        //: %1 is a routine, %2 an environment, %3 a limit such as "50ms"
        return Words::tr("Limiting the CPU time of “%1” in %2 to %3")
            .arg(routine, environmentWords(entry.environment),
                 oneLine(entry.versionId, kNameLength));
    case ActKind::Publish:
    case ActKind::ChangedElsewhere:
        break;
    }
    //: %1 is a routine, %2 an environment, %3 versions
    return Words::tr("Publishing %3 of “%1” to %2")
        .arg(routine, environmentWords(entry.environment), trafficWords(entry.key, entry.to, name));
}

QString sinceWords(const LiveState &state)
{
    return state.isExact ? Words::tr("since %1").arg(momentWords(state.since))
                         : Words::tr("first seen %1").arg(momentWords(state.since));
}

} // namespace

QString momentWords(const QDateTime &time, bool exact)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    const bool thisYear = local.date().year() == QDate::currentDate().year();
    const QString date = QLocale().toString(
        local.date(), thisYear ? Words::tr("d MMM", "a date of this year, as a QLocale format")
                               : Words::tr("d MMM yyyy", "a date, as a QLocale format"));
    return date + u' ' + QLocale().toString(local.time(), exact ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

QString trafficWords(const RoutineKey &key, const QList<VersionShare> &shares,
                     const VersionNaming &name)
{
    if (shares.isEmpty())
        return Words::tr("nothing", "no version is live");
    QList<VersionShare> sorted = shares;
    std::ranges::stable_sort(sorted, std::greater(), &VersionShare::percentage);
    QStringList names;
    QStringList percentages;
    for (const VersionShare &share : std::as_const(sorted)) {
        names.append(versionWords(key, share.versionId, name));
        percentages.append(QLocale().toString(share.percentage));
    }
    if (sorted.size() == 1)
        return names.constFirst();
    //: %1 is "70/30", %2 the versions in that order: "v15, v18"
    return Words::tr("%1 split: %2").arg(percentages.join(u'/'), names.join(u", "_s));
}

QString environmentWords(const QString &environment)
{
    if (environment == kProduction)
        return Words::tr("Production");
    if (environment == kStaging)
        return Words::tr("Staging");
    return oneLine(environment, kNameLength);
}

QString changeWords(const LedgerEntry &entry, const VersionNaming &name)
{
    const QString version = versionWords(entry.key, entry.versionId, name);
    switch (entry.kind) {
    case ActKind::SaveVersion:
        return entry.versionId.isEmpty() ? Words::tr("Save a version")
                                         : Words::tr("Save %1").arg(version);
    case ActKind::DeleteVersion:
        return Words::tr("Delete %1").arg(version);
    case ActKind::CreateRoutine:
        return Words::tr("Create the routine");
    case ActKind::DeleteRoutine:
        return Words::tr("Delete the routine");
    case ActKind::LimitProcessor:
        //: %1 is a limit such as "50ms"
        return Words::tr("CPU time limit %1").arg(oneLine(entry.versionId, kNameLength));
    case ActKind::Publish:
    case ActKind::ChangedElsewhere:
        break;
    }
    return publicationWords(entry, name);
}

QString authorWords(const LedgerEntry &entry)
{
    if (entry.kind != ActKind::ChangedElsewhere)
        return entry.accountName.isEmpty()
                   ? Words::tr("This computer")
                   : Words::tr("This computer, %1").arg(oneLine(entry.accountName, kNameLength));
    // With a clock that was set back the two times would make no sense.
    if (!entry.startedAt.isValid() || entry.startedAt > entry.endedAt)
        return Words::tr("Elsewhere, before %1").arg(momentWords(entry.endedAt));
    const QDateTime from = entry.startedAt.toLocalTime();
    const QDateTime to = entry.endedAt.toLocalTime();
    const QString end = from.date() == to.date() ? QLocale().toString(to.time(), u"HH:mm"_s)
                                                 : momentWords(entry.endedAt);
    return Words::tr("Elsewhere, between %1 and %2").arg(momentWords(entry.startedAt), end);
}

QString outcomeWords(const LedgerEntry &entry)
{
    if (entry.kind == ActKind::ChangedElsewhere)
        return Words::tr("Seen");
    switch (entry.outcome) {
    case ActOutcome::Pending:
        return Words::tr("Under way or cut off");
    case ActOutcome::Done:
        return Words::tr("Done");
    case ActOutcome::NothingHappened:
        return Words::tr("Not done");
    case ActOutcome::Unknown:
        break;
    }
    return Words::tr("Unknown");
}

QString outcomeAdvice(const LedgerEntry &entry)
{
    if (entry.isOpen && entry.outcome != ActOutcome::Done)
        return Words::tr("How it ended is found out by reading as soon as the account is "
                         "connected; it is never sent again.");
    if (entry.outcome == ActOutcome::Unknown)
        return entry.kind == ActKind::Publish
                   ? Words::tr("Something else is live now; look at it before publishing again.")
                   : Words::tr("Look at the versions before doing it again.");
    return {};
}

QString settledWords(const QList<LedgerEntry> &entries, const VersionNaming &name)
{
    if (entries.size() != 1)
        return Words::tr("%n act(s) that had been cut off were looked at by reading; the ledger "
                         "says how each ended. Nothing was sent again.",
                         nullptr, static_cast<int>(entries.size()));
    const LedgerEntry &entry = entries.constFirst();
    const QString act = actWords(entry, name);
    const QString when = momentWords(entry.startedAt);
    const bool isHalfDone = entry.kind == ActKind::SaveVersion && entry.outcome == ActOutcome::Done
                            && !entry.environment.isEmpty();
    if (isHalfDone)
        //: %1 is a version, %2 a routine, %3 an environment, %4 a time
        return Words::tr("%1 of “%2” was saved on %4, but the program ended before it was "
                         "published to %3. It was not published since.")
            .arg(versionWords(entry.key, entry.versionId, name),
                 oneLine(entry.key.routine, kNameLength), environmentWords(entry.environment),
                 when);
    switch (entry.outcome) {
    case ActOutcome::Done:
        return Words::tr("%1 was cut off on %2, but it was done.").arg(act, when);
    case ActOutcome::NothingHappened:
        return Words::tr("%1 was cut off on %2; nothing happened.").arg(act, when);
    case ActOutcome::Pending:
    case ActOutcome::Unknown:
        break;
    }
    return joinSentences(
        Words::tr("%1 was cut off on %2; whether it was done cannot be told any more.")
            .arg(act, when),
        outcomeAdvice(entry));
}

QString liveWords(const RoutineKey &key, const LiveState &state, const VersionNaming &name)
{
    using Knowledge = LiveState::Knowledge;
    const QString was = trafficWords(key, state.shares, name);
    const QString next = trafficWords(key, state.next, name);
    QString text;
    switch (state.knowledge) {
    case Knowledge::Never:
        text = state.until.isValid()
                   ? Words::tr("not known; first read %1: %2").arg(momentWords(state.until), next)
                   : Words::tr("not known; never read");
        break;
    case Knowledge::Seen:
        text = state.until.isValid()
                   ? Words::tr("%1, %2, until %3 on %4", "v15, since 3 Nov, until v18 on 9 Nov")
                         .arg(was, sinceWords(state), next, momentWords(state.until))
                   : Words::tr("%1, %2", "v15, since 3 Nov").arg(was, sinceWords(state));
        break;
    case Knowledge::Between:
        //: %1 and %3 are versions, %2 and %4 times
        text = Words::tr("%1 when last read %2, then %3 from %4 on; not read in between")
                   .arg(was, momentWords(state.lastSeen), next, momentWords(state.until));
        break;
    case Knowledge::Last:
        text = Words::tr("%1, %2; not read since %3")
                   .arg(was, sinceWords(state), momentWords(state.lastSeen));
        break;
    }
    if (state.clockWentBack)
        text += u' '
                + Words::tr("(This computer's clock was set back around then, so that time came "
                            "twice.)");
    return text;
}

} // namespace edgewright
