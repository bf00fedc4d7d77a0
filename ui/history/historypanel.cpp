// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historypanel.h"

#include "common/busyindicator.h"
#include "common/emptystate.h"
#include "common/filterfield.h"
#include "common/icons.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "history/versiondelegate.h"
#include "history/versionmenu.h"
#include "history/versionrows.h"
#include "workspace/versionlistmodel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
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
        emit selectionChanged();
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
    m_service.isWritable = writable;
    m_service.reason = reason;
    updateButtons();
}

void HistoryPanel::setLocked(const QString &reason)
{
    m_service.locked = reason;
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

void HistoryPanel::updateButtons()
{
    updateCompareButton();
    const QModelIndex index = single();
    const QString unread = whyNotRead(index, m_service);
    m_useAsDraft->setEnabled(unread.isEmpty());
    setPlainToolTip(m_useAsDraft,
                    unread.isEmpty() ? tr("Replaces the draft; one undo brings it back") : unread);
    const QString obstacle = whyNotPublish(index, m_service);
    m_publish->setEnabled(obstacle.isEmpty());
    setPlainToolTip(m_publish, obstacle);
    m_more->setEnabled(index.isValid());
    updateMenu();
}

void HistoryPanel::updateCompareButton()
{
    const QStringList ids = selectedIds();
    QString text = tr("Compare");
    if (ids.size() == 1)
        text = tr("Compare with Draft");
    if (ids.size() == 2) {
        const auto name = [this](const QString &id) {
            return nameOf(m_model.index(m_model.rowOf(id), 0));
        };
        text = tr("Compare %1 with %2").arg(name(ids.last()), name(ids.first()));
    }
    m_compare->setText(actionText(text));
    m_compare->setAccessibleName(text);
    m_compare->setEnabled(ids.size() == 1 || ids.size() == 2);
    m_compare->setToolTip(
        m_compare->isEnabled() ? QString() : tr("Select one version, or two to compare them."));
}

void HistoryPanel::updateMenu()
{
    const QModelIndex index = single();
    m_menu->update(index, !previousOf(index).isEmpty(), m_service);
}

QString HistoryPanel::previousOf(const QModelIndex &index) const
{
    const int row = m_model.rowOf(idOf(index));
    if (row < 0 || row + 1 >= m_model.rowCount())
        return {};
    const QModelIndex below = m_model.index(row + 1, 0);
    return below.data(VersionListModel::UnstableRole).toBool() ? QString() : idOf(below);
}

void HistoryPanel::act(VersionAct act)
{
    const QString id = idOf(single());
    switch (act) {
    case VersionAct::Open:
        emit versionActivated(id);
        return;
    case VersionAct::CompareWithDraft:
        emit compareWithDraftRequested(id);
        return;
    case VersionAct::CompareWithPrevious:
        emit compareRequested(previousOf(single()), id);
        return;
    case VersionAct::UseAsDraft:
        emit useAsDraftRequested(id);
        return;
    case VersionAct::Mark:
        emit markRequested(id);
        return;
    case VersionAct::Star:
        emit starRequested(id);
        return;
    case VersionAct::CopyId:
        emit copyIdRequested(id);
        return;
    case VersionAct::Export:
        emit exportRequested(id);
        return;
    case VersionAct::Delete:
        emit deleteRequested(id);
        return;
    case VersionAct::Count:
        return;
    }
}

void HistoryPanel::setAbsence(const QString &title, const QString &text)
{
    m_absence = title;
    m_absenceText = text;
    updateEmptiness();
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
                            m_starred->isChecked()
                                ? tr("No version with a star matches.")
                                : tr("No version has “%1” in its name, description, label or note.")
                                      .arg(oneLine(m_filter->text(), 40)));
        return;
    }
    const bool isReading = m_busy || m_message->isVisibleTo(this);
    if (isReading)
        m_empty->setContent({}, {});
    else if (!m_absence.isEmpty())
        m_empty->setContent(m_absence, m_absenceText);
    else
        m_empty->setContent(tr("No versions yet"),
                            tr("Save the draft as a version; it will appear here."));
}

bool HistoryPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    return handleKey(*static_cast<QKeyEvent *>(event));
}

bool HistoryPanel::handleKey(const QKeyEvent &event)
{
    const QString id = idOf(single());
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_list->currentIndex().isValid())
            emit versionActivated(idOf(m_list->currentIndex()));
        return true;
    case Qt::Key_Space:
        if (event.modifiers() != Qt::NoModifier || id.isEmpty())
            return false;
        emit comparisonToggled(id);
        return true;
    case Qt::Key_F2:
        if (m_menu->action(VersionAct::Mark).isEnabled())
            emit markRequested(id);
        return true;
    case Qt::Key_Delete:
        if (whyNotDelete(single(), m_service).isEmpty())
            emit deleteRequested(id);
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
