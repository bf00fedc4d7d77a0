// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace edgewright {

/// What the window remembers between runs; no secret is ever in it. GUI thread.
class Settings final {
public:
    /// \p folder: where settings.ini lies.
    explicit Settings(const QString &folder);

    struct Window {
        QByteArray geometry;
        QByteArray state;
    };
    [[nodiscard]] Window window() const;
    void setWindow(const Window &window);

    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);
    [[nodiscard]] QString theme() const;
    void setTheme(const QString &theme);
    [[nodiscard]] QString lastAccountId() const;
    [[nodiscard]] QString lastAccountName() const;
    void setLastAccount(const QString &id, const QString &name);
    [[nodiscard]] bool wordWrap() const;
    void setWordWrap(bool on);
    [[nodiscard]] int zoom() const;
    void setZoom(int steps);

private:
    QSettings m_file;
};

} // namespace edgewright
