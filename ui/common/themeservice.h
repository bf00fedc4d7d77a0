// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

#include <QObject>

class QApplication;

namespace edgewright {

/// Knows which theme is in use and tells when it changes. Made once by the composition root, before
/// the first widget, and handed on as a reference; GUI thread.
class ThemeService final : public QObject {
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    /// Takes the application's present palette for the system's choice of light or dark.
    explicit ThemeService(QObject *parent = nullptr);

    [[nodiscard]] Mode mode() const { return m_mode; }
    void setMode(Mode mode);

    /// Blue and orange instead of red and green in every diff.
    [[nodiscard]] bool isColorBlindSafe() const { return m_colorBlindSafe; }
    void setColorBlindSafe(bool on);

    [[nodiscard]] ThemeKind kind() const;
    [[nodiscard]] const Theme &current() const { return theme(kind()); }
    [[nodiscard]] const DiffColors &diffColors() const { return current().diff(m_colorBlindSafe); }

    /// Fusion, palette and style sheet now and after every change.
    void applyTo(QApplication &application);

signals:
    /// Colours are different now: repaint, restyle.
    void changed();

private:
    void restyle();

    QApplication *m_application = nullptr;
    Mode m_mode = Mode::System;
    ThemeKind m_systemKind;
    bool m_colorBlindSafe = false;
};

} // namespace edgewright
