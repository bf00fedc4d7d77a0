// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/credentials.h"
#include "cloud/endpoint.h"
#include "common/themeservice.h"

#include <QList>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace edgewright {

/// The fields of an access key and its site. A key file pasted into the first field fills them all.
/// Keeps nothing beyond its fields; wipe() empties them.
class KeyForm final : public QWidget {
    Q_OBJECT

public:
    /// \p themes must outlive the form.
    explicit KeyForm(const ThemeService &themes, QWidget *parent = nullptr);

    [[nodiscard]] Credentials credentials() const;
    /// Invalid: to be found by asking. Fails for a custom endpoint that is none.
    [[nodiscard]] Result<Endpoint> endpoint() const;
    /// What still has to be filled in or put right, translated; empty when nothing.
    [[nodiscard]] QString missing() const;
    void wipe();
    void focusFirst();

signals:
    void changed();
    /// Enter in one of the fields.
    void submitted();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Site { Automatic, Hangzhou, Singapore, Custom };

    struct KeyField {
        QLineEdit *field;
        QLabel *label; ///< Below the field: what is wrong with it.
    };

    QLineEdit *addKeyField(QFormLayout *form, QLabel *&label, const QString &name);
    QLineEdit *addField(QFormLayout *form, QLabel *&label, const QString &name);
    void buildLayout();
    [[nodiscard]] static QString problemOf(const QString &text);
    void noteChange();
    void splitPasted();
    void revealSecret(bool reveal);
    void updateSite();
    void restyle();
    void retranslate();

    const ThemeService &m_themes;
    QLabel *m_idLabel = nullptr;
    QLabel *m_secretLabel = nullptr;
    QLabel *m_tokenLabel = nullptr;
    QLabel *m_siteLabel = nullptr;
    QLabel *m_hostLabel = nullptr;
    QLineEdit *m_id = nullptr;
    QLineEdit *m_secret = nullptr;
    QLineEdit *m_token = nullptr;
    QComboBox *m_site = nullptr;
    QLineEdit *m_host = nullptr;
    QAction *m_reveal = nullptr;
    QList<KeyField> m_problems;
};

} // namespace edgewright
