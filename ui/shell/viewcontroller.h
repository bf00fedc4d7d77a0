// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/actionregistry.h"
#include "shell/settings.h"

#include <QMainWindow>

namespace edgewright {

class Language;
class ThemeService;
struct StartOptions;

/// Theme, language, panels and panes of the window.
class ViewController final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        QMainWindow &window;
        ActionRegistry &actions;
        Settings &settings;
        ThemeService &themes;
        Language &language;
        QDockWidget &routines;
        QDockWidget &versions;
        QDockWidget &bottom;
        QWidget &documents;
    };

    explicit ViewController(const Parts &parts, QObject *parent = nullptr);

    /// Theme and language: from the command line, else as set before, else the system's.
    void start(const StartOptions &options);
    void restoreLayout();
    void rememberLayout();

private:
    void connectTheme();
    void connectLanguage();
    void connectLayout();
    void focusNextPane(bool forward);

    Parts m_parts;
    QByteArray m_firstState;
};

} // namespace edgewright
