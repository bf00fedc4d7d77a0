// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/compareexport.h"

#include "common/changewords.h"
#include "common/plaintext.h"
#include "compare/comparewords.h"
#include "diff/patch.h"

#include <QRegularExpression>

#include <limits>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestTitle = 160;
constexpr qsizetype kMostWords = 4000;

/// One line, without the signs that mean something to Markdown.
QString markdownText(const QString &text, qsizetype limit)
{
    static const QRegularExpression signs(u"([\\\\`*_\\[\\]<>#!|&~])"_s);
    return oneLine(text, limit).replace(signs, u"\\\\1"_s);
}

/// Longer than every run of backticks inside, so that none of them ends the block.
QString fenceFor(const QString &text)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return QString(std::max<qsizetype>(3, longest + 1), u'`');
}

int contextOf(const CompareExport::Options &options)
{
    return options.context < 0 ? std::numeric_limits<int>::max() / 4 : options.context;
}

/// A text that is not there has the name that tools know for that.
std::string patchName(const CompareSide &side, const char *prefix, const QString &fileName)
{
    const bool isMissing = side.text.isEmpty() && !side.note.isEmpty();
    return isMissing ? "/dev/null" : prefix + fileName.toStdString();
}

std::string patchText(const CompareDocument &document, const diff::LineDiff &lines,
                      const CompareExport::Options &options)
{
    return diff::unifiedPatch(document.text(Side::Left), document.text(Side::Right), lines,
                              {.left = patchName(document.left, "a/", options.fileName),
                               .right = patchName(document.right, "b/", options.fileName)},
                              contextOf(options));
}

} // namespace

QByteArray CompareExport::write(const CompareDocument &document, CompareFormat format,
                                const Options &options)
{
    switch (format) {
    case CompareFormat::Patch:
        return patch(document, options);
    case CompareFormat::Html:
        return html(document, options);
    case CompareFormat::Markdown:
        break;
    }
    return markdown(document, options);
}

QByteArray CompareExport::patch(const CompareDocument &document, const Options &options)
{
    const diff::LineDiff all =
        diff::diffLines(document.text(Side::Left), document.text(Side::Right));
    return QByteArray::fromStdString(patchText(document, all, options));
}

QStringList CompareExport::facts(const CompareDocument &document)
{
    QStringList facts;
    const diff::LineDiff &lines = document.lineDiff();
    QString counts = u"+%1 −%2"_s.arg(lines.added()).arg(lines.removed());
    const QString words = document.summary ? ChangeWords::sentence(*document.summary) : QString();
    if (!words.isEmpty())
        counts += u" · "_s + oneLine(words, kMostWords);
    facts.append(counts);
    if (const QString same = CompareWords::sameness(document); !same.isEmpty())
        facts.append(same);
    const QStringList differing = CompareWords::facts(document).differing;
    if (!differing.isEmpty())
        facts.append(differing.join(u" · "_s));
    if (document.hidden > 0)
        facts.append(CompareWords::ignored(document.ignore, document.hidden));
    return facts;
}

QByteArray CompareExport::markdown(const CompareDocument &document, const Options &options)
{
    const std::string bytes = patchText(document, document.lineDiff(), options);
    const QString patch =
        visibleText(QString::fromStdString(bytes), std::numeric_limits<qsizetype>::max() / 8);
    QString out = u"### %1 ⇄ %2\n\n"_s.arg(markdownText(document.left.title, kLongestTitle),
                                           markdownText(document.right.title, kLongestTitle));
    for (const QString &fact : facts(document))
        out += u"- "_s + markdownText(fact, kMostWords) + u'\n';
    if (!patch.isEmpty()) {
        const QString fence = fenceFor(patch);
        out += u'\n' + fence + u"diff\n"_s + patch;
        if (!patch.endsWith(u'\n'))
            out += u'\n';
        out += fence + u'\n';
    }
    return out.toUtf8();
}

} // namespace edgewright
