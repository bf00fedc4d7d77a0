// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/routinelistmodel.h"
#include "workspace/versionlistmodel.h"

/// Rows as a busy account has them, with names that try to be more than names.
namespace edgewright::test {

inline QString hostileText()
{
    return QStringLiteral("<img src=x><b>&x");
}

inline RoutineListModel::Item routineItem(const QString &name, const QString &production,
                                          const QString &staging, bool hasDraft)
{
    RoutineListModel::Item item;
    item.routine.name = name;
    item.routine.description = QStringLiteral("Description of ") + name;
    item.liveKnown = true;
    item.production = production;
    item.staging = staging;
    item.hasDraft = hasDraft;
    return item;
}

inline QList<RoutineListModel::Item> routineItems()
{
    QList<RoutineListModel::Item> items{
        routineItem(QStringLiteral("ab-checkout"), QStringLiteral("v5 90 % · v6 10 %"),
                    QStringLiteral("v7"), false),
        routineItem(QStringLiteral("auth-gate"), {}, {}, false),
        routineItem(QStringLiteral("img-resize"), QStringLiteral("v9"), QStringLiteral("v9"),
                    false),
        routineItem(QStringLiteral("www-redirects"), QStringLiteral("v5"), QStringLiteral("v7"),
                    true),
        routineItem(hostileText(), QStringLiteral("v1"), {}, true),
    };
    RoutineListModel::Item unknown =
        routineItem(QStringLiteral("a-name-as-long-as-the-service-allows-them-to"), {}, {}, false);
    unknown.liveKnown = false;
    items << unknown;
    return items;
}

inline VersionListModel::Item versionItem(int number, const QString &description, qint64 ageSeconds)
{
    VersionListModel::Item item;
    item.version.id = QStringLiteral("17235997472133771%1").arg(number, 2, 10, QChar(u'0'));
    item.version.description = description;
    item.version.createdAt = QDateTime::currentDateTimeUtc().addSecs(-ageSeconds);
    item.name = QStringLiteral("v%1").arg(number);
    return item;
}

inline QList<VersionListModel::Item> versionItems()
{
    constexpr qint64 kDay = 86'400;
    QList<VersionListModel::Item> items{
        versionItem(7, QStringLiteral("Follow the new shop paths"), 190),
        versionItem(6, QStringLiteral("缓存 404 页面，减少回源"), 3 * 3'600),
        versionItem(5,
                    QStringLiteral("Redirect /old to /new, keep the query string and the fragment"),
                    kDay + 1'000),
        versionItem(4, hostileText() + QStringLiteral("\nsecond line"), 9 * kDay),
        versionItem(3, {}, 40 * kDay),
        versionItem(2, QString(5'000, u'x'), 41 * kDay),
        versionItem(1, QStringLiteral("First version"), 400 * kDay),
    };
    items[0].staging = 100;
    items[0].isBase = true;
    items[1].production = 10;
    items[2].production = 90;
    items[4].version.state = VersionState::Preparing;
    items[5].onService = false;
    items[5].isHeld = true;
    items[5].mark = {.label = QStringLiteral("before the sale"),
                     .note = QStringLiteral("回滚到这里"),
                     .isStarred = true};
    items[6].isLost = true;
    VersionListModel::Item unstable;
    unstable.version.id = QStringLiteral("unstable");
    unstable.version.isUnstable = true;
    unstable.version.createdAt = QDateTime::currentDateTimeUtc().addSecs(-7'200);
    unstable.name = QStringLiteral("unstable");
    items << unstable;
    return items;
}

} // namespace edgewright::test
