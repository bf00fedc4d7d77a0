// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/rollbacksheet.h"

#include "cloud/routinetypes.h"
#include "common/plaintext.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kLongestReason = 500;
constexpr int kLongestShares = 80;

} // namespace

RollbackSheet::RollbackSheet(const ThemeService &themes, QWidget *parent)
    : Sheet(themes, parent)
{
    setObjectName(u"rollbackSheet"_s);
    buildContent();
    retranslate();
    restyle();
}

void RollbackSheet::buildContent()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    m_way = addFact(grid, m_wayName, u"rollbackWay"_s);
    m_changes = addFact(grid, m_changesName, u"rollbackChanges"_s);
    m_compare = new QPushButton(contentBox());
    m_compare->setObjectName(u"rollbackCompare"_s);
    m_compare->setAutoDefault(false);
    connect(m_compare, &QPushButton::clicked, this, &RollbackSheet::changesRequested);
    // Below, not beside: the words need the width.
    grid->addWidget(m_compare, grid->rowCount(), 1, Qt::AlignLeft);
    content()->addLayout(grid);
    m_copied = addNote(u"rollbackCopied"_s);
    m_variables = addNote(u"rollbackVariables"_s);
    m_elsewhere = addNote(u"rollbackElsewhere"_s);

    auto *reasonRow = new QHBoxLayout;
    reasonRow->setSpacing(16);
    m_reasonName = new QLabel(contentBox());
    m_reasonName->setProperty("muted", true);
    m_reason = new QLineEdit(contentBox());
    m_reason->setObjectName(u"rollbackReason"_s);
    m_reason->setMaxLength(kLongestReason);
    m_reasonName->setBuddy(m_reason);
    reasonRow->addWidget(m_reasonName);
    reasonRow->addWidget(m_reason, 1);
    content()->addSpacing(4);
    content()->addLayout(reasonRow);
}

QLabel *RollbackSheet::addFact(QGridLayout *grid, QLabel *&name, const QString &objectName)
{
    const int row = grid->count() == 0 ? 0 : grid->rowCount();
    name = new QLabel(contentBox());
    name->setProperty("muted", true);
    auto *value = new QLabel(contentBox());
    value->setObjectName(objectName);
    value->setWordWrap(true);
    grid->addWidget(name, row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1, Qt::AlignTop);
    return value;
}

QLabel *RollbackSheet::addNote(const QString &objectName)
{
    auto *note = new QLabel(contentBox());
    note->setObjectName(objectName);
    note->setWordWrap(true);
    content()->addWidget(note);
    return note;
}

void RollbackSheet::setContext(const Context &context)
{
    m_context = context;
    if (!isWorking())
        update();
}

void RollbackSheet::setChanges(const QString &text, bool canShow)
{
    m_changesText = text;
    m_compare->setEnabled(canShow);
    setPlainText(m_changes, text.isEmpty() ? tr("Reading the code…") : text);
}

QString RollbackSheet::reason() const
{
    return m_reason->text().trimmed();
}

void RollbackSheet::clearReason()
{
    m_reason->clear();
}

bool RollbackSheet::isProduction() const
{
    return m_context.environment == kProduction;
}

void RollbackSheet::confirm()
{
    emit rollbackRequested();
}

bool RollbackSheet::enterConfirms() const
{
    return !isProduction();
}

QWidget *RollbackSheet::firstField() const
{
    // A key pressed a moment too long must not take production back.
    return isProduction() ? static_cast<QWidget *>(m_reason) : confirmButton();
}

void RollbackSheet::update()
{
    const QString routine = oneLine(m_context.routine, 60);
    const QString live =
        m_context.liveText.isEmpty() ? tr("nothing") : oneLine(m_context.liveText, kLongestShares);
    const QString target = oneLine(m_context.targetText, kLongestShares);
    //: what is live → what will be live
    const QString way = tr("%1 → %2").arg(live, target);
    setTitle(tr("%1: %2", "routine: what goes → what comes").arg(routine, way),
             isProduction() ? tr("PRODUCTION") : tr("STAGING"));
    //: %1 is "v18 → v15"
    QString line = isProduction() ? tr("Production: %1").arg(way) : tr("Staging: %1").arg(way);
    if (!m_context.wasLive.isEmpty())
        line += u" ("_s + oneLine(m_context.wasLive) + u')';
    setPlainText(m_way, line);
    updateNotes();
    QString text = isProduction() ? tr("Roll Back Production to %1").arg(target)
                                  : tr("Roll Back Staging to %1").arg(target);
    if (m_context.isUndo)
        text = isProduction() ? tr("Put %1 Back into Production").arg(target)
                              : tr("Put %1 Back on Staging").arg(target);
    confirmButton()->setText(actionText(text));
    confirmButton()->setAccessibleName(text);
    setConfirmAllowed(m_context.obstacle.isEmpty(), m_context.obstacle);
    const Theme &theme = themes().current();
    setBand(isProduction() ? &theme.production : &theme.staging);
}

void RollbackSheet::updateNotes()
{
    QString first;
    if (!m_context.obstacle.isEmpty())
        first = m_context.obstacle;
    else if (!m_context.copied.isEmpty())
        first = tr("%1 is gone from the service: its code is uploaded again from your archive "
                   "first, as a new version.")
                    .arg(oneLine(m_context.copied, kLongestShares));
    setPlainText(m_copied, first);
    m_copied->setVisible(!first.isEmpty());
    setPlainText(m_variables,
                 tr("Environment variables stay as they are; a version sees those it was saved "
                    "with."));
    setPlainText(m_elsewhere, isProduction() ? tr("KV data and staging stay as they are.")
                                             : tr("KV data and production stay as they are."));
}

void RollbackSheet::restyle()
{
    update();
    const WindowColors &colors = themes().current().window;
    m_copied->setStyleSheet(u"color: %1;"_s.arg(themes().current().warning.text.name()));
    for (QLabel *note : {m_variables, m_elsewhere})
        note->setStyleSheet(u"color: %1;"_s.arg(colors.muted.name()));
    QWidget::update();
}

void RollbackSheet::retranslate()
{
    m_wayName->setText(tr("Goes back"));
    m_changesName->setText(tr("Changes"));
    m_compare->setText(tr("Show Changes"));
    m_compare->setAccessibleName(tr("Show what rolling back would change"));
    m_reasonName->setText(tr("&Reason"));
    m_reason->setAccessibleName(tr("Reason for rolling back"));
    m_reason->setPlaceholderText(tr("Optional; can be entered in the ledger afterwards"));
    setChanges(m_changesText, m_compare->isEnabled());
    update();
    Sheet::retranslate();
}

} // namespace edgewright
