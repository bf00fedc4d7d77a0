// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/publishsheet.h"

#include "cloud/routinetypes.h"
#include "common/plaintext.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestReason = 500;

} // namespace

PublishSheet::PublishSheet(const ThemeService &themes, QWidget *parent)
    : Sheet(themes, parent)
{
    setObjectName(u"publishSheet"_s);
    buildContent();
    PublishSheet::retranslate();
    PublishSheet::restyle();
}

void PublishSheet::addFact(QGridLayout *grid, QLabel *&name, QLabel *&value,
                           const QString &objectName)
{
    name = new QLabel(contentBox());
    name->setProperty("muted", true);
    value = new QLabel(contentBox());
    value->setObjectName(objectName);
    value->setWordWrap(true);
    const int row = grid->rowCount();
    grid->addWidget(name, row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1);
}

void PublishSheet::buildContent()
{
    m_choice = new QLabel(contentBox());
    m_choice->setProperty("muted", true);
    m_staging = new QRadioButton(contentBox());
    m_staging->setObjectName(u"publishToStaging"_s);
    m_staging->setChecked(true);
    m_production = new QRadioButton(contentBox());
    m_production->setObjectName(u"publishToProduction"_s);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(24);
    choices->addWidget(m_staging);
    choices->addWidget(m_production);
    choices->addStretch();

    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    grid->setRowMinimumHeight(0, 28);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_choice, 0, 0);
    grid->addLayout(choices, 0, 1);
    addFact(grid, m_versionName, m_version, u"publishVersionLine"_s);
    addFact(grid, m_nowName, m_now, u"publishNow"_s);
    addFact(grid, m_afterName, m_after, u"publishAfter"_s);
    m_after->setFont(strongFont(font()));
    addReason(grid);
    m_note = new QLabel(contentBox());
    m_note->setObjectName(u"publishNote"_s);
    m_note->setWordWrap(true);
    m_compare = new QPushButton(contentBox());
    m_compare->setObjectName(u"publishShowChanges"_s);
    m_compare->setAutoDefault(false);
    content()->addLayout(grid);
    content()->addSpacing(4);
    content()->addWidget(m_note);
    content()->addSpacing(4);
    content()->addWidget(m_compare, 0, Qt::AlignLeft);

    connect(m_production, &QRadioButton::toggled, this, [this] {
        updateTarget();
        emit environmentChanged(environment());
    });
    connect(m_compare, &QPushButton::clicked, this,
            [this] { emit compareRequested(target().versionId, m_context.versionId); });
}

void PublishSheet::addReason(QGridLayout *grid)
{
    m_reasonName = new QLabel(contentBox());
    m_reasonName->setProperty("muted", true);
    m_reason = new QLineEdit(contentBox());
    m_reason->setObjectName(u"publishReason"_s);
    m_reason->setMaxLength(kLongestReason);
    m_reasonName->setBuddy(m_reason);
    const int row = grid->rowCount();
    grid->addWidget(m_reasonName, row, 0);
    grid->addWidget(m_reason, row, 1);
}

void PublishSheet::setContext(const Context &context)
{
    if (context.routine != m_context.routine || context.versionId != m_context.versionId)
        m_reason->clear();
    m_context = context;
    m_staging->setChecked(true);
    setIdle();
    retranslate();
}

void PublishSheet::setLive(const Live &staging, const Live &production)
{
    m_context.staging = staging;
    m_context.production = production;
    updateTarget();
}

void PublishSheet::chooseEnvironment(const QString &environment)
{
    (environment == kProduction ? m_production : m_staging)->setChecked(true);
}

QString PublishSheet::environment() const
{
    return isProduction() ? kProduction : kStaging;
}

QString PublishSheet::reason() const
{
    return m_reason->text().trimmed();
}

bool PublishSheet::isProduction() const
{
    return m_production->isChecked();
}

const PublishSheet::Live &PublishSheet::target() const
{
    return isProduction() ? m_context.production : m_context.staging;
}

void PublishSheet::confirm()
{
    emit publishRequested(environment());
}

bool PublishSheet::enterConfirms() const
{
    return !isProduction();
}

QWidget *PublishSheet::firstField() const
{
    return isProduction() ? m_production : m_staging;
}

void PublishSheet::updateTarget()
{
    const Live &live = target();
    const QString name = oneLine(m_context.versionName, 40);
    const QString liveText = oneLine(live.text, 80);
    const QString routine = oneLine(m_context.routine, 60);
    setTitle(liveText.isEmpty()
                 ? tr("%1: %2 goes live", "routine: version").arg(routine, name)
                 : tr("%1: live %2 → %3", "routine: shares → version").arg(routine, liveText, name),
             isProduction() ? tr("PRODUCTION") : tr("STAGING"));
    QString now = liveText.isEmpty() ? tr("nothing") : liveText;
    if (!live.known)
        now = tr("being read…");
    if (!live.since.isEmpty())
        now += u" · "_s + oneLine(live.since);
    setPlainText(m_now, now);
    setPlainText(m_after, tr("%1 for all traffic").arg(name));

    QString note;
    if (live.isSame)
        note = isProduction() ? tr("%1 is already live in production.").arg(name)
                              : tr("%1 is already live in staging.").arg(name);
    else if (live.isSplit)
        note = tr("A split is running: %1. Publishing ends it and gives all traffic to %2.")
                   .arg(liveText, name);
    setPlainText(m_note, note);
    m_note->setVisible(!note.isEmpty());
    const bool canCompare = !live.versionId.isEmpty() && live.versionId != m_context.versionId;
    m_compare->setEnabled(canCompare);
    m_compare->setToolTip(canCompare ? QString()
                                     : tr("There is nothing else live to compare with."));

    const QString confirmText = isProduction() ? tr("Publish %1 to Production").arg(name)
                                               : tr("Publish %1 to Staging").arg(name);
    confirmButton()->setText(actionText(confirmText));
    confirmButton()->setAccessibleName(confirmText);
    setConfirmAllowed(!live.isSame && live.known, note);
    const Theme &theme = themes().current();
    setBand(isProduction() ? &theme.production : &theme.staging);
}

void PublishSheet::restyle()
{
    updateTarget();
    m_note->setStyleSheet(u"color: %1;"_s.arg(themes().current().warning.text.name()));
    update();
}

void PublishSheet::retranslate()
{
    m_choice->setText(tr("Publish to"));
    m_staging->setText(tr("&Staging"));
    m_staging->setAccessibleName(tr("Publish to staging"));
    m_production->setText(tr("&Production"));
    m_production->setAccessibleName(tr("Publish to production"));
    m_versionName->setText(tr("Version"));
    m_nowName->setText(tr("Live now"));
    m_afterName->setText(tr("Live afterwards"));
    QString line = oneLine(m_context.versionName, 40);
    if (!m_context.description.trimmed().isEmpty())
        line += u" · "_s + oneLine(m_context.description);
    setPlainText(m_version, line);
    m_reasonName->setText(tr("&Reason"));
    m_reason->setAccessibleName(tr("Reason for publishing"));
    m_reason->setPlaceholderText(tr("Optional; stays in the ledger on this computer"));
    m_compare->setText(tr("Show Changes"));
    m_compare->setAccessibleName(tr("Show what publishing would change"));
    updateTarget();
    Sheet::retranslate();
}

} // namespace edgewright
