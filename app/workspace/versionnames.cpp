// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/versionnames.h"

#include "base/durablefile.h"
#include "base/log.h"
#include "base/paths.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qint64 kLargestFile = 4'000'000;

struct VersionNamesText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::VersionNames)
};

/// '@' never comes out of safeFileName(), so that no two pairs share a file.
QString keyOf(const QString &accountId, const QString &routine)
{
    return safeFileName(accountId) + u'@' + safeFileName(routine);
}

QByteArray serialized(const QHash<QString, int> &numbers, int last)
{
    QJsonObject versions;
    for (auto it = numbers.cbegin(); it != numbers.cend(); ++it)
        versions.insert(it.key(), it.value());
    return QJsonDocument(QJsonObject{{u"last"_s, last}, {u"versions"_s, versions}})
        .toJson(QJsonDocument::Compact);
}

/// Creation order; ids of one moment are ordered as numbers of any length.
bool isOlder(const CodeVersion &a, const CodeVersion &b)
{
    if (a.createdAt != b.createdAt)
        return a.createdAt < b.createdAt;
    if (a.id.size() != b.id.size())
        return a.id.size() < b.id.size();
    return a.id < b.id;
}

} // namespace

VersionNames::VersionNames(QString folder)
    : m_folder(std::move(folder))
{
}

Result<> VersionNames::learn(const QString &accountId, const QString &routine,
                             const QList<CodeVersion> &versions)
{
    const QString file = fileOf(keyOf(accountId, routine));
    Book &book = bookOf(accountId, routine);
    if (!book.isReadable)
        book = readBook(file);
    if (!book.isReadable)
        return Error{.code = ErrorCode::Storage,
                     .message =
                         VersionNamesText::tr("The names of the versions could not be read."),
                     .detail = file + u" cannot be read and is not written over"_s};
    QList<CodeVersion> unnamed;
    std::ranges::copy_if(versions, std::back_inserter(unnamed), [&](const CodeVersion &version) {
        return !version.isUnstable && !book.numbers.contains(version.id);
    });
    const std::optional<Error> failure = m_writer.failure(file);
    if (unnamed.isEmpty() && book.isSaved && !failure)
        return {};
    std::ranges::sort(unnamed, isOlder);
    for (const CodeVersion &version : std::as_const(unnamed)) {
        if (!book.numbers.contains(version.id))
            book.numbers.insert(version.id, ++book.last);
    }
    m_writer.write(file, serialized(book.numbers, book.last));
    book.isSaved = true;
    return failure ? Result<>(*failure) : Result<>();
}

QString VersionNames::name(const QString &accountId, const QString &routine,
                           const QString &versionId) const
{
    if (versionId == "unstable"_L1)
        return u"unstable"_s;
    const int number = ordinal(accountId, routine, versionId);
    return number == 0 ? QString() : QString(u'v' + QString::number(number));
}

int VersionNames::ordinal(const QString &accountId, const QString &routine,
                          const QString &versionId) const
{
    return bookOf(accountId, routine).numbers.value(versionId);
}

void VersionNames::recall(const QString &accountId, const QString &routine,
                          const QHash<QString, int> &ordinals)
{
    Book &book = bookOf(accountId, routine);
    const QList<int> given = book.numbers.values();
    const QSet<int> taken(given.begin(), given.end());
    for (auto it = ordinals.cbegin(); it != ordinals.cend(); ++it) {
        if (it.value() <= 0 || book.numbers.contains(it.key()) || taken.contains(it.value()))
            continue;
        book.numbers.insert(it.key(), it.value());
        book.last = std::max(book.last, it.value());
        book.isSaved = false; // with the next names learnt
    }
}

QString VersionNames::fileOf(const QString &key) const
{
    return m_folder + u'/' + key + u".names"_s;
}

VersionNames::Book &VersionNames::bookOf(const QString &accountId, const QString &routine) const
{
    const QString key = keyOf(accountId, routine);
    if (const auto known = m_books.find(key); known != m_books.end())
        return *known;
    return *m_books.insert(key, readBook(fileOf(key)));
}

VersionNames::Book VersionNames::readBook(const QString &file) const
{
    Book book;
    const Result<QByteArray> content = readWholeFile(file, kLargestFile);
    if (!content) {
        book.isReadable = content.error().code == ErrorCode::NotFound;
        if (!book.isReadable)
            qCInfo(lcWorkspace).noquote() << forLog(content.error().detail);
        return book;
    }
    const QJsonObject text = QJsonDocument::fromJson(*content).object();
    const QJsonObject versions = text.value("versions"_L1).toObject();
    bool isSound = text.value("last"_L1).isDouble() && text.value("versions"_L1).isObject();
    for (auto it = versions.begin(); it != versions.end(); ++it) {
        const int number = it.value().toInt();
        isSound = isSound && number > 0;
        book.numbers.insert(it.key(), number);
        book.last = std::max(book.last, number);
    }
    book.last = std::max(book.last, text.value("last"_L1).toInt());
    if (isSound)
        return book;
    const QString kept = setAside(file);
    qCInfo(lcWorkspace).noquote() << file << "is damaged and kept as" << kept;
    return Book{.isReadable = !kept.isEmpty()};
}

} // namespace edgewright
