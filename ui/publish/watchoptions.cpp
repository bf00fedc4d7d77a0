// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/watchoptions.h"

#include "common/plaintext.h"
#include "common/taborder.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kShortestWait = 1;
constexpr int kLongestWait = 300;
constexpr int kShortest = 10;
constexpr int kLongest = 3600;
constexpr int kStep = 10;
constexpr int kIndent = 22;
constexpr int kLines = 2;

} // namespace

WatchOptions::WatchOptions(QWidget *parent)
    : QWidget(parent)
    , m_on(new QCheckBox(this))
    , m_details(new QWidget(this))
    , m_addressesName(new QLabel(m_details))
    , m_addresses(new QPlainTextEdit(m_details))
    , m_waitName(new QLabel(m_details))
    , m_wait(new QSpinBox(m_details))
    , m_lengthName(new QLabel(m_details))
    , m_length(new QSpinBox(m_details))
    , m_rollBack(new QCheckBox(m_details))
    , m_state(new QLabel(m_details))
{
    setObjectName(u"watchOptions"_s);
    buildLayout();
    connect(m_on, &QCheckBox::toggled, this, [this] {
        update();
        emit changed();
    });
    connect(m_addresses, &QPlainTextEdit::textChanged, this, &WatchOptions::changed);
    connect(m_wait, &QSpinBox::valueChanged, this, &WatchOptions::changed);
    connect(m_length, &QSpinBox::valueChanged, this, &WatchOptions::changed);
    retranslate();
    update();
}

void WatchOptions::buildLayout()
{
    m_on->setObjectName(u"watchOn"_s);
    m_addresses->setObjectName(u"watchAddresses"_s);
    m_addresses->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_addresses->setTabChangesFocus(true);
    m_addresses->setFixedHeight(m_addresses->fontMetrics().lineSpacing() * kLines + 22);
    m_addressesName->setBuddy(m_addresses);
    m_wait->setObjectName(u"watchWait"_s);
    m_wait->setRange(kShortestWait, kLongestWait);
    m_waitName->setBuddy(m_wait);
    m_length->setObjectName(u"watchLength"_s);
    m_length->setRange(kShortest, kLongest);
    m_length->setSingleStep(kStep);
    m_lengthName->setBuddy(m_length);
    m_rollBack->setObjectName(u"watchRollBack"_s);
    m_state->setObjectName(u"watchState"_s);
    m_state->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_waitName);
    row->addWidget(m_wait);
    row->addSpacing(16);
    row->addWidget(m_lengthName);
    row->addWidget(m_length);
    row->addStretch();
    auto *details = new QVBoxLayout(m_details);
    details->setContentsMargins(kIndent, 0, 0, 0);
    details->setSpacing(4);
    details->addWidget(m_addressesName);
    details->addWidget(m_addresses);
    details->addWidget(m_state);
    details->addLayout(row);
    details->addWidget(m_rollBack);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(m_on);
    layout->addWidget(m_details);
    tabInOrder({m_on, m_addresses, m_wait, m_length, m_rollBack});
}

WatchOptions::Choice WatchOptions::choice() const
{
    QStringList addresses;
    for (const QString &line : m_addresses->toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            addresses.append(line.trimmed());
    }
    return {.on = m_on->isChecked(),
            .addresses = addresses,
            .waitSeconds = m_wait->value(),
            .lengthSeconds = m_length->value(),
            .rollBack = m_on->isChecked() && m_rollBack->isChecked()};
}

void WatchOptions::setChoice(const Choice &choice)
{
    const QSignalBlocker blocker(this);
    m_addresses->setPlainText(choice.addresses.join(u'\n'));
    m_wait->setValue(choice.waitSeconds);
    m_length->setValue(choice.lengthSeconds);
    m_rollBack->setChecked(false);
    m_on->setChecked(choice.on);
    update();
}

void WatchOptions::setState(const QString &text)
{
    setPlainText(m_state, text);
    m_state->setVisible(!text.isEmpty());
}

void WatchOptions::update()
{
    m_details->setVisible(m_on->isChecked());
    updateGeometry();
}

void WatchOptions::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WatchOptions::retranslate()
{
    m_on->setText(tr("&Watch after publishing"));
    m_on->setAccessibleName(tr("Watch some addresses after publishing"));
    m_addressesName->setText(tr("Addresses to look at, one a line"));
    m_addresses->setAccessibleName(tr("Addresses to look at after publishing"));
    m_addresses->setPlaceholderText(tr("https://www.example.com/path"));
    m_waitName->setText(tr("First look after"));
    m_wait->setSuffix(tr(" s"));
    m_wait->setAccessibleName(tr("Seconds before the first look"));
    m_lengthName->setText(tr("watch for"));
    m_length->setSuffix(tr(" s"));
    m_length->setAccessibleName(tr("Seconds to watch for"));
    m_rollBack->setText(tr("Roll back by itself when one answers worse"));
    m_rollBack->setAccessibleName(tr("Roll back by itself when an address answers worse"));
}

} // namespace edgewright
