// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPointer>
#include <QWidget>

class QStackedWidget;
class QTabWidget;

namespace edgewright {

class CodeEditor;
class CompareView;
class DraftPage;
class EditorPage;
class ThemeService;
class VersionPage;

/// The middle of the window: a tab for each draft, one for the version being read, one for each
/// comparison; or a start page while there is nothing to show. Holds pages, decides nothing.
class DocumentArea final : public QWidget {
    Q_OBJECT

public:
    /// \p themes must outlive the area.
    explicit DocumentArea(const ThemeService &themes, QWidget *parent = nullptr);

    /// Shown while no tab is open; owned by the area from now on.
    void setStartPage(QWidget *page);

    /// In the order of the tabs.
    [[nodiscard]] QList<QWidget *> pages() const;
    /// Brings the tabs of \p pages into that order, before all others.
    void arrange(const QList<QWidget *> &pages);
    [[nodiscard]] QList<DraftPage *> drafts() const;
    [[nodiscard]] DraftPage *draftOf(const QString &accountId, const QString &routine) const;
    [[nodiscard]] DraftPage *currentDraft() const;
    /// The editor with the text on screen; null while a comparison or the start page is shown.
    [[nodiscard]] EditorPage *currentEditorPage() const;
    [[nodiscard]] QWidget *currentPage() const;
    /// The routine the page on screen belongs to; empty for files and the start page.
    [[nodiscard]] QString currentRoutine() const;
    [[nodiscard]] bool isOpen(QWidget *page) const;
    /// The tab of the version being read, when it is open.
    [[nodiscard]] VersionPage *openVersionPage() const;
    /// Whose versions a comparison shows; empty for files.
    void setCompareRoutine(CompareView *view, const QString &routine);

    /// The page belongs to the area from now on.
    void addDraft(DraftPage *page);
    /// The tab of the version being read; made when first needed.
    [[nodiscard]] VersionPage &versionPage();
    /// Another tab, behind the one on screen unless it is the first; its view goes with it.
    [[nodiscard]] CompareView &addCompareView();
    /// The comparison on screen, or the last one that was; null while none is open.
    [[nodiscard]] CompareView *compareView() const;
    /// Whose versions that one shows; empty for files.
    [[nodiscard]] QString compareRoutine() const;
    [[nodiscard]] bool isComparing() const;
    void show(QWidget *page);
    /// A page of somebody else's, such as a merge; it stays its owner's when the tab goes.
    struct GuestPage {
        QWidget *page = nullptr;
        EditorPage *editor = nullptr; ///< Where its text is; may be hidden at times.
        QString routine;              ///< Whose it is.
    };
    void showPage(const GuestPage &guest);
    /// A draft's text stays on the disk when its tab goes.
    void close(QWidget *page);
    /// What can be closed; currentChanged() follows once.
    void closeAll();
    void setTabText(QWidget *page, const QString &text, const QString &toolTip);

    /// Editors follow the theme by themselves.
    void applyTheme();
    void setWordWrap(bool on);
    void setWhitespaceVisible(bool on);
    void setZoom(int steps);

signals:
    void currentChanged();
    void draftAdded(edgewright::DraftPage *page);
    /// The order of the tabs is another one.
    void tabsMoved();
    /// Its text could not be put on the disk.
    void closeRefused(edgewright::DraftPage *page);
    /// What tabs were told to say is in another language.
    void languageChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void prepare(CodeEditor &editor);
    void retranslate();
    void moveFocusProxy();
    void addCloseButton(int index);
    void nameCloseButton(int index, const QString &tab);
    /// False when the tab has to stay.
    bool remove(QWidget *page);
    [[nodiscard]] QList<EditorPage *> editorPages() const;
    [[nodiscard]] QList<CompareView *> compareViews() const;
    /// The guest on screen; null: none.
    [[nodiscard]] const GuestPage *currentGuest() const;

    const ThemeService &m_themes;
    QStackedWidget *m_stack;
    QTabWidget *m_tabs;
    VersionPage *m_versionPage = nullptr;
    QHash<const QWidget *, QString> m_compared; ///< The routine of each open comparison.
    QPointer<CompareView> m_lastCompared;
    QList<GuestPage> m_guests;
    QPointer<DraftPage> m_lastDraft; ///< Where closing a version or comparison leads back to.
    bool m_wordWrap = false;
    bool m_whitespace = false;
    int m_zoom = 0;
};

} // namespace edgewright
