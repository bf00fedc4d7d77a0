// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/times.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
/// Around midnight "2 h ago" says more than "yesterday 23:10".
constexpr qint64 kStillHours = 6 * kHour;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(edgewright::Times)

public:
    static QString justNow() { return tr("just now"); }
    static QString minutes(qint64 count)
    {
        return tr("%n min ago", nullptr, static_cast<int>(count));
    }
    static QString hours(qint64 count) { return tr("%n h ago", nullptr, static_cast<int>(count)); }
    static QString yesterday(const QTime &time)
    {
        return tr("yesterday %1", "%1 is a time of day").arg(clock(time));
    }
    static QString date(const QDate &date, const QDate &today)
    {
        const QString format = date.year() == today.year()
                                   ? tr("d MMM", "a date of this year, as a QLocale format")
                                   : tr("d MMM yyyy", "a date, as a QLocale format");
        return QLocale().toString(date, format);
    }
    static QString clock(const QTime &time) { return QLocale().toString(time, u"HH:mm"_s); }
    static QString local(const QString &time) { return tr("%1 local time").arg(time); }
};

} // namespace

QString relativeTime(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const qint64 age = time.secsTo(now);
    if (age < -kMinute)
        return Words::date(local.date(), today) + u' ' + Words::clock(local.time());
    if (age < kMinute)
        return Words::justNow();
    if (age < kHour)
        return Words::minutes(age / kMinute);
    if (age < kStillHours || local.date() == today)
        return Words::hours(age / kHour);
    if (local.date() == today.addDays(-1))
        return Words::yesterday(local.time());
    return Words::date(local.date(), today);
}

QString exactTime(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const auto format = u"yyyy-MM-dd HH:mm:ss"_s;
    const QString local = QLocale::c().toString(time.toLocalTime(), format);
    return Words::local(local) + u'\n' + QLocale::c().toString(time.toUTC(), format) + u" UTC"_s;
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

} // namespace edgewright
