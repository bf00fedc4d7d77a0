// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/sheet.h"

class QGridLayout;
class QLineEdit;
class QRadioButton;

namespace edgewright {

/// Publishes one version to staging or production: says what is live there now and what will be.
/// Staging is chosen first; production is never confirmed by a plain Enter.
class PublishSheet final : public Sheet {
    Q_OBJECT

public:
    /// What one environment runs now.
    struct Live {
        QString text;      ///< "v5 90 % · v6 10 %"; empty: nothing.
        QString since;     ///< "6 d ago"; may be empty.
        QString versionId; ///< To compare with: the version with the largest share.
        bool isSplit = false;
        bool isSame = false; ///< All its traffic goes to the version to be published.
        bool known = true;
    };

    struct Context {
        QString routine;
        QString versionId;
        QString versionName;
        QString description;
        Live staging;
        Live production;
    };

    PublishSheet(const ThemeService &themes, QWidget *parent);

    /// Before open(); chooses staging.
    void setContext(const Context &context);
    /// New facts about what is live, while the sheet is open; keeps the choice.
    void setLive(const Live &staging, const Live &production);
    void chooseEnvironment(const QString &environment);
    [[nodiscard]] QString environment() const;
    [[nodiscard]] const Context &context() const { return m_context; }
    /// Why, for the ledger; may be empty. Stays until another version is to be published.
    [[nodiscard]] QString reason() const;

signals:
    void publishRequested(const QString &environment);
    void environmentChanged(const QString &environment);
    void compareRequested(const QString &fromId, const QString &toId);

protected:
    void confirm() override;
    [[nodiscard]] bool enterConfirms() const override;
    [[nodiscard]] QWidget *firstField() const override;
    void restyle() override;
    void retranslate() override;

private:
    void buildContent();
    void addFact(QGridLayout *grid, QLabel *&name, QLabel *&value, const QString &objectName);
    void addReason(QGridLayout *grid);
    void updateTarget();
    [[nodiscard]] bool isProduction() const;
    [[nodiscard]] const Live &target() const;

    Context m_context;
    QLabel *m_choice = nullptr;
    QRadioButton *m_staging = nullptr;
    QRadioButton *m_production = nullptr;
    QLabel *m_versionName = nullptr;
    QLabel *m_version = nullptr;
    QLabel *m_nowName = nullptr;
    QLabel *m_now = nullptr;
    QLabel *m_afterName = nullptr;
    QLabel *m_after = nullptr;
    QLabel *m_reasonName = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_compare = nullptr;
};

} // namespace edgewright
