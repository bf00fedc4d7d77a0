// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/lostanswer.h"

#include "text/codebody.h"

#include <QCoreApplication>

namespace edgewright {

namespace {

struct LostAnswer {
    Q_DECLARE_TR_FUNCTIONS(edgewright::LostAnswer)
};

} // namespace

Error nothingCameOf(const QString &message, const Error &lost)
{
    Error error = lost;
    error.message = message;
    error.advice = lost.text();
    if (lost.code == ErrorCode::OutcomeUnknown) {
        error.code = ErrorCode::ServiceFailure;
        // What is on its way slowly may still arrive.
        error.advice = LostAnswer::tr("Look once more in a moment, then try again.");
    }
    return error;
}

std::optional<Error> whyItTellsNothing(const QByteArray &body)
{
    const BodyVerdict verdict = judgeBody(body);
    switch (verdict.kind) {
    case BodyKind::ObjectStoreError:
    case BodyKind::MarkupPage:
    case BodyKind::Cut:
        return Error{.code = ErrorCode::InvalidResponse,
                     .message = verdict.reason,
                     .detail = verdict.detail};
    default:
        return {};
    }
}

} // namespace edgewright
