// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

#include <QPushButton>

namespace edgewright {

/// One lamp of the live strip: a word on its tone, what it is about, and since when.
class LampButton final : public QPushButton {
    Q_OBJECT

public:
    struct Content {
        QString word;      ///< Starts the accessible name, too.
        QString shortWord; ///< Where there is little room.
        QString value;
        QString shortValue; ///< Likewise.
        QString note;
        bool isMarked = false; ///< Something to be seen here; the tool tip says what.
    };

    /// How much is shown; what is spoken stays the same.
    enum class Room { All, WithoutNote, Short };

    explicit LampButton(QWidget *parent = nullptr);

    void setColors(const TonePair &tone, const WindowColors &colors);
    void setContent(const Content &content);
    /// Greyed: there is nothing behind it, or it is not known yet.
    void setLit(bool lit);
    void setRoom(Room room);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    /// By right click, the Menu key or Shift+F10.
    void menuRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont wordFont() const;
    [[nodiscard]] QString word() const;
    [[nodiscard]] QString value() const;
    [[nodiscard]] QString note() const;

    TonePair m_tone;
    WindowColors m_colors;
    Content m_content;
    Room m_room = Room::All;
    bool m_lit = false;
};

} // namespace edgewright
