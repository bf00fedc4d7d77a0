// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/application.h"

#include "base/paths.h"
#include "shell/singleinstance.h"
#include "shell/tour.h"

#include <QApplication>
#include <QFont>
#include <QFontInfo>
#include <QIcon>
#include <QMessageBox>

#include <cstdlib>

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
    return {.data = folder,
            .sandbox = folder + u"/sandbox"_s,
            .sandboxProgram = SandboxProcess::defaultProgram()};
}

} // namespace

Application::Application(const StartOptions &options)
    : m_options(prepared(options))
    , m_ownData(isIndependent() ? std::make_unique<QTemporaryDir>() : nullptr)
{
    useChineseFont();
    m_themes.applyTo(*qApp);
    QApplication::setWindowIcon(QIcon(u":/edgewright.svg"_s));
}

Application::~Application() = default;

void Application::start()
{
    if (isIndependent())
        openWindow();
    else
        claimData();
}

void Application::claimData()
{
    m_instance = std::make_unique<SingleInstance>(folder());
    connect(m_instance.get(), &SingleInstance::raiseRequested, this, &Application::bringToFront);
    connect(m_instance.get(), &SingleInstance::answered, this, &QApplication::quit);
    connect(m_instance.get(), &SingleInstance::unanswered, this,
            &Application::sayThatTheFirstDoesNotAnswer);
    if (m_instance->claim())
        openWindow();
    else
        m_instance->askFirst();
}

void Application::openWindow()
{
    // Files are compared in the user's own look.
    m_settings =
        std::make_unique<Settings>(m_options.tourFolder.isEmpty() ? userFolder() : folder());
    m_services = std::make_unique<AppServices>(foldersIn(folder()));
    m_window = std::make_unique<MainWindow>(MainWindow::Surroundings{.services = *m_services,
                                                                     .settings = *m_settings,
                                                                     .themes = m_themes,
                                                                     .language = m_language});
    m_window->start(m_options);
    m_window->show();
    QApplication::setQuitOnLastWindowClosed(true);
    if (!m_options.tourFolder.isEmpty()) {
        m_tour = std::make_unique<Tour>(*m_window, m_options.tourFolder);
        m_tour->start();
    }
}

void Application::bringToFront()
{
    if (!m_window)
        return;
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Application::sayThatTheFirstDoesNotAnswer()
{
    // Answering is not the end of the program.
    QApplication::setQuitOnLastWindowClosed(false);
    auto *box = new QMessageBox(
        QMessageBox::Warning, u"Edgewright"_s,
        tr("Edgewright is running already with the same data, but does not answer."),
        QMessageBox::Retry | QMessageBox::Close);
    box->setObjectName(u"runningAlready"_s);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Two at a time would overwrite each other's drafts. End the other "
                               "one, then try again; or choose another folder with --data."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QDialog::finished, this, [this](int button) {
        if (button == QMessageBox::Retry)
            claimData();
        else
            QApplication::exit(EXIT_FAILURE);
    });
    box->open();
}

bool Application::isIndependent() const
{
    return !m_options.tourFolder.isEmpty() || !m_options.comparedFiles.isEmpty();
}

QString Application::folder() const
{
    return m_ownData ? m_ownData->path() : userFolder();
}

QString Application::userFolder() const
{
    return m_options.dataFolder.isEmpty() ? dataFolder() : m_options.dataFolder;
}

} // namespace edgewright
