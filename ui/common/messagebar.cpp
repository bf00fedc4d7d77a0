// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/messagebar.h"

#include "common/icons.h"
#include "common/plaintext.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIconSize = 18;
constexpr int kDetailLines = 6;
constexpr const char *kHadFocus = "hadFocus";

const TonePair &tone(MessageBar::Kind kind, const Theme &theme)
{
    switch (kind) {
    case MessageBar::Kind::Warning:
        return theme.warning;
    case MessageBar::Kind::Error:
        return theme.error;
    case MessageBar::Kind::Success:
        return theme.success;
    case MessageBar::Kind::Info:
        break;
    }
    return theme.info;
}

IconName symbol(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Warning:
        return IconName::Warning;
    case MessageBar::Kind::Error:
        return IconName::Error;
    case MessageBar::Kind::Success:
        return IconName::Success;
    case MessageBar::Kind::Info:
        break;
    }
    return IconName::Info;
}

/// The facts of an error, one per line, for a report to whoever can help.
QString facts(const Error &error)
{
    QStringList lines;
    if (!error.serviceCode.isEmpty())
        lines << u"Code: "_s + oneLine(error.serviceCode);
    if (!error.requestId.isEmpty())
        lines << u"Request ID: "_s + oneLine(error.requestId);
    if (!error.detail.isEmpty())
        lines << visibleText(error.detail);
    return lines.join(u'\n');
}

} // namespace

MessageBar::MessageBar(const ThemeService &themes, QWidget *parent)
    : QFrame(parent)
    , m_themes(themes)
{
    setObjectName(u"messageBar"_s);
    buildLayout();
    retranslate();
    restyle();
    setVisible(false);
    connect(&themes, &ThemeService::changed, this, &MessageBar::restyle);
}

void MessageBar::buildLayout()
{
    m_icon = new QLabel(this);
    m_text = new QLabel(this);
    m_text->setObjectName(u"messageText"_s);
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    buildButtons();
    m_close = new QToolButton(this);
    m_close->setObjectName(u"messageClose"_s);
    m_close->setFocusPolicy(Qt::StrongFocus);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::close);

    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_icon, 0, 0);
    m_grid->addWidget(m_text, 0, 1);
    m_grid->addWidget(m_close, 0, 3, Qt::AlignTop);
    arrange();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 8, 8);
    column->setSpacing(8);
    column->addLayout(m_grid);
    buildDetails();
    column->addWidget(m_detailsBox);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void MessageBar::buildButtons()
{
    m_buttonBox = new QWidget(this);
    auto *buttons = new QHBoxLayout(m_buttonBox);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(8);
    for (int index = 0; index < kMostActions; ++index) {
        auto *button = new QPushButton(m_buttonBox);
        button->setObjectName(u"messageAction%1"_s.arg(index));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, index] { act(index); });
        buttons->addWidget(button);
        m_actions << button;
    }
    m_details = new QToolButton(m_buttonBox);
    m_details->setObjectName(u"messageDetails"_s);
    m_details->setCheckable(true);
    m_details->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_details->setFocusPolicy(Qt::StrongFocus);
    connect(m_details, &QToolButton::toggled, this, &MessageBar::toggleDetails);
    buttons->addWidget(m_details);
    buttons->addStretch();
}

void MessageBar::arrange()
{
    m_grid->removeWidget(m_buttonBox);
    if (m_compact)
        m_grid->addWidget(m_buttonBox, 1, 1, 1, 3);
    else
        m_grid->addWidget(m_buttonBox, 0, 2, Qt::AlignTop);
}

void MessageBar::setCompact(bool compact)
{
    m_compact = compact;
    arrange();
}

void MessageBar::buildDetails()
{
    m_detailsBox = new QWidget(this);
    m_detailsView = new QPlainTextEdit(m_detailsBox);
    m_detailsView->setObjectName(u"messageDetailsText"_s);
    m_detailsView->setReadOnly(true);
    m_detailsView->setTabChangesFocus(true);
    m_copy = new QPushButton(m_detailsBox);
    m_copy->setObjectName(u"messageCopyDetails"_s);
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_message + u'\n' + m_detailsText); });
    auto *layout = new QVBoxLayout(m_detailsBox);
    layout->setContentsMargins(kIconSize + 8, 0, 4, 4);
    layout->setSpacing(8);
    layout->addWidget(m_detailsView);
    layout->addWidget(m_copy, 0, Qt::AlignLeft);
    const int lineHeight = m_detailsView->fontMetrics().lineSpacing();
    m_detailsView->setFixedHeight(lineHeight * kDetailLines + 20);
    m_detailsBox->setVisible(false);
}

void MessageBar::setPlace(const QString &place)
{
    m_place = place;
    retranslate();
}

void MessageBar::showMessage(Kind kind, const QString &text)
{
    m_detailsText.clear();
    present(kind, text);
}

void MessageBar::showError(const edgewright::Error &error)
{
    m_detailsText = facts(error);
    present(Kind::Error, error.text());
}

void MessageBar::present(Kind kind, const QString &text)
{
    m_kind = kind;
    m_message = visibleText(text.trimmed(), 2'000);
    setPlainText(m_text, m_message);
    const auto hasFocus = [](const QWidget *button) { return button->hasFocus(); };
    m_buttonBox->setProperty(kHadFocus, std::ranges::any_of(m_actions, hasFocus));
    setActions({});
    m_details->setChecked(false);
    m_details->setVisible(!m_detailsText.isEmpty());
    m_detailsView->setPlainText(m_detailsText);
    retranslate();
    restyle();
    setVisible(true);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::setActions(const QStringList &texts)
{
    Q_ASSERT(texts.size() <= kMostActions);
    m_act = nullptr;
    for (int index = 0; index < kMostActions; ++index) {
        QPushButton *button = m_actions.at(index);
        button->setVisible(index < texts.size());
        button->setText(actionText(texts.value(index)));
        button->setAccessibleName(oneLine(texts.value(index)));
    }
    m_buttonBox->setVisible(!texts.isEmpty() || !m_detailsText.isEmpty());
    // Text that is told anew must not move the focus on to closing it.
    if (!texts.isEmpty() && m_buttonBox->property(kHadFocus).toBool()) {
        m_buttonBox->setProperty(kHadFocus, false);
        m_actions.constFirst()->setFocus();
    }
}

void MessageBar::setAction(const QString &text, const QObject *context, std::function<void()> act)
{
    setActions({text});
    m_context = context;
    m_act = std::move(act);
}

void MessageBar::act(int index)
{
    if (!m_act) {
        emit actionTriggered(index);
        return;
    }
    const std::function<void()> act = std::exchange(m_act, nullptr);
    clear();
    if (m_context)
        act();
}

void MessageBar::clear()
{
    setVisible(false);
    m_message.clear();
    m_detailsText.clear();
}

void MessageBar::toggleDetails(bool open)
{
    m_detailsBox->setVisible(open);
    restyle();
}

void MessageBar::close()
{
    clear();
    emit closed();
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QFrame::keyPressEvent(event);
        return;
    }
    close();
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void MessageBar::restyle()
{
    const TonePair &colors = tone(m_kind, m_themes.current());
    m_icon->setPixmap(icon(symbol(m_kind), colors.text).pixmap(kIconSize, kIconSize));
    const bool open = m_details->isChecked();
    m_details->setIcon(icon(open ? IconName::ChevronDown : IconName::ChevronRight, colors.text));
    m_close->setIcon(icon(IconName::Close, colors.text));
    setStyleSheet(u"#messageBar { background: %1; border: 1px solid %2; border-radius: 6px; }"
                  "#messageText, #messageBar QToolButton { color: %3; }"_s.arg(
                      colors.background.name(), colors.border.name(), colors.text.name()));
}

QString MessageBar::kindWord() const
{
    switch (m_kind) {
    case Kind::Warning:
        return tr("Warning");
    case Kind::Error:
        return tr("Error");
    case Kind::Success:
        return tr("Done");
    case Kind::Info:
        break;
    }
    return tr("Note");
}

void MessageBar::retranslate()
{
    setAccessibleName(kindWord() + u": "_s + m_message);
    m_details->setText(tr("Details"));
    m_close->setToolTip(tr("Close this message"));
    m_copy->setText(tr("Copy Details"));
    const QString suffix = m_place.isEmpty() ? QString() : u" ("_s + m_place + u')';
    m_details->setAccessibleName(tr("Show error details") + suffix);
    m_close->setAccessibleName(tr("Close message") + suffix);
    m_copy->setAccessibleName(tr("Copy error details") + suffix);
    m_detailsView->setAccessibleName(tr("Error details") + suffix);
}

} // namespace edgewright
