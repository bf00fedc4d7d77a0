// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/watchboard.h"

#include <algorithm>

namespace edgewright {

namespace {

int gravityOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Error:
        return 3;
    case MessageBar::Kind::Warning:
        return 2;
    case MessageBar::Kind::Info:
        return 1;
    case MessageBar::Kind::Success:
        break;
    }
    return 0;
}

QString textOf(const WatchBoard::News &news)
{
    return news.error ? news.error->text() : news.text;
}

} // namespace

WatchBoard::WatchBoard(const ShellContext &shell, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
{
    connect(&m_shell.messages, &MessageBar::closed, this, [this] { m_entries.clear(); });
    connect(&m_shell.services.connection(), &Connection::aboutToChange, this,
            [this] { m_entries.clear(); });
}

void WatchBoard::forget(const QObject *watch)
{
    m_entries.removeIf([watch](const Entry &entry) { return entry.watch == watch; });
}

void WatchBoard::dropOutdated()
{
    const QString routine = m_shell.services.history().routine();
    m_entries.removeIf([&routine](const Entry &entry) {
        const bool isGood = gravityOf(entry.news.kind) < gravityOf(MessageBar::Kind::Warning);
        return entry.routine != routine || (entry.news.isOver && isGood);
    });
}

void WatchBoard::tell(const QObject *watch, const News &news)
{
    forget(watch);
    dropOutdated();
    m_entries.prepend(
        {.watch = watch, .news = news, .routine = m_shell.services.history().routine()});
    std::ranges::stable_sort(m_entries, std::ranges::greater(),
                             [](const Entry &entry) { return gravityOf(entry.news.kind); });
    show();
}

void WatchBoard::show()
{
    const News worst = m_entries.constFirst().news;
    QString text;
    for (const Entry &entry : std::as_const(m_entries))
        text = text.isEmpty() ? textOf(entry.news) : joinSentences(text, textOf(entry.news));
    if (worst.error && m_entries.size() == 1)
        m_shell.messages.showError(*worst.error);
    else
        m_shell.messages.showMessage(worst.kind, text);
    const auto offering = std::ranges::find_if(
        m_entries, [](const Entry &entry) { return !entry.news.action.isEmpty(); });
    if (offering == m_entries.end())
        return;
    // What was taken up is not said again either.
    m_shell.messages.setAction(offering->news.action, this,
                               [this, watch = offering->watch, act = offering->news.act] {
                                   forget(watch);
                                   act();
                               });
}

} // namespace edgewright
