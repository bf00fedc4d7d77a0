// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/sheet.h"

class QGridLayout;
class QLineEdit;

namespace edgewright {

/// Takes one environment back to what it ran before: says what goes and what comes, what that
/// changes in the code, and what it does not undo. Asks and shows, does nothing itself.
class RollbackSheet final : public Sheet {
    Q_OBJECT

public:
    struct Context {
        QString routine;
        QString environment; ///< kProduction or kStaging.
        QString liveText;    ///< "v18", or a split; empty: nothing is live.
        QString targetText;  ///< Likewise.
        QString wasLive;     ///< "was live 3 Nov 10:00 – 19 Nov 09:12"; may be empty.
        QString copied;      ///< The versions to be uploaded again first, as text; empty: none.
        QString obstacle;    ///< Why it cannot be done, one sentence; empty: it can.
        bool isUndo = false; ///< Of a rollback.
    };

    RollbackSheet(const ThemeService &themes, QWidget *parent);

    /// Before open(), and while it is open when something moved.
    void setContext(const Context &context);
    /// What goes and comes in the code, in words; empty: being read. Nothing of it can be shown in
    /// full unless \p canShow.
    void setChanges(const QString &text, bool canShow);
    /// Why, for the ledger; may be empty.
    [[nodiscard]] QString reason() const;
    void clearReason();

signals:
    void rollbackRequested();
    void changesRequested();

protected:
    void confirm() override;
    [[nodiscard]] bool enterConfirms() const override;
    [[nodiscard]] QWidget *firstField() const override;
    void restyle() override;
    void retranslate() override;

private:
    void buildContent();
    QLabel *addFact(QGridLayout *grid, QLabel *&name, const QString &objectName);
    QLabel *addNote(const QString &objectName);
    void update();
    void updateNotes();
    [[nodiscard]] bool isProduction() const;

    Context m_context;
    QString m_changesText;
    QLabel *m_wayName = nullptr;
    QLabel *m_way = nullptr;
    QLabel *m_changesName = nullptr;
    QLabel *m_changes = nullptr;
    QPushButton *m_compare = nullptr;
    QLabel *m_copied = nullptr;
    QLabel *m_variables = nullptr;
    QLabel *m_elsewhere = nullptr;
    QLabel *m_reasonName = nullptr;
    QLineEdit *m_reason = nullptr;
};

} // namespace edgewright
