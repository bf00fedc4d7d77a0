// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"
#include "workspace/publication.h"

#include <QTimer>
#include <QWidget>

#include <chrono>

namespace edgewright {

/// The bar that stays after a publication, under the live strip: what is live now, what it
/// replaced, and the way back. Stays for a while, goes with the routine on screen and comes back
/// with it; is gone as soon as something else is live.
class PublishedBar final : public QWidget {
    Q_OBJECT

public:
    static constexpr std::chrono::minutes kLifetime{10};

    explicit PublishedBar(const ShellContext &shell, QWidget *parent = nullptr);

    void add(const Publication &publication);
    /// \p publication, which was added, took an environment back.
    void noteRollback(const Publication &publication);

signals:
    void rollbackRequested(const edgewright::Publication &publication);
    void undoRequested(const edgewright::Publication &publication);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Item {
        Publication publication;
        bool isRollback = false;
        std::chrono::steady_clock::time_point ends;
    };

    void update();
    void show(const Item &item);
    void dropOutdated();
    [[nodiscard]] const Item *current() const;
    [[nodiscard]] bool isOnScreen(const Item &item) const;
    [[nodiscard]] QString textOf(const QString &routine, const QList<VersionShare> &shares) const;

    ShellContext m_shell;
    MessageBar *m_bar;
    QList<Item> m_items; ///< Newest first, one for each environment of a routine.
    QTimer m_end;
    QString m_shown; ///< What is in the bar, to leave it alone.
};

} // namespace edgewright
