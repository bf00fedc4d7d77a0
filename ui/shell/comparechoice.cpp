// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/comparechoice.h"

#include "common/filterfield.h"
#include "common/plaintext.h"
#include "common/times.h"
#include "shell/comparesources.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace edgewright {

CompareChoice::CompareChoice(const QString &name, const ShellContext &shell,
                             CompareSources &sources, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_shell(shell)
    , m_sources(sources)
    , m_routineLabel(new QLabel(this))
    , m_routine(new QComboBox(this))
    , m_filter(new FilterField(shell.themes, this))
    , m_list(new QListWidget(this))
    , m_state(new QLabel(this))
{
    m_routine->setObjectName(m_name + u"Routine"_s);
    m_filter->setObjectName(m_name + u"Filter"_s);
    m_list->setObjectName(m_name + u"List"_s);
    m_state->setObjectName(m_name + u"State"_s);
    buildLayout();
    connectParts();
    fillRoutines();
    retranslate();
    showRoutine();
}

void CompareChoice::buildLayout()
{
    m_routineLabel->setBuddy(m_routine);
    m_routineLabel->setFont(strongFont(font()));
    m_routine->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_routine->setMinimumContentsLength(12);
    m_filter->setView(m_list);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_state->setProperty("muted", true);
    m_state->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_routineLabel);
    layout->addWidget(m_routine);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);
}

void CompareChoice::connectParts()
{
    connect(m_routine, &QComboBox::currentIndexChanged, this, &CompareChoice::showRoutine);
    connect(m_filter, &QLineEdit::textChanged, this, &CompareChoice::filter);
    connect(m_list, &QListWidget::currentRowChanged, this, &CompareChoice::changed);
    connect(m_filter, &QLineEdit::returnPressed, this, &CompareChoice::activate);
    connect(m_list, &QListWidget::itemActivated, this, &CompareChoice::activate);
    connect(m_list, &QListWidget::itemClicked, this, [this] {
        if (isFileWanted())
            askForFile();
    });
}

void CompareChoice::fillRoutines()
{
    const QSignalBlocker quiet(m_routine);
    QStringList names;
    for (const RoutineListModel::Item &item : m_shell.services.catalog().model().items())
        names.append(item.routine.name);
    const QString current = m_shell.services.history().routine();
    if (!current.isEmpty() && !names.contains(current))
        names.prepend(current);
    for (const QString &name : std::as_const(names))
        m_routine->addItem(oneLine(name, 80), name);
    m_routine->setCurrentIndex(m_routine->findData(current));
    m_routine->setEnabled(!names.isEmpty());
}

void CompareChoice::showRoutine()
{
    const QString routine = m_routine->currentData().toString();
    ++m_request;
    m_snapshots.clear();
    rebuild();
    if (routine.isEmpty())
        return;
    readSnapshots(routine);
    if (routine != m_shell.services.history().routine())
        readVersions(routine);
}

void CompareChoice::readVersions(const QString &routine)
{
    m_state->setText(tr("Reading versions…"));
    m_sources.versions(routine)->then(
        this, [this, request = m_request](const Result<QList<CodeVersion>> &versions) {
            if (request != m_request)
                return;
            rebuild();
            setPlainText(m_state, versions ? QString() : versions.error().text());
        });
}

void CompareChoice::readSnapshots(const QString &routine)
{
    m_sources.snapshots(routine)->then(
        this, [this, request = m_request](const Result<QList<Snapshot>> &snapshots) {
            if (request != m_request || !snapshots || snapshots->isEmpty())
                return;
            m_snapshots = *snapshots;
            const QString state = m_state->text();
            rebuild();
            setPlainText(m_state, state);
        });
}

void CompareChoice::rebuild()
{
    const std::optional<CompareSource> before = m_wanted ? m_wanted : source();
    {
        const QSignalBlocker quiet(m_list);
        m_state->clear();
        m_list->clear();
        m_rows.clear();
        const QString routine = m_routine->currentData().toString();
        if (!routine.isEmpty()) {
            for (const CompareSource &source : std::initializer_list<CompareSource>{
                     DraftSource{.routine = routine}, BaseSource{.routine = routine}})
                addRow(source, m_sources.title(source, false));
            addLive(routine);
            addVersions();
            for (const Snapshot &snapshot : std::as_const(m_snapshots)) {
                const SnapshotSource moment{.routine = routine, .snapshot = snapshot};
                addRow(moment, m_sources.title(moment, false));
            }
        }
        const QByteArray text = QGuiApplication::clipboard()->text().toUtf8();
        if (!text.isEmpty() && text.size() <= CompareSources::kLargestText)
            addRow(ClipboardSource{.text = text}, tr("Clipboard (%1)").arg(sizeText(text.size())));
        if (m_file)
            addRow(*m_file, m_file->path);
        addRow(FileSource(), tr("File…"));
    }
    if (before)
        select(*before);
    filter();
}

void CompareChoice::addLive(const QString &routine)
{
    const std::optional<Routine> known = m_shell.services.catalog().routine(routine);
    for (const auto &environment : {kProduction, kStaging}) {
        const LiveSource live{.routine = routine, .environment = environment};
        addRow(live, m_sources.title(live, false));
        const Deployment running = known ? known->deploymentIn(environment) : Deployment();
        // All that runs there can be compared, not only what most of the visitors get.
        for (const VersionShare &share : running.shares) {
            if (share.versionId == running.mainVersionId())
                continue;
            const VersionSource version{.routine = routine, .versionId = share.versionId};
            //: A part of the traffic of an environment: "Production (30 %): v17 · 2 h ago"
            addRow(version, tr("%1 (%2 %): %3")
                                .arg(m_sources.shortName(live), QString::number(share.percentage),
                                     m_sources.title(version, false)));
        }
    }
}

void CompareChoice::addVersions()
{
    const QString routine = m_routine->currentData().toString();
    for (const KnownVersion &known : m_shell.services.history().book().versions(routine)) {
        const VersionSource version{.routine = routine, .versionId = known.version.id};
        addRow(version, m_sources.title(version, false),
               known.version.isUnstable
                   ? tr("What was put on staging last without becoming a version; the next such "
                        "upload replaces it.")
                   : QString());
    }
}

void CompareChoice::addRow(const CompareSource &source, const QString &text, const QString &tip)
{
    constexpr int kAir = 10; // Above and below together.
    const bool needsVersion =
        std::holds_alternative<BaseSource>(source) || std::holds_alternative<LiveSource>(source);
    if (needsVersion && m_sources.versionId(source).isEmpty())
        return;
    m_rows.append(source);
    auto *row = new QListWidgetItem(oneLine(text), m_list);
    row->setToolTip(plainToolTip(tip.isEmpty() ? text : text + u'\n' + tip));
    row->setData(Qt::AccessibleDescriptionRole, tip);
    row->setSizeHint(QSize(0, m_list->fontMetrics().height() + kAir));
}

void CompareChoice::filter()
{
    const QString text = m_filter->text().trimmed();
    int first = -1;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *row = m_list->item(i);
        row->setHidden(!row->text().contains(text, Qt::CaseInsensitive));
        if (!row->isHidden() && first < 0)
            first = i;
    }
    const QListWidgetItem *current = m_list->currentItem();
    if (!current || current->isHidden())
        m_list->setCurrentRow(first);
    emit changed();
}

void CompareChoice::select(const CompareSource &source)
{
    const QString routine = routineOf(source);
    if (!routine.isEmpty() && routine != m_routine->currentData().toString()) {
        // Its versions are read first.
        m_wanted = source;
        m_routine->setCurrentIndex(m_routine->findData(routine));
        return;
    }
    const auto row = m_rows.indexOf(source);
    if (row < 0)
        return;
    m_wanted.reset();
    m_list->setCurrentRow(static_cast<int>(row));
}

std::optional<CompareSource> CompareChoice::source() const
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || item->isHidden())
        return {};
    const CompareSource &source = m_rows[m_list->currentRow()];
    const auto *file = std::get_if<FileSource>(&source);
    return file && file->path.isEmpty() ? std::nullopt : std::optional(source);
}

bool CompareChoice::isFileWanted() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item && !item->isHidden() && m_rows[m_list->currentRow()] == CompareSource(FileSource());
}

void CompareChoice::activate()
{
    if (isFileWanted())
        askForFile();
    else
        emit chosen();
}

void CompareChoice::askForFile()
{
    // A double click is a click before.
    if (std::exchange(m_isAsking, true))
        return;
    m_shell.prompts.chooseFileToOpen(this, tr("Compare with File"), [this](const QString &path) {
        m_isAsking = false;
        chooseFile(path);
    });
}

void CompareChoice::chooseFile(const QString &path)
{
    if (path.isEmpty())
        return;
    m_file = FileSource{.path = path};
    m_filter->clear();
    rebuild();
    select(*m_file);
    m_list->setFocus();
}

void CompareChoice::focusRoutine()
{
    m_routine->setFocus(Qt::ShortcutFocusReason);
}

void CompareChoice::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

void CompareChoice::setTitle(const QString &title)
{
    m_title = title;
    retranslate();
}

void CompareChoice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        rebuild();
    }
    QWidget::changeEvent(event);
}

void CompareChoice::retranslate()
{
    //: %1 is "Left" or "Right"
    m_routineLabel->setText(tr("%1: routine").arg(m_title));
    m_filter->setPurpose(tr("%1: filter versions, draft, file").arg(m_title));
    m_list->setAccessibleName(tr("%1: what to compare").arg(m_title));
}

} // namespace edgewright
