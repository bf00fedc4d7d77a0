// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/adapter.h"

#include "base/log.h"
#include "cloud/jsonreader.h"
#include "cloud/uploadhost.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

class AdapterText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ServiceAdapter)
};

bool isNewer(const CodeVersion &a, const CodeVersion &b)
{
    if (a.isUnstable != b.isUnstable)
        return b.isUnstable;
    const auto stamp = [](const CodeVersion &version) {
        return version.createdAt.isValid() ? version.createdAt.toMSecsSinceEpoch() : 0;
    };
    return stamp(a) > stamp(b);
}

} // namespace

ClientSettings signedAs(const ServiceConfig &config, ClientSettings settings)
{
    settings.signature = config.signature;
    return settings;
}

Result<UploadForm> withCheckedAddress(const Result<UploadForm> &form, const QJsonObject &config,
                                      const Endpoint &endpoint)
{
    if (!form)
        return form;
    const Result<QUrl> url = checkedUploadUrl(json::text(config, "Url"_L1).trimmed(), endpoint);
    return url ? form : Result<UploadForm>(url.error());
}

Result<> acknowledged(const QJsonObject &content, const QJsonObject &answer)
{
    const QString status = json::text(content, "Status"_L1).trimmed().toLower();
    if (status.isEmpty() || status == "ok"_L1)
        return {};
    return Error{.code = ErrorCode::ServiceFailure,
                 .message = AdapterText::tr("The service failed to carry out the request."),
                 .advice = AdapterText::tr("Try again later."),
                 .detail = u"Status: "_s + forLog(status, 100),
                 .requestId = forLog(json::text(answer, "RequestId"_L1), 100)};
}

void sortNewestFirst(QList<CodeVersion> &versions)
{
    std::ranges::stable_sort(versions, isNewer);
}

} // namespace edgewright
