// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connectdialog.h"

#include "accounts/keyform.h"
#include "accounts/servicechooser.h"
#include "common/busyindicator.h"
#include "common/commandbutton.h"
#include "common/messagebar.h"
#include "common/plaintext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMetaObject>
#include <QPushButton>
#include <QResizeEvent>
#include <QScreen>
#include <QScrollArea>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 520;
constexpr int kMostVisibleOffers = 4;
constexpr int kLeastContent = 120;
constexpr int kScreenMargin = 16;

IconName symbol(AccountKind kind)
{
    return kind == AccountKind::Sandbox ? IconName::Play : IconName::Account;
}

/// With its wrapped text in full.
int wantedHeight(const QLayout &layout, int width)
{
    return layout.hasHeightForWidth() ? layout.totalHeightForWidth(width)
                                      : layout.totalSizeHint().height();
}

} // namespace

ConnectDialog::ConnectDialog(const ThemeService &themes, QWidget *parent)
    : QDialog(parent)
    , m_themes(themes)
{
    setObjectName(u"connectDialog"_s);
    buildLayout();
    retranslate();
    m_form->focusFirst();
}

QWidget *ConnectDialog::buildOffers()
{
    m_offerSection = new QWidget(this);
    m_offersTitle = new QLabel(m_offerSection);
    m_offersTitle->setFont(strongFont(font()));
    auto *list = new QWidget;
    m_offerLayout = new QVBoxLayout(list);
    m_offerLayout->setContentsMargins(0, 0, 0, 0);
    m_offerLayout->setSpacing(8);
    m_offerArea = new QScrollArea(m_offerSection);
    m_offerArea->setObjectName(u"offerArea"_s);
    m_offerArea->setFrameShape(QFrame::NoFrame);
    m_offerArea->setFocusPolicy(Qt::NoFocus);
    m_offerArea->setWidgetResizable(true);
    m_offerArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_offerArea->setWidget(list);
    auto *layout = new QVBoxLayout(m_offerSection);
    layout->setContentsMargins(0, 0, 0, 16);
    layout->setSpacing(8);
    layout->addWidget(m_offersTitle);
    layout->addWidget(m_offerArea);
    return m_offerSection;
}

QWidget *ConnectDialog::buildForm()
{
    auto *section = new QWidget(this);
    m_formTitle = new QLabel(section);
    m_formTitle->setFont(strongFont(font()));
    m_form = new KeyForm(m_themes, section);
    m_promise = new QLabel(section);
    m_promise->setObjectName(u"keyPromise"_s);
    m_promise->setFont(smallFont(font()));
    m_promise->setProperty("muted", true);
    m_promise->setWordWrap(true);
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_formTitle);
    layout->addWidget(m_form);
    layout->addWidget(m_promise);
    connect(m_form, &KeyForm::changed, this, &ConnectDialog::updateConnect);
    connect(m_form, &KeyForm::submitted, this, [this] {
        if (m_connect->isEnabled())
            submit();
    });
    return section;
}

QWidget *ConnectDialog::buildContent()
{
    m_content = new QWidget;
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_service = new ServiceChooser(m_content);
    layout->addWidget(m_service);
    layout->addSpacing(8);
    layout->addWidget(buildOffers());
    layout->addWidget(buildForm());
    m_contentArea = new QScrollArea(this);
    m_contentArea->setObjectName(u"connectContent"_s);
    m_contentArea->setFrameShape(QFrame::NoFrame);
    m_contentArea->setFocusPolicy(Qt::NoFocus);
    m_contentArea->setWidgetResizable(true);
    m_contentArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_contentArea->setWidget(m_content);
    m_content->installEventFilter(this);
    return m_contentArea;
}

void ConnectDialog::buildLayout()
{
    m_title = new QLabel(this);
    m_title->setFont(titleFont(font()));
    m_message = new MessageBar(m_themes, this);
    m_progress = new BusyIndicator(this);
    m_progress->setCancellable(false);
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(u"connectCancel"_s);
    m_cancel->setAutoDefault(false);
    m_connect = new QPushButton(this);
    m_connect->setObjectName(u"connectButton"_s);
    m_connect->setAutoDefault(false);
    m_connect->setProperty("primary", true);
    connect(m_cancel, &QPushButton::clicked, this, &ConnectDialog::cancel);
    connect(m_connect, &QPushButton::clicked, this, &ConnectDialog::submit);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_connect);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addSpacing(8);
    column->addWidget(buildContent());
    column->addWidget(m_message);
    column->addWidget(m_progress);
    column->addStretch(1);
    column->addSpacing(16);
    column->addLayout(buttons);
    setMinimumWidth(kWidth);
    fillOffers();
}

void ConnectDialog::fit()
{
    const QMargins margins = layout()->contentsMargins();
    const int inner = width() - margins.left() - margins.right();
    const int wanted = wantedHeight(*m_content->layout(), inner);
    const QRect available = screen()->availableGeometry();
    const int room = available.height() - (frameGeometry().height() - height()) - kScreenMargin;
    // Layouts give wrapped text less height than it needs rather than let its window grow.
    m_contentArea->setFixedHeight(wanted);
    layout()->activate();
    const int excess = wantedHeight(*layout(), width()) - room;
    if (excess > 0)
        m_contentArea->setFixedHeight(qMax(kLeastContent, wanted - excess));
    layout()->activate();
    setMinimumHeight(wantedHeight(*layout(), width()));
    if (height() > room)
        resize(width(), minimumHeight());
    if (const int below = frameGeometry().bottom() - available.bottom(); below > 0)
        move(x(), qMax(available.top(), y() - below));
}

bool ConnectDialog::event(QEvent *event)
{
    const bool result = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        fit();
    return result;
}

bool ConnectDialog::eventFilter(QObject *watched, QEvent *event)
{
    // The scroll area keeps to itself that its content needs more room.
    if (watched == m_content && event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &ConnectDialog::fit, Qt::QueuedConnection);
    return QDialog::eventFilter(watched, event);
}

void ConnectDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void ConnectDialog::setOffers(const QList<AccountOffer> &offers)
{
    m_offers = offers;
    fillOffers();
}

void ConnectDialog::setService(const ServiceChoice &choice)
{
    m_service->setChoice(choice);
}

ServiceChoice ConnectDialog::service() const
{
    return m_service->choice();
}

void ConnectDialog::fillOffers()
{
    qDeleteAll(m_offerButtons);
    m_offerButtons.clear();
    int height = 0;
    for (int index = 0; index < m_offers.size(); ++index) {
        const AccountOffer &offer = m_offers.at(index);
        auto *button = new CommandButton(symbol(offer.account.kind), m_themes, this);
        button->setObjectName(u"offer%1"_s.arg(index));
        QString explanation = offer.unusableReason;
        if (explanation.isEmpty() && offer.account.kind == AccountKind::Sandbox)
            explanation = tr("A service on this computer; no cloud account needed");
        else if (explanation.isEmpty())
            explanation = tr("Key %1").arg(oneLine(offer.account.accessKeyId, 60));
        button->setContent(offer.account.name, explanation);
        button->setEnabled(offer.unusableReason.isEmpty());
        connect(button, &QPushButton::clicked, this, [this, index] { emit offerChosen(index); });
        m_offerLayout->addWidget(button);
        m_offerButtons << button;
        if (index < kMostVisibleOffers)
            height += button->sizeHint().height() + m_offerLayout->spacing();
    }
    m_offerArea->setFixedHeight(qMax(0, height - m_offerLayout->spacing()));
    m_offerSection->setVisible(!m_offers.isEmpty());
}

void ConnectDialog::setProgress(const QString &text)
{
    m_message->clear();
    setBusy(true);
    m_progress->start(text);
    m_connect->setText(actionText(text));
}

void ConnectDialog::setIdle()
{
    m_progress->stop();
    setBusy(false);
}

void ConnectDialog::showError(const Error &error)
{
    setIdle();
    m_message->showError(error);
    m_form->focusFirst();
}

void ConnectDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_form->setEnabled(!busy);
    m_service->setEnabled(!busy);
    m_offerSection->setEnabled(!busy);
    retranslate();
    if (busy)
        m_cancel->setFocus();
}

void ConnectDialog::updateConnect()
{
    const QString missing = m_form->missing();
    m_connect->setEnabled(!m_busy && missing.isEmpty());
    setPlainToolTip(m_connect, missing);
}

void ConnectDialog::submit()
{
    const Result<Endpoint> endpoint = m_form->endpoint();
    if (!endpoint) {
        showError(endpoint.error());
        return;
    }
    const Credentials credentials = m_form->credentials();
    m_message->clear();
    emit connectRequested(usedAs({.id = u"session:"_s + credentials.accessKeyId,
                                  .kind = AccountKind::Session,
                                  .name = credentials.accessKeyId,
                                  .accessKeyId = credentials.accessKeyId,
                                  .endpoint = *endpoint},
                                 service()),
                          credentials);
}

void ConnectDialog::cancel()
{
    if (m_busy)
        emit cancelRequested();
    else
        reject();
}

void ConnectDialog::done(int result)
{
    if (m_busy && result == QDialog::Rejected)
        emit cancelRequested();
    m_form->wipe();
    m_message->clear();
    setIdle();
    QDialog::done(result);
}

void ConnectDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        cancel();
        return;
    }
    QDialog::keyPressEvent(event);
}

void ConnectDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fillOffers();
    }
    QDialog::changeEvent(event);
}

void ConnectDialog::setPurpose(const QString &title)
{
    m_purpose = title;
    retranslate();
}

void ConnectDialog::retranslate()
{
    setWindowTitle(m_purpose.isEmpty() ? tr("Connect an Account") : m_purpose);
    setPlainText(m_title, windowTitle());
    m_offersTitle->setText(tr("On this computer"));
    m_formTitle->setText(tr("With an access key"));
    m_promise->setText(tr("The key stays in memory and is forgotten when Edgewright quits."));
    m_message->setPlace(tr("Connect"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel connecting"));
    m_connect->setText(tr("Connect"));
    m_connect->setAccessibleName(tr("Connect with this key"));
    updateConnect();
}

} // namespace edgewright
