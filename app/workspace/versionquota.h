// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/connection.h"
#include "workspace/keptfile.h"

namespace edgewright {

/// How many versions of a routine the service keeps for the account in use: what its plan says,
/// else what a refusal has taught, else what the user knows, else what is documented. GUI thread.
class VersionQuota final : public QObject {
    Q_OBJECT

public:
    enum class Source {
        Service, ///< The account's plan.
        Refusal, ///< The service refused one more than that.
        User,
        Documented,
    };

    /// \p connection must outlive this object.
    VersionQuota(Connection &connection, const QString &file, QObject *parent = nullptr);

    [[nodiscard]] int value() const;
    [[nodiscard]] Source source() const;
    /// The service refused another version while it held \p used ones, counted after the refusal.
    void learn(int used);
    /// The service holds that many: whoever says less is wrong.
    void note(int used);
    /// 0: takes it back.
    void setByUser(int versions);

signals:
    void changed();

private:
    struct Known {
        int learnt = 0;
        int byUser = 0;
    };

    void ask();
    void load();
    void keep();
    [[nodiscard]] Known &known();
    [[nodiscard]] Known known() const { return m_known.value(m_connection.account().id); }

    Connection &m_connection;
    KeptFile m_file;
    QHash<QString, Known> m_known; ///< By account.
    int m_told = 0;                ///< 0: the service did not say.
    bool m_isContradicted = false; ///< It refused what it had promised.
};

} // namespace edgewright
