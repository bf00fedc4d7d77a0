// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace edgewright {

class MainWindow;
class TourColleague;
class TourHands;

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
        const char *name; ///< File name of the picture; null: none is taken.
        std::function<void()> act;
        std::function<bool()> isDone;
    };

    void addEditStages();
    void addPublishStages();
    void addCompareStages();
    void addTrafficStages();
    void addRoomStages();
    void addMergeStages();
    void addLookStages();
    [[nodiscard]] QString stageName() const;
    void enter();
    void poll();
    void finishStage();
    void fail(const QString &reason);

    MainWindow &m_window;
    const QString m_folder;
    std::unique_ptr<TourHands> m_hands;
    std::unique_ptr<TourColleague> m_colleague;
    QByteArray m_shared; ///< The code that the colleague and the tour both start from.
    std::vector<Stage> m_stages;
    std::size_t m_current = 0;
    QTimer m_poll;
    QTimer m_settle;
    QElapsedTimer m_elapsed;
};

} // namespace edgewright
