// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/publishchecks.h"

#include "text/codebody.h"
#include "text/suspicious.h"
#include "workspace/routinelistmodel.h"
#include "workspace/syntaxlook.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr qsizetype kNamesShown = 5;

bool hasAny(const QList<VersionShare> &shares, const QStringList &versionIds)
{
    return std::ranges::any_of(
        shares, [&](const VersionShare &share) { return versionIds.contains(share.versionId); });
}

bool tellsStaging(const LedgerEntry &entry)
{
    const bool happened = entry.kind == ActKind::ChangedElsewhere
                          || (entry.kind == ActKind::Publish && entry.outcome == ActOutcome::Done);
    return happened && entry.environment == kStaging;
}

/// "A, B, C and 2 more" is for the caller to say; here only what fits.
QString someOf(const QStringList &names)
{
    QString text = names.mid(0, kNamesShown).join(u", "_s);
    if (names.size() > kNamesShown)
        text += u", …"_s;
    return text;
}

} // namespace

StagingRecord stagingRecord(const QList<LedgerEntry> &entries, const Deployment &live,
                            const QStringList &versionIds)
{
    StagingRecord record;
    bool isThere = false;
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry) {
        if (!tellsStaging(*entry))
            continue;
        // What an entry says was there before is known even if no entry tells how it came.
        if (!isThere && hasAny(entry->from, versionIds))
            record = {.wasThere = true, .isThere = true};
        const bool isNow = hasAny(entry->to, versionIds);
        if (isNow && !record.isThere)
            record = {.wasThere = true, .isThere = true, .from = entry->endedAt};
        else if (!isNow && record.isThere)
            record.until = entry->endedAt;
        record.isThere = isNow;
        isThere = isNow;
    }
    const bool isLive = hasAny(live.shares, versionIds);
    if (isLive && !record.isThere)
        record = {.wasThere = true, .from = live.createdAt};
    if (isLive)
        record.until = {};
    record.isThere = isLive;
    return record;
}

PublishCheck PublishChecks::running(CheckId id)
{
    return {.id = id, .state = CheckState::Running, .text = nameOf(id)};
}

PublishCheck PublishChecks::unknown(CheckId id, const QString &why)
{
    //: %1 is what was to be looked at, such as "Code on the service"
    return {.id = id,
            .state = CheckState::Warning,
            .text = tr("%1: could not be checked").arg(nameOf(id)),
            .detail = why};
}

PublishCheck PublishChecks::syntax(const QByteArray &code)
{
    const SyntaxLook look = lookAtSyntax(code);
    if (!look.problem.isEmpty())
        return {.id = CheckId::Syntax,
                .state = CheckState::Failed,
                //: %L1 is a line number, %2 what is wrong there
                .text = tr("Syntax: line %L1: %2").arg(look.line).arg(look.problem),
                .detail = tr("The code will most likely not run."),
                .line = look.line};
    if (!look.hasEntry)
        return {.id = CheckId::Syntax,
                .state = CheckState::Warning,
                .text = tr("Syntax: no “export default” and no “fetch” listener was found"),
                .detail = tr("Without one of them requests get no answer from the code.")};
    return {.id = CheckId::Syntax,
            .state = CheckState::Passed,
            .text = tr("Syntax: brackets, strings and comments close"),
            .detail = tr("The code is not run; only what can be told by reading is checked.")};
}

PublishCheck PublishChecks::characters(const QByteArray &code)
{
    const QList<SuspiciousCharacter> found = findSuspicious(code, 100);
    const auto isBad = [](const SuspiciousCharacter &character) {
        return character.kind != SuspiciousKind::OddSpace;
    };
    auto worst = std::ranges::find_if(found, isBad);
    if (found.isEmpty())
        return {.id = CheckId::Characters,
                .state = CheckState::Passed,
                .text = tr("Characters: none that disguise the code")};
    const bool isFailed = worst != found.end();
    if (!isFailed)
        worst = found.begin();
    const qsizetype line = code.left(worst->offset).count('\n') + 1;
    //: %L1 is a line number, %2 "U+202E RIGHT-TO-LEFT OVERRIDE"
    QString text = tr("Characters: line %L1 holds %2").arg(line).arg(displayName(worst->codePoint));
    return {.id = CheckId::Characters,
            .state = isFailed ? CheckState::Failed : CheckState::Warning,
            .text = text,
            .detail = isFailed ? tr("It may run otherwise than it reads.")
                               : tr("It looks like a blank and is none."),
            .line = line};
}

PublishCheck PublishChecks::body(const QByteArray &served, const std::optional<QByteArray> &kept)
{
    const BodyVerdict verdict = judgeBody(served);
    if (!verdict.isCode())
        return {.id = CheckId::Body,
                .state = CheckState::Failed,
                .text = tr("Code on the service: %1").arg(verdict.reason),
                .detail = verdict.detail};
    if (kept && *kept != served)
        return {.id = CheckId::Body,
                .state = CheckState::Failed,
                .text = tr("Code on the service: it is not what this computer has archived"),
                .detail = tr("The service answers %L1 bytes, archived are %L2.")
                              .arg(served.size())
                              .arg(kept->size())};
    return {.id = CheckId::Body,
            .state = CheckState::Passed,
            .text = kept ? tr("Code on the service: read back, same bytes as archived")
                         : tr("Code on the service: read back, it is code")};
}

PublishCheck PublishChecks::staging(const StagingRecord &record, const QDateTime &now)
{
    PublishCheck check{.id = CheckId::Staging, .state = CheckState::Passed};
    if (!record.wasThere) {
        check.state = CheckState::Warning;
        check.text = tr("Staging: these bytes were never seen there");
        return check;
    }
    const QDateTime end = record.until.isValid() ? record.until : now;
    const QString time = record.from.isValid() && record.from <= end
                             ? durationText(record.from.secsTo(end))
                             : QString();
    if (record.isThere)
        //: %1 is "2 h"
        check.text = time.isEmpty() ? tr("Staging: live there now")
                                    : tr("Staging: live there for %1").arg(time);
    else
        check.text = time.isEmpty() ? tr("Staging: was live there")
                                    : tr("Staging: was live there for %1").arg(time);
    return check;
}

PublishCheck PublishChecks::wayBack(const WayBackFact &fact)
{
    PublishCheck check{.id = CheckId::WayBack, .state = CheckState::Passed};
    if (!fact.isNeeded) {
        check.text = tr("Way back: nothing is live there yet");
    } else if (fact.versionName.isEmpty()) {
        check.state = CheckState::Warning;
        check.text = tr("Way back: no earlier version had all the traffic");
    } else if (fact.onService) {
        check.text = tr("Way back: %1 is on the service").arg(fact.versionName);
    } else if (fact.isHeld) {
        check.state = CheckState::Warning;
        check.text = tr("Way back: %1 is only on this computer").arg(fact.versionName);
        check.detail = tr("Going back would upload it again first.");
    } else {
        check.state = CheckState::Failed;
        check.text = tr("Way back: the code of %1 is nowhere any more").arg(fact.versionName);
    }
    return check;
}

PublishCheck PublishChecks::nobodyElse(const GuardFinding &finding, const QDateTime &now,
                                       const QHash<QString, QString> &names)
{
    PublishCheck check{.id = CheckId::NobodyElse, .state = CheckState::Passed};
    const QString checked = agoText(finding.readAt.secsTo(now));
    if (finding.isClear()) {
        //: %1 is "checked 3 s ago"
        check.text = tr("Nobody else: nothing new on the service (%1)").arg(checked);
        return check;
    }
    check.state = CheckState::Warning;
    check.detail = checked;
    if (finding.hasLiveMoved())
        check.text = changedLiveText(finding, names);
    else
        check.text = tr("Somebody else saved %1")
                         .arg(names.value(finding.theirsVersionId, tr("another version")));
    return check;
}

QString PublishChecks::changedLiveText(const GuardFinding &finding,
                                       const QHash<QString, QString> &names)
{
    QList<NamedShare> shares;
    for (const VersionShare &share : finding.liveNow)
        shares.append({.versionName = names.value(share.versionId, tr("another version")),
                       .percentage = share.percentage});
    const QString live = shares.isEmpty() ? tr("nothing") : describeShares(shares);
    //: %1 is one version or several with their shares
    return finding.isLiveFromHere ? tr("Changed from here meanwhile: live is %1").arg(live)
                                  : tr("Somebody else published: live is %1").arg(live);
}

PublishCheck PublishChecks::split(const QString &shares)
{
    if (shares.isEmpty())
        return {.id = CheckId::Split,
                .state = CheckState::Passed,
                .text = tr("Split: none is running")};
    return {.id = CheckId::Split,
            .state = CheckState::Warning,
            .text = tr("Split: %1 would end").arg(shares),
            .detail = tr("One version gets all the traffic then.")};
}

QString PublishChecks::carriedText(const QString &environment, int count,
                                   const CarriedVariables &carried)
{
    const QString &name = carried.versionName;
    const bool isProduction = environment == kProduction;
    if (name.isEmpty() || carried.environment == environment
        || (carried.environment.isEmpty() && count == 0))
        return {};
    if (carried.environment.isEmpty())
        return isProduction ? tr("Variables: %1 was saved without any; production's %n would not "
                                 "take effect.",
                                 nullptr, count)
                                  .arg(name)
                            : tr("Variables: %1 was saved without any; staging's %n would not take "
                                 "effect.",
                                 nullptr, count)
                                  .arg(name);
    if (count == 0)
        return isProduction
                   ? tr("Variables: %1 was saved with those of staging, which would take effect in "
                        "production.")
                         .arg(name)
                   : tr("Variables: %1 was saved with those of production, which would take effect "
                        "in staging.")
                         .arg(name);
    return isProduction ? tr("Variables: %1 was saved with those of staging; production's %n would "
                             "not take effect.",
                             nullptr, count)
                              .arg(name)
                        : tr("Variables: %1 was saved with those of production; staging's %n would "
                             "not take effect.",
                             nullptr, count)
                              .arg(name);
}

PublishCheck PublishChecks::variables(const QString &environment, const QStringList &there,
                                      const QStringList &elsewhere, const CarriedVariables &carried)
{
    PublishCheck check{.id = CheckId::Variables, .state = CheckState::Passed};
    QStringList missing;
    std::ranges::copy_if(elsewhere, std::back_inserter(missing),
                         [&](const QString &name) { return !there.contains(name); });
    const bool isProduction = environment == kProduction;
    const int count = static_cast<int>(missing.size());
    const QString unfit = carriedText(environment, static_cast<int>(there.size()), carried);
    if (!unfit.isEmpty()) {
        check.state = CheckState::Warning;
        check.text = joinSentences(unfit, isProduction ? tr("Save the code as a new version for "
                                                            "production.")
                                                       : tr("Save the code as a new version for "
                                                            "staging."));
        check.detail = (there + missing).join(u'\n');
    } else if (!missing.isEmpty()) {
        check.state = CheckState::Warning;
        //: %1 are names of variables
        check.text =
            (isProduction
                 ? tr("Variables: %n of staging missing in production: %1", nullptr, count)
                 : tr("Variables: %n of production missing in staging: %1", nullptr, count))
                .arg(someOf(missing));
        check.detail = missing.join(u'\n');
    } else if (there.isEmpty()) {
        check.text = tr("Variables: there are none");
    } else if (elsewhere.isEmpty()) {
        check.text = tr("Variables: %n there", nullptr, static_cast<int>(there.size()));
    } else {
        check.text = isProduction ? tr("Variables: production has all that staging has")
                                  : tr("Variables: staging has all that production has");
    }
    return check;
}

bool PublishChecks::anyFailed(const QList<PublishCheck> &checks)
{
    return std::ranges::any_of(
        checks, [](const PublishCheck &check) { return check.state == CheckState::Failed; });
}

QString PublishChecks::nameOf(CheckId id)
{
    switch (id) {
    case CheckId::Syntax:
        return tr("Syntax");
    case CheckId::Body:
        return tr("Code on the service");
    case CheckId::Characters:
        return tr("Characters");
    case CheckId::Staging:
        return tr("Staging");
    case CheckId::WayBack:
        return tr("Way back");
    case CheckId::NobodyElse:
        return tr("Nobody else");
    case CheckId::Split:
        return tr("Split");
    case CheckId::Variables:
        return tr("Variables");
    }
    return {};
}

QString PublishChecks::durationText(qint64 seconds)
{
    if (seconds < kMinute)
        return tr("%L1 s", "seconds").arg(std::max<qint64>(seconds, 0));
    if (seconds < kHour)
        return tr("%L1 min", "minutes").arg(seconds / kMinute);
    if (seconds < 2 * kDay)
        return tr("%L1 h", "hours").arg(seconds / kHour);
    return tr("%n day(s)", nullptr, static_cast<int>(seconds / kDay));
}

QString PublishChecks::agoText(qint64 seconds)
{
    //: %1 is "3 s"
    return seconds < 1 ? tr("checked just now") : tr("checked %1 ago").arg(durationText(seconds));
}

} // namespace edgewright
