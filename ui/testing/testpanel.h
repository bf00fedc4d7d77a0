// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/themeservice.h"
#include "testing/remembered.h"

#include <QWidget>

#include <array>

class QAction;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace edgewright {

class AnswerView;

/// The page of the bottom panel that sends a request to production or to staging. Shows and asks,
/// sends nothing itself.
class TestPanel final : public QWidget {
    Q_OBJECT

public:
    /// \p themes must outlive the panel.
    explicit TestPanel(const ThemeService &themes, QWidget *parent = nullptr);

    [[nodiscard]] TestRequest request() const;
    void setRequest(const TestRequest &request);
    [[nodiscard]] bool isStaging() const;
    void setStaging(bool staging);
    /// Of several for staging; nothing: the first.
    [[nodiscard]] std::optional<QHostAddress> address() const;
    void setAddresses(const QList<QHostAddress> &addresses);
    /// Addresses to complete what is typed with; foreign.
    void setHosts(const QStringList &urls);
    void setHistory(const QList<TestRequest> &requests);
    /// Why nothing can be sent now; empty: it can.
    void setObstacle(const QString &obstacle);
    /// Why there is no test link; empty: there is one.
    void setLinkObstacle(const QString &obstacle);
    void setRunning(bool running);
    [[nodiscard]] AnswerView &answer() { return *m_answer; }

signals:
    void sendRequested();
    void stopRequested();
    void compareRequested();
    void curlRequested();
    void linkRequested(bool open);
    void stagingChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildFields();
    void buildButtons();
    void buildLayout();
    void connectParts();
    void update();
    void retranslate();
    void recall(int index);

    const ThemeService &m_themes;
    /// Combo boxes are named by their labels only.
    std::array<QLabel *, 4> m_names;
    QComboBox *m_method;
    QComboBox *m_url;
    QComboBox *m_place;
    QComboBox *m_address;
    QPushButton *m_send;
    QLabel *m_headersName;
    QPlainTextEdit *m_headers;
    QLabel *m_bodyName;
    QPlainTextEdit *m_body;
    QPushButton *m_compare;
    QPushButton *m_curl;
    QToolButton *m_link;
    AnswerView *m_answer;
    QAction *m_sendAction;
    QAction *m_copyLink;
    QAction *m_openLink;
    QList<TestRequest> m_history;
    QList<QHostAddress> m_addresses;
    QString m_obstacle;
    QString m_linkObstacle;
    bool m_running = false;
};

} // namespace edgewright
