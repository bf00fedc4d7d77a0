// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/draftstore.h"

#include <mutex>

namespace edgewright {

/// The bytes of a draft's file: one line of JSON, then the text as it is.
[[nodiscard]] QByteArray serializeDraft(const Draft &draft);
/// ErrorCode::Storage when anything about \p content is not as serializeDraft() wrote it.
[[nodiscard]] Result<Draft> parseDraft(const QByteArray &content);
/// Room for the line of JSON.
inline constexpr qint64 kDraftHeaderLimit = 64'000;

/// Writes and removes draft files so that an older text never replaces a newer one, whichever
/// thread comes last. Any thread.
class DraftFiles final {
public:
    /// Writes \p draft unless a write or removal with a higher \p number was done before.
    [[nodiscard]] Result<> write(const QString &file, quint64 number, const Draft &draft);
    [[nodiscard]] Result<> remove(const QString &file, quint64 number);

private:
    // The last save of a closing program must not be overtaken by one already on the thread pool.
    std::mutex m_mutex;
    QHash<QString, quint64> m_done; ///< By file, the highest number written or removed.
};

} // namespace edgewright
