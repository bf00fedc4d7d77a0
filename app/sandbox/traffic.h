// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/faults.h"
#include "sandbox/operation.h"
#include "sandbox/requestlog.h"
#include "sandbox/store.h"

namespace edgewright::sandbox {

/// What visitors of the routines' hosts get: not part of the API, and not what the code would
/// answer — nothing runs it. The answer names the routine, the environment and the version that got
/// the request. Called from many threads.
class Traffic final {
public:
    struct Parts {
        Store &store;
        const Settings &settings;
        Faults &faults;
        const RequestLog &log;
    };

    explicit Traffic(const Parts &parts);

    /// Nothing when the request is for a host that no routine has.
    [[nodiscard]] std::optional<HttpAnswer> answer(const HttpRequest &request,
                                                   const QString &environment, qint64 skewSeconds);

private:
    Parts m_parts;
};

} // namespace edgewright::sandbox
