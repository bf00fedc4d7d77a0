// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/regionssheet.h"

#include "common/filterfield.h"
#include "common/plaintext.h"
#include "common/taborder.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kLongestReason = 500;
constexpr int kListHeight = 260;
constexpr int kNameWidth = 230;
constexpr int kRunsWidth = 170;

} // namespace

RegionsSheet::RegionsSheet(const ThemeService &themes, QWidget *parent)
    : Sheet(themes, parent)
    , m_rows(new QSortFilterProxyModel(this))
{
    setObjectName(u"regionsSheet"_s);
    buildList();
    buildFields();
    buildLayout();
    connect(&m_model, &RegionListModel::tickedChanged, this, &RegionsSheet::refresh);
    RegionsSheet::retranslate();
    RegionsSheet::restyle();
}

void RegionsSheet::buildList()
{
    m_rows->setSourceModel(&m_model);
    m_rows->setFilterRole(RegionListModel::FilterRole);
    m_rows->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list = new QTreeView(contentBox());
    m_list->setObjectName(u"regionList"_s);
    m_list->setModel(m_rows);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMinimumHeight(kListHeight);
    m_list->header()->setObjectName(u"regionColumns"_s);
    m_list->header()->setSectionsMovable(false);
    m_list->setColumnWidth(RegionListModel::Name, kNameWidth);
    m_list->setColumnWidth(RegionListModel::Runs, kRunsWidth);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RegionsSheet::updateLimit);
    m_filter = new FilterField(themes(), contentBox());
    m_filter->setObjectName(u"regionFilter"_s);
    m_filter->setView(m_list);
    connect(m_filter, &QLineEdit::textChanged, m_rows,
            &QSortFilterProxyModel::setFilterFixedString);
}

void RegionsSheet::buildFields()
{
    const auto button = [this](const QString &name) {
        auto *made = new QPushButton(contentBox());
        made->setObjectName(name);
        made->setAutoDefault(false);
        return made;
    };
    m_version = new QLabel(contentBox());
    m_version->setObjectName(u"regionsVersion"_s);
    m_version->setWordWrap(true);
    m_untick = button(u"regionsUntick"_s);
    connect(m_untick, &QPushButton::clicked, &m_model, &RegionListModel::clearTicks);
    m_note = new QLabel(contentBox());
    m_note->setObjectName(u"regionsNote"_s);
    m_note->setWordWrap(true);
    m_remove = button(u"regionsRemove"_s);
    connect(m_remove, &QPushButton::clicked, this,
            [this] { emit removeRequested(tickedPresent()); });
    m_limitName = new QLabel(contentBox());
    m_limit = new QComboBox(contentBox());
    m_limit->setObjectName(u"regionsLimit"_s);
    m_limitName->setBuddy(m_limit);
    connect(m_limit, &QComboBox::currentIndexChanged, this, [this] { updateLimit(); });
    m_setLimit = button(u"regionsSetLimit"_s);
    connect(m_setLimit, &QPushButton::clicked, this,
            [this] { emit limitRequested(currentEnvironment(), m_limit->currentText()); });
    m_reasonName = new QLabel(contentBox());
    m_reasonName->setProperty("muted", true);
    m_reason = new QLineEdit(contentBox());
    m_reason->setObjectName(u"regionsReason"_s);
    m_reason->setMaxLength(kLongestReason);
    m_reasonName->setBuddy(m_reason);
}

void RegionsSheet::buildLayout()
{
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_filter, 1);
    top->addWidget(m_untick);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_remove);
    tools->addStretch();
    tools->addWidget(m_limitName);
    tools->addWidget(m_limit);
    tools->addWidget(m_setLimit);
    auto *why = new QHBoxLayout;
    why->setSpacing(24);
    why->addWidget(m_reasonName);
    why->addWidget(m_reason, 1);
    content()->addWidget(m_version);
    content()->addLayout(top);
    content()->addWidget(m_list, 1);
    content()->addLayout(tools);
    content()->addLayout(why);
    content()->addWidget(m_note);
    tabInOrder({m_filter, m_untick, m_list, m_remove, m_limit, m_setLimit, m_reason});
}

void RegionsSheet::setContext(const Context &context)
{
    if (context.routine != m_context.routine || context.versionId != m_context.versionId) {
        m_reason->clear();
        m_model.clearTicks();
        m_filter->clear();
    }
    m_context = context;
    setIdle();
    refresh();
}

void RegionsSheet::setItems(const QList<RegionListModel::Item> &items)
{
    m_model.setItems(items);
    refresh();
}

void RegionsSheet::setLimits(const QStringList &limits)
{
    m_limit->clear();
    m_limit->addItems(limits);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_limitName, m_limit, m_setLimit})
        widget->setVisible(!limits.isEmpty());
    m_list->setColumnHidden(RegionListModel::Limit, limits.isEmpty());
    updateLimit();
}

QString RegionsSheet::reason() const
{
    return m_reason->text().trimmed();
}

QString RegionsSheet::currentEnvironment() const
{
    return m_list->currentIndex().data(RegionListModel::EnvironmentRole).toString();
}

QStringList RegionsSheet::tickedPresent() const
{
    QStringList present = m_model.ticked();
    present.removeIf([this](const QString &environment) {
        return std::ranges::none_of(m_model.items(), [&](const RegionListModel::Item &item) {
            return item.environment == environment && item.isPresent;
        });
    });
    return present;
}

void RegionsSheet::confirm()
{
    emit publishRequested(m_model.ticked());
}

QWidget *RegionsSheet::firstField() const
{
    return m_filter;
}

void RegionsSheet::refresh()
{
    const QString name = oneLine(m_context.versionName, 40);
    const int count = static_cast<int>(m_model.ticked().size());
    setTitle(name.isEmpty() ? tr("%1: regions", "routine").arg(oneLine(m_context.routine, 60))
                            : tr("%1: %2 goes to regions", "routine: version")
                                  .arg(oneLine(m_context.routine, 60), name),
             tr("REGIONS"));
    QString line = name;
    if (!m_context.description.trimmed().isEmpty())
        line += u" · "_s + oneLine(m_context.description);
    setPlainText(m_version, line);
    m_version->setVisible(!line.isEmpty());
    setPlainText(m_note,
                 tr("A region gets the version before anybody else does. Regions that have none of "
                    "their own are set up first."));
    m_untick->setEnabled(count > 0);
    const QString text = name.isEmpty()
                             ? tr("Publish to Regions")
                             : tr("Publish %1 to %n Region(s)", nullptr, count).arg(name);
    confirmButton()->setText(actionText(text));
    confirmButton()->setAccessibleName(text);
    const QString obstacle = m_context.versionId.isEmpty()
                                 ? tr("Select the version to publish in the list on the right.")
                                 : tr("Tick at least one region.");
    setConfirmAllowed(count > 0 && !m_context.versionId.isEmpty(), obstacle);
    updateLimit();
}

void RegionsSheet::updateOthers()
{
    const bool hasSome = !tickedPresent().isEmpty();
    m_remove->setEnabled(hasSome && !isInDoubt());
    m_remove->setToolTip(hasSome ? QString()
                                 : tr("Tick regions that run something of their own first."));
}

void RegionsSheet::updateLimit()
{
    const QModelIndex current = m_list->currentIndex();
    const QString limit = current.siblingAtColumn(RegionListModel::Limit).data().toString();
    const bool isPresent = current.data(RegionListModel::PresentRole).toBool();
    const QString place =
        oneLine(current.siblingAtColumn(RegionListModel::Name).data().toString(), 40);
    m_limitName->setText(place.isEmpty() ? tr("CPU &time limit")
                                         //: %1 is an environment or a region
                                         : tr("CPU &time limit of %1").arg(actionText(place)));
    m_setLimit->setEnabled(isPresent && m_limit->currentIndex() >= 0
                           && m_limit->currentText() != limit);
    m_setLimit->setToolTip(isPresent ? QString()
                                     : tr("Select a row that runs something of its own first."));
}

void RegionsSheet::restyle()
{
    setBand(&themes().current().staging);
    QWidget::update();
}

void RegionsSheet::retranslate()
{
    m_filter->setPurpose(tr("Filter regions"));
    m_list->setAccessibleName(tr("Regions and what they run"));
    m_list->header()->setAccessibleName(tr("Columns of the regions"));
    m_untick->setText(tr("&Untick All"));
    m_untick->setAccessibleName(tr("Untick all regions"));
    m_remove->setText(tr("&Remove Ticked Regions…"));
    m_remove->setAccessibleName(tr("Remove ticked regions from the routine"));
    m_setLimit->setText(tr("&Set"));
    m_setLimit->setAccessibleName(tr("Set the CPU time limit"));
    m_reasonName->setText(tr("R&eason"));
    m_reason->setAccessibleName(tr("Reason for publishing to regions"));
    m_reason->setPlaceholderText(tr("Optional; stays in the ledger on this computer"));
    m_model.retranslate();
    refresh();
    Sheet::retranslate();
}

} // namespace edgewright
