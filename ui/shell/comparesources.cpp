// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/comparesources.h"

#include "base/background.h"
#include "base/durablefile.h"
#include "common/plaintext.h"
#include "common/times.h"
#include "diff/textproperties.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "workspace/connectioncall.h"
#include "workspace/stagedraftflow.h"

#include <QFileInfo>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

template <typename T>
Reply<T> *answered(QObject *owner, Result<T> result)
{
    auto *reply = new Reply<T>(owner);
    reply->resolve(std::move(result));
    return reply;
}

bool needsService(const CompareSource &source)
{
    return std::holds_alternative<VersionSource>(source)
           || std::holds_alternative<LiveSource>(source)
           || std::holds_alternative<BaseSource>(source);
}

} // namespace

CompareSources::CompareSources(const ShellContext &shell, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
{
}

QString CompareSources::accountId() const
{
    return m_shell.services.connection().account().id;
}

QString CompareSources::nameOf(const QString &routine, const QString &versionId) const
{
    const VersionBook &book = m_shell.services.history().book();
    const std::optional<KnownVersion> known = book.find(routine, versionId);
    if (versionId == kStagingSlot || (known && known->version.isUnstable))
        return tr("Staging slot (unstable)");
    const QString name = m_shell.services.history().codes().nameOf(routine, versionId);
    return name.isEmpty() ? tr("version %1").arg(oneLine(versionId, 40)) : name;
}

QString CompareSources::versionId(const CompareSource &source) const
{
    return std::visit(
        Overloaded{[](const VersionSource &version) { return version.versionId; },
                   [this](const LiveSource &live) -> QString {
                       const std::optional<Routine> routine =
                           m_shell.services.catalog().routine(live.routine);
                       return routine ? routine->deploymentIn(live.environment).mainVersionId()
                                      : QString();
                   },
                   [this](const BaseSource &base) -> QString {
                       const DraftPage *page = m_shell.documents.draftOf(accountId(), base.routine);
                       if (page)
                           return page->baseVersionId();
                       return m_shell.services.drafts().baseOf(accountId(), base.routine);
                   },
                   [](const auto &) { return QString(); }},
        source);
}

bool CompareSources::isSettled(const CompareSource &source) const
{
    if (std::holds_alternative<LiveSource>(source)) {
        RoutineCatalog &catalog = m_shell.services.catalog();
        const int row = catalog.model().rowOf(routineOf(source));
        const bool isKnown = row >= 0 && catalog.model().items().at(row).liveKnown;
        return isKnown || !catalog.isRefreshing();
    }
    if (!std::holds_alternative<BaseSource>(source) || !versionId(source).isEmpty())
        return true;
    const DraftPage *page = m_shell.documents.draftOf(accountId(), routineOf(source));
    return !page || page->isLoaded() || !m_shell.services.history().isRefreshing();
}

QString CompareSources::shortName(const CompareSource &source) const
{
    return std::visit(
        Overloaded{
            [](const DraftSource &) { return tr("Draft"); },
            [this](const VersionSource &version) {
                return nameOf(version.routine, version.versionId);
            },
            [](const LiveSource &live) {
                return live.environment == kProduction ? tr("Production")
                       : live.environment == kStaging  ? tr("Staging")
                                                       : oneLine(live.environment, 40);
            },
            [](const BaseSource &) { return tr("Base"); },
            [](const FileSource &file) { return oneLine(QFileInfo(file.path).fileName(), 80); },
            [](const ClipboardSource &) { return tr("Clipboard"); },
            [](const TextSource &text) { return oneLine(text.title, 80); },
            [](const SnapshotSource &moment) {
                const Snapshot &snapshot = moment.snapshot;
                //: What the draft once was: %1 is a time, %2 is "before
                //: format", "discarded" …
                return tr("Draft, %1, %2")
                    .arg(relativeTime(snapshot.takenAt, QDateTime::currentDateTimeUtc()),
                         edgewright::describe(snapshot.reason));
            }},
        source);
}

QString CompareSources::title(const CompareSource &source, bool withRoutine) const
{
    QString title = shortName(source);
    const QString routine = routineOf(source);
    const QString id = versionId(source);
    if (!id.isEmpty()) {
        const QString version = describe(routine, id);
        //: What runs in an environment: "Production: v15 · 3 Nov"; also "Base: v15"
        title = std::holds_alternative<VersionSource>(source)
                    ? version
                    : tr("%1: %2").arg(title + shareOf(source), version);
    }
    return withRoutine && !routine.isEmpty() ? oneLine(routine, 60) + u" · "_s + title : title;
}

QString CompareSources::describe(const QString &routine, const QString &versionId) const
{
    QStringList parts{nameOf(routine, versionId)};
    const std::optional<KnownVersion> known =
        m_shell.services.history().book().find(routine, versionId);
    if (!known)
        return parts.constFirst();
    const CodeVersion &version = known->version;
    if (version.createdAt.isValid())
        parts.append(relativeTime(version.createdAt, QDateTime::currentDateTimeUtc()));
    const QString description = oneLine(version.description);
    if (!description.isEmpty())
        parts.append(description);
    return parts.join(u" · "_s);
}

std::optional<CompareSide> CompareSources::known(const CompareSource &source,
                                                 bool withRoutine) const
{
    const QString name = title(source, withRoutine);
    if (const auto *draft = std::get_if<DraftSource>(&source)) {
        const DraftPage *page = m_shell.documents.draftOf(accountId(), draft->routine);
        if (!page || !page->isLoaded())
            return {};
        return CompareSide{.title = name, .text = page->text(), .note = {}, .isDraft = true};
    }
    if (const auto *clipboard = std::get_if<ClipboardSource>(&source))
        return judgedSide(name, clipboard->text);
    if (const auto *text = std::get_if<TextSource>(&source))
        return judgedSide(name, text->text);
    if (!needsService(source))
        return {};
    const QString id = versionId(source);
    if (id.isEmpty())
        return CompareSide{.title = name, .text = {}, .note = missing(source)};
    const std::optional<VersionCode> code =
        m_shell.services.history().knownCode(routineOf(source), id);
    return code ? std::optional(sideOf(*code, name)) : std::nullopt;
}

Reply<CompareSide> *CompareSources::read(const CompareSource &source, bool withRoutine)
{
    if (std::optional<CompareSide> side = known(source, withRoutine))
        return answered<CompareSide>(this, *std::move(side));
    if (const auto *file = std::get_if<FileSource>(&source))
        return readFile(*file);
    if (const auto *draft = std::get_if<DraftSource>(&source))
        return readDraft(draft->routine, title(source, withRoutine));
    if (const auto *moment = std::get_if<SnapshotSource>(&source))
        return readSnapshot(moment->snapshot, title(source, withRoutine));
    return readVersion(source, withRoutine);
}

Reply<CompareSide> *CompareSources::readVersion(const CompareSource &source, bool withRoutine)
{
    auto *reply = new Reply<CompareSide>(this);
    const QString routine = routineOf(source);
    const QString id = versionId(source);
    Reply<VersionCode> *reading = m_shell.services.history().fetchCode(routine, id);
    bindFate(reply, reading);
    reading->then(reply, [this, reply, source, withRoutine](const Result<VersionCode> &code) {
        if (code)
            reply->resolve(sideOf(*code, title(source, withRoutine)));
        else if (code.error().code == ErrorCode::NotFound)
            reply->resolve(CompareSide{
                .title = title(source, withRoutine), .text = {}, .note = code.error().message});
        else
            reply->resolve(code.error());
    });
    return reply;
}

Reply<CompareSide> *CompareSources::readFile(const FileSource &file)
{
    return runInBackground<CompareSide>(
        this, [path = file.path, title = shortName(file)]() -> Result<CompareSide> {
            // Difference tools are given names of files that one side does not have.
            const Result<QByteArray> content = readWholeFile(path, kLargestFile);
            if (!content && content.error().code == ErrorCode::NotFound)
                return CompareSide{
                    .title = title, .text = {}, .note = tr("There is no such file.")};
            if (!content)
                return CompareSide{.title = title, .text = {}, .note = content.error().text()};
            return judgedSide(title, *content);
        });
}

CompareSide CompareSources::sideOf(const VersionCode &code, const QString &title) const
{
    CompareSide side{.title = title, .text = code.bytes};
    if (code.verdict.isCode())
        return side;
    side.note = joinSentences(tr("%1 holds no code.").arg(code.name), code.verdict.reason);
    // An error page is not what anybody wrote: compared with code it would look like a rewrite.
    if (code.verdict.kind != BodyKind::NotUtf8 && code.verdict.kind != BodyKind::Cut)
        side.text.clear();
    return side;
}

Reply<CompareSide> *CompareSources::readDraft(const QString &routine, const QString &title)
{
    auto *reply = new Reply<CompareSide>(this);
    auto *reading = m_shell.services.drafts().peek(accountId(), routine);
    bindFate(reply, reading);
    reading->then(reply, [reply, routine, title](const Result<std::optional<Draft>> &kept) {
        CompareSide side{.title = title};
        if (kept && *kept)
            side.text = (*kept)->text;
        else if (kept)
            side.note = tr("%1 has no draft on this computer.").arg(oneLine(routine, 60));
        else
            side.note = kept.error().text();
        reply->resolve(side);
    });
    return reply;
}

Reply<CompareSide> *CompareSources::readSnapshot(const Snapshot &snapshot, const QString &title)
{
    DraftStore &drafts = m_shell.services.drafts();
    // The store waits for its threads, so its history is there as long as they need it.
    return runInBackground<CompareSide>(
        drafts.pool(), this,
        [&history = drafts.history(), snapshot, title]() -> Result<CompareSide> {
            const Result<Draft> draft = history.read(snapshot);
            if (!draft)
                return CompareSide{.title = title, .text = {}, .note = draft.error().text()};
            return judgedSide(title, draft->text);
        });
}

Reply<QList<Snapshot>> *CompareSources::snapshots(const QString &routine)
{
    return m_shell.services.drafts().snapshots(accountId(), routine);
}

QString CompareSources::shareOf(const CompareSource &source) const
{
    const auto *live = std::get_if<LiveSource>(&source);
    const auto routine =
        live ? m_shell.services.catalog().routine(live->routine) : std::optional<Routine>();
    if (!routine)
        return {};
    const Deployment deployment = routine->deploymentIn(live->environment);
    for (const VersionShare &share : deployment.shares) {
        if (deployment.shares.size() > 1 && share.versionId == deployment.mainVersionId())
            //: Behind the name of an environment: how much of its traffic a version has
            return tr(" (%1 %)").arg(share.percentage);
    }
    return {};
}

QString CompareSources::missing(const CompareSource &source) const
{
    if (std::holds_alternative<BaseSource>(source))
        return tr("The draft is not based on a version yet.");
    const auto *live = std::get_if<LiveSource>(&source);
    const QString routine = oneLine(routineOf(source), 60);
    if (live && live->environment == kProduction)
        return tr("Nothing of %1 is live in production.").arg(routine);
    return tr("Nothing of %1 is live in staging.").arg(routine);
}

Reply<QList<CodeVersion>> *CompareSources::versions(const QString &routine)
{
    auto *reply = new Reply<QList<CodeVersion>>(this);
    VersionHistory &history = m_shell.services.history();
    Reply<> *reading = history.readList(routine);
    bindFate(reply, reading);
    reading->then(reply, [this, reply, routine](const Result<> &read) {
        QList<CodeVersion> versions;
        for (const KnownVersion &known : m_shell.services.history().book().versions(routine))
            versions.append(known.version);
        // Without a connection the archive knows some.
        if (versions.isEmpty() && !read)
            reply->resolve(read.error());
        else
            reply->resolve(versions);
    });
    return reply;
}

CompareSide judgedSide(const QString &title, const QByteArray &bytes)
{
    CompareSide side{.title = title, .text = bytes};
    const diff::TextProperties facts =
        diff::textProperties({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    const bool isLittle = facts.encoding == diff::Encoding::Utf16LittleEndian;
    if (isLittle || facts.encoding == diff::Encoding::Utf16BigEndian) {
        QStringDecoder decoder(isLittle ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
        side.text = QString(decoder(bytes)).toUtf8();
        side.note = CompareSources::tr("The text is UTF-16 and is shown as UTF-8.");
    } else if (facts.hasNul) {
        side.note = CompareSources::tr("This is hardly a text: it has NUL bytes in it.");
    } else if (facts.encoding == diff::Encoding::Other) {
        side.note =
            CompareSources::tr("The text is not UTF-8; some characters are shown as their bytes.");
    }
    return side;
}

} // namespace edgewright
