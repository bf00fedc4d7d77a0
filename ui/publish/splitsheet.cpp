// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/splitsheet.h"

#include "common/plaintext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kLongestReason = 500;
constexpr int kLongestName = 40;
constexpr int kFirstShare = 10;
constexpr int kBetweenEnds = 24;

} // namespace

SplitSheet::SplitSheet(const ThemeService &themes, QWidget *parent)
    : Sheet(themes, parent)
{
    setObjectName(u"splitSheet"_s);
    buildContent();
    retranslate();
    restyle();
}

void SplitSheet::buildContent()
{
    m_now = new QLabel(contentBox());
    m_now->setObjectName(u"splitNow"_s);
    m_now->setWordWrap(true);
    content()->addWidget(m_now);
    m_obstacle = new QLabel(contentBox());
    m_obstacle->setObjectName(u"splitObstacle"_s);
    m_obstacle->setWordWrap(true);
    content()->addWidget(m_obstacle);
    m_field = new SharesField(contentBox());
    connect(m_field, &SharesField::changed, this, &SplitSheet::updateConfirm);
    content()->addSpacing(4);
    content()->addWidget(m_field);
    buildEnds();
    auto *reasonRow = new QHBoxLayout;
    reasonRow->setSpacing(16);
    m_reasonName = new QLabel(contentBox());
    m_reasonName->setProperty("muted", true);
    m_reason = new QLineEdit(contentBox());
    m_reason->setObjectName(u"splitReason"_s);
    m_reason->setMaxLength(kLongestReason);
    m_reasonName->setBuddy(m_reason);
    reasonRow->addWidget(m_reasonName);
    reasonRow->addWidget(m_reason, 1);
    content()->addSpacing(4);
    content()->addLayout(reasonRow);
}

void SplitSheet::buildEnds()
{
    m_ends = new QWidget(contentBox());
    auto *row = new QHBoxLayout(m_ends);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(8);
    m_finish = new QPushButton(m_ends);
    m_finish->setObjectName(u"splitFinish"_s);
    m_abort = new QPushButton(m_ends);
    m_abort->setObjectName(u"splitAbort"_s);
    // They do the opposite of each other, at once: a slip of the mouse must not take one for the
    // other.
    row->addWidget(m_finish);
    row->addSpacing(kBetweenEnds);
    row->addStretch(1);
    row->addWidget(m_abort);
    for (QPushButton *button : {m_finish, m_abort})
        button->setAutoDefault(false);
    const auto giveAllTo = [this](const SharesField::Version &version) {
        emit sharesRequested({{.versionId = version.id, .percentage = 100}});
    };
    connect(m_finish, &QPushButton::clicked, this,
            [this, giveAllTo] { giveAllTo(m_context.arrives); });
    connect(m_abort, &QPushButton::clicked, this,
            [this, giveAllTo] { giveAllTo(m_context.stays); });
    content()->addWidget(m_ends);
}

void SplitSheet::setContext(const Context &context)
{
    m_context = context;
    m_reason->clear();
    m_field->setVersions(context.arrives, context.stays);
    m_field->setShare(context.isRunning() ? context.share : kFirstShare);
    update();
}

void SplitSheet::updateContext(const Context &context)
{
    m_context = context;
    if (!isWorking())
        update();
}

QString SplitSheet::reason() const
{
    return m_reason->text().trimmed();
}

bool SplitSheet::isProduction() const
{
    return m_context.environment == kProduction;
}

void SplitSheet::confirm()
{
    emit sharesRequested(m_field->shares());
}

bool SplitSheet::enterConfirms() const
{
    return !isProduction();
}

QWidget *SplitSheet::firstField() const
{
    return m_field;
}

void SplitSheet::update()
{
    const QString stays = oneLine(m_context.stays.name, kLongestName);
    const QString arrives = oneLine(m_context.arrives.name, kLongestName);
    setTitle(tr("%1: share traffic between %2 and %3", "routine, version, version")
                 .arg(oneLine(m_context.routine, 60), stays, arrives),
             isProduction() ? tr("PRODUCTION") : tr("STAGING"));
    const QString now = m_context.isRunning()
                            ? tr("Running now: %1 gets %2 %, %3 gets %4 %.")
                                  .arg(stays, QString::number(100 - m_context.share), arrives,
                                       QString::number(m_context.share))
                            : tr("Live now: %1 gets all traffic.").arg(stays);
    setPlainText(m_now, now);
    setPlainText(m_obstacle, m_context.obstacle);
    m_obstacle->setVisible(!m_context.obstacle.isEmpty());
    //: %1 is the version that will be live
    const QString finish = tr("Finish: %1 100 %").arg(arrives);
    m_finish->setText(actionText(finish));
    m_finish->setAccessibleName(finish);
    //: %1 is the version that will be live
    const QString abort = tr("Abort: Back to %1 100 %").arg(stays);
    m_abort->setText(actionText(abort));
    m_abort->setAccessibleName(abort);
    m_ends->setVisible(m_context.isRunning());
    const Theme &theme = themes().current();
    setBand(isProduction() ? &theme.production : &theme.staging);
    updateConfirm();
}

void SplitSheet::updateConfirm()
{
    const QString arrives = oneLine(m_context.arrives.name, kLongestName);
    const QString share = QString::number(m_field->share());
    //: %1 is a version, %2 a number
    const QString text = isProduction() ? tr("Give %1 %2 % of Production").arg(arrives, share)
                                        : tr("Give %1 %2 % of Staging").arg(arrives, share);
    confirmButton()->setText(actionText(text));
    confirmButton()->setAccessibleName(text);
    const bool isSame = m_context.isRunning() && m_field->share() == m_context.share;
    setConfirmAllowed(m_context.obstacle.isEmpty() && !isSame,
                      isSame ? tr("The split already runs like this.") : m_context.obstacle);
}

void SplitSheet::updateOthers()
{
    m_ends->setEnabled(m_context.obstacle.isEmpty() && !isInDoubt());
}

void SplitSheet::restyle()
{
    update();
    m_obstacle->setStyleSheet(u"color: %1;"_s.arg(themes().current().warning.text.name()));
    QWidget::update();
}

void SplitSheet::retranslate()
{
    m_reasonName->setText(tr("&Reason"));
    m_reason->setAccessibleName(tr("Reason for sharing the traffic"));
    m_reason->setPlaceholderText(tr("Optional; can be entered in the ledger afterwards"));
    update();
    Sheet::retranslate();
}

} // namespace edgewright
