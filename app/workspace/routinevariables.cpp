// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/routinevariables.h"

namespace edgewright {

namespace {

using Names = QList<EnvironmentVariable>;

QStringList namesOf(const Names &variables)
{
    QStringList names;
    for (const EnvironmentVariable &variable : variables)
        names.append(variable.name);
    return names;
}

} // namespace

Reply<RoutineVariables> *fetchRoutineVariables(RoutineService &service, const QString &routine)
{
    auto *reply = new Reply<RoutineVariables>(&service);
    if (!service.capabilities().environmentVariables) {
        reply->resolve(RoutineVariables());
        return reply;
    }
    auto *production = service.fetchVariables(routine, kProduction);
    auto *staging = service.fetchVariables(routine, kStaging);
    for (auto *part : {production, staging})
        QObject::connect(reply, &ReplyBase::cancelRequested, part, &ReplyBase::cancel);
    auto found = std::make_shared<std::pair<std::optional<Names>, std::optional<Names>>>();
    const auto take = [reply, found](std::optional<Names> &place, const Result<Names> &names) {
        if (!names) {
            reply->resolve(names.error());
            return;
        }
        place = *names;
        if (found->first && found->second)
            reply->resolve(RoutineVariables{.production = namesOf(*found->first),
                                            .staging = namesOf(*found->second)});
    };
    production->then(reply,
                     [found, take](const Result<Names> &names) { take(found->first, names); });
    staging->then(reply, [found, take](const Result<Names> &names) { take(found->second, names); });
    return reply;
}

QString variablesCarriedBy(const CodeVersion &version)
{
    return version.hasVariables ? version.variablesOf : QString();
}

bool wouldCarryTheSame(const CodeVersion &version, const QString &variablesOf,
                       const RoutineVariables &variables)
{
    if (variables.isEmpty())
        return true;
    const bool carriesSome = !variablesOf.isEmpty() && !variables.of(variablesOf).isEmpty();
    return variablesCarriedBy(version) == (carriesSome ? variablesOf : QString());
}

} // namespace edgewright
