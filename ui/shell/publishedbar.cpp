// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/publishedbar.h"

#include "archive/ledgertypes.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "shell/documentarea.h"
#include "shell/serviceaccess.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kNarrow = 700;

bool isSamePlace(const Publication &a, const Publication &b)
{
    return a.accountId == b.accountId && a.routine == b.routine && a.environment == b.environment;
}

} // namespace

PublishedBar::PublishedBar(const ShellContext &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
{
    setObjectName(u"publishedBar"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        m_rows.at(row).bar = new MessageBar(shell.themes, this);
        layout->addWidget(m_rows.at(row).bar);
        connectRow(row);
    }
    setVisible(false);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &PublishedBar::update);
    // The routine on screen is set by others that hear of the same.
    connect(&m_shell.documents, &DocumentArea::currentChanged, this, &PublishedBar::update,
            Qt::QueuedConnection);
    for (const auto signal : {&Connection::changed, &Connection::reachabilityChanged})
        connect(&m_shell.services.connection(), signal, this, &PublishedBar::update);
    connect(&m_shell.services.lock(), &WriteLock::changed, this, &PublishedBar::update);
    connect(&m_shell.services.history(), &VersionHistory::refreshed, this, &PublishedBar::update);
    connect(&m_shell.services.history(), &VersionHistory::versionsKnown, this,
            &PublishedBar::update);
    connect(&m_shell.services.catalog(), &RoutineCatalog::routineChanged, this,
            &PublishedBar::update);
}

void PublishedBar::connectRow(std::size_t row)
{
    connect(m_rows.at(row).bar, &MessageBar::closed, this, [this, row] {
        m_items.removeIf([this, row](const Item &item) {
            return isSamePlace(item.publication, m_rows.at(row).publication);
        });
        update();
    });
    connect(m_rows.at(row).bar, &MessageBar::actionTriggered, this,
            [this, row](int action) { act(m_rows.at(row), action); });
}

void PublishedBar::act(const Row &row, int action)
{
    // What opens now may change the row.
    const Publication publication = row.publication;
    const bool isRollback = row.isRollback;
    if (publication.before.isEmpty() || action > 0)
        emit publishRequested(wayOn(publication));
    else if (isRollback)
        emit undoRequested(publication);
    else
        emit rollbackRequested(publication);
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

void PublishedBar::dropOutdated()
{
    const Clock::time_point now = Clock::now();
    m_items.removeIf([&](const Item &item) {
        if (item.ends <= now)
            return true;
        if (!isOnScreen(item))
            return false;
        const RoutineListModel &model = m_shell.services.catalog().model();
        const int row = model.rowOf(item.publication.routine);
        if (row < 0 || !model.items().at(row).liveKnown)
            return false;
        const Routine &routine = model.items().at(row).routine;
        return !isSameTraffic(routine.deploymentIn(item.publication.environment).shares,
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
    std::size_t used = 0;
    for (const Item &item : std::as_const(m_items)) {
        if (isOnScreen(item) && used < m_rows.size())
            show(m_rows.at(used++), item);
    }
    for (std::size_t row = used; row < m_rows.size(); ++row) {
        m_rows.at(row).shown.clear();
        m_rows.at(row).bar->clear();
    }
    setVisible(used > 0 && !m_sheet);
}

QString PublishedBar::sentence(const Publication &done) const
{
    const QString after = textOf(done.routine, done.after);
    const QString before = textOf(done.routine, done.before);
    const bool isProduction = done.environment == kProduction;
    const bool isShared = done.after.size() > 1;
    QString text = isProduction ? tr("%1 is live in production").arg(after)
                                : tr("%1 is live on staging").arg(after);
    if (isShared)
        //: %1 are several versions with their shares
        text = isProduction ? tr("Production is shared: %1").arg(after)
                            : tr("Staging is shared: %1").arg(after);
    if (width() >= kNarrow)
        //: %1 is "v7 is live in production"
        text = tr("%1, confirmed by reading it back").arg(text);
    if (!before.isEmpty())
        //: %1 is a version or several with their shares
        text +=
            u" · "_s + (isShared ? tr("before: %1").arg(before) : tr("replaced %1").arg(before));
    return text;
}

QString PublishedBar::wayBack(const Item &item) const
{
    const QString before = textOf(item.publication.routine, item.publication.before);
    const bool isProduction = item.publication.environment == kProduction;
    if (before.isEmpty())
        return {};
    if (item.isRollback)
        return isProduction ? tr("Undo: Put %1 Back into Production…").arg(before)
                            : tr("Undo: Put %1 Back on Staging…").arg(before);
    return isProduction ? tr("Roll Back Production to %1…").arg(before)
                        : tr("Roll Back Staging to %1…").arg(before);
}

QString PublishedBar::wayOn(const Publication &done) const
{
    if (done.environment != kStaging || done.after.size() != 1)
        return {};
    const QString versionId = done.after.constFirst().versionId;
    const std::optional<CodeVersion> version = m_shell.services.history().version(versionId);
    const std::optional<Routine> routine = m_shell.services.catalog().routine(done.routine);
    const bool isThere =
        routine && isSameTraffic(routine->deploymentIn(kProduction).shares, done.after);
    return version && !version->isUnstable && !isThere ? versionId : QString();
}

void PublishedBar::show(Row &row, const Item &item)
{
    const Publication &done = item.publication;
    QStringList actions{wayBack(item)};
    if (const QString next = wayOn(done); !next.isEmpty())
        actions.append(tr("Publish %1 to Production…").arg(textOf(done.routine, done.after)));
    actions.removeAll(QString());
    const QString text = sentence(done);
    const QString obstacle = whyNoChange(m_shell.services.connection(), done.routine);
    const QString shown = text + actions.join(u'\n') + obstacle;
    row.publication = done;
    row.isRollback = item.isRollback;
    if (row.shown == shown)
        return;
    row.shown = shown;
    row.bar->setPlace(done.environment == kProduction ? tr("Published to production")
                                                      : tr("Published to staging"));
    row.bar->showMessage(MessageBar::Kind::Success, text);
    row.bar->setActions(actions);
    row.actions = actions.size();
    arrange();
    for (QPushButton *button : row.bar->findChildren<QPushButton *>()) {
        button->setEnabled(obstacle.isEmpty());
        setPlainToolTip(button, obstacle);
    }
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

void PublishedBar::makeRoomFor(QWidget *sheet)
{
    if (!sheet->isVisible() || isHidden())
        return;
    if (m_sheet)
        m_sheet->removeEventFilter(this);
    m_sheet = sheet;
    sheet->installEventFilter(this);
    update();
}

bool PublishedBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_sheet && event->type() == QEvent::Hide && m_sheet->isHidden()) {
        m_sheet->removeEventFilter(this);
        m_sheet = nullptr;
        update();
    }
    return QWidget::eventFilter(watched, event);
}

void PublishedBar::arrange()
{
    // Beside two buttons there would be a column of single words.
    for (const Row &row : m_rows)
        row.bar->setCompact(row.actions > 1 && width() < kNarrow);
}

void PublishedBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
    update();
}

void PublishedBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (Row &row : m_rows)
            row.shown.clear();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace edgewright
