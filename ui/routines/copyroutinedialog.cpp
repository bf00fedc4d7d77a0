// SPDX-License-Identifier: GPL-3.0-or-later
#include "routines/copyroutinedialog.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "common/taborder.h"
#include "routines/routinename.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

enum Column { Here, Description, There, State, ColumnCount };

constexpr int kSourceRole = Qt::UserRole + 1;
constexpr int kTargetRole = Qt::UserRole + 2;
constexpr int kWidth = 720;
constexpr int kRowsHeight = 150;
constexpr int kDomainsHeight = 84;

} // namespace

CopyRoutineDialog::CopyRoutineDialog(const ThemeService &themes, Subject subject, QWidget *parent)
    : QDialog(parent)
    , m_themes(themes)
    , m_subject(std::move(subject))
{
    setObjectName(u"copyRoutineDialog"_s);
    buildFields();
    buildLayout();
    connectParts();
    setDomains({}, {});
    retranslate();
    m_name->setText(m_subject.targetRoutine);
    resize(kWidth, sizeHint().height());
}

void CopyRoutineDialog::buildFields()
{
    m_title = new QLabel(this);
    m_title->setFont(titleFont(font()));
    m_accounts = new QLabel(this);
    m_accounts->setObjectName(u"copyAccounts"_s);
    m_accounts->setWordWrap(true);
    m_nameLabel = new QLabel(this);
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"copyName"_s);
    m_nameLabel->setBuddy(m_name);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"copyNameProblem"_s);
    m_problem->setFont(smallFont(font()));
    m_problem->setWordWrap(true);
    m_summary = new QLabel(this);
    m_summary->setObjectName(u"copySummary"_s);
    m_summary->setWordWrap(true);
    m_rows = new QTreeWidget(this);
    m_rows->setObjectName(u"copyVersions"_s);
    m_rows->setColumnCount(ColumnCount);
    m_rows->header()->setObjectName(u"copyColumns"_s);
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->setAllColumnsShowFocus(true);
    m_rows->setMinimumHeight(kRowsHeight);
    m_rows->header()->setStretchLastSection(false);
    m_rows->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_rows->header()->setSectionResizeMode(Description, QHeaderView::Stretch);
    m_domainsLabel = new QLabel(this);
    m_domainsLabel->setWordWrap(true);
    m_domains = new QListWidget(this);
    m_domains->setObjectName(u"copyDomains"_s);
    m_domains->setFixedHeight(kDomainsHeight);
    m_domainsLabel->setBuddy(m_domains);
    m_message = new MessageBar(m_themes, this);
    m_step = new QLabel(this);
    m_step->setObjectName(u"copyStep"_s);
    m_bar = new QProgressBar(this);
    m_bar->setObjectName(u"copyProgress"_s);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    const auto button = [this](const QString &name) {
        auto *made = new QPushButton(this);
        made->setObjectName(name);
        made->setAutoDefault(false);
        return made;
    };
    m_compare = button(u"copyCompare"_s);
    m_close = button(u"copyClose"_s);
    m_stop = button(u"copyStop"_s);
    m_copy = button(u"copyStart"_s);
    m_copy->setProperty("primary", true);
}

void CopyRoutineDialog::buildLayout()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_compare);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(8);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_accounts, m_nameLabel,
                                                            m_name, m_problem, m_summary})
        column->addWidget(widget);
    column->addWidget(m_rows, 1);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_domainsLabel, m_domains, m_message, m_step, m_bar})
        column->addWidget(widget);
    column->addSpacing(8);
    column->addLayout(buttons);
    tabInOrder({m_name, m_rows, m_domains, m_compare, m_close, m_stop, m_copy});
}

void CopyRoutineDialog::connectParts()
{
    connect(m_name, &QLineEdit::textChanged, this, &CopyRoutineDialog::update);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        const QString name = targetRoutine();
        if (name == m_subject.targetRoutine || !routineNameProblem(name).isEmpty())
            return;
        m_subject.targetRoutine = name;
        m_isKnown = false;
        emit nameChosen(name);
    });
    connect(m_rows, &QTreeWidget::currentItemChanged, this, &CopyRoutineDialog::update);
    connect(m_rows, &QTreeWidget::itemDoubleClicked, this, [this] { compareCurrent(); });
    connect(m_compare, &QPushButton::clicked, this, &CopyRoutineDialog::compareCurrent);
    connect(m_copy, &QPushButton::clicked, this, &CopyRoutineDialog::copyRequested);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        emit stopRequested();
    });
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    connect(m_domains, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        emit domainTicked(item->data(kSourceRole).toString(), item->checkState() == Qt::Checked);
    });
}

void CopyRoutineDialog::setSides(const Sides &sides)
{
    m_sides = sides;
    m_isKnown = true;
    fillRows();
    update();
}

QString CopyRoutineDialog::stateText(CopyState state)
{
    switch (state) {
    case CopyState::Same:
        return tr("same on both sides");
    case CopyState::Waiting:
        return tr("to be copied");
    case CopyState::OnlySource:
        return tr("stays in the archive only");
    case CopyState::OnlyTarget:
        return tr("only there");
    }
    return {};
}

void CopyRoutineDialog::fillRows()
{
    m_rows->clear();
    for (const CopyRow &row : std::as_const(m_sides.plan.rows)) {
        auto *item = new QTreeWidgetItem(m_rows);
        item->setText(Here, oneLine(row.source.name, 40));
        item->setText(Description, oneLine(row.source.description));
        item->setText(There, oneLine(row.targetId, 40));
        item->setText(State, stateText(row.state));
        item->setData(Here, kSourceRole, row.source.versionId);
        item->setData(Here, kTargetRole, row.targetId);
    }
}

void CopyRoutineDialog::setDomains(const QStringList &domains, const QStringList &ticked)
{
    const QSignalBlocker quiet(m_domains);
    m_domains->clear();
    for (const QString &domain : domains) {
        auto *item = new QListWidgetItem(oneLine(domain), m_domains);
        item->setData(kSourceRole, domain);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(ticked.contains(domain) ? Qt::Checked : Qt::Unchecked);
    }
    m_domainsLabel->setVisible(!domains.isEmpty());
    m_domains->setVisible(!domains.isEmpty());
    keepRoom();
}

void CopyRoutineDialog::setWorking(const QString &step, int done, int total)
{
    if (!m_isWorking)
        m_stop->setEnabled(true);
    m_isWorking = true;
    m_message->clear();
    setPlainText(m_step, oneLine(step));
    m_bar->setRange(0, total);
    m_bar->setValue(done);
    m_bar->setAccessibleName(tr("Progress: %1").arg(oneLine(step)));
    update();
}

void CopyRoutineDialog::setIdle()
{
    m_isWorking = false;
    update();
}

void CopyRoutineDialog::showError(const Error &error)
{
    setIdle();
    m_message->showError(error);
}

void CopyRoutineDialog::showSuccess(const QString &text)
{
    setIdle();
    m_message->showMessage(MessageBar::Kind::Success, text);
}

QString CopyRoutineDialog::targetRoutine() const
{
    return m_name->text().trimmed();
}

QString CopyRoutineDialog::summary() const
{
    if (!m_isKnown)
        return tr("Both sides are being read…");
    const CopyPlan &plan = m_sides.plan;
    const int waiting = plan.count(CopyState::Waiting);
    const int same = plan.count(CopyState::Same);
    QString text = waiting > 0 ? tr("%n version(s) will be copied, oldest first.", nullptr, waiting)
                               : tr("There is nothing left to copy.");
    if (same > 0)
        text = joinSentences(text, tr("%n version(s) are the same on both sides.", nullptr, same));
    if (const int left = plan.count(CopyState::OnlySource); left > 0)
        text = joinSentences(text, tr("%n older version(s) stay in the archive only, because the "
                                      "other account keeps %1 of a routine.",
                                      nullptr, left)
                                       .arg(m_sides.quota));
    if (const int others = plan.count(CopyState::OnlyTarget); others > 0)
        text = joinSentences(text, tr("The routine there has %n version(s) that are not from here.",
                                      nullptr, others));
    if (!m_sides.withoutCode.isEmpty())
        text = joinSentences(text,
                             tr("Nobody has the code of %1 any more.")
                                 .arg(oneLine(QLocale().createSeparatedList(m_sides.withoutCode))));
    if (!m_sides.targetExists)
        text = joinSentences(text, tr("The routine will be created there."));
    return text;
}

void CopyRoutineDialog::update()
{
    const QString problem = routineNameProblem(targetRoutine());
    setPlainText(m_problem, problem);
    m_problem->setVisible(!problem.isEmpty());
    setPlainText(m_summary, summary());
    const bool isRead = m_isKnown && targetRoutine() == m_subject.targetRoutine;
    const int waiting = isRead ? m_sides.plan.count(CopyState::Waiting) : 0;
    const QString copyText = waiting > 0 ? tr("Copy %n Version(s)", nullptr, waiting) : tr("Copy");
    m_copy->setText(copyText);
    m_copy->setAccessibleName(copyText);
    m_copy->setEnabled(!m_isWorking && problem.isEmpty() && waiting > 0);
    m_name->setEnabled(!m_isWorking);
    m_close->setEnabled(!m_isWorking);
    m_stop->setVisible(m_isWorking);
    m_step->setVisible(m_isWorking);
    m_bar->setVisible(m_isWorking);
    m_compare->setEnabled(!m_isWorking && m_rows->currentItem() != nullptr);
    keepRoom();
}

void CopyRoutineDialog::keepRoom()
{
    // Of its own accord a window does not ask texts that wrap how high they are at its width.
    layout()->activate();
    setMinimumHeight(qMax(layout()->totalMinimumSize().height(),
                          layout()->totalMinimumHeightForWidth(width())));
}

void CopyRoutineDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (event->oldSize().width() != width())
        keepRoom();
}

bool CopyRoutineDialog::event(QEvent *event)
{
    const bool isTaken = QDialog::event(event);
    // Messages come and go without a word to the dialog.
    if (event->type() == QEvent::LayoutRequest)
        keepRoom();
    return isTaken;
}

void CopyRoutineDialog::compareCurrent()
{
    const QTreeWidgetItem *item = m_rows->currentItem();
    if (item && m_compare->isEnabled())
        emit compareRequested(item->data(Here, kSourceRole).toString(),
                              item->data(Here, kTargetRole).toString());
}

void CopyRoutineDialog::closeEvent(QCloseEvent *event)
{
    if (m_isWorking)
        event->ignore();
    else
        QDialog::closeEvent(event);
}

void CopyRoutineDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // Esc stops nothing half-way, and Enter in the name only means the name.
    if ((event->key() == Qt::Key_Escape && m_isWorking) || isEnter)
        return;
    QDialog::keyPressEvent(event);
}

void CopyRoutineDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void CopyRoutineDialog::retranslate()
{
    const QString title = tr("Copy “%1” to Another Account").arg(oneLine(m_subject.routine, 60));
    setWindowTitle(title);
    setPlainText(m_title, title);
    //: %1 and %2 are accounts
    setPlainText(m_accounts, tr("From %1 to %2. The original stays as it is.")
                                 .arg(oneLine(m_subject.sourceAccount, 60),
                                      oneLine(m_subject.targetAccount, 60)));
    m_nameLabel->setText(tr("&Name of the copy"));
    m_name->setAccessibleName(tr("Name of the copy"));
    m_rows->setHeaderLabels({tr("Here"), tr("Description"), tr("There"), tr("State")});
    m_rows->setAccessibleName(tr("Versions on both sides"));
    m_rows->header()->setAccessibleName(tr("Columns of the versions on both sides"));
    m_domainsLabel->setText(tr("&Domains whose traffic the routine gets: tick those that you have "
                               "pointed at the copy. The ticks are remembered."));
    m_domains->setAccessibleName(tr("Domains to point at the copy"));
    m_message->setPlace(tr("Copy"));
    m_compare->setText(tr("Co&mpare Both Sides"));
    m_compare->setAccessibleName(tr("Compare the selected version on both sides"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close the copy"));
    m_stop->setText(tr("Stop After This Version"));
    m_stop->setAccessibleName(tr("Stop copying after this version"));
    fillRows();
    update();
}

} // namespace edgewright
