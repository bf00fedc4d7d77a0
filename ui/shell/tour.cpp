// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/tour.h"

#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/mainwindow.h"
#include "shell/tourcolleague.h"
#include "shell/tourhands.h"

#include <QCoreApplication>
#include <QDir>
#include <QPixmap>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace edgewright {

namespace {

constexpr auto kPollEvery = 50ms;
constexpr auto kSettle = 450ms; ///< Fades, late repaints, counts that arrive with the next event.
constexpr qint64 kLongestStageMs = 120'000;
constexpr int kWidth = 1600;
constexpr int kHeight = 1000;

} // namespace

Tour::Tour(MainWindow &window, QString folder, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_folder(std::move(folder))
    , m_hands(std::make_unique<TourHands>(window))
    , m_colleague(std::make_unique<TourColleague>(window.shell().services.sandbox()))
{
    m_poll.setInterval(kPollEvery);
    m_settle.setInterval(kSettle);
    m_settle.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &Tour::poll);
    connect(&m_settle, &QTimer::timeout, this, &Tour::finishStage);
    addEditStages();
    addPublishStages();
    addCompareStages();
    addTrafficStages();
    addRoomStages();
    addMergeStages();
    addLookStages();
}

Tour::~Tour() = default;

void Tour::start()
{
    if (!QDir().mkpath(m_folder)) {
        fail(u"the folder for the pictures could not be made"_s);
        return;
    }
    m_window.resize(kWidth, kHeight);
    enter();
}

void Tour::addEditStages()
{
    TourHands *hands = m_hands.get();
    m_stages.push_back({"01-routine-open", [] {},
                        [hands] {
                            const DraftPage *page = hands->documents().currentDraft();
                            return page && page->isLoaded() && hands->liveIsKnown()
                                   && hands->versionCount() > 3;
                        }});
    m_stages.push_back(
        {"02-edited",
         [hands] { hands->typeAfter("async fetch(request", u"const startedAt = Date.now();"_s); },
         [hands] {
             const DraftPage *page = hands->documents().currentDraft();
             return page && page->isEdited() && page->savedAt().isValid();
         }});
    m_stages.push_back({"03-compare-with-base",
                        [hands] { hands->trigger(ActionId::CompareDraftBase); },
                        [hands] { return hands->comparisonHasChanges(); }});
    m_stages.push_back(
        {"04-save-as-version",
         [hands] {
             hands->documents().show(hands->draft());
             hands->trigger(ActionId::SaveVersion);
             hands->fill("versionDescription", u"measure the time spent at the edge"_s);
         },
         [hands] { return hands->sees("saveVersionSheet") && hands->canClick("sheetConfirm"); }});
    m_stages.push_back({"05-version-saved",
                        [hands] {
                            hands->rememberVersionCount();
                            hands->click("sheetConfirm");
                        },
                        [hands] {
                            return hands->versionCount() == hands->rememberedVersionCount() + 1
                                   && !hands->sees("saveVersionSheet")
                                   && !hands->draft()->isEdited();
                        }});
}

void Tour::addPublishStages()
{
    TourHands *hands = m_hands.get();
    m_stages.push_back(
        {"06-publish-to-staging", [hands] { hands->trigger(ActionId::PublishStaging); },
         [hands] { return hands->sees("publishSheet") && hands->canClick("sheetConfirm"); }});
    m_stages.push_back({"07-live-in-staging", [hands] { hands->click("sheetConfirm"); },
                        [hands] {
                            return hands->runs(kStaging, hands->draft()->baseVersionId())
                                   && !hands->sees("publishSheet");
                        }});
    m_stages.push_back(
        {"08-publish-to-production", [hands] { hands->trigger(ActionId::PublishProduction); },
         [hands] { return hands->sees("publishSheet") && hands->canClick("sheetConfirm"); }});
    m_stages.push_back({"09-live-in-production", [hands] { hands->click("sheetConfirm"); },
                        [hands] {
                            return hands->runs(kProduction, hands->draft()->baseVersionId())
                                   && !hands->sees("publishSheet");
                        }});
}

void Tour::addCompareStages()
{
    TourHands *hands = m_hands.get();
    m_stages.push_back({"10-version-read-only", [hands] { hands->selectVersions({3}); },
                        [hands] { return hands->readsVersion(); }});
    m_stages.push_back({"11-two-versions-compared",
                        [hands] {
                            hands->selectVersions({1, 4});
                            hands->click("compareVersions");
                        },
                        [hands] { return hands->comparisonHasChanges(); }});
    m_stages.push_back(
        {"12-next-change", [hands] { hands->trigger(ActionId::NextChange); },
         [hands] { return hands->comparisonHasChanges() && hands->canClick("messageAction0"); }});
}

void Tour::addLookStages()
{
    TourHands *hands = m_hands.get();
    const auto always = [] { return true; };
    m_stages.push_back({"22-dark", [hands] { hands->trigger(ActionId::ThemeDark); }, always});
    m_stages.push_back(
        {"23-dark-editor", [hands] { hands->documents().show(hands->draft()); }, always});
    m_stages.push_back(
        {"24-chinese", [hands] { hands->trigger(ActionId::LanguageChinese); }, always});
    m_stages.push_back({"25-chinese-light",
                        [hands] {
                            hands->trigger(ActionId::ThemeLight);
                            hands->trigger(ActionId::PublishProduction);
                        },
                        [hands] { return hands->sees("publishSheet"); }});
}

void Tour::enter()
{
    m_stages[m_current].act();
    m_elapsed.start();
    m_poll.start();
}

void Tour::poll()
{
    const Stage &stage = m_stages[m_current];
    if (!m_hands->complaint().isEmpty())
        fail(m_hands->complaint());
    else if (!m_colleague->complaint().isEmpty())
        fail(m_colleague->complaint());
    else if (stage.isDone()) {
        m_poll.stop();
        m_settle.start();
    } else if (m_elapsed.elapsed() > kLongestStageMs)
        fail(u"the stage did not come about in time"_s);
}

void Tour::finishStage()
{
    if (m_stages[m_current].name != nullptr) {
        const QString name = stageName();
        if (!m_window.grab().save(m_folder + u'/' + name + u".png"_s)) {
            fail(u"the picture could not be saved"_s);
            return;
        }
        QTextStream(stdout) << name << '\n';
    }
    if (++m_current < m_stages.size())
        enter();
    else
        QCoreApplication::exit(0);
}

QString Tour::stageName() const
{
    if (m_current >= m_stages.size())
        return {};
    const char *name = m_stages[m_current].name;
    return name != nullptr ? QString::fromLatin1(name) : u"unseen-%1"_s.arg(m_current + 1);
}

void Tour::fail(const QString &reason)
{
    m_poll.stop();
    const QString name = stageName();
    QTextStream(stderr) << "edgewright: tour stage " << name << ": " << reason << '\n';
    m_window.grab().save(m_folder + u"/failed-"_s + name + u".png"_s);
    QCoreApplication::exit(1);
}

} // namespace edgewright
