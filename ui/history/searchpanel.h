// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivesearch.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QTreeView;

namespace edgewright {

class SearchRows;

/// The page of the bottom panel that finds a text in all versions of all routines, as it is typed.
/// Shows and asks, does nothing itself.
class SearchPanel final : public QWidget {
    Q_OBJECT

public:
    explicit SearchPanel(QWidget *parent = nullptr);

    /// The account in use and the routine on screen; either may be empty.
    void setSubject(const RoutineKey &subject);
    /// Ready to type; \p text (may be empty) is proposed.
    void begin(const QString &text);

    void addHits(const QList<SearchHit> &hits);
    void showSummary(const SearchSummary &summary);

signals:
    /// An empty text: nothing is looked for any more.
    void searchRequested(const edgewright::ArchiveQuery &query);
    void stopRequested();
    void hitActivated(const edgewright::SearchHit &hit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum Scope { ThisRoutine, AllRoutines };

    void buildLayout();
    void connectParts();
    void search();
    void openCurrent();
    void tellState();
    void retranslate();
    [[nodiscard]] ArchiveQuery query() const;

    RoutineKey m_subject;
    SearchRows *m_rows;
    QLabel *m_fieldName;
    QLineEdit *m_field;
    QToolButton *m_case;
    QToolButton *m_regex;
    QLabel *m_scopeName;
    QComboBox *m_scope;
    QPushButton *m_stop;
    QLabel *m_state;
    QTreeView *m_tree;
    QTimer m_pause; ///< After typing.
    std::optional<ArchiveQuery> m_asked;
    std::optional<SearchSummary> m_summary; ///< Of a search that is over.
};

} // namespace edgewright
