// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace edgewright {

/// Names what is being waited for, with a way to stop it; appears only when the wait is long enough
/// to be noticed, so that quick answers do not flicker.
class BusyIndicator final : public QWidget {
    Q_OBJECT

public:
    static constexpr int kPatienceMs = 400;

    explicit BusyIndicator(QWidget *parent = nullptr);

    /// "Reading versions…"; a second call only changes the text.
    void start(const QString &text);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Off where nothing can be stopped.
    void setCancellable(bool cancellable);

signals:
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QTimer m_patience;
    QString m_text;
    bool m_running = false;
    QLabel *m_label = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace edgewright
