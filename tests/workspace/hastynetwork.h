// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QStringList>

namespace edgewright::test {

/// Waits only a moment for the answers of calls that are never answered, and for all others as
/// long as ever: how fast the machine is decides nothing.
class HastyNetwork final : public QNetworkAccessManager {
public:
    /// As the sandbox is told them: those that stall are not waited for.
    void hurry(const QStringList &faults)
    {
        m_hurried.clear();
        for (const QString &fault : faults) {
            if (fault.contains(QStringLiteral(":stall")))
                m_hurried.append(fault.section(QLatin1Char(':'), 0, 0).toLatin1());
        }
    }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override
    {
        const QByteArray action = request.rawHeader("x-acs-action");
        QNetworkRequest sent = request;
        if (m_hurried.contains(action.isEmpty() ? QByteArray("PostObject") : action))
            sent.setTransferTimeout(kMomentMs);
        return QNetworkAccessManager::createRequest(operation, sent, body);
    }

private:
    static constexpr int kMomentMs = 1'000;

    QByteArrayList m_hurried;
};

} // namespace edgewright::test
