// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/historywriter.h"

#include <QJsonArray>

#include <optional>

namespace edgewright {

/// The table of contents of an exported folder or zip: which file holds which version, and which
/// versions have none. Written as JSON beside the files.
class HistoryManifest final {
public:
    static constexpr QLatin1StringView kFileName{"versions.json"};

    explicit HistoryManifest(const ExportPlan &plan);

    /// An empty \p file: the version's code is not known.
    void add(const ExportedVersion &version, const QString &file, const QByteArray &code = {});
    [[nodiscard]] QByteArray json() const;

    /// What an import needs to know; nothing when \p json is no manifest. Not to be trusted: the
    /// file name may be anything.
    struct Newest {
        QString file;
        QString name;
        QString description;
    };
    [[nodiscard]] static std::optional<Newest> newest(const QByteArray &json);

private:
    ExportPlan m_plan;
    QJsonArray m_versions;
};

/// The file each version of \p plan goes to, by version id: v007.js.
[[nodiscard]] QHash<QString, QString> versionFileNames(const ExportPlan &plan);

} // namespace edgewright
