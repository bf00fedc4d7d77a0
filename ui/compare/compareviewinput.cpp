// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/background.h"
#include "compare/comparebar.h"
#include "compare/comparecanvas.h"
#include "compare/comparefindbar.h"
#include "compare/compareheader.h"
#include "compare/comparesearch.h"
#include "compare/compareview.h"
#include "compare/inlineedit.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>

#include <algorithm>

// What the user adjusts: layout, context, whitespace, find, keys.
namespace edgewright {

namespace {

constexpr int kNarrow = 900;
constexpr int kUnfolded = -1;
constexpr std::size_t kMostMatches = 10000;

} // namespace

void CompareView::applyTheme(const Theme &newTheme)
{
    m_theme = &theme(newTheme.kind);
    m_header->applyTheme(newTheme, m_colorBlindSafe);
    m_bar->applyTheme(newTheme);
    m_findBar->applyTheme(newTheme);
    m_canvas->applyTheme(newTheme, m_colorBlindSafe);
    update();
}

void CompareView::setColorBlindSafe(bool on)
{
    m_colorBlindSafe = on;
    applyTheme(*m_theme);
}

void CompareView::setCodeFont(const QFont &font)
{
    m_canvas->setCodeFont(font);
}

void CompareView::setWordWrap(bool on)
{
    m_canvas->setWrapped(on);
}

void CompareView::setUnified(std::optional<bool> unified)
{
    m_unified = unified;
    updateLayout();
    emit choicesChanged();
}

void CompareView::setChoices(const Choices &choices)
{
    m_unified = choices.unified;
    m_context = choices.context;
    updateLayout();
    setWholeFile(choices.wholeFile);
}

CompareView::Choices CompareView::choices() const
{
    return {.unified = m_unified, .context = m_context, .wholeFile = m_wholeFile};
}

bool CompareView::isUnified() const
{
    return m_unified.value_or(width() < kNarrow);
}

void CompareView::updateLayout()
{
    m_bar->setLayoutChoice(m_unified, isUnified());
    m_canvas->setUnified(isUnified());
}

void CompareView::setContext(int lines)
{
    m_context = lines;
    m_bar->setContext(m_context, m_wholeFile);
    m_canvas->setContext(m_wholeFile ? kUnfolded : m_context);
    updatePlace(false);
    emit choicesChanged();
}

void CompareView::setWholeFile(bool on)
{
    m_wholeFile = on;
    setContext(m_context);
}

void CompareView::setIgnore(const diff::Ignore &ignore)
{
    m_canvas->inlineEdit().finish();
    m_ignore = ignore;
    m_bar->setIgnore(m_ignore);
    if (m_hasContent)
        start(true);
    emit choicesChanged();
}

void CompareView::find()
{
    if (!m_hasContent)
        return;
    const QString selected = QString::fromUtf8(m_canvas->selectedText());
    m_findBar->open(selected.contains(QLatin1Char('\n')) ? QString() : selected);
    search();
}

void CompareView::search()
{
    const int number = ++m_searching;
    if (!m_hasContent)
        return;
    const CompareDocumentPtr document = m_canvas->scene().shared();
    auto *reply = runInBackground<std::vector<CompareMatch>>(
        this,
        [document, text = m_findBar->text(),
         cases = m_findBar->cases()]() -> Result<std::vector<CompareMatch>> {
            return findInBoth(*document, text, cases, kMostMatches);
        });
    reply->then(this, [this, number, document](const Result<std::vector<CompareMatch>> &found) {
        if (number != m_searching || document != m_canvas->scene().shared())
            return;
        m_canvas->setMatches(*found);
        const auto count = static_cast<int>(found->size());
        m_findBar->setFound(-1, count, found->size() >= kMostMatches);
        if (count > 0)
            goToMatch(0);
    });
}

void CompareView::goToMatch(int match)
{
    const auto count = static_cast<int>(m_canvas->scene().matches.size());
    if (count == 0)
        return;
    const int wanted = (match + count) % count;
    m_canvas->showMatch(wanted);
    m_findBar->setFound(wanted, count, count >= static_cast<int>(kMostMatches));
}

void CompareView::findNext()
{
    goToMatch(m_canvas->scene().currentMatch + 1);
}

void CompareView::findPrevious()
{
    goToMatch(std::max(m_canvas->scene().currentMatch, 0) - 1);
}

void CompareView::closeFind()
{
    ++m_searching;
    m_findBar->hide();
    m_canvas->setMatches({});
    m_canvas->setFocus();
}

bool CompareView::runKey(int key, Qt::KeyboardModifiers modifiers, bool onlyAsk)
{
    struct Binding {
        int key;
        Qt::KeyboardModifiers modifiers;
        void (*run)(CompareView &);
    };
    constexpr Qt::KeyboardModifiers both = Qt::ControlModifier | Qt::ShiftModifier;
    static const std::initializer_list<Binding> bindings{
        {Qt::Key_F7, Qt::NoModifier, [](CompareView &view) { view.goToNextChange(); }},
        {Qt::Key_F7, Qt::ShiftModifier, [](CompareView &view) { view.goToPreviousChange(); }},
        {Qt::Key_F, Qt::ControlModifier, [](CompareView &view) { view.find(); }},
        {Qt::Key_F3, Qt::NoModifier, [](CompareView &view) { view.findNext(); }},
        {Qt::Key_F3, Qt::ShiftModifier, [](CompareView &view) { view.findPrevious(); }},
        {Qt::Key_U, both, [](CompareView &view) { view.setUnified(!view.isUnified()); }},
        {Qt::Key_A, both, [](CompareView &view) { view.setWholeFile(!view.m_wholeFile); }},
        {Qt::Key_X, both, [](CompareView &view) { view.swapSides(); }},
        {Qt::Key_W, both,
         [](CompareView &view) {
             diff::Ignore ignore = view.m_ignore;
             ignore.allSpace = !ignore.allSpace;
             view.setIgnore(ignore);
         }},
    };
    if (key == Qt::Key_Escape && !m_findBar->isHidden()) {
        if (!onlyAsk)
            closeFind();
        return true;
    }
    for (const Binding &binding : bindings) {
        if (binding.key != key || binding.modifiers != modifiers)
            continue;
        if (!onlyAsk)
            binding.run(*this);
        return true;
    }
    return false;
}

bool CompareView::event(QEvent *event)
{
    // Taken before the window's own shortcuts of the same keys, so that they are never ambiguous.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (runKey(key->key(), key->modifiers(), true)) {
            key->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void CompareView::keyPressEvent(QKeyEvent *event)
{
    if (!runKey(event->key(), event->modifiers(), false))
        QWidget::keyPressEvent(event);
}

void CompareView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect content = m_pages->geometry();
    painter.fillRect(content.x(), content.top(), content.width(), 1, m_theme->window.border);
    painter.fillRect(content.x(), content.bottom(), content.width(), 1, m_theme->window.border);
}

void CompareView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateLayout();
}

void CompareView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updatePlace(false);
    }
    QWidget::changeEvent(event);
}

} // namespace edgewright
