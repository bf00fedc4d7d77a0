// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/draftpage.h"

#include "common/emptystate.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"

#include <QStackedLayout>

using namespace std::chrono_literals;

namespace edgewright {

namespace {

constexpr auto kPause = 250ms;
constexpr auto kLatest = 1s;

} // namespace

DraftPage::DraftPage(QString accountId, QString routine, const Keepers &keepers, QWidget *parent)
    : QWidget(parent)
    , m_accountId(std::move(accountId))
    , m_routine(std::move(routine))
    , m_drafts(keepers.drafts)
    , m_layout(new QStackedLayout(this))
    , m_placeholder(new EmptyState(this))
    , m_page(new EditorPage(keepers.themes, this))
{
    m_layout->addWidget(m_placeholder);
    m_layout->addWidget(m_page);
    for (QTimer *timer : {&m_pause, &m_latest}) {
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

void DraftPage::showLoading(const QString &what)
{
    m_waiting = true;
    m_placeholder->setContent(what, {}, {tr("Cancel")});
    m_layout->setCurrentWidget(m_placeholder);
}

void DraftPage::showProblem(const QString &title, const QString &text)
{
    m_waiting = false;
    m_placeholder->setContent(title, text, {tr("Try Again")});
    m_layout->setCurrentWidget(m_placeholder);
}

void DraftPage::loadDraft(const Draft &draft)
{
    m_baseVersionId = draft.baseVersionId;
    m_baseKnown = false;
    m_savedAt = draft.changedAt;
    show(draft.text, draft.caret);
    // A draft file exists only while it differs from its base.
    setEdited(true);
    emit baseChanged();
    emit diskStateChanged();
}

void DraftPage::loadVersion(const VersionCode &code)
{
    m_baseVersionId = code.version.id;
    m_baseText = code.bytes;
    m_baseKnown = true;
    show(code.bytes, 0);
    emit baseChanged();
}

void DraftPage::loadTemplate(const QByteArray &text)
{
    m_baseVersionId.clear();
    m_baseText = text;
    m_baseKnown = true;
    show(text, 0);
    emit baseChanged();
}

void DraftPage::setBaseCode(const VersionCode &code)
{
    if (code.version.id != m_baseVersionId || !code.verdict.isCode())
        return;
    m_baseText = code.bytes;
    m_baseKnown = true;
    setEdited(text() != m_baseText);
}

void DraftPage::takeCode(const VersionCode &code)
{
    m_bases = {{.text = text(), .versionId = m_baseVersionId, .code = m_baseText},
               {.text = code.bytes, .versionId = code.version.id, .code = code.bytes}};
    m_baseVersionId = code.version.id;
    m_baseText = code.bytes;
    m_baseKnown = true;
    m_page->editor().replaceAllUndoably(code.bytes);
    saveSoon();
    emit baseChanged();
}

void DraftPage::takeText(const QByteArray &text)
{
    m_page->editor().replaceAllUndoably(text);
    saveSoon();
}

void DraftPage::rebase(const QString &versionId, const QByteArray &saved)
{
    m_bases.clear();
    m_baseVersionId = versionId;
    m_baseText = saved;
    m_baseKnown = true;
    keep();
    emit baseChanged();
}

void DraftPage::saveSoon()
{
    m_pendingEdits = true;
    if (!m_edited)
        setEdited(true);
    m_pause.start();
    if (!m_latest.isActive())
        m_latest.start();
}

void DraftPage::keep()
{
    m_pause.stop();
    m_latest.stop();
    m_pendingEdits = false;
    followUndo();
    const Draft current = draft();
    if (m_baseKnown && current.text == m_baseText) {
        setEdited(false);
        const Result<> removed = m_drafts.remove(m_accountId, m_routine);
        m_saveError = removed ? std::nullopt : std::optional(removed.error());
        m_savedAt = {};
        emit diskStateChanged();
        return;
    }
    setEdited(true);
    m_drafts.save(current)->then(this, [this](const Result<QDateTime> &saved) {
        m_saveError = saved ? std::nullopt : std::optional(saved.error());
        if (saved)
            m_savedAt = *saved;
        emit diskStateChanged();
    });
}

void DraftPage::flush()
{
    if (!m_loaded || !m_pendingEdits)
        return;
    m_pause.stop();
    m_latest.stop();
    const Result<> saved = m_drafts.saveNow(draft());
    m_saveError = saved ? std::nullopt : std::optional(saved.error());
    m_pendingEdits = !saved;
}

void DraftPage::followUndo()
{
    const QByteArray current = text();
    for (const BaseMark &mark : m_bases) {
        if (mark.versionId == m_baseVersionId || mark.text != current)
            continue;
        m_baseVersionId = mark.versionId;
        m_baseText = mark.code;
        emit baseChanged();
        return;
    }
}

void DraftPage::show(const QByteArray &text, qint64 caret)
{
    m_loaded = false;
    m_page->editor().setBytes(text);
    m_page->editor().goToPosition(static_cast<int>(caret));
    m_layout->setCurrentWidget(m_page);
    m_loaded = true;
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
            .baseVersionId = m_baseVersionId,
            .text = text(),
            .caret = m_page->editor().caretPosition(),
            .changedAt = QDateTime::currentDateTimeUtc()};
}

} // namespace edgewright
