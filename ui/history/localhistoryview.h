// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/localhistory.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace edgewright {

/// What the draft of the routine on screen once was, newest first, and what can be done with it.
/// Shows and asks, does nothing itself.
class LocalHistoryView final : public QWidget {
    Q_OBJECT

public:
    struct Row {
        Snapshot snapshot;
        QString baseName; ///< "v7"; empty when there is none.
        bool operator==(const Row &) const = default;
    };

    explicit LocalHistoryView(QWidget *parent = nullptr);

    /// What was selected stays selected.
    void setRows(const QList<Row> &rows);
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    /// Newest first.
    [[nodiscard]] QList<Snapshot> selected() const;

signals:
    /// To be read.
    void activated(const edgewright::Snapshot &snapshot);
    void compareWithDraftRequested(const edgewright::Snapshot &snapshot);
    void compareRequested(const edgewright::Snapshot &older, const edgewright::Snapshot &newer);
    void useAsDraftRequested(const edgewright::Snapshot &snapshot);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildLayout();
    void compareSelected();
    void updateButtons();
    void describeRows();
    void fitEmptyText();
    void retranslate();

    QList<Row> m_rows;
    QLabel *m_title;
    QLabel *m_empty;
    QListWidget *m_list;
    QPushButton *m_read;
    QPushButton *m_compare;
    QPushButton *m_use;
    QTimer m_minute;
};

} // namespace edgewright
