// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/draftfile.h"

#include "base/durablefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr auto kFormat = "edgewright-draft-1"_L1;

struct DraftFileText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::DraftFile)
};

QString digestOf(const QByteArray &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

Error damaged(const QString &detail)
{
    return Error{.code = ErrorCode::Storage,
                 .message = DraftFileText::tr("The file of the draft is damaged."),
                 .detail = detail};
}

} // namespace

QByteArray serializeDraft(const Draft &draft, const QString &reason)
{
    QJsonObject header{
        {u"format"_s, kFormat},
        {u"account"_s, draft.accountId},
        {u"routine"_s, draft.routine},
        {u"base"_s, draft.baseVersionId},
        {u"caret"_s, draft.caret},
        {u"firstLine"_s, draft.firstLine},
        {u"changedAt"_s, draft.changedAt.toUTC().toString(Qt::ISODateWithMs)},
        {u"size"_s, draft.text.size()},
        {u"sha256"_s, digestOf(draft.text)},
    };
    if (!draft.newestVersionId.isEmpty())
        header.insert("newest"_L1, draft.newestVersionId);
    if (!reason.isEmpty())
        header.insert("reason"_L1, reason);
    return QJsonDocument(header).toJson(QJsonDocument::Compact) + '\n' + draft.text;
}

Result<Draft> parseDraft(const QByteArray &content)
{
    const qsizetype end = content.indexOf('\n');
    if (end < 0 || end > kDraftHeaderLimit)
        return damaged(u"no header line"_s);
    const Result<DraftHeader> header = parseDraftHeader(content.left(end));
    if (!header)
        return header.error();
    Draft draft = header->draft;
    draft.text = content.mid(end + 1);
    if (draft.text.size() != header->size)
        return damaged(u"%1 bytes of text, not as many as written"_s.arg(draft.text.size()));
    if (digestOf(draft.text) != header->digest)
        return damaged(u"the text has another digest than written"_s);
    draft.caret = qBound(qint64{0}, draft.caret, qint64{draft.text.size()});
    return draft;
}

Result<DraftHeader> parseDraftHeader(const QByteArray &line)
{
    const QJsonObject header = QJsonDocument::fromJson(line).object();
    if (header.value("format"_L1).toString() != kFormat)
        return damaged(u"unknown format"_s);
    return DraftHeader{
        .draft = {.accountId = header.value("account"_L1).toString(),
                  .routine = header.value("routine"_L1).toString(),
                  .baseVersionId = header.value("base"_L1).toString(),
                  .newestVersionId = header.value("newest"_L1).toString(),
                  .text = {},
                  .caret = header.value("caret"_L1).toInteger(),
                  .firstLine = header.value("firstLine"_L1).toInt(-1),
                  .changedAt = QDateTime::fromString(header.value("changedAt"_L1).toString(),
                                                     Qt::ISODateWithMs)},
        .size = header.value("size"_L1).toInteger(-1),
        .digest = header.value("sha256"_L1).toString(),
        .reason = header.value("reason"_L1).toString(),
    };
}

Error draftTooLarge(qint64 size)
{
    return Error{.code = ErrorCode::Storage,
                 .message = DraftFileText::tr("The draft is too large to be kept."),
                 .detail = QString::number(size) + u" bytes"_s};
}

Result<> DraftFiles::write(const QString &file, quint64 number, const Draft &draft)
{
    const std::scoped_lock lock(m_mutex);
    if (m_done.value(file) > number)
        return {};
    const QString folder = QFileInfo(file).absolutePath();
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (const Result<> written = writeDurably(file, serializeDraft(draft)); !written)
        return written;
    m_done.insert(file, number);
    return {};
}

Result<> DraftFiles::remove(const QString &file, quint64 number)
{
    const std::scoped_lock lock(m_mutex);
    m_done.insert(file, number);
    QFile target(file);
    if (!target.exists() || target.remove())
        return {};
    return Error{.code = ErrorCode::Storage,
                 .message = DraftFileText::tr("The draft could not be removed."),
                 .detail = file + u": "_s + target.errorString()};
}

} // namespace edgewright
