// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "common/themeservice.h"
#include "history/versionobstacles.h"

#include <QTimer>
#include <QWidget>

class QKeyEvent;
class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace edgewright {

class BusyIndicator;
class EmptyState;
enum class VersionAct;
class FilterField;
class MessageBar;
class VersionListModel;
class VersionMenu;
class VersionRows;

/// The right dock: the versions of the open routine and what can be done with them. Shows and asks,
/// does nothing itself.
class HistoryPanel final : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive the panel.
    HistoryPanel(VersionListModel &model, const ThemeService &themes, QWidget *parent = nullptr);

    /// Numbered versions and how many the service keeps; \p quota 0: not known.
    void setRoom(int used, int quota);
    /// \p text names the wait: "Reading versions…".
    void setBusy(bool busy, const QString &text = {});
    void showError(const Error &error);
    void clearError();
    /// Off while there is no routine or nothing may be changed; reading stays possible.
    void setWritable(bool writable, const QString &reason = {});
    /// Why nothing may be changed although the service can be asked; empty: it may.
    void setLocked(const QString &reason);
    void selectVersion(const QString &versionId);
    /// Selects the row above or below the current one: -1 newer, 1 older.
    void step(int rows);
    /// In the order of the list, newest first.
    [[nodiscard]] QStringList selectedIds() const;
    /// Asks for the two selected versions, or the one with the draft.
    void compareSelected();
    /// Why there may be nothing to show, such as "Not connected"; empty: there are no versions.
    void setAbsence(const QString &title, const QString &text);
    [[nodiscard]] VersionMenu &menu() const { return *m_menu; }

signals:
    void selectionChanged();
    void versionSelected(const QString &versionId);
    void versionActivated(const QString &versionId);
    void compareRequested(const QString &olderId, const QString &newerId);
    void compareWithDraftRequested(const QString &versionId);
    /// Against the draft, or against the version before: the other way than now.
    void comparisonToggled(const QString &versionId);
    void useAsDraftRequested(const QString &versionId);
    void publishRequested(const QString &versionId);
    void deleteRequested(const QString &versionId);
    void copyIdRequested(const QString &versionId);
    void markRequested(const QString &versionId);
    void starRequested(const QString &versionId);
    void exportRequested(const QString &versionId);
    void refreshRequested();
    void cancelRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    QWidget *buildHeader();
    QWidget *buildButtons();
    void buildMenu();
    void buildList();
    void connectList();
    void connectFilters();
    void reportSelection();
    void updateButtons();
    void updateCompareButton();
    void updateMenu();
    void updateEmptiness();
    void act(VersionAct act);
    [[nodiscard]] QString previousOf(const QModelIndex &index) const;
    [[nodiscard]] bool handleKey(const QKeyEvent &event);
    [[nodiscard]] QModelIndex single() const;
    void restyle();
    void retranslate();

    VersionListModel &m_model;
    const ThemeService &m_themes;
    VersionRows *m_rows = nullptr;
    QTimer m_minute;
    int m_used = 0;
    int m_quota = 0;
    bool m_busy = false;
    Writability m_service;
    QString m_absence; ///< Title and text of the empty list; empty: there are no versions.
    QString m_absenceText;
    QString m_reported;
    QLabel *m_title = nullptr;
    QLabel *m_room = nullptr;
    QToolButton *m_refresh = nullptr;
    FilterField *m_filter = nullptr;
    MessageBar *m_message = nullptr;
    BusyIndicator *m_busyIndicator = nullptr;
    QStackedWidget *m_stack = nullptr;
    QListView *m_list = nullptr;
    EmptyState *m_empty = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_useAsDraft = nullptr;
    QPushButton *m_publish = nullptr;
    QToolButton *m_more = nullptr;
    QToolButton *m_starred = nullptr;
    VersionMenu *m_menu = nullptr;
};

} // namespace edgewright
