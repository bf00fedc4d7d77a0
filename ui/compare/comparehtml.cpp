// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/plaintext.h"
#include "common/theme.h"
#include "compare/compareexport.h"
#include "compare/comparewords.h"

#include <QLocale>

#include <limits>

// The page of a comparison: one table, its own style for light and dark, nothing to load or run.
namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestTitle = 160;
constexpr qsizetype kNoLimit = std::numeric_limits<qsizetype>::max() / 8;

QString escaped(const QString &text)
{
    return visibleText(text, kNoLimit).toHtmlEscaped();
}

QString colours(const Theme &theme)
{
    const DiffColors &diff = theme.diff();
    QString out;
    const auto add = [&out](QLatin1StringView name, const QColor &color) {
        out += u"--%1:%2;"_s.arg(name, color.name());
    };
    add("ground"_L1, theme.window.panel);
    add("text"_L1, theme.editor.text);
    add("muted"_L1, theme.window.muted);
    add("line"_L1, theme.window.border);
    add("removed"_L1, diff.removedLine);
    add("removedWord"_L1, diff.removedWord);
    add("removedSign"_L1, diff.removedSign);
    add("added"_L1, diff.addedLine);
    add("addedWord"_L1, diff.addedWord);
    add("addedSign"_L1, diff.addedSign);
    add("filler"_L1, diff.filler);
    add("fold"_L1, diff.foldBand);
    add("foldText"_L1, diff.foldText);
    return out;
}

QString style()
{
    return u":root{color-scheme:light dark;"_s + colours(theme(ThemeKind::Light))
           + u"}\n@media(prefers-color-scheme:dark){:root{"_s + colours(theme(ThemeKind::Dark))
           + u"}}\n"
             "body{background:var(--ground);color:var(--text);font:14px/1.45 system-ui,sans-serif;"
             "margin:1.5rem}\n"
             "h1{font-size:1.15rem}p{margin:.3rem 0;color:var(--muted)}\n"
             "table{border-collapse:collapse;width:100%;table-layout:fixed;margin-top:1rem;"
             "border:1px solid var(--line);font:12.5px/1.5 ui-monospace,monospace}\n"
             "td{vertical-align:top;padding:0 .5em;white-space:pre-wrap;overflow-wrap:anywhere}\n"
             ".cn{width:4.5em}.cs{width:1.2em}\n"
             ".n{text-align:right;color:var(--muted);user-select:none}\n"
             ".s{padding:0;text-align:center;user-select:none}\n"
             ".r{background:var(--removed)}.a{background:var(--added)}.f{background:var(--filler)}"
             "\n"
             ".s.r{color:var(--removedSign)}.s.a{color:var(--addedSign)}\n"
             "del,ins{text-decoration:none;border-radius:2px}\n"
             "del{background:var(--removedWord)}ins{background:var(--addedWord)}\n"
             ".fold td{background:var(--fold);color:var(--foldText);text-align:center}\n"_s;
}

/// The text of a line with its changed words marked.
QString lineHtml(const CompareDocument &document, Side side, std::uint32_t number, bool isChanged)
{
    const std::string_view line = document.line(side, number);
    const QLatin1StringView tag = side == Side::Left ? "del"_L1 : "ins"_L1;
    QString out;
    std::size_t at = 0;
    const auto piece = [&line](std::size_t begin, std::size_t end) {
        return escaped(QString::fromUtf8(line.substr(begin, end - begin)));
    };
    if (isChanged) {
        for (const diff::Span &span : document.changedWords(side, number)) {
            const std::size_t end = std::min<std::size_t>(span.end, line.size());
            if (span.begin < at || span.begin >= end)
                continue;
            out += piece(at, span.begin) + u"<%1>%2</%1>"_s.arg(tag, piece(span.begin, end));
            at = end;
        }
    }
    return out + piece(at, line.size());
}

/// The row of the document that shows the first line of \p row.
std::uint32_t rowOf(const CompareDocument &document, const diff::Row &row)
{
    return row.left >= 0 ? document.sideBySide.ofLeft[static_cast<std::size_t>(row.left)]
                         : document.sideBySide.ofRight[static_cast<std::size_t>(row.right)];
}

QString cellHtml(const CompareDocument &document, const diff::Row &row, Side side)
{
    const std::int64_t number = side == Side::Left ? row.left : row.right;
    if (number < 0)
        return u"<td class=\"n f\"></td><td class=\"s f\"></td><td class=\"f\"></td>"_s;
    const auto line = static_cast<std::uint32_t>(number);
    const bool isChange = row.kind != diff::RowKind::Equal;
    const QLatin1StringView tint = !isChange ? ""_L1 : side == Side::Left ? " r"_L1 : " a"_L1;
    QString sign = !isChange ? QString() : side == Side::Left ? u"−"_s : u"+"_s;
    if (!isChange && document.sideBySide.isOtherwise(rowOf(document, row)))
        sign =
            u"<abbr title=\"%1\">≈</abbr>"_s.arg(CompareWords::otherwise(document).toHtmlEscaped());
    const QString shown = document.startsLine(side, line)
                              ? QString::number(document.textLine(side, line) + 1)
                              : u"·"_s;
    return u"<td class=\"n%1\">%2</td><td class=\"s%1\">%3</td><td class=\"t%1\">"_s.arg(
               tint, shown, sign)
           + lineHtml(document, side, line, row.kind == diff::RowKind::Changed) + u"</td>"_s;
}

} // namespace

QString CompareExport::foldWords(const CompareDocument &document, const diff::Row &fold)
{
    const auto count = static_cast<int>(fold.foldedLines);
    QString words = document.isCut
                        ? tr("%n unchanged piece(s) of long lines left out", nullptr, count)
                        : tr("%n unchanged line(s) left out", nullptr, count);
    const std::uint32_t first = rowOf(document, fold);
    const int otherwise = document.sideBySide.otherwiseIn(first, first + fold.foldedLines);
    if (otherwise > 0)
        words += u" · ≈ %1: "_s.arg(otherwise) + CompareWords::otherwise(document);
    return words;
}

QByteArray CompareExport::html(const CompareDocument &document, const Options &options)
{
    const QString title = oneLine(document.left.title, kLongestTitle).toHtmlEscaped() + u" ⇄ "_s
                          + oneLine(document.right.title, kLongestTitle).toHtmlEscaped();
    QByteArray out = (u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">\n"
                      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                      "style-src 'unsafe-inline'\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"_s.arg(
                          QLocale().bcp47Name())
                      + title + u"</title>\n<style>\n"_s + style()
                      + u"</style></head>\n<body><h1>"_s + title + u"</h1>\n"_s)
                         .toUtf8();
    for (const QString &fact : facts(document))
        out += (u"<p>"_s + oneLine(fact, kNoLimit / 8).toHtmlEscaped() + u"</p>\n"_s).toUtf8();
    if (document.isCut && options.context >= 0)
        out += (u"<p>"_s
                + tr("Lines too long to be read are shown piece by piece, here only those around "
                     "the changes; the patch has all of it.")
                      .toHtmlEscaped()
                + u"</p>\n"_s)
                   .toUtf8();
    out += "<table><colgroup><col class=\"cn\"><col class=\"cs\"><col><col class=\"cn\">"
           "<col class=\"cs\"><col></colgroup>\n";
    for (const diff::Row &row : diff::alignRows(document.comparison, options.context)) {
        if (row.kind == diff::RowKind::Fold) {
            out += (u"<tr class=\"fold\"><td colspan=\"6\">⋯ "_s
                    + foldWords(document, row).toHtmlEscaped() + u" ⋯</td></tr>\n"_s)
                       .toUtf8();
            continue;
        }
        out += (u"<tr>"_s + cellHtml(document, row, Side::Left)
                + cellHtml(document, row, Side::Right) + u"</tr>\n"_s)
                   .toUtf8();
    }
    return out + "</table></body></html>\n";
}

} // namespace edgewright
