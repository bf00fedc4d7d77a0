// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"
#include "workspace/publication.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <array>
#include <chrono>

namespace edgewright {

/// The bars that stay after publications, under the live strip: what is live now, what it replaced,
/// the way back, and from staging the way on to production. One for each environment, the newest
/// first. They stay for a while, go with the routine on screen and come back with it, and are gone
/// as soon as something else is live there.
class PublishedBar final : public QWidget {
    Q_OBJECT

public:
    static constexpr std::chrono::minutes kLifetime{10};

    explicit PublishedBar(const ShellContext &shell, QWidget *parent = nullptr);

    void add(const Publication &publication);
    /// \p publication, which was added, took an environment back.
    void noteRollback(const Publication &publication);
    /// A sheet lacks height: the bars are away until it goes.
    void makeRoomFor(QWidget *sheet);

signals:
    void rollbackRequested(const edgewright::Publication &publication);
    void undoRequested(const edgewright::Publication &publication);
    /// What is on staging is to go to production.
    void publishRequested(const QString &versionId);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Item {
        Publication publication;
        bool isRollback = false;
        std::chrono::steady_clock::time_point ends;
    };

    /// One bar and what it shows.
    struct Row {
        MessageBar *bar = nullptr;
        Publication publication;
        bool isRollback = false;
        QString shown; ///< To leave it alone.
        qsizetype actions = 0;
    };

    void connectRow(std::size_t row);
    void act(const Row &row, int action);
    void update();
    void show(Row &row, const Item &item);
    void dropOutdated();
    [[nodiscard]] bool isOnScreen(const Item &item) const;
    [[nodiscard]] QString sentence(const Publication &done) const;
    void arrange();
    /// The way back first; empty without one.
    [[nodiscard]] QString wayBack(const Item &item) const;
    /// The version to publish to production; empty: there is nothing to go on with.
    [[nodiscard]] QString wayOn(const Publication &done) const;
    [[nodiscard]] QString textOf(const QString &routine, const QList<VersionShare> &shares) const;

    ShellContext m_shell;
    std::array<Row, 2> m_rows;
    QList<Item> m_items; ///< Newest first, one for each environment of a routine.
    QTimer m_end;
    QPointer<QWidget> m_sheet; ///< That has the room of the bars.
};

} // namespace edgewright
