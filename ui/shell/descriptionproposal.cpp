// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/descriptionproposal.h"

#include "base/background.h"
#include "common/changewords.h"

namespace edgewright {

namespace {

constexpr std::chrono::seconds kPatience{3};

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

DescriptionProposal::DescriptionProposal(const ShellContext &shell, qsizetype longest,
                                         QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_longest(longest)
{
}

void DescriptionProposal::look(const QString &routine, const QString &baseVersionId,
                               const QByteArray &code)
{
    const quint64 question = ++m_question;
    if (baseVersionId.isEmpty())
        return;
    m_shell.services.history()
        .fetchCode(routine, baseVersionId)
        ->then(this, [this, question, code](const Result<VersionCode> &base) {
            if (question == m_question && base && base->verdict.isCode())
                summarize(base->bytes, code);
        });
}

void DescriptionProposal::summarize(const QByteArray &base, const QByteArray &code)
{
    auto *reply =
        runInBackground<diff::ChangeSummary>(this, [base, code]() -> Result<diff::ChangeSummary> {
            return diff::summarizeChanges(
                viewOf(base), viewOf(code),
                {.deadline = std::chrono::steady_clock::now() + kPatience});
        });
    reply->then(this, [this, question = m_question](const Result<diff::ChangeSummary> &summary) {
        if (question != m_question || !summary)
            return;
        const QString description = ChangeWords::description(*summary, m_longest);
        if (!description.isEmpty())
            emit proposed(description);
    });
}

} // namespace edgewright
