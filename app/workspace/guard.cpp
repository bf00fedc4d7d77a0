// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/guard.h"

#include "workspace/connectioncall.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

/// Entries of one routine; what was saved before the oldest of them is older than any draft's base.
constexpr int kEntriesRead = 500;

struct GuardText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::Guard)
};

Error stopped()
{
    return {.code = ErrorCode::Cancelled, .message = GuardText::tr("Reading was stopped.")};
}

/// One look, from the calls to the answer. Child of its reply, goes with it.
class GuardLook final : public QObject {
public:
    struct Sources {
        Connection &connection;
        RoutineCatalog &catalog;
        VersionHistory &history;
        Memory memory;
    };

    GuardLook(const Sources &sources, GuardQuestion question, Reply<GuardFinding> *reply);

    void start();

private:
    void onRead(const std::optional<Error> &error);
    void compareLive(const Routine &routine);
    void learnOwn(const QList<LedgerEntry> &entries);
    void findForeign();
    [[nodiscard]] bool isNews(const CodeVersion &version, int place) const;
    /// The newest of them may still turn out to be no news by its code.
    void examine();
    void judge(const Result<VersionCode> &code);
    void finish();
    [[nodiscard]] int ordinalOf(const QString &versionId) const;

    Sources m_from;
    GuardQuestion m_question;
    Reply<GuardFinding> *m_reply;
    GuardFinding m_finding;
    int m_reading = 2;
    QSet<QString> m_own;        ///< Versions saved from here.
    QSet<QByteArray> m_ownLost; ///< Digests of what was sent from here without a known end.
    QList<CodeVersion> m_foreign;
    int m_seenOrdinal = 0;
    int m_seenPlace = -1; ///< In the list; -1: not there.
};

GuardLook::GuardLook(const Sources &sources, GuardQuestion question, Reply<GuardFinding> *reply)
    : QObject(reply)
    , m_from(sources)
    , m_question(std::move(question))
    , m_reply(reply)
{
    m_finding.accountId = m_from.connection.account().id;
    m_finding.routine = m_question.routine;
    m_finding.environment = m_question.environment;
    m_finding.baseVersionId = m_question.baseVersionId;
    m_finding.liveSeen = m_question.liveSeen;
}

void GuardLook::start()
{
    m_finding.readAt = QDateTime::currentDateTimeUtc();
    auto *list = m_from.history.readList(m_question.routine);
    auto *live = m_from.catalog.read(m_question.routine);
    list->then(this, [this](const Result<> &read) { onRead(failureOf(read)); });
    live->then(this, [this](const Result<Routine> &routine) {
        if (routine)
            compareLive(*routine);
        onRead(failureOf(routine));
    });
    connect(m_reply, &ReplyBase::cancelRequested, list, &ReplyBase::cancel);
    connect(m_reply, &ReplyBase::cancelRequested, live, &ReplyBase::cancel);
    connect(m_reply, &ReplyBase::cancelRequested, this, [this] { m_reply->resolve(stopped()); });
    connect(&m_from.connection, &Connection::aboutToChange, this,
            [this] { m_reply->resolve(accountLeft()); });
}

void GuardLook::onRead(const std::optional<Error> &error)
{
    if (error) {
        m_reply->resolve(*error);
        return;
    }
    if (--m_reading > 0)
        return;
    m_from.memory.ledger
        .entries(
            {.accountId = m_finding.accountId, .routine = m_question.routine, .most = kEntriesRead})
        ->then(this, [this](const Result<QList<LedgerEntry>> &entries) {
            // Without a ledger everything newer counts as somebody else's: asked once too often.
            if (entries)
                learnOwn(*entries);
            if (!m_reply->isFinished())
                findForeign();
        });
}

void GuardLook::compareLive(const Routine &routine)
{
    const Deployment live = routine.deploymentIn(m_question.environment);
    m_finding.liveNow = live.shares;
    m_finding.liveSince = live.createdAt;
    m_finding.isLiveMoved = !m_question.environment.isEmpty() && m_question.isLiveKnown
                            && !isSameTraffic(m_question.liveSeen, live.shares);
}

void GuardLook::learnOwn(const QList<LedgerEntry> &entries)
{
    bool isNewestPublication = true;
    for (const LedgerEntry &entry : entries) {
        if (entry.kind == ActKind::SaveVersion) {
            if (!entry.versionId.isEmpty())
                m_own.insert(entry.versionId);
            else if (entry.outcome != ActOutcome::NothingHappened)
                m_ownLost.insert(entry.digest);
        }
        const bool isPublication = entry.kind == ActKind::Publish
                                   && entry.outcome == ActOutcome::Done
                                   && entry.environment == m_question.environment;
        if (isPublication && std::exchange(isNewestPublication, false))
            m_finding.isLiveFromHere = isSameTraffic(entry.to, m_finding.liveNow);
    }
}

int GuardLook::ordinalOf(const QString &versionId) const
{
    return m_from.memory.names.ordinal(m_finding.accountId, m_question.routine, versionId);
}

void GuardLook::findForeign()
{
    const QList<KnownVersion> versions = m_from.history.book().versions(m_question.routine);
    const QStringList seen{m_question.baseVersionId, m_question.newestSeen};
    for (const QString &id : seen)
        m_seenOrdinal = std::max(m_seenOrdinal, ordinalOf(id));
    const auto isSeen = [&seen](const KnownVersion &known) {
        return seen.contains(known.version.id);
    };
    const auto newestSeen = std::ranges::find_if(versions, isSeen);
    if (newestSeen != versions.cend())
        m_seenPlace = static_cast<int>(newestSeen - versions.cbegin());
    for (int place = 0; place < versions.size(); ++place) {
        const KnownVersion &known = versions.at(place);
        if (known.onService && isNews(known.version, place))
            m_foreign.append(known.version);
    }
    examine();
}

bool GuardLook::isNews(const CodeVersion &version, int place) const
{
    if (version.isUnstable || version.id == m_question.baseVersionId || m_own.contains(version.id))
        return false;
    // Numbers are given as versions become known and are never given twice: they also tell when
    // what was seen has gone, and when two versions were made in one moment.
    if (const int ordinal = ordinalOf(version.id); ordinal > 0)
        return ordinal > m_seenOrdinal;
    return m_seenPlace < 0 || place < m_seenPlace;
}

void GuardLook::examine()
{
    if (m_foreign.isEmpty() || (m_question.code.isEmpty() && m_ownLost.isEmpty())) {
        finish();
        return;
    }
    auto *code = m_from.history.fetchCode(m_question.routine, m_foreign.constFirst().id);
    code->then(this, [this](const Result<VersionCode> &fetched) { judge(fetched); });
    connect(m_reply, &ReplyBase::cancelRequested, code, &ReplyBase::cancel);
}

void GuardLook::judge(const Result<VersionCode> &code)
{
    if (m_reply->isFinished())
        return;
    const bool isCode = code && code->verdict.isCode();
    if (isCode && code->bytes == m_question.code) {
        m_foreign.clear();
        finish();
        return;
    }
    const bool isOwn =
        isCode
        && m_ownLost.contains(QCryptographicHash::hash(code->bytes, QCryptographicHash::Sha256));
    if (!isOwn) {
        finish();
        return;
    }
    m_foreign.removeFirst();
    examine();
}

void GuardLook::finish()
{
    if (!m_foreign.isEmpty()) {
        m_finding.theirsVersionId = m_foreign.constFirst().id;
        m_finding.theirsAt = m_foreign.constFirst().createdAt;
        m_finding.newerVersions = static_cast<int>(m_foreign.size());
    }
    m_reply->resolve(m_finding);
}

} // namespace

Guard::Guard(Connection &connection, RoutineCatalog &catalog, VersionHistory &history,
             const Memory &memory, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_catalog(catalog)
    , m_history(history)
    , m_memory(memory)
{
}

Reply<GuardFinding> *Guard::look(const GuardQuestion &question)
{
    auto *reply = new Reply<GuardFinding>(this);
    if (m_connection.service() == nullptr) {
        reply->resolve(notConnected());
        return reply;
    }
    auto *look = new GuardLook({.connection = m_connection,
                                .catalog = m_catalog,
                                .history = m_history,
                                .memory = m_memory},
                               question, reply);
    look->start();
    return reply;
}

} // namespace edgewright
