// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/trafficrun.h"

#include "common/messagebar.h"
#include "common/plaintext.h"
#include "common/themeservice.h"
#include "publish/sheet.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace edgewright {

TrafficRun::TrafficRun(const ShellContext &shell, Sheet &sheet, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_sheet(sheet)
{
    buildMoved();
}

void TrafficRun::buildMoved()
{
    m_moved = new QFrame(&m_sheet);
    m_moved->setObjectName(u"movedNotice"_s);
    m_movedText = new QLabel(m_moved);
    m_movedText->setObjectName(u"movedText"_s);
    m_movedText->setWordWrap(true);
    m_movedSeen = new QPushButton(m_moved);
    m_movedSeen->setObjectName(u"movedSeen"_s);
    m_movedSeen->setAutoDefault(false);
    auto *row = new QHBoxLayout(m_moved);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(16);
    row->addWidget(m_movedText, 1);
    row->addWidget(m_movedSeen);
    m_moved->setVisible(false);
    m_sheet.addNotice(m_moved);
    connect(m_movedSeen, &QPushButton::clicked, this, &TrafficRun::movedSeen);
    connect(&m_shell.themes, &ThemeService::changed, this, &TrafficRun::restyle);
    restyle();
}

void TrafficRun::restyle()
{
    const TonePair &tone = m_shell.themes.current().warning;
    m_moved->setStyleSheet(
        u"#movedNotice { background: %1; border: 1px solid %2; border-radius: 6px; }"
        "#movedNotice > QLabel { color: %3; }"_s.arg(tone.background.name(), tone.border.name(),
                                                     tone.text.name()));
}

void TrafficRun::showMoved(bool hasMoved, const QString &live)
{
    setPlainText(m_movedText, live.isEmpty()
                                  ? tr("Nothing is live any more; that changed meanwhile.")
                                  : tr("%1 went live meanwhile.").arg(oneLine(live, 80)));
    m_movedSeen->setText(tr("Seen, Go On"));
    m_movedSeen->setAccessibleName(tr("Seen, go on: %1").arg(m_movedText->text()));
    m_moved->setVisible(hasMoved);
}

void TrafficRun::start(const RepublishFlow::Request &request)
{
    if (isRunning())
        return;
    AppServices &services = m_shell.services;
    Job job{.accountId = services.connection().account().id,
            .routine = request.publication.routine,
            .environment = request.publication.environment,
            .copiedNames = {}};
    for (const RepublishFlow::Copy &copy : request.copies)
        job.copiedNames.insert(copy.versionId, copy.name);
    if (DraftPage *page = m_shell.documents.draftOf(job.accountId, job.routine))
        page->note(SnapshotReason::BeforePublish);
    m_flow = new RepublishFlow(services.connection(), services.ledger(), services.history().codes(),
                               this);
    connect(m_flow, &RepublishFlow::stepChanged, this,
            [this](const QString &step, qint64 done, qint64 total) {
                m_sheet.setStep(step, done, total, m_flow->canCancel());
            });
    connect(m_flow, &RepublishFlow::finished, this,
            [this, job](const Result<Routine> &routine) { finish(job, routine); });
    m_flow->start(request);
}

bool TrafficRun::stop()
{
    if (!isRunning())
        return true;
    if (m_flow->canCancel())
        m_flow->cancel();
    return false;
}

void TrafficRun::finish(const Job &job, const Result<Routine> &routine)
{
    const QList<VersionShare> before = m_flow->before();
    const QHash<QString, QString> copies = m_flow->copies();
    const bool isUnrecorded = m_flow->unrecorded().has_value();
    m_flow->deleteLater();
    m_flow = nullptr;
    const bool sameAccount = m_shell.services.connection().account().id == job.accountId;
    if (sameAccount) {
        markCopies(job, copies);
        if (routine)
            m_shell.services.catalog().adopt(*routine);
        else
            m_shell.services.catalog().refreshRoutine(job.routine);
    }
    if (!routine) {
        tellFailure(routine.error());
        emit failed(routine.error(), sameAccount ? copies : QHash<QString, QString>());
    } else {
        m_sheet.dismiss();
        if (isUnrecorded)
            m_shell.messages.showMessage(
                MessageBar::Kind::Warning,
                tr("What was done could not be written into the ledger before it was sent."));
        if (sameAccount)
            emit published({.accountId = job.accountId,
                            .routine = job.routine,
                            .environment = job.environment,
                            .before = before,
                            .after = routine->deploymentIn(job.environment).shares,
                            .at = QDateTime::currentDateTimeUtc()});
    }
    emit idle();
}

void TrafficRun::markCopies(const Job &job, const QHash<QString, QString> &copies)
{
    if (copies.isEmpty())
        return;
    VersionHistory &history = m_shell.services.history();
    for (auto copy = copies.cbegin(); copy != copies.cend(); ++copy) {
        const QString label = tr("copy of %1").arg(job.copiedNames.value(copy.key()));
        m_copyNames.insert(copy.value(), label);
        static_cast<void>(history.mark(job.routine, copy.value(), {.label = label, .note = {}}));
    }
    // The new versions have their names once the list was read again.
    if (history.routine() == job.routine)
        history.refresh();
}

void TrafficRun::tellFailure(const Error &error)
{
    if (error.code == ErrorCode::Cancelled) {
        m_sheet.dismiss();
        m_shell.messages.showMessage(MessageBar::Kind::Info, error.message);
    } else if (m_sheet.isVisible()) {
        m_sheet.showError(error);
    } else {
        m_shell.messages.showError(error);
    }
}

QString TrafficRun::nameOf(const QString &routine, const QString &versionId) const
{
    const QString name = m_shell.services.names().name(m_shell.services.connection().account().id,
                                                       routine, versionId);
    return name.isEmpty() ? m_copyNames.value(versionId, u"…"_s) : name;
}

QString TrafficRun::textOf(const QString &routine, const QList<VersionShare> &shares) const
{
    QList<NamedShare> named;
    for (const VersionShare &share : shares)
        named.append(
            {.versionName = nameOf(routine, share.versionId), .percentage = share.percentage});
    return describeShares(named);
}

QHash<QString, QString> TrafficRun::names() const
{
    QHash<QString, QString> names = m_copyNames;
    for (const VersionListModel::Item &item : m_shell.services.history().model().items())
        names.insert(item.version.id, item.name);
    return names;
}

} // namespace edgewright
