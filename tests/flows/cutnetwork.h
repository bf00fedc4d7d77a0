// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>

namespace edgewright::test {

/// A network that works until a certain change was sent, and from then on reaches nobody with calls
/// of a certain kind: what no fault of the service can do at the right moment.
class CutNetwork final : public QNetworkAccessManager {
public:
    /// Names of operations; \p lost is cut off after \p sent was sent.
    void cut(const QByteArray &sent, const QByteArray &lost)
    {
        m_sent = sent;
        m_lost = lost;
        m_isCut = false;
    }
    void mend() { cut({}, {}); }
    [[nodiscard]] bool isCut() const { return m_isCut; }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override
    {
        const QByteArray action = request.rawHeader("x-acs-action");
        QNetworkRequest sent = request;
        if (m_isCut && action == m_lost) {
            QUrl nowhere = request.url();
            nowhere.setPort(1);
            sent.setUrl(nowhere);
        }
        m_isCut = m_isCut || (!m_sent.isEmpty() && action == m_sent);
        return QNetworkAccessManager::createRequest(operation, sent, body);
    }

private:
    QByteArray m_sent;
    QByteArray m_lost;
    bool m_isCut = false;
};

} // namespace edgewright::test
