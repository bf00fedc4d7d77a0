// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"

namespace edgewright {

class DraftPage;

/// Opens routines as drafts and brings other texts into them.
class DraftController final : public QObject {
    Q_OBJECT

public:
    explicit DraftController(const ShellContext &shell, QObject *parent = nullptr);

    /// The kept draft if there is one, else the newest version, in a tab of its own.
    void open(const QString &routine);
    /// The version's code replaces the draft on screen as one undoable edit.
    void useAsDraft(const QString &versionId);
    void openFile();
    void exportCode();
    /// Reads the code of the version the draft is based on, so that edited is told from unedited.
    void fetchBase(DraftPage *page);
    /// Says why when it is not.
    [[nodiscard]] bool isReplaced(const Result<> &taken);
    /// How to undo a replacement, for the end of a message.
    [[nodiscard]] static QString wayBack();
    /// Everything typed so far is on the disk when this returns, or the page says why not.
    void flushAll();
    /// Texts that could not be put on the disk.
    [[nodiscard]] QStringList unsafeRoutines() const;

private:
    void load(DraftPage *page);
    /// The kept draft could neither be read nor put aside: nothing may take its place.
    [[nodiscard]] bool holdsUnreadableDraft(const DraftPage &page) const;
    void fillFromHistory();
    /// Without the service, or before it has answered.
    void fillFromArchive(const QString &routine);
    /// \p mayReplace: also when something unedited is shown already.
    void fill(DraftPage *page, bool mayReplace);
    void explainFailure(const Error &error);
    void explainOpenTab(const DraftPage *page);
    void updateTab(DraftPage *page);
    void attach(DraftPage *page);
    void readInto(DraftPage *page, const QString &path);
    void takeVersion(const QString &routine, const VersionCode &code);

    ShellContext m_shell;
    QList<QPointer<DraftPage>> m_remembered; ///< Show the newest version the archive knew.
};

} // namespace edgewright
