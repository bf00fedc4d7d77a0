// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/servicefactory.h"
#include "flows/cutnetwork.h"
#include "flows/workbench.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "support/sandboxfixture.h"
#include "support/testing.h"
#include "workspace/publishchecker.h"

#include <QLabel>
#include <QListView>
#include <QMenu>

namespace edgewright::test {

/// The window and a colleague's program on the same sandbox with sample data: www-redirects, whose
/// production runs v5 and whose staging runs v7.
class TrafficBench final {
public:
    static constexpr int kWaitMs = kPatienceMs;

    explicit TrafficBench(const QStringList &faults = {})
        : m_sandbox(QStringList{QStringLiteral("--sample")} + faults)
        , m_colleague(createRoutineService(m_network, {.endpoint = m_sandbox.endpoint(),
                                                       .credentials = m_sandbox.credentials()}))
    {
    }

    /// False when www-redirects is not on the screen with all its code in the archive.
    [[nodiscard]] bool open()
    {
        m_bench.options().sandbox = false;
        m_bench.open();
        // What has been checked is told by the checks, not by the clock.
        if (auto *checker = m_bench.window().findChild<PublishChecker *>())
            checker->setPatience(std::chrono::milliseconds(kWaitMs));
        m_bench.services().connection().adopt(
            {.id = QStringLiteral("shared"),
             .name = QStringLiteral("Shared"),
             .endpoint = m_sandbox.endpoint()},
            createRoutineService(m_windowNetwork, {.endpoint = m_sandbox.endpoint(),
                                                   .credentials = m_sandbox.credentials()}));
        auto &model = m_bench.services().catalog().model();
        const auto isRead = [&model] {
            return model.rowOf(kRoutine) >= 0 && model.items().at(model.rowOf(kRoutine)).liveKnown;
        };
        if (!QTest::qWaitFor(isRead, kWaitMs))
            return false;
        auto *list = m_bench.find<QListView>("routineList");
        for (int row = 0; list && row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data().toString() == kRoutine)
                QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                                  list->visualRect(index).center());
        }
        return QTest::qWaitFor([this] { return isReady(); }, kWaitMs);
    }

    [[nodiscard]] Workbench &window() { return m_bench; }
    [[nodiscard]] RoutineService &colleague() { return *m_colleague; }
    [[nodiscard]] SandboxFixture &sandbox() { return m_sandbox; }
    /// The window's way to the service; the colleague has one of his own.
    [[nodiscard]] CutNetwork &network() { return m_windowNetwork; }

    /// The id of "v5".
    [[nodiscard]] QString id(const QString &name)
    {
        for (const VersionListModel::Item &item : m_bench.services().history().model().items()) {
            if (item.name == name)
                return item.version.id;
        }
        return {};
    }

    /// "v5", "v5 90 % · v7 10 %": what the service says.
    [[nodiscard]] QString liveOnService(const QString &environment)
    {
        const Result<Routine> routine = wait(m_colleague->fetchRoutine(kRoutine), kWaitMs);
        return routine ? text(routine->deploymentIn(environment).shares) : QStringLiteral("?");
    }

    /// What the window believes.
    [[nodiscard]] QString liveInWindow(const QString &environment)
    {
        const auto routine = m_bench.services().catalog().routine(kRoutine);
        return routine ? text(routine->deploymentIn(environment).shares) : QStringLiteral("?");
    }

    [[nodiscard]] bool colleaguePublishes(const QString &name, const QString &environment)
    {
        return wait(m_colleague->publish(kRoutine, environment, {{.versionId = id(name)}}), kWaitMs)
            .hasValue();
    }

    /// The window reads what is live again.
    [[nodiscard]] bool noticed(const QString &environment, const QString &expected)
    {
        m_bench.services().catalog().refreshRoutine(kRoutine);
        return QTest::qWaitFor([&] { return liveInWindow(environment) == expected; }, kWaitMs);
    }

    /// Triggers the entry of the lamp's menu whose text starts like that.
    [[nodiscard]] bool chooseInMenu(const char *lamp, const QString &start)
    {
        if (!m_bench.click(lamp))
            return false;
        auto *menu = m_bench.find<QMenu>("lampMenu");
        if (!menu)
            return false;
        for (QAction *action : menu->actions()) {
            if (action->text().remove(QLatin1Char('&')).startsWith(start) && action->isEnabled()) {
                action->trigger();
                menu->close();
                return true;
            }
        }
        return false;
    }

    /// Clicks the sheet's main button once it can be clicked.
    [[nodiscard]] bool confirm(const char *sheetName)
    {
        return QTest::qWaitFor(
            [this, sheetName] {
                auto *sheet = m_bench.find<QWidget>(sheetName);
                auto *button =
                    sheet ? sheet->findChild<QAbstractButton *>(QStringLiteral("sheetConfirm"))
                          : nullptr;
                if (!button || !button->isEnabled())
                    return false;
                QTest::mouseClick(button, Qt::LeftButton);
                return true;
            },
            kWaitMs);
    }

    /// The text of a label of a sheet or bar.
    [[nodiscard]] QString said(const char *place, const char *label)
    {
        auto *parent = m_bench.find<QWidget>(place);
        auto *found = parent ? parent->findChild<QLabel *>(QString::fromLatin1(label)) : nullptr;
        return found && found->isVisible() ? found->text().replace(QChar::Nbsp, QLatin1Char(' '))
                                           : QString();
    }

    inline static const QString kRoutine = QStringLiteral("www-redirects");

private:
    [[nodiscard]] bool isReady()
    {
        VersionHistory &history = m_bench.services().history();
        const DraftPage *page = m_bench.shell().documents.currentDraft();
        const auto &items = history.model().items();
        return page && page->isLoaded() && page->routine() == kRoutine && items.size() >= 7
               && !history.isRefreshing()
               && std::ranges::all_of(items, [](const VersionListModel::Item &item) {
                      return item.isHeld || item.version.isUnstable;
                  });
    }

    [[nodiscard]] QString text(const QList<VersionShare> &shares)
    {
        QList<NamedShare> named;
        for (const VersionShare &share : shares) {
            const QString name = m_bench.services().history().nameOf(share.versionId);
            named.append({.versionName = name.isEmpty() ? share.versionId : name,
                          .percentage = share.percentage});
        }
        std::ranges::sort(named, {}, &NamedShare::versionName);
        return describeShares(named).replace(QChar::Nbsp, QLatin1Char(' '));
    }

    SandboxFixture m_sandbox;
    QNetworkAccessManager m_network;
    CutNetwork m_windowNetwork;
    std::unique_ptr<RoutineService> m_colleague;
    Workbench m_bench;
};

} // namespace edgewright::test
