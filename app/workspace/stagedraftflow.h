// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/deploymentflow.h"

namespace edgewright {

/// The id of the slot that staging runs before a version is made of what is in it.
inline constexpr QLatin1StringView kStagingSlot{"unstable"};

/// Puts a text on staging before it is a version (API.md §2.2): upload form → form POST → read
/// back. Staging then runs the service's one shared slot, whatever it ran before. One use per
/// object; GUI thread.
class StageDraftFlow final : public DeploymentFlow {
    Q_OBJECT

public:
    enum class Step { Idle, Preparing, Uploading, ReadingBack, Done };

    struct Request {
        QString routine;
        QByteArray code;
        QString reason; ///< For the ledger.
    };

    StageDraftFlow(Connection &connection, Ledger &ledger, QObject *parent = nullptr);

    /// The answer is the routine as it is afterwards. A text that is no code, is empty or too large
    /// fails before anything is sent.
    void start(Request request);
    /// Until the upload is sent: it goes live at once.
    [[nodiscard]] bool canCancel() const override { return m_step < Step::Uploading; }
    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] const Deployment &before() const { return m_before; }
    [[nodiscard]] static QString describe(Step step);

signals:
    void stepChanged(edgewright::StageDraftFlow::Step step);
    void progressed(qint64 sent, qint64 total);

private:
    [[nodiscard]] Error cancelled() const override;
    [[nodiscard]] Error left() const override;
    [[nodiscard]] std::optional<Error> refusal() const;
    void recordIntent(const Routine &before);
    void prepare();
    void upload(const UploadForm &form);
    void readCode(const std::optional<Error> &lostAnswer);
    [[nodiscard]] static QString describeUnread();
    [[nodiscard]] static QString describeUntouched();
    void stayInDoubt(const Error &cause);
    void judge(const Routine &routine, const std::optional<Error> &lostAnswer) override;
    void onEnd(bool isDone, const ActCompletion &completion) override;
    void enter(Step step);

    Request m_request;
    Deployment m_before;
    Step m_step = Step::Idle;
};

} // namespace edgewright
