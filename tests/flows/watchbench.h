// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/messagebar.h"
#include "flows/trafficbench.h"
#include "history/historypanel.h"
#include "shell/watchcontroller.h"

#include <QCheckBox>
#include <QPlainTextEdit>

/// Publications that are watched, in the real window.
namespace edgewright::test {

inline QString message(TrafficBench &bench)
{
    return bench.window().shell().messages.text();
}

/// A version whose visitors get an error, saved by somebody else; its id.
inline QString brokenVersion(TrafficBench &bench)
{
    RoutineService &service = bench.colleague();
    const QByteArray code = "// sandbox: answer 500\nexport default { async fetch() {} };\n";
    const Result<UploadForm> form =
        wait(service.requestUpload(TrafficBench::kRoutine, QStringLiteral("broken")),
             TrafficBench::kWaitMs);
    if (!form || !wait(service.upload(*form, code), TrafficBench::kWaitMs))
        return {};
    const Result<QString> id =
        wait(service.commitUpload(TrafficBench::kRoutine, QStringLiteral("broken")),
             TrafficBench::kWaitMs);
    bench.window().services().history().refresh();
    const bool isListed =
        id
        && QTest::qWaitFor(
            [&] { return bench.window().services().history().version(*id).has_value(); },
            TrafficBench::kWaitMs);
    return isListed ? *id : QString();
}

/// Opens the publish sheet for an environment with a watch on www.example.com.
inline bool openWatched(TrafficBench &bench, const QString &versionId, bool rollBack,
                        const QString &environment = kProduction)
{
    constexpr std::chrono::milliseconds kPause{20};
    bench.window().window().findChild<WatchController *>()->setPlan(
        {.wait = kPause, .gap = kPause, .doubt = kPause, .looks = 3});
    emit bench.window().shell().historyPanel.publishRequested(versionId);
    if (!QTest::qWaitFor([&] { return bench.window().find<QWidget>("publishSheet"); },
                         TrafficBench::kWaitMs)
        || !bench.window().click(environment == kProduction ? "publishToProduction"
                                                            : "publishToStaging"))
        return false;
    auto *on = bench.window().find<QCheckBox>("watchOn");
    if (!on)
        return false;
    on->setChecked(true);
    auto *addresses = bench.window().find<QPlainTextEdit>("watchAddresses");
    // What is typed is looked at a while later only.
    if (const QString address = QStringLiteral("www.example.com/");
        addresses->toPlainText() != address)
        addresses->setPlainText(address);
    bench.window().find<QCheckBox>("watchRollBack")->setChecked(rollBack);
    return QTest::qWaitFor(
        [&] {
            return bench.said("publishSheet", "watchState")
                   == QStringLiteral("Now: www.example.com answers 200");
        },
        TrafficBench::kWaitMs);
}

} // namespace edgewright::test
