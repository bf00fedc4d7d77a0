// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/authentication.h"
#include "sandbox/faults.h"
#include "sandbox/objectstore.h"
#include "sandbox/operation.h"
#include "sandbox/requestlog.h"
#include "sandbox/throttle.h"

#include <QHash>

namespace edgewright::sandbox {

/// The front door of the service: tells calls from uploads, finds the operation, checks signature
/// and rate, runs it as one transaction and wraps what comes out. Called from many threads.
class Gateway final {
public:
    struct Parts {
        Store &store;
        const Settings &settings;
        Authentication &authentication;
        Throttle &throttle;
        Faults &faults;
        const RequestLog &log;
    };

    explicit Gateway(const Parts &parts);

    [[nodiscard]] HttpAnswer handle(const HttpRequest &request);

private:
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] HttpAnswer handleUpload(const HttpRequest &request);
    [[nodiscard]] HttpAnswer handleCall(const HttpRequest &request);
    [[nodiscard]] std::variant<QString, Failure> understand(const HttpRequest &request,
                                                            const Parameters &parameters) const;
    [[nodiscard]] std::optional<Failure> admit(const HttpRequest &request);
    [[nodiscard]] Outcome execute(const QString &action, const Parameters &parameters,
                                  const QByteArray &nonce);
    [[nodiscard]] HttpAnswer instead(const Fault &fault, const HttpRequest &request) const;
    [[nodiscard]] HttpAnswer envelope(const Outcome &outcome, const HttpRequest &request) const;
    void addCommonHeaders(HttpAnswer &answer, const QString &requestId) const;

    Parts m_parts;
    ObjectStore m_objectStore;
    QHash<QString, OperationEntry> m_operations; ///< Key "version action".
};

} // namespace edgewright::sandbox
