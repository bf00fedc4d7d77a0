// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/plaintext.h"
#include "publish/changeview.h"
#include "publish/checklist.h"
#include "publish/checksummary.h"
#include "publish/nameconfirmation.h"
#include "publish/publishsheet.h"
#include "publish/trafficfield.h"
#include "workspace/routinelistmodel.h"

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
constexpr int kBetweenParts = 8;

} // namespace

void PublishSheet::buildContent()
{
    content()->addLayout(buildFacts());
    m_note = new QLabel(contentBox());
    m_note->setObjectName(u"publishNote"_s);
    m_note->setWordWrap(true);
    content()->addWidget(m_note);
    buildChanges();
    buildChecks();
    buildFields();
    m_steps = new QLabel(this);
    m_steps->setObjectName(u"publishSteps"_s);
    m_steps->setWordWrap(true);
    addToFooter(m_steps);
    m_typedName = new NameConfirmation(themes(), this);
    addToFooter(m_typedName);
    m_steps->hide();
    m_typedName->hide();

    connect(m_production, &QRadioButton::toggled, this, [this] {
        m_typedName->clear();
        m_traffic->chooseAll();
        updateTarget();
        emit environmentChanged(environment());
    });
    connect(m_compare, &QPushButton::clicked, this,
            [this] { emit compareRequested(target().versionId, m_context.versionId); });
    connect(m_typedName, &NameConfirmation::changed, this, &PublishSheet::judgeConfirm);
    connect(m_description, &QLineEdit::textEdited, this, [this] { m_isTouched = true; });
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

QGridLayout *PublishSheet::buildFacts()
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
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setRowMinimumHeight(0, 28);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_choice, 0, 0);
    grid->addLayout(choices, 0, 1);
    m_trafficName = new QLabel(contentBox());
    m_trafficName->setProperty("muted", true);
    m_traffic = new TrafficField(contentBox());
    grid->addWidget(m_trafficName, 1, 0, Qt::AlignTop);
    grid->addWidget(m_traffic, 1, 1);
    grid->addWidget(m_traffic->part(), 2, 0, 1, 2);
    connect(m_traffic, &TrafficField::changed, this, &PublishSheet::updateTarget);
    addFact(grid, m_versionName, m_version, u"publishVersionLine"_s);
    addFact(grid, m_nowName, m_now, u"publishNow"_s);
    addFact(grid, m_afterName, m_after, u"publishAfter"_s);
    addFact(grid, m_reachName, m_reach, u"publishReach"_s);
    m_after->setFont(strongFont(font()));
    return grid;
}

QLabel *PublishSheet::addHeading(const QString &objectName)
{
    auto *heading = new QLabel(contentBox());
    heading->setObjectName(objectName);
    heading->setFont(strongFont(font()));
    return heading;
}

void PublishSheet::buildChanges()
{
    m_changesTitle = addHeading(u"publishChangesTitle"_s);
    m_changesLine = new QLabel(contentBox());
    m_changesLine->setObjectName(u"publishChangesLine"_s);
    m_changesLine->setWordWrap(true);
    m_compare = new QPushButton(contentBox());
    m_compare->setObjectName(u"publishShowChanges"_s);
    m_compare->setAutoDefault(false);
    m_changes = new ChangeView(themes(), contentBox());
    m_changes->setObjectName(u"publishChanges"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_changesLine, 1);
    line->addWidget(m_compare, 0, Qt::AlignTop);
    content()->addSpacing(kBetweenParts);
    content()->addWidget(m_changesTitle);
    content()->addLayout(line);
    content()->addWidget(m_changes);
}

void PublishSheet::buildChecks()
{
    m_checksTitle = addHeading(u"publishChecksTitle"_s);
    m_checks = new CheckList(themes(), contentBox());
    content()->addSpacing(kBetweenParts);
    content()->addWidget(m_checksTitle);
    content()->addWidget(m_checks);
    m_summary = new CheckSummary(themes(), this);
    m_summary->hide();
    addBesideButtons(m_summary);
    connect(m_checks, &CheckList::lineRequested, this, &PublishSheet::lineRequested);
    connect(m_summary, &QPushButton::clicked, this, [this] { scrollTo(m_checksTitle); });
}

void PublishSheet::buildFields()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    const auto add = [this, grid](QLabel *&name, QLineEdit *&field, const QString &objectName) {
        name = new QLabel(contentBox());
        name->setProperty("muted", true);
        field = new QLineEdit(contentBox());
        field->setObjectName(objectName);
        name->setBuddy(field);
        const int row = grid->rowCount();
        grid->addWidget(name, row, 0);
        grid->addWidget(field, row, 1);
    };
    add(m_descriptionName, m_description, u"publishDescription"_s);
    m_description->setMaxLength(kLongestDescription);
    add(m_reasonName, m_reason, u"publishReason"_s);
    m_reason->setMaxLength(kLongestReason);
    content()->addSpacing(kBetweenParts);
    content()->addLayout(grid);
}

QList<VersionShare> PublishSheet::shares() const
{
    return m_traffic->shares();
}

void PublishSheet::updateTraffic()
{
    const Live &live = target();
    const bool canShare = live.known && !live.otherName.isEmpty();
    m_traffic->setVersions({.id = m_context.versionId, .name = subject()},
                           {.id = canShare ? live.versionId : QString(), .name = live.otherName});
    m_trafficName->setVisible(canShare);
    m_traffic->setVisible(canShare);
}

QString PublishSheet::afterText() const
{
    if (!m_traffic->isPart())
        return m_context.isDraft() ? tr("the draft, as a new version, for all traffic")
                                   : tr("%1 for all traffic").arg(subject());
    const QString share = QString::number(m_traffic->share());
    const QString rest = QString::number(100 - m_traffic->share());
    const QString other = oneLine(target().otherName, 40);
    //: %1 and %3 are numbers, %2 is a version
    return m_context.isDraft()
               ? tr("the draft, as a new version, for %1 % of the traffic; %2 keeps %3 %")
                     .arg(share, other, rest)
               //: %1 and %3 are versions, %2 and %4 numbers
               : tr("%1 for %2 % of the traffic; %3 keeps %4 %").arg(subject(), share, other, rest);
}

QString PublishSheet::afterShort() const
{
    if (!m_traffic->isPart())
        return subject();
    return describeShares(
        {{.versionName = oneLine(target().otherName, 40), .percentage = 100 - m_traffic->share()},
         {.versionName = subject(), .percentage = m_traffic->share()}});
}

} // namespace edgewright
