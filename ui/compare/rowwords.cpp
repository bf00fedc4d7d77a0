// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/rowwords.h"

#include "common/plaintext.h"
#include "compare/comparepainter.h"

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostRows = 20;

QString lineText(const CompareDocument &document, Side side, std::int64_t line)
{
    const std::string_view bytes = document.line(side, static_cast<std::uint32_t>(line));
    return oneLine(QString::fromUtf8(bytes.substr(0, 1000)));
}

} // namespace

QString RowWords::row(const CompareScene &scene, int index)
{
    const FoldedRows::Entry &entry = scene.folds().at(index);
    if (entry.isBand())
        return ComparePainter::bandText(scene, entry);
    const diff::Row &row = scene.rows()[entry.row];
    const CompareDocument &document = scene.document();
    const QString left = row.left < 0 ? QString() : lineText(document, Side::Left, row.left);
    const QString right = row.right < 0 ? QString() : lineText(document, Side::Right, row.right);
    switch (row.kind) {
    case diff::RowKind::Removed:
        return tr("Removed, left line %1: %2").arg(row.left + 1).arg(left);
    case diff::RowKind::Added:
        return tr("Added, right line %1: %2").arg(row.right + 1).arg(right);
    case diff::RowKind::Changed:
        return tr("Changed. Left line %1: %2. Right line %3: %4")
            .arg(QString::number(row.left + 1), left, QString::number(row.right + 1), right);
    case diff::RowKind::Equal:
    case diff::RowKind::Fold:
        break;
    }
    if (row.right < 0)
        return tr("Blank, left line %1").arg(row.left + 1);
    return tr("Same, line %1: %2").arg(row.right + 1).arg(right);
}

QString RowWords::patchLines(const CompareScene &scene, int index)
{
    const FoldedRows::Entry &entry = scene.folds().at(index);
    if (entry.isBand())
        return ComparePainter::bandText(scene, entry) + u'\n';
    const diff::Row &row = scene.rows()[entry.row];
    const auto line = [&](QChar sign, Side side, std::int64_t number) -> QString {
        return QString(sign) + u' ' + QString::number(number + 1) + u' '
               + lineText(scene.document(), side, number) + u'\n';
    };
    if (row.kind == diff::RowKind::Equal)
        return row.right >= 0 ? line(u' ', Side::Right, row.right)
                              : line(u' ', Side::Left, row.left);
    QString out;
    if (row.left >= 0)
        out += line(u'−', Side::Left, row.left);
    if (row.right >= 0)
        out += line(u'+', Side::Right, row.right);
    return out;
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
