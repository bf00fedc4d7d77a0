// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"
#include "shell/commandline.h"
#include "shell/language.h"
#include "shell/mainwindow.h"
#include "shell/settings.h"

#include <QTemporaryDir>

#include <memory>

namespace edgewright {

class Tour;

/// The program with its one window; lives from just after the QApplication to just before it goes.
class Application final {
public:
    explicit Application(const StartOptions &options);
    ~Application();
    Q_DISABLE_COPY_MOVE(Application)

    void start();

    [[nodiscard]] MainWindow &window() { return *m_window; }

private:
    [[nodiscard]] QString folder() const;

    const StartOptions m_options;
    /// The tour never touches the user's own drafts.
    std::unique_ptr<QTemporaryDir> m_tourData;
    Settings m_settings;
    Language m_language;
    ThemeService m_themes;
    AppServices m_services;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Tour> m_tour;
};

} // namespace edgewright
