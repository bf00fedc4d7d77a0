// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sandbox/httpmessage.h"

#include <QList>
#include <QString>

#include <functional>
#include <mutex>
#include <optional>

namespace edgewright::sandbox {

/// One thing that shall go wrong, as given on the command line:
/// OPERATION:KIND[:ARGUMENT][*COUNT][@NTH].
struct Fault {
    enum class Kind {
        LoseAnswer,
        Reset,
        ResetAfter,
        Stall,
        StallBody,
        Truncate, // the connection
        Status,
        Code,
        Throttle,
        HtmlPage,
        Garbage, // another answer, not executed
        CallbackFails,
        LostBody,
        Padding,
        NumericIds,
        ScalarContent, // the answer is bent
        Skew,          // the service's clock
    };

    QString operation; ///< An action, "PostObject", or "*" for any.
    Kind kind = Kind::Reset;
    int number = 0; ///< Seconds, milliseconds or an HTTP status.
    QString code;   ///< For Kind::Code.
    int count = -1; ///< How many requests it hits; -1: all.
    int nth = 1;    ///< The first request it hits, counted from 1.

    [[nodiscard]] static Result<Fault> parse(const QString &spec);
    /// The grammar, for --help.
    [[nodiscard]] static QString grammar();

    /// The answer sent in place of executing the call; nothing for faults that let it execute.
    [[nodiscard]] bool replacesExecution() const;
};

/// The faults of this run; counts how often each was met. Usable from any thread.
class Faults final {
public:
    explicit Faults(QList<Fault> faults = {});

    /// The fault that \p operation meets this time, if any; the first given wins.
    [[nodiscard]] std::optional<Fault> meet(const QString &operation);
    /// How far the service's clock is off.
    [[nodiscard]] qint64 skewSeconds() const;

private:
    QList<Fault> m_faults;
    QList<int> m_met;
    std::mutex m_mutex;
};

/// Bends an executed call's answer the way \p fault says.
void bend(const Fault &fault, HttpAnswer &answer);

} // namespace edgewright::sandbox
