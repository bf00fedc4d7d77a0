// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/paths.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qsizetype kLongestName = 100;
constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

QString folder(const QString &name)
{
    const QString path =
        QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + name;
    // A folder that cannot be made shows when the first file in it is written, with its reason.
    if (!QFileInfo::exists(path) && QDir().mkpath(path))
        QFile::setPermissions(path, kOwnerOnly);
    return path;
}

bool isPlain(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
           c == u'-' || c == u'_' || c == u'.';
}

} // namespace

QString dataFolder()
{
    return folder({});
}

QString sandboxFolder()
{
    return folder(u"/sandbox"_s);
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
    if (!name.isEmpty() && name == text)
        return name;
    const QByteArray digest = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    return name + u'-' + QString::fromLatin1(digest.toHex().left(12));
}

} // namespace edgewright
