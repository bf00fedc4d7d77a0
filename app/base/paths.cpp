// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/paths.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qsizetype kLongestName = 100;
constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

QString created(const QString &path)
{
    // A folder that cannot be made shows when the first file in it is written, with its reason.
    if (!QFileInfo::exists(path) && QDir().mkpath(path))
        QFile::setPermissions(path, kOwnerOnly);
    return path;
}

/// True for names that look as if a digest had been appended: they get one of their own, or they
/// would be the same as another text's.
bool endsLikeDigest(const QString &name)
{
    static const QRegularExpression digest(u"-[0-9a-f]{12}$"_s);
    return digest.match(name).hasMatch();
}

bool isPlain(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
           || c == u'-' || c == u'_' || c == u'.';
}

} // namespace

QString dataFolder()
{
    return created(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
}

QString sandboxFolder()
{
    return created(dataFolder() + u"/sandbox"_s);
}

QString safeFileName(const QString &text)
{
    QString name = text.left(kLongestName);
    for (QChar &c : name) {
        if (!isPlain(c))
            c = u'_';
    }
    if (name.startsWith(u'.'))
        name[0] = u'_';
    if (!name.isEmpty() && name == text && !endsLikeDigest(name))
        return name;
    // UTF-8 would make all lone surrogates the same.
    const QByteArrayView utf16(reinterpret_cast<const char *>(text.utf16()),
                               text.size() * qsizetype{sizeof(char16_t)});
    const QByteArray digest = QCryptographicHash::hash(utf16, QCryptographicHash::Sha256);
    return name + u'-' + QString::fromLatin1(digest.toHex().left(12));
}

} // namespace edgewright
