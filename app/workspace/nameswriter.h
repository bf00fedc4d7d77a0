// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHash>
#include <QMutex>
#include <QThreadPool>

#include <optional>

namespace edgewright {

/// Writes small files durably and one after the other, beside the GUI thread. Of several contents
/// for one file only the newest has to get there. What waits is written before it is destroyed.
/// Any thread.
class NamesWriter final {
public:
    NamesWriter();
    ~NamesWriter();
    Q_DISABLE_COPY_MOVE(NamesWriter)

    /// Makes the folder, too.
    void write(const QString &file, const QByteArray &content);
    /// Why the newest content is not in \p file; nothing while it waits, and when it is.
    [[nodiscard]] std::optional<Error> failure(const QString &file) const;
    /// Blocks until nothing waits.
    void flush();

private:
    void work();

    mutable QMutex m_mutex;
    QHash<QString, QByteArray> m_waiting;
    QHash<QString, Error> m_failures;
    bool m_isAtWork = false;
    QThreadPool m_pool;
};

} // namespace edgewright
