// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/watchboard.h"

#include <QEvent>

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

void WatchBoard::News::append(const QString &more)
{
    QString &last = error && !error->advice.isEmpty() ? error->advice : sentence();
    last = joinSentences(last, more);
}

WatchBoard::WatchBoard(const ShellContext &shell, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_accountId(shell.services.connection().account().id)
{
    m_shell.messages.installEventFilter(this);
    connect(&m_shell.messages, &MessageBar::closed, this, &WatchBoard::onClosed);
    connect(&m_shell.services.connection(), &Connection::changed, this, &WatchBoard::onAccount);
}

bool WatchBoard::eventFilter(QObject *watched, QEvent *event)
{
    // Whoever clears the bar may be about to say something else.
    if (watched == &m_shell.messages && event->type() == QEvent::Hide && m_isWaiting)
        QMetaObject::invokeMethod(this, &WatchBoard::onBarHidden, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void WatchBoard::onBarHidden()
{
    if (!m_isWaiting || !m_shell.messages.isHidden())
        return;
    m_isWaiting = false;
    m_entries.removeIf([routine = m_shell.services.history().routine()](const Entry &entry) {
        return entry.routine != routine;
    });
    if (!m_entries.isEmpty())
        show();
}

void WatchBoard::onClosed()
{
    // What was closed is somebody else's.
    if (m_isWaiting)
        return;
    for (const Entry &entry : std::as_const(m_entries))
        m_closed.insert(entry.watch, gravityOf(entry.news.kind));
    m_entries.clear();
}

void WatchBoard::onAccount()
{
    const QString accountId = m_shell.services.connection().account().id;
    if (std::exchange(m_accountId, accountId) == accountId)
        return;
    m_entries.clear();
    m_closed.clear();
    m_isWaiting = false;
}

bool WatchBoard::drop(const QObject *watch)
{
    return m_entries.removeIf([watch](const Entry &entry) { return entry.watch == watch; }) > 0;
}

void WatchBoard::forget(const QObject *watch)
{
    m_closed.remove(watch);
    if (!drop(watch) || !isOwn())
        return;
    dropOutdated();
    if (m_entries.isEmpty())
        m_shell.messages.clear();
    else
        show();
}

bool WatchBoard::isOwn() const
{
    return !m_shell.messages.isHidden() && m_shell.messages.text() == m_said;
}

bool WatchBoard::isFree(const News &news) const
{
    const MessageBar &bar = m_shell.messages;
    return bar.isHidden() || isOwn() || (news.isOver && bar.kind() == MessageBar::Kind::Success);
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
    const bool isLook = news.canWait && !news.isOver;
    if (isLook && m_closed.value(watch, -1) >= gravityOf(news.kind))
        return;
    m_closed.remove(watch);
    drop(watch);
    dropOutdated();
    m_entries.prepend(
        {.watch = watch, .news = news, .routine = m_shell.services.history().routine()});
    std::ranges::stable_sort(m_entries, std::ranges::greater(),
                             [](const Entry &entry) { return gravityOf(entry.news.kind); });
    m_isWaiting = news.canWait && !isFree(news);
    if (!m_isWaiting)
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
    m_said = m_shell.messages.text();
    offer();
}

void WatchBoard::offer()
{
    const auto offering = std::ranges::find_if(
        m_entries, [](const Entry &entry) { return !entry.news.action.isEmpty(); });
    if (offering == m_entries.end())
        return;
    m_shell.messages.setAction(offering->news.action, this, [this, entry = *offering] {
        takeUp(entry.watch, gravityOf(entry.news.kind));
        entry.news.act();
    });
}

void WatchBoard::takeUp(const QObject *watch, int gravity)
{
    // What is wrong stays so, whatever is done about it, until the watch is forgotten.
    if (gravity >= gravityOf(MessageBar::Kind::Warning)) {
        m_isWaiting = true;
        QMetaObject::invokeMethod(this, &WatchBoard::onBarHidden, Qt::QueuedConnection);
        return;
    }
    // What was taken up is not said again either.
    drop(watch);
    m_closed.insert(watch, gravity);
}

} // namespace edgewright
