// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/rowwords.h"

#include "common/plaintext.h"
#include "compare/comparepainter.h"
#include "compare/comparewords.h"

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostRows = 20;

QString lineText(const CompareDocument &document, Side side, std::int64_t line)
{
    const std::string_view bytes = document.line(side, static_cast<std::uint32_t>(line));
    return oneLine(QString::fromUtf8(bytes.substr(0, 1000)));
}

Side otherSide(Side side)
{
    return side == Side::Left ? Side::Right : Side::Left;
}

} // namespace

QString RowWords::line(const CompareScene &scene, std::uint32_t row, Side side)
{
    const CompareDocument &document = scene.document();
    const diff::Row &found = scene.rows()[row];
    const auto number = static_cast<std::uint32_t>(side == Side::Left ? found.left : found.right);
    const QString text = lineText(document, side, number);
    const int shown = static_cast<int>(document.textLine(side, number)) + 1;
    if (document.moved.of(side, number) >= 0) {
        const int other = static_cast<int>(document.textLine(otherSide(side),
                                                             document.moved.otherEnd(side, number)))
                          + 1;
        return side == Side::Left
                   ? tr("Line %1 moved to line %2: %3").arg(shown).arg(other).arg(text)
                   : tr("Line %1 moved from line %2: %3").arg(shown).arg(other).arg(text);
    }
    if (document.rows(scene.isUnified()).isOtherwise(row))
        //: %2 is "only laid out otherwise" or "differs only in what is ignored"
        return tr("Line %1, %2: %3").arg(shown).arg(CompareWords::otherwise(document), text);
    if (found.kind == diff::RowKind::Equal)
        return tr("Line %1: %2").arg(shown).arg(text);
    return side == Side::Left ? tr("Line %1 removed: %2").arg(shown).arg(text)
                              : tr("Line %1 added: %2").arg(shown).arg(text);
}

QString RowWords::lines(const CompareScene &scene, int index)
{
    const FoldedRows::Entry &entry = scene.folds().at(index);
    if (entry.isBand())
        return ComparePainter::bandText(scene, entry) + u'\n';
    const diff::Row &row = scene.rows()[entry.row];
    if (row.kind == diff::RowKind::Equal)
        return line(scene, entry.row, row.right >= 0 ? Side::Right : Side::Left) + u'\n';
    QString out;
    if (row.left >= 0)
        out += line(scene, entry.row, Side::Left) + u'\n';
    if (row.right >= 0)
        out += line(scene, entry.row, Side::Right) + u'\n';
    return out;
}

QString RowWords::row(const CompareScene &scene, int index)
{
    return lines(scene, index).trimmed();
}

QString RowWords::change(const CompareScene &scene, int change)
{
    const auto [begin, end] = scene.changeRows(change);
    const std::uint32_t last = std::min(end, begin + kMostRows);
    QStringList lines;
    for (std::uint32_t row = begin; row < last; ++row)
        lines.append(RowWords::row(scene, scene.folds().indexOf(row)));
    if (last < end)
        lines.append(tr("and %n more line(s)", nullptr, static_cast<int>(end - last)));
    return lines.join(u'\n');
}

} // namespace edgewright
