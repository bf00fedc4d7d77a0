// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/ledgerpanel.h"

#include "common/emptystate.h"
#include "common/filterfield.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "common/taborder.h"
#include "history/ledgerrows.h"
#include "history/livequestion.h"
#include "workspace/ledgermodel.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

enum Scope { ThisRoutine, AllRoutines };

constexpr int kMargin = 8;

/// The field for a reason says what it is for.
class ReasonDelegate final : public QStyledItemDelegate {
    Q_DECLARE_TR_FUNCTIONS(edgewright::LedgerPanel)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override
    {
        QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
        if (editor != nullptr) {
            editor->setObjectName(u"ledgerReasonField"_s);
            editor->setAccessibleName(tr("Reason of the act"));
        }
        return editor;
    }
};

/// What an entry can be looked at by: two versions to compare, or one to read.
struct Versions {
    QString older;
    QString newer;
};

QString mainOf(const QList<VersionShare> &shares, const QString &unless = {})
{
    QString id;
    int most = 0;
    for (const VersionShare &share : shares) {
        if (share.percentage > most && share.versionId != unless) {
            most = share.percentage;
            id = share.versionId;
        }
    }
    return id;
}

Versions versionsOf(const LedgerEntry &entry)
{
    if (entry.kind == ActKind::LimitProcessor)
        return {};
    if (entry.kind != ActKind::Publish && entry.kind != ActKind::ChangedElsewhere)
        return {.older = {}, .newer = entry.versionId};
    const QString older = mainOf(entry.from);
    const QString newer = mainOf(entry.to, older);
    return newer.isEmpty() ? Versions{.older = {}, .newer = older}
                           : Versions{.older = older, .newer = newer};
}

} // namespace

LedgerPanel::LedgerPanel(LedgerModel &model, const ThemeService &themes, VersionNaming name,
                         QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_themes(themes)
    , m_rows(new LedgerRows(themes, name, this))
    , m_scopeName(new QLabel(this))
    , m_scope(new QComboBox(this))
    , m_filter(new FilterField(themes, this))
    , m_compare(new QPushButton(this))
    , m_rollBack(new QPushButton(this))
    , m_reason(new QPushButton(this))
    , m_message(new MessageBar(themes, this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QTreeView(m_stack))
    , m_empty(new EmptyState(m_stack))
    , m_question(new LiveQuestion(name, this))
{
    setObjectName(u"ledgerPanel"_s);
    m_rows->setSourceModel(&model);
    buildList();
    buildLayout();
    connectParts();
    retranslate();
    update();
}

void LedgerPanel::buildList()
{
    m_list->setObjectName(u"ledgerList"_s);
    m_list->setModel(m_rows);
    m_list->setItemDelegateForColumn(LedgerModel::Reason, new ReasonDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->header()->setObjectName(u"ledgerColumns"_s);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionsMovable(false);
    const std::array widths{100, 110, 105, 165, 170, 100, 110};
    for (int column = 0; column < LedgerModel::ColumnCount; ++column)
        m_list->setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    m_list->installEventFilter(this);
}

void LedgerPanel::buildLayout()
{
    m_scope->setObjectName(u"ledgerScope"_s);
    m_scope->addItems({QString(), QString()});
    m_scopeName->setBuddy(m_scope);
    m_filter->setObjectName(u"ledgerFilter"_s);
    m_filter->setView(m_list);
    m_compare->setObjectName(u"ledgerCompare"_s);
    m_compare->setAutoDefault(false);
    m_rollBack->setObjectName(u"ledgerRollBack"_s);
    m_rollBack->setAutoDefault(false);
    m_reason->setObjectName(u"ledgerEditReason"_s);
    m_reason->setAutoDefault(false);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);

    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_scopeName);
    top->addWidget(m_scope);
    top->addWidget(m_filter, 1);
    top->addWidget(m_compare);
    top->addWidget(m_rollBack);
    top->addWidget(m_reason);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_question);
    setFocusProxy(m_filter); // Down goes on to the list
    tabInOrder({m_scope, m_filter, m_compare, m_rollBack, m_reason, m_list, m_question});
}

void LedgerPanel::connectParts()
{
    connect(m_scope, &QComboBox::currentIndexChanged, this, &LedgerPanel::applyFilter);
    connect(m_filter, &QLineEdit::textChanged, this, &LedgerPanel::applyFilter);
    connect(m_compare, &QPushButton::clicked, this, &LedgerPanel::openCurrent);
    connect(m_rollBack, &QPushButton::clicked, this, &LedgerPanel::rollBack);
    connect(m_reason, &QPushButton::clicked, this, &LedgerPanel::editReason);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &LedgerPanel::update);
    connect(m_list, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() == LedgerModel::Reason)
            editReason();
        else
            openCurrent();
    });
    connect(&m_model, &LedgerModel::readingChanged, this, &LedgerPanel::update);
    connect(&m_model, &LedgerModel::failed, this, &LedgerPanel::showError);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_rows, signal, this, &LedgerPanel::update);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &LedgerPanel::update);
    connect(m_rows, &QAbstractItemModel::dataChanged, this, &LedgerPanel::update);
}

void LedgerPanel::setSubject(const RoutineKey &subject)
{
    if (subject == m_subject)
        return;
    const bool sameRows = subject.accountId == m_subject.accountId && showsAllRoutines();
    m_subject = subject;
    m_question->setRoutine(subject);
    if (!sameRows)
        applyFilter();
}

bool LedgerPanel::showsAllRoutines() const
{
    return m_scope->currentIndex() == AllRoutines;
}

void LedgerPanel::showAllRoutines(bool all)
{
    m_scope->setCurrentIndex(all ? AllRoutines : ThisRoutine);
}

bool LedgerPanel::lacksRoutine() const
{
    return !showsAllRoutines() && m_subject.routine.isEmpty();
}

void LedgerPanel::showEntry(qint64 id)
{
    const int row = m_model.rowOf(id);
    if (row >= 0)
        m_list->setCurrentIndex(m_rows->index(row, 0));
}

void LedgerPanel::applyFilter()
{
    const QString text = m_filter->text().trimmed();
    LedgerFilter filter{.accountId = m_subject.accountId, .text = text};
    if (!showsAllRoutines())
        filter.routine = m_subject.routine;
    if (lacksRoutine()) // without a name the filter would mean every routine
        filter.accountId.clear();
    // "Production" is found in the language it is read in.
    for (const QString &environment : {QString(kProduction), QString(kStaging)}) {
        if (!text.isEmpty() && environmentWords(environment).contains(text, Qt::CaseInsensitive))
            filter.environments.append(environment);
    }
    if (!text.isEmpty()
        && authorWords({.kind = ActKind::ChangedElsewhere}).contains(text, Qt::CaseInsensitive))
        filter.kinds.append(ActKind::ChangedElsewhere);
    m_model.setFilter(filter);
    m_list->setColumnHidden(LedgerModel::Routine, !showsAllRoutines());
}

QModelIndex LedgerPanel::current() const
{
    return m_list->currentIndex();
}

void LedgerPanel::openCurrent()
{
    if (!current().isValid())
        return;
    const LedgerEntry entry = LedgerRows::entryOf(current());
    const Versions versions = versionsOf(entry);
    if (!versions.older.isEmpty())
        emit compareRequested(entry.key.routine, versions.older, versions.newer);
    else if (!versions.newer.isEmpty())
        emit versionRequested(entry.key.routine, versions.newer);
}

void LedgerPanel::editReason()
{
    if (!current().isValid())
        return;
    const QModelIndex reason = current().siblingAtColumn(LedgerModel::Reason);
    m_list->setCurrentIndex(reason);
    m_list->scrollTo(reason);
    m_list->edit(reason);
}

bool LedgerPanel::canRollBack() const
{
    if (!current().isValid())
        return false;
    const LedgerEntry entry = LedgerRows::entryOf(current());
    const bool isOfTraffic =
        entry.kind == ActKind::Publish || entry.kind == ActKind::ChangedElsewhere;
    return isOfTraffic && entry.outcome == ActOutcome::Done && !entry.to.isEmpty()
           && entry.key == m_subject;
}

void LedgerPanel::rollBack()
{
    if (!canRollBack())
        return;
    const LedgerEntry entry = LedgerRows::entryOf(current());
    emit rollbackRequested(entry.environment, entry.to);
}

void LedgerPanel::update()
{
    const bool hasCurrent = current().isValid();
    const Versions versions = hasCurrent ? versionsOf(LedgerRows::entryOf(current())) : Versions();
    m_compare->setText(versions.older.isEmpty() && !versions.newer.isEmpty() ? tr("Read Version")
                                                                             : tr("Compare"));
    m_compare->setEnabled(!versions.newer.isEmpty());
    m_rollBack->setEnabled(canRollBack());
    m_reason->setEnabled(hasCurrent);
    updateEmptiness();
}

void LedgerPanel::updateEmptiness()
{
    const bool isEmpty = m_rows->rowCount() == 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty)
                                      : static_cast<QWidget *>(m_list));
    if (!isEmpty)
        return;
    if (m_model.isReading())
        m_empty->setContent({}, {});
    else if (lacksRoutine())
        m_empty->setContent(tr("No routine is open"), tr("Open one, or choose “All routines”."));
    else if (!m_filter->text().trimmed().isEmpty())
        m_empty->setContent(
            tr("Nothing matches"),
            tr("No entry of the ledger has “%1” in it.").arg(oneLine(m_filter->text(), 40)));
    else
        m_empty->setContent(tr("Nothing yet"),
                            tr("What you do to the service is written here before it is sent, and "
                               "what changes elsewhere as soon as it is seen."));
}

void LedgerPanel::showError(const Error &error)
{
    m_message->showError(error);
}

void LedgerPanel::retell()
{
    m_rows->retell();
    m_question->ask();
}

bool LedgerPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openCurrent();
            return true;
        }
        if (key == Qt::Key_F2) { // in whatever column the cursor is
            editReason();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LedgerPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LedgerPanel::retranslate()
{
    m_scopeName->setText(tr("S&how"));
    m_scope->setItemText(ThisRoutine, tr("This routine"));
    m_scope->setItemText(AllRoutines, tr("All routines"));
    m_scope->setAccessibleName(tr("Routines shown in the ledger"));
    m_filter->setPurpose(tr("Filter the ledger"));
    m_list->setAccessibleName(tr("Ledger"));
    m_list->header()->setAccessibleName(tr("Columns of the ledger"));
    m_compare->setAccessibleName(tr("Show the change of this entry"));
    m_compare->setToolTip(tr("What the change did to the code (Enter)"));
    m_rollBack->setText(tr("Roll Back to This…"));
    m_rollBack->setAccessibleName(tr("Roll back to what was live after this entry"));
    m_rollBack->setToolTip(tr("Asks before anything is changed"));
    m_reason->setText(tr("Edit Reason"));
    m_reason->setAccessibleName(tr("Edit the reason of this entry"));
    m_reason->setToolTip(tr("Why it was done (F2); stays on this computer"));
    m_message->setPlace(tr("Ledger"));
    m_rows->retell();
    update();
}

} // namespace edgewright
