// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTest>

#include <array>

namespace edgewright::test {

/// One way in which a call of the service goes wrong: a fault of edgewright-sandbox.
struct FaultKind {
    const char *name;
    const char *spec;         ///< As the sandbox is told it: "status:500".
    bool isSentAgain = false; ///< Certainly not executed, so that even a change is repeated.
    bool takesTime = false;   ///< Ends by a time limit of ours.
};

inline constexpr auto kFaultKinds = std::to_array<FaultKind>({
    {"reset", "reset"},
    {"done, then reset", "reset-after"},
    {"done, answer lost", "lose-answer"},
    {"done, answer cut", "truncate"},
    {"done, never answered", "stall:60", false, true},
    {"done, half answered", "stall-body:60", false, true},
    {"done, answered with another padding", "padding"},
    {"done, answered with numbers for ids", "numeric-ids"},
    {"done, answered with the document of a lost body", "lost-body"},
    {"done, answered with a rounded number", "scalar-content"},
    {"500", "status:500"},
    {"502", "status:502"},
    {"503", "status:503"},
    {"504", "status:504"},
    {"429", "status:429"},
    {"404", "status:404"},
    {"403", "status:403"},
    {"301", "status:301"},
    {"204", "status:204"},
    {"throttled", "throttle:1", true},
    {"a page to sign in", "html-page"},
    {"garbage", "garbage"},
    {"its callback failed", "203"},
    {"quota", "code:CodeVersionNumberExceedQuotaLimit"},
    {"another quota", "code:RoutineNumberExceedQuotaLimit"},
    {"overdue", "code:RoutineUserServiceStatusHalt"},
    {"not activated", "code:ServiceNotOpen"},
    {"no routine", "code:RoutineNotExist"},
    {"no version", "code:ParameterNotExist"},
    {"in use", "code:DependedByOthers"},
    {"token expired", "code:InvalidSecurityToken.Expired"},
    {"token damaged", "code:InvalidSecurityToken.Malformed"},
    {"key disabled", "code:InvalidAccessKeyId.Inactive"},
    {"key deleted", "code:InvalidAccessKeyId.NotFound:404"},
    {"signature", "code:SignatureDoesNotMatch"},
    {"clock", "code:InvalidTimeStamp.Expired", true},
    {"nonce used", "code:SignatureNonceUsed"},
    {"forbidden", "code:Forbidden.RAM:403"},
    {"busy", "code:Site.ServiceBusy", true},
    {"locked", "code:LockFailed", true},
    {"internal exception", "code:InternalException"},
    {"unavailable", "code:ServiceUnavailable:503"},
    {"parameter", "code:InvalidParameter"},
    {"unknown code", "code:SomethingNobodyHasHeardOf"},
    {"an error that says 200", "code:InternalException:200"},
});

/// A call of a sequence: the \p nth of its operation and all after it are hit.
struct FaultyCall {
    const char *name;
    const char *operation;
    int nth = 1;
    const char *also = ""; ///< What else has to go wrong for the call to be made.
};

/// Everything is tried: takes long, so it has its own command (./dev faults).
inline bool isThorough()
{
    return qEnvironmentVariableIsSet("EDGEWRIGHT_ALL_FAULTS");
}

/// Columns "fault", "also", "kind" and "call", a row for each kind at each call; in an ordinary run
/// each kind meets one call and each call some kinds, unless this is one \p part of several.
template <typename Calls>
void addFaultRows(const Calls &calls, std::size_t part = 0, std::size_t parts = 1)
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("also");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("call");
    const bool all = isThorough();
    for (std::size_t c = 0; c < calls.size(); ++c) {
        const auto &call = calls[c]; // a FaultyCall, or more
        for (std::size_t i = 0; i < kFaultKinds.size(); ++i) {
            const bool isUsual = i % calls.size() == c && i / calls.size() % parts == part;
            if (!all && !isUsual)
                continue;
            const FaultKind &kind = kFaultKinds[i];
            const QString spec =
                QStringLiteral("%1:%2*999@%3")
                    .arg(QString::fromLatin1(call.operation), QString::fromLatin1(kind.spec),
                         QString::number(call.nth));
            QTest::addRow("%s: %s", call.name, kind.name)
                << spec << QString::fromLatin1(call.also) << static_cast<int>(i)
                << static_cast<int>(c);
        }
    }
}

} // namespace edgewright::test
