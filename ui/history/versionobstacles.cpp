// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/versionobstacles.h"

#include "common/plaintext.h"
#include "workspace/versionlistmodel.h"

#include <QCoreApplication>

namespace edgewright {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(edgewright::HistoryPanel)
};

QString nameOf(const QModelIndex &version)
{
    return oneLine(version.data(VersionListModel::NameRole).toString(), 40);
}

bool isOnlyHere(const QModelIndex &version)
{
    return !version.data(VersionListModel::OnServiceRole).toBool();
}

} // namespace

QString whyNotDelete(const QModelIndex &version, const Writability &service)
{
    if (!version.isValid())
        return Words::tr("Select one version to delete it.");
    if (isOnlyHere(version))
        return Words::tr("%1 is not on the service any more; the archive keeps it.")
            .arg(nameOf(version));
    if (const QString obstacle = service.whyNoChange(); !obstacle.isEmpty())
        return obstacle;
    if (version.data(VersionListModel::UnstableRole).toBool())
        return Words::tr("The staging slot is not a version of its own and cannot be deleted.");
    if (version.data(VersionListModel::ProductionRole).toInt() > 0)
        return Words::tr("%1 is live in production and cannot be deleted.").arg(nameOf(version));
    if (version.data(VersionListModel::StagingRole).toInt() > 0)
        return Words::tr("%1 is live in staging and cannot be deleted.").arg(nameOf(version));
    return {};
}

QString whyNotPublish(const QModelIndex &version, const Writability &service)
{
    if (!version.isValid())
        return Words::tr("Select one version to publish it.");
    if (isOnlyHere(version))
        return Words::tr("%1 is only on this computer: use its code as draft and save that as a "
                         "version to publish it.")
            .arg(nameOf(version));
    if (const QString obstacle = service.whyNoChange(); !obstacle.isEmpty())
        return obstacle;
    if (version.data(VersionListModel::UnstableRole).toBool())
        return Words::tr("The staging slot cannot be published: save it as a version first.");
    if (version.data(VersionListModel::LostRole).toBool())
        return Words::tr("The service has no code for %1.").arg(nameOf(version));
    const auto state = static_cast<VersionState>(version.data(VersionListModel::StateRole).toInt());
    if (state == VersionState::Preparing)
        return Words::tr("The service is still preparing %1.").arg(nameOf(version));
    if (state == VersionState::Failed)
        return Words::tr("The service could not prepare %1.").arg(nameOf(version));
    return {};
}

QString whyNotRead(const QModelIndex &version, const Writability &service)
{
    if (!version.isValid())
        return Words::tr("Select one version to use its code.");
    if (version.data(VersionListModel::HeldRole).toBool())
        return {};
    if (isOnlyHere(version))
        return Words::tr("The code of %1 was gone before it could be archived.")
            .arg(nameOf(version));
    return service.isWritable ? QString()
                              : Words::tr("The code of %1 is not in the archive yet. %2",
                                          "%2 says why the service cannot be asked")
                                    .arg(nameOf(version), service.reason);
}

} // namespace edgewright
