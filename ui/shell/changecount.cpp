// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/changecount.h"

#include "base/background.h"
#include "common/changewords.h"

#include <QLocale>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kPatience{2};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ChangeCount)
};

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

Reply<ChangeCount> *countChanges(QObject *owner, const QByteArray &left, const QByteArray &right,
                                 ChangeDepth depth)
{
    return runInBackground<ChangeCount>(owner, [left, right, depth]() -> Result<ChangeCount> {
        const diff::Limits limits{.deadline = std::chrono::steady_clock::now() + kPatience};
        const diff::LineDiff lines = diff::diffLines(viewOf(left), viewOf(right), {}, limits);
        ChangeCount count{.added = lines.added(),
                          .removed = lines.removed(),
                          .isExact = lines.refined,
                          .summary = {}};
        if (depth == ChangeDepth::Words)
            count.summary = diff::summarizeChanges(viewOf(left), viewOf(right), limits);
        return count;
    });
}

QString describeChanges(const ChangeCount &count)
{
    if (count.added == 0 && count.removed == 0)
        return Words::tr("The code is the same.");
    const QLocale locale;
    //: %1 and %2 are numbers of lines
    QString text = Words::tr("+%1 −%2 lines")
                       .arg(locale.toString(count.added), locale.toString(count.removed));
    const QString words = ChangeWords::sentence(count.summary);
    if (!words.isEmpty())
        text += u" · "_s + words;
    return text;
}

} // namespace edgewright
