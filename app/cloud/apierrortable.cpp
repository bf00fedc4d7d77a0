// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/apierrortable.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <vector>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

enum class Match { Exact, Prefix, Contains };

struct Row {
    QLatin1StringView pattern; ///< Lower case.
    Match match = Match::Exact;
    ErrorCode code = ErrorCode::ServiceFailure;
    FailureCause cause = FailureCause::Refused;
    QString message;
    QString advice;
};

using Rows = std::vector<Row>;

/// The tables of API.md §6 and §7.4; the first row that fits counts.
class ErrorText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ApiError)

public:
    static Rows credentials();
    static Rows routines();
    static Rows gateway();
    static Rows objectStore();
};

using enum Match;
using enum FailureCause;

Rows ErrorText::credentials()
{
    const QString checkKey = tr("Check the AccessKey ID and secret of this account.");
    const QString renew = tr("Get a new temporary token and connect again.");
    const QString askAdmin = tr("Ask the account's administrator for the permission; the policy "
                                "AliyunESAFullAccess includes it.");
    return {
        {"invalidaccesskeyid.inactive"_L1, Exact, ErrorCode::BadCredentials, Refused,
         tr("The access key is disabled."), tr("Enable it in the console, or use another key.")},
        {"invalidaccesskeyid"_L1, Prefix, ErrorCode::BadCredentials, Refused,
         tr("The service does not know this AccessKey ID."), checkKey},
        {"signaturedoesnotmatch"_L1, Exact, ErrorCode::BadCredentials, Refused,
         tr("The access key secret is wrong."), checkKey},
        {"incompletesignature"_L1, Exact, ErrorCode::BadCredentials, Refused,
         tr("The service did not accept the signature."), checkKey},
        {"invalidsignature"_L1, Prefix, ErrorCode::BadCredentials, Refused,
         tr("The service did not accept the signature."), checkKey},
        {"signaturenonceused"_L1, Exact, ErrorCode::ServiceFailure, Replayed,
         tr("The request arrived twice: something on the way to the service repeated it."),
         tr("Check proxies and other software between this computer and the service.")},
        {"timestamp"_L1, Contains, ErrorCode::ClockSkew, Refused,
         tr("This computer's clock is more than 15 minutes off."),
         tr("Set the clock and the time zone, then try again.")},
        {"securitytoken.malformed"_L1, Contains, ErrorCode::TokenExpired, Refused,
         tr("The temporary security token is damaged."), renew},
        {"securitytoken"_L1, Contains, ErrorCode::TokenExpired, Refused,
         tr("The temporary security token has expired."), renew},
        {"forbidden"_L1, Prefix, ErrorCode::Forbidden, Refused,
         tr("This access key may not do that."), askAdmin},
        {"nopermission"_L1, Prefix, ErrorCode::Forbidden, Refused,
         tr("This access key may not do that."), askAdmin},
    };
}

Rows ErrorText::routines()
{
    const QString upgrade = tr("Delete one that is no longer needed, or upgrade the plan.");
    const QString later = tr("Try again later.");
    return {
        {"routinenotexist"_L1, Exact, ErrorCode::NotFound, Refused,
         tr("The routine does not exist."), tr("Refresh the list of routines.")},
        {"parameternotexist"_L1, Exact, ErrorCode::NotFound, Refused,
         tr("The version or environment does not exist."), tr("Refresh and try again.")},
        {"codeversionnumberexceedquotalimit"_L1, Exact, ErrorCode::QuotaExceeded, Refused,
         tr("The routine already holds as many versions as the plan allows."),
         tr("Delete a version that is not live, or upgrade the plan.")},
        {"routinenumberexceedquotalimit"_L1, Exact, ErrorCode::QuotaExceeded, Refused,
         tr("The account already holds as many routines as the plan allows."), upgrade},
        {"quota"_L1, Contains, ErrorCode::QuotaExceeded, Refused,
         tr("A limit of the plan is reached."), upgrade},
        {"routineuserservicestatushalt"_L1, Exact, ErrorCode::PaymentOverdue, Refused,
         tr("The account has overdue payments; the service is halted."),
         tr("Settle the bill in the console.")},
        {"servicenotopen"_L1, Exact, ErrorCode::ServiceNotOpen, Refused,
         tr("Edge routines are not activated for this account."),
         tr("Activate them in the console.")},
        {"dependedbyothers"_L1, Exact, ErrorCode::InUse, Refused,
         tr("The version is live in an environment."), tr("Publish another version there first.")},
        {"siteparameternotmatch"_L1, Exact, ErrorCode::InvalidRequest, Refused,
         tr("The service could not match the site's parameters."),
         tr("Check the routine's routes in the console.")},
        {"hasopened"_L1, Contains, ErrorCode::AlreadyExists, Refused,
         tr("Edge routines are already activated."), QString()},
        {"internalexception"_L1, Exact, ErrorCode::ServiceFailure, Uncertain,
         tr("The service failed to carry out the request."), later},
        {"internaloperationerror"_L1, Exact, ErrorCode::ServiceFailure, Uncertain,
         tr("The service failed to carry out the request."), later},
    };
}

Rows ErrorText::gateway()
{
    const QString later = tr("Wait a moment, then try again.");
    const QString report = tr("See Details for the service's own words.");
    return {
        {"throttling"_L1, Contains, ErrorCode::Throttled, Throttled,
         tr("The service is turning calls away because there were too many."), later},
        {"toomanyrequests"_L1, Exact, ErrorCode::Throttled, Throttled,
         tr("The service is turning calls away because there were too many."), later},
        {"site.servicebusy"_L1, Exact, ErrorCode::Throttled, Throttled,
         tr("The service is busy with another change."), later},
        {"lockfailed"_L1, Exact, ErrorCode::Throttled, Throttled,
         tr("The service is busy with another change."), later},
        {"internalerror"_L1, Exact, ErrorCode::ServiceFailure, Uncertain,
         tr("The service reports an internal error."), later},
        {"serviceunavailable"_L1, Prefix, ErrorCode::ServiceFailure, Uncertain,
         tr("The service is not available at the moment."), later},
        {"invalidapi.notfound"_L1, Exact, ErrorCode::InvalidRequest, Refused,
         tr("The endpoint does not know this operation."), tr("Check the account's endpoint.")},
        {"invalidaction"_L1, Prefix, ErrorCode::InvalidRequest, Refused,
         tr("The endpoint does not know this operation."), tr("Check the account's endpoint.")},
        {"unsupportedhttpmethod"_L1, Exact, ErrorCode::InvalidRequest, Refused,
         tr("The endpoint does not accept this kind of request."),
         tr("Check the account's endpoint.")},
        {"missing"_L1, Prefix, ErrorCode::InvalidRequest, Refused,
         tr("The service misses a parameter."), report},
        {"invalid"_L1, Prefix, ErrorCode::InvalidRequest, Refused,
         tr("The service refused a value."),
         tr("Check name and description for characters or "
            "lengths that are not allowed.")},
    };
}

Rows ErrorText::objectStore()
{
    const QString again = tr("Save the version again; a new upload permission is requested then.");
    const ErrorCode refused = ErrorCode::UploadRefused;
    return {
        {"callbackfailed"_L1, Exact, refused, Refused,
         tr("The file was stored, but the service was not told about it."), again},
        {"accessdenied"_L1, Exact, refused, Refused,
         tr("The object store did not accept the upload permission; it may have expired."), again},
        {"signaturedoesnotmatch"_L1, Exact, refused, Refused,
         tr("The object store did not accept the upload permission's signature."), again},
        {"invalidaccesskeyid"_L1, Exact, refused, Refused,
         tr("The object store does not know the key of the upload permission."), again},
        {"securitytoken"_L1, Contains, refused, Refused,
         tr("The upload permission's security token is not valid any more."), again},
        {"invalidpolicydocument"_L1, Exact, refused, Refused,
         tr("The object store could not read the upload permission."), again},
        {"entitytoolarge"_L1, Exact, refused, Refused,
         tr("The code is larger than the upload permission allows."),
         tr("Make the code smaller, then save again.")},
        {"entitytoosmall"_L1, Exact, refused, Refused,
         tr("The code is smaller than the upload permission allows."), QString()},
        {"malformedpostrequest"_L1, Exact, refused, Refused,
         tr("The object store could not read the upload."), again},
        {"nosuchbucket"_L1, Exact, refused, Refused,
         tr("The place the code should be stored in does not exist."), again},
        {"requesttimeout"_L1, Exact, refused, Refused,
         tr("The upload was too slow for the object store."), again},
        {"internalerror"_L1, Exact, refused, Uncertain,
         tr("The object store reports an internal error."), again},
        {"serviceunavailable"_L1, Prefix, refused, Uncertain,
         tr("The object store is not available at the moment."), again},
    };
}

bool fits(const Row &row, const QString &lowerCase)
{
    switch (row.match) {
    case Exact:
        return lowerCase == row.pattern;
    case Prefix:
        return lowerCase.startsWith(row.pattern);
    case Contains:
        break;
    }
    return lowerCase.contains(row.pattern);
}

ErrorMeaning meaning(const Rows &rows, const QString &code)
{
    const QString lowerCase = code.trimmed().toLower();
    for (const Row &row : rows) {
        if (fits(row, lowerCase))
            return {row.code, row.cause, row.message, row.advice, true};
    }
    return {};
}

/// Causes that only the text tells: three spellings of the code for a taken name are in use, and
/// the older generation has one code for everything.
ErrorMeaning meaningOfText(const QString &code, const QString &message)
{
    static const QRegularExpression exists(u"already ?exist"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (code.contains(exists) || message.contains(exists))
        return {ErrorCode::AlreadyExists, Refused, ErrorText::tr("That name is already taken."),
                ErrorText::tr("Choose another name."), true};
    const bool isGeneral = code.compare("EdgeRoutine.GeneralError"_L1, Qt::CaseInsensitive) == 0;
    if (isGeneral && message.contains("upper limit of code revisions"_L1, Qt::CaseInsensitive))
        return meaning(ErrorText::routines(), u"CodeVersionNumberExceedQuotaLimit"_s);
    static const QRegularExpression missing(u"not ?(exist|found)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (isGeneral && message.contains(missing))
        return {ErrorCode::NotFound, Refused, QString(), ErrorText::tr("Refresh and try again."),
                true};
    return {};
}

} // namespace

ErrorMeaning meaningOfServiceCode(const QString &serviceCode, const QString &message)
{
    if (const ErrorMeaning known = meaningOfText(serviceCode, message); known.known)
        return known;
    for (const Rows &rows : {ErrorText::credentials(), ErrorText::routines(), ErrorText::gateway()})
    {
        if (const ErrorMeaning known = meaning(rows, serviceCode); known.known)
            return known;
    }
    return {};
}

ErrorMeaning meaningOfObjectStoreCode(const QString &storeCode)
{
    return meaning(ErrorText::objectStore(), storeCode);
}

} // namespace edgewright
