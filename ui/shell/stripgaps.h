// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/livestrip.h"
#include "shell/shellcontext.h"

#include <QSet>
#include <QTimer>

#include <array>

namespace edgewright {

/// Counts the lines that differ between production, the draft and staging of the routine on
/// screen, in the background; the newest texts win. Code that is not known is asked for once.
class StripGaps final : public QObject {
    Q_OBJECT

public:
    explicit StripGaps(const ShellContext &shell, QObject *parent = nullptr);

    /// Looks soon at what there is to compare.
    void update();
    /// While somebody types: once she pauses.
    void updateLater();

private:
    struct Side {
        QString key;                    ///< What tells it from another text; empty: there is none.
        std::optional<QByteArray> code; ///< Nothing while it is being read.
    };

    void look();
    void compare(LiveStrip::Gap gap, const Side &left, const Side &right);
    void show(LiveStrip::Gap gap, const GapButton::Count &count);
    [[nodiscard]] Side live(const QString &environment);
    [[nodiscard]] Side draft() const;
    void ask(const QString &versionId);
    void forget();

    ShellContext m_shell;
    QTimer m_soon;
    QString m_subject;               ///< Account and routine.
    QSet<QString> m_asked;           ///< Versions whose code was asked for.
    std::array<QString, 3> m_wanted; ///< The newest pair of each gap.
    std::array<bool, 3> m_isCounted{};
};

} // namespace edgewright
