// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "common/themeservice.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QListView;
class QStackedWidget;
class QToolButton;

namespace edgewright {

class BusyIndicator;
class ElidedLabel;
class EmptyState;
class FilterField;
class MessageBar;
class RoutineListModel;
class RoutineRows;

/// The left dock: whose account, which routines, what each has live. Shows and asks, does nothing
/// itself.
class RoutinesPanel final : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive the panel.
    RoutinesPanel(RoutineListModel &model, const ThemeService &themes, QWidget *parent = nullptr);

    /// An empty \p name: not connected.
    void setAccount(const QString &name, const QString &site, const QString &explanation);
    /// \p quota 0: not known.
    void setQuota(int used, int quota);
    /// \p text names the wait: "Reading routines…".
    void setBusy(bool busy, const QString &text = {});
    void showError(const Error &error);
    void clearError();
    /// Off while nothing can be changed on the service; reading stays possible.
    void setWritable(bool writable, const QString &reason = {});
    /// What may only be read from this computer.
    struct Locks {
        QSet<QString> routines;
        bool isAccountLocked = false;
    };
    void setLocks(const Locks &locks);
    /// Marks the routine that is open in the editor.
    void setCurrentRoutine(const QString &name);
    void focusFilter();

signals:
    void routineActivated(const QString &name);
    void refreshRequested();
    void cancelRequested();
    void createRequested();
    void deleteRequested(const QString &name);
    void accountsRequested();
    /// To be locked, or to be unlocked.
    void lockToggled(const QString &name);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Emptiness { None, NotConnected, NoRoutines, NoMatch, Reading };

    void buildLayout();
    QWidget *buildAccountRow();
    QWidget *buildHeader();
    void buildList();
    void connectModel();
    QToolButton *makeButton(const QString &name);
    void showMenu(const QPoint &position);
    /// Why a routine cannot be changed; empty: it can.
    [[nodiscard]] QString whyNoChange(const QString &name) const;
    void updateEmptiness();
    void answerEmptyState();
    void activate(const QModelIndex &index);
    void restyle();
    void retranslate();

    RoutineListModel &m_model;
    const ThemeService &m_themes;
    RoutineRows *m_rows = nullptr;
    Emptiness m_emptiness = Emptiness::NotConnected;
    QString m_accountName;
    QString m_site;
    QString m_current;
    int m_used = 0;
    int m_quota = 0;
    bool m_busy = false;
    bool m_writable = true;
    QString m_readOnlyReason;
    Locks m_locks;
    QLabel *m_accountIcon = nullptr;
    ElidedLabel *m_account = nullptr;
    ElidedLabel *m_siteLabel = nullptr;
    QToolButton *m_accounts = nullptr;
    QLabel *m_title = nullptr;
    QToolButton *m_refresh = nullptr;
    QToolButton *m_create = nullptr;
    FilterField *m_filter = nullptr;
    MessageBar *m_message = nullptr;
    BusyIndicator *m_busyIndicator = nullptr;
    QStackedWidget *m_stack = nullptr;
    QListView *m_list = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_footer = nullptr;
};

} // namespace edgewright
