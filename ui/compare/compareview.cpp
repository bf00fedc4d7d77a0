// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/compareview.h"

#include "base/background.h"
#include "common/plaintext.h"
#include "compare/comparebar.h"
#include "compare/comparecanvas.h"
#include "compare/comparefindbar.h"
#include "compare/comparefooter.h"
#include "compare/compareheader.h"
#include "compare/comparewords.h"
#include "compare/inlineedit.h"
#include "compare/overviewstrip.h"

#include <QHBoxLayout>
#include <QStackedWidget>

namespace edgewright {

using namespace Qt::StringLiterals;

CompareView::CompareView(QWidget *parent)
    : QWidget(parent)
    , m_header(new CompareHeader(this))
    , m_bar(new CompareBar(this))
    , m_pages(new QStackedWidget(this))
    , m_message(new QLabel(this))
    , m_canvas(new CompareCanvas(this))
    , m_overview(new OverviewStrip(*m_canvas, this))
    , m_footer(new CompareFooter(this))
    , m_findBar(new CompareFindBar(this))
{
    setObjectName(u"compareView"_s);
    m_canvas->setObjectName(u"compareCanvas"_s);
    m_message->setObjectName(u"compareMessage"_s);
    m_ignore.lineEnds = true;
    m_busyDelay.setSingleShot(true);
    m_busyDelay.setInterval(400);
    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(80);
    buildLayout();
    connectParts();
    applyTheme(*m_theme);
    m_bar->setIgnore(m_ignore);
    m_bar->setContext(m_context, m_wholeFile);
    m_bar->setUsable(false);
    m_header->setSwappable(false);
    updateLayout();
    retranslate();
}

CompareView::~CompareView()
{
    abandon();
}

void CompareView::buildLayout()
{
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setMargin(24);
    auto *content = new QWidget(m_pages);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_canvas, 1);
    row->addWidget(m_overview);
    // Room for the hairlines above and below.
    m_pages->setContentsMargins(0, 1, 0, 1);
    m_pages->addWidget(m_message);
    m_pages->addWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_findBar);
    layout->addWidget(m_footer);
    setFocusProxy(m_canvas);
}

void CompareView::connectParts()
{
    connect(m_header, &CompareHeader::swapRequested, this, &CompareView::swapSides);
    connect(m_bar, &CompareBar::nextRequested, this, &CompareView::goToNextChange);
    connect(m_bar, &CompareBar::previousRequested, this, &CompareView::goToPreviousChange);
    connect(m_bar, &CompareBar::layoutChosen, this, &CompareView::setUnified);
    connect(m_bar, &CompareBar::ignoreChosen, this, &CompareView::setIgnore);
    connect(m_bar, &CompareBar::contextChosen, this, &CompareView::setContext);
    connect(m_bar, &CompareBar::wholeFileChosen, this, &CompareView::setWholeFile);
    connect(m_bar, &CompareBar::findRequested, this, &CompareView::find);
    connect(m_canvas, &CompareCanvas::caretMoved, this, [this] { updatePlace(false); });
    connect(m_canvas, &CompareCanvas::lineActivated, this, &CompareView::lineActivated);
    connect(m_canvas, &CompareCanvas::blockTaken, this, &CompareView::blockTaken);
    connect(m_canvas, &CompareCanvas::undoRequested, this, &CompareView::undoRequested);
    connect(m_canvas, &CompareCanvas::redoRequested, this, &CompareView::redoRequested);
    connect(&m_canvas->inlineEdit(), &InlineEdit::opened, m_footer, &CompareFooter::showEditing);
    connect(&m_canvas->inlineEdit(), &InlineEdit::finished, m_footer,
            &CompareFooter::showComparison);
    connect(&m_canvas->inlineEdit(), &InlineEdit::tooLong, this, [this](int line) {
        if (const auto draft = draftSide(m_canvas->scene().document()))
            emit lineActivated(*draft, line);
    });
    connect(m_findBar, &CompareFindBar::searchChanged, &m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_findBar, &CompareFindBar::nextRequested, this, &CompareView::findNext);
    connect(m_findBar, &CompareFindBar::previousRequested, this, &CompareView::findPrevious);
    connect(m_findBar, &CompareFindBar::closed, this, &CompareView::closeFind);
    connect(&m_searchDelay, &QTimer::timeout, this, &CompareView::search);
    connect(&m_busyDelay, &QTimer::timeout, this, &CompareView::showBusy);
}

void CompareView::compare(CompareSide left, CompareSide right, Place place)
{
    m_canvas->inlineEdit().finish();
    // The same two texts again, as after saving: the reader stays where she was.
    const bool isSame = left.text == m_left.text && right.text == m_right.text;
    const bool keepPlace = m_hasContent && (place == Place::Kept || isSame);
    m_left = std::move(left);
    m_right = std::move(right);
    start(keepPlace);
}

void CompareView::takeFocus()
{
    // Rows that are not there yet cannot take it.
    m_wantsFocus = !m_hasContent;
    m_focusBefore = window()->focusWidget();
    if (m_hasContent)
        m_canvas->setFocus();
}

void CompareView::setTitles(const QString &left, const QString &right)
{
    m_left.title = left;
    m_right.title = right;
    m_header->setTitles(left, right);
}

void CompareView::abandon()
{
    m_isUntouched = false;
    ++m_running;
    m_busyDelay.stop();
    if (m_cancelled)
        m_cancelled->store(true);
}

void CompareView::start(bool keepPlace)
{
    abandon();
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_busy = tr("Comparing…");
    m_busyDelay.start();
    m_canvas->inlineEdit().rowsAwaited();
    const CompareJob job{.left = m_left,
                         .right = m_right,
                         .ignore = m_ignore,
                         .cancelled = m_cancelled,
                         .columns = m_canvas->scene().wrap().wanted()};
    auto *reply =
        runInBackground<CompareDocumentPtr>(this, [job] { return makeCompareDocument(job); });
    reply->then(this, [this, number = m_running, keepPlace](const auto &result) {
        if (number == m_running)
            finish(result, keepPlace);
    });
}

void CompareView::finish(const Result<CompareDocumentPtr> &result, bool keepPlace)
{
    m_busyDelay.stop();
    m_header->setBusy({});
    if (!result) {
        showProblem(result.error().text());
        return;
    }
    showDocument(*result, keepPlace);
    emit ready();
}

void CompareView::showDocument(CompareDocumentPtr document, bool keepPlace)
{
    const CompareDocument &content = *document;
    m_hasContent = true;
    m_header->setTitles(m_left.title, m_right.title);
    m_header->setDocument(document);
    m_header->setSummary(content.summary);
    m_header->setSwappable(true);
    m_bar->setUsable(true);
    m_bar->setHidden(content.hidden);
    m_footer->setDocument(document);
    m_pages->setCurrentIndex(1);
    if (std::exchange(m_wantsFocus, false) && window()->focusWidget() == m_focusBefore)
        m_canvas->setFocus();
    m_canvas->setDocument(std::move(document), keepPlace);
    updatePlace(false);
    if (!m_findBar->isHidden())
        search();
    colourLater();
    summarizeLater();
}

void CompareView::summarizeLater()
{
    const CompareDocumentPtr document = m_canvas->scene().shared();
    if (document->summary)
        return;
    auto *reply = runInBackground<diff::ChangeSummary>(
        this, [document, cancelled = m_cancelled]() -> Result<diff::ChangeSummary> {
            return makeSummary(*document, cancelled.get());
        });
    reply->then(this, [this, number = m_running](const Result<diff::ChangeSummary> &result) {
        if (number == m_running && result)
            m_header->setSummary(*result);
    });
}

void CompareView::colourLater()
{
    const CompareDocumentPtr document = m_canvas->scene().shared();
    if (!document->leftSyntax.isEmpty() || !document->rightSyntax.isEmpty())
        return;
    auto *reply = runInBackground<SyntaxPair>(
        this, [document, cancelled = m_cancelled]() -> Result<SyntaxPair> {
            return makeSyntax(*document, cancelled.get());
        });
    reply->then(this, [this, number = m_running](const Result<SyntaxPair> &result) {
        if (number == m_running && result)
            m_canvas->setSyntax(*result);
    });
}

void CompareView::setLoading(const QString &what)
{
    m_canvas->inlineEdit().finish();
    abandon();
    // What was said before is not true any more, and what comes now may be there in a moment.
    if (!m_hasContent)
        showMessage({}, false);
    m_busy = what;
    if (!what.isEmpty())
        m_busyDelay.start();
}

void CompareView::showBusy()
{
    if (m_hasContent)
        m_header->setBusy(m_busy);
    else
        showMessage(m_busy, false);
}

void CompareView::showProblem(const QString &text)
{
    m_canvas->inlineEdit().finish();
    abandon();
    m_header->setBusy({});
    showMessage(text, true);
}

void CompareView::showMessage(const QString &text, bool isProblem)
{
    m_hasContent = false;
    m_canvas->inlineEdit().noRowsCome();
    setPlainText(m_message, visibleText(text));
    QPalette palette = m_message->palette();
    palette.setColor(QPalette::WindowText, isProblem ? m_theme->error.text : m_theme->window.muted);
    m_message->setPalette(palette);
    m_header->setDocument(nullptr);
    m_header->setSwappable(false);
    m_bar->setUsable(false);
    m_footer->setDocument(nullptr);
    m_pages->setCurrentIndex(0);
}

int CompareView::changeCount() const
{
    return m_hasContent ? m_canvas->scene().document().changeCount() : 0;
}

int CompareView::currentChange() const
{
    return m_hasContent ? m_canvas->scene().currentChange : -1;
}

void CompareView::goToNextChange()
{
    if (changeCount() > 0)
        goTo(m_canvas->changeAfterCaret(), true);
}

void CompareView::goToPreviousChange()
{
    if (changeCount() > 0)
        goTo(m_canvas->changeBeforeCaret(), false);
}

void CompareView::goTo(int change, bool forward)
{
    m_canvas->inlineEdit().finish();
    const CompareScene &scene = m_canvas->scene();
    const std::uint32_t from = scene.folds().at(scene.caret).row;
    const std::uint32_t to = scene.changeRows(change).first;
    const bool wrapped = forward ? to <= from : to >= from;
    m_canvas->showChange(change);
    updatePlace(wrapped);
    emit changeShown(change, changeCount());
}

void CompareView::updatePlace(bool wrapped)
{
    if (m_hasContent)
        m_bar->setPlace(currentChange(), changeCount(), wrapped);
}

void CompareView::swapSides()
{
    if (!m_hasContent)
        return;
    m_canvas->inlineEdit().finish();
    std::swap(m_left, m_right);
    emit sidesSwapped();
    start(false);
}

void CompareView::retranslate()
{
    m_canvas->setAccessibleName(tr("Comparison"));
    m_overview->setAccessibleName(tr("Overview of changes"));
    m_overview->setToolTip(tr("All changes; click to go there"));
    m_canvas->viewport()->update();
    if (m_isUntouched)
        showMessage(tr("Choose two versions to compare them here."), false);
}

} // namespace edgewright
