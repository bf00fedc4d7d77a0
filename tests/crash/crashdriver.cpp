// SPDX-License-Identifier: GPL-3.0-or-later
#include "crashdriver.h"

#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "routines/routinespanel.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace edgewright::test {

namespace {

const QStringList kRoutines{u"one"_s, u"two"_s};

void say(const QByteArray &line)
{
    const QByteArray whole = line + '\n';
    std::fwrite(whole.constData(), 1, static_cast<std::size_t>(whole.size()), stdout);
    std::fflush(stdout);
}

void press(QWidget &widget, int key, const QString &text)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QApplication::sendEvent(&widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QApplication::sendEvent(&widget, &up);
}

} // namespace

CrashDriver::CrashDriver(Application &application, int round)
    : m_application(application)
    , m_round(round)
    , m_random(static_cast<quint32>(round))
    , m_toOpen(kRoutines)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CrashDriver::proceed);
}

void CrashDriver::start()
{
    m_timer.start(10);
}

void CrashDriver::verifyArchive()
{
    shell().services.archive().verify()->then(this, [](const Result<VerifyReport> &report) {
        if (!report)
            say("archive unreadable: " + report.error().text().toUtf8());
        else
            say("archive checked " + QByteArray::number(report->checked) + " findings "
                + QByteArray::number(report->findings.size()));
        if (report) {
            for (const VerifyReport::Finding &finding : report->findings)
                say("finding " + finding.what.toUtf8());
        }
        QApplication::quit();
    });
}

const ShellContext &CrashDriver::shell() const
{
    return m_application.window().shell();
}

DraftPage *CrashDriver::loadedDraft() const
{
    DraftPage *page = shell().documents.currentDraft();
    return page && page->isLoaded() ? page : nullptr;
}

void CrashDriver::proceed()
{
    acknowledge();
    if (m_step == Step::Working) {
        act();
        if (!m_timer.isActive())
            m_timer.start(m_random.bounded(1, 60));
        return;
    }
    m_timer.start(20);
    if (m_step == Step::Connecting) {
        if (shell().services.catalog().model().items().size() < kRoutines.size())
            return;
        m_step = Step::Opening;
        open(m_toOpen.constFirst());
        return;
    }
    const DraftPage *page = loadedDraft();
    if (!page || page->routine() != m_toOpen.constFirst())
        return;
    say("restored " + page->routine().toUtf8() + ' ' + page->text().toBase64());
    m_toOpen.removeFirst();
    if (!m_toOpen.isEmpty()) {
        open(m_toOpen.constFirst());
        return;
    }
    m_step = Step::Working;
    say("working");
}

void CrashDriver::open(const QString &routine)
{
    emit shell().routinesPanel.routineActivated(routine);
}

void CrashDriver::act()
{
    const auto isOpen = [this](const QString &sheet) {
        const auto *box = m_application.window().findChild<QWidget *>(sheet);
        return box && box->isVisible();
    };
    if (m_random.bounded(3) == 0 && isOpen(u"saveVersionSheet"_s)) {
        save();
        return;
    }
    if (m_random.bounded(3) == 0 && isOpen(u"publishSheet"_s)) {
        publish();
        return;
    }
    const int dice = m_random.bounded(100);
    if (dice < 70)
        type();
    else if (dice < 78)
        save();
    else if (dice < 86)
        publish();
    else if (dice < 90)
        m_application.window().actions().action(ActionId::Refresh).trigger();
    else if (dice < 94)
        open(kRoutines[m_random.bounded(2)]);
    else
        m_timer.start(300); // a pause, so that something gets to the disk
}

void CrashDriver::type()
{
    DraftPage *page = loadedDraft();
    if (!page)
        return;
    CodeEditor &editor = page->page().editor();
    const QString token = u"//%1.%2;"_s.arg(m_round).arg(++m_count);
    editor.goToPosition(static_cast<int>(page->text().size()));
    for (const QChar c : token)
        press(editor, 0, c);
    press(editor, Qt::Key_Return, u"\r"_s);
    if (!page->text().contains(token.toUtf8())) {
        say("untypable " + token.toUtf8());
        return;
    }
    m_typed[page->routine()].append(token);
}

void CrashDriver::acknowledge()
{
    const DraftPage *page = loadedDraft();
    if (!page || m_typed.value(page->routine()).isEmpty())
        return;
    const QString status = m_application.window().findChild<QLabel *>(u"statusDraft"_s)->text();
    if (!status.startsWith("Draft saved"_L1) && status != "No changes"_L1)
        return;
    say("saved " + page->routine().toUtf8() + ' '
        + m_typed.take(page->routine()).join(u' ').toUtf8());
}

bool CrashDriver::click(const QString &sheet, const QString &button)
{
    const auto *box = m_application.window().findChild<QWidget *>(sheet);
    auto *found = box && box->isVisible() ? box->findChild<QPushButton *>(button) : nullptr;
    if (!found || !found->isVisible() || !found->isEnabled())
        return false;
    found->click();
    return true;
}

void CrashDriver::save()
{
    if (click(u"saveVersionSheet"_s, u"sheetConfirm"_s))
        say("save");
    else
        m_application.window().actions().action(ActionId::SaveVersion).trigger();
}

void CrashDriver::publish()
{
    // Counted before: the service may see it before anybody hears of it.
    const auto *sheet = m_application.window().findChild<QWidget *>(u"publishSheet"_s);
    if (!sheet || !sheet->isVisible()) {
        m_application.window().actions().action(ActionId::PublishStaging).trigger();
        return;
    }
    const auto *confirm = sheet->findChild<QPushButton *>(u"sheetConfirm"_s);
    if (confirm->isVisible() && confirm->isEnabled())
        say("publish");
    (void)click(u"publishSheet"_s, u"sheetConfirm"_s);
}

} // namespace edgewright::test

int main(int argc, char *argv[])
{
    using namespace edgewright;

    const QApplication qtApplication(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const Result<Endpoint> endpoint = Endpoint::parse(arguments.value(2));
    StartOptions options;
    options.endpoint = endpoint ? *endpoint : Endpoint();
    options.dataFolder = arguments.value(1);
    options.language = u"en"_s;
    options.theme = u"light"_s;
    Application application(options);
    application.start();
    test::CrashDriver driver(application, arguments.value(3).toInt());
    if (arguments.value(3) == "verify"_L1)
        driver.verifyArchive();
    else
        driver.start();
    return QApplication::exec();
}
