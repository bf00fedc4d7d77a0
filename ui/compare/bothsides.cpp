// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/bothsides.h"

namespace edgewright {

namespace {

void append(QByteArray &out, char sign, std::string_view line)
{
    out += sign;
    out.append(line.data(), static_cast<qsizetype>(line.size()));
    out += '\n';
}

/// First and one past the last row; equal when there are none.
std::pair<std::uint32_t, std::uint32_t> wantedRows(const CompareScene &scene)
{
    if (!scene.selection.isEmpty())
        return {scene.selection.begin().row, scene.selection.end().row + 1};
    if (scene.currentChange >= 0)
        return scene.changeRows(scene.currentChange);
    return {0, 0};
}

} // namespace

QByteArray bothSides(const CompareScene &scene)
{
    if (scene.isEmpty())
        return {};
    const CompareDocument &document = scene.document();
    const auto line = [&document](Side side, std::int64_t number) {
        return document.line(side, static_cast<std::uint32_t>(number));
    };
    QByteArray out;
    QByteArray added; // of a change, behind all that was removed
    const auto [begin, end] = wantedRows(scene);
    for (std::uint32_t at = begin; at < end; ++at) {
        const diff::Row &row = scene.rows()[at];
        if (row.kind == diff::RowKind::Equal) {
            out += std::exchange(added, {});
            append(out, ' ',
                   row.right >= 0 ? line(Side::Right, row.right) : line(Side::Left, row.left));
            continue;
        }
        if (row.left >= 0)
            append(out, '-', line(Side::Left, row.left));
        if (row.right >= 0)
            append(added, '+', line(Side::Right, row.right));
    }
    return out + added;
}

} // namespace edgewright
