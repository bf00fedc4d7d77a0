// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/draftpage.h"

#include "base/log.h"
#include "common/emptystate.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"

#include <QEvent>
#include <QStackedLayout>

using namespace std::chrono_literals;

namespace edgewright {

namespace {

constexpr auto kPause = 250ms;
constexpr auto kLatest = 1s;
constexpr auto kRetry = 5s;

} // namespace

DraftPage::DraftPage(QString accountId, QString routine, const Keepers &keepers, QWidget *parent)
    : QWidget(parent)
    , m_accountId(std::move(accountId))
    , m_routine(std::move(routine))
    , m_drafts(keepers.drafts)
    , m_newestVersion(keepers.newestVersion)
    , m_layout(new QStackedLayout(this))
    , m_placeholder(new EmptyState(this))
    , m_page(new EditorPage(keepers.themes, this))
{
    m_layout->addWidget(m_placeholder);
    m_layout->addWidget(m_page);
    for (QTimer *timer : {&m_pause, &m_latest, &m_retry}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &DraftPage::keep);
    }
    connect(m_placeholder, &EmptyState::buttonClicked, this, [this] {
        if (m_waiting)
            emit cancelRequested();
        else
            emit retryRequested();
    });
    m_pause.setInterval(kPause);
    m_latest.setInterval(kLatest);
    m_retry.setInterval(kRetry);
    m_snapshots.setSingleShot(true);
    m_snapshots.setInterval(keepers.snapshots);
    connect(&m_snapshots, &QTimer::timeout, this, [this] { note(SnapshotReason::WhileTyping); });
    connect(&m_page->editor(), &CodeEditor::edited, this, [this] {
        if (m_loaded)
            saveSoon();
    });
}

DraftPage::~DraftPage() = default;

QByteArray DraftPage::text() const
{
    return m_page->editor().bytes();
}

void DraftPage::showLoading(const Wording &what)
{
    m_waiting = true;
    m_title = what;
    m_problem.clear();
    showPlaceholder();
    m_layout->setCurrentWidget(m_placeholder);
}

void DraftPage::showProblem(const Wording &title, const QString &text)
{
    m_waiting = false;
    m_title = title;
    m_problem = text;
    showPlaceholder();
    m_layout->setCurrentWidget(m_placeholder);
}

void DraftPage::showPlaceholder()
{
    if (m_title)
        m_placeholder->setContent(m_title(), m_problem,
                                  {m_waiting ? tr("Cancel") : tr("Try Again")});
}

void DraftPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showPlaceholder();
    QWidget::changeEvent(event);
}

void DraftPage::loadDraft(const Draft &draft)
{
    m_base = {.versionId = draft.baseVersionId, .newestVersionId = draft.newestVersionId};
    m_savedAt = draft.changedAt;
    show(draft.text, {.caret = draft.caret, .firstLine = draft.firstLine});
    // A draft file exists only while it differs from its base.
    setEdited(true);
    emit baseChanged();
    emit diskStateChanged();
}

void DraftPage::loadVersion(const VersionCode &code)
{
    m_base = baseOf(code.version.id, code.bytes);
    show(code.bytes, {});
    emit baseChanged();
}

void DraftPage::setBaseCode(const VersionCode &code)
{
    if (!code.verdict.isCode())
        return;
    const auto fill = [&code](DraftBase &base) {
        if (base.versionId != code.version.id)
            return false;
        base.code = code.bytes;
        base.isKnown = true;
        return true;
    };
    for (DraftBaseMark &mark : m_bases)
        fill(mark.base);
    if (!fill(m_base))
        return;
    setEdited(text() != m_base.code);
}

Result<> DraftPage::takeCode(const VersionCode &code)
{
    if (const Result<> kept = putAside(code.bytes, SnapshotReason::BeforeUseAsDraft); !kept)
        return kept;
    replaceAll(code.bytes, baseOf(code.version.id, code.bytes));
    return {};
}

Result<> DraftPage::takeMerged(const QByteArray &merged, const VersionCode &theirs)
{
    if (const Result<> kept = putAside(merged, SnapshotReason::BeforeMerge); !kept)
        return kept;
    // What was listed while merging is in neither text: somebody has to be told of it yet.
    replaceAll(merged, {.versionId = theirs.version.id,
                        .newestVersionId = theirs.version.id,
                        .code = theirs.bytes,
                        .isKnown = true});
    keep();
    return {};
}

DraftBase DraftPage::baseOf(const QString &versionId, const QByteArray &code) const
{
    return {.versionId = versionId,
            .newestVersionId = m_newestVersion ? m_newestVersion() : QString(),
            .code = code,
            .isKnown = true};
}

Result<> DraftPage::takeText(const QByteArray &text)
{
    if (const Result<> kept = putAside(text, SnapshotReason::BeforeOpenFile); !kept)
        return kept;
    replaceAll(text, m_base);
    return {};
}

Result<> DraftPage::takeDraft(const Draft &draft)
{
    if (const Result<> kept = putAside(draft.text, SnapshotReason::BeforeUseAsDraft); !kept)
        return kept;
    const DraftBase unread{.versionId = draft.baseVersionId,
                           .newestVersionId = draft.newestVersionId};
    replaceAll(draft.text, unread.versionId == m_base.versionId ? m_base : unread);
    return {};
}

Result<> DraftPage::discard()
{
    Q_ASSERT(m_base.isKnown);
    if (const Result<> kept = putAside(m_base.code, SnapshotReason::Discarded); !kept)
        return kept;
    replaceAll(m_base.code, m_base);
    keep();
    return {};
}

void DraftPage::note(SnapshotReason reason)
{
    if (!m_loaded || !isChanged())
        return;
    // The text itself is safe elsewhere: nobody has to wait or be told.
    m_drafts.snapshotLater(draft(), reason)->then(this, [](const Result<> &noted) {
        if (!noted)
            qCInfo(lcWorkspace).noquote() << forLog(noted.error().text());
    });
}

Result<> DraftPage::putAside(const QByteArray &coming, SnapshotReason reason)
{
    return isChanged() && text() != coming ? m_drafts.snapshot(draft(), reason) : Result<>();
}

void DraftPage::replaceAll(const QByteArray &text, const DraftBase &base)
{
    const bool isRebased = base.versionId != m_base.versionId;
    // The same text on another base: nothing that could be undone tells them apart.
    if (isRebased && this->text() == text)
        m_bases.clear();
    else if (isRebased)
        m_bases = {{.text = this->text(), .base = m_base}, {.text = text, .base = base}};
    m_base = base;
    m_page->editor().replaceAllUndoably(text);
    saveSoon();
    if (isRebased)
        emit baseChanged();
}

void DraftPage::rebase(const QString &versionId, const QByteArray &saved)
{
    m_bases.clear();
    m_base = baseOf(versionId, saved);
    keep();
    emit baseChanged();
}

void DraftPage::saveSoon()
{
    const bool wasKept = std::exchange(m_isKept, false);
    ++m_edits;
    if (!m_edited)
        setEdited(true);
    if (wasKept)
        emit keptNoMore();
    if (!m_snapshots.isActive())
        m_snapshots.start();
    m_pause.start();
    if (!m_latest.isActive())
        m_latest.start();
}

void DraftPage::keep()
{
    if (forgetUnchanged())
        return;
    m_drafts.save(draft())->then(
        this, [this, attempt = m_attempts, edits = m_edits](const Result<QDateTime> &saved) {
            // A newer attempt answers for this one. A draft that somebody removed from the store
            // meanwhile was not wanted; flush() would keep it again.
            if (attempt != m_attempts || (!saved && saved.error().code == ErrorCode::Cancelled))
                return;
            m_isKept = saved && edits == m_edits;
            noteAttempt(saved ? Result<>() : saved.error(), saved ? *saved : m_savedAt);
        });
}

void DraftPage::flush()
{
    if (!m_loaded || m_isKept || forgetUnchanged())
        return;
    const Result<> saved = m_drafts.saveNow(draft());
    m_isKept = saved.hasValue();
    noteAttempt(saved, saved ? QDateTime::currentDateTimeUtc() : m_savedAt);
}

bool DraftPage::forgetUnchanged()
{
    for (QTimer *timer : {&m_pause, &m_latest, &m_retry})
        timer->stop();
    ++m_attempts;
    followUndo();
    setEdited(isChanged());
    if (m_edited) {
        m_isKept = false;
        return false;
    }
    const Result<> removed = m_drafts.remove(m_accountId, m_routine);
    m_isKept = removed.hasValue();
    noteAttempt(removed, {});
    return true;
}

void DraftPage::noteAttempt(const Result<> &result, const QDateTime &savedAt)
{
    m_saveError = result ? std::nullopt : std::optional(result.error());
    m_savedAt = savedAt;
    if (!result)
        m_retry.start();
    emit diskStateChanged();
}

void DraftPage::followUndo()
{
    const QByteArray current = m_bases.isEmpty() ? QByteArray() : text();
    for (const DraftBaseMark &mark : m_bases) {
        if (mark.base.versionId == m_base.versionId || mark.text != current)
            continue;
        m_base = mark.base;
        emit baseChanged();
        return;
    }
}

EditorPlace DraftPage::place() const
{
    return m_loaded ? placeIn(m_page->editor()) : m_wantedPlace.value_or(EditorPlace());
}

void DraftPage::setPlace(const EditorPlace &place)
{
    if (m_loaded)
        goToPlace(m_page->editor(), place);
    else
        m_wantedPlace = place;
}

void DraftPage::show(const QByteArray &text, const EditorPlace &place)
{
    m_loaded = false;
    m_page->editor().setBytes(text);
    m_layout->setCurrentWidget(m_page);
    goToPlace(m_page->editor(), std::exchange(m_wantedPlace, std::nullopt).value_or(place));
    m_loaded = true;
    m_isKept = true;
    m_bases.clear();
    setEdited(false);
    emit loaded();
}

void DraftPage::setEdited(bool edited)
{
    if (m_edited == edited)
        return;
    m_edited = edited;
    emit editedChanged();
}

Draft DraftPage::draft() const
{
    return {.accountId = m_accountId,
            .routine = m_routine,
            .baseVersionId = m_base.versionId,
            .newestVersionId = m_base.newestVersionId,
            .text = text(),
            .caret = place().caret,
            .firstLine = place().firstLine,
            .changedAt = QDateTime::currentDateTimeUtc()};
}

} // namespace edgewright
