// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/sharesfield.h"

class QRadioButton;

namespace edgewright {

/// How much of the traffic a version is to get: all of it, chosen at first, or a part beside the
/// one that is live.
class TrafficField final : public QWidget {
    Q_OBJECT

public:
    using Version = SharesField::Version;

    explicit TrafficField(QWidget *parent = nullptr);

    /// \p chosen may be no version yet, without an id; \p other is live. Another place to publish
    /// to, or something else being live, is another decision: all of it is chosen again.
    void setVersions(const Version &chosen, const Version &other);
    void chooseAll();
    /// The shares, shown while a part is chosen; to be put below, where there is more width.
    [[nodiscard]] QWidget *part() const { return m_shares; }
    [[nodiscard]] bool isPart() const;
    /// Of the chosen version, in percent.
    [[nodiscard]] int share() const;
    /// The other one first.
    [[nodiscard]] QList<VersionShare> shares() const;

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Version m_chosen;
    Version m_other;
    QRadioButton *m_all;
    QRadioButton *m_part;
    SharesField *m_shares;
};

} // namespace edgewright
