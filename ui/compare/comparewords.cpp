// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparewords.h"

namespace edgewright {

namespace {

/// Sorts a property of both sides under "both" or "left, right".
void note(CompareWords::Facts &out, const QString &both, const QString &left, const QString &right,
          const QString &apart)
{
    if (left == right)
        out.common.append(both.arg(left));
    else
        out.differing.append(apart.arg(left, right));
}

} // namespace

CompareWords::Facts CompareWords::facts(const CompareDocument &document)
{
    Facts out;
    const auto &left = document.leftFacts;
    const auto &right = document.rightFacts;
    if (!left.verdict.isCode())
        out.differing.append(tr("Left: %1").arg(left.verdict.reason));
    if (!right.verdict.isCode())
        out.differing.append(tr("Right: %1").arg(right.verdict.reason));
    if (!document.comparison.lines.refined)
        out.differing.append(
            tr("Stopped searching for smaller changes: some may be drawn larger than they are"));
    if (document.left.text.isEmpty() || document.right.text.isEmpty())
        return out;
    note(out, tr("Line ends: both %1"), displayName(left.format.lineEnd),
         displayName(right.format.lineEnd), tr("Line ends: %1 left, %2 right"));
    const auto encoding = [](const CompareDocument::Facts &facts) {
        if (!facts.utf8)
            return tr("not UTF-8");
        return facts.format.byteOrderMark ? tr("UTF-8 with BOM") : tr("UTF-8");
    };
    note(out, tr("Encoding: both %1"), encoding(left), encoding(right),
         tr("Encoding: %1 left, %2 right"));
    if (left.format.finalNewline != right.format.finalNewline)
        out.differing.append(left.format.finalNewline ? tr("Last line: newline only on the left")
                                                      : tr("Last line: newline only on the right"));
    else
        out.common.append(left.format.finalNewline ? tr("Last line: newline on both")
                                                   : tr("Last line: no newline on both"));
    return out;
}

QString CompareWords::sameness(const CompareDocument &document)
{
    if (document.changeCount() > 0)
        return {};
    if (document.sameBytes)
        return tr("Both sides are the same, byte for byte");
    const diff::Ignore &ignore = document.ignore;
    if (ignore.allSpace || ignore.trailingSpace || ignore.blankLines)
        return tr("No line differs apart from the whitespace that is ignored");
    return tr("No line differs");
}

QString CompareWords::whitespace(const diff::Ignore &ignore)
{
    if (ignore.allSpace && ignore.blankLines)
        return tr("Whitespace and blank lines: ignored");
    if (ignore.allSpace)
        return tr("Whitespace: ignored");
    if (ignore.trailingSpace && ignore.blankLines)
        return tr("Trailing space and blank lines: ignored");
    if (ignore.trailingSpace)
        return tr("Trailing space: ignored");
    if (ignore.blankLines)
        return tr("Blank lines: ignored");
    return tr("Whitespace: compared");
}

QString CompareWords::changes(int count)
{
    return count == 0 ? tr("No changes") : tr("%n change(s)", nullptr, count);
}

QString CompareWords::place(int change, int count, bool wrapped)
{
    if (change < 0)
        return changes(count);
    const QString text = tr("%1 of %2", "current change of all changes").arg(change + 1).arg(count);
    if (wrapped)
        return change == 0 ? tr("%1 · from the top again").arg(text)
                           : tr("%1 · from the end again").arg(text);
    if (change + 1 == count && count > 1)
        return tr("%1 · last, F7 for the first").arg(text);
    return text;
}

} // namespace edgewright
