// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/archivedialog.h"

#include "common/plaintext.h"
#include "common/times.h"

#include <QDate>
#include <QEvent>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace edgewright {

ArchiveDialog::ArchiveDialog(Archive &archive, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_archive(archive)
    , m_prompts(prompts)
    , m_condition(new QLabel(this))
    , m_state(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_details(new QPlainTextEdit(this))
    , m_verify(new QPushButton(this))
    , m_backUp(new QPushButton(this))
    , m_restore(new QPushButton(this))
    , m_again(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(u"archiveDialog"_s);
    buildLayout();
    connectParts();
    retranslate();
    refresh();
    resize(560, sizeHint().height());
}

void ArchiveDialog::buildLayout()
{
    m_form = new QFormLayout;
    for (int i = 0; i < FactCount; ++i) {
        m_names.append(new QLabel(this));
        m_facts.append(new QLabel(this));
        m_facts.last()->setWordWrap(true);
        m_form->addRow(m_names.last(), m_facts.last());
    }
    for (QLabel *label : {m_condition, m_state})
        label->setWordWrap(true);
    m_state->setObjectName(u"archiveState"_s);
    m_progress->setObjectName(u"archiveProgress"_s);
    m_progress->hide();
    m_details->setObjectName(u"archiveFindings"_s);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->hide();
    m_verify->setObjectName(u"archiveVerify"_s);
    m_backUp->setObjectName(u"archiveBackUp"_s);
    m_restore->setObjectName(u"archiveRestore"_s);
    m_again->setObjectName(u"archiveTryAgain"_s);
    m_close->setObjectName(u"archiveClose"_s);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_verify, m_backUp, m_restore, m_again})
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    m_close->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_condition);
    layout->addLayout(m_form);
    layout->addWidget(m_state);
    layout->addWidget(m_progress);
    layout->addWidget(m_details, 1);
    layout->addLayout(buttons);
}

void ArchiveDialog::connectParts()
{
    connect(m_verify, &QPushButton::clicked, this, &ArchiveDialog::verify);
    connect(m_backUp, &QPushButton::clicked, this, &ArchiveDialog::backUp);
    connect(m_restore, &QPushButton::clicked, this, &ArchiveDialog::restore);
    connect(m_again, &QPushButton::clicked, &m_archive, &Archive::reopen);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, [this] {
        if (m_running != nullptr)
            m_running->cancel();
    });
    connect(&m_archive, &Archive::conditionChanged, this, &ArchiveDialog::refresh);
}

void ArchiveDialog::refresh()
{
    showCondition();
    m_archive.statistics()->then(this, [this](const Result<ArchiveStatistics> &statistics) {
        if (statistics)
            m_statistics = *statistics;
        else
            tell(statistics.error().text());
        showFacts();
    });
}

void ArchiveDialog::showCondition()
{
    const ArchiveCondition &condition = m_archive.condition();
    QString text = condition.problem.text();
    if (condition.hasProblem() && !condition.newestBackup.isEmpty())
        //: %1 is a file name
        text += u' '
                + tr("There is a backup to restore from: “%1”.")
                      .arg(QFileInfo(condition.newestBackup).fileName());
    setPlainText(m_condition, text);
    m_condition->setVisible(condition.hasProblem());
    const bool isUsable = condition.kind == ArchiveCondition::Kind::Usable;
    m_again->setVisible(!isUsable && condition.kind != ArchiveCondition::Kind::Opening);
    m_backUp->setEnabled(condition.kind != ArchiveCondition::Kind::Unusable);
}

void ArchiveDialog::showFacts()
{
    const QLocale locale;
    const auto number = [&locale](qint64 value) { return locale.toString(value); };
    const ArchiveStatistics &facts = m_statistics;
    const QString backup = facts.backedUpAt.isValid()
                               ? relativeTime(facts.backedUpAt, QDateTime::currentDateTimeUtc())
                                     + u" · "_s + QFileInfo(facts.newestBackup).fileName()
                               : tr("None yet");
    setPlainText(m_facts[File], facts.file);
    //: %1 is a size on the disk, %2 the size of all code if each version were a file
    setPlainText(m_facts[Size],
                 tr("%1 for %2 of code").arg(sizeText(facts.fileSize), sizeText(facts.codeSize)));
    setPlainText(m_facts[Routines], number(facts.routines));
    //: %1 and %2 are numbers
    setPlainText(
        m_facts[Held],
        tr("%1 of %2 with their code").arg(number(facts.heldVersions), number(facts.versions)));
    setPlainText(m_facts[Gone], number(facts.goneVersions));
    setPlainText(m_facts[Backup], backup);
}

void ArchiveDialog::setBusy(const QString &what)
{
    const bool isBusy = !what.isEmpty();
    m_progress->setRange(0, 0);
    m_progress->setVisible(isBusy);
    for (QPushButton *button : {m_verify, m_backUp, m_restore, m_again})
        button->setEnabled(!isBusy);
    if (isBusy)
        tell(what);
    else
        showCondition();
}

void ArchiveDialog::tell(const QString &text, const QString &details)
{
    setPlainText(m_state, text);
    m_details->setPlainText(details);
    m_details->setVisible(!details.isEmpty());
}

void ArchiveDialog::verify()
{
    setBusy(tr("Checking every version…"));
    Reply<VerifyReport> *reply = m_archive.verify();
    m_running = reply;
    connect(reply, &ReplyBase::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setRange(0, static_cast<int>(total));
        m_progress->setValue(static_cast<int>(done));
    });
    reply->then(this, [this](const Result<VerifyReport> &report) {
        setBusy({});
        showReport(report);
    });
}

void ArchiveDialog::showReport(const Result<VerifyReport> &report)
{
    if (!report) {
        tell(report.error().text());
        return;
    }
    const int checked = static_cast<int>(report->checked);
    if (report->findings.isEmpty()) {
        tell(tr("All %n contents are as they were written.", nullptr, checked));
        return;
    }
    QStringList lines;
    for (const VerifyReport::Finding &finding : report->findings) {
        const QString place = finding.versionId.isEmpty()
                                  ? QString()
                                  : finding.key.routine + u" · "_s + finding.versionId + u": "_s;
        lines.append(oneLine(place + finding.what));
    }
    tell(tr("%n problem(s) were found. Restore a backup, or read the versions from the service "
            "again where it still has them.",
            nullptr, static_cast<int>(report->findings.size())),
         lines.join(u'\n'));
}

void ArchiveDialog::backUp()
{
    const QString name =
        u"edgewright-archive-%1.db"_s.arg(QDate::currentDate().toString(Qt::ISODate));
    m_prompts.chooseFileToSave(this, tr("Back Up the Archive"), name, [this](const QString &path) {
        if (path.isEmpty())
            return;
        setBusy(tr("Writing the backup…"));
        m_archive.backUp(path)->then(this, [this, path](const Result<> &written) {
            setBusy({});
            //: %1 is a file name
            tell(written ? tr("The archive was backed up to “%1”.").arg(path)
                         : written.error().text());
        });
    });
}

void ArchiveDialog::restore()
{
    m_prompts.chooseFileToOpen(this, tr("Restore the Archive"), [this](const QString &path) {
        if (path.isEmpty())
            return;
        const Prompts::Question question{
            .title = tr("Restore the archive?"),
            .text = tr("What “%1” holds comes in the place of the present archive, which is kept "
                       "beside it under another name.")
                        .arg(QFileInfo(path).fileName()),
            .acceptText = tr("Restore")};
        m_prompts.ask(this, question, [this, path](bool accepted) {
            if (accepted)
                restoreFrom(path);
        });
    });
}

void ArchiveDialog::restoreFrom(const QString &path)
{
    setBusy(tr("Checking and restoring the backup…"));
    m_archive.restore(path)->then(this, [this](const Result<> &restored) {
        setBusy({});
        refresh();
        const QString kept = QFileInfo(m_archive.condition().keptFile).fileName();
        tell(restored
                 //: %1 is a file name
                 ? tr("The backup was restored; the archive before it is kept as “%1”.").arg(kept)
                 : restored.error().text());
    });
}

void ArchiveDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ArchiveDialog::retranslate()
{
    setWindowTitle(tr("Archive"));
    const QStringList names{tr("File:"),     tr("Size:"),      tr("Routines:"),
                            tr("Versions:"), tr("Only here:"), tr("Last backup:")};
    for (int i = 0; i < FactCount; ++i)
        m_names[i]->setText(names.at(i));
    m_progress->setAccessibleName(tr("Progress of the archive"));
    m_details->setAccessibleName(tr("Problems found in the archive"));
    const auto name = [](QPushButton *button, const QString &text, const QString &accessible) {
        button->setText(text);
        button->setAccessibleName(accessible);
    };
    name(m_verify, tr("&Check"), tr("Check the archive"));
    name(m_backUp, tr("&Back Up…"), tr("Back up the archive"));
    name(m_restore, tr("&Restore…"), tr("Restore the archive from a backup"));
    name(m_again, tr("&Try Again"), tr("Try to open the archive again"));
    name(m_close, tr("Close"), tr("Close the archive"));
    showCondition();
    showFacts();
}

} // namespace edgewright
