// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/draftstore.h"
#include "workspace/versionhistory.h"

#include <QTimer>
#include <QWidget>

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
    };

    /// \p keepers must outlive the page.
    DraftPage(QString accountId, QString routine, const Keepers &keepers,
              QWidget *parent = nullptr);
    ~DraftPage() override;

    [[nodiscard]] const QString &accountId() const { return m_accountId; }
    [[nodiscard]] const QString &routine() const { return m_routine; }
    [[nodiscard]] const QString &baseVersionId() const { return m_base.versionId; }
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

    /// Makes a text anew for each language.
    using Wording = std::function<QString()>;

    /// Instead of the editor, until something is loaded.
    void showLoading(const Wording &what);
    /// \p text stays as it is, like all errors.
    void showProblem(const Wording &title, const QString &text);
    /// What was kept on the disk. \p base: its base version's code when it is known.
    void loadDraft(const Draft &draft);
    void loadVersion(const VersionCode &code);
    /// For a routine that has no version yet.
    void loadTemplate(const QByteArray &text);
    /// The base version's code arrived after the draft: tells edited from unedited.
    void setBaseCode(const VersionCode &code);
    /// Replaces the text as one undoable edit; the version becomes the base. Edited text goes to
    /// the shelf first: when that fails nothing is replaced.
    [[nodiscard]] Result<> takeCode(const VersionCode &code);
    /// Likewise; the base stays.
    [[nodiscard]] Result<> takeText(const QByteArray &text);
    /// Likewise, with the base that \p draft had.
    [[nodiscard]] Result<> takeDraft(const Draft &draft);
    /// \p saved became the version \p versionId, which is the base from now on.
    void rebase(const QString &versionId, const QByteArray &saved);
    /// Puts the text on the disk now, waiting for it, unless it is known to be there: when asked
    /// for and for the end of the page. isKept() tells whether that worked.
    void flush();
    void saveSoon();

signals:
    /// From the page that stands in for the text.
    void cancelRequested();
    void retryRequested();
    void loaded();
    void editedChanged();
    void baseChanged();
    /// savedAt() or saveError() changed.
    void diskStateChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Base {
        QString versionId;
        QByteArray code;
        bool isKnown = false; ///< The code was read.
    };

    /// A text the draft had when another version was its base.
    struct BaseMark {
        QByteArray text;
        Base base;
    };

    void showPlaceholder();
    /// Puts the text aside unless \p coming or the base is the same.
    [[nodiscard]] Result<> shelve(const QByteArray &coming);
    void replaceAll(const QByteArray &text, const Base &base);
    void keep();
    /// Begins an attempt to keep the text; it is done when the text is the base's own code.
    [[nodiscard]] bool forgetUnchanged();
    void noteAttempt(const Result<> &result, const QDateTime &savedAt);
    /// Undoing "use as draft" brings the earlier base back with the earlier text.
    void followUndo();
    void show(const QByteArray &text, qint64 caret);
    void setEdited(bool edited);
    [[nodiscard]] Draft draft() const;

    const QString m_accountId;
    const QString m_routine;
    DraftStore &m_drafts;
    QStackedLayout *m_layout;
    EmptyState *m_placeholder;
    Wording m_title;
    QString m_problem;
    EditorPage *m_page;
    QTimer m_pause;
    QTimer m_latest;
    Base m_base;
    QDateTime m_savedAt;
    std::optional<Error> m_saveError;
    QList<BaseMark> m_bases;
    bool m_loaded = false;
    bool m_edited = false;
    bool m_isKept = true;   ///< The text on screen is known to be on the disk.
    quint64 m_edits = 0;    ///< Counts changes of the text.
    quint64 m_attempts = 0; ///< Counts attempts to keep it: the newest one's answer counts.
    bool m_waiting = false;
};

} // namespace edgewright
