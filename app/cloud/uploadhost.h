// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cloud/endpoint.h"

#include <QUrl>

namespace edgewright {

/// Where code may be uploaded to. The address comes in an answer, so it is checked as if an
/// attacker had written it: only a bucket host of the object store, over HTTPS (an http:// one is
/// upgraded), or a loopback address over HTTP when \p apiEndpoint is one too.
/// ErrorCode::UploadRefused otherwise.
[[nodiscard]] Result<QUrl> checkedUploadUrl(const QUrl &url, const Endpoint &apiEndpoint);

/// The same from the text in the answer, which may hold what QUrl would silently repair.
[[nodiscard]] Result<QUrl> checkedUploadUrl(const QString &text, const Endpoint &apiEndpoint);

} // namespace edgewright
