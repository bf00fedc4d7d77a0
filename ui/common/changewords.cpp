// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/changewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

using diff::Fate;
using diff::FunctionChange;
using diff::FunctionKind;
using diff::Mention;

constexpr qsizetype kMostNames = 6;
constexpr qsizetype kLongestName = 60;

/// One line, and short: names can be strings of any length in a hostile text.
QString shown(const std::string &name)
{
    const QString text = QString::fromStdString(name.substr(0, 4 * kLongestName)).simplified();
    return text.size() <= kLongestName ? text : text.left(kLongestName - 1) + u'…';
}

QString joined(const QStringList &names)
{
    if (names.size() <= kMostNames)
        return names.join(ChangeWords::tr(", ", "between names"));
    //: "a, b, c and 5 more"
    return ChangeWords::tr("%1 and %n more", nullptr, static_cast<int>(names.size() - kMostNames))
        .arg(names.first(kMostNames).join(ChangeWords::tr(", ", "between names")));
}

QString nameOf(const FunctionChange &function)
{
    if (function.kind == FunctionKind::Listener)
        //: A function that waits for an event; %1 is the name of the event
        return ChangeWords::tr("the %1 listener").arg(shown(function.name));
    const QString name =
        function.name == "default" ? ChangeWords::tr("the default export") : shown(function.name);
    const bool isPart = function.kind == FunctionKind::Method && !function.inside.empty()
                        && function.inside != "default";
    return isPart ? shown(function.inside) + u'.' + name : name;
}

QStringList functionPhrases(const std::vector<FunctionChange> &functions)
{
    const auto withFate = [&functions](Fate fate) {
        QStringList names;
        for (const FunctionChange &function : functions) {
            if (function.fate != fate)
                continue;
            names.append(fate == Fate::Renamed ? ChangeWords::tr("%1 renamed to %2")
                                                     .arg(shown(function.oldName), nameOf(function))
                                               : nameOf(function));
        }
        return joined(names);
    };
    QStringList phrases;
    if (const QString changed = withFate(Fate::Changed); !changed.isEmpty())
        phrases.append(ChangeWords::tr("%1 changed").arg(changed));
    if (const QString added = withFate(Fate::Added); !added.isEmpty())
        phrases.append(ChangeWords::tr("%1 added").arg(added));
    if (const QString removed = withFate(Fate::Removed); !removed.isEmpty())
        phrases.append(ChangeWords::tr("%1 removed").arg(removed));
    if (const QString renamed = withFate(Fate::Renamed); !renamed.isEmpty())
        phrases.append(renamed);
    if (phrases.isEmpty())
        return {};
    return {phrases.join(ChangeWords::tr(", ", "between names"))};
}

QString mentioned(const std::vector<Mention> &mentions, Fate fate, const QString &phrase)
{
    QStringList names;
    for (const Mention &mention : mentions) {
        if (mention.fate == fate)
            names.append(shown(mention.text));
    }
    return names.isEmpty() ? QString() : phrase.arg(joined(names));
}

} // namespace

QStringList ChangeWords::phrases(const diff::ChangeSummary &summary)
{
    if (!summary.complete)
        return {};
    if (summary.onlyLayout)
        return {tr("only the layout changed")};
    if (summary.onlyComments)
        return {tr("only comments changed")};
    QStringList out = functionPhrases(summary.functions);
    if (summary.outsideFunctions)
        out.append(tr("code outside functions changed"));
    // What an operator looks for first: where the traffic goes.
    out.append(mentioned(summary.hosts, Fate::Added, tr("new host contacted: %1")));
    out.append(mentioned(summary.hosts, Fate::Removed, tr("host no longer contacted: %1")));
    out.append(mentioned(summary.headers, Fate::Added, tr("header %1 added")));
    out.append(mentioned(summary.headers, Fate::Removed, tr("header %1 removed")));
    out.append(mentioned(summary.paths, Fate::Added, tr("path %1 added")));
    out.append(mentioned(summary.paths, Fate::Removed, tr("path %1 removed")));
    out.removeAll(QString());
    if (summary.leftOut > 0)
        out.append(tr("and %n more", nullptr, static_cast<int>(summary.leftOut)));
    return out;
}

QString ChangeWords::sentence(const diff::ChangeSummary &summary)
{
    return phrases(summary).join(u" · "_s);
}

QString ChangeWords::description(const diff::ChangeSummary &summary, qsizetype limit)
{
    QString text;
    for (const QString &phrase : phrases(summary)) {
        const QString longer = text.isEmpty() ? phrase : text + u" · "_s + phrase;
        if (longer.size() > limit)
            break;
        text = longer;
    }
    return text;
}

} // namespace edgewright
