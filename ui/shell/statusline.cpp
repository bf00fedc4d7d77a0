// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/statusline.h"

#include "common/plaintext.h"
#include "common/times.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/serviceaccess.h"
#include "text/textformat.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr std::chrono::minutes kTick{1};

/// When what is shown of the routine on screen was last read.
QDateTime readAt(AppServices &services)
{
    const RoutineListModel &model = services.catalog().model();
    const int row = model.rowOf(services.history().routine());
    const QDateTime listed = services.catalog().readAt();
    return row < 0 ? listed : std::max(listed, model.items().at(row).liveReadAt);
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_account(addField(u"statusAccount"_s))
    , m_draft(addField(u"statusDraft"_s))
    , m_caret(addField(u"statusCaret"_s))
    , m_indentation(addField(u"statusIndentation"_s))
    , m_lineEnd(addField(u"statusLineEnd"_s))
    , m_encoding(addField(u"statusEncoding"_s))
    , m_size(addField(u"statusSize"_s))
{
    setObjectName(u"statusLine"_s);
    setSizeGripEnabled(false);
    addWidget(m_account);
    addWidget(m_draft, 1);
    for (QLabel *field : {m_caret, m_indentation, m_lineEnd, m_encoding, m_size})
        addPermanentWidget(field);
}

void StatusLine::watch(const ShellContext &shell)
{
    m_shell = &shell;
    connect(&shell.services.connection(), &Connection::changed, this, &StatusLine::showAccount);
    connect(&shell.services.connection(), &Connection::progressed, this, &StatusLine::showAccount);
    connect(&shell.services.connection(), &Connection::reachabilityChanged, this,
            &StatusLine::showAccount);
    connect(&shell.services.lock(), &WriteLock::changed, this, &StatusLine::showAccount);
    for (const auto signal : {&RoutineCatalog::refreshed, &RoutineCatalog::restored})
        connect(&shell.services.catalog(), signal, this, &StatusLine::showAccount);
    connect(&shell.services.catalog(), &RoutineCatalog::routineChanged, this,
            &StatusLine::showAccount);
    // "as of yesterday" begins at midnight.
    m_tick.start(kTick);
    connect(&m_tick, &QTimer::timeout, this, &StatusLine::showAccount);
    connect(&shell.documents, &DocumentArea::currentChanged, this, &StatusLine::update);
    connect(&shell.documents, &DocumentArea::draftAdded, this, [this](const DraftPage *page) {
        for (const auto signal : {&DraftPage::editedChanged, &DraftPage::diskStateChanged,
                                  &DraftPage::keptNoMore, &DraftPage::loaded})
            connect(page, signal, this, &StatusLine::update);
    });
    update();
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        update();
        if (m_watched)
            showCaret(m_watched->editor().caretLine() + 1, m_watched->editor().caretColumn() + 1);
    }
    QStatusBar::changeEvent(event);
}

QLabel *StatusLine::addField(const QString &name)
{
    auto *field = new QLabel(this);
    field->setObjectName(name);
    field->setTextFormat(Qt::PlainText);
    return field;
}

void StatusLine::update()
{
    if (!m_shell)
        return;
    showAccount();
    showDraft();
    watchEditor();
    showFormat();
}

void StatusLine::watchEditor()
{
    EditorPage *page = m_shell->documents.currentEditorPage();
    if (page == m_watched)
        return;
    if (m_watched)
        m_watched->editor().disconnect(this);
    m_watched = page;
    m_caret->clear();
    if (!page)
        return;
    CodeEditor &editor = page->editor();
    connect(&editor, &CodeEditor::caretMoved, this, &StatusLine::showCaret);
    connect(&editor, &CodeEditor::formatChanged, this, &StatusLine::showFormat);
    connect(&editor, &CodeEditor::edited, this, [this] {
        if (m_watched)
            m_size->setText(sizeText(m_watched->editor().length()));
    });
    showCaret(editor.caretLine() + 1, editor.caretColumn() + 1);
}

void StatusLine::showAccount()
{
    const Connection &connection = m_shell->services.connection();
    // Named anew in the language of now; other accounts have names of their own.
    const QString name = connection.account().kind == AccountKind::Sandbox
                             ? tr("Sandbox")
                             : oneLine(connection.account().name);
    const RoutineCatalog &catalog = m_shell->services.catalog();
    const QString remembered = asOf(connection, catalog);
    QStringList parts;
    if (!connection.account().id.isEmpty())
        parts << name;
    if (connection.isReachable())
        parts << connection.account().endpoint.displayName();
    else if (connection.state() == ConnectionState::Connecting)
        parts << tr("connecting…");
    else if (connection.state() == ConnectionState::Connected)
        parts << tr("no connection");
    else
        parts << (parts.isEmpty() ? tr("Not connected") : tr("not connected"));
    const QString accountId = connection.account().id;
    if (m_shell->services.lock().isLocked({.accountId = accountId, .routine = {}}))
        parts << tr("read-only account");
    else if (connection.writeRefusal(m_shell->services.history().routine()))
        parts << tr("routine locked");
    if (!remembered.isEmpty())
        parts << remembered;
    else if (const QDateTime read = readAt(m_shell->services); read.isValid())
        parts << tr("as of %1 (%2)", "a time of day, and how long ago that is")
                     .arg(QLocale().toString(read.toLocalTime().time(), u"HH:mm"_s),
                          relativeTime(read, QDateTime::currentDateTimeUtc()));
    parts.removeAll(QString());
    m_account->setText(parts.join(u" · "_s));
}

void StatusLine::showDraft()
{
    const DraftPage *page = m_shell->documents.currentDraft();
    if (!page || !page->isLoaded()) {
        m_draft->setText(m_shell->documents.currentEditorPage() ? tr("Read-only") : QString());
    } else if (page->saveError()) {
        m_draft->setText(tr("Draft NOT saved: %1").arg(oneLine(page->saveError()->message)));
    } else if (!page->isEdited()) {
        m_draft->setText(tr("No changes"));
    } else if (page->isKept() && page->savedAt().isValid()) {
        m_draft->setText(
            tr("Draft saved %1")
                .arg(QLocale().toString(page->savedAt().toLocalTime().time(), u"HH:mm:ss"_s)));
    } else {
        m_draft->setText(tr("Saving the draft…"));
    }
}

void StatusLine::showFormat()
{
    const bool any = m_watched;
    for (QLabel *field : {m_caret, m_indentation, m_lineEnd, m_encoding, m_size})
        field->setVisible(any);
    if (!any)
        return;
    const TextFormat format = m_watched->editor().format();
    m_indentation->setText(format.indentation.tabs
                               ? tr("Tabs: %n", nullptr, format.indentation.width)
                               : tr("%n spaces", nullptr, format.indentation.width));
    m_lineEnd->setText(displayName(format.lineEnd));
    m_encoding->setText(format.byteOrderMark ? u"UTF-8 BOM"_s : u"UTF-8"_s);
    m_size->setText(sizeText(m_watched->editor().length()));
}

void StatusLine::showCaret(int line, int column)
{
    //: Line and column of the caret
    m_caret->setText(tr("Ln %1, Col %2").arg(line).arg(column));
}

} // namespace edgewright
