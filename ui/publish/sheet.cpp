// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/sheet.h"

#include "common/elidedlabel.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "publish/sheetscroller.h"
#include "publish/sheetstops.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSideRoom = 24;
constexpr int kLittleSideRoom = 8;
constexpr int kNarrow = 560; ///< Of the area; below it every pixel is needed for the content.
constexpr int kBeside = 640; ///< Of the card; with less there is no room beside the buttons.
constexpr int kPadding = 24;
constexpr int kSlideMs = 120;

} // namespace

Sheet::Sheet(const ThemeService &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_card(new QFrame(this))
{
    setFocusPolicy(Qt::NoFocus);
    m_card->setObjectName(u"sheetCard"_s);
    m_card->installEventFilter(this);
    if (parent)
        parent->installEventFilter(this);
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHeader();
    column->addWidget(m_band);

    m_content = new QWidget(m_card);
    m_content->setObjectName(u"sheetContent"_s);
    m_contentLayout = new QVBoxLayout(m_content);
    m_contentLayout->setContentsMargins(kPadding, 16, kPadding, 16);
    m_contentLayout->setSpacing(8);
    m_scroller = new SheetScroller(m_content, m_card);
    m_scroller->setObjectName(u"sheetScroller"_s);
    column->addWidget(m_scroller, 1);
    buildFooter();
    column->addWidget(m_footer);

    m_slide.setStartValue(0.0);
    m_slide.setEndValue(1.0);
    m_slide.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_slide, &QVariantAnimation::valueChanged, this, &Sheet::place);
    connect(&themes, &ThemeService::changed, this, [this] { restyle(); });
    setVisible(false);
}

void Sheet::buildHeader()
{
    m_band = new QFrame(m_card);
    m_band->setObjectName(u"sheetBand"_s);
    m_badge = new QLabel(m_band);
    m_badge->setObjectName(u"sheetBadge"_s);
    m_badge->setFont(strongFont(font()));
    m_title = new ElidedLabel(m_band);
    m_title->setObjectName(u"sheetTitle"_s);
    m_title->setFont(titleFont(font()));
    auto *layout = new QHBoxLayout(m_band);
    layout->setContentsMargins(kPadding, 12, kPadding, 12);
    layout->setSpacing(12);
    layout->addWidget(m_badge);
    layout->addWidget(m_title, 1);
}

void Sheet::buildFooter()
{
    m_footer = new QFrame(m_card);
    m_footer->setObjectName(u"sheetFooter"_s);
    m_message = new MessageBar(m_themes, m_footer);
    m_progress = new QWidget(m_footer);
    m_progress->setObjectName(u"sheetProgress"_s);
    m_step = new QLabel(m_progress);
    m_step->setObjectName(u"sheetStep"_s);
    m_bar = new QProgressBar(m_progress);
    m_bar->setObjectName(u"sheetProgressBar"_s);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    auto *layout = new QVBoxLayout(m_progress);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_step);
    layout->addWidget(m_bar);
    m_progress->setVisible(false);
    m_cancel = new QPushButton(m_footer);
    m_cancel->setObjectName(u"sheetCancel"_s);
    m_cancel->setAutoDefault(false);
    m_confirm = new QPushButton(m_footer);
    m_confirm->setObjectName(u"sheetConfirm"_s);
    m_confirm->setAutoDefault(false);
    m_confirm->setProperty("primary", true);
    connect(m_cancel, &QPushButton::clicked, this, &Sheet::cancelRequested);
    connect(m_confirm, &QPushButton::clicked, this, [this] { confirm(); });
    arrangeFooter();
}

void Sheet::arrangeFooter()
{
    m_footerLayout = new QVBoxLayout(m_footer);
    m_footerLayout->setContentsMargins(kPadding, 0, kPadding, 16);
    m_footerLayout->setSpacing(16);
    m_footerLayout->addWidget(m_message);
    m_footerLayout->addWidget(m_progress);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    m_buttonRow = new QBoxLayout(QBoxLayout::LeftToRight);
    m_buttonRow->setSpacing(12);
    m_buttonRow->addLayout(buttons);
    m_footerLayout->addLayout(m_buttonRow);
    // Only what goes on behind the footer needs a line that says so.
    connect(m_scroller, &SheetScroller::overflowChanged, this, [this](bool overflows) {
        m_footer->setProperty("separated", overflows);
        m_footerLayout->setContentsMargins(kPadding, overflows ? 12 : 0, kPadding, 16);
        m_footer->style()->polish(m_footer);
    });
}

bool Sheet::makeRoom()
{
    const QList<Sheet *> sheets =
        parentWidget()->findChildren<Sheet *>(QString(), Qt::FindDirectChildrenOnly);
    for (Sheet *other : sheets) {
        if (other == this || !other->isVisible())
            continue;
        if (other->isWorking())
            return false;
        emit other->cancelRequested();
    }
    return true;
}

void Sheet::open()
{
    if (!makeRoom())
        return;
    QWidget *focused = window()->focusWidget();
    if (!isVisible() && focused && !isAncestorOf(focused))
        m_focusBefore = focused;
    m_isInDoubt = false;
    setIdle();
    setGeometry(parentWidget()->rect());
    raise();
    setVisible(true);
    const bool animated =
        style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    m_slide.stop();
    m_slide.setDuration(animated ? kSlideMs : 0);
    m_slide.start();
    place();
    if (QWidget *field = firstField())
        field->setFocus(Qt::PopupFocusReason);
}

void Sheet::dismiss()
{
    m_slide.stop();
    setVisible(false);
    setIdle();
    if (m_focusBefore)
        focusAfterSheet(m_focusBefore, parentWidget())->setFocus(Qt::OtherFocusReason);
    m_focusBefore = nullptr;
}

void Sheet::setStep(const QString &text, qint64 done, qint64 total, bool canCancel)
{
    constexpr int kScale = 1000;
    m_working = true;
    m_message->clear();
    setPlainText(m_step, oneLine(text));
    m_bar->setRange(0, total > 0 ? kScale : 0);
    const qint64 share = total > 0 ? std::clamp<qint64>(done * kScale / total, 0, kScale) : 0;
    m_bar->setValue(static_cast<int>(share));
    m_bar->setAccessibleName(tr("Progress: %1").arg(oneLine(text)));
    m_progress->setVisible(true);
    m_content->setEnabled(false);
    m_cancel->setEnabled(canCancel);
    m_cancel->setToolTip(canCancel ? QString() : tr("This step can no longer be stopped."));
    updateConfirm();
    if (canCancel)
        m_cancel->setFocus();
    else
        setFocus();
}

void Sheet::showError(const Error &error)
{
    // What may have been done already is not done again with the next Enter.
    m_isInDoubt = error.code == ErrorCode::OutcomeUnknown || error.code == ErrorCode::Mismatch;
    setIdle();
    m_message->showError(error);
    (m_isInDoubt ? m_cancel : m_confirm)->setFocus();
}

void Sheet::setIdle()
{
    m_working = false;
    m_message->clear();
    m_progress->setVisible(false);
    m_content->setEnabled(true);
    m_cancel->setEnabled(true);
    m_cancel->setToolTip({});
    updateConfirm();
}

void Sheet::addSection(QWidget *section)
{
    m_contentLayout->addWidget(section);
}

void Sheet::addNotice(QWidget *notice)
{
    m_contentLayout->insertWidget(m_notices++, notice);
    notice->installEventFilter(this);
}

void Sheet::addToFooter(QWidget *widget)
{
    m_footerLayout->insertWidget(1, widget);
}

void Sheet::addBesideButtons(QWidget *widget)
{
    m_buttonRow->insertWidget(0, widget, 1);
}

void Sheet::scrollTo(const QWidget *part)
{
    m_scroller->verticalScrollBar()->setValue(part->mapTo(m_content, QPoint()).y() - 8);
}

void Sheet::setTitle(const QString &title, const QString &badge)
{
    m_title->setFullText(title);
    m_badge->setText(badge);
    m_badge->setVisible(!badge.isEmpty());
    setAccessibleName(oneLine(title));
    m_message->setPlace(oneLine(title, 60));
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(accessibleName()));
}

void Sheet::setConfirmAllowed(bool allowed, const QString &reason)
{
    m_confirmAllowed = allowed;
    m_confirmReason = reason;
    updateConfirm();
}

void Sheet::updateConfirm()
{
    const bool isHeld = m_isInDoubt && confirmRepeats();
    m_confirm->setEnabled(m_confirmAllowed && !m_working && !isHeld);
    const QString held = isHeld ? tr("Close this and look at what is live first.") : QString();
    m_confirm->setToolTip(plainToolTip(m_confirmAllowed ? held : m_confirmReason));
    updateOthers();
}

void Sheet::place()
{
    if (!parentWidget() || !isVisible())
        return;
    const int room = this->width() >= kNarrow ? kSideRoom : kLittleSideRoom;
    const int width = qMin(widest(), this->width() - 2 * room);
    m_buttonRow->setDirection(width >= kBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int wanted =
        m_card->hasHeightForWidth() ? m_card->heightForWidth(width) : m_card->sizeHint().height();
    const int height = qMin(wanted, this->height());
    if (wanted > height)
        emit shortOfRoom();
    const double shown =
        m_slide.state() == QAbstractAnimation::Running ? m_slide.currentValue().toDouble() : 1.0;
    const int hidden = static_cast<int>(height * (1.0 - shown));
    m_card->setGeometry((this->width() - width) / 2, -hidden, width, height);
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
        place();
    }
    if (watched == m_card && event->type() == QEvent::LayoutRequest)
        place();
    // Those of addNotice(): what has come up is what has to be read first.
    if (event->type() == QEvent::Show && watched->parent() == m_content)
        m_scroller->verticalScrollBar()->setValue(0);
    return QWidget::eventFilter(watched, event);
}

bool Sheet::focusNextPrevChild(bool next)
{
    QWidget *from = focusWidget() ? focusWidget() : this;
    nextStop(*this, {m_contentLayout, m_footerLayout}, from, next)
        ->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_cancel->isEnabled())
            emit cancelRequested();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::ControlModifier))
            m_confirm->click();
        else
            answerEnter();
        return;
    default:
        // Keys that mean something to the code below stay here.
        event->accept();
    }
}

void Sheet::answerEnter()
{
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    if (button && button != m_confirm)
        button->click();
    else if (enterConfirms())
        m_confirm->click();
}

void Sheet::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void Sheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Sheet::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(accessibleName()));
}

} // namespace edgewright
