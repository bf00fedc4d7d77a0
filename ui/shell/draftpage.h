// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/draftbase.h"
#include "shell/editorplace.h"
#include "workspace/draftstore.h"
#include "workspace/versionhistory.h"

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <functional>

class QStackedLayout;

namespace edgewright {

class EditorPage;
class EmptyState;
class ThemeService;

/// The draft of one routine in a tab: its editor, the version it is based on, and its copy on the
/// disk, which follows typing by 250 ms at a pause and by a second at most while typing goes on.
class DraftPage final : public QWidget {
    Q_OBJECT

public:
    struct Keepers {
        DraftStore &drafts;
        const ThemeService &themes;
        /// How often what is being typed goes to the local history.
        std::chrono::milliseconds snapshots = std::chrono::minutes(5);
        /// The newest numbered version of the routine, as far as it is known now.
        std::function<QString()> newestVersion = {};
    };

    /// \p keepers must outlive the page.
    DraftPage(QString accountId, QString routine, const Keepers &keepers,
              QWidget *parent = nullptr);
    ~DraftPage() override;

    [[nodiscard]] const QString &accountId() const { return m_accountId; }
    [[nodiscard]] const QString &routine() const { return m_routine; }
    [[nodiscard]] const QString &baseVersionId() const { return m_base.versionId; }
    /// The newest version there was when it took that base; empty: not known.
    [[nodiscard]] const QString &newestVersionId() const { return m_base.newestVersionId; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] QByteArray text() const;
    /// The text differs from the base version's code.
    [[nodiscard]] bool isEdited() const { return m_edited; }
    /// When the text on screen was last safe on the disk; invalid when nothing had to be kept.
    [[nodiscard]] const QDateTime &savedAt() const { return m_savedAt; }
    /// Closing the page loses nothing: its text is on the disk, or is its base version's code.
    [[nodiscard]] bool isKept() const { return m_isKept || !m_edited; }
    /// Why the last attempt to keep the text failed; nothing when it did not.
    [[nodiscard]] const std::optional<Error> &saveError() const { return m_saveError; }
    [[nodiscard]] EditorPage &page() const { return *m_page; }
    [[nodiscard]] EditorPlace place() const; ///< Before something is loaded: where it will be.
    void setPlace(const EditorPlace &place);

    /// Makes a text anew for each language.
    using Wording = std::function<QString()>;

    /// Instead of the editor, until something is loaded.
    void showLoading(const Wording &what);
    void showProblem(const Wording &title, const QString &text);
    void loadDraft(const Draft &draft); ///< What was kept on the disk.
    void loadVersion(const VersionCode &code);
    /// The base version's code arrived after the draft: tells edited from unedited.
    void setBaseCode(const VersionCode &code);
    /// Replaces the text as one undoable edit; the version becomes the base. Edited text goes to
    /// the local history first: when that fails nothing is replaced.
    [[nodiscard]] Result<> takeCode(const VersionCode &code);
    /// Likewise, with a text that \p theirs was merged into.
    [[nodiscard]] Result<> takeMerged(const QByteArray &merged, const VersionCode &theirs);
    /// Likewise; the base stays.
    [[nodiscard]] Result<> takeText(const QByteArray &text);
    /// Likewise, with the base that \p draft had.
    [[nodiscard]] Result<> takeDraft(const Draft &draft);
    /// The base version's code is known and the text is another one.
    [[nodiscard]] bool canDiscard() const { return m_loaded && m_base.isKnown && isChanged(); }
    /// Likewise, with the base version's own code.
    [[nodiscard]] Result<> discard();
    /// Puts edited text into the local history, in the background.
    void note(SnapshotReason reason);
    /// \p saved became the version \p versionId, which is the base from now on.
    void rebase(const QString &versionId, const QByteArray &saved);
    /// Puts the text on the disk now, waiting for it, unless it is known to be there: when asked
    /// for and for the end of the page. isKept() tells whether that worked.
    void flush();
    [[nodiscard]] Draft draft() const;

signals:
    void cancelRequested(); ///< From the page that stands in for the text, like the next.
    void retryRequested();
    void loaded();
    void editedChanged();
    void baseChanged();
    void diskStateChanged(); ///< savedAt() or saveError().
    void keptNoMore();       ///< The text on screen is not on the disk any more.

protected:
    void changeEvent(QEvent *event) override;

private:
    void showPlaceholder();
    [[nodiscard]] DraftBase baseOf(const QString &versionId, const QByteArray &code) const;
    void saveSoon();
    [[nodiscard]] bool isChanged() const { return !m_base.isKnown || text() != m_base.code; }
    /// Puts edited text into the local history unless \p coming is the same text.
    [[nodiscard]] Result<> putAside(const QByteArray &coming, SnapshotReason reason);
    void replaceAll(const QByteArray &text, const DraftBase &base);
    void keep();
    /// Begins an attempt to keep the text; it is done when the text is the base's own code.
    [[nodiscard]] bool forgetUnchanged();
    void noteAttempt(const Result<> &result, const QDateTime &savedAt);
    /// Undoing "use as draft" brings the earlier base back with the earlier text.
    void followUndo();
    void show(const QByteArray &text, const EditorPlace &place);
    void setEdited(bool edited);

    const QString m_accountId;
    const QString m_routine;
    DraftStore &m_drafts;
    std::function<QString()> m_newestVersion;
    QStackedLayout *m_layout;
    EmptyState *m_placeholder;
    Wording m_title;
    QString m_problem;
    EditorPage *m_page;
    QTimer m_pause;
    QTimer m_latest;
    QTimer m_retry;     ///< Of a failed save.
    QTimer m_snapshots; ///< Runs while there is something new to be put into the local history.
    std::optional<EditorPlace> m_wantedPlace; ///< Until something is loaded.
    DraftBase m_base;
    QDateTime m_savedAt;
    std::optional<Error> m_saveError;
    QList<DraftBaseMark> m_bases;
    bool m_loaded = false;
    bool m_edited = false;
    bool m_isKept = true;   ///< The text on screen is known to be on the disk.
    quint64 m_edits = 0;    ///< Counts changes of the text.
    quint64 m_attempts = 0; ///< Counts attempts to keep it: the newest one's answer counts.
    bool m_waiting = false;
};

} // namespace edgewright
