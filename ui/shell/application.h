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

class SingleInstance;
class Tour;

/// The program with its one window; lives from just after the QApplication to just before it goes.
/// A second one on the same data brings the first to the front and ends.
class Application final : public QObject {
    Q_OBJECT

public:
    explicit Application(const StartOptions &options);
    ~Application() override;

    void start();

    /// Once it is open.
    [[nodiscard]] MainWindow &window() { return *m_window; }

private:
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString userFolder() const;
    /// Comparing files and the tour are nobody's rivals: they keep nothing of the user's.
    [[nodiscard]] bool isIndependent() const;
    void claimData();
    void openWindow();
    void bringToFront();
    void sayThatTheFirstDoesNotAnswer();

    const StartOptions m_options;
    /// Of an independent start, instead of the user's own.
    std::unique_ptr<QTemporaryDir> m_ownData;
    std::unique_ptr<SingleInstance> m_instance;
    Language m_language;
    ThemeService m_themes;
    // Nothing of the user's is touched before it is known that nobody else does.
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<AppServices> m_services;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Tour> m_tour;
};

} // namespace edgewright
