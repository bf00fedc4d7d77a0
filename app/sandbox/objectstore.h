// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/httpmessage.h"
#include "sandbox/multipart.h"
#include "sandbox/settings.h"
#include "sandbox/store.h"
#include "sandbox/uploadform.h"
#include "sandbox/uploadpolicy.h"

#include <QDateTime>

namespace edgewright::sandbox {

/// The object store's PostObject: checks a form against its signed policy, keeps the file, and
/// plays both sides of the callback that makes an upload known to the routine service.
class ObjectStore final {
public:
    ObjectStore(Store &store, const Settings &settings);

    /// \p callbackFails: the file is kept, but the routine service is not told (status 203).
    [[nodiscard]] HttpAnswer post(const HttpRequest &request, const QDateTime &now,
                                  bool callbackFails);

private:
    [[nodiscard]] std::optional<StoreFailure> check(const MultipartForm &form,
                                                    const QDateTime &now) const;
    [[nodiscard]] std::optional<StoreFailure>
    keep(const MultipartForm &form, const UploadTarget &target, const QDateTime &now);
    [[nodiscard]] HttpAnswer success(const MultipartForm &form) const;
    [[nodiscard]] HttpAnswer refusal(const StoreFailure &failure) const;

    Store &m_store;
    const Settings &m_settings;
};

} // namespace edgewright::sandbox
