// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "common/themeservice.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace edgewright {

class BusyIndicator;
class EmptyState;
class FilterField;
class MessageBar;
class VersionListModel;
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
    void selectVersion(const QString &versionId);
    /// Selects the row above or below the current one: -1 newer, 1 older.
    void step(int rows);
    /// In the order of the list, newest first.
    [[nodiscard]] QStringList selectedIds() const;
    /// Asks for the two selected versions, or the one with the draft.
    void compareSelected();

signals:
    void selectionChanged();
    void versionSelected(const QString &versionId);
    void versionActivated(const QString &versionId);
    void compareRequested(const QString &olderId, const QString &newerId);
    void compareWithDraftRequested(const QString &versionId);
    void useAsDraftRequested(const QString &versionId);
    void publishRequested(const QString &versionId);
    void deleteRequested(const QString &versionId);
    void copyIdRequested(const QString &versionId);
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
    void reportSelection();
    void updateButtons();
    void updateMenu();
    void updateEmptiness();
    [[nodiscard]] QModelIndex single() const;
    [[nodiscard]] QString whyNotDelete(const QModelIndex &index) const;
    [[nodiscard]] QString whyNotPublish(const QModelIndex &index) const;
    void restyle();
    void retranslate();

    VersionListModel &m_model;
    const ThemeService &m_themes;
    VersionRows *m_rows = nullptr;
    QTimer m_minute;
    int m_used = 0;
    int m_quota = 0;
    bool m_busy = false;
    bool m_writable = true;
    QString m_readOnlyReason;
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
    QMenu *m_menu = nullptr;
    QAction *m_open = nullptr;
    QAction *m_copyId = nullptr;
    QAction *m_delete = nullptr;
};

} // namespace edgewright
