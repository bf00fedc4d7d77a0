// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/archiveindicator.h"

#include "common/icons.h"
#include "workspace/archiver.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace edgewright {

ArchiveIndicator::ArchiveIndicator(Archiver &archiver, const ThemeService &themes, QWidget *parent)
    : QWidget(parent)
    , m_archiver(archiver)
    , m_themes(themes)
    , m_text(new QLabel(this))
    , m_pause(new QToolButton(this))
{
    setObjectName(u"archiveIndicator"_s);
    m_text->setObjectName(u"archiveProgress"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_pause->setObjectName(u"pauseArchiving"_s);
    m_pause->setAutoRaise(true);
    m_pause->setFocusPolicy(Qt::TabFocus);
    m_pause->setIconSize({14, 14});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 4, 0);
    layout->setSpacing(4);
    layout->addWidget(m_text);
    layout->addWidget(m_pause);
    connect(&m_archiver, &Archiver::progressChanged, this, &ArchiveIndicator::update);
    connect(&themes, &ThemeService::changed, this, &ArchiveIndicator::update);
    connect(m_pause, &QToolButton::clicked, this,
            [this] { m_archiver.setPaused(!m_archiver.progress().isPaused); });
    update();
}

void ArchiveIndicator::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        update();
    QWidget::changeEvent(event);
}

void ArchiveIndicator::update()
{
    const Archiver::Progress progress = m_archiver.progress();
    const int current = qMin(progress.done + 1, progress.total);
    m_text->setText(progress.isPaused
                        ? tr("Archiving is paused: %1 of %2").arg(progress.done).arg(progress.total)
                        //: Code of versions is being put into the archive
                        : tr("Archiving %1 of %2…").arg(current).arg(progress.total));
    m_text->setToolTip(tr("Every version's code is kept on this computer, so that it can be read "
                          "when the service no longer has it."));
    const QString act = progress.isPaused ? tr("Go on archiving") : tr("Pause archiving");
    m_pause->setIcon(
        icon(progress.isPaused ? IconName::Play : IconName::Pause, m_themes.current()));
    m_pause->setToolTip(act);
    m_pause->setAccessibleName(act);
    setVisible(progress.total > 0);
}

} // namespace edgewright
