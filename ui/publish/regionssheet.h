// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/sheet.h"
#include "workspace/regionlistmodel.h"

class QComboBox;
class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace edgewright {

class FilterField;

/// Publishes one version to the ticked regions, in one go; shows what every environment runs, takes
/// regions away again and sets CPU time limits. Never confirmed by a plain Enter.
class RegionsSheet final : public Sheet {
    Q_OBJECT

public:
    struct Context {
        QString routine;
        QString versionId; ///< Empty: there is nothing to publish, only to look at.
        QString versionName;
        QString description;
    };

    RegionsSheet(const ThemeService &themes, QWidget *parent);

    /// Before open().
    void setContext(const Context &context);
    void untickAll() { m_model.clearTicks(); }
    void setItems(const QList<RegionListModel::Item> &items);
    /// Limits to choose from; empty: this service has none.
    void setLimits(const QStringList &limits);
    /// Why, for the ledger; may be empty.
    [[nodiscard]] QString reason() const;

signals:
    void publishRequested(const QStringList &environments);
    void removeRequested(const QStringList &environments);
    void limitRequested(const QString &environment, const QString &limit);

protected:
    void confirm() override;
    void updateOthers() override;
    [[nodiscard]] bool enterConfirms() const override { return false; }
    [[nodiscard]] QWidget *firstField() const override;
    void restyle() override;
    void retranslate() override;

private:
    void buildList();
    void buildFields();
    void buildLayout();
    void refresh();
    void updateLimit();
    /// Of the row with the focus; empty when there is none.
    [[nodiscard]] QString currentEnvironment() const;
    [[nodiscard]] QStringList tickedPresent() const;

    Context m_context;
    RegionListModel m_model;
    QSortFilterProxyModel *m_rows = nullptr;
    QLabel *m_version = nullptr;
    FilterField *m_filter = nullptr;
    QPushButton *m_untick = nullptr;
    QTreeView *m_list = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_remove = nullptr;
    QLabel *m_limitName = nullptr;
    QComboBox *m_limit = nullptr;
    QPushButton *m_setLimit = nullptr;
    QLabel *m_reasonName = nullptr;
    QLineEdit *m_reason = nullptr;
};

} // namespace edgewright
