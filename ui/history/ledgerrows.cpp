// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/ledgerrows.h"

#include "common/icons.h"
#include "common/plaintext.h"
#include "common/times.h"
#include "workspace/ledgermodel.h"

using namespace Qt::StringLiterals;

namespace edgewright {

LedgerRows::LedgerRows(const ThemeService &themes, VersionNaming name, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_themes(themes)
    , m_name(std::move(name))
{
    connect(&themes, &ThemeService::changed, this, &LedgerRows::restyle);
    restyle();
}

LedgerEntry LedgerRows::entryOf(const QModelIndex &index)
{
    return index.data(LedgerModel::EntryRole).value<LedgerEntry>();
}

void LedgerRows::restyle()
{
    const Theme &theme = m_themes.current();
    m_done = icon(IconName::Success, theme.success.text);
    m_seen = icon(IconName::Info, theme.info.text);
    m_nothing = icon(IconName::Close, theme.window.muted);
    m_unknown = icon(IconName::Warning, theme.warning.text);
    m_pending = icon(IconName::Clock, theme.window.muted);
    retell();
}

void LedgerRows::retell()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    if (sourceModel() != nullptr)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

QVariant LedgerRows::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return words(entryOf(index), index.column());
    case Qt::ToolTipRole:
        return plainToolTip(explanation(entryOf(index), index.column()));
    case Qt::AccessibleTextRole:
        return index.column() == 0 ? spoken(entryOf(index)) : words(entryOf(index), index.column());
    case Qt::DecorationRole:
        return index.column() == LedgerModel::Outcome ? QVariant(iconOf(entryOf(index)))
                                                      : QVariant();
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant LedgerRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QIdentityProxyModel::headerData(section, orientation, role);
    switch (static_cast<LedgerModel::Column>(section)) {
    case LedgerModel::When:
        return tr("Time");
    case LedgerModel::Routine:
        return tr("Routine");
    case LedgerModel::Environment:
        return tr("Environment");
    case LedgerModel::What:
        return tr("What changed");
    case LedgerModel::Who:
        return tr("By");
    case LedgerModel::Outcome:
        return tr("Result");
    case LedgerModel::Reason:
        return tr("Reason");
    case LedgerModel::ColumnCount:
        break;
    }
    return {};
}

QString LedgerRows::words(const LedgerEntry &entry, int column) const
{
    const bool elsewhere = entry.kind == ActKind::ChangedElsewhere;
    switch (static_cast<LedgerModel::Column>(column)) {
    case LedgerModel::When:
        return momentWords(elsewhere ? entry.endedAt : entry.startedAt);
    case LedgerModel::Routine:
        return oneLine(entry.key.routine, 80);
    case LedgerModel::Environment:
        return environmentWords(entry.environment);
    case LedgerModel::What:
        return changeWords(entry, m_name);
    case LedgerModel::Who:
        return authorWords(entry);
    case LedgerModel::Outcome:
        return outcomeWords(entry);
    case LedgerModel::Reason:
        return oneLine(entry.reason);
    case LedgerModel::ColumnCount:
        break;
    }
    return {};
}

QString LedgerRows::explanation(const LedgerEntry &entry, int column) const
{
    if (column == LedgerModel::When && entry.kind == ActKind::ChangedElsewhere)
        return exactTime(entry.startedAt) + u"\n–\n"_s + exactTime(entry.endedAt);
    if (column == LedgerModel::When)
        return exactTime(entry.startedAt);
    if (column == LedgerModel::Reason)
        return visibleText(entry.reason, 2000);
    if (column != LedgerModel::Outcome)
        return words(entry, column);
    QStringList lines{outcomeWords(entry), outcomeAdvice(entry)};
    if (!entry.detail.isEmpty())
        lines.append(visibleText(entry.detail, 500));
    for (const QString &id : entry.requestIds)
        lines.append(tr("Request %1").arg(oneLine(id, 100)));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString LedgerRows::spoken(const LedgerEntry &entry) const
{
    QStringList parts;
    for (int column = 0; column < LedgerModel::ColumnCount; ++column)
        parts.append(words(entry, column));
    parts.removeAll(QString());
    return parts.join(u"; "_s);
}

QIcon LedgerRows::iconOf(const LedgerEntry &entry) const
{
    if (entry.kind == ActKind::ChangedElsewhere)
        return m_seen;
    switch (entry.outcome) {
    case ActOutcome::Pending:
        return m_pending;
    case ActOutcome::Done:
        return m_done;
    case ActOutcome::NothingHappened:
        return m_nothing;
    case ActOutcome::Unknown:
        break;
    }
    return m_unknown;
}

} // namespace edgewright
