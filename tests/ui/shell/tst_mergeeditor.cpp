// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "merge/mergeview.h"
#include "publish/guardnotice.h"
#include "shell/mergeeditor.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kBase =
    "export default {\n  async fetch(request) {\n    const url = new URL(request.url);\n"
    "    if (url.pathname === '/health')\n      return new Response('ok');\n"
    "    const answer = await fetch(request);\n    return answer;\n  },\n};\n";

std::string_view view(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

} // namespace

/// The merge view with the real editor in it. With EDGEWRIGHT_SHOTS=DIR the pictures are kept.
class MergeEditorTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_themes.setMode(ThemeService::Mode::Light);
        m_text = new MergeEditor(m_themes, nullptr);
        m_view = std::make_unique<MergeView>(m_themes, MergeView::Parts{.theirChange = new QLabel,
                                                                        .myChange = new QLabel,
                                                                        .together = m_text});
        m_view->resize(1000, 560);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }

    void cleanup() { m_view.reset(); }

    void bytesComeOutAsTheyWentIn_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("both");
        QTest::newRow("CR LF, no final line end")
            << QByteArray("a\r\nb\r\nc") << QByteArray("a\r\nM\r\nc") << QByteArray("a\r\nT\r\nc")
            << QByteArray("a\r\nM\r\nT\r\nc");
        QTest::newRow("NUL and invalid UTF-8")
            << QByteArray("a\nb\nc\0\n", 7) << QByteArray("a\n\0\xff\nc\0\n", 9)
            << QByteArray("a\n\xfe\0\nc\0\n", 9) << QByteArray("a\n\0\xff\n\xfe\0\nc\0\n", 12);
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                       "a\nb\n")
                                         << QByteArray("\xef\xbb\xbf"
                                                       "a\nM\n")
                                         << QByteArray("\xef\xbb\xbf"
                                                       "a\nT\n")
                                         << QByteArray("\xef\xbb\xbf"
                                                       "a\nM\nT\n");
    }

    void bytesComeOutAsTheyWentIn()
    {
        QFETCH(const QByteArray, base);
        QFETCH(const QByteArray, mine);
        QFETCH(const QByteArray, theirs);
        QFETCH(const QByteArray, both);
        const QSignalSpy finished(m_view.get(), &MergeView::finished);
        open(base, mine, theirs);
        QCOMPARE(m_view->undecided(), 1);

        m_view->choose(MergeChoice::Base);
        m_view->choose(MergeChoice::Both);
        m_view->finish();

        QCOMPARE(finished.count(), 1);
        QCOMPARE(finished.at(0).at(0).toByteArray(), both);
    }

    void everyStepCanBeUndoneAndDoneAgain()
    {
        open("a\nb\nc\nd\ne\nf\ng\n", "A\nb\nc\nd\ne\nf\nG\n", "1\nb\nc\nd\ne\nf\n7\n");
        const QByteArray start = m_view->merged();
        m_view->choose(MergeChoice::Mine);
        m_view->goToConflict(true);
        m_view->choose(MergeChoice::Theirs);
        const QByteArray end = m_view->merged();
        QCOMPARE(end, QByteArray("A\nb\nc\nd\ne\nf\n7\n"));
        QCOMPARE(m_view->undecided(), 0);

        m_text->page().editor().undo();
        QCOMPARE(m_view->undecided(), 1);
        m_text->page().editor().undo();
        QCOMPARE(m_view->undecided(), 2);
        QCOMPARE(m_view->merged(), start);
        m_text->page().editor().redo();
        m_text->page().editor().redo();

        QCOMPARE(m_view->merged(), end);
        QCOMPARE(m_view->undecided(), 0);
    }

    void typingInAFrameKeepsItsPlace()
    {
        open("a\nb\nc\n", "a\nM\nc\n", "a\nT\nc\n");
        CodeEditor &editor = m_text->page().editor();
        editor.goToPosition(static_cast<int>(m_view->merged().indexOf("M\n")));
        QTest::keyClicks(&editor, u"more"_s);
        m_view->markDecided();

        QCOMPARE(m_view->undecided(), 0);
        QCOMPARE(m_view->merged(), QByteArray("a\nmoreM\nb\nT\nc\n"));
    }

    void pictures_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light-large") << false << QSize(1100, 620);
        QTest::newRow("dark-large") << true << QSize(1100, 620);
        QTest::newRow("light-small") << false << QSize(620, 380);
        QTest::newRow("dark-small") << true << QSize(620, 380);
    }

    void pictures()
    {
        QFETCH(const bool, dark);
        QFETCH(const QSize, size);
        m_themes.applyTo(*qApp);
        m_themes.setMode(dark ? ThemeService::Mode::Dark : ThemeService::Mode::Light);
        m_view->resize(size);
        QByteArray mine = kBase;
        QByteArray theirs = kBase;
        mine.replace("'ok'", "'fine'").replace("return answer;", "return withCors(answer);");
        theirs.replace("'ok'", "'healthy'")
            .replace("new URL(request.url)", "new URL(request.url, 'https://a.example')");
        open(kBase, mine, theirs);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        save(*m_view, u"merge-"_s + name);

        GuardNotice notice(m_themes);
        notice.setContent(
            {.news = {u"v19 was saved 3 min ago, not from here. Yours is based on v15."_s,
                      u"v19 went live in production at 14:02, not from here; it was v15."_s,
                      u"Read from the service just now."_s},
             .publishes = true});
        notice.setChange(u"Their change: +3 −1 · handle changed, addCors added"_s);
        notice.resize(size.width() < 700 ? 420 : 632, 10);
        notice.adjustSize();
        save(notice, u"notice-"_s + name);
    }

private:
    void open(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs)
    {
        m_view->open(
            u"ab-checkout"_s,
            {.base = base,
             .mine = mine,
             .theirs = theirs,
             .baseName = u"v15"_s,
             .theirsName = u"v19"_s},
            diff::mergeTexts({.base = view(base), .mine = view(mine), .theirs = view(theirs)}));
        m_text->page().editor().setFocus();
    }

    static void save(QWidget &widget, const QString &name)
    {
        const QImage image = widget.grab().toImage();
        QVERIFY(!image.isNull());
        const QString folder = qEnvironmentVariable("EDGEWRIGHT_SHOTS");
        if (folder.isEmpty())
            return;
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(image.save(folder + u'/' + name + u".png"_s));
    }

    ThemeService m_themes;
    MergeEditor *m_text = nullptr;
    std::unique_ptr<MergeView> m_view;
};

QTEST_MAIN(MergeEditorTest)

#include "tst_mergeeditor.moc"
