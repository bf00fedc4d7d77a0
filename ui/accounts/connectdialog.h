// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "common/themeservice.h"
#include "identity/servicechoice.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace edgewright {

class BusyIndicator;
class CommandButton;
class KeyForm;
class MessageBar;
class ServiceChooser;

/// Offers the accounts found on this computer and asks for a key. Keeps what was typed only until
/// it closes. Show it with open(); it stays until the caller accepts it, so that a failure appears
/// beside the fields.
class ConnectDialog final : public QDialog {
    Q_OBJECT

public:
    /// \p themes must outlive the dialog.
    explicit ConnectDialog(const ThemeService &themes, QWidget *parent = nullptr);

    /// What the account is wanted for, when it is not to become the one in use.
    void setPurpose(const QString &title);
    void setOffers(const QList<AccountOffer> &offers);
    /// What the account of last time was used with.
    void setService(const ServiceChoice &choice);
    [[nodiscard]] ServiceChoice service() const;
    /// "Asking Hangzhou…": locks the fields, Cancel stops the attempt.
    void setProgress(const QString &text);
    /// Unlocks the fields without a message.
    void setIdle();
    void showError(const Error &error);
    [[nodiscard]] bool isBusy() const { return m_busy; }

    void done(int result) override;

signals:
    /// The account is used as service() says.
    void connectRequested(const edgewright::Account &account,
                          const edgewright::Credentials &credentials);
    /// Position in the list given to setOffers(); service() is the caller's business.
    void offerChosen(int index);
    /// Stop the attempt that is running.
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildLayout();
    QWidget *buildContent();
    QWidget *buildOffers();
    QWidget *buildForm();
    void fillOffers();
    /// Grows with what is in it up to the height of the screen; the offers and fields scroll then.
    void fit();
    void submit();
    void cancel();
    void setBusy(bool busy);
    void updateConnect();
    void retranslate();

    const ThemeService &m_themes;
    QList<AccountOffer> m_offers;
    QList<CommandButton *> m_offerButtons;
    bool m_busy = false;
    QString m_purpose; ///< Empty: to be used.
    QLabel *m_title = nullptr;
    QWidget *m_content = nullptr;
    QScrollArea *m_contentArea = nullptr;
    ServiceChooser *m_service = nullptr;
    QWidget *m_offerSection = nullptr;
    QLabel *m_offersTitle = nullptr;
    QScrollArea *m_offerArea = nullptr;
    QVBoxLayout *m_offerLayout = nullptr;
    QLabel *m_formTitle = nullptr;
    KeyForm *m_form = nullptr;
    QLabel *m_promise = nullptr;
    MessageBar *m_message = nullptr;
    BusyIndicator *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_connect = nullptr;
};

} // namespace edgewright
