// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/findbar.h"

#include "common/elidedlabel.h"
#include "common/plaintext.h"
#include "editor/codeeditor.h"
#include "editor/scintilla.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <chrono>

namespace edgewright {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using scintilla::Sci;
using scintilla::send;

namespace {

constexpr int kFieldWidth = 200;
constexpr int kCountWidth = 100;

QToolButton *toggle(const QString &name, QWidget *parent)
{
    auto *const button = new QToolButton(parent);
    button->setObjectName(name);
    button->setCheckable(true);
    return button;
}

void describe(QAbstractButton *button, const QString &text, const QString &name)
{
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(name);
}

} // namespace

FindBar::FindBar(CodeEditor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_pattern(new QLineEdit(this))
    , m_replacement(new QLineEdit(this))
    , m_count(new ElidedLabel(this))
    , m_caseSensitive(toggle(u"findCaseSensitive"_s, this))
    , m_wholeWord(toggle(u"findWholeWord"_s, this))
    , m_expression(toggle(u"findRegularExpression"_s, this))
    , m_inSelection(toggle(u"findInSelection"_s, this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_close(new QToolButton(this))
    , m_replace(new QPushButton(this))
    , m_replaceAll(new QPushButton(this))
    , m_replaceRow(new QWidget(this))
{
    setObjectName(u"findBar"_s);
    setAutoFillBackground(true);
    m_pause.setSingleShot(true);
    m_pause.setInterval(120ms);
    buildLayout();
    connectParts();
    retranslate();
    hide();
}

void FindBar::buildLayout()
{
    m_pattern->setObjectName(u"findPattern"_s);
    m_replacement->setObjectName(u"findReplacement"_s);
    m_count->setObjectName(u"findCount"_s);
    m_count->setMinimumWidth(kCountWidth);
    m_count->setMaximumWidth(3 * kCountWidth);
    m_pattern->setMinimumWidth(kFieldWidth);
    m_replacement->setMinimumWidth(kFieldWidth);
    m_previous->setObjectName(u"findPrevious"_s);
    m_next->setObjectName(u"findNext"_s);
    m_close->setObjectName(u"findClose"_s);
    m_replace->setObjectName(u"findReplace"_s);
    m_replaceAll->setObjectName(u"findReplaceAll"_s);
    m_pattern->setClearButtonEnabled(false);

    auto *const findRow = new QHBoxLayout;
    findRow->addWidget(m_pattern, 1);
    for (QToolButton *const button : {m_caseSensitive, m_wholeWord, m_expression, m_inSelection})
        findRow->addWidget(button);
    findRow->addWidget(m_count);
    for (QToolButton *const button : {m_previous, m_next, m_close})
        findRow->addWidget(button);

    auto *const replaceRow = new QHBoxLayout(m_replaceRow);
    replaceRow->setContentsMargins({});
    replaceRow->addWidget(m_replacement, 1);
    replaceRow->addWidget(m_replace);
    replaceRow->addWidget(m_replaceAll);

    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 6, 8, 6);
    rows->setSpacing(6);
    rows->addLayout(findRow);
    rows->addWidget(m_replaceRow);
}

void FindBar::connectParts()
{
    connect(m_pattern, &QLineEdit::textEdited, this, &FindBar::searchFromAnchor);
    connect(m_replacement, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
    for (QToolButton *const button : {m_caseSensitive, m_wholeWord, m_expression})
        connect(button, &QToolButton::toggled, this, &FindBar::searchFromAnchor);
    connect(m_inSelection, &QToolButton::toggled, this, &FindBar::setScope);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(m_next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    connect(m_replace, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(m_replaceAll, &QPushButton::clicked, this, &FindBar::replaceAll);
    connect(&m_pause, &QTimer::timeout, this, &FindBar::search);
    const auto searchSoon = [this] {
        if (isVisible())
            m_pause.start();
    };
    connect(&m_editor, &CodeEditor::edited, this, searchSoon);
    connect(&m_editor, &CodeEditor::reset, this, searchSoon);
    connect(&m_editor, &CodeEditor::caretMoved, this, &FindBar::showCount);
}

void FindBar::retranslate()
{
    m_pattern->setAccessibleName(tr("Find"));
    m_pattern->setPlaceholderText(tr("Find"));
    m_replacement->setAccessibleName(tr("Replace with"));
    m_replacement->setPlaceholderText(tr("Replace with"));
    setPlainToolTip(
        m_replacement,
        tr("With a regular expression: $1 to $9 or \\1 to \\9 are its groups, $& is the "
           "whole match, \\n a line break, \\t a tab, \\\\ a backslash."));
    describe(m_caseSensitive, u"Aa"_s, tr("Match case"));
    describe(m_wholeWord, u"ab|"_s, tr("Whole words"));
    describe(m_expression, u".*"_s, tr("Regular expression"));
    describe(m_inSelection, tr("Selection"), tr("Only in the selection"));
    describe(m_previous, u"↑"_s, tr("Previous match (Shift+F3)"));
    describe(m_next, u"↓"_s, tr("Next match (F3)"));
    describe(m_close, u"✕"_s, tr("Close the find bar (Esc)"));
    m_replace->setText(tr("Replace"));
    m_replace->setAccessibleName(tr("Replace this match"));
    m_replaceAll->setText(tr("Replace All"));
    m_replaceAll->setAccessibleName(tr("Replace all matches"));
    showCount();
}

void FindBar::openFind()
{
    open(false);
}

void FindBar::openReplace()
{
    open(!m_editor.isReadOnly());
}

void FindBar::open(bool replacing)
{
    m_replaceRow->setVisible(replacing);
    m_anchor = send(m_editor, Sci::SCI_GETSELECTIONSTART);
    const QString selected = m_editor.selectedLineText();
    if (!selected.isEmpty() && !m_inSelection->isChecked())
        m_pattern->setText(selected);
    show();
    m_pattern->setFocus(Qt::ShortcutFocusReason);
    m_pattern->selectAll();
    search();
}

void FindBar::close()
{
    m_pause.stop();
    m_inSelection->setChecked(false);
    m_outcome = {};
    markMatches();
    hide();
    m_editor.setFocus(Qt::OtherFocusReason);
}

QString FindBar::countText() const
{
    if (!m_outcome.error.isEmpty())
        return m_outcome.error;
    if (m_replaced > 0)
        return tr("%n replaced", nullptr, m_replaced);
    if (m_pattern->text().isEmpty())
        return {};
    const qsizetype count = m_outcome.matches.size();
    if (count == 0)
        return m_outcome.complete ? tr("No matches") : tr("Search stopped: too complex");
    const qsizetype current = matchAtSelection();
    if (count == 1 && current < 0)
        return tr("1 match");
    const QString total = m_outcome.complete ? locale().toString(count)
                                             : tr("more than %1").arg(locale().toString(count));
    return current < 0 ? tr("%1 matches").arg(total)
                       : tr("%1 of %2").arg(locale().toString(current + 1), total);
}

void FindBar::showCount()
{
    const bool wrong = !m_outcome.error.isEmpty();
    if (m_pattern->property("invalid").toBool() != wrong) {
        m_pattern->setProperty("invalid", wrong);
        m_pattern->style()->unpolish(m_pattern);
        m_pattern->style()->polish(m_pattern);
    }
    setPlainToolTip(m_pattern, m_outcome.error);
    m_count->setFullText(countText());
    const bool found = !m_outcome.matches.isEmpty();
    for (QWidget *const button :
         std::initializer_list<QWidget *>{m_previous, m_next, m_replace, m_replaceAll})
    {
        // Qt would hand the focus on to whatever follows, perhaps outside of the bar.
        if (!found && button->hasFocus())
            m_pattern->setFocus(Qt::OtherFocusReason);
        button->setEnabled(found);
    }
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool shift = event->modifiers() == Qt::ShiftModifier;
    const int key = event->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key == Qt::Key_Escape)
        close();
    else if (enter && m_replacement->hasFocus())
        replaceOne();
    else if (key == Qt::Key_F3 || enter)
        shift ? findPrevious() : findNext();
    else if (key == Qt::Key_H && event->modifiers() == Qt::ControlModifier)
        openReplace();
    else if (key == Qt::Key_F && event->modifiers() == Qt::ControlModifier)
        openFind();
    else
        QWidget::keyPressEvent(event);
}

void FindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace edgewright
