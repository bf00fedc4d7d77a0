// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/comparesource.h"
#include "shell/shellcontext.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QListWidget;

namespace edgewright {

class CompareSources;
class FilterField;

/// One side of a comparison to be chosen: a routine, and what there is of it; a file or the
/// clipboard instead.
class CompareChoice final : public QWidget {
    Q_OBJECT

public:
    /// \p name makes object names unique: "left". Everything outlives the widget.
    CompareChoice(const QString &name, const ShellContext &shell, CompareSources &sources,
                  QWidget *parent = nullptr);

    /// "Left" and the like, in the language of now.
    void setTitle(const QString &title);
    void select(const CompareSource &source);
    /// Nothing while no row is current, or nothing matches the filter.
    [[nodiscard]] std::optional<CompareSource> source() const;
    /// The field for the routine; the filter otherwise.
    void focusRoutine();
    void focusFilter();

signals:
    void changed();
    void chosen(); ///< With Enter or a double click.

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void connectParts();
    void fillRoutines();
    void showRoutine();
    void rebuild();
    void addRow(const CompareSource &source, const QString &text, const QString &tip = {});
    void addLive(const QString &routine);
    void addVersions();
    void readVersions(const QString &routine);
    void readSnapshots(const QString &routine);
    void filter();
    /// The row that stands for a file yet to be chosen is current.
    [[nodiscard]] bool isFileWanted() const;
    void activate();
    void askForFile();
    void chooseFile(const QString &path);
    void retranslate();

    const QString m_name;
    ShellContext m_shell;
    CompareSources &m_sources;
    QString m_title;
    QLabel *m_routineLabel;
    QComboBox *m_routine;
    FilterField *m_filter;
    QListWidget *m_list;
    QLabel *m_state;
    QList<CompareSource> m_rows;      ///< Of the list, in its order.
    QList<Snapshot> m_snapshots;      ///< Of the routine, once they were read.
    std::optional<FileSource> m_file; ///< Chosen by name.
    std::optional<CompareSource> m_wanted;
    bool m_isAsking = false;
    quint64 m_request = 0; ///< Answers to older requests are void.
};

} // namespace edgewright
