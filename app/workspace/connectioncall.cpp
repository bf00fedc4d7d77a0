// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connectioncall.h"

#include <QCoreApplication>

namespace edgewright {

namespace {

struct ConnectionCall {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ConnectionCall)
};

} // namespace

Error notConnected()
{
    return Error{.code = ErrorCode::Cancelled,
                 .message = ConnectionCall::tr("No account is connected."),
                 .advice = ConnectionCall::tr("Connect an account first.")};
}

Error accountLeft()
{
    return Error{.code = ErrorCode::Cancelled,
                 .message = ConnectionCall::tr("The account was left before the answer came.")};
}

bool mayHaveHappened(const Error &error)
{
    switch (error.code) {
    case ErrorCode::OutcomeUnknown:
    case ErrorCode::Timeout:
    case ErrorCode::InvalidResponse:
    case ErrorCode::ServiceFailure:
        return true;
    default:
        return false;
    }
}

Error because(const QString &message, const Error &error)
{
    Error result = error;
    result.message = message;
    result.advice = error.text();
    return result;
}

} // namespace edgewright
