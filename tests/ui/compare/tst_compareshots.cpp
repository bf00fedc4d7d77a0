// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparecanvas.h"
#include "compare/compareview.h"
#include "compare/lineeditor.h"
#include "support/patience.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace edgewright {

using namespace Qt::StringLiterals;

/// Pictures for people to look at: written to $EDGEWRIGHT_SHOTS, nothing without it but the check
/// that each situation can be painted.
class CompareShotsTest final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints).*"_s));
    }

    void everySituationCanBePainted_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("colorBlindSafe");
        const QSize wide(1400, 900);
        const QSize narrow(800, 600);
        QTest::newRow("redirects-light")
            << u"www-redirects/03.js"_s << u"www-redirects/07.js"_s << false << wide << false;
        QTest::newRow("redirects-dark")
            << u"www-redirects/03.js"_s << u"www-redirects/07.js"_s << true << wide << false;
        QTest::newRow("checkout-folded-dark")
            << u"ab-checkout/07.js"_s << u"ab-checkout/08.js"_s << true << wide << false;
        QTest::newRow("checkout-light")
            << u"ab-checkout/06.js"_s << u"ab-checkout/07.js"_s << false << wide << false;
        QTest::newRow("checkout-narrow-light")
            << u"ab-checkout/05.js"_s << u"ab-checkout/08.js"_s << false << narrow << false;
        QTest::newRow("images-narrow-dark")
            << u"img-resize/03.js"_s << u"img-resize/06.js"_s << true << narrow << false;
        QTest::newRow("images-blue-orange-light")
            << u"img-resize/03.js"_s << u"img-resize/06.js"_s << false << wide << true;
        QTest::newRow("images-blue-orange-dark")
            << u"img-resize/03.js"_s << u"img-resize/06.js"_s << true << wide << true;
        QTest::newRow("hostile-light") << u"@hostile"_s << u"@hostile2"_s << false << wide << false;
        QTest::newRow("moved-light") << u"@moved"_s << u"@moved2"_s << false << wide << false;
        QTest::newRow("moved-narrow-dark")
            << u"@moved"_s << u"@moved2"_s << true << narrow << false;
        QTest::newRow("moved-blue-orange-light")
            << u"@moved"_s << u"@moved2"_s << false << wide << true;
        QTest::newRow("rename-reindent-light")
            << u"@rename"_s << u"@rename2"_s << false << wide << false;
        QTest::newRow("minified-light")
            << u"@minified"_s << u"@minified2"_s << false << wide << false;
        QTest::newRow("line-ends-light") << u"@rename"_s << u"@crlf"_s << false << wide << false;
        QTest::newRow("one-sided-dark") << u"@empty"_s << u"@moved"_s << true << wide << false;
        QTest::newRow("huge-light") << u"@huge"_s << u"@huge2"_s << false << wide << false;
        QTest::newRow("same-dark")
            << u"ab-checkout/07.js"_s << u"ab-checkout/07.js"_s << true << narrow << false;
        QTest::newRow("chinese-bidi-dark")
            << u"@hostile"_s << u"@hostile2"_s << true << wide << false;
        QTest::newRow("editing-light")
            << u"ab-checkout/06.js"_s << u"ab-checkout/07.js"_s << false << wide << false;
        QTest::newRow("editing-narrow-dark")
            << u"ab-checkout/06.js"_s << u"ab-checkout/07.js"_s << true << narrow << false;
        QTest::newRow("laid-out-otherwise-light")
            << u"@rename2"_s << u"@otherwise"_s << false << wide << false;
        QTest::newRow("laid-out-otherwise-narrow-dark")
            << u"@rename2"_s << u"@otherwise"_s << true << narrow << false;
        QTest::newRow("error-document-light")
            << u"ab-checkout/07.js"_s << u"@error"_s << false << wide << false;
    }

    void everySituationCanBePainted()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        QFETCH(bool, colorBlindSafe);
        const ThemeKind kind = dark ? ThemeKind::Dark : ThemeKind::Light;
        qApp->setStyle(u"Fusion"_s);
        qApp->setPalette(palette(kind));
        qApp->setStyleSheet(styleSheet(kind));
        CompareView view;
        view.resize(size);
        view.applyTheme(theme(kind));
        view.setColorBlindSafe(colorBlindSafe);
        QFont font(u"DejaVu Sans Mono"_s);
        font.setPointSizeF(10);
        view.setCodeFont(font);
        view.setWordWrap(left == u"@hostile"_s || left == u"@minified"_s);
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.canvas().setFocus();
        QSignalSpy ready(&view, &CompareView::ready);

        view.compare(side(left, u"v12 · 3 Nov · cache 404s for one minute"_s),
                     draft(side(right, u"Draft · based on v12"_s)));

        QVERIFY(ready.wait(20000));
        const QString name = QString::fromUtf8(QTest::currentDataTag());
        if (name.startsWith(u"editing"_s))
            edit(view.canvas());
        if (name.startsWith(u"laid-out"_s)) {
            view.setIgnore({.lineEnds = true, .formatting = true});
            QVERIFY(ready.wait(20000));
        }
        const auto *ignored = view.findChild<QToolButton *>(u"compareWhitespace"_s);
        QTRY_VERIFY(ignored->width() >= ignored->sizeHint().width());
        const auto *added = view.findChild<QLabel *>(u"compareAdded"_s);
        QTRY_VERIFY(added->width() >= added->sizeHint().width());
        const auto *functions = view.findChild<QLabel *>(u"compareFunctions"_s);
        QTRY_VERIFY(functions->isHidden() || functions->width() >= functions->sizeHint().width());
        const QScrollBar *bar = view.canvas().horizontalScrollBar();
        QTRY_VERIFY(!bar->isVisible() || bar->maximum() > 0);
        const QPixmap picture = view.grab();
        QCOMPARE(picture.size(), size);
        const QString folder = qEnvironmentVariable("EDGEWRIGHT_SHOTS");
        if (folder.isEmpty())
            return;
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(picture.save(folder + u"/compare-"_s + name + u".png"_s));
    }

private:
    static CompareSide draft(CompareSide side)
    {
        side.isDraft = true;
        return side;
    }

    static void edit(CompareCanvas &canvas)
    {
        QTest::keyClick(&canvas, Qt::Key_F2);
        auto *editor = canvas.findChild<LineEditor *>();
        QVERIFY(editor->isVisible());
        QTest::keyClick(editor, Qt::Key_End);
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(editor, Qt::Key_Return);
            QTest::keyClicks(editor, u"const typed = `here ${now}`; // typed"_s);
        }
        QCoreApplication::processEvents();
    }

    static QByteArray moved(bool changed)
    {
        const QByteArray block = "function addCors(response) {\n"
                                 "  const headers = new Headers(response.headers);\n"
                                 "  headers.set('access-control-allow-origin', '*');\n"
                                 "  return new Response(response.body, { headers });\n"
                                 "}\n\n";
        QByteArray other;
        for (int i = 0; i < 12; ++i)
            other += "function step" + QByteArray::number(i)
                     + "(request) {\n  return next(request, " + QByteArray::number(i * 3)
                     + ");\n}\n\n";
        if (!changed)
            return block + other;
        QByteArray edited = block;
        edited.replace("'*'", "origin");
        other.replace("next(request, 9)", "following(request, 9)");
        return other + edited + "// end\n";
    }

    static QByteArray renamed(bool changed)
    {
        QByteArray text = "export default {\n  async fetch(request) {\n"
                          "    const target = new URL(request.url);\n"
                          "    target.hostname = 'origin.acme.com';\n"
                          "    console.log(target.href);\n"
                          "    return fetch(target, request);\n  },\n};\n";
        if (!changed)
            return text;
        text.replace("target", "destination");
        text.replace("    return", "    if (!request.headers.has('x')) {\n      return");
        return text.replace("request);\n  }", "request);\n    }\n  }");
    }

    static QByteArray minified(bool changed)
    {
        QByteArray text = "!function(){\"use strict\";";
        for (int i = 0; text.size() < 300'000; ++i)
            text += "function f" + QByteArray::number(i) + "(a,b){return a*" + QByteArray::number(i)
                    + "+b}";
        if (changed) {
            text.replace("a*4711+b", "a*4711-b");
            text.replace("function f900(a,b)", "function f900(a,b,c)");
        }
        return text + "}();";
    }

    static QByteArray huge(bool changed)
    {
        QByteArray text;
        for (int i = 0; text.size() < 9'000'000; ++i)
            text += "  const value" + QByteArray::number(i) + " = compute("
                    + QByteArray::number(i * 7) + ");\n";
        if (changed)
            text.replace("compute(7777)", "refine(7777, 1)");
        return text;
    }

    static QByteArray made(QStringView name)
    {
        const bool changed = name.endsWith(u'2');
        if (name.startsWith(u"@moved"))
            return moved(changed);
        if (name.startsWith(u"@rename"))
            return renamed(changed);
        if (name.startsWith(u"@minified"))
            return minified(changed);
        if (name.startsWith(u"@huge"))
            return huge(changed);
        if (name == u"@otherwise")
            return renamed(true).replace("(target", "( target").replace("const ", "const  ")
                   + "// end\n";
        return name == u"@crlf" ? renamed(true).replace("\n", "\r\n") : QByteArray();
    }

    static CompareSide side(const QString &name, const QString &title)
    {
        if (name == u"@hostile"_s)
            return {.title = u"v3 · <b>not bold</b>"_s, .text = hostile(false)};
        if (name == u"@hostile2"_s)
            return {.title = u"v4 · 3 & 4 \u202Erevo"_s, .text = hostile(true)};
        if (name == u"@error"_s)
            return {.title = title,
                    .text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n"
                            "  <Code>NoSuchKey</Code>\n</Error>\n"};
        if (name.startsWith(u'@'))
            return {.title = title, .text = made(name)};
        QFile file(QStringLiteral(EDGEWRIGHT_SAMPLES) + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            return {.title = title, .text = "missing sample\n"};
        return {.title = title, .text = file.readAll()};
    }

    static QByteArray hostile(bool changed)
    {
        QString text = u"// 中文注释：缓存 404 一分钟 👩‍💻 emoji\n"_s
                       u"const 名称 = \"值\"; // 全角　space\n"_s
                       u"if (level !== \"user\u202E \u2066// only admin\u2069 \u2066\") {\n"_s
                       u"\tdeny(\u200B'tabs');\t// zero\u200Bwidth, no\u00A0break\n"_s
                       u"}\n"_s;
        if (changed) {
            text.replace(u"一分钟"_s, u"十分钟"_s);
            text.replace(u"deny"_s, u"аllow"_s);
            text += u"const url = `https://\u0000exa\u001Bmple.com/${a ? `x${b}` : ''}`;\r\n"_s;
        }
        QByteArray bytes = text.toUtf8();
        bytes += "const bytes = '\xFF\xFE';\n";
        bytes += "var long=function(a){";
        for (int i = 0; i < 900; ++i)
            bytes += "b" + QByteArray::number(i) + "=a*" + QByteArray::number(i * 7) + ";";
        bytes.replace("b640=a*4480", changed ? "b640=a*4481+1" : "b640=a*4480");
        return bytes + (changed ? "}" : "}\n");
    }
};

} // namespace edgewright

QTEST_MAIN(edgewright::CompareShotsTest)
#include "tst_compareshots.moc"
