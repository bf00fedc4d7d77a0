// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/timetravelcontroller.h"

#include "base/background.h"
#include "common/messagebar.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "editor/scintilla.h"
#include "shell/actionregistry.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/editorplace.h"
#include "shell/timetravelbar.h"
#include "shell/versioncontroller.h"
#include "shell/versionpage.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace edgewright {

namespace {

constexpr auto kPause = 300ms;
constexpr auto kLongestTrace = 2s;

void halt(const std::shared_ptr<std::atomic<bool>> &stop)
{
    if (stop)
        stop->store(true);
}

QStringList namesOf(const LineTrace::Chain &chain)
{
    QStringList names;
    if (chain) {
        for (const VersionChain::Link &link : chain->links)
            names.append(link.name);
    }
    return names;
}

} // namespace

TimeTravelController::TimeTravelController(const ShellContext &shell, VersionController &versions,
                                           QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_versions(versions)
    , m_chains(shell.services.history())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &TimeTravelController::update);
    connect(&m_chains, &VersionChains::changed, this, [this] {
        update();
        if (chain())
            walk(std::exchange(m_waitingSteps, 0));
    });
    connect(&m_shell.documents, &DocumentArea::currentChanged, this, [this] {
        m_waitingSteps = 0;
        update();
    });
    connect(&m_shell.documents, &DocumentArea::languageChanged, this, &TimeTravelController::show);
    connect(&m_shell.documents, &DocumentArea::draftAdded, this, [this](const DraftPage *page) {
        for (const auto signal : {&DraftPage::loaded, &DraftPage::baseChanged})
            connect(page, signal, this, &TimeTravelController::update);
    });
    connectActions();
    updateActions();
}

TimeTravelController::~TimeTravelController()
{
    halt(m_stopTrace);
    halt(m_stopWalk);
}

void TimeTravelController::connectActions()
{
    const auto on = [this](ActionId id, auto act) {
        connect(&m_shell.actions.action(id), &QAction::triggered, this, act);
    };
    on(ActionId::WhoWroteLine, [this] { update(); });
    on(ActionId::OlderVersion, [this] { walk(-1); });
    on(ActionId::NewerVersion, [this] { walk(1); });
    on(ActionId::VersionBeforeLine, [this] {
        if (m_page)
            goBefore(m_page->editor().caretLine());
    });
}

TimeTravelController::View TimeTravelController::viewOf(EditorPage &page)
{
    if (m_views.contains(&page))
        return m_views.value(&page);
    View view{.bar = new TimeTravelBar(m_shell.themes, &page),
              .notes = new LineNotesDecorator(page.editor())};
    page.addBar(view.bar);
    m_views.insert(&page, view);
    connect(&page, &QObject::destroyed, this, [this, key = &page] { m_views.remove(key); });
    connect(view.bar, &TimeTravelBar::versionWanted, this, &TimeTravelController::walkTo);
    connect(view.bar, &TimeTravelBar::beforeWanted, this,
            [this, &page] { goBefore(page.editor().caretLine()); });
    connect(view.notes, &LineNotesDecorator::noteActivated, this, &TimeTravelController::goBefore);
    connect(&page, &EditorPage::caretMoved, this, &TimeTravelController::showOrigin);
    connect(&page, &EditorPage::edited, this, [this, &page] {
        if (&page == m_page)
            m_pause.start();
    });
    return view;
}

bool TimeTravelController::isExplaining() const
{
    return m_shell.actions.action(ActionId::WhoWroteLine).isChecked();
}

LineTrace::Chain TimeTravelController::chain() const
{
    const LineTrace::Chain chain = m_chains.chain();
    return chain && chain->routine == m_shell.documents.currentRoutine() ? chain : nullptr;
}

qsizetype TimeTravelController::currentIndex() const
{
    const VersionPage *page = m_shell.documents.openVersionPage();
    const LineTrace::Chain known = chain();
    if (!page || m_shell.documents.currentPage() != page || !known)
        return -1;
    return known->indexOf(page->versionId());
}

void TimeTravelController::update()
{
    ++m_request;
    m_pause.stop();
    halt(m_stopTrace);
    m_trace.reset();
    m_page = m_shell.documents.currentEditorPage();
    const bool isDraft = m_shell.documents.currentDraft() != nullptr;
    m_chains.setWanted(m_page && (!isDraft || isExplaining()));
    if (m_page) {
        show();
        if (isExplaining() && chain())
            trace(*m_page);
    }
    updateActions();
}

void TimeTravelController::trace(EditorPage &page)
{
    traceOf(page, m_stopTrace)
        ->then(this, [this, request = m_request](const Result<Trace> &traced) {
            if (request != m_request || !traced)
                return;
            m_trace = *traced;
            show();
            updateActions();
        });
}

Reply<TimeTravelController::Trace> *TimeTravelController::traceOf(const EditorPage &page,
                                                                  Stop &stop)
{
    halt(stop);
    stop = std::make_shared<std::atomic<bool>>(false);
    const LineTrace::Chain known = chain();
    const qsizetype index = currentIndex();
    const DraftPage *draft = m_shell.documents.currentDraft();
    qsizetype base = draft ? known->indexOf(draft->baseVersionId()) : -1;
    // A text without a known base is set beside the newest version.
    if (base < 0)
        base = known->links.size() - 1;
    return runInBackground<Trace>(
        this, [known, index, base, stop, text = page.editor().bytes()]() -> Result<Trace> {
            if (*stop)
                return Error{.code = ErrorCode::Cancelled};
            if (index >= 0)
                return std::make_shared<const LineTrace>(known, index);
            const diff::Limits limits{.deadline = std::chrono::steady_clock::now() + kLongestTrace,
                                      .cancelled = stop.get()};
            return std::make_shared<const LineTrace>(known, base, text, limits);
        });
}

void TimeTravelController::show()
{
    if (!m_page)
        return;
    const View view = viewOf(*m_page);
    const bool isVersion = m_shell.documents.currentDraft() == nullptr;
    view.bar->setVersions(isVersion && currentIndex() >= 0 ? namesOf(chain()) : QStringList());
    view.bar->setCurrent(static_cast<int>(currentIndex()));
    const bool hasNotes = isExplaining() && m_trace;
    if (hasNotes)
        view.notes->setNotes(m_trace->notes(QDateTime::currentDateTimeUtc()),
                             m_trace->noteOfLine());
    // While typing goes on the old notes move along with their lines.
    if (hasNotes || !isExplaining())
        view.notes->setEnabled(hasNotes);
    showOrigin();
}

void TimeTravelController::showOrigin()
{
    if (!m_page)
        return;
    const View view = viewOf(*m_page);
    if (!isExplaining()) {
        view.bar->setOrigin({}, false);
        return;
    }
    if (!m_trace) {
        if (!chain())
            view.bar->setOrigin(tr("Reading the versions…"), false);
        return;
    }
    const int line = m_page->editor().caretLine();
    const QString sentence = m_trace->sentence(line, QDateTime::currentDateTimeUtc());
    view.bar->setOrigin(sentence.isEmpty() ? tr("Line %1 is empty").arg(line + 1) : sentence,
                        m_trace->before(line) >= 0);
}

void TimeTravelController::updateActions()
{
    const auto enable = [this](ActionId id, bool on) { m_shell.actions.action(id).setEnabled(on); };
    const bool hasCode = m_page != nullptr;
    enable(ActionId::WhoWroteLine, hasCode);
    enable(ActionId::OlderVersion, hasCode);
    enable(ActionId::NewerVersion, hasCode && !m_shell.documents.currentDraft());
    enable(ActionId::VersionBeforeLine, m_trace != nullptr);
}

void TimeTravelController::walk(int step)
{
    if (step == 0 || !m_page)
        return;
    m_chains.setWanted(true);
    const LineTrace::Chain known = chain();
    if (!known) {
        m_waitingSteps += step;
        return;
    }
    if (const DraftPage *draft = m_shell.documents.currentDraft()) {
        const qsizetype base = known->indexOf(draft->baseVersionId());
        walkTo(base >= 0 ? base : known->links.size() - 1);
        return;
    }
    const qsizetype index = currentIndex();
    // From the staging slot, which is newer than all versions.
    walkTo(index >= 0 ? index + step : known->links.size() - 1);
}

void TimeTravelController::walkTo(qsizetype index)
{
    const LineTrace::Chain known = chain();
    if (!m_page || !known || index < 0 || index >= known->links.size())
        return;
    const qsizetype current = currentIndex();
    if (current < 0) {
        leaveFor(index);
        return;
    }
    const CodeEditor &editor = m_page->editor();
    const EditorPlace now = placeIn(editor);
    const int line = editor.caretLine();
    const bool goesOn = m_anchor.index >= 0 && m_anchor.index < known->links.size()
                        && known->links.at(current).version.id == m_anchor.placedVersion
                        && line == m_anchor.placedLine;
    if (!goesOn)
        m_anchor = {.index = current, .line = line, .column = editor.caretColumn()};
    const std::uint32_t found = known->lines.sameLine(static_cast<std::size_t>(m_anchor.index),
                                                      static_cast<std::uint32_t>(m_anchor.line),
                                                      static_cast<std::size_t>(index));
    open({.index = index,
          .line = static_cast<int>(found),
          .column = m_anchor.column,
          .above = line - now.firstLine});
}

void TimeTravelController::leaveFor(qsizetype index)
{
    const CodeEditor &editor = m_page->editor();
    const int line = editor.caretLine();
    const auto leave = [this, index, line, column = editor.caretColumn(),
                        above = line - placeIn(editor).firstLine](const LineTrace &own) {
        m_anchor = {.index = index, .line = own.lineIn(index, line), .column = column};
        open({.index = index, .line = m_anchor.line, .column = column, .above = above});
    };
    const LineTrace::Chain known = chain();
    if (m_trace && !m_pause.isActive() && m_trace->chain() == known) {
        leave(*m_trace);
        return;
    }
    traceOf(*m_page, m_stopWalk)
        ->then(this, [this, leave, known, page = m_page,
                      number = ++m_walkings](const Result<Trace> &traced) {
            const bool isThere = page && page == m_page && currentIndex() < 0;
            if (traced && number == m_walkings && isThere && known == chain())
                leave(**traced);
        });
}

void TimeTravelController::goBefore(int line)
{
    if (!m_page || !m_trace)
        return;
    const qsizetype target = m_trace->before(line);
    if (target < 0) {
        m_shell.messages.showMessage(
            MessageBar::Kind::Info,
            tr("This line was there in the oldest version known; there is none before it."));
        return;
    }
    m_anchor = {};
    open({.index = target,
          .line = m_trace->lineIn(target, line),
          .column = 0,
          .above = line - placeIn(m_page->editor()).firstLine});
}

void TimeTravelController::open(const Target &target)
{
    const VersionChain::Link &link = chain()->links.at(target.index);
    const bool hadFocus = m_page->editor().hasFocus();
    const QString routine = chain()->routine;
    // Read before it is shown: the text on screen stays until then.
    m_shell.services.history()
        .fetchCode(routine, link.version.id)
        ->then(this, [this, target, hadFocus, routine, page = m_page, id = link.version.id,
                      number = ++m_walkings](const Result<VersionCode> &code) {
            // Who went elsewhere meanwhile is not called back.
            const bool isThere =
                page && page == m_page && routine == m_shell.documents.currentRoutine();
            if (number != m_walkings || !isThere)
                return;
            if (!code) {
                m_shell.messages.showError(code.error());
                return;
            }
            m_versions.read(id, hadFocus);
            VersionPage *shown = m_shell.documents.openVersionPage();
            if (shown && shown->versionId() == id && shown->hasCode())
                place(shown->page().editor(), target);
        });
}

void TimeTravelController::place(CodeEditor &editor, const Target &target)
{
    using scintilla::Sci;
    using scintilla::send;
    const int begin = send(editor, Sci::SCI_POSITIONFROMLINE, target.line);
    const int end = send(editor, Sci::SCI_GETLINEENDPOSITION, target.line);
    const int wanted = send(editor, Sci::SCI_POSITIONRELATIVE, begin, target.column);
    // POSITIONRELATIVE answers 0 behind the end of the text.
    const int caret = wanted < begin ? end : std::min(wanted, end);
    goToPlace(editor, {.caret = caret, .firstLine = std::max(0, target.line - target.above)});
    const VersionPage *page = m_shell.documents.openVersionPage();
    m_anchor.placedVersion = page->versionId();
    m_anchor.placedLine = target.line;
    if (m_anchor.index < 0) {
        m_anchor.index = target.index;
        m_anchor.line = target.line;
    }
    update();
}

} // namespace edgewright
