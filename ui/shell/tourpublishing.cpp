// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorpage.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/tour.h"
#include "shell/tourcolleague.h"
#include "shell/tourhands.h"

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

const QByteArray kAnchor = "async fetch(request";
constexpr int kRoom = 2; ///< For the colleague's version and for ours.

QByteArray withLineAfterAnchor(QByteArray code, const QByteArray &line)
{
    const qsizetype end = code.indexOf('\n', code.indexOf(kAnchor));
    return code.insert(end + 1, line + '\n');
}

} // namespace

void Tour::addTrafficStages()
{
    TourHands *hands = m_hands.get();
    m_stages.push_back({"13-roll-back", [hands] { hands->click("messageAction0"); },
                        [hands] {
                            return hands->sees("rollbackSheet")
                                   && hands->says("rollbackChanges").contains(u'+')
                                   && hands->canClick("sheetConfirm");
                        }});
    m_stages.push_back({"14-rolled-back", [hands] { hands->click("sheetConfirm"); },
                        [hands] {
                            return !hands->sees("rollbackSheet") && hands->sees("publishedBar")
                                   && !hands->runs(kProduction, hands->draft()->baseVersionId());
                        }});
    m_stages.push_back({"15-split-traffic",
                        [hands] {
                            hands->trigger(ActionId::AdjustSplit);
                            hands->click("sharePreset25");
                        },
                        [hands] { return hands->canClick("sheetConfirm"); }});
    m_stages.push_back(
        {"16-split-running", [hands] { hands->click("sheetConfirm"); },
         [hands] { return !hands->sees("splitSheet") && hands->splitIn(kProduction); }});
}

void Tour::addRoomStages()
{
    TourHands *hands = m_hands.get();
    // The last place is taken by somebody else.
    m_stages.push_back({nullptr,
                        [this, hands] {
                            m_shared = hands->draft()->text();
                            m_colleague->save(hands->draft()->routine(), m_shared + "// v10\n");
                        },
                        [this] { return m_colleague->isDone(); }});
    m_stages.push_back(
        {nullptr,
         [hands] {
             hands->rememberVersionCount();
             hands->trigger(ActionId::Refresh);
         },
         [hands] { return hands->versionCount() == hands->rememberedVersionCount() + 1; }});
    m_stages.push_back(
        {"17-make-room",
         [hands] {
             hands->documents().show(hands->draft());
             hands->typeAfter(kAnchor, u"const cacheFor = 600;"_s);
             hands->trigger(ActionId::SaveVersion);
         },
         [hands] { return hands->sees("roomNotice") && hands->canClick("sheetConfirm"); }});
    m_stages.push_back({nullptr,
                        [this, hands] {
                            hands->click("sheetCancel");
                            m_colleague->makeRoom(hands->draft()->routine(), kRoom);
                        },
                        [this] { return m_colleague->isDone(); }});
    m_stages.push_back(
        {nullptr,
         [hands] {
             hands->rememberVersionCount();
             hands->trigger(ActionId::Refresh);
         },
         [hands] { return hands->versionCount() == hands->rememberedVersionCount() - kRoom; }});
    m_stages.push_back({nullptr,
                        [this, hands] {
                            m_colleague->save(
                                hands->draft()->routine(),
                                withLineAfterAnchor(m_shared, "    const cacheFor = 60;"));
                        },
                        [this] { return m_colleague->isDone(); }});
}

void Tour::addMergeStages()
{
    TourHands *hands = m_hands.get();
    m_stages.push_back({"18-somebody-saved-meanwhile",
                        [hands] {
                            hands->trigger(ActionId::SaveVersion);
                            hands->fill("versionDescription", u"cache for ten minutes"_s);
                            hands->click("sheetConfirm");
                        },
                        [hands] {
                            return hands->sees("saveGuardNotice")
                                   && hands->says("guardChange").contains(u'+')
                                   && hands->canClick("guardMerge");
                        }});
    m_stages.push_back({"19-merge-with-a-conflict", [hands] { hands->click("guardMerge"); },
                        [hands] {
                            return hands->says("mergeSummary").contains(u"1 of 1"_s)
                                   && hands->canClick("mergeTakeMine");
                        }});
    m_stages.push_back({"20-conflict-decided", [hands] { hands->click("mergeTakeMine"); },
                        [hands] {
                            return hands->says("mergeSummary").contains(u"All 1"_s)
                                   && hands->canClick("mergeFinish");
                        }});
    m_stages.push_back({"21-staging-asked",
                        [hands] {
                            hands->click("mergeFinish");
                            hands->trigger(ActionId::OpenStaging);
                            hands->click("testSend");
                        },
                        [hands] { return hands->says("answerLine").contains(u"200"_s); }});
}

} // namespace edgewright
