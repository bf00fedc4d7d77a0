// SPDX-License-Identifier: GPL-3.0-or-later
#include "routines/routinespanel.h"

#include "common/busyindicator.h"
#include "common/elidedlabel.h"
#include "common/emptystate.h"
#include "common/filterfield.h"
#include "common/icons.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "common/taborder.h"
#include "routines/routinedelegate.h"
#include "routines/routinerows.h"
#include "workspace/routinelistmodel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 12;

QString nameOf(const QModelIndex &index)
{
    return index.data(RoutineListModel::NameRole).toString();
}

} // namespace

RoutinesPanel::RoutinesPanel(RoutineListModel &model, const ThemeService &themes, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_themes(themes)
    , m_rows(new RoutineRows(this))
{
    setObjectName(u"routinesPanel"_s);
    m_rows->setSourceModel(&model);
    buildLayout();
    connectModel();
    connect(&themes, &ThemeService::changed, this, &RoutinesPanel::restyle);
    retranslate();
    restyle();
    updateEmptiness();
}

QToolButton *RoutinesPanel::makeButton(const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setIconSize({18, 18});
    return button;
}

QWidget *RoutinesPanel::buildAccountRow()
{
    auto *row = new QWidget(this);
    m_accountIcon = new QLabel(row);
    m_account = new ElidedLabel(row);
    m_account->setObjectName(u"accountName"_s);
    m_account->setFont(strongFont(font()));
    m_siteLabel = new ElidedLabel(row);
    m_siteLabel->setObjectName(u"accountSite"_s);
    m_siteLabel->setFont(smallFont(font()));
    m_siteLabel->setProperty("muted", true);
    m_accounts = makeButton(u"accountsButton"_s);
    connect(m_accounts, &QToolButton::clicked, this, &RoutinesPanel::accountsRequested);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_account);
    texts->addWidget(m_siteLabel);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(kMargin, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_accountIcon);
    layout->addLayout(texts, 1);
    layout->addWidget(m_accounts);
    return row;
}

QWidget *RoutinesPanel::buildHeader()
{
    auto *row = new QWidget(this);
    m_title = new QLabel(row);
    m_title->setFont(strongFont(font()));
    m_refresh = makeButton(u"refreshRoutines"_s);
    m_create = makeButton(u"newRoutine"_s);
    connect(m_refresh, &QToolButton::clicked, this, &RoutinesPanel::refreshRequested);
    connect(m_create, &QToolButton::clicked, this, &RoutinesPanel::createRequested);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(kMargin, 0, 8, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_refresh);
    layout->addWidget(m_create);
    return row;
}

void RoutinesPanel::buildList()
{
    m_list = new QListView(this);
    setFocusProxy(m_list); // where F6 leads to
    m_list->setObjectName(u"routineList"_s);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new RoutineDelegate(m_themes, m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::clicked, this, &RoutinesPanel::activate);
    connect(m_list, &QListView::customContextMenuRequested, this, &RoutinesPanel::showMenu);
}

void RoutinesPanel::buildLayout()
{
    m_filter = new FilterField(m_themes, this);
    m_filter->setObjectName(u"routineFilter"_s);
    m_message = new MessageBar(m_themes, this);
    m_message->setCompact(true);
    m_busyIndicator = new BusyIndicator(this);
    m_stack = new QStackedWidget(this);
    buildList();
    m_empty = new EmptyState(m_stack);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_footer = new QLabel(this);
    m_footer->setObjectName(u"routineCount"_s);
    m_footer->setFont(smallFont(font()));
    m_footer->setProperty("muted", true);
    m_footer->setContentsMargins(kMargin, 4, kMargin, 4);

    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(kMargin, 0, kMargin, 0);
    inner->setSpacing(8);
    inner->addWidget(m_filter);
    inner->addWidget(m_message);
    inner->addWidget(m_busyIndicator);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(buildAccountRow());
    column->addWidget(buildHeader());
    column->addLayout(inner);
    column->addWidget(m_stack, 1);
    column->addWidget(m_footer);
    column->setStretchFactor(m_stack, 1);
    m_filter->setView(m_list);
    tabInOrder({m_accounts, m_refresh, m_create, m_filter, m_list});

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_rows->setFilter(text);
        updateEmptiness();
    });
    connect(m_filter, &QLineEdit::returnPressed, this,
            [this] { activate(m_rows->index(qMax(0, m_list->currentIndex().row()), 0)); });
    connect(m_message, &MessageBar::actionTriggered, this, &RoutinesPanel::refreshRequested);
    connect(m_message, &MessageBar::closed, this, &RoutinesPanel::updateEmptiness);
    connect(m_busyIndicator, &BusyIndicator::cancelRequested, this,
            &RoutinesPanel::cancelRequested);
    connect(m_empty, &EmptyState::buttonClicked, this, &RoutinesPanel::answerEmptyState);
}

void RoutinesPanel::connectModel()
{
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, &RoutinesPanel::updateEmptiness);
    connect(m_rows, &QAbstractItemModel::rowsRemoved, this, &RoutinesPanel::updateEmptiness);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &RoutinesPanel::updateEmptiness);
}

void RoutinesPanel::setAccount(const QString &name, const QString &site, const QString &explanation)
{
    m_accountName = name;
    m_site = site;
    m_account->setExplanation(explanation);
    m_siteLabel->setExplanation(explanation);
    retranslate();
    updateEmptiness();
}

void RoutinesPanel::setQuota(int used, int quota)
{
    m_used = used;
    m_quota = quota;
    retranslate();
}

void RoutinesPanel::setWritable(bool writable, const QString &reason)
{
    m_writable = writable;
    m_readOnlyReason = reason;
    m_create->setEnabled(writable);
    retranslate();
}

void RoutinesPanel::setLocks(const Locks &locks)
{
    m_locks = locks;
    m_rows->setLocked(locks.routines);
    retranslate();
}

QString RoutinesPanel::whyNoChange(const QString &name) const
{
    if (!m_writable)
        return m_readOnlyReason;
    return m_locks.routines.contains(name) ? tr("This routine is locked.") : QString();
}

void RoutinesPanel::setBusy(bool busy, const QString &text)
{
    m_busy = busy;
    m_refresh->setEnabled(!busy);
    if (busy)
        m_busyIndicator->start(text);
    else
        m_busyIndicator->stop();
    updateEmptiness();
}

void RoutinesPanel::showError(const Error &error)
{
    m_message->showError(error);
    m_message->setActions({tr("Try Again")});
    updateEmptiness();
}

void RoutinesPanel::clearError()
{
    m_message->clear();
    updateEmptiness();
}

void RoutinesPanel::setCurrentRoutine(const QString &name)
{
    m_current = name;
    const QModelIndex source = m_model.index(m_model.rowOf(name), 0);
    m_list->setCurrentIndex(m_rows->mapFromSource(source));
}

void RoutinesPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void RoutinesPanel::activate(const QModelIndex &index)
{
    if (index.isValid())
        emit routineActivated(nameOf(index));
}

bool RoutinesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const QModelIndex current = m_list->currentIndex();
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(current);
        return true;
    case Qt::Key_Delete:
        if (current.isValid() && whyNoChange(nameOf(current)).isEmpty())
            emit deleteRequested(nameOf(current));
        return true;
    default:
        return false;
    }
}

void RoutinesPanel::showMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    const QString name = nameOf(index);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"routineMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this, name] { emit routineActivated(name); });
    menu->addAction(tr("Refresh"), this, &RoutinesPanel::refreshRequested);
    menu->addSeparator();
    const bool isLocked = m_locks.routines.contains(name);
    menu->addAction(isLocked ? tr("Unlock…") : tr("Lock"), this,
                    [this, name] { emit lockToggled(name); });
    const QString obstacle = whyNoChange(name);
    QAction *remove = menu->addAction(tr("Delete from Service…"), this,
                                      [this, name] { emit deleteRequested(name); });
    remove->setEnabled(obstacle.isEmpty());
    remove->setToolTip(plainToolTip(obstacle));
    remove->setStatusTip(obstacle);
    menu->setToolTipsVisible(true);
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void RoutinesPanel::updateEmptiness()
{
    if (m_rows->rowCount() > 0)
        m_emptiness = Emptiness::None;
    else if (m_busy || m_message->isVisibleTo(this))
        m_emptiness = Emptiness::Reading;
    else if (m_accountName.isEmpty())
        m_emptiness = Emptiness::NotConnected;
    else
        m_emptiness = m_model.rowCount() > 0 ? Emptiness::NoMatch : Emptiness::NoRoutines;
    m_stack->setCurrentWidget(m_emptiness == Emptiness::None ? static_cast<QWidget *>(m_list)
                                                             : static_cast<QWidget *>(m_empty));
    switch (m_emptiness) {
    case Emptiness::None:
    case Emptiness::Reading:
        m_empty->setContent({}, {});
        break;
    case Emptiness::NotConnected:
        m_empty->setContent(tr("No account connected"),
                            tr("Connect an account or look around with sample data."),
                            {tr("Connect…")});
        break;
    case Emptiness::NoRoutines:
        m_empty->setContent(tr("No routines yet"),
                            tr("A routine is a small program that answers requests at the edge."),
                            {tr("New Routine…")});
        break;
    case Emptiness::NoMatch:
        m_empty->setContent(tr("Nothing matches"),
                            tr("No routine has “%1” in its name or description.")
                                .arg(oneLine(m_filter->text(), 40)),
                            {tr("Clear Filter")});
        break;
    }
}

void RoutinesPanel::answerEmptyState()
{
    if (m_emptiness == Emptiness::NotConnected)
        emit accountsRequested();
    else if (m_emptiness == Emptiness::NoRoutines)
        emit createRequested();
    else
        m_filter->clear();
}

void RoutinesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updateEmptiness();
    }
    QWidget::changeEvent(event);
}

void RoutinesPanel::restyle()
{
    const Theme &theme = m_themes.current();
    m_accountIcon->setPixmap(icon(IconName::Account, theme.window.muted).pixmap(20, 20));
    m_accounts->setIcon(icon(IconName::ChevronDown, theme));
    m_refresh->setIcon(icon(IconName::Refresh, theme));
    m_create->setIcon(icon(IconName::Add, theme));
    m_list->setStyleSheet(u"#routineList { border: none; border-top: 1px solid %1; "
                          "border-bottom: 1px solid %1; }"_s.arg(theme.window.border.name()));
    m_list->viewport()->update();
}

void RoutinesPanel::retranslate()
{
    m_account->setFullText(m_accountName.isEmpty() ? tr("Not connected") : m_accountName);
    const QString site = m_locks.isAccountLocked
                             //: %1 is where the account is, such as "Hangzhou"
                             ? tr("%1 · read-only").arg(m_site)
                             : m_site;
    m_siteLabel->setFullText(m_accountName.isEmpty() ? tr("Choose an account") : site);
    m_accounts->setToolTip(tr("Accounts…"));
    m_accounts->setAccessibleName(tr("Accounts…"));
    m_title->setText(tr("Routines"));
    m_refresh->setToolTip(tr("Read the routines again"));
    m_refresh->setAccessibleName(tr("Refresh routines"));
    setPlainToolTip(m_create, m_writable ? tr("New routine…") : m_readOnlyReason);
    m_create->setAccessibleName(tr("New routine…"));
    m_filter->setPurpose(tr("Filter routines"));
    m_list->setAccessibleName(tr("Routines"));
    m_message->setPlace(tr("Routines"));
    m_footer->setText(
        m_quota > 0 ? tr("%1 of %n routine(s)", "%1 in use of those allowed", m_quota).arg(m_used)
                    : tr("%n routine(s)", nullptr, m_used));
    m_footer->setVisible(!m_accountName.isEmpty());
}

} // namespace edgewright
