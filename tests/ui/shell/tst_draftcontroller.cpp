// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/durablefile.h"
#include "common/messagebar.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "history/historypanel.h"
#include "publish/livestrip.h"
#include "routines/routinespanel.h"
#include "shell/actionregistry.h"
#include "shell/bottompanel.h"
#include "shell/documentarea.h"
#include "shell/draftcontroller.h"
#include "shell/draftpage.h"
#include "shell/versionpage.h"
#include "support/fakeroutineservice.h"
#include "support/testing.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace edgewright;
using Fake = test::FakeRoutineService;

namespace {

const QByteArray kOld = "export default { fetch() { return new Response('1'); } };\n";
const QByteArray kNew = "export default { fetch() { return new Response('2'); } };\n";

/// Answers at once with what the test wants.
class ReadyPrompts final : public Prompts {
public:
    void ask(const QObject *, const Question &, std::function<void(bool)> answer) override
    {
        answer(true);
    }
    void chooseFileToOpen(const QObject *, const QString &,
                          std::function<void(const QString &)> answer) override
    {
        answer(path);
    }
    void chooseFolder(const QObject *, const QString &,
                      std::function<void(const QString &)> answer) override
    {
        answer(path);
    }
    void chooseFileToSave(const QObject *, const QString &, const QString &name,
                          std::function<void(const QString &)> answer) override
    {
        proposedName = name;
        answer(path);
    }

    QString path;
    QString proposedName;
};

/// Every text gets a star.
class StarTranslator final : public QTranslator {
public:
    [[nodiscard]] QString translate(const char *, const char *source, const char *,
                                    int) const override
    {
        return u'*' + QString::fromUtf8(source);
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// The parts of a window around the controller, on a service in memory with one routine.
struct World {
    QTemporaryDir folder;
    AppServices services{{.data = folder.path(), .sandbox = {}, .sandboxProgram = {}}};
    ThemeService themes;
    ReadyPrompts prompts;
    RoutinesPanel routines{services.catalog().model(), themes};
    HistoryPanel history{services.history().model(), themes};
    DocumentArea documents{themes};
    LiveStrip strip{themes};
    MessageBar messages{themes};
    BottomPanel bottom;
    ActionRegistry actions;
    ShellContext shell{.services = services,
                       .prompts = prompts,
                       .themes = themes,
                       .routinesPanel = routines,
                       .historyPanel = history,
                       .documents = documents,
                       .liveStrip = strip,
                       .messages = messages,
                       .bottom = bottom,
                       .actions = actions};
    DraftController drafts{shell};
    QStringList ids; ///< Of the versions, oldest first.

    void connectFake()
    {
        auto service = std::make_unique<Fake>();
        service->routines()[u"hello"_s].routine.name = u"hello"_s;
        for (const QByteArray &code : {kOld, kNew})
            ids.append(service->addVersion(u"hello"_s, code));
        services.connection().adopt({.id = u"one"_s}, std::move(service));
        services.history().setRoutine(u"hello"_s);
    }

    [[nodiscard]] QString draftsFolder() const { return folder.filePath(u"drafts"_s); }
    [[nodiscard]] DraftPage *page() const { return documents.currentDraft(); }
};

} // namespace

class DraftControllerTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_world = std::make_unique<World>();
        m_world->connectFake();
    }

    void cleanup() { m_world.reset(); }

    void cancellingAFileDialogDoesNothing()
    {
        openHello();

        m_world->drafts.openFile();
        m_world->drafts.exportCode();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();

        QVERIFY(m_world->messages.isHidden());
        QCOMPARE(m_world->page()->text(), kNew);
    }

    void exportsTheTextOnScreen()
    {
        openHello();
        m_world->page()->page().editor().insert(u"typed"_s);
        m_world->prompts.path = m_world->folder.filePath(u"out.js"_s);

        m_world->drafts.exportCode();

        QTRY_COMPARE(m_world->messages.kind(), MessageBar::Kind::Success);
        QCOMPARE(*readWholeFile(m_world->prompts.path, 10'000), m_world->page()->text());
        QCOMPARE(m_world->prompts.proposedName, u"hello.js"_s);
    }

    void anOpenedFileReplacesTheDraftAndSaysTheWayBack()
    {
        openHello();
        m_world->page()->page().editor().insert(u"typed"_s);
        m_world->prompts.path = m_world->folder.filePath(u"other.js"_s);
        QVERIFY_RESULT(writeDurably(m_world->prompts.path, kOld));

        m_world->drafts.openFile();

        QTRY_COMPARE(m_world->page()->text(), kOld);
        QVERIFY(m_world->messages.text().contains(u"local history"_s));
        QCOMPARE(m_world->services.drafts().history().snapshots(u"one"_s, u"hello"_s).size(), 1);
    }

    void withoutTheLocalHistoryAVersionDoesNotBecomeTheDraft()
    {
        openHello();
        m_world->page()->page().editor().insert(u"typed"_s);
        m_world->page()->flush();
        QVERIFY_RESULT(writeDurably(m_world->draftsFolder() + u"/shelf"_s, "in the way"));

        m_world->drafts.useAsDraft(m_world->ids.constFirst());

        QTRY_VERIFY(!m_world->messages.isHidden());
        QCOMPARE(m_world->messages.kind(), MessageBar::Kind::Error);
        QVERIFY(m_world->page()->text().contains("typed"));
    }

    void nothingTakesThePlaceOfADraftThatCannotBeReadNorMoved()
    {
        const QString file = blockDraft();

        m_world->drafts.open(u"hello"_s);
        QTRY_VERIFY(!m_world->services.history().isRefreshing());
        m_world->services.history().refresh();
        QTRY_VERIFY(!m_world->services.history().isRefreshing());
        m_world->drafts.useAsDraft(m_world->ids.constFirst());
        QTRY_VERIFY(!m_world->messages.isHidden());

        QVERIFY(!m_world->page()->isLoaded());
        QVERIFY(placeholder(u"emptyTitle"_s).contains(u"hello"_s));
        QVERIFY(placeholder(u"emptyText"_s).contains(file));

        QVERIFY(QFile::remove(file + u".broken-7"_s));
        m_world->page()->findChild<QPushButton *>(u"emptyButton0"_s)->click();
        QTRY_VERIFY(m_world->page()->isLoaded());
        QCOMPARE(m_world->page()->text(), kNew);
    }

    void aDraftOnTheDiskAgainIsTold()
    {
        openHello();
        QVERIFY_RESULT(writeDurably(m_world->draftsFolder(), "in the way"));
        m_world->page()->page().editor().insert(u"typed"_s);
        QTRY_VERIFY(m_world->page()->saveError());
        QCOMPARE(m_world->messages.kind(), MessageBar::Kind::Error);
        QCOMPARE(m_world->drafts.unsafeRoutines(), QStringList{u"hello"_s});
        QFile::remove(m_world->draftsFolder());

        m_world->drafts.flushAll();

        QVERIFY(m_world->drafts.unsafeRoutines().isEmpty());
        QCOMPARE(m_world->messages.kind(), MessageBar::Kind::Success);
    }

    void aTabThatStaysSaysWhy()
    {
        openHello();
        QVERIFY_RESULT(writeDurably(m_world->draftsFolder(), "in the way"));
        m_world->page()->page().editor().insert(u"typed"_s);

        m_world->documents.close(m_world->page());

        QVERIFY(m_world->page());
        QVERIFY(m_world->messages.text().contains(u"stays open"_s));
        QFile::remove(m_world->draftsFolder());
        m_world->documents.close(m_world->page());
        QVERIFY(!m_world->page());
    }

    void leavingAnAccountShowsNoTabInBetween()
    {
        m_world->drafts.open(u"a"_s);
        m_world->drafts.open(u"b"_s);
        openHello();
        QStringList shown;
        connect(&m_world->documents, &DocumentArea::currentChanged, this, [this, &shown] {
            shown.append(m_world->page() ? m_world->page()->routine() : u"nothing"_s);
        });

        m_world->services.connection().close();

        QCOMPARE(shown, QStringList{u"nothing"_s});
    }

    void onlyATabThatCannotBeKeptOutlivesTheAccount()
    {
        m_world->drafts.open(u"a"_s);
        openHello();
        m_world->drafts.open(u"b"_s);
        QVERIFY_RESULT(writeDurably(m_world->draftsFolder(), "in the way"));
        m_world->documents.draftOf(u"one"_s, u"hello"_s)->page().editor().insert(u"typed"_s);

        m_world->services.connection().close();

        QCOMPARE(m_world->documents.drafts().size(), 1);
        QCOMPARE(m_world->page()->routine(), u"hello"_s);
        QFile::remove(m_world->draftsFolder());
    }

    void tabsAndPlaceholdersFollowTheLanguage()
    {
        m_world->drafts.open(u"not there"_s);
        DraftPage *loading = m_world->page();
        openHello();
        VersionPage &version = m_world->documents.versionPage();
        QCOMPARE(version.page().editor().accessibleName(), u"Version code, read-only"_s);

        StarTranslator stars;
        QCoreApplication::installTranslator(&stars);
        QCoreApplication::sendPostedEvents();
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&m_world->documents, &change);

        QCOMPARE(loading->findChild<QPushButton *>(u"emptyButton0"_s)->text(), u"*Cancel"_s);
        QVERIFY(loading->findChild<QLabel *>(u"emptyTitle"_s)->text().startsWith(u'*'));
        QCOMPARE(version.page().editor().accessibleName(), u"*Version code, read-only"_s);
        const auto *tabs = m_world->documents.findChild<QTabWidget *>(u"documentTabs"_s);
        for (DraftPage *page : m_world->documents.drafts()) {
            const int index = tabs->indexOf(page);
            QVERIFY(tabs->tabToolTip(index).contains(u"*Draft of"_s));
            QVERIFY(tabs->tabBar()
                        ->tabButton(index, QTabBar::RightSide)
                        ->accessibleName()
                        .startsWith(u"*Close"_s));
        }
        QCoreApplication::removeTranslator(&stars);
    }

private:
    void openHello()
    {
        m_world->drafts.open(u"hello"_s);
        QTRY_VERIFY(m_world->page() && m_world->page()->isLoaded());
    }

    /// A damaged draft for which every name it could be moved to is taken.
    [[nodiscard]] QString blockDraft() const
    {
        QDir().mkpath(m_world->draftsFolder());
        QString file = m_world->draftsFolder() + u"/one@hello.draft"_s;
        QFile damaged(file);
        (void)damaged.open(QIODevice::WriteOnly);
        for (int i = 1; i < 1000; ++i) {
            QFile taken(file + u".broken-%1"_s.arg(i));
            (void)taken.open(QIODevice::WriteOnly);
        }
        return file;
    }

    [[nodiscard]] QString placeholder(const QString &name) const
    {
        return m_world->page()->findChild<QLabel *>(name)->text();
    }

    std::unique_ptr<World> m_world;
};

QTEST_MAIN(DraftControllerTest)
#include "tst_draftcontroller.moc"
