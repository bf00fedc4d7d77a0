// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probetypes.h"

namespace edgewright {

/// A request as the panel has it: where it goes is decided when it is sent.
struct TestRequest {
    QString url;
    QString method = QStringLiteral("GET");
    QString headers; ///< One a line.
    QString body;

    [[nodiscard]] bool operator==(const TestRequest &other) const = default;
};

/// \p request with every value gone that tells who one is: of such headers, and test tokens in the
/// address.
[[nodiscard]] TestRequest withoutSecrets(const TestRequest &request);

/// \p newest in front of \p others, each once, not more than are worth keeping.
[[nodiscard]] QList<TestRequest> withNewest(const QList<TestRequest> &others,
                                            const TestRequest &newest);

// Secrets are taken out on the way.
[[nodiscard]] QByteArray toJson(const QList<TestRequest> &requests);
[[nodiscard]] QList<TestRequest> testRequestsFrom(const QByteArray &json);

} // namespace edgewright
