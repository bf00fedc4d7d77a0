// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "common/themeservice.h"
#include "workspace/routinecopyplan.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace edgewright {

class MessageBar;

/// Copies a routine to another account: what is on either side, what will be copied, how far it is,
/// and the domains that have to be pointed at the copy by hand. Shows and asks; does nothing
/// itself.
class CopyRoutineDialog final : public QDialog {
    Q_OBJECT

public:
    struct Subject {
        QString routine;
        QString sourceAccount;
        QString targetAccount;
        QString targetRoutine; ///< Proposed.
    };

    /// What is told of both sides.
    struct Sides {
        CopyPlan plan;
        bool targetExists = false;
        int quota = 0;
        QStringList withoutCode; ///< Names of versions that cannot be copied.
    };

    /// \p themes must outlive the dialog.
    CopyRoutineDialog(const ThemeService &themes, Subject subject, QWidget *parent = nullptr);

    void setSides(const Sides &sides);
    /// \p ticked are those that were dealt with.
    void setDomains(const QStringList &domains, const QStringList &ticked);
    /// Locks what would disturb; \p total 0: no measure.
    void setWorking(const QString &step, int done, int total);
    void setIdle();
    void showError(const Error &error);
    void showSuccess(const QString &text);
    [[nodiscard]] QString targetRoutine() const;

signals:
    /// Another name in the target: both sides have to be looked at anew.
    void nameChosen(const QString &name);
    void copyRequested();
    void stopRequested();
    /// An empty id: nothing on that side.
    void compareRequested(const QString &sourceId, const QString &targetId);
    void domainTicked(const QString &domain, bool done);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildFields();
    void buildLayout();
    void connectParts();
    void fillRows();
    void update();
    /// Never lower than what is in it at its present width.
    void keepRoom();
    void compareCurrent();
    [[nodiscard]] QString summary() const;
    [[nodiscard]] static QString stateText(CopyState state);
    void retranslate();

    const ThemeService &m_themes;
    Subject m_subject;
    Sides m_sides;
    bool m_isKnown = false; ///< Both sides were read.
    bool m_isWorking = false;
    QLabel *m_title = nullptr;
    QLabel *m_accounts = nullptr;
    QLabel *m_nameLabel = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_problem = nullptr;
    QLabel *m_summary = nullptr;
    QTreeWidget *m_rows = nullptr;
    QPushButton *m_compare = nullptr;
    QLabel *m_domainsLabel = nullptr;
    QListWidget *m_domains = nullptr;
    MessageBar *m_message = nullptr;
    QLabel *m_step = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace edgewright
