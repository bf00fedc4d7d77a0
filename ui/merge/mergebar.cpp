// SPDX-License-Identifier: GPL-3.0-or-later
#include "merge/mergebar.h"

#include "common/icons.h"
#include "common/plaintext.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace edgewright {

MergeBar::MergeBar(const ThemeService &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_top(new QWidget(this))
    , m_conflict(new QWidget(this))
    , m_title(new QLabel(m_top))
    , m_summary(new QLabel(m_top))
    , m_where(new QLabel(m_conflict))
    , m_pages(new QButtonGroup(this))
    , m_choices(new QButtonGroup(this))
    , m_previous(new QToolButton(m_conflict))
    , m_next(new QToolButton(m_conflict))
    , m_decided(new QPushButton(m_conflict))
    , m_finish(new QPushButton(m_top))
{
    setObjectName(u"mergeBar"_s);
    m_title->setObjectName(u"mergeTitle"_s);
    m_title->setFont(strongFont(font()));
    m_summary->setObjectName(u"mergeSummary"_s);
    m_where->setObjectName(u"mergeWhere"_s);
    m_previous->setObjectName(u"mergePrevious"_s);
    m_next->setObjectName(u"mergeNext"_s);
    m_decided->setObjectName(u"mergeDecided"_s);
    m_finish->setObjectName(u"mergeFinish"_s);
    m_finish->setProperty("primary", true);
    for (QLabel *label : {m_title, m_summary, m_where})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    buildTop();
    buildConflict();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 8, 6);
    column->setSpacing(6);
    column->addWidget(m_top);
    column->addWidget(m_conflict);
    connect(m_previous, &QToolButton::clicked, this, &MergeBar::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &MergeBar::nextRequested);
    connect(m_decided, &QPushButton::clicked, this, &MergeBar::decidedRequested);
    connect(m_finish, &QPushButton::clicked, this, &MergeBar::finishRequested);
    connect(&themes, &ThemeService::changed, this, &MergeBar::restyle);
    retranslate();
    restyle();
}

void MergeBar::buildTop()
{
    auto *row = new QHBoxLayout(m_top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    const QStringList names{u"mergeTheirs"_s, u"mergeMine"_s, u"mergeTogether"_s};
    for (int i = 0; i < names.size(); ++i) {
        auto *button = new QToolButton(m_top);
        button->setObjectName(names[i]);
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        m_pages->addButton(button, i);
        row->addWidget(button);
    }
    m_pages->button(static_cast<int>(Page::Together))->setChecked(true);
    connect(m_pages, &QButtonGroup::idClicked, this,
            [this](int id) { emit pageChosen(static_cast<Page>(id)); });
    row->addSpacing(8);
    row->addWidget(m_title, 2);
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_summary, 3);
    row->addSpacing(4);
    row->addWidget(m_finish);
}

void MergeBar::buildConflict()
{
    auto *row = new QHBoxLayout(m_conflict);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addSpacing(4);
    row->addWidget(m_where, 1);
    const QStringList names{u"mergeTakeMine"_s, u"mergeTakeTheirs"_s, u"mergeTakeBoth"_s,
                            u"mergeTakeBase"_s};
    for (int i = 0; i < names.size(); ++i) {
        auto *button = new QPushButton(m_conflict);
        button->setObjectName(names[i]);
        m_choices->addButton(button, i);
        row->addWidget(button);
    }
    connect(m_choices, &QButtonGroup::idClicked, this,
            [this](int id) { emit choiceRequested(static_cast<MergeChoice>(id)); });
    row->addWidget(m_decided);
}

void MergeBar::setState(const State &state)
{
    m_state = state;
    showState();
}

void MergeBar::setPage(Page page)
{
    m_pages->button(static_cast<int>(page))->setChecked(true);
    m_conflict->setVisible(page == Page::Together && m_state.conflicts > 0);
}

void MergeBar::showState()
{
    setPlainText(m_title, tr("%1 and your draft of %2")
                              .arg(oneLine(m_state.theirsName, 20), oneLine(m_state.routine, 40)));
    m_title->setToolTip(plainToolTip(m_title->text()));
    setPlainText(m_summary, summary());
    m_summary->setToolTip(plainToolTip(m_summary->text()));
    setPlainText(m_where, conflictWords());
    m_where->setToolTip(plainToolTip(m_where->text()));
    const bool hasCurrent = m_state.current > 0;
    for (QAbstractButton *button : m_choices->buttons())
        button->setEnabled(hasCurrent || m_state.undecided > 0);
    m_decided->setEnabled(hasCurrent && !m_state.isCurrentDecided);
    for (QToolButton *button : {m_previous, m_next})
        button->setEnabled(m_state.undecided > 0);
    m_finish->setText(m_state.undecided > 0 ? tr("%n to Decide", "", m_state.undecided)
                                            : tr("Use as Draft"));
    m_finish->setAccessibleName(m_state.undecided > 0
                                    ? tr("%n to decide: go to the next", "", m_state.undecided)
                                    : tr("Use the merged text as draft"));
    setPage(static_cast<Page>(m_pages->checkedId()));
}

QString MergeBar::summary() const
{
    if (!m_state.problem.isEmpty())
        return m_state.problem;
    if (m_state.undecided > 0)
        return tr("%1 of %2 left to decide").arg(m_state.undecided).arg(m_state.conflicts);
    if (m_state.conflicts > 0)
        return tr("All %n decided", "", m_state.conflicts);
    //: Nothing has to be decided. %1: "v19", %2 and %3 are numbers of places in the code.
    return tr("Merges cleanly: %1 changed %2, you changed %3")
        .arg(oneLine(m_state.theirsName, 20), tr("%n place(s)", "", m_state.theirs),
             tr("%n place(s)", "", m_state.mine));
}

QString MergeBar::conflictWords() const
{
    if (m_state.current == 0)
        return m_state.undecided > 0 ? tr("The caret is in no conflict; F7 goes to the next.")
                                     : tr("Nothing is left to decide.");
    const QString where = tr("Conflict %1 of %2").arg(m_state.current).arg(m_state.conflicts);
    if (m_state.isCurrentDecided)
        return tr("%1 · decided").arg(where);
    return tr("%1 · mine: %2, theirs: %3, base: %4")
        .arg(where, tr("%n line(s)", "", m_state.mineLines),
             tr("%n line(s)", "", m_state.theirsLines), tr("%n line(s)", "", m_state.baseLines));
}

void MergeBar::restyle()
{
    const Theme &theme = m_themes.current();
    m_previous->setIcon(icon(IconName::Previous, theme));
    m_next->setIcon(icon(IconName::Next, theme));
    m_where->setStyleSheet(u"color: %1;"_s.arg(theme.window.muted.name()));
    setAutoFillBackground(true);
}

void MergeBar::retranslate()
{
    setAccessibleName(tr("Merge"));
    const QStringList pages{tr("Their Change"), tr("Mine"), tr("Together")};
    const QStringList pageNames{tr("Show their change"), tr("Show my change"),
                                tr("Show both together")};
    const QStringList choices{tr("Mine"), tr("Theirs"), tr("Both"), tr("Base")};
    const QStringList choiceNames{
        tr("Take mine for this conflict"), tr("Take theirs for this conflict"),
        tr("Take both for this conflict, mine first"), tr("Take the base for this conflict")};
    for (int i = 0; i < pages.size(); ++i) {
        m_pages->button(i)->setText(pages[i]);
        m_pages->button(i)->setAccessibleName(pageNames[i]);
        m_pages->button(i)->setToolTip(pageNames[i]);
    }
    for (int i = 0; i < choices.size(); ++i) {
        m_choices->button(i)->setText(choices[i]);
        m_choices->button(i)->setAccessibleName(choiceNames[i]);
        m_choices->button(i)->setToolTip(choiceNames[i] + u" (Alt+%1)"_s.arg(i + 1));
    }
    m_previous->setAccessibleName(tr("Previous conflict"));
    m_previous->setToolTip(tr("Previous conflict (Shift+F7)"));
    m_next->setAccessibleName(tr("Next conflict"));
    m_next->setToolTip(tr("Next conflict (F7)"));
    m_decided->setText(tr("Mark as Decided"));
    m_decided->setAccessibleName(tr("Mark this conflict as decided"));
    m_decided->setToolTip(tr("Keeps what stands there without the lines that frame it (Alt+5)"));
    showState();
}

void MergeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace edgewright
