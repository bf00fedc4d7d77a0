// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace edgewright {

class EmptyState;

/// What the middle shows while no routine is open: the way to an account or to the sample data.
class StartPage final : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    /// Connected, the page only says what to do next.
    void setConnected(bool connected);

signals:
    void connectRequested();
    void sandboxRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    EmptyState *m_content;
    bool m_connected = false;
};

} // namespace edgewright
