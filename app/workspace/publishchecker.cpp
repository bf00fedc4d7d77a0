// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/publishchecker.h"

#include "base/background.h"
#include "workspace/connectioncall.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kEntriesRead = 300;
constexpr std::chrono::seconds kAgeing{1};

} // namespace

PublishChecker::PublishChecker(const Sources &sources, QObject *parent)
    : QObject(parent)
    , m_from(sources)
{
    m_age.setInterval(kAgeing);
    connect(&m_age, &QTimer::timeout, this, &PublishChecker::tellAge);
    connect(&m_from.connection, &Connection::aboutToChange, this, &PublishChecker::stop);
}

template <typename T, typename Next>
void PublishChecker::await(Reply<T> *reply, Next next)
{
    reply->then(this, [this, round = m_round, next](const Result<T> &result) {
        if (round == m_round)
            next(result);
    });
}

void PublishChecker::start(const PublishSubject &subject)
{
    stop();
    m_subject = subject;
    if (m_from.connection.service() == nullptr)
        return;
    const bool isVersion = !subject.versionId.isEmpty();
    add(CheckId::Syntax);
    if (isVersion)
        add(CheckId::Body);
    add(CheckId::Characters);
    if (subject.environment == kProduction)
        add(CheckId::Staging);
    add(CheckId::WayBack);
    add(CheckId::NobodyElse);
    if (m_from.connection.service()->capabilities().environmentVariables)
        add(CheckId::Variables);
    emit changed();
    QTimer::singleShot(m_patience, this, [this, round = m_round] {
        if (round == m_round)
            giveUp();
    });
    checkCode();
    if (isVersion)
        checkBody();
    checkStaging();
    lookAgain();
    checkLive();
    checkVariables();
}

void PublishChecker::stop()
{
    ++m_round;
    m_age.stop();
    m_finding.reset();
    m_checks.clear();
    emit changed();
}

void PublishChecker::add(CheckId id)
{
    m_checks.append(PublishChecks::running(id));
}

void PublishChecker::put(const PublishCheck &check)
{
    const auto place = std::ranges::find(m_checks, check.id, &PublishCheck::id);
    if (place == m_checks.end())
        m_checks.append(check);
    else if (*place == check)
        return;
    else
        *place = check;
    emit changed();
}

void PublishChecker::giveUp()
{
    const QList<PublishCheck> checks = m_checks;
    for (const PublishCheck &check : checks) {
        if (check.state == CheckState::Running)
            put(PublishChecks::unknown(check.id, tr("There was no answer in time.")));
    }
}

RoutineKey PublishChecker::key() const
{
    return {.accountId = m_from.connection.account().id, .routine = m_subject.routine};
}

QString PublishChecker::nameOf(const QString &versionId) const
{
    const QString name = m_from.history.codes().nameOf(m_subject.routine, versionId);
    return name.isEmpty() ? tr("another version") : name;
}

void PublishChecker::checkCode()
{
    if (m_subject.versionId.isEmpty()) {
        judgeCode(m_subject.code);
        return;
    }
    await(m_from.history.fetchCode(m_subject.routine, m_subject.versionId),
          [this](const Result<VersionCode> &code) {
              if (code && code->verdict.isCode()) {
                  judgeCode(code->bytes);
                  return;
              }
              const QString why = code ? code->verdict.reason : code.error().text();
              put(PublishChecks::unknown(CheckId::Syntax, why));
              put(PublishChecks::unknown(CheckId::Characters, why));
          });
}

void PublishChecker::judgeCode(const QByteArray &code)
{
    using Both = std::pair<PublishCheck, PublishCheck>;
    await(runInBackground<Both>(this,
                                [code]() -> Result<Both> {
                                    return Both(PublishChecks::syntax(code),
                                                PublishChecks::characters(code));
                                }),
          [this](const Result<Both> &both) {
              put(both->first);
              put(both->second);
          });
}

void PublishChecker::checkBody()
{
    await(m_from.connection.service()->fetchBody(m_subject.routine, m_subject.versionId),
          [this](const Result<VersionBody> &body) {
              if (body)
                  compareBody(body->bytes);
              else if (body.error().code == ErrorCode::NotFound)
                  put({.id = CheckId::Body,
                       .state = CheckState::Failed,
                       .text = tr("Code on the service: the version is not there any more"),
                       .detail = tr("Somebody may have deleted it; save its code as a version "
                                    "again to publish it.")});
              else
                  put(PublishChecks::unknown(CheckId::Body, body.error().text()));
          });
}

void PublishChecker::compareBody(const QByteArray &served)
{
    await(m_from.archive.body(key(), m_subject.versionId),
          [this, served](const Result<QByteArray> &kept) {
              put(PublishChecks::body(served, kept ? std::optional(*kept) : std::nullopt));
          });
}

void PublishChecker::checkStaging()
{
    if (m_subject.environment != kProduction)
        return;
    await(m_from.archive.versions(key()), [this](const Result<QList<ArchivedVersion>> &versions) {
        QByteArray digest =
            m_subject.versionId.isEmpty()
                ? QCryptographicHash::hash(m_subject.code, QCryptographicHash::Sha256)
                : QByteArray();
        QStringList same;
        if (!m_subject.versionId.isEmpty())
            same.append(m_subject.versionId);
        if (versions) {
            const auto own =
                std::ranges::find(*versions, m_subject.versionId,
                                  [](const ArchivedVersion &known) { return known.version.id; });
            if (own != versions->end())
                digest = own->digest;
            for (const ArchivedVersion &known : *versions) {
                if (!digest.isEmpty() && known.digest == digest)
                    same.append(known.version.id);
            }
        }
        judgeStaging(same);
    });
}

void PublishChecker::judgeStaging(const QStringList &versionIds)
{
    const LedgerFilter filter{
        .accountId = key().accountId, .routine = m_subject.routine, .most = kEntriesRead};
    await(m_from.ledger.entries(filter), [this,
                                          versionIds](const Result<QList<LedgerEntry>> &entries) {
        if (!entries) {
            put(PublishChecks::unknown(CheckId::Staging, entries.error().text()));
            return;
        }
        const Deployment live =
            m_from.catalog.routine(m_subject.routine).value_or(Routine()).deploymentIn(kStaging);
        put(PublishChecks::staging(stagingRecord(*entries, live, versionIds), m_from.ledger.now()));
    });
}

void PublishChecker::lookAgain()
{
    await(m_from.guard.look(m_subject.question), [this](const Result<GuardFinding> &finding) {
        if (!finding) {
            m_age.stop();
            put(PublishChecks::unknown(CheckId::NobodyElse, finding.error().text()));
            return;
        }
        m_finding = *finding;
        tellAge();
        m_age.start();
        emit looked(*finding);
    });
}

void PublishChecker::tellAge()
{
    if (!m_finding)
        return;
    QHash<QString, QString> names;
    for (const VersionShare &share : std::as_const(m_finding->liveNow))
        names.insert(share.versionId, nameOf(share.versionId));
    names.insert(m_finding->theirsVersionId, nameOf(m_finding->theirsVersionId));
    put(PublishChecks::nobodyElse(*m_finding, QDateTime::currentDateTimeUtc(), names));
}

void PublishChecker::checkLive()
{
    await(m_from.connection.service()->fetchRoutine(m_subject.routine),
          [this](const Result<Routine> &routine) {
              if (!routine) {
                  put(PublishChecks::unknown(CheckId::WayBack, routine.error().text()));
                  return;
              }
              const Deployment live = routine->deploymentIn(m_subject.environment);
              QList<NamedShare> shares;
              for (const VersionShare &share : live.shares)
                  shares.append(
                      {.versionName = nameOf(share.versionId), .percentage = share.percentage});
              if (shares.size() > 1)
                  put(PublishChecks::split(describeShares(shares)));
              checkWayBack(live);
          });
}

void PublishChecker::checkWayBack(const Deployment &live)
{
    if (live.shares.isEmpty()) {
        put(PublishChecks::wayBack({.isNeeded = false}));
        return;
    }
    // What is live now is what one goes back to afterwards, a split as well.
    QList<NamedShare> named;
    for (const VersionShare &share : live.shares)
        named.append({.versionName = nameOf(share.versionId), .percentage = share.percentage});
    const QString name = describeShares(named);
    //: %1 are several versions with their shares
    judgeWayBack(live.shares, named.size() > 1 ? tr("the split %1").arg(name) : name);
}

/// The first of them that is not on the service speaks for all.
void PublishChecker::judgeWayBack(const QList<VersionShare> &shares, const QString &name)
{
    if (shares.isEmpty()) {
        put(PublishChecks::wayBack({.versionName = name, .onService = true}));
        return;
    }
    const QString versionId = shares.constFirst().versionId;
    await(m_from.connection.service()->fetchBody(m_subject.routine, versionId),
          [this, shares, name, versionId](const Result<VersionBody> &body) {
              if (body && judgeBody(body->bytes).isCode()) {
                  judgeWayBack(shares.sliced(1), name);
              } else if (!body && body.error().code != ErrorCode::NotFound) {
                  put(PublishChecks::unknown(CheckId::WayBack, body.error().text()));
              } else {
                  const std::optional<KnownVersion> known =
                      m_from.history.book().find(m_subject.routine, versionId);
                  put(PublishChecks::wayBack(
                      {.versionName = nameOf(versionId), .isHeld = known && known->isHeld}));
              }
          });
}

void PublishChecker::checkVariables()
{
    RoutineService &service = *m_from.connection.service();
    if (!service.capabilities().environmentVariables)
        return;
    await(fetchRoutineVariables(service, m_subject.routine),
          [this](const Result<RoutineVariables> &variables) {
              if (variables)
                  judgeVariables(*variables);
              else
                  put(PublishChecks::unknown(CheckId::Variables, variables.error().text()));
          });
}

void PublishChecker::judgeVariables(const RoutineVariables &variables)
{
    const QString &here = m_subject.environment;
    const QString other = here == kProduction ? kStaging : kProduction;
    put(PublishChecks::variables(here, variables.of(here), variables.of(other), carried()));
}

CarriedVariables PublishChecker::carried() const
{
    const std::optional<KnownVersion> known =
        m_from.history.book().find(m_subject.routine, m_subject.versionId);
    if (m_subject.versionId.isEmpty() || !known || !known->areVariablesKnown)
        return {};
    return {.versionName = nameOf(m_subject.versionId),
            .environment = variablesCarriedBy(known->version)};
}

} // namespace edgewright
