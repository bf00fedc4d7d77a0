// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cloud/routinetypes.h"

#include <QStringList>

namespace edgewright {

struct ExportedVersion {
    CodeVersion version;
    QString name; ///< "v12"; empty when it was never named.
};

/// What is known of a routine, for an export.
struct ExportPlan {
    QString routine;
    QString accountName;
    QList<ExportedVersion> versions; ///< Oldest first.
    QList<Deployment> live;
};

struct ExportReport {
    QString path; ///< What was made: a folder or a file.
    qsizetype written = 0;
    QStringList missing;  ///< Names of the versions whose code is not known.
    QStringList untagged; ///< Environments that run a version whose code is not known.
};

/// Puts versions somewhere, oldest first; nothing that was there before is ever replaced. Used by
/// one thread at a time; blocks. What was begun and not finished is taken away at the end of life.
class HistoryWriter {
public:
    HistoryWriter() = default;
    virtual ~HistoryWriter() = default;
    Q_DISABLE_COPY_MOVE(HistoryWriter)

    [[nodiscard]] virtual Result<> begin(const ExportPlan &plan) = 0;
    [[nodiscard]] virtual Result<> add(const ExportedVersion &version, const QByteArray &code) = 0;
    /// The code of \p version is not known: said where the export has a place for it.
    virtual void skip(const ExportedVersion &version) = 0;
    /// The path of what was made.
    [[nodiscard]] virtual Result<QString> finish() = 0;
    /// Takes away what was begun; nothing may be called after it.
    virtual void discard() = 0;
    /// Environments whose version was skipped.
    [[nodiscard]] virtual QStringList untagged() const { return {}; }
};

/// The name of \p version for people: its id when it was never named.
[[nodiscard]] QString exportedName(const ExportedVersion &version);

} // namespace edgewright
