// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/comparesession.h"

#include <array>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

using Kind = Session::Side::Kind;

struct Mode {
    QLatin1StringView name;
    bool diff::Ignore::*isOn;
};

constexpr std::array kModes{Mode{"allSpace"_L1, &diff::Ignore::allSpace},
                            Mode{"trailingSpace"_L1, &diff::Ignore::trailingSpace},
                            Mode{"blankLines"_L1, &diff::Ignore::blankLines},
                            Mode{"lineEnds"_L1, &diff::Ignore::lineEnds},
                            Mode{"formatting"_L1, &diff::Ignore::formatting}};

std::optional<Session::Side> sideOf(const CompareSource &source)
{
    Session::Side side{.kind = Kind::Draft, .routine = routineOf(source), .what = {}};
    if (const auto *version = std::get_if<VersionSource>(&source)) {
        side.kind = Kind::Version;
        side.what = version->versionId;
    } else if (const auto *live = std::get_if<LiveSource>(&source)) {
        side.kind = Kind::Live;
        side.what = live->environment;
    } else if (const auto *file = std::get_if<FileSource>(&source)) {
        side.kind = Kind::File;
        side.what = file->path;
    } else if (std::holds_alternative<BaseSource>(source)) {
        side.kind = Kind::Base;
    } else if (!std::holds_alternative<DraftSource>(source)) {
        return {};
    }
    return side;
}

CompareSource sourceOf(const Session::Side &side)
{
    switch (side.kind) {
    case Kind::Draft:
        break;
    case Kind::Version:
        return VersionSource{.routine = side.routine, .versionId = side.what};
    case Kind::Live:
        return LiveSource{.routine = side.routine, .environment = side.what};
    case Kind::Base:
        return BaseSource{.routine = side.routine};
    case Kind::File:
        return FileSource{.path = side.what};
    }
    return DraftSource{.routine = side.routine};
}

} // namespace

std::optional<Session::Tab> keptTab(const SourcePair &pair, const diff::Ignore &ignore)
{
    const std::optional<Session::Side> left = sideOf(pair.left);
    const std::optional<Session::Side> right = sideOf(pair.right);
    if (!left || !right)
        return {};
    Session::Tab tab;
    tab.compared = {*left, *right};
    for (const Mode &mode : kModes) {
        if (ignore.*mode.isOn)
            tab.ignored.append(mode.name);
    }
    return tab;
}

std::optional<SourcePair> keptPair(const Session::Tab &tab)
{
    if (tab.compared.size() != 2)
        return {};
    return SourcePair{.left = sourceOf(tab.compared.constFirst()),
                      .right = sourceOf(tab.compared.constLast())};
}

diff::Ignore keptIgnore(const Session::Tab &tab)
{
    diff::Ignore ignore;
    for (const Mode &mode : kModes)
        ignore.*mode.isOn = tab.ignored.contains(mode.name);
    return ignore;
}

} // namespace edgewright
