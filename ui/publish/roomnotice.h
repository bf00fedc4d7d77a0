// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"

#include <QStringList>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace edgewright {

/// The part of a sheet that proposes which versions to delete from the service when it takes no
/// more of them: what can go with the reason for each, and what stays. Asks nobody, deletes
/// nothing.
class RoomNotice final : public QWidget {
    Q_OBJECT

public:
    struct Choice {
        QString id;
        QString name;   ///< "v3"
        QString reason; ///< "oldest, not live since 3 Oct, archived"
        QString description;
        bool isChosen = false;

        [[nodiscard]] bool operator==(const Choice &other) const = default;
    };

    struct Content {
        QString headline;
        QList<Choice> choices; ///< The safest first.
        QString stays;         ///< Which ones stay and why; may be empty.
        int wanted = 1;        ///< At least so many have to be chosen.
        bool isOneOnly = true; ///< Choosing another takes the place of the one chosen.

        [[nodiscard]] bool operator==(const Content &other) const = default;
    };

    RoomNotice(const ThemeService &themes, QWidget *parent);

    /// What was chosen before stays chosen where it still can be.
    void setContent(const Content &content);
    void clear();
    /// In the order of the list.
    [[nodiscard]] QStringList chosenIds() const;
    [[nodiscard]] QStringList chosenNames() const;
    [[nodiscard]] bool isEnough() const;

signals:
    void choiceChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild(const QStringList &chosen);
    [[nodiscard]] QAbstractButton *makeButton(const Choice &choice);
    /// Cuts what does not fit; the tool tips have all of it.
    void fitTexts();
    void restyle();
    void retranslate();

    const ThemeService &m_themes;
    Content m_content;
    QLabel *m_headline = nullptr;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QLabel *m_stays = nullptr;
    QButtonGroup *m_group = nullptr;
    QList<QAbstractButton *> m_buttons; ///< In the order of the choices.
    QStringList m_texts;                ///< Theirs, whole.
};

} // namespace edgewright
