// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace edgewright::sandbox {

/// DATA/requests.log: the name of the operation of each request that was understood, one a line.
/// Holds no parameter and no secret. Any thread.
class RequestLog final {
public:
    RequestLog() = default;
    ~RequestLog();
    Q_DISABLE_COPY_MOVE(RequestLog)

    [[nodiscard]] Result<> open(const QString &file);
    void add(const QString &operation) const;

private:
    int m_file = -1;
};

} // namespace edgewright::sandbox
