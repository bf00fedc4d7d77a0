// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/elidedlabel.h"
#include "common/messagebar.h"
#include "editor/codeeditor.h"
#include "editor/decorators/linenotes.h"
#include "editor/editorpage.h"
#include "editor/scintilla.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/timetravelbar.h"
#include "shell/versionpage.h"
#include "support/unnamedwidgets.h"
#include "workbench.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QProcess>
#include <QRegularExpression>
#include <QSlider>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace edgewright;
using test::Workbench;

namespace {

/// One routine of the sample data is open and its versions are listed.
bool opened(Workbench &workbench)
{
    return QTest::qWaitFor(
        [&workbench] {
            const DraftPage *page = workbench.shell().documents.currentDraft();
            return page && page->isLoaded()
                   && workbench.services().history().model().rowCount() > 3;
        },
        test::kPatienceMs);
}

/// Its versions are in the archive, so that nothing is found anew by what is yet to be read.
bool archived(Workbench &workbench)
{
    return opened(workbench)
           && QTest::qWaitFor(
               [&workbench] {
                   return workbench.services().archiver().progress().total == 0
                          && std::ranges::all_of(workbench.services().history().model().items(),
                                                 [](const VersionListModel::Item &item) {
                                                     return item.isHeld || item.isLost
                                                            || item.version.isUnstable;
                                                 });
               },
               test::kPatienceMs);
}

CodeEditor &draftEditor(Workbench &workbench)
{
    return workbench.shell().documents.currentDraft()->page().editor();
}

VersionPage *versionOnScreen(Workbench &workbench)
{
    VersionPage *page = workbench.shell().documents.openVersionPage();
    const bool isShown = page && workbench.shell().documents.currentPage() == page;
    return isShown && page->hasCode() ? page : nullptr;
}

QString versionName(Workbench &workbench)
{
    const VersionPage *page = versionOnScreen(workbench);
    return page ? workbench.services().history().nameOf(page->versionId()) : QString();
}

QString lineText(const CodeEditor &editor, int line)
{
    return editor.text(line);
}

/// The first line of the draft that \p text stands on.
int lineWith(const CodeEditor &editor, const QString &text)
{
    for (int line = 0; line < editor.lines(); ++line) {
        if (editor.text(line).contains(text))
            return line;
    }
    return -1;
}

/// Answers the file dialog that is, or will be, open.
bool chooseInDialog(Workbench &workbench, const QString &path)
{
    const auto dialog = [&workbench] { return workbench.window().findChild<QFileDialog *>(); };
    if (!QTest::qWaitFor([&dialog] { return dialog() != nullptr; }, test::kPatienceMs))
        return false;
    dialog()->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(path);
    return QMetaObject::invokeMethod(dialog(), "accept");
}

} // namespace

class TimeTravelTest final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
    }

    void walkingKeepsTheCaretOnTheSameLine()
    {
        Workbench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        const int line = lineWith(draftEditor(workbench), u"export default"_s);
        QVERIFY(line >= 0);
        draftEditor(workbench).goToLine(line);

        workbench.trigger(ActionId::OlderVersion); // the base itself
        QTRY_VERIFY_WITH_TIMEOUT(versionOnScreen(workbench), test::kPatienceMs);
        const QString newest = versionName(workbench);
        QStringList walked;
        for (int i = 0; i < 3; ++i) {
            const QString before = versionName(workbench);
            workbench.trigger(ActionId::OlderVersion);
            QTRY_VERIFY(versionOnScreen(workbench) && versionName(workbench) != before);
            const CodeEditor &editor = versionOnScreen(workbench)->page().editor();
            QTRY_VERIFY(lineText(editor, editor.caretLine()).contains(u"export default"_s));
            walked.append(versionName(workbench));
        }
        QCOMPARE(QSet<QString>(walked.begin(), walked.end()).size(), 3);
        for (int i = 0; i < 3; ++i) {
            const QString before = versionName(workbench);
            workbench.trigger(ActionId::NewerVersion);
            QTRY_VERIFY(versionOnScreen(workbench) && versionName(workbench) != before);
        }
        QTRY_COMPARE(versionName(workbench), newest);
        const CodeEditor &editor = versionOnScreen(workbench)->page().editor();
        QTRY_VERIFY(lineText(editor, editor.caretLine()).contains(u"export default"_s));
    }

    void theSliderWalksToo()
    {
        Workbench workbench;
        workbench.open();
        QVERIFY(archived(workbench));
        workbench.trigger(ActionId::OlderVersion);
        QTRY_VERIFY_WITH_TIMEOUT(workbench.find<QSlider>("versionSlider"), test::kPatienceMs);
        auto *slider = workbench.find<QSlider>("versionSlider");
        QTRY_VERIFY(slider->maximum() > 2);
        QTRY_COMPARE(slider->value(), slider->maximum());

        slider->setValue(0);

        QTRY_COMPARE(versionName(workbench), u"v1"_s);
        QTRY_VERIFY(!workbench.find<QAbstractButton>("olderVersionButton")->isEnabled());
        QVERIFY(workbench.click("newerVersionButton"));
        QTRY_COMPARE(versionName(workbench), u"v2"_s);
        QTRY_COMPARE(slider->value(), 1);
        QCOMPARE(test::unnamedWidgets(&workbench.window()).join(u"; "_s), QString());
    }

    void eachLineSaysWhoWroteIt()
    {
        Workbench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        CodeEditor &editor = draftEditor(workbench);
        auto *origin = workbench.window().findChild<ElidedLabel *>(u"lineOrigin"_s);
        QVERIFY(!origin || !origin->isVisible());

        workbench.trigger(ActionId::WhoWroteLine);

        QTRY_VERIFY_WITH_TIMEOUT(
            workbench.find<ElidedLabel>("lineOrigin")
                && workbench.find<ElidedLabel>("lineOrigin")->fullText().startsWith(u"Line 1 "_s),
            test::kPatienceMs);
        origin = workbench.find<ElidedLabel>("lineOrigin");
        const auto *notes = editor.findChild<LineNotesDecorator *>();
        QTRY_VERIFY(notes->isEnabled());
        QTRY_VERIFY(notes->noteOf(0) && notes->noteOf(0)->text.startsWith(u'v'));

        editor.goToLine(0);
        editor.setFocus();
        QTest::keyClicks(&editor, u"// mine"_s);
        QTest::keyClick(&editor, Qt::Key_Return);
        editor.goToLine(0);
        QTRY_COMPARE(origin->fullText(), u"Line 1 is in no version yet"_s);
        QTRY_VERIFY(notes->noteOf(0) && notes->noteOf(0)->text == u"not saved yet"_s);
        QCOMPARE(test::unnamedWidgets(&workbench.window()).join(u"; "_s), QString());

        workbench.trigger(ActionId::WhoWroteLine);
        QTRY_VERIFY(!notes->isEnabled());
        QTRY_VERIFY(!origin->isVisible());
    }

    void theVersionBeforeALineLacksIt()
    {
        Workbench workbench;
        workbench.open();
        QVERIFY(archived(workbench));
        workbench.trigger(ActionId::WhoWroteLine);
        CodeEditor &editor = draftEditor(workbench);
        const auto *notes = editor.findChild<LineNotesDecorator *>();
        QTRY_VERIFY_WITH_TIMEOUT(notes && notes->noteOf(0), test::kPatienceMs);
        const QString newest =
            workbench.services().history().nameOf(workbench.services().history().newestVersionId());
        int line = 0;
        const auto isFound = [&] {
            for (line = 0; line < editor.lines(); ++line) {
                if (notes->noteOf(line) && notes->noteOf(line)->text.startsWith(newest))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(isFound());
        const QString text = lineText(editor, line);
        editor.goToLine(line);

        // Versions that are still being archived make the lines' origins be found anew meanwhile.
        const auto goBefore = [&workbench] {
            if (!versionOnScreen(workbench))
                workbench.trigger(ActionId::VersionBeforeLine);
            return versionOnScreen(workbench) != nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(goBefore(), test::kPatienceMs);
        QVERIFY(versionName(workbench) != newest);
        QVERIFY(!versionOnScreen(workbench)->page().editor().text().contains(text)
                || text.trimmed().size() < 8);
    }

    void aHistoryBecomesAGitRepository()
    {
        if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
            QSKIP("git is not installed");
        Workbench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        const QString routine = workbench.services().history().routine();
        const QTemporaryDir place;

        workbench.trigger(ActionId::ExportGit);
        QVERIFY(chooseInDialog(workbench, place.path()));

        const QString folder = place.filePath(routine + u"-git"_s);
        const MessageBar &messages = workbench.shell().messages;
        QTRY_COMPARE_WITH_TIMEOUT(messages.kind(), MessageBar::Kind::Success, test::kPatienceMs);
        QVERIFY2(messages.text().contains(routine), qPrintable(messages.text()));
        QProcess git;
        git.setWorkingDirectory(folder);
        git.start(u"git"_s, {u"log"_s, u"--oneline"_s});
        QVERIFY(git.waitForFinished(test::kPatienceMs));
        QCOMPARE(git.readAllStandardOutput().count('\n'), workbench.services().history().used());
        QFile newest(folder + u'/' + routine + u".js"_s);
        QVERIFY(newest.open(QIODevice::ReadOnly));
        QCOMPARE(newest.readAll(), workbench.shell().documents.currentDraft()->text());
    }

    void anExportedFolderComesBackAsDraft()
    {
        Workbench workbench;
        workbench.open();
        QVERIFY(opened(workbench));
        const QTemporaryDir place;
        workbench.trigger(ActionId::ExportFolder);
        QVERIFY(chooseInDialog(workbench, place.path()));
        const MessageBar &messages = workbench.shell().messages;
        QTRY_COMPARE_WITH_TIMEOUT(messages.kind(), MessageBar::Kind::Success, test::kPatienceMs);
        const QByteArray newest = workbench.shell().documents.currentDraft()->text();
        QTest::keyClicks(&draftEditor(workbench), u"// edited "_s);

        // The dialog that was open may be going still.
        QTRY_VERIFY(!workbench.window().findChild<QFileDialog *>());
        workbench.trigger(ActionId::ImportFolder);
        QVERIFY(chooseInDialog(
            workbench,
            place.path() + u'/'
                + QDir(place.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0)));

        QTRY_VERIFY(workbench.window().findChild<QListWidget *>(u"importList"_s));
        const auto *list = workbench.window().findChild<QListWidget *>(u"importList"_s);
        QTRY_VERIFY(list->currentItem());
        QVERIFY2(list->currentItem()->text().contains(u"newest"_s),
                 qPrintable(list->currentItem()->text()));
        QTest::mouseClick(workbench.window().findChild<QAbstractButton *>(u"importButton"_s),
                          Qt::LeftButton);
        QTRY_COMPARE(workbench.shell().documents.currentDraft()->text(), newest);
    }

    void pictures_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("language");
        QTest::newRow("light") << false << u"en"_s;
        QTest::newRow("dark") << true << u"zh_CN"_s;
    }
    void pictures()
    {
        const QString folder = qEnvironmentVariable("EDGEWRIGHT_SHOTS");
        if (folder.isEmpty())
            QSKIP("EDGEWRIGHT_SHOTS names no folder");
        QFETCH(bool, dark);
        QFETCH(QString, language);
        const auto shoot = [&folder](Workbench &workbench, const char *name) {
            (void)QTest::qWaitFor([] { return false; }, 300);
            const QString file = u"/timetravel-%1-%2.png"_s.arg(
                QString::fromLatin1(QTest::currentDataTag()), QString::fromLatin1(name));
            return workbench.window().grab().save(folder + file);
        };
        Workbench workbench;
        workbench.options().theme = dark ? u"dark"_s : u"light"_s;
        workbench.options().language = language;
        workbench.open();
        workbench.window().resize(1280, 800);
        QVERIFY(opened(workbench));
        workbench.trigger(ActionId::WhoWroteLine);
        QTRY_VERIFY_WITH_TIMEOUT(
            draftEditor(workbench).findChild<LineNotesDecorator *>()
                && draftEditor(workbench).findChild<LineNotesDecorator *>()->noteOf(0),
            test::kPatienceMs);
        draftEditor(workbench).goToLine(12);
        QVERIFY(shoot(workbench, "draft"));
        workbench.trigger(ActionId::OlderVersion);
        QTRY_VERIFY(versionOnScreen(workbench));
        workbench.trigger(ActionId::OlderVersion);
        QVERIFY(shoot(workbench, "version"));
        workbench.window().findChild<QMenu *>(u"fileMenu"_s)->popup({});
        QVERIFY(workbench.window()
                    .findChild<QMenu *>(u"fileMenu"_s)
                    ->grab()
                    .save(folder + u"/timetravel-menu-%1.png"_s.arg(language)));
        workbench.window().findChild<QMenu *>(u"fileMenu"_s)->hide();
    }
};

QTEST_MAIN(TimeTravelTest)
#include "tst_timetravel.moc"
