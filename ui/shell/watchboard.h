// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/messagebar.h"
#include "shell/shellcontext.h"

namespace edgewright {

/// What watches have to say, in the window's message bar: of several at once all is said, the worst
/// first, and its button is the one offered. What the user closed is not said again, nor what was
/// said while another routine was on screen.
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
    };

    explicit WatchBoard(const ShellContext &shell, QObject *parent = nullptr);

    /// In place of what the same \p watch said before.
    void tell(const QObject *watch, const News &news);
    /// It holds no longer.
    void forget(const QObject *watch);

private:
    struct Entry {
        const QObject *watch = nullptr; ///< Only told apart by it.
        News news;
        QString routine; ///< That was on screen.
    };

    void dropOutdated();
    void show();

    ShellContext m_shell;
    QList<Entry> m_entries;
};

} // namespace edgewright
