// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"
#include "history/ledgerwords.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace edgewright {

class EmptyState;
class FilterField;
class LedgerModel;
class LedgerRows;
class LiveQuestion;
class MessageBar;

/// The page of the bottom panel that shows what was done and seen, newest first, and answers what
/// was live at a moment. Shows and asks, does nothing itself.
class LedgerPanel final : public QWidget {
    Q_OBJECT

public:
    /// All of them must outlive the panel.
    LedgerPanel(LedgerModel &model, const ThemeService &themes, VersionNaming name,
                QWidget *parent = nullptr);

    /// The account in use and the routine on screen; either may be empty.
    void setSubject(const RoutineKey &subject);
    [[nodiscard]] bool showsAllRoutines() const;
    void showAllRoutines(bool all);
    void showEntry(qint64 id);
    [[nodiscard]] LiveQuestion &question() { return *m_question; }
    /// What happens from now on is not written down.
    void showError(const Error &error);
    /// Names of versions are known by now.
    void retell();

signals:
    void compareRequested(const QString &routine, const QString &olderId, const QString &newerId);
    void versionRequested(const QString &routine, const QString &versionId);
    /// To what that environment of the routine on screen ran after an entry.
    void rollbackRequested(const QString &environment,
                           const QList<edgewright::VersionShare> &shares);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildList();
    void buildLayout();
    void connectParts();
    void applyFilter();
    /// "This routine" is chosen and there is none.
    [[nodiscard]] bool lacksRoutine() const;
    void update();
    void updateEmptiness();
    void openCurrent();
    void editReason();
    void rollBack();
    [[nodiscard]] bool canRollBack() const;
    [[nodiscard]] QModelIndex current() const;
    void retranslate();

    LedgerModel &m_model;
    const ThemeService &m_themes;
    LedgerRows *m_rows;
    RoutineKey m_subject;
    QLabel *m_scopeName;
    QComboBox *m_scope;
    FilterField *m_filter;
    QPushButton *m_compare;
    QPushButton *m_rollBack;
    QPushButton *m_reason;
    MessageBar *m_message;
    QStackedWidget *m_stack;
    QTreeView *m_list;
    EmptyState *m_empty;
    LiveQuestion *m_question;
};

} // namespace edgewright
