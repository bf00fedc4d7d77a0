// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorpage.h"

#include "common/themeservice.h"
#include "editor/codeeditor.h"
#include "editor/findbar.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

void paint(QFrame *frame, const TonePair &tone)
{
    frame->setStyleSheet(
        u"QFrame#%1 { background: %2; border: none; border-bottom: 1px solid %3; }"
        "QFrame#%1 QLabel { color: %4; }"_s.arg(frame->objectName(), tone.background.name(),
                                                tone.border.name(), tone.text.name()));
}

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *const label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

EditorPage::EditorPage(const ThemeService &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_editor(new CodeEditor(this))
    , m_findBar(new FindBar(*m_editor, this))
    , m_bannerFrame(new QFrame(this))
    , m_banner(plainLabel(u"editorBanner"_s, m_bannerFrame))
    , m_warningFrame(new QFrame(this))
    , m_warning(plainLabel(u"editorWarning"_s, m_warningFrame))
    , m_goToFirst(new QPushButton(m_warningFrame))
{
    setObjectName(u"editorPage"_s);
    setFocusProxy(m_editor);
    buildLayout();
    connectParts();
    retranslate();
    applyTheme();
}

void EditorPage::buildLayout()
{
    m_bannerFrame->setObjectName(u"editorBannerFrame"_s);
    m_warningFrame->setObjectName(u"editorWarningFrame"_s);
    m_goToFirst->setObjectName(u"goToFirstSuspicious"_s);

    auto *const banner = new QHBoxLayout(m_bannerFrame);
    banner->setContentsMargins(12, 5, 12, 5);
    banner->addWidget(m_banner, 1);
    auto *const warning = new QHBoxLayout(m_warningFrame);
    warning->setContentsMargins(12, 5, 8, 5);
    warning->addWidget(m_warning, 1);
    warning->addWidget(m_goToFirst);

    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_bannerFrame);
    rows->addWidget(m_warningFrame);
    rows->addWidget(m_editor, 1);
    rows->addWidget(m_findBar);
    m_bannerFrame->hide();
    m_warningFrame->hide();
}

void EditorPage::connectParts()
{
    connect(m_editor, &CodeEditor::edited, this, &EditorPage::edited);
    connect(m_editor, &CodeEditor::caretMoved, this, &EditorPage::caretMoved);
    connect(m_editor, &CodeEditor::formatChanged, this, &EditorPage::formatChanged);
    connect(m_editor, &CodeEditor::goToLineRequested, this, &EditorPage::goToLineRequested);
    connect(m_editor, &CodeEditor::suspiciousCharactersChanged, this,
            &EditorPage::suspiciousCharactersChanged);
    connect(m_editor, &CodeEditor::suspiciousCharactersChanged, this, &EditorPage::showWarning);
    connect(m_editor, &CodeEditor::findRequested, m_findBar, &FindBar::openFind);
    connect(m_editor, &CodeEditor::replaceRequested, m_findBar, &FindBar::openReplace);
    connect(m_editor, &CodeEditor::findNextRequested, m_findBar, &FindBar::findNext);
    connect(m_editor, &CodeEditor::findPreviousRequested, m_findBar, &FindBar::findPrevious);
    connect(m_goToFirst, &QPushButton::clicked, this, &EditorPage::goToFirstSuspicious);
    connect(&m_themes, &ThemeService::changed, this, &EditorPage::applyTheme);
}

void EditorPage::setReadOnly(bool on)
{
    m_editor->setReadOnly(on);
}

void EditorPage::setBanner(const QString &text)
{
    m_banner->setText(text);
    m_bannerFrame->setVisible(!text.isEmpty());
}

void EditorPage::addBar(QWidget *bar)
{
    auto *const rows = qobject_cast<QVBoxLayout *>(layout());
    rows->insertWidget(rows->indexOf(m_editor), bar);
}

void EditorPage::openFind()
{
    m_findBar->openFind();
}

void EditorPage::openReplace()
{
    m_findBar->openReplace();
}

void EditorPage::findNext()
{
    m_findBar->findNext();
}

void EditorPage::findPrevious()
{
    m_findBar->findPrevious();
}

void EditorPage::showWarning()
{
    const QList<SuspiciousCharacter> found = m_editor->suspiciousCharacters();
    m_warningFrame->setVisible(!found.isEmpty());
    if (found.isEmpty())
        return;
    const QString count =
        tr("%n character(s) in this code can make it read differently from how it runs.", nullptr,
           static_cast<int>(found.size()));
    //: %1 names a character, such as "U+202E RIGHT-TO-LEFT OVERRIDE".
    m_warning->setText(count % u' '
                       % tr("The first is %1.").arg(displayName(found.first().codePoint)));
}

void EditorPage::goToFirstSuspicious()
{
    const QList<SuspiciousCharacter> found = m_editor->suspiciousCharacters();
    if (found.isEmpty())
        return;
    m_editor->goToPosition(static_cast<int>(found.first().offset));
    m_editor->setFocus(Qt::OtherFocusReason);
}

void EditorPage::applyTheme()
{
    const Theme &theme = m_themes.current();
    m_editor->applyTheme(theme);
    paint(m_bannerFrame, theme.info);
    paint(m_warningFrame, theme.warning);
}

void EditorPage::retranslate()
{
    m_goToFirst->setText(tr("Go to First"));
    m_goToFirst->setAccessibleName(tr("Go to the first suspicious character"));
    showWarning();
}

void EditorPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace edgewright
