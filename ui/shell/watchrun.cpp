// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/watchrun.h"

#include "common/plaintext.h"
#include "shell/documentarea.h"
#include "workspace/connectioncall.h"

#include <QApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

WatchBoard::News over(WatchBoard::News news)
{
    news.isOver = true;
    return news;
}

} // namespace

WatchRun::WatchRun(const ShellContext &shell, WatchBoard &board, Watch *watch, Order order,
                   QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_board(board)
    , m_order(std::move(order))
    , m_watch(watch)
{
    m_watch->setParent(this);
    connect(m_watch, &Watch::looked, this, &WatchRun::tellLook);
    connect(m_watch, &Watch::finished, this, &WatchRun::tellEnd);
}

void WatchRun::begin()
{
    m_watch->begin();
    const WatchPlan &plan = m_watch->plan();
    m_ends = QDateTime::currentDateTimeUtc().addMSecs(plan.length().count());
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(plan.wait).count();
    //: %1 is a version, %2 "in production", %3 a time of day
    tell({.text = tr("%1 is live %2; its addresses are looked at in %n second(s) and watched until "
                     "%3.",
                     nullptr, static_cast<int>(seconds))
                      .arg(words().versionName, words().place(), clock()),
          .canWait = true});
}

QString WatchRun::clock() const
{
    return QLocale().toString(m_ends.toLocalTime().time(), u"HH:mm:ss"_s);
}

WatchWords WatchRun::words() const
{
    return {.versionName = nameOf(publication().after), .environment = publication().environment};
}

QString WatchRun::nameOf(const ShellContext &shell, const Publication &publication,
                         const QList<VersionShare> &shares)
{
    QList<NamedShare> named;
    for (const VersionShare &share : shares) {
        const QString name = shell.services.names().name(publication.accountId, publication.routine,
                                                         share.versionId);
        named.append(
            {.versionName = name.isEmpty() ? u"…"_s : name, .percentage = share.percentage});
    }
    return describeShares(named);
}

bool WatchRun::isOnScreen() const
{
    return m_shell.services.history().routine() == publication().routine
           && m_shell.services.connection().account().id == publication().accountId;
}

void WatchRun::tell(WatchBoard::News news)
{
    // Without the name it would be read as said of the routine on screen.
    if (!isOnScreen())
        news.sentence() = tr("%1: %2", "routine: what its watch says")
                              .arg(oneLine(publication().routine, 60), news.sentence());
    m_board.tell(this, news);
}

WatchBoard::News WatchRun::goodNews(const QString &end)
{
    const QList<Watch::Address> &addresses = m_watch->addresses();
    WatchBoard::News news{.kind = WatchWords::isAllAsBefore(addresses) ? MessageBar::Kind::Success
                                                                       : MessageBar::Kind::Warning,
                          .text = joinSentences(words().good(addresses), end),
                          .canWait = true};
    const SourcePair pair = answers();
    if (pair.left == pair.right)
        return news;
    news.action = tr("Compare Answers");
    // The run may be gone by then.
    news.act = [run = QPointer(this), pair] {
        if (run)
            emit run->compareRequested(pair);
    };
    return news;
}

SourcePair WatchRun::answers() const
{
    QByteArray before;
    QByteArray now;
    for (const Watch::Address &address : m_watch->addresses()) {
        if (address.verdict != WatchVerdict::Different)
            continue;
        const QByteArray title = address.request.url.toString(QUrl::RemoveQuery).toUtf8() + '\n';
        before += title + address.before->content + '\n';
        now += title + address.now.content + '\n';
    }
    const auto side = [this](const QString &title, const QByteArray &text) {
        return TextSource{.routine = publication().routine, .title = title, .text = text};
    };
    TextSource left = side(tr("Answers before %1", "a version").arg(words().versionName), before);
    if (before == now)
        return {.left = left, .right = left};
    return {.left = left,
            .right = side(tr("Answers of %1", "a version").arg(words().versionName), now)};
}

void WatchRun::tellLook()
{
    const bool doubtful = std::ranges::any_of(
        m_watch->addresses(), [](const Watch::Address &one) { return one.failures > 0; });
    if (doubtful)
        tell({.kind = MessageBar::Kind::Warning,
              .text = joinSentences(words().bad(m_watch->addresses()),
                                    tr("Looking once more before that counts.")),
              .canWait = true});
    else
        tell(goodNews(tr("Still watching, until %1.", "a time of day").arg(clock())));
}

void WatchRun::tellEnd()
{
    switch (m_watch->outcome()) {
    case Watch::Outcome::Failed:
        tellFailed();
        break;
    case Watch::Outcome::Good:
        tell(over(goodNews(tr("The watch is over."))));
        break;
    case Watch::Outcome::Overslept:
        tell(withRollback({.kind = MessageBar::Kind::Warning,
                           .text = tr("This computer was asleep when the addresses should have "
                                      "been looked at; look at them yourself.")}));
        break;
    case Watch::Outcome::Unreached:
    case Watch::Outcome::Running:
        tell(withRollback({.kind = MessageBar::Kind::Warning,
                           .text = joinSentences(words().bad(m_watch->addresses()),
                                                 tr("That may lie with the network here; nothing "
                                                    "is rolled back by itself for it."))}));
        break;
    }
    leave();
    end();
}

void WatchRun::tellFailed()
{
    const QString what = words().bad(m_watch->addresses());
    QApplication::alert(m_shell.documents.window());
    // What may always have answered like that is decided by whoever published.
    if (m_order.rollsBack && m_watch->isProven() && !publication().before.isEmpty()
        && m_order.mayRollBack())
        return rollBack(what);
    const QString since =
        //: "Since v18 is live in production: www.acme.com answers 500, before 200."
        tr("Since %1 is live %2: %3").arg(words().versionName, words().place(), what);
    tell(withRollback({.kind = MessageBar::Kind::Error, .text = since}));
}

WatchBoard::News WatchRun::withRollback(WatchBoard::News news)
{
    if (publication().before.isEmpty())
        return news;
    if (!isOnScreen()) {
        news.append(tr("Open the routine to roll it back."));
        return news;
    }
    const QString before = nameOf(publication().before);
    news.action = publication().environment == kProduction
                      ? tr("Roll Back Production to %1…").arg(before)
                      : tr("Roll Back Staging to %1…").arg(before);
    // Whoever asks for it may come after the run.
    news.act = [run = QPointer(this)] {
        if (run && run->isOnScreen())
            emit run->rollbackRequested(run->publication());
    };
    return news;
}

void WatchRun::rollBack(const QString &cause)
{
    tell({.kind = MessageBar::Kind::Error,
          .text =
              joinSentences(cause, tr("Rolling back to %1…").arg(nameOf(publication().before)))});
    QHash<QString, QString> names;
    for (const QList<VersionShare> &shares : {publication().before, publication().after}) {
        for (const VersionShare &share : shares)
            names.insert(share.versionId, nameOf({share}));
    }
    m_flow = new PublishFlow(m_shell.services.connection(), m_shell.services.ledger(), this);
    connect(m_flow, &PublishFlow::finished, this,
            [this, cause](const Result<Routine> &routine) { rolledBack(cause, routine); });
    // Should something else be live by now, somebody is at it already.
    m_flow->start({.routine = publication().routine,
                   .environment = publication().environment,
                   .shares = publication().before,
                   .versionNames = names,
                   .reason = tr("Rolled back by the watch: %1").arg(cause),
                   .expected = publication().after});
}

void WatchRun::rolledBack(const QString &cause, const Result<Routine> &routine)
{
    m_flow->deleteLater();
    m_flow = nullptr;
    const bool sameAccount = m_shell.services.connection().account().id == publication().accountId;
    if (sameAccount && routine)
        m_shell.services.catalog().adopt(*routine);
    else if (sameAccount)
        m_shell.services.catalog().refreshRoutine(publication().routine);
    if (!routine) {
        WatchBoard::News news{.kind = MessageBar::Kind::Error};
        news.error = because(joinSentences(cause, tr("It could not be rolled back by itself.")),
                             routine.error());
        tell(withRollback(news));
    } else if (sameAccount) {
        const Publication back{.accountId = publication().accountId,
                               .routine = publication().routine,
                               .environment = publication().environment,
                               .before = publication().after,
                               .after = routine->deploymentIn(publication().environment).shares,
                               .at = QDateTime::currentDateTimeUtc()};
        emit published(back);
        tell({.kind = MessageBar::Kind::Error,
              .text = joinSentences(cause,
                                    tr("Rolled back by itself: %1 is live again %2, confirmed by "
                                       "reading it back.")
                                        .arg(nameOf(back.after), words().place()))});
    }
    end();
}

void WatchRun::supersede()
{
    if (!isWatching())
        return;
    leave();
    //: %1 is a version, %2 "in production"
    tell(over({.text = tr("The watch of %1 %2 ended: something newer was published there.")
                           .arg(words().versionName, words().place()),
               .canWait = true}));
    end();
}

void WatchRun::leave()
{
    if (!m_watch)
        return;
    m_watch->disconnect(this);
    m_watch->deleteLater();
    m_watch = nullptr;
}

bool WatchRun::stop()
{
    leave();
    if (!isRollingBack())
        return true;
    if (m_flow->canCancel())
        m_flow->cancel();
    return false;
}

void WatchRun::end()
{
    if (!isRollingBack() && !isWatching())
        emit finished();
}

} // namespace edgewright
