// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/routinetypes.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;

namespace edgewright {

/// Shares traffic out between two versions: a number, a slider and the usual first steps; what the
/// one gets the other loses, so that both always add up to 100 %.
class SharesField final : public QWidget {
    Q_OBJECT

public:
    struct Version {
        QString id;
        QString name; ///< "v18"; foreign text when it is no number.
    };

    explicit SharesField(QWidget *parent = nullptr);

    /// \p chosen is the one whose share is set; \p other gets the rest.
    void setVersions(const Version &chosen, const Version &other);
    /// Of the chosen version, from 1 to 99 %; changed() follows when it is another one.
    void setShare(int percentage);
    [[nodiscard]] int share() const;
    /// The other one first; empty before setVersions().
    [[nodiscard]] QList<VersionShare> shares() const;

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void update();
    void retranslate();

    Version m_chosen;
    Version m_other;
    QLabel *m_chosenName;
    QSpinBox *m_number;
    QSlider *m_slider;
    QLabel *m_otherName;
    QLabel *m_rest;
    QLabel *m_presetsName;
    QList<QPushButton *> m_presets;
};

} // namespace edgewright
