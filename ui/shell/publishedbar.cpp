// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/publishedbar.h"

#include "archive/ledgertypes.h"
#include "common/messagebar.h"
#include "shell/documentarea.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

using Clock = std::chrono::steady_clock;

bool isSamePlace(const Publication &a, const Publication &b)
{
    return a.accountId == b.accountId && a.routine == b.routine && a.environment == b.environment;
}

} // namespace

PublishedBar::PublishedBar(const ShellContext &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_bar(new MessageBar(shell.themes, this))
{
    setObjectName(u"publishedBar"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_bar);
    setVisible(false);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &PublishedBar::update);
    connect(m_bar, &MessageBar::closed, this, [this] {
        m_items.removeIf([this](const Item &item) { return isOnScreen(item); });
        update();
    });
    connect(m_bar, &MessageBar::actionTriggered, this, [this] {
        if (const Item *item = current()) {
            const Publication publication = item->publication;
            item->isRollback ? emit undoRequested(publication)
                             : emit rollbackRequested(publication);
        }
    });
    // The routine on screen is set by others that hear of the same.
    connect(&m_shell.documents, &DocumentArea::currentChanged, this, &PublishedBar::update,
            Qt::QueuedConnection);
    connect(&m_shell.services.connection(), &Connection::changed, this, &PublishedBar::update);
    connect(&m_shell.services.history(), &VersionHistory::refreshed, this, &PublishedBar::update);
    connect(&m_shell.services.history(), &VersionHistory::versionsKnown, this,
            &PublishedBar::update);
    connect(&m_shell.services.catalog(), &RoutineCatalog::routineChanged, this,
            &PublishedBar::update);
}

void PublishedBar::add(const Publication &publication)
{
    m_items.removeIf([&](const Item &item) { return isSamePlace(item.publication, publication); });
    m_items.prepend({.publication = publication, .ends = Clock::now() + kLifetime});
    update();
}

void PublishedBar::noteRollback(const Publication &publication)
{
    for (Item &item : m_items)
        item.isRollback = item.isRollback || isSamePlace(item.publication, publication);
    update();
}

bool PublishedBar::isOnScreen(const Item &item) const
{
    return item.publication.accountId == m_shell.services.connection().account().id
           && item.publication.routine == m_shell.services.history().routine();
}

const PublishedBar::Item *PublishedBar::current() const
{
    const auto found =
        std::ranges::find_if(m_items, [this](const Item &item) { return isOnScreen(item); });
    return found == m_items.cend() ? nullptr : &*found;
}

void PublishedBar::dropOutdated()
{
    const Clock::time_point now = Clock::now();
    m_items.removeIf([&](const Item &item) {
        if (item.ends <= now)
            return true;
        const std::optional<Routine> routine =
            isOnScreen(item) ? m_shell.services.catalog().routine(item.publication.routine)
                             : std::nullopt;
        return routine
               && !isSameTraffic(routine->deploymentIn(item.publication.environment).shares,
                                 item.publication.after);
    });
    Clock::time_point first = Clock::time_point::max();
    for (const Item &item : std::as_const(m_items))
        first = qMin(first, item.ends);
    if (m_items.isEmpty())
        m_end.stop();
    else
        m_end.start(std::chrono::ceil<std::chrono::milliseconds>(first - now));
}

void PublishedBar::update()
{
    dropOutdated();
    const Item *item = current();
    if (item) {
        show(*item);
    } else {
        m_shown.clear();
        m_bar->clear();
    }
    setVisible(item != nullptr);
}

void PublishedBar::show(const Item &item)
{
    const Publication &done = item.publication;
    const QString after = textOf(done.routine, done.after);
    const QString before = textOf(done.routine, done.before);
    const bool isProduction = done.environment == kProduction;
    const bool isShared = done.after.size() > 1;
    QString text = isProduction
                       ? tr("%1 is live in production, confirmed by reading it back").arg(after)
                       : tr("%1 is live on staging, confirmed by reading it back").arg(after);
    if (isShared)
        //: %1 are several versions with their shares
        text = isProduction
                   ? tr("Production is shared: %1, confirmed by reading it back").arg(after)
                   : tr("Staging is shared: %1, confirmed by reading it back").arg(after);
    if (!before.isEmpty())
        //: %1 is a version or several with their shares
        text +=
            u" · "_s + (isShared ? tr("before: %1").arg(before) : tr("replaced %1").arg(before));
    QString action;
    if (!before.isEmpty())
        action = item.isRollback ? tr("Undo Rollback…") : tr("Roll Back to %1…").arg(before);
    if (m_shown == text + action)
        return;
    m_shown = text + action;
    m_bar->setPlace(tr("Published"));
    m_bar->showMessage(MessageBar::Kind::Success, text);
    if (!action.isEmpty())
        m_bar->setActions({action});
}

QString PublishedBar::textOf(const QString &routine, const QList<VersionShare> &shares) const
{
    QList<NamedShare> named;
    for (const VersionShare &share : shares) {
        const QString name = m_shell.services.names().name(
            m_shell.services.connection().account().id, routine, share.versionId);
        named.append(
            {.versionName = name.isEmpty() ? u"…"_s : name, .percentage = share.percentage});
    }
    return describeShares(named);
}

void PublishedBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_shown.clear();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace edgewright
