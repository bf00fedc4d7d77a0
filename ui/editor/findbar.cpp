// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/findbar.h"

#include "editor/codeeditor.h"
#include "editor/scintilla.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <chrono>

namespace edgewright {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using scintilla::Sci;
using scintilla::send;

namespace {

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
    , m_count(new QLabel(this))
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
    m_count->setTextFormat(Qt::PlainText);
    m_count->setMinimumWidth(110);
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

SearchQuery FindBar::query() const
{
    return {.pattern = m_pattern->text(),
            .caseSensitive = m_caseSensitive->isChecked(),
            .wholeWord = m_wholeWord->isChecked(),
            .regularExpression = m_expression->isChecked(),
            .replacement = m_replacement->text()};
}

void FindBar::setScope(bool on)
{
    const int length = send(m_editor, Sci::SCI_GETLENGTH);
    send(m_editor, Sci::SCI_SETINDICATORCURRENT, scintilla::FindScopeIndicator);
    send(m_editor, Sci::SCI_INDICATORCLEARRANGE, 0, length);
    const int begin = send(m_editor, Sci::SCI_GETSELECTIONSTART);
    const int end = send(m_editor, Sci::SCI_GETSELECTIONEND);
    // The mark moves with the text, so the range stays right while matches are replaced.
    if (on && end > begin)
        send(m_editor, Sci::SCI_INDICATORFILLRANGE, begin, end - begin);
    m_anchor = begin;
    search();
}

void FindBar::search()
{
    m_pause.stop();
    const int length = send(m_editor, Sci::SCI_GETLENGTH);
    int from = 0;
    int to = length;
    if (m_inSelection->isChecked()) {
        const int scope = scintilla::FindScopeIndicator;
        const bool atStart = send(m_editor, Sci::SCI_INDICATORVALUEAT, scope, 0) != 0;
        from = atStart ? 0 : send(m_editor, Sci::SCI_INDICATOREND, scope, 0);
        to = send(m_editor, Sci::SCI_INDICATOREND, scope, from);
    }
    const std::string_view all = scintilla::range(m_editor, 0, length);
    m_outcome = searchText(QByteArray::fromRawData(all.data(), static_cast<qsizetype>(all.size())),
                           query(), from, to);
    markMatches();
    showCount();
}

void FindBar::searchFromAnchor()
{
    search();
    const QList<SearchMatch> &matches = m_outcome.matches;
    const auto next =
        std::find_if(matches.begin(), matches.end(),
                     [this](const SearchMatch &match) { return match.begin >= m_anchor; });
    if (!matches.isEmpty())
        select(next == matches.end() ? 0 : next - matches.begin());
    else
        m_editor.goToPosition(std::min(m_anchor, send(m_editor, Sci::SCI_GETLENGTH)));
}

void FindBar::markMatches()
{
    send(m_editor, Sci::SCI_SETINDICATORCURRENT, scintilla::FindMatchIndicator);
    send(m_editor, Sci::SCI_INDICATORCLEARRANGE, 0, send(m_editor, Sci::SCI_GETLENGTH));
    for (const SearchMatch &match : m_outcome.matches)
        send(m_editor, Sci::SCI_INDICATORFILLRANGE, match.begin, match.end - match.begin);
    m_current = matchAtSelection();
    mark(m_current, false);
}

void FindBar::mark(qsizetype match, bool on)
{
    if (match < 0 || match >= m_outcome.matches.size())
        return;
    const SearchMatch &range = m_outcome.matches[match];
    send(m_editor, Sci::SCI_SETINDICATORCURRENT, scintilla::FindMatchIndicator);
    send(m_editor, on ? Sci::SCI_INDICATORFILLRANGE : Sci::SCI_INDICATORCLEARRANGE, range.begin,
         range.end - range.begin);
}

qsizetype FindBar::matchAtSelection() const
{
    const int begin = send(m_editor, Sci::SCI_GETSELECTIONSTART);
    const int end = send(m_editor, Sci::SCI_GETSELECTIONEND);
    const QList<SearchMatch> &matches = m_outcome.matches;
    const auto found =
        std::lower_bound(matches.begin(), matches.end(), begin,
                         [](const SearchMatch &match, int wanted) { return match.begin < wanted; });
    const bool same = found != matches.end() && found->begin == begin && found->end == end;
    return same ? found - matches.begin() : -1;
}

void FindBar::select(qsizetype match)
{
    mark(m_current, true);
    mark(match, false);
    m_current = match;
    const SearchMatch &target = m_outcome.matches[match];
    m_editor.selectRange(static_cast<int>(target.begin), static_cast<int>(target.end));
    showCount();
}

void FindBar::findNext()
{
    search();
    const QList<SearchMatch> &matches = m_outcome.matches;
    if (matches.isEmpty())
        return;
    const int end = send(m_editor, Sci::SCI_GETSELECTIONEND);
    const auto next = std::find_if(matches.begin(), matches.end(),
                                   [end](const SearchMatch &match) { return match.begin >= end; });
    select(next == matches.end() ? 0 : next - matches.begin());
    m_anchor = m_editor.caretPosition();
}

void FindBar::findPrevious()
{
    search();
    const QList<SearchMatch> &matches = m_outcome.matches;
    if (matches.isEmpty())
        return;
    const int begin = send(m_editor, Sci::SCI_GETSELECTIONSTART);
    const auto next = std::find_if(matches.begin(), matches.end(),
                                   [begin](const SearchMatch &match) { return match.end > begin; });
    select((next == matches.begin() ? matches.size() : next - matches.begin()) - 1);
    m_anchor = m_editor.caretPosition();
}

void FindBar::replaceOne()
{
    search();
    const qsizetype current = matchAtSelection();
    if (current >= 0 && !m_editor.isReadOnly()) {
        const SearchMatch match = m_outcome.matches[current];
        m_editor.replaceRange(static_cast<int>(match.begin), static_cast<int>(match.end),
                              match.replacement);
        m_editor.goToPosition(static_cast<int>(match.begin + match.replacement.size()));
    }
    findNext();
}

void FindBar::replaceAll()
{
    search();
    if (m_editor.isReadOnly() || m_outcome.matches.isEmpty())
        return;
    const QList<SearchMatch> matches = m_outcome.matches;
    const scintilla::UndoStep step(m_editor);
    // From the end, so that the offsets in front stay right.
    for (auto match = matches.crbegin(); match != matches.crend(); ++match)
        m_editor.replaceRange(static_cast<int>(match->begin), static_cast<int>(match->end),
                              match->replacement);
    m_outcome = {};
    m_count->setText(tr("%n replaced", nullptr, static_cast<int>(matches.size())));
}

void FindBar::showCount()
{
    const bool wrong = !m_outcome.error.isEmpty();
    if (m_pattern->property("invalid").toBool() != wrong) {
        m_pattern->setProperty("invalid", wrong);
        m_pattern->style()->unpolish(m_pattern);
        m_pattern->style()->polish(m_pattern);
    }
    m_pattern->setToolTip(Qt::convertFromPlainText(m_outcome.error));
    const qsizetype count = m_outcome.matches.size();
    const QString total = m_outcome.complete ? locale().toString(count)
                                             : tr("more than %1").arg(locale().toString(count));
    const qsizetype current = matchAtSelection();
    if (wrong)
        m_count->setText(m_outcome.error);
    else if (m_pattern->text().isEmpty())
        m_count->clear();
    else if (count == 0)
        m_count->setText(m_outcome.complete ? tr("No matches") : tr("Search stopped: too complex"));
    else if (current < 0)
        m_count->setText(tr("%1 matches").arg(total));
    else
        m_count->setText(tr("%1 of %2").arg(locale().toString(current + 1), total));
    for (QWidget *const button :
         std::initializer_list<QWidget *>{m_previous, m_next, m_replace, m_replaceAll})
        button->setEnabled(count > 0);
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
