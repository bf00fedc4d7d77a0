// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historypanel.h"

#include "common/busyindicator.h"
#include "common/emptystate.h"
#include "common/filterfield.h"
#include "common/icons.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "history/versiondelegate.h"
#include "history/versionrows.h"
#include "workspace/versionlistmodel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

QString idOf(const QModelIndex &index)
{
    return index.data(VersionListModel::IdRole).toString();
}

QString nameOf(const QModelIndex &index)
{
    return oneLine(index.data(VersionListModel::NameRole).toString(), 40);
}

} // namespace

HistoryPanel::HistoryPanel(VersionListModel &model, const ThemeService &themes, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_themes(themes)
    , m_rows(new VersionRows(this))
{
    setObjectName(u"historyPanel"_s);
    m_rows->setSourceModel(&model);
    buildList();
    buildMenu();
    buildLayout();
    connectList();
    connect(&themes, &ThemeService::changed, this, &HistoryPanel::restyle);
    // Ages grow while nothing else happens.
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, [this] { m_list->viewport()->update(); });
    m_minute.start();
    retranslate();
    restyle();
    updateEmptiness();
}

void HistoryPanel::connectList()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        reportSelection();
        updateButtons();
        emit selectionChanged();
    });
    connect(m_list, &QListView::doubleClicked, this,
            [this](const QModelIndex &index) { emit versionActivated(idOf(index)); });
    connect(m_list, &QListView::customContextMenuRequested, this, [this](const QPoint &position) {
        if (m_list->indexAt(position).isValid())
            m_menu->popup(m_list->viewport()->mapToGlobal(position));
    });
    connect(m_rows, &QAbstractItemModel::dataChanged, this, &HistoryPanel::updateButtons);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_rows, signal, this, &HistoryPanel::updateEmptiness);
    connect(m_rows, &QAbstractItemModel::modelReset, this, [this] {
        updateEmptiness();
        updateButtons();
    });
}

void HistoryPanel::setRoom(int used, int quota)
{
    m_used = used;
    m_quota = quota;
    retranslate();
}

void HistoryPanel::setBusy(bool busy, const QString &text)
{
    m_busy = busy;
    m_refresh->setEnabled(!busy);
    if (busy)
        m_busyIndicator->start(text);
    else
        m_busyIndicator->stop();
    updateEmptiness();
}

void HistoryPanel::showError(const Error &error)
{
    m_message->showError(error);
    m_message->setActions({tr("Try Again")});
    updateEmptiness();
}

void HistoryPanel::clearError()
{
    m_message->clear();
    updateEmptiness();
}

void HistoryPanel::setWritable(bool writable, const QString &reason)
{
    m_writable = writable;
    m_readOnlyReason = reason;
    updateButtons();
}

void HistoryPanel::selectVersion(const QString &versionId)
{
    const QModelIndex index = m_rows->mapFromSource(m_model.index(m_model.rowOf(versionId), 0));
    if (index.isValid())
        m_list->setCurrentIndex(index);
    else
        m_list->clearSelection();
}

void HistoryPanel::step(int rows)
{
    const int last = m_rows->rowCount() - 1;
    const int target = std::clamp(m_list->currentIndex().row() + rows, 0, std::max(0, last));
    m_list->setCurrentIndex(m_rows->index(target, 0));
}

QStringList HistoryPanel::selectedIds() const
{
    QModelIndexList indexes = m_list->selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end());
    QStringList ids;
    for (const QModelIndex &index : std::as_const(indexes))
        ids << idOf(index);
    return ids;
}

QModelIndex HistoryPanel::single() const
{
    const QModelIndexList indexes = m_list->selectionModel()->selectedIndexes();
    return indexes.size() == 1 ? indexes.first() : QModelIndex();
}

void HistoryPanel::reportSelection()
{
    const QString id = idOf(single());
    if (id == m_reported)
        return;
    m_reported = id;
    if (!id.isEmpty())
        emit versionSelected(id);
}

void HistoryPanel::compareSelected()
{
    const QStringList ids = selectedIds();
    if (ids.size() == 1)
        emit compareWithDraftRequested(ids.first());
    if (ids.size() != 2)
        return;
    const QModelIndex upper = m_model.index(m_model.rowOf(ids.first()), 0);
    const QModelIndex lower = m_model.index(m_model.rowOf(ids.last()), 0);
    const bool upperIsOlder = upper.data(VersionListModel::CreatedAtRole).toDateTime()
                              < lower.data(VersionListModel::CreatedAtRole).toDateTime();
    emit compareRequested(upperIsOlder ? ids.first() : ids.last(),
                          upperIsOlder ? ids.last() : ids.first());
}

QString HistoryPanel::whyNotDelete(const QModelIndex &index) const
{
    if (!index.isValid())
        return tr("Select one version to delete it.");
    if (!m_writable)
        return m_readOnlyReason;
    if (index.data(VersionListModel::UnstableRole).toBool())
        return tr("The staging slot is not a version of its own and cannot be deleted.");
    if (index.data(VersionListModel::ProductionRole).toInt() > 0)
        return tr("%1 is live in production and cannot be deleted.").arg(nameOf(index));
    if (index.data(VersionListModel::StagingRole).toInt() > 0)
        return tr("%1 is live in staging and cannot be deleted.").arg(nameOf(index));
    return {};
}

QString HistoryPanel::whyNotPublish(const QModelIndex &index) const
{
    if (!index.isValid())
        return tr("Select one version to publish it.");
    if (!m_writable)
        return m_readOnlyReason;
    if (index.data(VersionListModel::UnstableRole).toBool())
        return tr("The staging slot cannot be published: save it as a version first.");
    const auto state = static_cast<VersionState>(index.data(VersionListModel::StateRole).toInt());
    if (state == VersionState::Preparing)
        return tr("The service is still preparing %1.").arg(nameOf(index));
    if (state == VersionState::Failed)
        return tr("The service could not prepare %1.").arg(nameOf(index));
    return {};
}

void HistoryPanel::updateButtons()
{
    const QStringList ids = selectedIds();
    const QModelIndex index = single();
    QString compareText = tr("Compare");
    if (ids.size() == 1)
        compareText = tr("Compare with Draft");
    if (ids.size() == 2) {
        const auto name = [this](const QString &id) {
            return nameOf(m_model.index(m_model.rowOf(id), 0));
        };
        compareText = tr("Compare %1 with %2").arg(name(ids.last()), name(ids.first()));
    }
    m_compare->setText(actionText(compareText));
    m_compare->setAccessibleName(compareText);
    m_compare->setEnabled(ids.size() == 1 || ids.size() == 2);
    m_compare->setToolTip(
        m_compare->isEnabled() ? QString() : tr("Select one version, or two to compare them."));
    m_useAsDraft->setEnabled(index.isValid());
    m_useAsDraft->setToolTip(index.isValid() ? tr("Replaces the draft; one undo brings it back")
                                             : tr("Select one version to use its code."));
    const QString obstacle = whyNotPublish(index);
    m_publish->setEnabled(obstacle.isEmpty());
    setPlainToolTip(m_publish, obstacle);
    m_more->setEnabled(index.isValid());
    updateMenu();
}

void HistoryPanel::updateMenu()
{
    const QModelIndex index = single();
    const QString obstacle = whyNotDelete(index);
    m_open->setEnabled(index.isValid());
    m_copyId->setEnabled(index.isValid());
    m_delete->setEnabled(obstacle.isEmpty());
    m_delete->setToolTip(plainToolTip(obstacle));
    m_delete->setStatusTip(obstacle);
}

void HistoryPanel::updateEmptiness()
{
    const bool isEmpty = m_rows->rowCount() == 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty)
                                      : static_cast<QWidget *>(m_list));
    if (!isEmpty)
        return;
    if (m_model.rowCount() > 0) {
        m_empty->setContent(tr("Nothing matches"),
                            tr("No version has “%1” in its name or description.")
                                .arg(oneLine(m_filter->text(), 40)));
        return;
    }
    const bool isReading = m_busy || m_message->isVisibleTo(this);
    m_empty->setContent(isReading ? QString() : tr("No versions yet"),
                        isReading ? QString()
                                  : tr("Save the draft as a version; it will appear here."));
}

bool HistoryPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_list->currentIndex().isValid())
            emit versionActivated(idOf(m_list->currentIndex()));
        return true;
    case Qt::Key_Delete:
        if (whyNotDelete(single()).isEmpty())
            emit deleteRequested(idOf(single()));
        return true;
    default:
        return false;
    }
}

void HistoryPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updateEmptiness();
    }
    QWidget::changeEvent(event);
}

} // namespace edgewright
