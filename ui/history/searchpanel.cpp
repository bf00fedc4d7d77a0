// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/searchpanel.h"

#include "common/plaintext.h"
#include "history/searchrows.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kMargin = 8;
constexpr int kPauseMs = 200;
constexpr qsizetype kExpanded = 2000; ///< Rows that are opened by themselves.

} // namespace

SearchPanel::SearchPanel(QWidget *parent)
    : QWidget(parent)
    , m_rows(new SearchRows(this))
    , m_fieldName(new QLabel(this))
    , m_field(new QLineEdit(this))
    , m_case(new QToolButton(this))
    , m_regex(new QToolButton(this))
    , m_scopeName(new QLabel(this))
    , m_scope(new QComboBox(this))
    , m_stop(new QPushButton(this))
    , m_state(new QLabel(this))
    , m_tree(new QTreeView(this))
{
    setObjectName(u"searchPanel"_s);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    buildLayout();
    connectParts();
    retranslate();
}

void SearchPanel::buildLayout()
{
    m_field->setObjectName(u"versionSearchField"_s);
    m_fieldName->setBuddy(m_field);
    m_case->setObjectName(u"versionSearchCase"_s);
    m_regex->setObjectName(u"versionSearchRegex"_s);
    for (QToolButton *toggle : {m_case, m_regex})
        toggle->setCheckable(true);
    m_scope->setObjectName(u"versionSearchScope"_s);
    m_scope->addItems({QString(), QString()});
    m_scope->setCurrentIndex(AllRoutines);
    m_scopeName->setBuddy(m_scope);
    m_stop->setObjectName(u"versionSearchStop"_s);
    m_stop->hide();
    m_state->setProperty("muted", true);
    m_tree->setObjectName(u"versionSearchHits"_s);
    m_tree->setModel(m_rows);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(SearchRows::Text, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(SearchRows::Line, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(SearchRows::Versions, QHeaderView::ResizeToContents);
    m_tree->header()->setObjectName(u"versionSearchHeader"_s);
    m_tree->installEventFilter(this);
    m_field->installEventFilter(this);
    auto *bar = new QHBoxLayout;
    for (QWidget *widget : {static_cast<QWidget *>(m_fieldName), static_cast<QWidget *>(m_field),
                            static_cast<QWidget *>(m_case), static_cast<QWidget *>(m_regex),
                            static_cast<QWidget *>(m_scopeName), static_cast<QWidget *>(m_scope),
                            static_cast<QWidget *>(m_stop)})
        bar->addWidget(widget, widget == m_field ? 1 : 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->addLayout(bar);
    layout->addWidget(m_state);
    layout->addWidget(m_tree, 1);
    setFocusProxy(m_field);
}

void SearchPanel::connectParts()
{
    connect(m_field, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            search();
    });
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (m_asked == query() && m_rows->hitCount() > 0)
            openCurrent();
        else
            search();
    });
    connect(&m_pause, &QTimer::timeout, this, &SearchPanel::search);
    connect(m_case, &QToolButton::toggled, this, &SearchPanel::search);
    connect(m_regex, &QToolButton::toggled, this, &SearchPanel::search);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &SearchPanel::search);
    connect(m_stop, &QPushButton::clicked, this, &SearchPanel::stopRequested);
    connect(m_tree, &QTreeView::doubleClicked, this, &SearchPanel::openCurrent);
}

ArchiveQuery SearchPanel::query() const
{
    const bool all = m_scope->currentIndex() == AllRoutines || m_subject.routine.isEmpty();
    return {.text = m_field->text(),
            .isRegex = m_regex->isChecked(),
            .isCaseSensitive = m_case->isChecked(),
            .accountId = m_subject.accountId,
            .routine = all ? QString() : m_subject.routine};
}

void SearchPanel::setSubject(const RoutineKey &subject)
{
    if (m_subject == subject)
        return;
    m_subject = subject;
    retranslate();
    if (m_asked && isVisible() && !(m_asked == query()))
        search();
}

void SearchPanel::begin(const QString &text)
{
    if (!text.isEmpty() && text != m_field->text()) {
        m_field->setText(text);
        search();
    }
    m_field->setFocus();
    m_field->selectAll();
}

void SearchPanel::search()
{
    m_pause.stop();
    m_rows->clearHits();
    m_summary.reset();
    m_asked = query();
    const bool isWanted = !m_asked->text.isEmpty();
    m_stop->setVisible(isWanted);
    if (!isWanted)
        m_asked.reset();
    tellState();
    emit searchRequested(query());
}

void SearchPanel::addHits(const QList<SearchHit> &hits)
{
    const qsizetype routines = m_rows->routineCount();
    m_rows->addHits(hits);
    if (m_rows->routineCount() != routines && m_rows->hitCount() < kExpanded)
        m_tree->expandAll();
    if (!m_tree->currentIndex().isValid())
        m_tree->setCurrentIndex(m_rows->index(0, 0, m_rows->index(0, 0)));
    tellState();
}

void SearchPanel::showSummary(const SearchSummary &summary)
{
    m_summary = summary;
    m_stop->hide();
    tellState();
}

void SearchPanel::tellState()
{
    QString text;
    if (m_asked && !m_summary) {
        text = tr("Searching…");
    } else if (m_asked && !m_summary->problem.message.isEmpty()) {
        text = m_summary->problem.text();
    } else if (m_asked && m_rows->hitCount() == 0) {
        text = tr("Not found in %n version(s).", nullptr, static_cast<int>(m_summary->versions));
    } else if (m_asked) {
        //: %1 is "12 lines", %2 "3 routines", %3 "340 versions"
        text = tr("%1 in %2; %3 searched.")
                   .arg(tr("%n line(s)", nullptr, static_cast<int>(m_rows->hitCount())),
                        tr("%n routine(s)", nullptr, static_cast<int>(m_rows->routineCount())),
                        tr("%n version(s)", nullptr, static_cast<int>(m_summary->versions)));
        if (!m_summary->isComplete)
            text += u' ' + tr("There are more.");
    } else {
        text =
            tr("Every version that was ever read is searched, also those gone from the service.");
    }
    setPlainText(m_state, text);
}

void SearchPanel::openCurrent()
{
    const QModelIndex index = m_tree->currentIndex();
    if (const std::optional<SearchHit> hit = SearchRows::hitOf(index))
        emit hitActivated(*hit);
}

bool SearchPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (watched == m_field && key == Qt::Key_Down) {
            m_tree->setFocus();
            return true;
        }
        const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (watched == m_tree && isEnter && SearchRows::hitOf(m_tree->currentIndex())) {
            openCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SearchPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SearchPanel::retranslate()
{
    m_fieldName->setText(tr("&Find:"));
    m_field->setAccessibleName(tr("Text to find in all versions"));
    m_field->setPlaceholderText(tr("Find in all versions"));
    m_case->setText(u"Aa"_s);
    m_case->setAccessibleName(tr("Match case in all versions"));
    setPlainToolTip(m_case, tr("Match case"));
    m_regex->setText(u".*"_s);
    m_regex->setAccessibleName(tr("Regular expression in all versions"));
    setPlainToolTip(m_regex, tr("Regular expression"));
    m_scopeName->setText(tr("&In:"));
    m_scope->setAccessibleName(tr("Routines to search"));
    m_scope->setItemText(AllRoutines, tr("All routines"));
    m_scope->setItemText(ThisRoutine, m_subject.routine.isEmpty()
                                          ? tr("This routine")
                                          : tr("Only %1").arg(oneLine(m_subject.routine, 40)));
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop searching all versions"));
    m_tree->setAccessibleName(tr("Lines found in all versions"));
    m_tree->header()->setAccessibleName(tr("Columns of the lines found"));
    m_rows->retranslate();
    tellState();
}

} // namespace edgewright
