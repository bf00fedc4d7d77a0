// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/compareside.h"
#include "shell/comparesource.h"
#include "shell/shellcontext.h"

namespace edgewright {

/// Names and reads the texts of comparisons. Text that is missing or is no code comes with a note
/// instead of an error; an error means that reading may work another time. GUI thread.
class CompareSources final : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 kLargestText = 8'000'000;  ///< Of the clipboard, in bytes.
    static constexpr qint64 kLargestFile = 64'000'000; ///< The user's own, so larger than code.

    explicit CompareSources(const ShellContext &shell, QObject *parent = nullptr);

    /// The titles name the routine where the two are of different ones.
    [[nodiscard]] Reply<CompareSide> *read(const CompareSource &source, bool withRoutine);
    /// What read() would answer, when that needs no waiting.
    [[nodiscard]] std::optional<CompareSide> known(const CompareSource &source,
                                                   bool withRoutine) const;
    /// False while what stands behind it is still being found out: it may seem to be nothing.
    [[nodiscard]] bool isSettled(const CompareSource &source) const;
    /// Reads once more what a title is made of.
    [[nodiscard]] QString title(const CompareSource &source, bool withRoutine) const;
    /// "v12", "Draft", "Production".
    [[nodiscard]] QString shortName(const CompareSource &source) const;
    /// The version that stands behind a source now; empty when none does.
    [[nodiscard]] QString versionId(const CompareSource &source) const;

    /// What is known of the versions of any routine, newest first, once the service was asked.
    [[nodiscard]] Reply<QList<CodeVersion>> *versions(const QString &routine);
    [[nodiscard]] QString nameOf(const QString &routine, const QString &versionId) const;
    /// What the draft of a routine once was, newest first.
    [[nodiscard]] Reply<QList<Snapshot>> *snapshots(const QString &routine);
    [[nodiscard]] QString accountId() const;

private:
    [[nodiscard]] Reply<CompareSide> *readVersion(const CompareSource &source, bool withRoutine);
    [[nodiscard]] Reply<CompareSide> *readDraft(const QString &routine, const QString &title);
    [[nodiscard]] Reply<CompareSide> *readSnapshot(const Snapshot &snapshot, const QString &title);
    [[nodiscard]] Reply<CompareSide> *readFile(const FileSource &file);
    [[nodiscard]] CompareSide sideOf(const VersionCode &code, const QString &title) const;
    /// " (70 %)" where an environment runs more than one version.
    [[nodiscard]] QString shareOf(const CompareSource &source) const;
    [[nodiscard]] QString missing(const CompareSource &source) const;
    [[nodiscard]] QString describe(const QString &routine, const QString &versionId) const;

    ShellContext m_shell;
};

/// A file or clipboard text as it can be shown: UTF-16 becomes UTF-8, and what was done or is wrong
/// is said.
[[nodiscard]] CompareSide judgedSide(const QString &title, const QByteArray &bytes);

} // namespace edgewright
