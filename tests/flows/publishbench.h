// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/messagebar.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "flows/trafficbench.h"
#include "history/historypanel.h"
#include "publish/publishsheet.h"
#include "shell/publishcontroller.h"

namespace edgewright::test {

/// Everything is tried and everything often: takes long, so it has its own command (./dev faults).
[[nodiscard]] inline bool isThorough()
{
    return qEnvironmentVariableIsSet("EDGEWRIGHT_ALL_FAULTS");
}

/// What is done with the publish sheet of a window, what it says, and what has come of it: asked of
/// the service by the colleague.
class PublishBench final {
public:
    static constexpr int kWaitMs = 30'000;
    inline static const QByteArray kMine = "// mine\n";

    /// \p faults for the sandbox: {"--fault", "…"}.
    explicit PublishBench(const QStringList &faults = {})
        : m_traffic(kPlenty + faults)
    {
    }

    [[nodiscard]] TrafficBench &traffic() { return m_traffic; }
    [[nodiscard]] Workbench &window() { return m_traffic.window(); }
    [[nodiscard]] RoutineService &colleague() { return m_traffic.colleague(); }

    /// With kMine at the beginning of the draft.
    [[nodiscard]] bool open()
    {
        if (!m_traffic.open())
            return false;
        m_original = draft().text();
        draft().page().editor().insert(QString::fromUtf8(kMine));
        m_sends = {sends(QStringLiteral("PublishRoutineCodeVersion")),
                   sends(QStringLiteral("CommitRoutineStagingCode"))};
        return draft().text() == kMine + m_original;
    }

    [[nodiscard]] DraftPage &draft()
    {
        return *window().shell().documents.draftOf(window().services().connection().account().id,
                                                   TrafficBench::kRoutine);
    }
    /// The draft's text before anything was typed: that of its base.
    [[nodiscard]] const QByteArray &original() const { return m_original; }

    /// Opens the sheet for the draft, or for a version of that name, and waits for its checks.
    [[nodiscard]] bool openSheet(const QString &environment, const QString &version = {})
    {
        askForSheet(environment, version);
        return isChecked();
    }
    void askForSheet(const QString &environment, const QString &version = {})
    {
        if (version.isEmpty())
            controller().open(environment);
        else
            controller().openVersion(m_traffic.id(version), environment);
    }
    [[nodiscard]] bool isChecked()
    {
        return QTest::qWaitFor(
            [this] {
                const auto *title = window().find<QLabel>("publishChecksTitle");
                return title && !title->text().contains(QStringLiteral("under way"));
            },
            kWaitMs);
    }

    [[nodiscard]] PublishController &controller()
    {
        return *window().window().findChild<PublishController *>();
    }
    [[nodiscard]] PublishSheet *sheet() { return window().find<PublishSheet>("publishSheet"); }
    [[nodiscard]] QAbstractButton *confirmButton()
    {
        return sheet() ? sheet()->findChild<QAbstractButton *>(QStringLiteral("sheetConfirm"))
                       : nullptr;
    }

    /// Confirms and waits until nothing runs any more.
    [[nodiscard]] bool publish() { return m_traffic.confirm("publishSheet") && isDone(); }
    [[nodiscard]] bool isDone()
    {
        return QTest::qWaitFor([this] { return !controller().isRunning(); }, kWaitMs);
    }

    /// Everything the window says of it: sheets and bars.
    [[nodiscard]] QString said()
    {
        QStringList parts;
        for (const char *place : {"publishSheet", "saveVersionSheet", "publishedBar"})
            parts.append(m_traffic.said(place, "messageText"));
        const MessageBar &messages = window().shell().messages;
        if (messages.isVisible())
            parts.append(messages.text());
        parts.removeAll(QString());
        return parts.join(QLatin1Char('\n'));
    }

    /// "v5": what the live strip shows.
    [[nodiscard]] QString shown(const QString &environment)
    {
        const auto *lamp = window().find<QAbstractButton>(
            environment == kProduction ? "productionLamp" : "stagingLamp");
        const QString spoken = lamp ? lamp->accessibleName() : QString();
        return spoken.section(QStringLiteral(": "), 1)
            .section(QStringLiteral(", "), 0, 0)
            .replace(QChar::Nbsp, QLatin1Char(' '));
    }

    /// Of the service: numbered versions, newest first.
    [[nodiscard]] QStringList versions()
    {
        QStringList ids;
        const Result<VersionList> list =
            wait(colleague().listVersions(TrafficBench::kRoutine), kWaitMs);
        for (const CodeVersion &version : list ? list->versions : QList<CodeVersion>()) {
            if (!version.isUnstable)
                ids.append(version.id);
        }
        return ids;
    }
    [[nodiscard]] QString liveId(const QString &environment)
    {
        const Result<Routine> routine =
            wait(colleague().fetchRoutine(TrafficBench::kRoutine), kWaitMs);
        return routine ? routine->deploymentIn(environment).mainVersionId()
                       : QStringLiteral("unknown");
    }
    [[nodiscard]] QByteArray codeOf(const QString &versionId)
    {
        const Result<VersionBody> body =
            wait(colleague().fetchBody(TrafficBench::kRoutine, versionId), kWaitMs);
        return body ? body->bytes : QByteArray();
    }

    /// The colleague saves that as a version; its id, empty when it failed.
    [[nodiscard]] QString colleagueSaves(const QByteArray &code)
    {
        const auto form = wait(
            colleague().requestUpload(TrafficBench::kRoutine, QStringLiteral("theirs")), kWaitMs);
        if (!form || !wait(colleague().upload(*form, code), kWaitMs))
            return {};
        const auto id = wait(
            colleague().commitUpload(TrafficBench::kRoutine, QStringLiteral("theirs")), kWaitMs);
        return id ? *id : QString();
    }
    [[nodiscard]] bool colleaguePublishes(const QString &versionId, const QString &environment)
    {
        return wait(colleague().publish(TrafficBench::kRoutine, environment,
                                        {{.versionId = versionId}}),
                    kWaitMs)
            .hasValue();
    }

    /// How often publishing, or making a version, was sent since open().
    [[nodiscard]] int publications()
    {
        return sends(QStringLiteral("PublishRoutineCodeVersion")) - m_sends.first;
    }
    [[nodiscard]] int commits()
    {
        return sends(QStringLiteral("CommitRoutineStagingCode")) - m_sends.second;
    }

    /// The same service with other faults, or without any; what it answers is read by nobody else
    /// meanwhile.
    void restartService(const QStringList &faults = {})
    {
        m_traffic.sandbox().killAndRestart(kPlenty + faults);
    }

private:
    inline static const QStringList kPlenty{QStringLiteral("--rate"), QStringLiteral("100000"),
                                            QStringLiteral("--version-quota"),
                                            QStringLiteral("1000")};

    [[nodiscard]] int sends(const QString &operation)
    {
        return m_traffic.sandbox().sends(operation);
    }

    TrafficBench m_traffic;
    QByteArray m_original;
    std::pair<int, int> m_sends;
};

} // namespace edgewright::test
