// SPDX-License-Identifier: GPL-3.0-or-later
#include "merge/mergeview.h"

#include "common/plaintext.h"
#include "merge/mergechoices.h"

#include <QEvent>
#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace edgewright {

namespace {

/// What is typed is looked at when the hands rest for a moment.
constexpr auto kPause = 20ms;

} // namespace

MergeView::MergeView(const ThemeService &themes, const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_text(parts.together)
    , m_bar(new MergeBar(themes, this))
    , m_pages(new QStackedWidget(this))
    , m_message(new QLabel(this))
{
    setObjectName(u"mergeView"_s);
    m_text->setParent(this);
    m_message->setObjectName(u"mergeMessage"_s);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setMargin(24);
    for (QWidget *page :
         {parts.theirChange, parts.myChange, m_text->widget(), static_cast<QWidget *>(m_message)})
        m_pages->addWidget(page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
    m_later.setSingleShot(true);
    m_later.setInterval(kPause);
    connect(&m_later, &QTimer::timeout, this, &MergeView::refresh);
    connect(m_bar, &MergeBar::pageChosen, this, &MergeView::showPage);
    connect(m_bar, &MergeBar::nextRequested, this, [this] { goToConflict(true); });
    connect(m_bar, &MergeBar::previousRequested, this, [this] { goToConflict(false); });
    connect(m_bar, &MergeBar::choiceRequested, this, &MergeView::choose);
    connect(m_bar, &MergeBar::decidedRequested, this, &MergeView::markDecided);
    connect(m_bar, &MergeBar::finishRequested, this, &MergeView::finish);
    connect(&themes, &ThemeService::changed, &m_later, qOverload<>(&QTimer::start));
    connectText();
    addShortcuts();
    showMessage({});
}

void MergeView::connectText()
{
    connect(m_text, &MergeText::changed, this,
            [this](qsizetype position, qsizetype removed, qsizetype inserted, bool isUndo) {
                if (m_isLoading)
                    return;
                m_document.follow(position, removed, inserted, isUndo);
                m_later.start();
            });
    connect(m_text, &MergeText::caretMoved, this, &MergeView::updateBar);
    connect(m_text, &MergeText::scrolled, this, &MergeView::placeChoices);
}

void MergeView::addShortcuts()
{
    const auto on = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, act] {
            if (m_isOpen)
                act();
        });
    };
    constexpr std::array kChoices{
        std::pair{Qt::Key_1, MergeChoice::Mine}, std::pair{Qt::Key_2, MergeChoice::Theirs},
        std::pair{Qt::Key_3, MergeChoice::Both}, std::pair{Qt::Key_4, MergeChoice::Base}};
    for (const auto &[key, choice] : kChoices)
        on(QKeySequence(Qt::ALT | key), [this, choice = choice] { choose(choice); });
    on(QKeySequence(Qt::ALT | Qt::Key_5), [this] { markDecided(); });
    on(QKeySequence(Qt::Key_F7), [this] { goToConflict(true); });
    on(QKeySequence(Qt::SHIFT | Qt::Key_F7), [this] { goToConflict(false); });
}

void MergeView::showMessage(const QString &text)
{
    m_isOpen = false;
    m_bar->setVisible(false);
    setPlainText(m_message, text);
    m_pages->setCurrentWidget(m_message);
}

void MergeView::open(const QString &routine, const MergeSources &sources, const diff::Merge &merge)
{
    m_routine = routine;
    m_document = MergeDocument(sources, merge);
    m_isLoading = true;
    m_text->setBytes(m_document.start());
    m_isLoading = false;
    m_isOpen = true;
    m_bar->setVisible(true);
    refresh();
    showPage(MergeBar::Page::Together);
    const int first = m_document.nextUndecided(-1, true);
    const QList<MergeMark> marks = m_document.marks(m_document.start());
    if (first >= 0)
        m_text->goTo(m_document.begin(first));
    else if (!marks.isEmpty())
        m_text->goTo(marks.constFirst().begin);
    updateBar();
}

void MergeView::showPage(MergeBar::Page page)
{
    if (!m_isOpen)
        return;
    m_pages->setCurrentIndex(static_cast<int>(page));
    m_bar->setPage(page);
    setFocusProxy(m_pages->currentWidget());
    if (page == MergeBar::Page::Together)
        placeChoices();
    emit pageShown();
}

int MergeView::conflictAtCaret() const
{
    return m_document.conflictAt(m_text->caret());
}

void MergeView::goToConflict(bool forward)
{
    const int current = conflictAtCaret();
    const qsizetype from = current >= 0 ? m_document.begin(current) : m_text->caret();
    const int next = m_document.nextUndecided(from, forward);
    if (next < 0)
        return;
    showPage(MergeBar::Page::Together);
    m_text->goTo(m_document.begin(next));
    updateBar();
}

void MergeView::choose(MergeChoice choice)
{
    const int current = conflictAtCaret();
    const int wanted = current >= 0 ? current : m_document.nextUndecided(m_text->caret(), true);
    if (wanted >= 0)
        decide(wanted, choice);
}

void MergeView::decide(int conflict, MergeChoice choice)
{
    showPage(MergeBar::Page::Together);
    const QByteArray replacement = m_document.replacement(conflict, choice);
    m_text->replace(m_document.begin(conflict), m_document.length(conflict), replacement);
    m_document.setDecided(conflict, true);
    m_text->goTo(m_document.begin(conflict));
    refresh();
}

void MergeView::markDecided()
{
    const int conflict = conflictAtCaret();
    if (conflict < 0 || m_document.isDecided(conflict))
        return;
    const qsizetype begin = m_document.begin(conflict);
    const QByteArray now = m_text->bytes().mid(begin, m_document.length(conflict));
    const QByteArray kept = m_document.withoutFrame(now);
    if (kept != now)
        m_text->replace(begin, now.size(), kept);
    m_document.setDecided(conflict, true);
    m_text->goTo(begin);
    refresh();
}

void MergeView::finish()
{
    if (!m_isOpen)
        return;
    refresh();
    if (m_document.undecided() > 0) {
        goToConflict(true);
    } else if (m_stray >= 0) {
        showPage(MergeBar::Page::Together);
        m_text->goTo(m_stray);
    } else {
        emit finished(m_text->bytes());
    }
}

void MergeView::refresh()
{
    if (!m_isOpen)
        return;
    m_later.stop();
    const QByteArray now = m_text->bytes();
    m_stray = m_document.strayFrame(now);
    m_text->setMarks(m_document.marks(now));
    updateBar();
    placeChoices();
}

void MergeView::updateBar()
{
    if (!m_isOpen)
        return;
    const int current = conflictAtCaret();
    MergeBar::State state{.routine = m_routine,
                          .theirsName = m_document.sources().theirsName,
                          .conflicts = m_document.conflicts(),
                          .undecided = m_document.undecided(),
                          .theirs = m_document.taken(diff::MergeKind::Theirs),
                          .mine = m_document.taken(diff::MergeKind::Mine),
                          .current = current + 1};
    if (current >= 0) {
        state.isCurrentDecided = m_document.isDecided(current);
        state.mineLines = m_document.lines(current, MergeChoice::Mine);
        state.theirsLines = m_document.lines(current, MergeChoice::Theirs);
        state.baseLines = m_document.lines(current, MergeChoice::Base);
    }
    if (state.undecided == 0 && m_stray >= 0)
        state.problem = tr("A line that framed a conflict is left in the text.");
    m_bar->setState(state);
}

void MergeView::placeChoices()
{
    qsizetype used = 0;
    const bool isShown = m_isOpen && m_pages->currentWidget() == m_text->widget();
    for (int i = 0; isShown && i < m_document.conflicts(); ++i) {
        if (m_document.isDecided(i))
            continue;
        const QRect line = m_text->lineAt(m_document.begin(i));
        if (!line.isValid())
            continue;
        if (used == m_choices.size()) {
            auto *made = new MergeChoices(m_themes, m_text->viewport());
            connect(made, &MergeChoices::chosen, this, &MergeView::decide);
            m_choices.append(made);
        }
        m_choices[used]->setConflict(i);
        m_choices[used++]->placeAt(line);
    }
    for (; used < m_choices.size(); ++used)
        m_choices[used]->setVisible(false);
}

void MergeView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateBar();
    QWidget::changeEvent(event);
}

} // namespace edgewright
