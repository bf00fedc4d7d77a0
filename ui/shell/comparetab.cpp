// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/comparetab.h"

#include "common/plaintext.h"
#include "compare/comparecanvas.h"
#include "compare/inlineedit.h"
#include "shell/documentarea.h"

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

/// A slow answer to something that is not wanted any more must not hold up what is.
constexpr int kMostReadings = 2;

} // namespace

CompareTab::CompareTab(const ShellContext &shell, CompareSources &sources, CompareView &view)
    : QObject(&view)
    , m_shell(shell)
    , m_sources(sources)
    , m_view(view)
{
    connect(&m_view, &CompareView::sidesSwapped, this, [this] {
        std::swap(m_pair.left, m_pair.right);
        emit pairChanged();
    });
    // Rows do not change under what is being typed; the draft is complete again a moment later.
    connect(&m_view.canvas().inlineEdit(), &InlineEdit::finished, this, &CompareTab::catchUp,
            Qt::QueuedConnection);
    // A tab that is only passed by is not worth reading for.
    connect(&m_shell.documents, &DocumentArea::currentChanged, this, &CompareTab::catchUp,
            Qt::QueuedConnection);
    connectServices();
}

void CompareTab::connectServices()
{
    connect(&m_shell.services.connection(), &Connection::aboutToChange, this, [this] {
        ++m_request;
        m_started = m_request;
    });
    connect(&m_shell.services.connection(), &Connection::changed, this, [this] {
        if (m_hasFailed && m_shell.services.connection().service())
            refresh();
    });
    const RoutineCatalog *catalog = &m_shell.services.catalog();
    connect(catalog, &RoutineCatalog::routineChanged, this, [this](const QString &name) {
        if (isLiveOf(name))
            refresh();
    });
    const VersionHistory *history = &m_shell.services.history();
    connect(history, &VersionHistory::versionsKnown, this, [this](const QString &name) {
        if (name == routineOf(m_pair.left) || name == routineOf(m_pair.right))
            nameSides();
    });
    // What could not be known while they were being read is settled now, whatever came of it.
    connect(catalog, &RoutineCatalog::refreshed, this, &CompareTab::catchUp);
    connect(catalog, &RoutineCatalog::refreshFailed, this, &CompareTab::catchUp);
    connect(history, &VersionHistory::refreshed, this, &CompareTab::catchUp);
    connect(history, &VersionHistory::refreshFailed, this, &CompareTab::catchUp);
}

bool CompareTab::isShown() const
{
    return m_shell.documents.currentPage() == &m_view;
}

bool CompareTab::isOpen() const
{
    return m_shell.documents.isOpen(&m_view);
}

bool CompareTab::isLiveOf(const QString &routine) const
{
    const auto isLive = [&routine](const CompareSource &source) {
        return std::holds_alternative<LiveSource>(source) && routineOf(source) == routine;
    };
    return isLive(m_pair.left) || isLive(m_pair.right);
}

void CompareTab::setPair(const SourcePair &pair, CompareView::Place place)
{
    m_view.canvas().inlineEdit().finish();
    takePair(pair);
    m_isBehind = false;
    start(place);
}

void CompareTab::setPairForLater(const SourcePair &pair)
{
    takePair(pair);
    m_view.setLoading({});
    m_isBehind = true;
    m_place = CompareView::Place::Automatic;
}

void CompareTab::takePair(const SourcePair &pair)
{
    m_pair = pair;
    // The lists beside the comparison stay with the routine that was on screen when it is in it.
    const QString left = routineOf(pair.left);
    const QString right = routineOf(pair.right);
    const QString current = m_shell.services.history().routine();
    const bool isInIt = left == current || right == current;
    m_routine = isInIt ? current : right.isEmpty() ? left : right;
    m_shell.documents.setCompareRoutine(&m_view, m_routine);
    if (m_view.canvas().scene().isEmpty())
        nameSides();
    emit pairChanged();
}

void CompareTab::nameSides()
{
    // What is on screen keeps its names until something else is.
    if (m_reading > 0 && !m_view.canvas().scene().isEmpty())
        return;
    const bool both = isOfTwoRoutines();
    m_view.setTitles(m_sources.title(m_pair.left, both), m_sources.title(m_pair.right, both));
}

void CompareTab::refresh()
{
    if (!m_isBehind)
        m_place = CompareView::Place::Kept;
    m_isBehind = true;
    catchUp();
}

void CompareTab::catchUp()
{
    if (!m_isBehind || !isShown() || m_view.canvas().inlineEdit().isOpen())
        return;
    m_isBehind = false;
    start(m_place);
}

void CompareTab::start(CompareView::Place place)
{
    ++m_request;
    m_place = place;
    m_hasFailed = false;
    // Told as soon as it is known; what is only not known yet must not be called missing.
    m_isBehind = !m_sources.isSettled(m_pair.left) || !m_sources.isSettled(m_pair.right);
    if (!m_isBehind && presentKnown(place)) {
        m_started = m_request;
        return;
    }
    m_view.setLoading(tr("Reading %1…").arg(shortTitle()));
    if (m_isBehind)
        m_started = m_request;
    else if (m_reading < kMostReadings)
        read();
}

bool CompareTab::presentKnown(CompareView::Place place)
{
    const bool both = isOfTwoRoutines();
    std::optional<CompareSide> left = m_sources.known(m_pair.left, both);
    std::optional<CompareSide> right = m_sources.known(m_pair.right, both);
    if (!left || !right)
        return false;
    m_view.compare(*std::move(left), *std::move(right), place);
    return true;
}

void CompareTab::read()
{
    ++m_reading;
    m_started = m_request;
    const auto reading =
        std::make_shared<Reading>(Reading{.pair = m_pair, .request = m_request, .place = m_place});
    const bool both = isOfTwoRoutines();
    m_sources.read(reading->pair.left, both)
        ->then(this, [this, reading](const Result<CompareSide> &side) {
            reading->left = side;
            arrived(reading);
        });
    m_sources.read(reading->pair.right, both)
        ->then(this, [this, reading](const Result<CompareSide> &side) {
            reading->right = side;
            arrived(reading);
        });
}

void CompareTab::arrived(const ReadingPtr &reading)
{
    if (!reading->left || !reading->right)
        return;
    --m_reading;
    if (reading->request == m_request)
        present(*reading);
    else if (m_started != m_request)
        read();
}

void CompareTab::present(const Reading &reading)
{
    for (const auto *side : {&*reading.left, &*reading.right}) {
        if (!*side) {
            m_hasFailed = true;
            m_view.showProblem(side->error().text());
            return;
        }
    }
    m_view.compare(**reading.left, **reading.right, reading.place);
}

void CompareTab::retranslate()
{
    nameSides();
    // Notes beside the texts are said anew where that needs no reading.
    if (m_reading == 0 && !m_isBehind)
        (void)presentKnown(CompareView::Place::Kept);
}

bool CompareTab::isOfTwoRoutines() const
{
    const QString left = routineOf(m_pair.left);
    const QString right = routineOf(m_pair.right);
    return !left.isEmpty() && !right.isEmpty() && left != right;
}

QString CompareTab::shortTitle() const
{
    const auto name = [this](const CompareSource &source) -> QString {
        const QString routine = isOfTwoRoutines() ? routineOf(source) : QString();
        return routine.isEmpty() ? m_sources.shortName(source)
                                 : oneLine(routine, 40) + u' ' + m_sources.shortName(source);
    };
    return name(m_pair.left) + u" ⇄ "_s + name(m_pair.right);
}

QString CompareTab::longTitle() const
{
    const auto explain = [this](const CompareSource &source) {
        const auto *file = std::get_if<FileSource>(&source);
        return file ? file->path : m_sources.title(source, true);
    };
    return explain(m_pair.left) + u'\n' + explain(m_pair.right);
}

} // namespace edgewright
