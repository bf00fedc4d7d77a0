// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/routineservice.h"

#include <QNetworkAccessManager>

#include <functional>
#include <memory>

namespace edgewright {

class SandboxProcess;

/// Somebody else with the tour's account, on the same sandbox: what the window does not know of.
/// One thing at a time.
class TourColleague final : public QObject {
    Q_OBJECT

public:
    /// \p sandbox must outlive the colleague.
    explicit TourColleague(SandboxProcess &sandbox, QObject *parent = nullptr);
    ~TourColleague() override;

    /// Deletes the oldest \p count versions that are live nowhere.
    void makeRoom(const QString &routine, int count);
    void save(const QString &routine, const QByteArray &code);

    [[nodiscard]] bool isDone() const { return m_isDone; }
    /// What could not be done; empty while all went well.
    [[nodiscard]] const QString &complaint() const { return m_complaint; }

private:
    void begin(const std::function<void()> &task);
    void fail(const Error &error);
    void deleteNext(const QString &routine, QStringList candidates, int count);
    void upload(const QString &routine, const UploadForm &form, const QByteArray &code);

    SandboxProcess &m_sandbox;
    QNetworkAccessManager m_network;
    std::unique_ptr<RoutineService> m_service;
    bool m_isDone = true;
    QString m_complaint;
};

} // namespace edgewright
