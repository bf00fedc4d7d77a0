// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace edgewright {

class MainWindow;

/// Does the main job by itself in the real window, with the real widgets, and saves a picture of
/// each stage; ends the program, with exit code 1 when a stage does not come about in time.
class Tour final : public QObject {
    Q_OBJECT

public:
    /// \p window must outlive the tour. \p folder is made when it is missing.
    Tour(MainWindow &window, QString folder, QObject *parent = nullptr);
    ~Tour() override;

    void start();

private:
    struct Stage {
        const char *name; ///< File name of the picture; empty: no picture.
        std::function<void()> act;
        std::function<bool()> isDone;
    };

    void addStages();
    void addEditStages();
    void addPublishStages();
    void addCompareStages();
    void enter();
    void poll();
    void finishStage();
    void fail(const QString &reason);
    [[nodiscard]] bool savePicture(const QString &name) const;

    MainWindow &m_window;
    const QString m_folder;
    std::vector<Stage> m_stages;
    std::size_t m_current = 0;
    QTimer m_poll;
    QTimer m_settle;
    QElapsedTimer m_elapsed;
    int m_pictures = 0;
};

} // namespace edgewright
