// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/themeservice.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "editor/findbar.h"

#include <QApplication>
#include <QFile>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace edgewright;

namespace {

void show(QWidget &widget)
{
    widget.resize(1000, 640);
    widget.show();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
}

} // namespace

class TestEditorPage final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s));
    }
    void cleanup() { qApp->setStyleSheet({}); }

    void suspiciousCharactersAreToldInPlainWords()
    {
        ThemeService themes;
        EditorPage page(themes);
        show(page);
        page.editor().setBytes(u"let a;\n// x\u202E y\n"_s.toUtf8());

        auto *const warning = page.findChild<QLabel *>(u"editorWarning"_s);
        QVERIFY(warning->isVisible());
        QVERIFY(warning->text().contains(u"RIGHT-TO-LEFT OVERRIDE"_s));
        QCOMPARE(warning->textFormat(), Qt::PlainText);
        QTest::mouseClick(page.findChild<QPushButton *>(u"goToFirstSuspicious"_s), Qt::LeftButton);

        QCOMPARE(page.editor().caretLine(), 1);
        QCOMPARE(page.editor().caretColumn(), 4);
        page.editor().setBytes("clean");
        QVERIFY(!warning->isVisible());
    }

    void chineseTextDoesNotWarn()
    {
        ThemeService themes;
        EditorPage page(themes);
        show(page);

        page.editor().setBytes(
            u"// 按国家重定向\u3000保留查询参数\nconst 标题 = '测试🙂';\n"_s
                .toUtf8());

        QVERIFY(!page.findChild<QLabel *>(u"editorWarning"_s)->isVisible());
    }

    void theBannerIsPlainText()
    {
        ThemeService themes;
        EditorPage page(themes);
        show(page);
        auto *const banner = page.findChild<QLabel *>(u"editorBanner"_s);
        QVERIFY(!banner->isVisible());

        page.setBanner(u"<b>v12</b> is read-only"_s);

        QVERIFY(banner->isVisible());
        QCOMPARE(banner->textFormat(), Qt::PlainText);
        QCOMPARE(banner->text(), u"<b>v12</b> is read-only"_s);
        page.setBanner({});
        QVERIFY(!banner->isVisible());
    }

    void theKeysOpenTheBar()
    {
        ThemeService themes;
        EditorPage page(themes);
        show(page);
        page.editor().setFocus();
        page.editor().setBytes("a b a\n");

        QTest::keyClick(&page.editor(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(page.findBar().isVisible());
        QVERIFY(!page.findChild<QLineEdit *>(u"findReplacement"_s)->isVisible());
        QTest::keyClick(page.findChild<QLineEdit *>(u"findPattern"_s), Qt::Key_H,
                        Qt::ControlModifier);

        QVERIFY(page.findChild<QLineEdit *>(u"findReplacement"_s)->isVisible());
    }

    void signalsArePassedOn()
    {
        ThemeService themes;
        EditorPage page(themes);
        show(page);
        QSignalSpy edited(&page, &EditorPage::edited);
        QSignalSpy line(&page, &EditorPage::goToLineRequested);
        int formats = 0;
        connect(&page, &EditorPage::formatChanged, this, [&formats] { ++formats; });

        page.editor().setBytes("a\r\n");
        QTest::keyClicks(&page.editor(), u"x"_s);
        QTest::keyClick(&page.editor(), Qt::Key_G, Qt::ControlModifier);

        QCOMPARE(edited.size(), 1);
        QCOMPARE(line.size(), 1);
        QCOMPARE(formats, 1);
    }

    void aNewThemeColoursTheCode()
    {
        ThemeService themes;
        themes.setMode(ThemeService::Mode::Light);
        EditorPage page(themes);
        show(page);
        const QColor light = page.editor().grab().toImage().pixelColor(500, 400);

        themes.setMode(ThemeService::Mode::Dark);
        const QColor dark = page.editor().grab().toImage().pixelColor(500, 400);

        QCOMPARE(light, theme(ThemeKind::Light).editor.background);
        QCOMPARE(dark, theme(ThemeKind::Dark).editor.background);
    }

    void picturesInBothThemes()
    {
        const QString folder = qEnvironmentVariable("EDGEWRIGHT_SHOTS");
        if (folder.isEmpty())
            QSKIP("EDGEWRIGHT_SHOTS names no folder");
        QFile file(QFINDTESTDATA("sample.js"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray code =
            file.readAll().replace("// not ours", u"// not\u202E ours"_s.toUtf8());
        for (const auto mode : {ThemeService::Mode::Light, ThemeService::Mode::Dark}) {
            ThemeService themes;
            themes.setMode(mode);
            themes.applyTo(*qApp);
            EditorPage page(themes);
            page.editor().setBytes(code);
            page.setBanner(u"v12 is shown as it was saved. Use this code as draft to change it."_s);
            show(page);
            page.editor().goToLine(20);
            page.editor().selectRange(0, 0);
            page.openReplace();
            QTest::keyClicks(page.findChild<QLineEdit *>(u"findPattern"_s), u"request"_s);
            page.findNext();
            const QString name =
                mode == ThemeService::Mode::Dark ? u"page-dark.png"_s : u"page-light.png"_s;
            QVERIFY(page.grab().save(folder + u'/' + name));
        }
    }
};

QTEST_MAIN(TestEditorPage)
#include "tst_editorpage.moc"
