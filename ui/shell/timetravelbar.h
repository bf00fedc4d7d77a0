// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;
class QPushButton;
class QSlider;
class QToolButton;

namespace edgewright {

class ElidedLabel;
class ThemeService;

/// Above the code: a slider over the versions of a routine, and who wrote the line of the caret.
/// Shows what it is told; text is foreign. Hidden while there is nothing in it.
class TimeTravelBar final : public QFrame {
    Q_OBJECT

public:
    /// \p themes must outlive the bar.
    explicit TimeTravelBar(const ThemeService &themes, QWidget *parent = nullptr);

    /// Oldest first; fewer than two take the slider away.
    void setVersions(const QStringList &names);
    /// \p index: the one on screen, which keeps the slider there; -1: none of them.
    void setCurrent(int index);
    /// Empty takes the line away; \p hasBefore: there is a version before the line came.
    void setOrigin(const QString &text, bool hasBefore);

signals:
    void versionWanted(int index);
    void beforeWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void updateWords();
    void restyle();
    void retranslate();
    void showRows();

    const ThemeService &m_themes;
    QStringList m_names;
    int m_current = -1;
    QWidget *m_walk;
    QToolButton *m_older;
    QSlider *m_slider;
    QToolButton *m_newer;
    QLabel *m_position;
    QWidget *m_line;
    ElidedLabel *m_origin;
    QPushButton *m_before;
};

} // namespace edgewright
