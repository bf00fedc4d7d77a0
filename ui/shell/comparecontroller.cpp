// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/comparecontroller.h"

#include "common/messagebar.h"
#include "compare/comparecanvas.h"
#include "history/historypanel.h"
#include "shell/actionregistry.h"
#include "shell/comparedraftlink.h"
#include "shell/comparepicker.h"
#include "shell/documentarea.h"
#include "shell/settings.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace edgewright {

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
    connect(&m_shell.services.history(), &VersionHistory::versionsKnown, this,
            &CompareController::nameTabs);
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

SourcePair CompareController::likelyPair() const
{
    const QString routine = currentRoutine();
    const CompareSource live = LiveSource{.routine = routine, .environment = kProduction};
    const CompareSource base = BaseSource{.routine = routine};
    const QString liveId = m_sources.versionId(live);
    const bool isElsewhere = !liveId.isEmpty() && liveId != m_sources.versionId(base);
    return draftAgainst(isElsewhere ? live : base);
}

QList<CompareTab *> CompareController::tabs() const
{
    QList<CompareTab *> tabs;
    for (const QWidget *page : m_shell.documents.pages()) {
        if (CompareTab *tab = tabOf(page))
            tabs.append(tab);
    }
    return tabs;
}

CompareTab *CompareController::tabOf(const QWidget *view) const
{
    return view ? view->findChild<CompareTab *>({}, Qt::FindDirectChildrenOnly) : nullptr;
}

CompareTab *CompareController::current() const
{
    return tabOf(m_shell.documents.compareView());
}

std::optional<SourcePair> CompareController::pair() const
{
    const CompareTab *tab = current();
    return tab ? std::optional(tab->pair()) : std::nullopt;
}

bool CompareController::isShown() const
{
    return m_shell.documents.isComparing();
}

QString CompareController::shortTitle() const
{
    const CompareTab *tab = current();
    return tab ? tab->shortTitle() : QString();
}

CompareTab *CompareController::find(const SourcePair &pair) const
{
    const SourcePair swapped{.left = pair.right, .right = pair.left};
    for (CompareTab *tab : tabs()) {
        if (tab->pair() == pair || tab->pair() == swapped)
            return tab;
    }
    return nullptr;
}

CompareTab &CompareController::open()
{
    CompareView &view = m_shell.documents.addCompareView();
    connectView(view);
    auto *tab = new CompareTab(m_shell, m_sources, view);
    connect(tab, &CompareTab::pairChanged, this, [this] {
        nameTabs();
        emit changed();
    });
    new CompareDraftLink(m_shell, *tab);
    return *tab;
}

void CompareController::connectView(CompareView &view)
{
    const Settings::Compare kept = m_settings.compare();
    view.setChoices(
        {.unified = kept.unified, .context = kept.contextLines, .wholeFile = kept.wholeFile});
    connect(&view, &CompareView::choicesChanged, this, [this, &view] {
        const CompareView::Choices choices = view.choices();
        m_settings.setCompare({.unified = choices.unified,
                               .contextLines = choices.context,
                               .wholeFile = choices.wholeFile});
        emit changed();
    });
    connect(&view.canvas(), &CompareCanvas::contextMenuAboutToShow, this,
            &CompareController::extendMenu);
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
    CompareTab *known = find(pair);
    CompareTab &tab = known ? *known : open();
    CompareView &view = tab.view();
    tab.setPair(pair, CompareView::Place::Automatic);
    m_shell.documents.show(&view);
    if (focus == Focus::Take)
        view.takeFocus();
}

void CompareController::follow(const SourcePair &pair)
{
    if (isShown())
        current()->setPair(pair, CompareView::Place::Kept);
}

CompareTab &CompareController::openForLater(const SourcePair &pair)
{
    CompareTab *known = find(pair);
    CompareTab &tab = known ? *known : open();
    if (!known)
        tab.setPairForLater(pair);
    return tab;
}

void CompareController::compareFiles(const QString &leftPath, const QString &rightPath)
{
    compare({.left = FileSource{.path = leftPath}, .right = FileSource{.path = rightPath}});
}

void CompareController::pick(bool startWithRoutine)
{
    auto *picker = new ComparePicker(m_shell, m_sources, m_shell.documents.window());
    picker->setAttribute(Qt::WA_DeleteOnClose);
    picker->select(isShown() ? current()->pair() : likelyPair());
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
    CompareView &view = current()->view();
    if (forward)
        view.goToNextChange();
    else
        view.goToPreviousChange();
}

void CompareController::nameTabs()
{
    const QList<CompareTab *> open = tabs();
    QStringList titles;
    for (const CompareTab *tab : open)
        titles.append(tab->shortTitle());
    for (qsizetype i = 0; i < open.size(); ++i) {
        const CompareTab &tab = *open[i];
        const bool isAmbiguous = titles.count(titles[i]) > 1 && !tab.routine().isEmpty();
        m_shell.documents.setTabText(
            &tab.view(),
            //: The tab of a comparison: routine and both sides, "ab-checkout: v5 ⇄ v8"
            isAmbiguous ? tr("%1: %2").arg(tab.routine(), titles[i]) : titles[i], tab.longTitle());
    }
}

void CompareController::retranslate()
{
    nameTabs();
    for (CompareTab *tab : tabs())
        tab->retranslate();
}

} // namespace edgewright
