// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

#include <QPushButton>

namespace edgewright {

/// What lies between two lamps of the live strip: how many lines differ, on a line that joins them.
class GapButton final : public QPushButton {
    Q_OBJECT

public:
    /// What is known of the difference.
    struct Count {
        enum class State {
            Missing, ///< One of the two is not there.
            Unknown, ///< Being read or counted.
            Same,
            Different,
        };

        State state = State::Missing;
        quint64 added = 0;
        quint64 removed = 0;
        bool isExact = true; ///< False: the search for the smallest answer was cut short.

        [[nodiscard]] bool operator==(const Count &other) const = default;
    };

    explicit GapButton(QWidget *parent = nullptr);

    void setColors(const DiffColors &signs, const WindowColors &colors);
    void setCount(const Count &count);
    /// Both ends in words, for the accessible name: "production and the draft".
    void setEnds(const QString &ends);
    void setTight(bool tight);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Part {
        QString text;
        QColor color;
    };

    [[nodiscard]] QList<Part> parts() const;
    [[nodiscard]] int textWidth() const;
    [[nodiscard]] int lineLength() const;
    void retranslate();

    DiffColors m_signs;
    WindowColors m_colors;
    Count m_count;
    QString m_ends;
    bool m_isTight = false;
};

} // namespace edgewright
