// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/messagebar.h"
#include "shell/shellcontext.h"

#include <QHash>

namespace edgewright {

/// What watches have to say, in the window's message bar: of several at once all is said, the worst
/// first, and its button is the one offered. What the user closed is not said again unless it got
/// worse, nor what was said while another routine was on screen. What others say there is replaced
/// only by what cannot wait.
class WatchBoard final : public QObject {
    Q_OBJECT

public:
    struct News {
        MessageBar::Kind kind = MessageBar::Kind::Info;
        QString text;
        QString action; ///< Empty: nothing is offered.
        std::function<void()> act;
        std::optional<Error> error = {}; ///< Instead of the text.
        bool isOver =
            false; ///< The watch has ended; when all is well nobody needs to hear it again.
        bool canWait = false; ///< Until nothing of anybody else stands in the bar.

        /// What it says first, of the error where there is one.
        [[nodiscard]] QString &sentence() { return error ? error->message : text; }
        void append(const QString &more);
    };

    explicit WatchBoard(const ShellContext &shell, QObject *parent = nullptr);

    /// In place of what the same \p watch said before.
    void tell(const QObject *watch, const News &news);
    /// It holds no longer.
    void forget(const QObject *watch);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry {
        const QObject *watch = nullptr; ///< Only told apart by it.
        News news;
        QString routine; ///< That was on screen.
    };

    void onClosed();
    void onAccount();
    void onBarHidden();
    bool drop(const QObject *watch);
    void dropOutdated();
    void offer();
    void takeUp(const QObject *watch, int gravity);
    void show();
    [[nodiscard]] bool isOwn() const;
    [[nodiscard]] bool isFree(const News &news) const;

    ShellContext m_shell;
    QString m_accountId;
    QList<Entry> m_entries;
    QHash<const QObject *, int> m_closed; ///< How grave that was which the user closed.
    QString m_said;                       ///< As the bar shows it.
    bool m_isWaiting = false;             ///< For the bar to be free.
};

} // namespace edgewright
