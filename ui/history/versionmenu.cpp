// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/versionmenu.h"

#include "common/plaintext.h"
#include "workspace/versionlistmodel.h"

namespace edgewright {

using namespace Qt::StringLiterals;

VersionMenu::VersionMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName(u"versionMenu"_s);
    setToolTipsVisible(true);
    add(VersionAct::Open, u"openVersion"_s);
    add(VersionAct::CompareWithDraft, u"compareVersionWithDraft"_s);
    add(VersionAct::CompareWithPrevious, u"compareVersionWithPrevious"_s);
    add(VersionAct::UseAsDraft, u"useVersionAsDraft"_s);
    addSeparator();
    add(VersionAct::Mark, u"markVersion"_s);
    add(VersionAct::Star, u"starVersion"_s);
    addSeparator();
    add(VersionAct::CopyId, u"copyVersionId"_s);
    add(VersionAct::Export, u"exportVersion"_s);
    addSeparator();
    add(VersionAct::Delete, u"deleteVersion"_s);
    retranslate();
}

void VersionMenu::add(VersionAct act, const QString &name)
{
    QAction *action = addAction(QString());
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, [this, act] { emit asked(act); });
    m_actions[static_cast<std::size_t>(act)] = action;
}

QAction &VersionMenu::action(VersionAct act) const
{
    return *m_actions[static_cast<std::size_t>(act)];
}

void VersionMenu::allow(VersionAct act, const QString &obstacle) const
{
    action(act).setEnabled(obstacle.isEmpty());
    action(act).setToolTip(plainToolTip(obstacle));
    action(act).setStatusTip(obstacle);
}

void VersionMenu::update(const QModelIndex &version, bool hasPrevious, const Writability &service)
{
    const QString unread = whyNotRead(version, service);
    const QString none = version.isValid() ? QString() : tr("Select one version.");
    const bool isSlot = version.data(VersionListModel::UnstableRole).toBool();
    const QString slot = isSlot ? tr("The staging slot is no version of its own.") : none;
    for (const VersionAct act : {VersionAct::Open, VersionAct::CompareWithDraft,
                                 VersionAct::UseAsDraft, VersionAct::Export})
        allow(act, unread);
    allow(VersionAct::CompareWithPrevious,
          unread.isEmpty() && !hasPrevious ? tr("There is no older version.") : unread);
    allow(VersionAct::Mark, slot);
    allow(VersionAct::Star, slot);
    allow(VersionAct::CopyId, none);
    allow(VersionAct::Delete, whyNotDelete(version, service));
    m_isStarred = version.data(VersionListModel::StarredRole).toBool();
    retranslate();
}

void VersionMenu::retranslate()
{
    action(VersionAct::Open).setText(tr("Open Read-Only"));
    action(VersionAct::CompareWithDraft).setText(tr("Compare with Draft"));
    action(VersionAct::CompareWithPrevious).setText(tr("Compare with Version Before"));
    action(VersionAct::UseAsDraft).setText(tr("Use Code as Draft"));
    action(VersionAct::Mark).setText(tr("Label and Note…"));
    action(VersionAct::Star).setText(m_isStarred ? tr("Remove Star") : tr("Star"));
    action(VersionAct::CopyId).setText(tr("Copy Version ID"));
    action(VersionAct::Export).setText(tr("Export…"));
    action(VersionAct::Delete).setText(tr("Delete from Service…"));
}

} // namespace edgewright
