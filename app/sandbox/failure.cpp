// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/failure.h"

#include <array>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

struct Entry {
    QLatin1StringView code;
    int httpStatus;
    QLatin1StringView message;
};

constexpr QLatin1StringView kServiceFailed{
    "Failed to call the service. Try again later or contact technical support."};

constexpr auto kEntries = std::to_array<Entry>({
    {"InternalException"_L1, 400, kServiceFailed},
    {"InternalOperationError"_L1, 400, kServiceFailed},
    {"DependedByOthers"_L1, 400, kServiceFailed},
    {"InvalidParameter"_L1, 400, "The specified parameter is invalid."_L1},
    {"ParameterNotExist"_L1, 400,
     "The specified parameter does not exist. Check your configurations and try again."_L1},
    {"RoutineNotExist"_L1, 400,
     "The routine name does not exist. Check the routine name and try again."_L1},
    {"RoutineAlreadyExist"_L1, 400, "The routine name already exists."_L1},
    {"CodeVersionNumberExceedQuotaLimit"_L1, 400,
     "The maximum number of code versions in your plan has been reached. Check your plan quota and "
     "upgrade the plan to request a quota increase."_L1},
    {"RoutineNumberExceedQuotaLimit"_L1, 400,
     "The maximum number of configuration items for the feature has been reached. Upgrade the plan "
     "to request a quota increase."_L1},
    {"RoutineUserServiceStatusHalt"_L1, 400,
     "Failed to update the configurations because you have overdue payments."_L1},
    {"ServiceNotOpen"_L1, 400,
     "You have not activated Edge Routine. Activate the service and try again."_L1},
    {"SiteParameterNotMatch"_L1, 400,
     "Failed to verify website parameters.Check the parameters and try again."_L1},
    {"ErService.HasOpened"_L1, 400, "The service has already been activated."_L1},
    {"Site.ServiceBusy"_L1, 400, "The website is being configured. Try again later."_L1},
    {"LockFailed"_L1, 400, "The website is locked by another operation. Try again later."_L1},
    {"TooManyRequests"_L1, 400, "Too many requests. Try again later."_L1},
    {"MissingParameter"_L1, 400, "A parameter that is mandatory is not supplied."_L1},
    {"InvalidAccessKeyId.NotFound"_L1, 404, "Specified access key is not found."_L1},
    {"InvalidAccessKeyId.Inactive"_L1, 400, "Specified access key is disabled."_L1},
    {"SignatureDoesNotMatch"_L1, 400, "Specified signature does not match our calculation."_L1},
    {"IncompleteSignature"_L1, 400,
     "The request signature does not conform to Aliyun standards."_L1},
    {"InvalidSignatureMethod"_L1, 400, "Specified signature method is not valid."_L1},
    {"InvalidTimeStamp.Format"_L1, 400,
     "Specified time stamp or date value is not well formatted."_L1},
    {"InvalidTimeStamp.Expired"_L1, 400, "Specified time stamp or date value is expired."_L1},
    {"SignatureNonceUsed"_L1, 400, "Specified signature nonce was used already."_L1},
    {"MissingSecurityToken"_L1, 400, "SecurityToken is mandatory for this action."_L1},
    {"InvalidSecurityToken.Expired"_L1, 400, "Specified SecurityToken is expired."_L1},
    {"InvalidSecurityToken.Malformed"_L1, 400, "Specified SecurityToken is malformed."_L1},
    {"Throttling"_L1, 400, "Request was denied due to request throttling."_L1},
    {"Throttling.User"_L1, 400, "Request was denied due to user flow control."_L1},
    {"Throttling.Api"_L1, 400, "Request was denied due to api flow control."_L1},
    {"Forbidden"_L1, 403, "User not authorized to operate on the specified resource."_L1},
    {"Forbidden.RAM"_L1, 403,
     "User not authorized to operate on the specified resource, or this API doesn't support RAM."_L1},
    {"NoPermission"_L1, 403, "You are not authorized to do this operation."_L1},
    {"InvalidApi.NotFound"_L1, 404,
     "Specified api is not found, please check your url and method."_L1},
    {"InvalidAction"_L1, 404, "The specified action is not valid."_L1},
    {"InvalidVersion"_L1, 400, "Specified parameter Version is not valid."_L1},
    {"UnsupportedHTTPMethod"_L1, 405, "This http method is not supported."_L1},
    {"RequestEntityTooLarge"_L1, 413, "The request body is too large."_L1},
    {"InternalError"_L1, 500,
     "The request processing has failed due to some unknown error, exception or failure."_L1},
    {"ServiceUnavailable"_L1, 503,
     "The request has failed due to a temporary failure of the server."_L1},
});

} // namespace

Failure completed(Failure failure)
{
    for (const Entry &entry : kEntries) {
        if (entry.code != failure.code)
            continue;
        if (failure.message.isEmpty())
            failure.message = entry.message;
        if (failure.httpStatus == 0)
            failure.httpStatus = entry.httpStatus;
    }
    if (failure.message.isEmpty())
        failure.message = u"The request was refused."_s;
    if (failure.httpStatus == 0)
        failure.httpStatus = 400;
    return failure;
}

Failure missingParameter(const QString &name)
{
    return {.code = u"Missing"_s + name,
            .message = name + u" is mandatory for this action."_s,
            .httpStatus = 400};
}

Failure invalidParameter(const QString &name, const QString &why)
{
    return {.code = u"InvalidParameter"_s,
            .message = u"The specified parameter is invalid. %1: %2"_s.arg(name, why)};
}

} // namespace edgewright::sandbox
