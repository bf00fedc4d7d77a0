// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

namespace edgewright {

bool Error::isTransient() const
{
    return code == ErrorCode::Network || code == ErrorCode::Timeout || code == ErrorCode::Throttled
           || code == ErrorCode::ServiceFailure;
}

QString Error::text() const
{
    return advice.isEmpty() ? message : QString(message + u' ' + advice);
}

} // namespace edgewright
