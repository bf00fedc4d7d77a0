// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/localhistory.h"

#include <variant>

namespace edgewright {

struct VersionSource {
    QString routine;
    QString versionId;

    [[nodiscard]] bool operator==(const VersionSource &other) const = default;
};

/// Whatever an environment runs when it is looked at.
struct LiveSource {
    QString routine;
    QString environment;

    [[nodiscard]] bool operator==(const LiveSource &other) const = default;
};

/// The version the routine's draft is based on when it is looked at.
struct BaseSource {
    QString routine;

    [[nodiscard]] bool operator==(const BaseSource &other) const = default;
};

struct DraftSource {
    QString routine;

    [[nodiscard]] bool operator==(const DraftSource &other) const = default;
};

struct FileSource {
    QString path;

    [[nodiscard]] bool operator==(const FileSource &other) const = default;
};

/// What the clipboard held when it was chosen.
struct ClipboardSource {
    QByteArray text;

    [[nodiscard]] bool operator==(const ClipboardSource &other) const = default;
};

/// A text that is at hand, such as a draft of an earlier time.
struct TextSource {
    QString routine; ///< Empty: of none.
    QString title;   ///< Foreign.
    QByteArray text;

    [[nodiscard]] bool operator==(const TextSource &other) const = default;
};

/// A moment of the local history of a routine's draft.
struct SnapshotSource {
    QString routine;
    Snapshot snapshot;

    [[nodiscard]] bool operator==(const SnapshotSource &other) const = default;
};

/// A text that can be compared, by what the user calls it.
using CompareSource = std::variant<DraftSource, VersionSource, LiveSource, BaseSource, FileSource,
                                   ClipboardSource, TextSource, SnapshotSource>;

struct SourcePair {
    CompareSource left;
    CompareSource right;

    [[nodiscard]] bool operator==(const SourcePair &other) const = default;
};

/// The routine a text belongs to; empty for files and the clipboard.
[[nodiscard]] inline QString routineOf(const CompareSource &source)
{
    return std::visit(
        [](const auto &one) -> QString {
            if constexpr (requires { one.routine; })
                return one.routine;
            return {};
        },
        source);
}

} // namespace edgewright
