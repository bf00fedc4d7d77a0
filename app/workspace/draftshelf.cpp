// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/draftshelf.h"

#include "base/durablefile.h"
#include "base/log.h"
#include "base/paths.h"
#include "workspace/draftfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kDigits = 9;

struct DraftShelfText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::DraftShelf)
};

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

void removeOldest(const QString &folder)
{
    QStringList files = filesIn(folder);
    while (files.size() > DraftShelf::kMost) {
        QFile oldest(folder + u'/' + files.takeFirst());
        if (!oldest.remove())
            qCWarning(lcWorkspace).noquote() << forLog(oldest.errorString());
    }
}

Result<QByteArray> headerLine(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.code = ErrorCode::Storage, .detail = file.errorString()};
    return file.readLine(kDraftHeaderLimit);
}

} // namespace

DraftShelf::DraftShelf(QString folder)
    : m_folder(std::move(folder))
{
}

Result<> DraftShelf::put(const Draft &draft) const
{
    if (draft.text.size() > kLargestText)
        return draftTooLarge(draft.text.size());
    const QList<Entry> known = entries(draft.accountId, draft.routine);
    if (!known.isEmpty() && known.constFirst().size == draft.text.size()
        && known.constFirst().baseVersionId == draft.baseVersionId)
    {
        const Result<Draft> newest = read(known.constFirst());
        if (newest && newest->text == draft.text)
            return {};
    }
    const QString folder = folderOf(draft.accountId, draft.routine);
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const Result<> written =
        writeDurably(folder + u'/' + nextName(filesIn(folder)), serializeDraft(draft));
    if (written)
        removeOldest(folder);
    return written;
}

QList<DraftShelf::Entry> DraftShelf::entries(const QString &accountId, const QString &routine) const
{
    const QString folder = folderOf(accountId, routine);
    QList<Entry> found;
    for (const QString &name : filesIn(folder)) {
        const QString file = folder + u'/' + name;
        const Result<DraftHeader> header = headerLine(file).andThen(parseDraftHeader);
        if (header && header->draft.accountId == accountId && header->draft.routine == routine)
            found.prepend({.file = file,
                           .changedAt = header->draft.changedAt,
                           .size = header->size,
                           .baseVersionId = header->draft.baseVersionId});
    }
    return found;
}

Result<Draft> DraftShelf::read(const Entry &entry) const
{
    const Result<Draft> draft =
        readWholeFile(entry.file, kLargestText + kDraftHeaderLimit).andThen(parseDraft);
    if (draft)
        return draft;
    return Error{.code = ErrorCode::Storage,
                 .message = DraftShelfText::tr("The shelved draft cannot be read."),
                 //: %1 is the path of a file
                 .advice = DraftShelfText::tr("Its file is %1.").arg(entry.file),
                 .detail = draft.error().detail};
}

QString DraftShelf::folderOf(const QString &accountId, const QString &routine) const
{
    // A folder each: the two names may be as long as a file name can be.
    return m_folder + u'/' + safeFileName(accountId) + u'@' + safeFileName(routine);
}

} // namespace edgewright
