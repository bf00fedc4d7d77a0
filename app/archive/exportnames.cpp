// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/exportnames.h"

#include "base/paths.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

/// Windows opens a device under these names, whatever follows the first dot.
bool isReserved(const QString &name)
{
    const QString stem = name.section(u'.', 0, 0).toLower();
    static const QStringList devices{u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s};
    const bool isNumbered = stem.size() == 4
                            && (stem.startsWith("com"_L1) || stem.startsWith("lpt"_L1))
                            && stem.back().isDigit();
    return isNumbered || devices.contains(stem);
}

} // namespace

QString exportFileName(const QString &text, const QString &suffix)
{
    QString name = safeFileName(text);
    if (isReserved(name))
        name.prepend(u'_');
    // Windows drops dots at the end.
    while (suffix.isEmpty() && name.endsWith(u'.'))
        name.back() = u'_';
    return name + suffix;
}

QString ExportNames::fileName(const QString &text, const QString &suffix)
{
    QString name = exportFileName(text, suffix);
    const QString stem = name.chopped(suffix.size());
    for (int i = 2; m_taken.contains(name.toLower()); ++i)
        name = stem + u'-' + QString::number(i) + suffix;
    m_taken.insert(name.toLower());
    return name;
}

QString gitTagName(const QString &text)
{
    QString name = safeFileName(text);
    std::ranges::replace(name, QChar(u'.'), QChar(u'_'));
    // A leading dash would be taken for an option.
    if (name.startsWith(u'-'))
        name.prepend(u'_');
    return name;
}

QString exportLine(const QString &text)
{
    QString line = text;
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return line.simplified();
}

} // namespace edgewright
