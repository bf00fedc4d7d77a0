// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

#include <QPushButton>

namespace edgewright {

/// One lamp of the live strip: a word on its tone, what it is about, and since when.
class LampButton final : public QPushButton {
    Q_OBJECT

public:
    explicit LampButton(QWidget *parent = nullptr);

    void setColors(const TonePair &tone, const WindowColors &colors);
    /// \p word also starts the accessible name.
    void setContent(const QString &word, const QString &value, const QString &note);
    /// Greyed: there is nothing behind it, or it is not known yet.
    void setLit(bool lit);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont wordFont() const;

    TonePair m_tone;
    WindowColors m_colors;
    QString m_word;
    QString m_value;
    QString m_note;
    bool m_lit = false;
};

} // namespace edgewright
