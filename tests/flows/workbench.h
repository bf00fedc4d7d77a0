// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"
#include "shell/commandline.h"
#include "shell/language.h"
#include "shell/mainwindow.h"
#include "shell/settings.h"
#include "support/patience.h"

#include <QAbstractButton>
#include <QTemporaryDir>

namespace edgewright::test {

/// The whole program on the real sandbox with sample data, in folders that go with it; the window
/// can be closed and opened again on the same folders.
class Workbench {
public:
    Workbench()
        : m_settings(m_folder.path())
    {
        startServices();
        m_options.sandbox = true;
        m_options.language = QStringLiteral("en");
        m_options.theme = QStringLiteral("light");
    }

    /// The sandbox is spoken to in the first generation of the service.
    void useFirstGeneration()
    {
        m_options.sandbox = false;
        m_settings.setLastAccount(QStringLiteral("dcdn:sandbox"), QStringLiteral("Sandbox"), false);
    }

    void open()
    {
        m_window = std::make_unique<MainWindow>(MainWindow::Surroundings{.services = *m_services,
                                                                         .settings = m_settings,
                                                                         .themes = m_themes,
                                                                         .language = m_language});
        m_window->start(m_options);
        m_window->show();
    }

    void close()
    {
        m_window->close();
        m_services->connection().close();
        m_window.reset();
    }

    /// Closes the window and begins anew with nothing but what is on the disk.
    void restart()
    {
        close();
        restartClosed();
    }

    void restartClosed()
    {
        m_services.reset();
        startServices();
        open();
    }

    /// From the next restart on there is no service to connect to.
    void takeTheServiceAway() { m_sandboxProgram = QStringLiteral("/nowhere/edgewright-sandbox"); }
    void bringTheServiceBack() { m_sandboxProgram = QStringLiteral(EDGEWRIGHT_SANDBOX_PROGRAM); }

    [[nodiscard]] StartOptions &options() { return m_options; }
    [[nodiscard]] AppServices &services() { return *m_services; }
    [[nodiscard]] Language &language() { return m_language; }
    [[nodiscard]] ThemeService &themes() { return m_themes; }
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] const ShellContext &shell() { return m_window->shell(); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    void trigger(ActionId id) { m_window->actions().action(id).trigger(); }

    /// The visible widget of that object name; null when there is none.
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        for (T *widget : m_window->findChildren<T *>(QString::fromLatin1(name))) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    /// Once it can be clicked: what it depends on may still be on its way.
    [[nodiscard]] bool click(const char *name) const
    {
        QAbstractButton *button = nullptr;
        const auto isReady = [&] {
            button = find<QAbstractButton>(name);
            return button && button->isEnabled();
        };
        if (!QTest::qWaitFor(isReady, kPatienceMs))
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }

private:
    void startServices()
    {
        m_services = std::make_unique<AppServices>(
            AppServices::Folders{.data = m_folder.path(),
                                 .sandbox = m_folder.path() + QStringLiteral("/sandbox"),
                                 .sandboxProgram = m_sandboxProgram});
    }

    QTemporaryDir m_folder;
    QString m_sandboxProgram = QStringLiteral(EDGEWRIGHT_SANDBOX_PROGRAM);
    std::unique_ptr<AppServices> m_services;
    Settings m_settings;
    Language m_language;
    ThemeService m_themes;
    StartOptions m_options;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace edgewright::test
