// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/routineservice.h"

namespace edgewright {

template <typename T>
Reply<T> *RoutineService::notOffered()
{
    auto *reply = new Reply<T>(this);
    reply->resolve(Error{.code = ErrorCode::InvalidRequest,
                         .message = tr("The service of this account does not offer that.")});
    return reply;
}

Reply<QStringList> *RoutineService::fetchReach(const QString &)
{
    return notOffered<QStringList>();
}

Reply<QList<EnvironmentVariable>> *RoutineService::fetchVariables(const QString &, const QString &)
{
    return notOffered<QList<EnvironmentVariable>>();
}

Reply<UploadForm> *RoutineService::requestStagingUpload(const QString &, const QString &)
{
    return notOffered<UploadForm>();
}

Reply<> *RoutineService::publishEverywhere(const QString &, const QStringList &, const QString &)
{
    return notOffered<void>();
}

Reply<QStringList> *RoutineService::fetchCanaryEnvironments()
{
    return notOffered<QStringList>();
}

Reply<> *RoutineService::addEnvironments(const QString &, const QStringList &)
{
    return notOffered<void>();
}

Reply<> *RoutineService::removeEnvironments(const QString &, const QStringList &)
{
    return notOffered<void>();
}

Reply<QStringList> *RoutineService::fetchProcessorTiers()
{
    return notOffered<QStringList>();
}

Reply<> *RoutineService::setProcessorTier(const QString &, const QString &, const QString &)
{
    return notOffered<void>();
}

} // namespace edgewright
