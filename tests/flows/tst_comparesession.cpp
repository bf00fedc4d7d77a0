// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparecanvas.h"
#include "compare/compareview.h"
#include "flows/workbench.h"
#include "shell/comparecontroller.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace edgewright;
using test::Workbench;

namespace {

QStringList tabs(Workbench &workbench)
{
    QStringList texts;
    const auto *area = workbench.find<QTabWidget>("documentTabs");
    for (int i = 0; area && i < area->count(); ++i)
        texts.append(area->tabText(i));
    return texts;
}

CompareView *current(Workbench &workbench)
{
    return qobject_cast<CompareView *>(workbench.shell().documents.currentPage());
}

/// The text of a side of the comparison on screen; "nothing yet" until it is there.
QByteArray text(Workbench &workbench, Side side)
{
    const CompareView *view = current(workbench);
    return view && !view->canvas().scene().isEmpty()
               ? view->canvas().scene().document().side(side).text
               : QByteArray("nothing yet");
}

CompareController &compare(Workbench &workbench)
{
    return *workbench.window().findChild<CompareController *>();
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Comparisons that were open are open again.
class CompareSessionTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_workbench = std::make_unique<Workbench>();
        m_workbench->open();
        QTRY_VERIFY(isOpened());
    }
    void cleanup() { m_workbench.reset(); }

    void comparisonsAreBackAfterARestart_data()
    {
        QTest::addColumn<bool>("killed");
        QTest::newRow("after quitting") << false;
        QTest::newRow("with what was on the disk while it ran") << true;
    }

    void comparisonsAreBackAfterARestart()
    {
        QFETCH(const bool, killed);
        const QString path = m_workbench->folder() + u"/mine.js"_s;
        writeFile(path, "mine();\n");
        QGuiApplication::clipboard()->setText(u"copied();\n"_s);
        const QString routine = compare(*m_workbench).currentRoutine();
        m_workbench->trigger(ActionId::CompareClipboard);
        QTRY_COMPARE(text(*m_workbench, Side::Left), QByteArray("copied();\n"));
        compare(*m_workbench)
            .compare({.left = FileSource{.path = path},
                      .right = LiveSource{.routine = routine, .environment = kProduction}});
        QTRY_COMPARE(text(*m_workbench, Side::Left), QByteArray("mine();\n"));
        const QByteArray live = text(*m_workbench, Side::Right);
        m_workbench->trigger(ActionId::CompareDraftProduction);
        QTRY_COMPARE(text(*m_workbench, Side::Left), live);
        current(*m_workbench)->setIgnore({.allSpace = true});
        QStringList before = tabs(*m_workbench);
        QCOMPARE(before.removeAll(u"Clipboard ⇄ Draft"_s), 1);
        QTRY_COMPARE(keptTabs(), before.size());

        const QString session = m_workbench->folder() + u"/session.json"_s;
        QTRY_VERIFY(readFile(session).contains("allSpace"));
        const QByteArray kept = readFile(session);
        m_workbench->close();
        if (killed)
            writeFile(session, kept);
        m_workbench->restartClosed();

        QTRY_COMPARE(tabs(*m_workbench), before);
        QTRY_COMPARE(text(*m_workbench, Side::Left), live);
        QTRY_VERIFY(current(*m_workbench)->canvas().scene().document().right.isDraft);
        QCOMPARE(current(*m_workbench)->ignore(), diff::Ignore{.allSpace = true});
        CompareView *second = viewOf(u"mine.js ⇄ Production"_s);
        QVERIFY(second && second->canvas().scene().isEmpty());
        m_workbench->shell().documents.show(second);
        QTRY_COMPARE(text(*m_workbench, Side::Left), QByteArray("mine();\n"));
        QTRY_COMPARE(text(*m_workbench, Side::Right), live);
    }

    void aSideThatIsGoneSaysSo()
    {
        const QString path = m_workbench->folder() + u"/mine.js"_s;
        writeFile(path, "mine();\n");
        const QString routine = compare(*m_workbench).currentRoutine();
        compare(*m_workbench)
            .compare({.left = FileSource{.path = path}, .right = DraftSource{.routine = routine}});
        QTRY_COMPARE(text(*m_workbench, Side::Left), QByteArray("mine();\n"));
        const QByteArray draft = text(*m_workbench, Side::Right);
        compare(*m_workbench)
            .compare({.left = VersionSource{.routine = routine, .versionId = u"17000001"_s},
                      .right = DraftSource{.routine = routine}});
        QTRY_COMPARE(keptTabs(), tabs(*m_workbench).size());
        m_workbench->close();
        QVERIFY(QFile::remove(path));

        m_workbench->restartClosed();

        QTRY_COMPARE(text(*m_workbench, Side::Right), draft);
        QTRY_VERIFY2(notice().startsWith(u"Left: "_s), qPrintable(notice()));
        QCOMPARE(text(*m_workbench, Side::Left), QByteArray());
        m_workbench->shell().documents.show(viewOf(u"mine.js ⇄ Draft"_s));
        QTRY_COMPARE(notice(), u"Left: There is no such file."_s);
        QTRY_COMPARE(text(*m_workbench, Side::Right), draft);
    }

    void anotherAccountHasOtherComparisons()
    {
        m_workbench->trigger(ActionId::CompareDraftProduction);
        QTRY_VERIFY(current(*m_workbench));

        m_workbench->services().connection().close();

        QVERIFY(!m_workbench->shell().documents.compareView());
    }

private:
    [[nodiscard]] bool isOpened() const
    {
        const DraftPage *page = m_workbench->shell().documents.currentDraft();
        return page && page->isLoaded() && m_workbench->services().history().model().rowCount() > 3
               && m_workbench->services().catalog().isRead()
               && !m_workbench->services().catalog().isRefreshing();
    }
    [[nodiscard]] qsizetype keptTabs() const
    {
        return SessionStore(m_workbench->folder() + u"/session.json"_s)
            .session(u"sandbox"_s)
            .tabs.size();
    }
    [[nodiscard]] CompareView *viewOf(const QString &title) const
    {
        const auto *area = m_workbench->find<QTabWidget>("documentTabs");
        const auto index = tabs(*m_workbench).indexOf(title);
        return index < 0 ? nullptr
                         : qobject_cast<CompareView *>(area->widget(static_cast<int>(index)));
    }
    [[nodiscard]] QString notice() const
    {
        const CompareView *view = current(*m_workbench);
        const auto *label = view ? view->findChild<QLabel *>(u"compareDiffering"_s) : nullptr;
        return label && label->isVisible() ? label->text() : QString();
    }

    std::unique_ptr<Workbench> m_workbench;
};

QTEST_MAIN(CompareSessionTest)
#include "tst_comparesession.moc"
