// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QStringList>

#include <optional>

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
    /// Its calls are signed with HMAC-SHA1.
    [[nodiscard]] bool lastAccountSignsTheOlderWay() const;
    void setLastAccount(const QString &id, const QString &name, bool signsTheOlderWay);
    [[nodiscard]] bool wordWrap() const;
    void setWordWrap(bool on);
    [[nodiscard]] int zoom() const;
    void setZoom(int steps);

    /// How comparisons are shown.
    struct Compare {
        std::optional<bool> unified; ///< Nothing: as there is room.
        int contextLines = 3;
        bool wholeFile = false;

        [[nodiscard]] bool operator==(const Compare &other) const = default;
    };
    [[nodiscard]] Compare compare() const;
    void setCompare(const Compare &compare);

    /// The last requests sent to a routine, as JSON without secrets.
    [[nodiscard]] QByteArray testRequests(const QString &accountId, const QString &routine) const;
    void setTestRequests(const QString &accountId, const QString &routine, const QByteArray &json);

    /// What is looked at after a routine was published.
    struct Watch {
        bool on = false;
        QStringList addresses;
        int waitSeconds = 10;
        int lengthSeconds = 60;
    };
    [[nodiscard]] Watch watch(const QString &accountId, const QString &routine) const;
    void setWatch(const QString &accountId, const QString &routine, const Watch &watch);

    /// A watch that is under way.
    struct RunningWatch {
        QString accountId;
        QString routine;
        QString environment;
        QString versionName;
    };
    [[nodiscard]] QList<RunningWatch> runningWatches() const;
    /// On the disk when it returns.
    void setRunningWatches(const QList<RunningWatch> &watches);

    /// Whose environment variables new versions of a routine carry; empty: nobody's.
    [[nodiscard]] QString variablesOf(const QString &accountId, const QString &routine) const;
    void setVariablesOf(const QString &accountId, const QString &routine,
                        const QString &environment);

private:
    QSettings m_file;
};

} // namespace edgewright
