// SPDX-License-Identifier: GPL-3.0-or-later
#include "routines/routinename.h"

#include <QCoreApplication>

#include <algorithm>

namespace edgewright {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(edgewright::RoutineName)
};

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isAllowed(QChar c)
{
    return isLower(c) || (c >= u'0' && c <= u'9') || c == u'-';
}

} // namespace

QString routineNameProblem(const QString &name)
{
    if (name.isEmpty())
        return Words::tr("A routine needs a name.");
    const auto *wrong = std::find_if_not(name.cbegin(), name.cend(), isAllowed);
    if (wrong != name.cend() && wrong->isUpper())
        return Words::tr("Only lower-case letters are allowed.");
    if (wrong != name.cend() && wrong->isSpace())
        return Words::tr("Spaces are not allowed; use a hyphen.");
    if (wrong != name.cend())
        return Words::tr("Only the letters a to z, digits and hyphens are allowed.");
    if (!isLower(name.front()))
        return Words::tr("The name must start with a letter.");
    if (name.size() < kShortestRoutineName)
        return Words::tr("The name needs at least %n character(s).", nullptr, kShortestRoutineName);
    if (name.size() > kLongestRoutineName)
        return Words::tr("The name can have %n character(s) at most.", nullptr,
                         kLongestRoutineName);
    if (name.endsWith(u'-'))
        return Words::tr("The name must not end with a hyphen.");
    return {};
}

} // namespace edgewright
