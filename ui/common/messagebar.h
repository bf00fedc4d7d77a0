// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "common/themeservice.h"

#include <QFrame>
#include <QList>
#include <QPointer>

#include <functional>

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace edgewright {

/// Says next to where it happened what went wrong or what is worth knowing; stays until closed or
/// replaced. Hidden at first. All text is shown literally and announced to screen readers.
class MessageBar final : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Error, Success };
    static constexpr int kMostActions = 2;

    /// \p themes must outlive the bar.
    explicit MessageBar(const ThemeService &themes, QWidget *parent = nullptr);

    /// Where the bar stands ("Versions"), so that the names of its buttons differ from those of
    /// other bars in the window.
    void setPlace(const QString &place);

    /// Buttons below the text, for narrow docks.
    void setCompact(bool compact);

    /// Replaces what is shown, without actions.
    void showMessage(Kind kind, const QString &text);
    /// As a message with message and advice; the facts go to Details.
    void showError(const edgewright::Error &error);
    /// At most kMostActions buttons; the answer is actionTriggered() with the position.
    void setActions(const QStringList &texts);
    /// One button for what is shown now: it goes with the message, and does nothing once \p context
    /// is gone.
    void setAction(const QString &text, const QObject *context, std::function<void()> act);
    /// Hides the bar without closed().
    void clear();

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const QString &text() const { return m_message; }
    /// What Details shows and Copy details copies; empty when there is nothing more to say.
    [[nodiscard]] const QString &details() const { return m_detailsText; }

signals:
    void actionTriggered(int index);
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildLayout();
    void buildButtons();
    void buildDetails();
    void arrange();
    void act(int index);
    void present(Kind kind, const QString &text);
    void toggleDetails(bool open);
    void close();
    void restyle();
    void retranslate();
    [[nodiscard]] QString kindWord() const;

    const ThemeService &m_themes;
    Kind m_kind = Kind::Info;
    QString m_place;
    QString m_message;
    QString m_detailsText;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    bool m_compact = false;
    QGridLayout *m_grid = nullptr;
    QWidget *m_buttonBox = nullptr;
    QList<QPushButton *> m_actions;
    QPointer<const QObject> m_context;
    std::function<void()> m_act; ///< Of setAction().
    QToolButton *m_details = nullptr;
    QToolButton *m_close = nullptr;
    QWidget *m_detailsBox = nullptr;
    QPlainTextEdit *m_detailsView = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace edgewright
