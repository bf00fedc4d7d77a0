// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/taborder.h"
#include "testing/answerview.h"
#include "testing/testpanel.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStringListModel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kMargin = 8;
constexpr int kSpacing = 6;

} // namespace

void TestPanel::buildFields()
{
    m_method->setObjectName(u"testMethod"_s);
    m_method->addItems(
        {u"GET"_s, u"HEAD"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"OPTIONS"_s});
    m_url->setObjectName(u"testUrl"_s);
    m_url->setEditable(true);
    m_url->setInsertPolicy(QComboBox::NoInsert);
    m_url->setMinimumContentsLength(24);
    m_url->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_url->lineEdit()->setObjectName(u"testUrlField"_s);
    auto *completer = new QCompleter(new QStringListModel(m_url), m_url);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_url->setCompleter(completer);
    m_place->setObjectName(u"testPlace"_s);
    m_place->addItems({QString(), QString()});
    m_address->setObjectName(u"testAddress"_s);
    m_address->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    const QFont code = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_headers->setObjectName(u"testHeaders"_s);
    m_body->setObjectName(u"testBody"_s);
    for (QPlainTextEdit *edit : {m_headers, m_body}) {
        edit->setFont(code);
        edit->setLineWrapMode(QPlainTextEdit::NoWrap);
        edit->setTabChangesFocus(true);
        edit->setMinimumHeight(edit->fontMetrics().lineSpacing() * 2 + 12);
    }
    m_headersName->setBuddy(m_headers);
    m_bodyName->setBuddy(m_body);
}

void TestPanel::buildButtons()
{
    m_send->setObjectName(u"testSend"_s);
    m_send->setProperty("primary", true);
    m_send->setAutoDefault(false);
    m_compare->setObjectName(u"testCompare"_s);
    m_compare->setAutoDefault(false);
    m_curl->setObjectName(u"testCurl"_s);
    m_curl->setAutoDefault(false);
    m_link->setObjectName(u"testLink"_s);
    m_link->setPopupMode(QToolButton::InstantPopup);
    m_link->setFocusPolicy(Qt::TabFocus);
    m_copyLink->setObjectName(u"testCopyLink"_s);
    m_openLink->setObjectName(u"testOpenLink"_s);
    auto *menu = new QMenu(m_link);
    menu->setObjectName(u"testLinkMenu"_s);
    menu->addActions({m_copyLink, m_openLink});
    m_link->setMenu(menu);
    m_sendAction->setObjectName(u"testSendAction"_s);
    m_sendAction->setShortcuts({Qt::Key_F5, Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    m_sendAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_sendAction);
}

void TestPanel::buildLayout()
{
    auto *top = new QHBoxLayout;
    top->setSpacing(kSpacing);
    const std::array<QComboBox *, 4> boxes{m_method, m_url, m_place, m_address};
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        m_names[i]->setBuddy(boxes[i]);
        top->addWidget(m_names[i]);
        top->addWidget(boxes[i], boxes[i] == m_url ? 1 : 0);
    }
    top->addWidget(m_send);
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setObjectName(u"testSplitter"_s);
    split->setChildrenCollapsible(false);
    auto *left = new QWidget(split);
    auto *fields = new QVBoxLayout(left);
    fields->setContentsMargins(0, 0, kSpacing, 0);
    fields->setSpacing(2);
    fields->addWidget(m_headersName);
    fields->addWidget(m_headers, 1);
    fields->addWidget(m_bodyName);
    fields->addWidget(m_body, 1);
    split->addWidget(left);
    split->addWidget(m_answer);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(kSpacing);
    acts->addWidget(m_compare);
    acts->addWidget(m_curl);
    acts->addWidget(m_link);
    acts->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kSpacing);
    layout->addLayout(top);
    layout->addWidget(split, 1);
    layout->addLayout(acts);
    setFocusProxy(m_url);
    tabInOrder({m_method, m_url, m_place, m_address, m_send, m_headers, m_body, m_answer->text(),
                m_compare, m_curl, m_link});
}

} // namespace edgewright
