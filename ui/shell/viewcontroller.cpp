// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/viewcontroller.h"

#include "common/themeservice.h"
#include "shell/commandline.h"
#include "shell/language.h"

#include <QApplication>
#include <QDockWidget>
#include <QScreen>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

struct ThemeRow {
    ActionId action;
    ThemeService::Mode mode;
    QLatin1StringView name; ///< In the settings and on the command line.
};

constexpr std::array kThemes{
    ThemeRow{ActionId::ThemeSystem, ThemeService::Mode::System, QLatin1StringView("system")},
    ThemeRow{ActionId::ThemeLight, ThemeService::Mode::Light, QLatin1StringView("light")},
    ThemeRow{ActionId::ThemeDark, ThemeService::Mode::Dark, QLatin1StringView("dark")},
};

constexpr int kFirstWidth = 1440;
constexpr int kFirstHeight = 900;
constexpr QSize kFrame(16, 48); ///< About what a window manager draws around a window.

} // namespace

ViewController::ViewController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connectTheme();
    connectLanguage();
    connectLayout();
}

void ViewController::start(const StartOptions &options)
{
    const QString theme = options.theme.isEmpty() ? m_parts.settings.theme() : options.theme;
    for (const ThemeRow &row : kThemes) {
        if (theme == row.name) {
            m_parts.themes.setMode(row.mode);
            m_parts.actions.action(row.action).setChecked(true);
        }
    }
    QString language = options.language.isEmpty() ? m_parts.settings.language() : options.language;
    if (language.isEmpty())
        language = Language::systemLanguage();
    m_parts.language.set(language);
    m_parts.actions
        .action(language == "zh_CN"_L1 ? ActionId::LanguageChinese : ActionId::LanguageEnglish)
        .setChecked(true);
}

void ViewController::restoreLayout()
{
    m_firstState = m_parts.window.saveState();
    const Settings::Window kept = m_parts.settings.window();
    if (!m_parts.window.restoreGeometry(kept.geometry)) {
        const QSize room = m_parts.window.screen()->availableSize() - kFrame;
        m_parts.window.resize(QSize(kFirstWidth, kFirstHeight).boundedTo(room));
    }
    m_parts.window.restoreState(kept.state);
}

void ViewController::rememberLayout()
{
    m_parts.settings.setWindow(
        {.geometry = m_parts.window.saveGeometry(), .state = m_parts.window.saveState()});
}

void ViewController::connectTheme()
{
    m_parts.actions.action(ActionId::ThemeSystem).setChecked(true);
    for (const ThemeRow &row : kThemes) {
        connect(&m_parts.actions.action(row.action), &QAction::triggered, this, [this, row] {
            m_parts.themes.setMode(row.mode);
            m_parts.settings.setTheme(row.name);
        });
    }
}

void ViewController::connectLanguage()
{
    const auto choose = [this](ActionId id, const QString &language) {
        connect(&m_parts.actions.action(id), &QAction::triggered, this, [this, language] {
            m_parts.language.set(language);
            m_parts.settings.setLanguage(language);
        });
    };
    choose(ActionId::LanguageEnglish, u"en"_s);
    choose(ActionId::LanguageChinese, u"zh_CN"_s);
}

void ViewController::connectLayout()
{
    const auto toggles = [this](ActionId id, QDockWidget &dock) {
        QAction &action = m_parts.actions.action(id);
        connect(&action, &QAction::triggered, &dock, &QWidget::setVisible);
        connect(dock.toggleViewAction(), &QAction::toggled, &action, &QAction::setChecked);
    };
    toggles(ActionId::ShowRoutines, m_parts.routines);
    toggles(ActionId::ShowVersions, m_parts.versions);
    toggles(ActionId::ShowBottom, m_parts.bottom);
    connect(&m_parts.actions.action(ActionId::ResetLayout), &QAction::triggered, this,
            [this] { m_parts.window.restoreState(m_firstState); });
    connect(&m_parts.actions.action(ActionId::FullScreen), &QAction::triggered, this,
            [this](bool on) {
                m_parts.window.setWindowState(
                    on ? m_parts.window.windowState() | Qt::WindowFullScreen
                       : m_parts.window.windowState() & ~Qt::WindowFullScreen);
            });
    connect(&m_parts.actions.action(ActionId::NextPane), &QAction::triggered, this,
            [this] { focusNextPane(true); });
    connect(&m_parts.actions.action(ActionId::PreviousPane), &QAction::triggered, this,
            [this] { focusNextPane(false); });
}

void ViewController::focusNextPane(bool forward)
{
    QList<QWidget *> panes;
    for (QWidget *pane : {m_parts.routines.widget(), &m_parts.documents, m_parts.versions.widget(),
                          m_parts.bottom.widget()})
    {
        if (pane->isVisible())
            panes.append(pane);
    }
    if (panes.isEmpty())
        return;
    qsizetype current = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i]->isAncestorOf(QApplication::focusWidget()))
            current = i;
    }
    const qsizetype next = (current + (forward ? 1 : panes.size() - 1)) % panes.size();
    // Each pane's focus proxy is where the work is done in it.
    panes[std::max<qsizetype>(next, 0)]->setFocus(Qt::ShortcutFocusReason);
}

} // namespace edgewright
