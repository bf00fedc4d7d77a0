// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"
#include "cloud/apiclient.h"
#include "cloud/routinetypes.h"

namespace edgewright {

/// A form as it is posted.
struct MultipartForm {
    QByteArray contentType;
    QByteArray body;
};

/// All fields of \p form in their order, then the file: the object store ignores what follows it.
/// The security token gets the name the store knows and is left out when empty.
[[nodiscard]] MultipartForm buildUploadForm(const UploadForm &form, const QByteArray &code,
                                            const QByteArray &boundary);

/// OssPostConfig as both generations answer it: every member but the address becomes a field.
[[nodiscard]] Result<UploadForm> readUploadForm(const QJsonObject &config);

/// What can be known before a byte is sent: field names that fit into a form, an object key that
/// stays inside its folder, a permission that has not run out at \p now.
[[nodiscard]] Result<> checkUploadForm(const UploadForm &form, const QDateTime &now);

/// The end of the upload permission in its base64 policy; invalid when it does not say.
[[nodiscard]] QDateTime policyExpiration(const QByteArray &policyBase64);

/// Nothing when the object store took the file and its callback, if \p form has one, succeeded.
[[nodiscard]] std::optional<ApiFailure> judgeUpload(const UploadForm &form,
                                                    const HttpAnswer &answer);

/// Posts \p code once. Nothing of the account's key goes along: the form carries its own
/// permission.
[[nodiscard]] Reply<> *startUpload(const ApiClient &client, const UploadForm &form,
                                   const QByteArray &code, QObject *owner);

} // namespace edgewright
