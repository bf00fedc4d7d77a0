// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparewords.h"

#include <QLocale>

namespace edgewright {

namespace {

constexpr int kGigantic = 20'000; ///< Columns nobody scrolls through.

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

QString CompareWords::judgement(BodyKind kind)
{
    switch (kind) {
    case BodyKind::Code:
        break;
    case BodyKind::Empty:
        return tr("empty");
    case BodyKind::ObjectStoreError:
        return tr("an error document of an object store, not code");
    case BodyKind::MarkupPage:
        return tr("a web page or XML, not code");
    case BodyKind::Zip:
        return tr("a zip archive, not code");
    case BodyKind::Cut:
        return tr("ends in the middle of a character");
    case BodyKind::NotUtf8:
        return tr("not UTF-8; some characters are shown as their bytes");
    }
    return {};
}

QStringList CompareWords::faults(const CompareSide &side, const CompareDocument::Facts &facts)
{
    // What is known of where a text came from says more than the text itself.
    if (!side.note.isEmpty())
        return {side.note};
    QStringList out;
    if (facts.hasZeroBytes && facts.verdict.kind != BodyKind::Zip)
        out.append(tr("hardly a text, it has zero bytes in it"));
    if (const QString words = judgement(facts.verdict.kind); !words.isEmpty())
        out.append(words);
    return out;
}

CompareWords::Facts CompareWords::facts(const CompareDocument &document)
{
    Facts out;
    const auto &left = document.leftFacts;
    const auto &right = document.rightFacts;
    const QStringList ofLeft = faults(document.left, left);
    const QStringList ofRight = faults(document.right, right);
    for (const QString &words : ofLeft)
        out.differing.append(ofRight.contains(words) ? tr("Both sides: %1").arg(words)
                                                     : tr("Left: %1").arg(words));
    for (const QString &words : ofRight) {
        if (!ofLeft.contains(words))
            out.differing.append(tr("Right: %1").arg(words));
    }
    if (!document.comparison.lines.refined || !document.lineDiff().refined)
        out.differing.append(tr("Not refined: the time was up, so some changes look larger"));
    if (document.columns > kGigantic)
        out.differing.append(tr("Lines of up to %1 characters are shown statement by statement")
                                 .arg(QLocale().toString(document.columns)));
    if (document.left.text.isEmpty() || document.right.text.isEmpty())
        return out;
    if (left.format.lineEnd != LineEnd::None || right.format.lineEnd != LineEnd::None)
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
    if (document.left.text.isEmpty() && document.right.text.isEmpty())
        return tr("Both sides are empty");
    if (document.sameBytes)
        return tr("Both sides are the same, byte for byte");
    if (document.hidden > 0)
        return tr("No line differs apart from what is ignored");
    return tr("No line differs");
}

QString CompareWords::ignored(const diff::Ignore &ignore, int hidden)
{
    QStringList what;
    if (ignore.allSpace)
        what.append(tr("all space"));
    else if (ignore.trailingSpace)
        what.append(tr("trailing space"));
    if (ignore.blankLines)
        what.append(tr("blank lines"));
    if (ignore.lineEnds)
        what.append(tr("line ends"));
    if (ignore.formatting)
        what.append(tr("formatting"));
    if (what.isEmpty())
        return tr("Nothing ignored");
    const QString text = tr("Ignoring: %1").arg(what.join(tr(", ", "between what is ignored")));
    if (hidden == 0)
        return text;
    return text + QStringLiteral(" · ") + tr("%n difference(s) hidden", nullptr, hidden);
}

QString CompareWords::otherwise(const CompareDocument &document)
{
    return document.ignore.formatting ? tr("only laid out otherwise")
                                      : tr("differs only in what is ignored");
}

bool CompareWords::isAboutCode(const CompareDocument &document)
{
    const auto isCode = [](const CompareDocument::Facts &facts) {
        const BodyKind kind = facts.verdict.kind;
        return kind == BodyKind::Code || kind == BodyKind::NotUtf8 || kind == BodyKind::Cut;
    };
    return isCode(document.leftFacts) && isCode(document.rightFacts);
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
