// SPDX-License-Identifier: GPL-3.0-or-later
#include "testing/testpanel.h"

#include "common/plaintext.h"
#include "testing/answerview.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStringListModel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

enum Place { Production, Staging };

} // namespace

TestPanel::TestPanel(const ThemeService &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_names{new QLabel(this), new QLabel(this), new QLabel(this), new QLabel(this)}
    , m_method(new QComboBox(this))
    , m_url(new QComboBox(this))
    , m_place(new QComboBox(this))
    , m_address(new QComboBox(this))
    , m_send(new QPushButton(this))
    , m_headersName(new QLabel(this))
    , m_headers(new QPlainTextEdit(this))
    , m_bodyName(new QLabel(this))
    , m_body(new QPlainTextEdit(this))
    , m_compare(new QPushButton(this))
    , m_curl(new QPushButton(this))
    , m_link(new QToolButton(this))
    , m_answer(new AnswerView(themes, this))
    , m_sendAction(new QAction(this))
    , m_copyLink(new QAction(this))
    , m_openLink(new QAction(this))
{
    setObjectName(u"testPanel"_s);
    buildFields();
    buildButtons();
    buildLayout();
    connectParts();
    retranslate();
    update();
}

TestRequest TestPanel::request() const
{
    return {.url = m_url->currentText().trimmed(),
            .method = m_method->currentText(),
            .headers = m_headers->toPlainText(),
            .body = m_body->toPlainText()};
}

void TestPanel::setRequest(const TestRequest &request)
{
    m_url->setEditText(request.url);
    m_method->setCurrentIndex(std::max(0, m_method->findText(request.method)));
    m_headers->setPlainText(request.headers);
    m_body->setPlainText(request.body);
}

bool TestPanel::isStaging() const
{
    return m_place->currentIndex() == Staging;
}

void TestPanel::setStaging(bool staging)
{
    m_place->setCurrentIndex(staging ? Staging : Production);
}

std::optional<QHostAddress> TestPanel::address() const
{
    const int index = m_address->currentIndex();
    return isStaging() && index >= 0 && index < m_addresses.size()
               ? std::optional(m_addresses.at(index))
               : std::nullopt;
}

void TestPanel::setAddresses(const QList<QHostAddress> &addresses)
{
    if (addresses == m_addresses)
        return;
    m_addresses = addresses;
    m_address->clear();
    for (const QHostAddress &address : addresses)
        m_address->addItem(address.toString());
    update();
}

void TestPanel::setHosts(const QStringList &urls)
{
    auto *model = qobject_cast<QStringListModel *>(m_url->completer()->model());
    if (model)
        model->setStringList(urls);
}

void TestPanel::setHistory(const QList<TestRequest> &requests)
{
    m_history = requests;
    const QString typed = m_url->currentText();
    const QSignalBlocker blocker(m_url);
    m_url->clear();
    for (const TestRequest &request : requests)
        m_url->addItem(oneLine(request.method + u' ' + request.url, 200));
    m_url->setCurrentIndex(-1);
    m_url->setEditText(typed);
}

void TestPanel::recall(int index)
{
    if (index >= 0 && index < m_history.size())
        setRequest(TestRequest(m_history.at(index)));
}

void TestPanel::setObstacle(const QString &obstacle)
{
    m_obstacle = obstacle;
    update();
}

void TestPanel::setLinkObstacle(const QString &obstacle)
{
    m_linkObstacle = obstacle;
    update();
}

void TestPanel::setRunning(bool running)
{
    m_running = running;
    update();
}

void TestPanel::update()
{
    for (QWidget *widget : {static_cast<QWidget *>(m_address), static_cast<QWidget *>(m_names[3])})
        widget->setVisible(isStaging() && m_addresses.size() > 1);
    m_send->setText(m_running ? tr("Stop") : tr("Send"));
    m_send->setAccessibleName(m_running ? tr("Stop the request") : tr("Send the request"));
    const bool hasUrl = !m_url->currentText().trimmed().isEmpty();
    const bool isFree = m_obstacle.isEmpty() && hasUrl;
    m_send->setEnabled(m_running || isFree);
    setPlainToolTip(m_send, m_obstacle);
    m_compare->setEnabled(!m_running && isFree);
    m_compare->setText(isStaging() ? tr("Compare with Production") : tr("Compare with Staging"));
    m_curl->setEnabled(hasUrl);
    m_link->setEnabled(m_linkObstacle.isEmpty());
    setPlainToolTip(m_link, m_linkObstacle);
}

void TestPanel::connectParts()
{
    const auto sendOrStop = [this] {
        if (m_running)
            emit stopRequested();
        else if (m_send->isEnabled())
            emit sendRequested();
    };
    connect(m_send, &QPushButton::clicked, this, sendOrStop);
    connect(m_sendAction, &QAction::triggered, this, [this] {
        if (!m_running && m_send->isEnabled())
            emit sendRequested();
    });
    connect(m_url->lineEdit(), &QLineEdit::returnPressed, m_sendAction, &QAction::trigger);
    connect(m_url, &QComboBox::activated, this, &TestPanel::recall);
    connect(m_url, &QComboBox::editTextChanged, this, &TestPanel::update);
    connect(m_place, &QComboBox::currentIndexChanged, this, [this] {
        update();
        if (isStaging())
            emit stagingChosen();
    });
    connect(m_compare, &QPushButton::clicked, this, &TestPanel::compareRequested);
    connect(m_curl, &QPushButton::clicked, this, &TestPanel::curlRequested);
    connect(m_copyLink, &QAction::triggered, this, [this] { emit linkRequested(false); });
    connect(m_openLink, &QAction::triggered, this, [this] { emit linkRequested(true); });
}

void TestPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        update();
    }
    QWidget::changeEvent(event);
}

void TestPanel::retranslate()
{
    m_names[0]->setText(tr("&Method:"));
    m_names[1]->setText(tr("&Address:"));
    //: Where a request goes: production or staging
    m_names[2]->setText(tr("&To:"));
    //: A network address that serves staging
    m_names[3]->setText(tr("&Server:"));
    m_url->lineEdit()->setAccessibleName(tr("Address of the request, as text"));
    m_url->lineEdit()->setPlaceholderText(tr("https://www.example.com/path"));
    m_place->setItemText(Production, tr("Production"));
    m_place->setItemText(Staging, tr("Staging"));
    m_headersName->setText(tr("&Headers, one a line"));
    m_headers->setAccessibleName(tr("Headers of the request"));
    m_headers->setPlaceholderText(u"X-Test: 1"_s);
    m_bodyName->setText(tr("&Body"));
    m_body->setAccessibleName(tr("Body of the request"));
    m_compare->setAccessibleName(tr("Compare the answers of both environments"));
    m_curl->setText(tr("Copy as curl"));
    m_curl->setAccessibleName(tr("Copy the request as a curl command"));
    m_link->setText(tr("Test Link"));
    m_link->setAccessibleName(tr("Link that opens the routine's own host for an hour"));
    m_copyLink->setText(tr("&Copy Test Link"));
    m_openLink->setText(tr("&Open Test Link in Browser"));
    m_sendAction->setText(tr("Send the Request"));
}

} // namespace edgewright
