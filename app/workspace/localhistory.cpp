// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/localhistory.h"

#include "base/durablefile.h"
#include "base/log.h"
#include "base/paths.h"
#include "workspace/draftfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kDigits = 9;
constexpr qint64 kHour = 3600;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kWeek = 7 * kDay;

struct LocalHistoryText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::LocalHistory)
};

struct ReasonRow {
    SnapshotReason reason;
    const char *key; ///< In the file.
    const char *words;
};

// Files written before there were reasons have none.
constexpr std::array kReasons{
    ReasonRow{SnapshotReason::Replaced, "",
              QT_TRANSLATE_NOOP("edgewright::LocalHistory", "before another text replaced it")},
    ReasonRow{SnapshotReason::BeforeUseAsDraft, "before-use-as-draft",
              QT_TRANSLATE_NOOP("edgewright::LocalHistory", "before use as draft")},
    ReasonRow{SnapshotReason::BeforeOpenFile, "before-open-file",
              QT_TRANSLATE_NOOP("edgewright::LocalHistory", "before a file was opened")},
    ReasonRow{SnapshotReason::BeforeFormat, "before-format",
              QT_TRANSLATE_NOOP("edgewright::LocalHistory", "before format")},
    ReasonRow{SnapshotReason::BeforeSaveVersion, "before-save-version",
              QT_TRANSLATE_NOOP("edgewright::LocalHistory", "before save as version")},
    ReasonRow{SnapshotReason::BeforePublish, "before-publish",
              QT_TRANSLATE_NOOP("edgewright::LocalHistory", "before publishing")},
    ReasonRow{SnapshotReason::Discarded, "discarded",
              QT_TRANSLATE_NOOP("edgewright::LocalHistory", "discarded")},
    ReasonRow{SnapshotReason::WhileTyping, "while-typing",
              QT_TRANSLATE_NOOP("edgewright::LocalHistory", "while typing")},
    ReasonRow{SnapshotReason::BeforeMerge, "before-merge",
              QT_TRANSLATE_NOOP("edgewright::LocalHistory", "before a newer version was merged")},
};

const ReasonRow &rowOf(SnapshotReason reason)
{
    return kReasons.at(static_cast<std::size_t>(reason));
}

SnapshotReason reasonOf(const QString &key)
{
    const auto *const found = std::ranges::find_if(
        kReasons, [&key](const ReasonRow &row) { return QLatin1StringView(row.key) == key; });
    return found == kReasons.end() ? SnapshotReason::Replaced : found->reason;
}

int weightOf(SnapshotReason reason)
{
    if (reason == SnapshotReason::Discarded)
        return 2;
    return reason == SnapshotReason::WhileTyping ? 0 : 1;
}

/// By number, oldest first.
QStringList filesIn(const QString &folder)
{
    const QString pattern = QString(kDigits, u'?') + u".draft"_s;
    return QDir(folder).entryList({pattern}, QDir::Files, QDir::Name);
}

QString nextName(const QStringList &files)
{
    const qint64 last = files.isEmpty() ? 0 : files.constLast().left(kDigits).toLongLong();
    return u"%1.draft"_s.arg(last + 1, kDigits, 10, '0'_L1);
}

Result<QByteArray> headerLine(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.code = ErrorCode::Storage, .detail = file.errorString()};
    return file.readLine(kDraftHeaderLimit);
}

/// \p all, newest first, as old as their neighbours bear witness: a pause of days counts as one
/// day, going back counts as nothing. Whole days only, so that hours and days stay apart.
QList<Snapshot> steadied(QList<Snapshot> all, const QDateTime &now)
{
    qint64 shift = 0;
    QDateTime later = now;
    for (Snapshot &snapshot : all) {
        const QDateTime taken = snapshot.takenAt;
        const qint64 gap = taken.secsTo(later);
        shift += gap < 0 ? gap / kDay : std::max<qint64>(gap / kDay - 1, 0);
        snapshot.takenAt = taken.addDays(shift);
        later = taken;
    }
    return all;
}

void removeSuperfluous(const QList<Snapshot> &all)
{
    // A clock that was months ahead for a while must not end what is kept for months.
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Snapshot &snapshot : LocalHistory::superfluous(steadied(all, now), now)) {
        if (QFile file(snapshot.file); !file.remove())
            qCWarning(lcWorkspace).noquote() << forLog(file.errorString());
    }
}

/// The hour or day of which only the last text stays; empty for one that stays as it is.
QString slotOf(const Snapshot &snapshot, const QDateTime &now)
{
    const qint64 age = snapshot.takenAt.secsTo(now);
    if (snapshot.reason != SnapshotReason::WhileTyping || age < kDay)
        return {};
    const qint64 length = age < kWeek ? kHour : kDay;
    return QString::number(length) + u':'
           + QString::number(snapshot.takenAt.toSecsSinceEpoch() / length);
}

bool isProtected(const Snapshot &snapshot, const QDateTime &now)
{
    return snapshot.reason == SnapshotReason::Discarded
           && snapshot.takenAt.daysTo(now) <= LocalHistory::kDiscardedDays;
}

/// Takes the oldest that fit \p mayGo out of \p kept until it is within the bounds.
template <typename Predicate>
void shrink(QList<Snapshot> &kept, QList<Snapshot> &gone, Predicate mayGo)
{
    qint64 bytes = 0;
    for (const Snapshot &snapshot : kept)
        bytes += snapshot.size;
    for (qsizetype i = kept.size() - 1; i >= LocalHistory::kAlways; --i) {
        if (kept.size() <= LocalHistory::kMost && bytes <= LocalHistory::kMostBytes)
            return;
        if (!mayGo(kept[i]))
            continue;
        bytes -= kept[i].size;
        gone.append(kept.takeAt(i));
    }
}

} // namespace

QString describe(SnapshotReason reason)
{
    return LocalHistoryText::tr(rowOf(reason).words);
}

LocalHistory::LocalHistory(QString folder)
    : m_folder(std::move(folder))
{
}

Result<> LocalHistory::keep(const Draft &draft, SnapshotReason reason) const
{
    if (draft.text.size() > kLargestText)
        return draftTooLarge(draft.text.size());
    const std::scoped_lock lock(m_mutex);
    const QString folder = folderOf(draft.accountId, draft.routine);
    QString file = folder + u'/' + nextName(filesIn(folder));
    QList<Snapshot> known = snapshots(draft.accountId, draft.routine);
    if (!known.isEmpty() && known.constFirst().size == draft.text.size()
        && known.constFirst().baseVersionId == draft.baseVersionId)
    {
        const Result<Draft> newest = read(known.constFirst());
        const bool isSame = newest && newest->text == draft.text;
        if (isSame && weightOf(reason) <= weightOf(known.constFirst().reason))
            return {};
        if (isSame)
            file = known.takeFirst().file;
    }
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const Result<> written =
        writeDurably(file, serializeDraft(draft, QString::fromLatin1(rowOf(reason).key)));
    if (!written)
        return written;
    known.prepend({.file = file,
                   .takenAt = draft.changedAt,
                   .size = draft.text.size(),
                   .baseVersionId = draft.baseVersionId,
                   .reason = reason});
    removeSuperfluous(known);
    return {};
}

QList<Snapshot> LocalHistory::snapshots(const QString &accountId, const QString &routine) const
{
    const QString folder = folderOf(accountId, routine);
    QList<Snapshot> found;
    for (const QString &name : filesIn(folder)) {
        const QString file = folder + u'/' + name;
        const Result<DraftHeader> header = headerLine(file).andThen(parseDraftHeader);
        if (header && header->draft.accountId == accountId && header->draft.routine == routine)
            found.prepend({.file = file,
                           .takenAt = header->draft.changedAt,
                           .size = header->size,
                           .baseVersionId = header->draft.baseVersionId,
                           .reason = reasonOf(header->reason)});
    }
    return found;
}

Result<Draft> LocalHistory::read(const Snapshot &snapshot) const
{
    const Result<Draft> draft =
        readWholeFile(snapshot.file, kLargestText + kDraftHeaderLimit).andThen(parseDraft);
    if (draft)
        return draft;
    return Error{.code = ErrorCode::Storage,
                 .message = LocalHistoryText::tr("The text in the local history cannot be read."),
                 //: %1 is the path of a file
                 .advice = LocalHistoryText::tr("Its file is %1.").arg(snapshot.file),
                 .detail = draft.error().detail};
}

QList<Snapshot> LocalHistory::superfluous(const QList<Snapshot> &all, const QDateTime &now)
{
    QList<Snapshot> kept;
    QList<Snapshot> gone;
    QSet<QString> slotsSeen;
    for (const Snapshot &snapshot : all) {
        const QString slot = slotOf(snapshot, now);
        const bool isThinned = !slot.isEmpty() && slotsSeen.contains(slot);
        slotsSeen.insert(slot);
        (isThinned && kept.size() >= kAlways ? gone : kept).append(snapshot);
    }
    shrink(kept, gone,
           [](const Snapshot &snapshot) { return snapshot.reason == SnapshotReason::WhileTyping; });
    shrink(kept, gone, [&now](const Snapshot &snapshot) { return !isProtected(snapshot, now); });
    return gone;
}

QString LocalHistory::folderOf(const QString &accountId, const QString &routine) const
{
    // A folder each: the two names may be as long as a file name can be.
    return m_folder + u'/' + safeFileName(accountId) + u'@' + safeFileName(routine);
}

} // namespace edgewright
