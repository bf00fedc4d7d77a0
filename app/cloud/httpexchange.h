// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/httptransport.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace edgewright {

class OneShotUpload;

/// One request on its way: reads the answer under the transport's limits and tells what became of
/// it. Made by HttpTransport; destroying it aborts the request without a word.
class HttpExchange final : public QObject {
    Q_OBJECT

public:
    /// \p upload is the body inside \p reply, null for a GET.
    HttpExchange(QByteArray label, QNetworkReply *reply, OneShotUpload *upload,
                 const TransportSettings &settings, QObject *owner);
    ~HttpExchange() override;
    Q_DISABLE_COPY_MOVE(HttpExchange)

    /// finished() follows at once, with ErrorCode::Cancelled; its delivery says whether the request
    /// may have been executed nevertheless.
    void cancel();

signals:
    /// Once, always from the event loop or from inside cancel().
    void finished(const edgewright::HttpOutcome &outcome);
    void uploaded(qint64 done, qint64 total);

private:
    enum class Abort { None, Cancelled, Deadline, TooLarge };

    void checkHeaders();
    void read();
    void withholdBody();
    void finish();
    void conclude();
    void abort(Abort reason);
    [[nodiscard]] Delivery deliveryOfFailure() const;
    [[nodiscard]] Error failure() const;
    void log(const HttpOutcome &outcome) const;

    QByteArray m_label;
    QPointer<QNetworkReply> m_reply;
    OneShotUpload *m_upload; ///< Lives in m_reply.
    TransportSettings m_settings;
    QTimer m_deadline;
    QElapsedTimer m_clock;
    HttpAnswer m_answer;
    Abort m_abort = Abort::None;
    bool m_bodyWithheld = false; ///< All of it, before the first byte was read.
};

} // namespace edgewright
