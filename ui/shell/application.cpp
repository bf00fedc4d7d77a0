// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/application.h"

#include "base/paths.h"
#include "shell/tour.h"

#include <QApplication>
#include <QFont>
#include <QFontInfo>
#include <QIcon>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

StartOptions prepared(StartOptions options)
{
    // organizationName stays empty: Qt would otherwise nest our folders twice.
    QCoreApplication::setApplicationName(u"edgewright"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(EDGEWRIGHT_VERSION));
    // No display name: the platform would append it to titles that say it already.
    QGuiApplication::setDesktopFileName(u"io.github.edgewright.Edgewright"_s);
    if (!options.tourFolder.isEmpty()) {
        options.sandbox = true;
        options.endpoint = {};
        if (options.language.isEmpty())
            options.language = u"en"_s;
        if (options.theme.isEmpty())
            options.theme = u"light"_s;
    }
    return options;
}

// Named after the system font, so that the fallback does not pick a bold or Japanese face.
void useChineseFont()
{
    QFont font = QApplication::font();
    font.setFamilies({QFontInfo(font).family(), u"Noto Sans CJK SC"_s});
    QApplication::setFont(font);
}

AppServices::Folders foldersIn(const QString &folder)
{
    AppServices::Folders folders = AppServices::defaultFolders();
    if (!folder.isEmpty()) {
        folders.data = folder;
        folders.sandbox = folder + u"/sandbox"_s;
    }
    return folders;
}

} // namespace

Application::Application(const StartOptions &options)
    : m_options(prepared(options))
    , m_tourData(m_options.tourFolder.isEmpty() ? nullptr : std::make_unique<QTemporaryDir>())
    , m_settings(folder().isEmpty() ? dataFolder() : folder())
    , m_services(foldersIn(folder()))
{
    useChineseFont();
    m_themes.applyTo(*qApp);
    QApplication::setWindowIcon(QIcon(u":/edgewright.svg"_s));
    m_window = std::make_unique<MainWindow>(MainWindow::Surroundings{.services = m_services,
                                                                     .settings = m_settings,
                                                                     .themes = m_themes,
                                                                     .language = m_language});
}

Application::~Application() = default;

void Application::start()
{
    m_window->start(m_options);
    m_window->show();
    if (!m_options.tourFolder.isEmpty()) {
        m_tour = std::make_unique<Tour>(*m_window, m_options.tourFolder);
        m_tour->start();
    }
}

QString Application::folder() const
{
    return m_tourData ? m_tourData->path() : m_options.dataFolder;
}

} // namespace edgewright
