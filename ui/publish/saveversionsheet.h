// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/sheet.h"

class QLineEdit;

namespace edgewright {

class VariablesField;

/// Asks for a description and saves the draft as a version: says how large it is, which slot it
/// takes, and when there is nothing new to save.
class SaveVersionSheet final : public Sheet {
    Q_OBJECT

public:
    static constexpr int kLongestDescription = 200;

    struct Context {
        QString routine;
        QString description; ///< Proposed; selected so that typing replaces it.
        qint64 size = 0;     ///< Bytes.
        int used = 0;
        int quota = 0;            ///< 0: not known.
        QString sameAsName;       ///< "v7" when that version has the same bytes.
        bool willPublish = false; ///< Saving is only the first half of what was asked for.
    };

    SaveVersionSheet(const ThemeService &themes, QWidget *parent);

    /// Before open().
    void setContext(const Context &context);
    /// What is deleted from the service first ("v3"), and why nothing can be saved as it is.
    void setRoom(const QStringList &dropped, const QString &obstacle);
    /// A version with the same bytes became known: "v7"; empty: there is none.
    void setSameAs(const QString &name);
    /// The names of the routine's variables; asks whose the version is to carry when there are any.
    void setVariables(const QStringList &production, const QStringList &staging);
    /// Before it is asked; an environment, or empty: nobody's.
    void chooseVariables(const QString &environment);
    [[nodiscard]] QString variablesOf() const;
    /// Nothing runs any more: the user has to decide something.
    void setWaiting() { setIdle(); }
    /// Back to the empty sheet.
    void reset();
    /// Puts a description into the field, selected so that typing replaces it; does nothing once
    /// something was typed.
    void propose(const QString &description);
    [[nodiscard]] QString description() const;

signals:
    void saveRequested(const QString &description);
    /// There is nothing new: base the draft on the version that has these bytes.
    void useExistingRequested();
    /// Likewise, and publish it.
    void publishExistingRequested();
    void variablesChosen();

protected:
    void confirm() override;
    /// What is there already is not saved.
    [[nodiscard]] bool confirmRepeats() const override { return m_context.sameAsName.isEmpty(); }
    /// What is deleted is not deleted by the way.
    [[nodiscard]] bool enterConfirms() const override;
    [[nodiscard]] QWidget *firstField() const override;
    void restyle() override;
    void retranslate() override;

private:
    void buildContent();
    void buildVariables();
    void buildHint();
    void updateCounter();
    void updateFacts();
    void updateHint();
    void updateButton();

    Context m_context;
    QStringList m_dropped;
    QString m_obstacle;
    bool m_isTouched = false; ///< The description was typed in.
    bool m_areVariablesAsked = false;
    QLabel *m_label = nullptr;
    QLineEdit *m_description = nullptr;
    QLabel *m_counter = nullptr;
    QLabel *m_facts = nullptr;
    VariablesField *m_variables = nullptr;
    QWidget *m_hintBox = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_publishExisting = nullptr;
    QPushButton *m_saveAgain = nullptr; ///< What the variables hold may be new all the same.
};

} // namespace edgewright
