// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/application.h"

#include <QRandomGenerator>
#include <QTimer>

namespace edgewright {
class CodeEditor;
class DraftPage;
} // namespace edgewright

namespace edgewright::test {

/// Uses the real window as a restless user would and says on standard output, a line each, what was
/// there at the start, what it does, and what the status line says is on the disk. Lives until it
/// is killed or told to end by the end of standard input.
class CrashDriver final : public QObject {
    Q_OBJECT

public:
    /// \p round makes what is typed unique.
    CrashDriver(Application &application, int round);

    void start();
    /// Says what the archive finds in itself instead of anything else, then ends.
    void verifyArchive();

private:
    enum class Step { Connecting, Opening, Working };

    void proceed();
    void open(const QString &routine);
    void act();
    void type();
    void save();
    void publish();
    void acknowledge();
    [[nodiscard]] bool click(const QString &sheet, const QString &button);
    [[nodiscard]] DraftPage *loadedDraft() const;
    [[nodiscard]] const ShellContext &shell() const;

    Application &m_application;
    const int m_round;
    QRandomGenerator m_random;
    QTimer m_timer;
    Step m_step = Step::Connecting;
    QStringList m_toOpen;
    QHash<QString, QStringList> m_typed; ///< By routine, what is not known to be on the disk.
    int m_count = 0;
};

} // namespace edgewright::test
