// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "support/patience.h"

#include <QObject>

#include <optional>

namespace edgewright::test {

/// Collects what a flow finishes with; a Result cannot travel in a QSignalSpy.
template <typename T>
class Outcome final {
public:
    template <typename Flow>
    explicit Outcome(Flow &flow)
    {
        QObject::connect(&flow, &Flow::finished, &m_context, [this](const Result<T> &result) {
            ++m_count;
            m_result = result;
        });
    }

    [[nodiscard]] int count() const { return m_count; }
    /// Waits for it; a flow that never finishes, or does so twice, is an error.
    [[nodiscard]] Result<T> wait(int timeoutMs = kPatienceMs)
    {
        if (!QTest::qWaitFor([this] { return m_count > 0; }, timeoutMs))
            return Error{.message = QStringLiteral("the flow never finished")};
        QCoreApplication::processEvents();
        if (m_count != 1)
            return Error{.message = QStringLiteral("the flow finished more than once")};
        return *m_result;
    }

private:
    QObject m_context;
    std::optional<Result<T>> m_result;
    int m_count = 0;
};

} // namespace edgewright::test
