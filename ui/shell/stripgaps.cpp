// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/stripgaps.h"

#include "shell/changecount.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kPauseMs = 300;

using State = GapButton::Count::State;

} // namespace

StripGaps::StripGaps(const ShellContext &shell, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &StripGaps::look);
    const Connection *connection = &m_shell.services.connection();
    connect(connection, &Connection::aboutToChange, this, &StripGaps::forget);
    connect(connection, &Connection::reachabilityChanged, this, [this] {
        m_asked.clear();
        update();
    });
}

void StripGaps::update()
{
    if (!m_soon.isActive())
        m_soon.start(0);
}

void StripGaps::updateLater()
{
    m_soon.start(kPauseMs);
}

void StripGaps::forget()
{
    m_asked.clear();
    m_wanted = {};
    m_isCounted = {};
}

void StripGaps::look()
{
    const QString routine = m_shell.services.history().routine();
    if (routine.isEmpty())
        return;
    const QString subject = m_shell.services.connection().account().id + u'\n' + routine;
    if (subject != m_subject) {
        m_subject = subject;
        forget();
    }
    const Side production = live(kProduction);
    const Side staging = live(kStaging);
    const Side mine = draft();
    compare(LiveStrip::Gap::ProductionDraft, production, mine);
    compare(LiveStrip::Gap::DraftStaging, staging, mine);
    compare(LiveStrip::Gap::ProductionStaging, production, staging);
}

StripGaps::Side StripGaps::live(const QString &environment)
{
    const VersionHistory &history = m_shell.services.history();
    const std::optional<Routine> routine = m_shell.services.catalog().routine(history.routine());
    const QString id = routine ? routine->deploymentIn(environment).mainVersionId() : QString();
    if (id.isEmpty())
        return {};
    const std::optional<VersionCode> known = history.knownCode(history.routine(), id);
    if (!known) {
        ask(id);
        return {.key = id, .code = {}};
    }
    if (!known->verdict.isCode())
        return {};
    return {.key = id, .code = known->bytes};
}

StripGaps::Side StripGaps::draft() const
{
    const DraftPage *page = m_shell.documents.draftOf(m_shell.services.connection().account().id,
                                                      m_shell.services.history().routine());
    if (!page || !page->isLoaded())
        return {};
    if (!page->isEdited() && !page->baseVersionId().isEmpty())
        return {.key = page->baseVersionId(), .code = page->text()};
    const QByteArray text = page->text();
    return {.key = u"%1:%2"_s.arg(text.size()).arg(qHash(text)), .code = text};
}

void StripGaps::ask(const QString &versionId)
{
    if (m_asked.contains(versionId))
        return;
    m_asked.insert(versionId);
    VersionHistory &history = m_shell.services.history();
    history.fetchCode(history.routine(), versionId)
        ->then(this, [this](const Result<VersionCode> &code) {
            if (code)
                update();
        });
}

void StripGaps::compare(LiveStrip::Gap gap, const Side &left, const Side &right)
{
    const auto index = static_cast<std::size_t>(gap);
    if (left.key.isEmpty() || right.key.isEmpty()) {
        m_wanted.at(index).clear();
        show(gap, {});
        return;
    }
    const QString wanted = left.key + u'\n' + right.key;
    if (left.key == right.key) {
        m_wanted.at(index) = wanted;
        show(gap, {.state = State::Same});
        return;
    }
    const bool isReadable = left.code && right.code;
    if (!isReadable || !m_isCounted.at(index))
        show(gap, {.state = State::Unknown});
    if (!isReadable || m_wanted.at(index) == wanted) {
        if (!isReadable)
            m_wanted.at(index).clear();
        return;
    }
    m_wanted.at(index) = wanted;
    countChanges(this, *left.code, *right.code, ChangeDepth::Lines)
        ->then(this, [this, gap, index, wanted](const Result<ChangeCount> &count) {
            if (!count || m_wanted.at(index) != wanted)
                return;
            const bool isSame = count->added == 0 && count->removed == 0;
            show(gap, {.state = isSame ? State::Same : State::Different,
                       .added = count->added,
                       .removed = count->removed,
                       .isExact = count->isExact});
        });
}

void StripGaps::show(LiveStrip::Gap gap, const GapButton::Count &count)
{
    // What was counted a moment ago stands until the new number is there.
    m_isCounted.at(static_cast<std::size_t>(gap)) =
        count.state == State::Same || count.state == State::Different;
    m_shell.liveStrip.setGap(gap, count);
}

} // namespace edgewright
