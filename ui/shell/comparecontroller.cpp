// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/comparecontroller.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "compare/comparecanvas.h"
#include "compare/inlineedit.h"
#include "history/historypanel.h"
#include "shell/actionregistry.h"
#include "shell/comparepicker.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/settings.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

/// A slow answer to something that is not wanted any more must not hold up what is.
constexpr int kMostReadings = 2;

} // namespace

CompareController::CompareController(const ShellContext &shell, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_settings(settings)
    , m_sources(shell)
{
    connectPanel();
    connectActions();
    connect(&m_shell.documents, &DocumentArea::languageChanged, this,
            &CompareController::retranslate);
    connect(&m_shell.services.connection(), &Connection::aboutToChange, this, [this] {
        ++m_request;
        m_started = m_request;
    });
    connect(&m_shell.services.catalog(), &RoutineCatalog::routineChanged, this,
            [this](const QString &name) {
                const auto isLive = [&name](const CompareSource &source) {
                    return std::holds_alternative<LiveSource>(source) && routineOf(source) == name;
                };
                if (isShown() && m_pair && (isLive(m_pair->left) || isLive(m_pair->right)))
                    refresh();
            });
}

void CompareController::connectPanel()
{
    const HistoryPanel *panel = &m_shell.historyPanel;
    connect(panel, &HistoryPanel::compareRequested, this,
            [this](const QString &older, const QString &newer) {
                const QString routine = currentRoutine();
                compare({.left = VersionSource{.routine = routine, .versionId = older},
                         .right = VersionSource{.routine = routine, .versionId = newer}});
            });
    connect(panel, &HistoryPanel::compareWithDraftRequested, this, [this](const QString &id) {
        compare(draftAgainst(VersionSource{.routine = currentRoutine(), .versionId = id}));
    });
}

void CompareController::connectActions()
{
    const auto on = [this](ActionId id, auto act) {
        connect(&m_shell.actions.action(id), &QAction::triggered, this, act);
    };
    const auto live = [this](const QString &environment) {
        return LiveSource{.routine = currentRoutine(), .environment = environment};
    };
    on(ActionId::CompareDraftProduction,
       [this, live] { compare(draftAgainst(live(kProduction))); });
    on(ActionId::CompareDraftStaging, [this, live] { compare(draftAgainst(live(kStaging))); });
    on(ActionId::CompareDraftBase,
       [this] { compare(draftAgainst(BaseSource{.routine = currentRoutine()})); });
    on(ActionId::CompareStagingProduction,
       [this, live] { compare({.left = live(kProduction), .right = live(kStaging)}); });
    on(ActionId::CompareSelected, [this] { m_shell.historyPanel.compareSelected(); });
    on(ActionId::ComparePick, [this] { pick(false); });
    on(ActionId::CompareOther, [this] { pick(true); });
    on(ActionId::CompareFile, [this] { compareWithFile(); });
    on(ActionId::CompareClipboard, [this] { compareWithClipboard(); });
    on(ActionId::NextChange, [this] { goToChange(true); });
    on(ActionId::PreviousChange, [this] { goToChange(false); });
}

QString CompareController::currentRoutine() const
{
    return m_shell.services.history().routine();
}

SourcePair CompareController::draftAgainst(const CompareSource &other) const
{
    return {.left = other, .right = DraftSource{.routine = currentRoutine()}};
}

bool CompareController::isShown() const
{
    return m_view && m_shell.documents.currentPage() == m_view;
}

CompareView &CompareController::openView()
{
    CompareView &view = m_shell.documents.compareView();
    if (m_view == &view)
        return view;
    m_view = &view;
    const Settings::Compare kept = m_settings.compare();
    view.setChoices(
        {.unified = kept.unified, .context = kept.contextLines, .wholeFile = kept.wholeFile});
    connect(&view, &CompareView::choicesChanged, this, [this] {
        const CompareView::Choices choices = m_view->choices();
        m_settings.setCompare({.unified = choices.unified,
                               .contextLines = choices.context,
                               .wholeFile = choices.wholeFile});
    });
    connect(&view, &CompareView::sidesSwapped, this, [this] {
        std::swap(m_pair->left, m_pair->right);
        nameTab();
        emit pairChanged();
    });
    connect(&view.canvas(), &CompareCanvas::contextMenuAboutToShow, this,
            &CompareController::extendMenu);
    emit viewMade(&view);
    // After the draft is complete again.
    connect(&view.canvas().inlineEdit(), &InlineEdit::finished, this, [this] {
        if (m_isBehind)
            refresh();
    });
    return view;
}

void CompareController::extendMenu(QMenu *menu)
{
    const auto add = [this, menu](std::initializer_list<ActionId> ids) {
        menu->addSeparator();
        for (const ActionId id : ids)
            menu->addAction(&m_shell.actions.action(id));
    };
    add({ActionId::CopyBothSides, ActionId::GoToDraftLine});
    add({ActionId::NextChange, ActionId::PreviousChange});
    menu->addSeparator();
    QMenu *exports = menu->addMenu(tr("&Export"));
    for (const ActionId id :
         {ActionId::ExportPatch, ActionId::ExportHtml, ActionId::ExportMarkdown})
        exports->addAction(&m_shell.actions.action(id));
    menu->addAction(&m_shell.actions.action(ActionId::ComparePick));
}

void CompareController::compare(const SourcePair &pair, Focus focus)
{
    CompareView &view = openView();
    view.canvas().inlineEdit().finish();
    setPair(pair);
    m_shell.documents.show(&view);
    start(CompareView::Place::Automatic);
    if (focus == Focus::Take)
        view.takeFocus();
}

void CompareController::follow(const SourcePair &pair)
{
    if (!isShown())
        return;
    m_view->canvas().inlineEdit().finish();
    setPair(pair);
    start(CompareView::Place::Kept);
}

void CompareController::refresh()
{
    if (!m_pair || !m_shell.documents.isOpen(m_view))
        return;
    // Rows do not change under what is being typed.
    m_isBehind = m_view->canvas().inlineEdit().isOpen();
    if (!m_isBehind)
        start(CompareView::Place::Kept);
}

void CompareController::compareFiles(const QString &leftPath, const QString &rightPath)
{
    compare({.left = FileSource{.path = leftPath}, .right = FileSource{.path = rightPath}});
}

void CompareController::pick(bool startWithRoutine)
{
    auto *picker = new ComparePicker(m_shell, m_sources, m_shell.documents.window());
    picker->setAttribute(Qt::WA_DeleteOnClose);
    picker->select(m_pair && isShown() ? *m_pair
                                       : draftAgainst(BaseSource{.routine = currentRoutine()}));
    connect(picker, &ComparePicker::chosen, this,
            [this](const SourcePair &chosen) { compare(chosen); });
    picker->open();
    if (startWithRoutine)
        picker->startWithRoutine();
}

void CompareController::compareWithFile()
{
    m_shell.prompts.chooseFileToOpen(this, tr("Compare the Draft with a File"),
                                     [this](const QString &path) {
                                         if (!path.isEmpty())
                                             compare(draftAgainst(FileSource{.path = path}));
                                     });
}

void CompareController::compareWithClipboard()
{
    const QByteArray text = QGuiApplication::clipboard()->text().toUtf8();
    if (text.isEmpty() || text.size() > CompareSources::kLargestText)
        m_shell.messages.showMessage(
            MessageBar::Kind::Info, text.isEmpty() ? tr("There is no text on the clipboard.")
                                                   : tr("The text on the clipboard is too large."));
    else
        compare(draftAgainst(ClipboardSource{.text = text}));
}

void CompareController::goToChange(bool forward)
{
    if (!isShown())
        return;
    if (forward)
        m_view->goToNextChange();
    else
        m_view->goToPreviousChange();
}

void CompareController::setPair(const SourcePair &pair)
{
    m_pair = pair;
    // The lists beside the comparison stay with the routine that was on screen when it is in it.
    const QString left = routineOf(pair.left);
    const QString right = routineOf(pair.right);
    const QString current = currentRoutine();
    m_shell.documents.setCompareRoutine(left == current || right == current ? current
                                        : right.isEmpty()                   ? left
                                                                            : right);
    nameTab();
    emit pairChanged();
}

void CompareController::start(CompareView::Place place)
{
    ++m_request;
    m_place = place;
    if (presentKnown(place)) {
        m_started = m_request;
        return;
    }
    m_view->setLoading(tr("Reading %1…").arg(shortTitle()));
    if (m_reading < kMostReadings)
        read();
}

bool CompareController::presentKnown(CompareView::Place place)
{
    const bool both = isOfTwoRoutines();
    std::optional<CompareSide> left = m_sources.known(m_pair->left, both);
    std::optional<CompareSide> right = m_sources.known(m_pair->right, both);
    if (!left || !right)
        return false;
    m_view->compare(*std::move(left), *std::move(right), place);
    return true;
}

void CompareController::read()
{
    ++m_reading;
    m_started = m_request;
    const auto reading =
        std::make_shared<Reading>(Reading{.pair = *m_pair, .request = m_request, .place = m_place});
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

void CompareController::arrived(const ReadingPtr &reading)
{
    if (!reading->left || !reading->right)
        return;
    --m_reading;
    if (reading->request == m_request)
        present(*reading);
    else if (m_started != m_request)
        read();
}

void CompareController::present(const Reading &reading)
{
    // A tab that was closed meanwhile stays closed.
    if (!m_shell.documents.isOpen(m_view))
        return;
    for (const auto *side : {&*reading.left, &*reading.right}) {
        if (!*side) {
            m_view->showProblem(side->error().text());
            return;
        }
    }
    m_view->compare(**reading.left, **reading.right, reading.place);
}

bool CompareController::isOfTwoRoutines() const
{
    const QString left = routineOf(m_pair->left);
    const QString right = routineOf(m_pair->right);
    return !left.isEmpty() && !right.isEmpty() && left != right;
}

QString CompareController::shortTitle() const
{
    const auto name = [this](const CompareSource &source) -> QString {
        const QString routine = isOfTwoRoutines() ? routineOf(source) : QString();
        return routine.isEmpty() ? m_sources.shortName(source)
                                 : oneLine(routine, 40) + u' ' + m_sources.shortName(source);
    };
    return name(m_pair->left) + u" ⇄ "_s + name(m_pair->right);
}

void CompareController::nameTab()
{
    const QString routine = m_shell.documents.compareRoutine();
    const auto explain = [this](const CompareSource &source) {
        const auto *file = std::get_if<FileSource>(&source);
        return file ? file->path : m_sources.title(source, true);
    };
    const QString title = shortTitle();
    //: The tab of a comparison: routine and both sides, "ab-checkout: v5 ⇄ v8"
    m_shell.documents.setTabText(
        m_view, routine.isEmpty() || isOfTwoRoutines() ? title : tr("%1: %2").arg(routine, title),
        explain(m_pair->left) + u'\n' + explain(m_pair->right));
}

void CompareController::retranslate()
{
    if (!m_pair || !m_shell.documents.isOpen(m_view))
        return;
    nameTab();
    const bool both = isOfTwoRoutines();
    m_view->setTitles(m_sources.title(m_pair->left, both), m_sources.title(m_pair->right, both));
    // Notes beside the texts are said anew where that needs no reading.
    if (m_reading == 0)
        (void)presentKnown(CompareView::Place::Kept);
}

} // namespace edgewright
