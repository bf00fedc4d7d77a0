// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/guardcontroller.h"

#include "base/background.h"
#include "common/changewords.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "common/times.h"
#include "publish/guardnotice.h"
#include "publish/sheet.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/mergecontroller.h"
#include "shell/publishcontroller.h"
#include "shell/savecontroller.h"

#include <QEvent>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qsizetype kSave = 0;
constexpr qsizetype kPublish = 1;
constexpr std::chrono::seconds kPatience{3};

/// Their change: how many lines, and what in words.
struct TheirChange {
    quint64 added = 0;
    quint64 removed = 0;
    diff::ChangeSummary summary;
};

TheirChange measure(const QByteArray &before, const QByteArray &after)
{
    const std::string_view left(before.constData(), static_cast<std::size_t>(before.size()));
    const std::string_view right(after.constData(), static_cast<std::size_t>(after.size()));
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    const diff::LineDiff lines = diff::diffLines(left, right, {}, {.deadline = deadline});
    return {.added = lines.added(),
            .removed = lines.removed(),
            .summary = diff::summarizeChanges(left, right, {.deadline = deadline})};
}

QString mainOf(const QList<VersionShare> &shares)
{
    return Deployment{.shares = shares}.mainVersionId();
}

} // namespace

GuardController::GuardController(const ShellContext &shell, const Places &places, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_places(places)
{
    addPost(places.saveSheet, false);
    addPost(places.publishSheet, true);
    connect(&places.save, &SaveController::overtaken, this,
            [this](const GuardFinding &finding) { tell(kSave, finding); });
    connect(&places.publish, &PublishController::overtaken, this,
            [this](const GuardFinding &finding) { tell(kPublish, finding); });
    connect(&places.save, &SaveController::saved, this, &GuardController::lookAfterSave);
    connect(&m_shell.documents, &DocumentArea::draftAdded, this, [this](const DraftPage *page) {
        m_bases.remove(page); // Of an older page at the same place.
        for (const auto signal : {&DraftPage::loaded, &DraftPage::baseChanged})
            connect(page, signal, this, [this, page] { noteBase(page); });
    });
}

void GuardController::addPost(Sheet &sheet, bool publishes)
{
    auto *notice = new GuardNotice(m_shell.themes);
    notice->setObjectName(publishes ? u"publishGuardNotice"_s : u"saveGuardNotice"_s);
    sheet.addNotice(notice);
    sheet.installEventFilter(this);
    m_posts.append({.sheet = &sheet, .notice = notice, .finding = {}, .publishes = publishes});
    connectPost(m_posts.size() - 1);
}

void GuardController::connectPost(qsizetype index)
{
    GuardNotice *notice = m_posts.at(index).notice;
    // A copy each time: closing the sheet clears what was found.
    connect(notice, &GuardNotice::seeRequested, this,
            [this, index] { see(GuardFinding(m_posts.at(index).finding)); });
    connect(notice, &GuardNotice::mergeRequested, this, [this, index] {
        const GuardFinding finding = m_posts.at(index).finding;
        emit m_posts.at(index).sheet->cancelRequested();
        merge(finding);
    });
    connect(notice, &GuardNotice::anywayRequested, this, [this, index] {
        m_posts.at(index).notice->clear();
        if (m_posts.at(index).publishes)
            m_places.publish.publishAnyway();
        else
            m_places.save.saveAnyway();
    });
}

bool GuardController::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Hide) {
        for (Post &post : m_posts) {
            if (post.sheet != watched || post.sheet->isVisible())
                continue;
            ++m_request;
            post.notice->clear();
            post.finding = {};
        }
    }
    return QObject::eventFilter(watched, event);
}

void GuardController::tell(qsizetype index, const GuardFinding &finding)
{
    Post &post = m_posts[index];
    post.finding = finding;
    const bool canSee = finding.isOvertaken()
                            ? !finding.baseVersionId.isEmpty()
                            : !finding.liveSeen.isEmpty() && !finding.liveNow.isEmpty();
    const bool hasDraft = m_shell.documents.draftOf(finding.accountId, finding.routine) != nullptr;
    post.notice->setContent({.news = sentences(finding),
                             .canSee = canSee,
                             .canMerge = finding.isOvertaken() && hasDraft,
                             .publishes = post.publishes});
    readChange(index);
}

void GuardController::readChange(qsizetype index)
{
    const GuardFinding finding = m_posts.at(index).finding;
    const quint64 request = ++m_request;
    const QString from = finding.isOvertaken() ? finding.baseVersionId : mainOf(finding.liveSeen);
    const QString to = finding.isOvertaken() ? finding.theirsVersionId : mainOf(finding.liveNow);
    if (from.isEmpty() || to.isEmpty())
        return;
    m_shell.services.history()
        .fetchCode(finding.routine, from)
        ->then(this, [this, index, request, to](const Result<VersionCode> &before) {
            if (request == m_request && before && before->verdict.isCode())
                readTheirs(index, before->bytes, to);
        });
}

void GuardController::readTheirs(qsizetype index, const QByteArray &before, const QString &to)
{
    m_shell.services.history()
        .fetchCode(m_posts.at(index).finding.routine, to)
        ->then(this, [this, index, before, request = m_request](const Result<VersionCode> &after) {
            if (request == m_request && after && after->verdict.isCode())
                measureChange(index, before, after->bytes);
        });
}

void GuardController::measureChange(qsizetype index, const QByteArray &before,
                                    const QByteArray &after)
{
    auto *reply = runInBackground<TheirChange>(
        this, [before, after]() -> Result<TheirChange> { return measure(before, after); });
    reply->then(this, [this, index, request = m_request](const Result<TheirChange> &change) {
        if (request != m_request || !change)
            return;
        const QString words = ChangeWords::sentence(change->summary);
        //: Their change: lines added and removed
        const QString counts = tr("Their change: +%1 −%2").arg(change->added).arg(change->removed);
        m_posts.at(index).notice->setChange(words.isEmpty() ? counts : counts + u" · "_s + words);
    });
}

void GuardController::see(const GuardFinding &finding)
{
    for (const Post &post : std::as_const(m_posts)) {
        if (post.sheet->isVisible())
            emit post.sheet->cancelRequested();
    }
    const bool isSaved = finding.isOvertaken();
    emit compareRequested(isSaved ? finding.baseVersionId : mainOf(finding.liveSeen),
                          isSaved ? finding.theirsVersionId : mainOf(finding.liveNow));
    m_shell.messages.showMessage(MessageBar::Kind::Info,
                                 finding.environment.isEmpty()
                                     ? tr("Nothing was saved as a version yet.")
                                     : tr("Nothing was published yet."));
    if (isSaved)
        m_shell.messages.setAction(tr("Merge…"), this, [this, finding] { merge(finding); });
}

void GuardController::merge(const GuardFinding &finding, const QString &base)
{
    if (m_shell.services.connection().account().id == finding.accountId)
        m_places.merge.merge(finding.routine, finding.theirsVersionId, base);
}

void GuardController::noteBase(const DraftPage *page)
{
    Bases &bases = m_bases[page];
    if (bases.now != page->baseVersionId())
        bases = {.former = bases.now, .now = page->baseVersionId()};
}

void GuardController::lookAfterSave(const QString &versionId)
{
    const VersionHistory &history = m_shell.services.history();
    const DraftPage *page =
        m_shell.documents.draftOf(m_shell.services.connection().account().id, history.routine());
    if (!page || page->baseVersionId() != versionId || page->newestVersionId().isEmpty())
        return;
    // The draft still remembers what was newest when it was looked for right before the save.
    m_shell.services.guard()
        .look({.routine = page->routine(), .newestSeen = page->newestVersionId()})
        ->then(this, [this, versionId,
                      base = m_bases.value(page).former](const Result<GuardFinding> &found) {
            if (found && found->isOvertaken() && found->theirsVersionId != versionId)
                tellCollision(*found, base);
        });
}

void GuardController::tellCollision(const GuardFinding &finding, const QString &formerBase)
{
    m_shell.messages.showMessage(
        MessageBar::Kind::Warning,
        tr("%1 was saved at the same time, not from here: your version does not contain it.")
            .arg(nameOf(finding, finding.theirsVersionId)));
    // The draft is based on the saved version now, which is no ancestor of theirs.
    if (!formerBase.isEmpty())
        m_shell.messages.setAction(tr("Merge…"), this,
                                   [this, finding, formerBase] { merge(finding, formerBase); });
}

QString GuardController::nameOf(const GuardFinding &finding, const QString &versionId) const
{
    const QString name =
        m_shell.services.names().name(finding.accountId, finding.routine, versionId);
    return name.isEmpty() ? u"…"_s : name;
}

QString GuardController::sharesText(const GuardFinding &finding,
                                    const QList<VersionShare> &shares) const
{
    QList<NamedShare> named;
    for (const VersionShare &share : shares)
        named.append(
            {.versionName = nameOf(finding, share.versionId), .percentage = share.percentage});
    return shares.isEmpty() ? tr("nothing") : describeShares(named);
}

QStringList GuardController::sentences(const GuardFinding &finding) const
{
    QStringList news;
    if (finding.isOvertaken())
        news.append(savedSentence(finding));
    if (finding.hasLiveMoved())
        news.append(liveSentence(finding));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    news.append(tr("Read from the service %1.").arg(relativeTime(finding.readAt, now)));
    return news;
}

QString GuardController::savedSentence(const GuardFinding &finding) const
{
    const QString theirs = nameOf(finding, finding.theirsVersionId);
    const QString base =
        finding.baseVersionId.isEmpty() ? QString() : nameOf(finding, finding.baseVersionId);
    const QString age = relativeTime(finding.theirsAt, QDateTime::currentDateTimeUtc());
    QString text = age.isEmpty() ? tr("%1 was saved, not from here.").arg(theirs)
                                 //: %1 is a version, %2 is "3 min ago"
                                 : tr("%1 was saved %2, not from here.").arg(theirs, age);
    if (finding.newerVersions > 1)
        text = joinSentences(
            text, tr("It is the newest of %n such version(s).", "", finding.newerVersions));
    if (!base.isEmpty())
        text = joinSentences(text, tr("Yours is based on %1.").arg(base));
    return text;
}

QString GuardController::liveSentence(const GuardFinding &finding) const
{
    const bool isProduction = finding.environment == kProduction;
    const QString where = isProduction                      ? tr("production")
                          : finding.environment == kStaging ? tr("staging")
                                                            : oneLine(finding.environment, 40);
    const QString now = sharesText(finding, finding.liveNow);
    const QString before = sharesText(finding, finding.liveSeen);
    const QString origin = finding.isLiveFromHere ? tr("from here") : tr("not from here");
    if (!finding.liveSince.isValid())
        //: %1 is what is live now, %2 the environment, %3 "not from here", %4 what was live before
        return tr("%1 went live in %2, %3; it was %4.").arg(now, where, origin, before);
    const QString time =
        QLocale().toString(finding.liveSince.toLocalTime().time(), QLocale::ShortFormat);
    //: %1 is what is live now, %2 the environment, %3 a time, %4 "not from here", %5 what was live
    return tr("%1 went live in %2 at %3, %4; it was %5.").arg(now, where, time, origin, before);
}

} // namespace edgewright
