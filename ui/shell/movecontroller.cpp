// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/movecontroller.h"

#include "accounts/connectdialog.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "identity/credentialsources.h"
#include "routines/copyroutinedialog.h"
#include "shell/actionregistry.h"
#include "shell/documentarea.h"
#include "shell/serviceaccess.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

QString noteKey(const RoutineKey &key)
{
    return key.accountId + u'/' + key.routine;
}

/// Both sides may be the same account: the service tells them apart.
QString sideName(const Account &account)
{
    const QString name = account.name.isEmpty() ? account.id : account.name;
    const bool isFirst = account.endpoint.generation() == ApiGeneration::First;
    const QString service = isFirst ? u"DCDN"_s : u"ESA"_s;
    if (account.kind == AccountKind::Sandbox || account.endpoint == Endpoint::dcdn())
        return name + u" · "_s + service;
    const QString site = account.endpoint.displayName();
    return name + u" · "_s + (isFirst ? site : service + u' ' + site);
}

} // namespace

MoveController::MoveController(const ShellContext &shell, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_notes(QFileInfo(shell.services.archive().file()).absolutePath() + u"/copies.json"_s,
              u"edgewright-copies-1"_s)
{
    connect(&m_shell.actions.action(ActionId::CopyRoutine), &QAction::triggered, this,
            &MoveController::open);
    const Connection *connection = &m_shell.services.connection();
    for (const auto signal : {&Connection::changed, &Connection::reachabilityChanged})
        connect(connection, signal, this, &MoveController::updateAction);
    // Once the routine on screen is known to all.
    connect(&m_shell.documents, &DocumentArea::currentChanged, this, &MoveController::updateAction,
            Qt::QueuedConnection);
    updateAction();
}

MoveController::~MoveController() = default;

QWidget *MoveController::window() const
{
    return m_shell.documents.window();
}

void MoveController::updateAction()
{
    // The archive may have all of it: no connection is needed for the source.
    m_shell.actions.action(ActionId::CopyRoutine)
        .setEnabled(!m_shell.services.history().routine().isEmpty());
}

void MoveController::open()
{
    if (m_dialog || m_connectDialog) {
        (m_dialog ? static_cast<QWidget *>(m_dialog) : m_connectDialog)->raise();
        return;
    }
    const Account &account = m_shell.services.connection().account();
    m_source = {.accountId = account.id, .routine = m_shell.services.history().routine()};
    if (m_source.routine.isEmpty() || m_source.accountId.isEmpty())
        return;
    m_sourceName = sideName(account);
    const std::optional<Routine> routine = m_shell.services.catalog().routine(m_source.routine);
    m_description = routine ? routine->description : QString();
    offer(QList<AccountOffer>{{.account = {.id = u"sandbox"_s,
                                           .kind = AccountKind::Sandbox,
                                           .name = tr("The sandbox on this computer")}}}
          + discoverAccounts(QProcessEnvironment::systemEnvironment(), QDir::homePath()));
}

void MoveController::offer(const QList<AccountOffer> &offers)
{
    m_connectDialog = new ConnectDialog(m_shell.themes, window());
    m_connectDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_connectDialog->setPurpose(tr("Copy “%1” to…").arg(oneLine(m_source.routine, 60)));
    m_connectDialog->setOffers(offers);
    m_connectDialog->setService({});
    connect(m_connectDialog, &ConnectDialog::offerChosen, this, [this, offers](int index) {
        const ServiceChoice service = m_connectDialog->service();
        if (index == 0)
            connectSandbox(service);
        else if (index > 0 && index < offers.size())
            connectTarget(usedAs(offers[index].account, service), offers[index].credentials);
    });
    connect(m_connectDialog, &ConnectDialog::connectRequested, this,
            &MoveController::connectTarget);
    connect(m_connectDialog, &ConnectDialog::cancelRequested, this, [this] {
        ++m_wish;
        if (m_target)
            m_target->cancel();
        m_connectDialog->setIdle();
    });
    connect(m_connectDialog, &QDialog::rejected, this, [this] {
        ++m_wish;
        m_target.reset();
    });
    m_connectDialog->open();
}

void MoveController::connectSandbox(const ServiceChoice &service)
{
    m_connectDialog->setProgress(tr("Starting the sandbox…"));
    const quint64 wish = ++m_wish;
    m_shell.services.sandbox().start()->then(
        this, [this, wish, service](const Result<AccountOffer> &offer) {
            if (wish != m_wish || !m_connectDialog)
                return;
            if (offer)
                connectTarget(usedAs(offer->account, service), offer->credentials);
            else
                m_connectDialog->showError(offer.error());
        });
}

void MoveController::connectTarget(const Account &account, const Credentials &credentials)
{
    ++m_wish;
    if (account.id == m_source.accountId) {
        m_connectDialog->showError(
            {.code = ErrorCode::InvalidRequest,
             .message = tr("The routine is in this account already."),
             .advice = tr("Choose another account, or the other service above.")});
        return;
    }
    m_target = std::make_unique<Connection>(m_network);
    m_target->setWriteLock(&m_shell.services.lock());
    connect(m_target.get(), &Connection::changed, this, &MoveController::onTargetChanged);
    connect(m_target.get(), &Connection::progressed, this, [this](const QString &site) {
        if (m_connectDialog)
            m_connectDialog->setProgress(tr("Asking %1…").arg(site));
    });
    m_target->establish(account, credentials);
}

void MoveController::onTargetChanged()
{
    if (!m_connectDialog)
        return;
    if (m_target->state() == ConnectionState::Failed) {
        m_connectDialog->showError(m_target->error());
    } else if (m_target->state() == ConnectionState::Connected) {
        disconnect(m_connectDialog, &QDialog::rejected, this, nullptr);
        m_connectDialog->accept();
        m_connectDialog.clear();
        openCopy();
    }
}

void MoveController::openCopy()
{
    m_dialog = new CopyRoutineDialog(
        m_shell.themes,
        {.routine = m_source.routine,
         .sourceAccount = m_sourceName,
         .targetAccount = sideName(m_target->account()),
         .targetRoutine = m_source.routine},
        window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connectCopy();
    m_dialog->open();
    readDomains();
    plan(m_source.routine);
}

void MoveController::connectCopy()
{
    connect(m_dialog, &CopyRoutineDialog::nameChosen, this, &MoveController::plan);
    connect(m_dialog, &CopyRoutineDialog::copyRequested, this, [this] {
        if (m_flow && !m_flow->isRunning())
            m_flow->copy();
    });
    connect(m_dialog, &CopyRoutineDialog::stopRequested, this, [this] { stop(); });
    connect(m_dialog, &CopyRoutineDialog::compareRequested, this, &MoveController::compare);
    connect(m_dialog, &CopyRoutineDialog::domainTicked, this, &MoveController::tick);
    connect(m_dialog, &QDialog::finished, this, &MoveController::close);
}

void MoveController::plan(const QString &name)
{
    if (isRunning())
        return;
    m_flow = std::make_unique<RoutineCopyFlow>(
        RoutineCopyFlow::Parts{.archive = m_shell.services.archive(),
                               .codes = m_shell.services.history().codes(),
                               .target = *m_target,
                               .ledger = m_shell.services.ledger()},
        RoutineCopyFlow::Request{
            .source = m_source, .targetRoutine = name, .description = m_description});
    RoutineCopyFlow *flow = m_flow.get();
    connect(flow, &RoutineCopyFlow::planned, this, &MoveController::showPlan);
    connect(flow, &RoutineCopyFlow::progressed, this,
            [this](int done, int total, const QString &version) {
                if (!m_dialog)
                    return;
                if (!version.isEmpty())
                    showPlan();
                m_dialog->setWorking(version.isEmpty() ? tr("Copying…")
                                                       : tr("Copying %1…").arg(version),
                                     done, total);
            });
    connect(flow, &RoutineCopyFlow::copied, this, [this] { tellDone(false); });
    connect(flow, &RoutineCopyFlow::stopped, this, [this] { tellDone(true); });
    connect(flow, &RoutineCopyFlow::failed, this, [this](const Error &error) {
        if (m_dialog) {
            showPlan();
            m_dialog->showError(error);
        }
        emit idle();
    });
    if (m_dialog)
        m_dialog->setWorking(tr("Reading both sides…"), 0, 0);
    flow->plan();
}

void MoveController::showPlan()
{
    if (!m_dialog)
        return;
    m_dialog->setSides({.plan = m_flow->state(),
                        .targetExists = m_flow->targetExists(),
                        .quota = m_flow->quota(),
                        .withoutCode = m_flow->withoutCode()});
    if (!m_flow->isRunning())
        m_dialog->setIdle();
}

void MoveController::tellDone(bool wasStopped)
{
    if (m_dialog) {
        showPlan();
        const int same = m_flow->state().count(CopyState::Same);
        m_dialog->showSuccess(
            wasStopped
                ? tr("Stopped. %n version(s) are there; copying again goes on where it stopped.",
                     nullptr, same)
                : tr("%n version(s) are there, each read back: the bytes are the same.", nullptr,
                     same));
    }
    emit idle();
}

void MoveController::readDomains()
{
    RoutineService *service = m_shell.services.connection().service();
    if (!service || m_shell.services.connection().account().id != m_source.accountId)
        return;
    service->fetchReach(m_source.routine)->then(this, [this](const Result<QStringList> &domains) {
        if (m_dialog && domains)
            m_dialog->setDomains(*domains, ticked());
    });
}

QStringList MoveController::ticked() const
{
    return m_notes.content().value(noteKey(m_source)).toVariant().toStringList();
}

void MoveController::tick(const QString &domain, bool done)
{
    QStringList domains = ticked();
    domains.removeAll(domain);
    if (done)
        domains.append(domain);
    QJsonObject content = m_notes.content();
    content.insert(noteKey(m_source), QJsonArray::fromStringList(domains));
    m_notes.write(content);
}

void MoveController::compare(const QString &sourceId, const QString &targetId)
{
    // Whatever stands on one side only is compared with the newest of the other.
    QString here = sourceId;
    QString there = targetId;
    for (const CopyRow &row : m_flow->state().rows) {
        if (sourceId.isEmpty() && !row.source.versionId.isEmpty())
            here = row.source.versionId;
        if (targetId.isEmpty() && !row.targetId.isEmpty())
            there = row.targetId;
    }
    if (here.isEmpty() || there.isEmpty() || m_target->service() == nullptr) {
        m_dialog->showError({.code = ErrorCode::NotFound,
                             .message = tr("There is nothing on the other side to compare with.")});
        return;
    }
    const QString name = m_flow->request().targetRoutine;
    m_target->service()
        ->fetchBody(name, there)
        ->then(this, [this, here, name](const Result<VersionBody> &body) {
            if (!body && m_dialog)
                m_dialog->showError(body.error());
            if (!body || !m_dialog)
                return;
            const QString title = tr("%1 in the other account").arg(name);
            emit compareRequested(
                {.left = VersionSource{.routine = m_source.routine, .versionId = here},
                 .right = TextSource{.routine = {}, .title = title, .text = body->bytes}});
            // Not from within the answer: its service goes with the dialog.
            QMetaObject::invokeMethod(m_dialog, &QWidget::close, Qt::QueuedConnection);
        });
}

bool MoveController::stop()
{
    if (!isRunning())
        return true;
    m_flow->stop();
    return false;
}

void MoveController::close()
{
    if (m_flow && m_flow->isRunning())
        return;
    // Their signals may be what brought us here.
    if (m_flow)
        m_flow.release()->deleteLater();
    if (m_target)
        m_target.release()->deleteLater();
}

} // namespace edgewright
