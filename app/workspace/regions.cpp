// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/regions.h"

#include "cloud/routinetypes.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr QLatin1StringView kPrefix{"presetCanary"};

struct Row {
    QLatin1StringView id; ///< After the prefix.
    QLatin1StringView english;
    QStringView chinese;
};

constexpr std::array kRows{
    Row{"Anhui"_L1, "Anhui"_L1, u"安徽"},
    Row{"Beijing"_L1, "Beijing"_L1, u"北京"},
    Row{"Chongqing"_L1, "Chongqing"_L1, u"重庆"},
    Row{"Fujian"_L1, "Fujian"_L1, u"福建"},
    Row{"Gansu"_L1, "Gansu"_L1, u"甘肃"},
    Row{"Guangdong"_L1, "Guangdong"_L1, u"广东"},
    Row{"Guangxi"_L1, "Guangxi"_L1, u"广西"},
    Row{"Guizhou"_L1, "Guizhou"_L1, u"贵州"},
    Row{"Hainan"_L1, "Hainan"_L1, u"海南"},
    Row{"Hebei"_L1, "Hebei"_L1, u"河北"},
    Row{"Heilongjiang"_L1, "Heilongjiang"_L1, u"黑龙江"},
    Row{"Henan"_L1, "Henan"_L1, u"河南"},
    Row{"HongKong"_L1, "Hong Kong"_L1, u"香港"},
    Row{"Hubei"_L1, "Hubei"_L1, u"湖北"},
    Row{"Hunan"_L1, "Hunan"_L1, u"湖南"},
    Row{"Jiangsu"_L1, "Jiangsu"_L1, u"江苏"},
    Row{"Jiangxi"_L1, "Jiangxi"_L1, u"江西"},
    Row{"Jilin"_L1, "Jilin"_L1, u"吉林"},
    Row{"Liaoning"_L1, "Liaoning"_L1, u"辽宁"},
    Row{"Macau"_L1, "Macau"_L1, u"澳门"},
    Row{"Neimenggu"_L1, "Inner Mongolia"_L1, u"内蒙古"},
    Row{"Ningxia"_L1, "Ningxia"_L1, u"宁夏"},
    Row{"Overseas"_L1, "Overseas"_L1, u"海外"},
    Row{"Qinghai"_L1, "Qinghai"_L1, u"青海"},
    Row{"Shaanxi"_L1, "Shaanxi"_L1, u"陕西"},
    Row{"Shandong"_L1, "Shandong"_L1, u"山东"},
    Row{"Shanghai"_L1, "Shanghai"_L1, u"上海"},
    Row{"Shanxi"_L1, "Shanxi"_L1, u"山西"},
    Row{"Sichuan"_L1, "Sichuan"_L1, u"四川"},
    Row{"Taiwan"_L1, "Taiwan"_L1, u"台湾"},
    Row{"Tianjin"_L1, "Tianjin"_L1, u"天津"},
    Row{"Xinjiang"_L1, "Xinjiang"_L1, u"新疆"},
    Row{"Xizang"_L1, "Tibet"_L1, u"西藏"},
    Row{"Yunnan"_L1, "Yunnan"_L1, u"云南"},
    Row{"Zhejiang"_L1, "Zhejiang"_L1, u"浙江"},
};

static_assert(kRows.size() == 35);

} // namespace

QString RegionName::both() const
{
    return chinese.isEmpty() ? english : QString(english + u' ' + chinese);
}

RegionName regionName(const QString &environment)
{
    if (!environment.startsWith(kPrefix))
        return {.english = environment, .chinese = {}};
    const QStringView id = QStringView(environment).mid(kPrefix.size());
    const auto found =
        std::ranges::find_if(kRows, [id](const Row &row) { return id.compare(row.id) == 0; });
    if (found == kRows.end())
        return {.english = id.toString(), .chinese = {}};
    return {.english = QString(found->english), .chinese = found->chinese.toString()};
}

bool isRegion(const QString &environment)
{
    return environment != kStaging && environment != kProduction;
}

QStringList documentedRegions()
{
    QStringList names;
    for (const Row &row : kRows)
        names.append(QString(kPrefix) + row.id);
    return names;
}

} // namespace edgewright
