// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/busyindicator.h"
#include "common/emptystate.h"
#include "common/filterfield.h"
#include "common/icons.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "common/taborder.h"
#include "history/historypanel.h"
#include "history/versiondelegate.h"
#include "history/versionmenu.h"
#include "history/versionrows.h"
#include "workspace/versionlistmodel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

// What the panel is made of; what it does is in historypanel.cpp.
namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 12;

} // namespace

void HistoryPanel::buildList()
{
    m_list = new QListView(this);
    setFocusProxy(m_list); // where F6 leads to
    m_list->setObjectName(u"versionList"_s);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new VersionDelegate(m_themes, m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
}

void HistoryPanel::buildMenu()
{
    m_menu = new VersionMenu(this);
    connect(m_menu, &VersionMenu::asked, this, &HistoryPanel::act);
}

QWidget *HistoryPanel::buildHeader()
{
    auto *row = new QWidget(this);
    m_title = new QLabel(row);
    m_title->setFont(strongFont(font()));
    m_room = new QLabel(row);
    m_room->setObjectName(u"versionRoom"_s);
    m_room->setFont(smallFont(font()));
    m_room->setProperty("muted", true);
    m_refresh = new QToolButton(row);
    m_refresh->setObjectName(u"refreshVersions"_s);
    m_refresh->setFocusPolicy(Qt::StrongFocus);
    m_refresh->setIconSize({18, 18});
    connect(m_refresh, &QToolButton::clicked, this, &HistoryPanel::refreshRequested);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(kMargin, 8, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addStretch();
    layout->addWidget(m_room);
    layout->addWidget(m_refresh);
    return row;
}

QWidget *HistoryPanel::buildButtons()
{
    auto *box = new QWidget(this);
    m_compare = new QPushButton(box);
    m_compare->setObjectName(u"compareVersions"_s);
    m_useAsDraft = new QPushButton(box);
    m_useAsDraft->setObjectName(u"useAsDraft"_s);
    m_publish = new QPushButton(box);
    m_publish->setObjectName(u"publishVersion"_s);
    m_more = new QToolButton(box);
    m_more->setObjectName(u"moreVersionActions"_s);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_more->setStyleSheet(u"QToolButton::menu-indicator { image: none; width: 0; }"_s);
    connect(m_compare, &QPushButton::clicked, this, &HistoryPanel::compareSelected);
    connect(m_useAsDraft, &QPushButton::clicked, this,
            [this] { emit useAsDraftRequested(selectedIds().value(0)); });
    connect(m_publish, &QPushButton::clicked, this,
            [this] { emit publishRequested(selectedIds().value(0)); });

    auto *upper = new QHBoxLayout;
    upper->setSpacing(8);
    upper->addWidget(m_compare, 1);
    upper->addWidget(m_more);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(8);
    lower->addWidget(m_useAsDraft, 1);
    lower->addWidget(m_publish, 1);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(kMargin, 0, kMargin, kMargin);
    layout->setSpacing(8);
    layout->addLayout(upper);
    layout->addLayout(lower);
    return box;
}

void HistoryPanel::buildLayout()
{
    m_filter = new FilterField(m_themes, this);
    m_filter->setObjectName(u"versionFilter"_s);
    m_filter->setView(m_list);
    m_message = new MessageBar(m_themes, this);
    m_message->setCompact(true);
    m_busyIndicator = new BusyIndicator(this);
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(m_stack);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);

    m_starred = new QToolButton(this);
    m_starred->setObjectName(u"starredOnly"_s);
    m_starred->setCheckable(true);
    m_starred->setFocusPolicy(Qt::StrongFocus);
    m_starred->setIconSize({18, 18});

    auto *filters = new QHBoxLayout;
    filters->setSpacing(4);
    filters->addWidget(m_filter, 1);
    filters->addWidget(m_starred);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(kMargin, 0, kMargin, 0);
    inner->setSpacing(8);
    inner->addLayout(filters);
    inner->addWidget(m_message);
    inner->addWidget(m_busyIndicator);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(buildHeader());
    column->addLayout(inner);
    column->addWidget(m_stack, 1);
    column->addWidget(buildButtons());
    tabInOrder(
        {m_refresh, m_filter, m_starred, m_list, m_compare, m_more, m_useAsDraft, m_publish});
    connectFilters();
}

void HistoryPanel::connectFilters()
{
    connect(m_starred, &QToolButton::toggled, this, [this](bool on) {
        m_rows->setStarredOnly(on);
        restyle();
        updateEmptiness();
    });

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_rows->setFilter(text);
        updateEmptiness();
    });
    connect(m_message, &MessageBar::actionTriggered, this, &HistoryPanel::refreshRequested);
    connect(m_message, &MessageBar::closed, this, &HistoryPanel::updateEmptiness);
    connect(m_busyIndicator, &BusyIndicator::cancelRequested, this, &HistoryPanel::cancelRequested);
}

void HistoryPanel::restyle()
{
    const Theme &theme = m_themes.current();
    m_refresh->setIcon(icon(IconName::Refresh, theme));
    m_more->setIcon(icon(IconName::More, theme));
    m_starred->setIcon(icon(m_starred->isChecked() ? IconName::Starred : IconName::Star, theme));
    m_list->setStyleSheet(u"#versionList { border: none; border-top: 1px solid %1; "
                          "border-bottom: 1px solid %1; }"_s.arg(theme.window.border.name()));
    m_list->viewport()->update();
}

void HistoryPanel::retranslate()
{
    m_title->setText(tr("Versions"));
    m_room->setText(m_quota > 0
                        ? tr("%1 of %2", "versions used of those kept").arg(m_used).arg(m_quota)
                        : QString());
    m_room->setToolTip(tr("Versions on the service, and how many it keeps per routine"));
    m_refresh->setToolTip(tr("Read the versions again"));
    m_refresh->setAccessibleName(tr("Refresh versions"));
    m_filter->setPurpose(tr("Filter versions"));
    m_list->setAccessibleName(tr("Versions"));
    m_message->setPlace(tr("Versions"));
    m_useAsDraft->setText(tr("Use Code as Draft"));
    m_useAsDraft->setAccessibleName(tr("Use Code as Draft"));
    m_publish->setText(tr("Publish…"));
    m_publish->setAccessibleName(tr("Publish the selected version…"));
    m_more->setToolTip(tr("More for this version"));
    m_more->setAccessibleName(tr("More for the selected version"));
    m_starred->setToolTip(tr("Only versions with a star"));
    m_starred->setAccessibleName(tr("Only versions with a star"));
    m_menu->retranslate();
    updateButtons();
}

} // namespace edgewright
