// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/guardnotice.h"

#include "common/plaintext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace edgewright {

GuardNotice::GuardNotice(const ThemeService &themes, QWidget *parent)
    : QFrame(parent)
    , m_themes(themes)
    , m_title(new QLabel(this))
    , m_news(new QLabel(this))
    , m_change(new QLabel(this))
    , m_see(new QPushButton(this))
    , m_merge(new QPushButton(this))
    , m_anyway(new QPushButton(this))
{
    setObjectName(u"guardNotice"_s);
    m_title->setObjectName(u"guardTitle"_s);
    m_title->setFont(strongFont(font()));
    m_news->setObjectName(u"guardNews"_s);
    m_news->setWordWrap(true);
    m_change->setObjectName(u"guardChange"_s);
    m_change->setWordWrap(true);
    m_see->setObjectName(u"guardSee"_s);
    m_merge->setObjectName(u"guardMerge"_s);
    m_anyway->setObjectName(u"guardAnyway"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_see, m_merge, m_anyway}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_news);
    column->addWidget(m_change);
    column->addSpacing(2);
    column->addLayout(buttons);
    connect(m_see, &QPushButton::clicked, this, &GuardNotice::seeRequested);
    connect(m_merge, &QPushButton::clicked, this, &GuardNotice::mergeRequested);
    connect(m_anyway, &QPushButton::clicked, this, &GuardNotice::anywayRequested);
    connect(&themes, &ThemeService::changed, this, &GuardNotice::restyle);
    retranslate();
    restyle();
    setVisible(false);
}

void GuardNotice::setContent(const Content &content)
{
    m_content = content;
    retranslate();
    QStringList news;
    for (const QString &sentence : content.news)
        news.append(oneLine(sentence, 400));
    setPlainText(m_news, news.join(u'\n'));
    setChange({});
    m_see->setVisible(content.canSee);
    m_merge->setVisible(content.canMerge);
    setVisible(true);
    (content.canMerge ? m_merge : content.canSee ? m_see : m_anyway)->setFocus();
}

void GuardNotice::setChange(const QString &text)
{
    setPlainText(m_change, oneLine(text, 300));
    m_change->setVisible(!text.isEmpty());
}

void GuardNotice::clear()
{
    m_content = {};
    setVisible(false);
}

void GuardNotice::restyle()
{
    const TonePair &tone = m_themes.current().warning;
    setStyleSheet(u"#guardNotice { background: %1; border: 1px solid %2; border-radius: 6px; }"
                  "#guardNotice > QLabel { color: %3; }"_s.arg(
                      tone.background.name(), tone.border.name(), tone.text.name()));
}

void GuardNotice::retranslate()
{
    m_title->setText(tr("Somebody was faster"));
    m_see->setText(tr("See Their Change"));
    m_see->setAccessibleName(tr("See their change in a comparison"));
    m_merge->setText(tr("Merge…"));
    m_merge->setAccessibleName(tr("Merge their change into the draft"));
    m_anyway->setText(m_content.publishes ? tr("Publish Anyway") : tr("Save Anyway"));
    m_anyway->setAccessibleName(m_content.publishes ? tr("Publish anyway, in spite of their change")
                                                    : tr("Save anyway, without their change"));
}

void GuardNotice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace edgewright
