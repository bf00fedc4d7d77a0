// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/draftstore.h"

#include "base/background.h"
#include "base/durablefile.h"
#include "base/log.h"
#include "base/paths.h"
#include "workspace/draftfile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr auto kSuffix = ".draft"_L1;
constexpr qint64 kStaleAfterSeconds = 3600;

/// A program killed between creating and renaming a temporary file leaves it behind.
void removeStaleTemporaries(const QString &folder)
{
    QDirIterator files(folder, {u"*.draft.??????"_s}, QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    const QDateTime limit = QDateTime::currentDateTimeUtc().addSecs(-kStaleAfterSeconds);
    while (files.hasNext()) {
        const QFileInfo info(files.next());
        if (!info.fileName().endsWith(".broken"_L1) && info.lastModified() < limit)
            QFile::remove(info.filePath());
    }
}

} // namespace

DraftStore::DraftStore(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_history(std::make_shared<LocalHistory>(m_folder + u"/shelf"_s))
    , m_files(std::make_shared<DraftFiles>())
{
    m_pool.setMaxThreadCount(1);
    removeStaleTemporaries(m_folder);
}

DraftStore::~DraftStore()
{
    for (auto it = m_unsaved.cbegin(); it != m_unsaved.cend(); ++it) {
        const Result<> written = m_files->write(it.key(), it->number, it->draft);
        if (!written)
            qCWarning(lcWorkspace).noquote() << forLog(written.error().detail);
    }
}

Result<std::optional<Draft>> DraftStore::load(const QString &accountId,
                                              const QString &routine) const
{
    using Found = std::optional<Draft>;
    const QString file = fileOf(accountId, routine);
    if (const auto unsaved = m_unsaved.constFind(file); unsaved != m_unsaved.cend())
        return Found(unsaved->draft);
    const Result<QByteArray> content = readWholeFile(file, kLargestDraft + kDraftHeaderLimit);
    m_blocked.remove(file);
    if (!content && content.error().code == ErrorCode::NotFound)
        return Found();
    const Result<Draft> draft = content.andThen(parseDraft);
    if (draft && draft->accountId == accountId && draft->routine == routine)
        return Found(*draft);

    const QString kept = setAside(file);
    if (kept.isEmpty())
        m_blocked.insert(file);
    Error error = blocked(file, routine);
    error.detail = draft ? u"it belongs to another routine"_s : draft.error().detail;
    if (!kept.isEmpty())
        //: %1 is the path of a file
        error.advice = tr("Its file is kept as %1.").arg(kept);
    return error;
}

QString DraftStore::baseOf(const QString &accountId, const QString &routine) const
{
    const QString path = fileOf(accountId, routine);
    if (const auto unsaved = m_unsaved.constFind(path); unsaved != m_unsaved.cend())
        return unsaved->draft.baseVersionId;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const Result<DraftHeader> header = parseDraftHeader(file.readLine(kDraftHeaderLimit));
    const bool isIts =
        header && header->draft.accountId == accountId && header->draft.routine == routine;
    return isIts ? header->draft.baseVersionId : QString();
}

Reply<std::optional<Draft>> *DraftStore::peek(const QString &accountId, const QString &routine)
{
    using Found = std::optional<Draft>;
    const QString file = fileOf(accountId, routine);
    if (const auto unsaved = m_unsaved.constFind(file); unsaved != m_unsaved.cend()) {
        auto *reply = new Reply<Found>(this);
        reply->resolve(Found(unsaved->draft));
        return reply;
    }
    return runInBackground<Found>(m_pool, this, [file, accountId, routine]() -> Result<Found> {
        const Result<QByteArray> content = readWholeFile(file, kLargestDraft + kDraftHeaderLimit);
        if (!content && content.error().code == ErrorCode::NotFound)
            return Found();
        const Result<Draft> draft = content.andThen(parseDraft);
        if (draft && draft->accountId == accountId && draft->routine == routine)
            return Found(*draft);
        return Error{.code = ErrorCode::Storage,
                     .message = tr("The draft of “%1” cannot be read.").arg(routine),
                     .detail = draft ? u"it belongs to another routine"_s : draft.error().detail};
    });
}

bool DraftStore::isBlocked(const QString &accountId, const QString &routine) const
{
    return m_blocked.contains(fileOf(accountId, routine));
}

Error DraftStore::blocked(const QString &file, const QString &routine) const
{
    return Error{.code = ErrorCode::Storage,
                 .message = tr("The draft of “%1” cannot be read.").arg(routine),
                 //: %1 is the path of a file
                 .advice = tr("Nothing is saved over it: move the file %1 away yourself, then try "
                              "again.")
                               .arg(file),
                 .detail = u"the file could not be set aside"_s};
}

bool DraftStore::unblock(const QString &file) const
{
    if (m_blocked.contains(file) && QFileInfo::exists(file) && setAside(file).isEmpty())
        return false;
    m_blocked.remove(file);
    return true;
}

Reply<QDateTime> *DraftStore::save(const Draft &draft)
{
    auto *reply = new Reply<QDateTime>(this);
    if (draft.text.size() > kLargestDraft) {
        reply->resolve(draftTooLarge(draft.text.size()));
        return reply;
    }
    const QString file = fileOf(draft.accountId, draft.routine);
    if (!unblock(file)) {
        reply->resolve(blocked(file, draft.routine));
        return reply;
    }
    Unsaved &unsaved = m_unsaved[file];
    unsaved.draft = draft;
    unsaved.number = ++m_lastNumber;
    unsaved.failed = false;
    unsaved.askers.append(reply);
    writeNext();
    emit changed(draft.accountId, draft.routine);
    return reply;
}

Result<> DraftStore::saveNow(const Draft &draft)
{
    if (draft.text.size() > kLargestDraft)
        return draftTooLarge(draft.text.size());
    const QString file = fileOf(draft.accountId, draft.routine);
    if (!unblock(file))
        return blocked(file, draft.routine);
    Unsaved &unsaved = m_unsaved[file];
    unsaved.draft = draft;
    unsaved.number = ++m_lastNumber;
    const Result<> written = m_files->write(file, unsaved.number, draft);
    onWritten(file, unsaved.number, written);
    emit changed(draft.accountId, draft.routine);
    return written;
}

Result<> DraftStore::remove(const QString &accountId, const QString &routine)
{
    const QString file = fileOf(accountId, routine);
    if (!unblock(file))
        return blocked(file, routine);
    const Result<> removed = m_files->remove(file, ++m_lastNumber);
    const Unsaved unsaved = m_unsaved.take(file);
    for (const QPointer<Reply<QDateTime>> &asker : unsaved.askers) {
        if (asker != nullptr)
            asker->resolve(Error{.code = ErrorCode::Cancelled,
                                 .message = tr("The draft was removed before it was saved.")});
    }
    emit changed(accountId, routine);
    return removed;
}

bool DraftStore::contains(const QString &accountId, const QString &routine) const
{
    const QString file = fileOf(accountId, routine);
    return m_unsaved.contains(file) || QFileInfo::exists(file);
}

QStringList DraftStore::routines(const QString &accountId) const
{
    QStringList found;
    for (const Unsaved &unsaved : m_unsaved) {
        if (unsaved.draft.accountId == accountId)
            found.append(unsaved.draft.routine);
    }
    QDirIterator files(m_folder, {safeFileName(accountId) + u"@*"_s + kSuffix}, QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const Result<DraftHeader> header = parseDraftHeader(file.readLine(kDraftHeaderLimit));
        if (header && header->draft.accountId == accountId
            && !found.contains(header->draft.routine))
            found.append(header->draft.routine);
    }
    return found;
}

Result<> DraftStore::snapshot(const Draft &draft, SnapshotReason reason)
{
    const Result<> kept = m_history->keep(draft, reason);
    if (kept)
        emit snapshotTaken(draft.accountId, draft.routine);
    return kept;
}

Reply<> *DraftStore::snapshotLater(const Draft &draft, SnapshotReason reason)
{
    auto *keeping = runInBackground<void>(m_pool, this, [history = m_history, draft, reason] {
        return history->keep(draft, reason);
    });
    keeping->then(
        this, [this, accountId = draft.accountId, routine = draft.routine](const Result<> &kept) {
            if (kept)
                emit snapshotTaken(accountId, routine);
        });
    return keeping;
}

Reply<QList<Snapshot>> *DraftStore::snapshots(const QString &accountId, const QString &routine)
{
    return runInBackground<QList<Snapshot>>(
        m_pool, this, [history = m_history, accountId, routine]() -> Result<QList<Snapshot>> {
            return history->snapshots(accountId, routine);
        });
}

QString DraftStore::fileOf(const QString &accountId, const QString &routine) const
{
    // '@' never comes out of safeFileName(), so that no two drafts share a file.
    return m_folder + u'/' + safeFileName(accountId) + u'@' + safeFileName(routine) + kSuffix;
}

void DraftStore::writeNext()
{
    // One write at a time: of saves that wait only the newest of each draft is worth writing.
    const auto next = std::find_if(m_unsaved.cbegin(), m_unsaved.cend(),
                                   [](const Unsaved &unsaved) { return !unsaved.failed; });
    if (m_writing || next == m_unsaved.cend())
        return;
    m_writing = true;
    const QString file = next.key();
    const quint64 number = next->number;
    auto *writing =
        runInBackground<void>(m_pool, this, [files = m_files, file, number, draft = next->draft] {
            return files->write(file, number, draft);
        });
    writing->then(this, [this, file, number](const Result<> &result) {
        m_writing = false;
        onWritten(file, number, result);
        writeNext();
    });
}

void DraftStore::onWritten(const QString &file, quint64 number, const Result<> &result)
{
    const auto found = m_unsaved.find(file);
    if (found == m_unsaved.end() || found->number > number)
        return; // removed or saved again meanwhile; the newer save answers for both
    const QList<QPointer<Reply<QDateTime>>> askers = std::exchange(found->askers, {});
    if (result)
        m_unsaved.erase(found);
    else
        found->failed = true;
    for (const QPointer<Reply<QDateTime>> &asker : askers) {
        if (asker == nullptr)
            continue;
        if (result)
            asker->resolve(QDateTime::currentDateTimeUtc());
        else
            asker->resolve(result.error());
    }
}

} // namespace edgewright
