// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparebar.h"

#include "common/icons.h"
#include "compare/comparewords.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostContext = 99;
constexpr int kRoomForLabels = 620;
constexpr int kRoomForPlace = 110; ///< For "3 of 6".
constexpr int kLeastForIgnored = 90;

} // namespace

CompareBar::CompareBar(QWidget *parent)
    : QWidget(parent)
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_place(new QLabel(this))
    , m_layout(new QToolButton(this))
    , m_whitespace(new QToolButton(this))
    , m_contextLabel(new QLabel(this))
    , m_context(new QSpinBox(this))
    , m_wholeFile(new QToolButton(this))
    , m_find(new QToolButton(this))
{
    m_previous->setObjectName(u"comparePreviousChange"_s);
    m_next->setObjectName(u"compareNextChange"_s);
    m_place->setObjectName(u"comparePlace"_s);
    m_layout->setObjectName(u"compareLayout"_s);
    m_whitespace->setObjectName(u"compareWhitespace"_s);
    m_context->setObjectName(u"compareContext"_s);
    m_wholeFile->setObjectName(u"compareWholeFile"_s);
    m_find->setObjectName(u"compareFind"_s);
    buildLayout();
    buildLayoutMenu();
    buildIgnoreMenu();
    connect(m_previous, &QToolButton::clicked, this, &CompareBar::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &CompareBar::nextRequested);
    connect(m_find, &QToolButton::clicked, this, &CompareBar::findRequested);
    connect(m_wholeFile, &QToolButton::clicked, this, &CompareBar::wholeFileChosen);
    connect(m_context, &QSpinBox::valueChanged, this, &CompareBar::contextChosen);
    retranslate();
}

void CompareBar::buildLayout()
{
    m_context->setRange(0, kMostContext);
    m_context->setFixedWidth(58);
    m_contextLabel->setBuddy(m_context);
    m_wholeFile->setCheckable(true);
    for (QToolButton *button : {m_layout, m_whitespace})
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    // What it says is cut before it makes the view wide.
    m_whitespace->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_whitespace->setMinimumWidth(kLeastForIgnored);
    m_place->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 8, 3);
    layout->setSpacing(4);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addSpacing(4);
    layout->addWidget(m_place, 1);
    layout->addWidget(m_layout);
    layout->addWidget(m_whitespace);
    layout->addSpacing(6);
    layout->addWidget(m_contextLabel);
    layout->addWidget(m_context);
    layout->addWidget(m_wholeFile);
    layout->addWidget(m_find);
}

void CompareBar::buildLayoutMenu()
{
    auto *menu = new QMenu(m_layout);
    auto *group = new QActionGroup(menu);
    const auto add = [&](std::optional<bool> unified) {
        QAction *action = menu->addAction(QString());
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, unified] { emit layoutChosen(unified); });
        return action;
    };
    m_automatic = add(std::nullopt);
    m_sideBySide = add(false);
    m_unifiedAction = add(true);
    m_layout->setMenu(menu);
    m_layout->setPopupMode(QToolButton::MenuButtonPopup);
    connect(m_layout, &QToolButton::clicked, this, [this] { emit layoutChosen(!m_isUnified); });
}

void CompareBar::buildIgnoreMenu()
{
    auto *menu = new QMenu(m_whitespace);
    m_whitespace->setMenu(menu);
    m_whitespace->setPopupMode(QToolButton::MenuButtonPopup);
    m_ignoreNothing = menu->addAction(QString());
    connect(m_ignoreNothing, &QAction::triggered, this, [this] { emit ignoreChosen({}); });
    menu->addSeparator();
    addIgnore(&diff::Ignore::trailingSpace, QT_TR_NOOP("Ignore &Trailing Space"));
    addIgnore(&diff::Ignore::allSpace, QT_TR_NOOP("Ignore &All Space"));
    addIgnore(&diff::Ignore::blankLines, QT_TR_NOOP("Ignore &Blank Lines"));
    addIgnore(&diff::Ignore::lineEnds, QT_TR_NOOP("Ignore Line &Ends"));
    addIgnore(&diff::Ignore::formatting, QT_TR_NOOP("Ignore &Formatting (Only Code Counts)"));
    connect(m_whitespace, &QToolButton::clicked, this, [this] {
        diff::Ignore ignore = m_ignore;
        ignore.allSpace = !ignore.allSpace;
        emit ignoreChosen(ignore);
    });
}

void CompareBar::addIgnore(bool diff::Ignore::*mode, const char *text)
{
    QAction *action = m_whitespace->menu()->addAction(QString());
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, mode](bool on) {
        diff::Ignore ignore = m_ignore;
        ignore.*mode = on;
        emit ignoreChosen(ignore);
    });
    m_ignoreActions.append({.action = action, .mode = mode, .text = text});
}

void CompareBar::setPlace(int change, int count, bool wrapped)
{
    m_change = change;
    m_count = count;
    m_wrapped = wrapped;
    m_place->setText(CompareWords::place(change, count, wrapped));
    QFont font = this->font();
    font.setBold(wrapped);
    m_place->setFont(font);
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
}

void CompareBar::setLayoutChoice(std::optional<bool> unified, bool isUnified)
{
    m_choice = unified;
    m_isUnified = isUnified;
    showLayout();
}

void CompareBar::showLayout()
{
    m_automatic->setChecked(!m_choice);
    m_sideBySide->setChecked(m_choice == false);
    m_unifiedAction->setChecked(m_choice == true);
    m_layout->setText(m_isUnified ? tr("Unified") : tr("Side by side"));
}

void CompareBar::setIgnore(const diff::Ignore &ignore)
{
    m_ignore = ignore;
    showIgnore();
}

void CompareBar::setHidden(int hidden)
{
    m_hidden = hidden;
    showIgnore();
}

void CompareBar::showIgnore()
{
    m_ignoreNothing->setEnabled(m_ignore != diff::Ignore());
    for (const IgnoreAction &row : m_ignoreActions)
        row.action->setChecked(m_ignore.*row.mode);
    m_ignoreWords = CompareWords::ignored(m_ignore, m_hidden);
    // Other line ends are ignored unless asked for; that alone is nothing to be warned of.
    diff::Ignore chosen = m_ignore;
    chosen.lineEnds = false;
    const TonePair &tone = m_theme->warning;
    m_whitespace->setStyleSheet(
        chosen != diff::Ignore() || m_hidden > 0
            ? u"QToolButton { background: %1; color: %2; border-color: %3; }"_s.arg(
                tone.background.name(), tone.text.name(), tone.border.name())
            : QString());
    m_whitespace->setToolTip(m_ignoreWords + u'\n'
                             + tr("Ignore all space or compare it (Ctrl+Shift+W)"));
    fitIgnore();
}

void CompareBar::fitIgnore()
{
    const int spacing = layout()->spacing();
    int room = contentsRect().width() - kRoomForPlace - 4 * spacing;
    for (const QWidget *widget : std::initializer_list<QWidget *>{
             m_previous, m_next, m_layout, m_contextLabel, m_context, m_wholeFile, m_find})
    {
        if (!widget->isHidden())
            room -= widget->sizeHint().width() + spacing;
    }
    m_whitespace->setText(m_ignoreWords);
    const int excess = m_whitespace->sizeHint().width() - room;
    if (excess <= 0)
        return;
    const QFontMetrics metrics = m_whitespace->fontMetrics();
    m_whitespace->setText(metrics.elidedText(m_ignoreWords, Qt::ElideRight,
                                             metrics.horizontalAdvance(m_ignoreWords) - excess));
}

void CompareBar::setContext(int lines, bool wholeFile)
{
    const QSignalBlocker blocker(m_context);
    m_context->setValue(lines);
    m_context->setEnabled(!wholeFile);
    m_wholeFile->setChecked(wholeFile);
}

void CompareBar::setUsable(bool usable)
{
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_layout, m_whitespace, m_context, m_wholeFile, m_find})
        widget->setEnabled(usable);
    m_context->setEnabled(usable && !m_wholeFile->isChecked());
    if (!usable) {
        m_previous->setEnabled(false);
        m_next->setEnabled(false);
        m_place->clear();
    }
}

void CompareBar::applyTheme(const Theme &newTheme)
{
    m_theme = &theme(newTheme.kind);
    m_previous->setIcon(icon(IconName::Previous, newTheme));
    m_next->setIcon(icon(IconName::Next, newTheme));
    m_find->setIcon(icon(IconName::Search, newTheme));
    showIgnore();
}

void CompareBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CompareBar::resizeEvent(QResizeEvent *event)
{
    m_contextLabel->setVisible(width() >= kRoomForLabels);
    fitIgnore();
    QWidget::resizeEvent(event);
}

void CompareBar::retranslate()
{
    const auto name = [](QWidget *widget, const QString &words, const QString &tip) {
        widget->setAccessibleName(words);
        widget->setToolTip(tip);
    };
    name(m_previous, tr("Previous change"), tr("Previous change (Shift+F7)"));
    name(m_next, tr("Next change"), tr("Next change (F7)"));
    name(m_layout, tr("Comparison layout"), tr("Side by side or unified (Ctrl+Shift+U)"));
    m_whitespace->setAccessibleName(tr("What the comparison ignores"));
    name(m_context, tr("Context lines"), tr("Unchanged lines shown around each change"));
    name(m_wholeFile, tr("Whole file"), tr("Show unchanged lines as well (Ctrl+Shift+A)"));
    name(m_find, tr("Find in comparison"), tr("Find in both sides (Ctrl+F)"));
    m_wholeFile->setText(tr("Whole file"));
    m_contextLabel->setText(tr("Context:"));
    m_automatic->setText(tr("&Automatic"));
    m_sideBySide->setText(tr("&Side by Side"));
    m_unifiedAction->setText(tr("&Unified"));
    m_ignoreNothing->setText(tr("Ignore &Nothing"));
    for (const IgnoreAction &row : m_ignoreActions)
        row.action->setText(tr(row.text));
    showLayout();
    showIgnore();
    setPlace(m_change, m_count, m_wrapped);
}

} // namespace edgewright
