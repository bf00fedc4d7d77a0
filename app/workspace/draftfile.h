// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workspace/draft.h"

#include <QHash>

#include <mutex>

namespace edgewright {

/// Room for the line of JSON.
inline constexpr qint64 kDraftHeaderLimit = 64'000;

struct DraftHeader {
    Draft draft; ///< Without its text.
    qint64 size = -1;
    QString digest;
    QString reason; ///< Why it went to the local history; empty for a draft.
};

/// The bytes of a draft's file: one line of JSON, then the text as it is.
[[nodiscard]] QByteArray serializeDraft(const Draft &draft, const QString &reason = {});
/// ErrorCode::Storage when anything about \p content is not as serializeDraft() wrote it.
[[nodiscard]] Result<Draft> parseDraft(const QByteArray &content);
/// The line of JSON alone.
[[nodiscard]] Result<DraftHeader> parseDraftHeader(const QByteArray &line);
[[nodiscard]] Error draftTooLarge(qint64 size);

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
