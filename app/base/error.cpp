// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <QCoreApplication>

namespace edgewright {

bool Error::isTransient() const
{
    return code == ErrorCode::Network || code == ErrorCode::Timeout || code == ErrorCode::Throttled
           || code == ErrorCode::ServiceFailure;
}

QString Error::text() const
{
    return advice.isEmpty() ? message : joinSentences(message, advice);
}

QString joinSentences(const QString &first, const QString &second)
{
    //: Two sentences after each other; some languages put no blank between them
    return QCoreApplication::translate("edgewright::Error", "%1 %2").arg(first, second);
}

} // namespace edgewright
