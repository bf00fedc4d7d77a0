// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/themeservice.h"
#include "editor/codeeditor.h"
#include "editor/editorlook.h"
#include "editor/scintilla.h"
#include "support/patience.h"

#include <QApplication>
#include <QFile>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace edgewright;
using scintilla::Sci;
using scintilla::send;

namespace {

QByteArray sample()
{
    QFile file(QFINDTESTDATA("sample.js"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void show(QWidget &widget)
{
    widget.resize(900, 700);
    widget.show();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
    widget.setFocus();
}

} // namespace

class TestCodeEditor final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s));
    }

    void bytesComeBackUnchanged_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<LineEnd>("lineEnd");

        QTest::newRow("empty") << QByteArray() << LineEnd::None;
        QTest::newRow("LF") << QByteArray("a\nb\n") << LineEnd::Lf;
        QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n") << LineEnd::CrLf;
        QTest::newRow("CR") << QByteArray("a\rb\r") << LineEnd::Cr;
        QTest::newRow("mixed") << QByteArray("a\nb\r\nc\rd") << LineEnd::Mixed;
        QTest::newRow("mark") << QByteArray("\xEF\xBB\xBFlet a;\n") << LineEnd::Lf;
        QTest::newRow("no final newline") << QByteArray("a\nb") << LineEnd::Lf;
        QTest::newRow("Chinese") << u"// 重定向\r\nconst 标题 = '测试';"_s.toUtf8()
                                 << LineEnd::CrLf;
        QTest::newRow("emoji") << u"'🙂👩\u200D💻'\n"_s.toUtf8() << LineEnd::Lf;
        QTest::newRow("hidden characters") << u"\u202E\u200B\u2028\n"_s.toUtf8() << LineEnd::Lf;
        QTest::newRow("trailing blanks and tabs") << QByteArray("\ta \t\n\n\n") << LineEnd::Lf;
        QTest::newRow("one long line") << QByteArray(200'000, 'x') << LineEnd::None;
    }
    void bytesComeBackUnchanged()
    {
        QFETCH(QByteArray, bytes);
        CodeEditor editor;
        QSignalSpy edited(&editor, &CodeEditor::edited);

        editor.setBytes(bytes);

        QCOMPARE(editor.bytes(), bytes);
        QTEST(editor.format().lineEnd, "lineEnd");
        QVERIFY(!editor.isModified());
        QVERIFY(!editor.isUndoAvailable());
        QCOMPARE(edited.size(), 0);
    }

    void typingKeepsTheLineEndsOfTheText()
    {
        CodeEditor editor;
        show(editor);
        editor.setBytes("a {\r\n}\r\n");

        editor.goToPosition(3);
        QTest::keyClick(&editor, Qt::Key_Return);
        QTest::keyClicks(&editor, u"b"_s);

        QCOMPARE(editor.bytes(), QByteArray("a {\r\n  b\r\n}\r\n"));
        QVERIFY(editor.isModified());
        QVERIFY(!editor.bytes().replace("\r\n", "").contains('\n'));
    }

    void enterIndents_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("caret");
        QTest::addColumn<QByteArray>("after");

        QTest::newRow("same depth") << QByteArray("  a") << 3 << QByteArray("  a\n  x");
        QTest::newRow("after a bracket") << QByteArray("  a {") << 5 << QByteArray("  a {\n    x");
        QTest::newRow("between brackets") << QByteArray("a({})") << 3 << QByteArray("a({\n  x\n})");
        QTest::newRow("in the indentation") << QByteArray("    a") << 2 << QByteArray("  \n  xa");
        QTest::newRow("in the middle") << QByteArray("  a  b") << 4 << QByteArray("  a \n  xb");
        QTest::newRow("tabs") << QByteArray("a {\n\tb {") << 8 << QByteArray("a {\n\tb {\n\t\tx");
    }
    void enterIndents()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, caret);
        CodeEditor editor;
        show(editor);
        editor.setBytes(before);

        editor.goToPosition(caret);
        QTest::keyClick(&editor, Qt::Key_Return);
        QTest::keyClicks(&editor, u"x"_s);

        QTEST(editor.bytes(), "after");
        editor.undo();
        editor.undo();
        QCOMPARE(editor.bytes(), before);
    }

    void aClosingBracketGoesBackALevel()
    {
        CodeEditor editor;
        show(editor);
        editor.setBytes("  a {\n      ");
        editor.goToPosition(12);

        QTest::keyClicks(&editor, u"}"_s);

        QCOMPARE(editor.bytes(), QByteArray("  a {\n  }"));
    }

    void replacingAllIsOneUndoStepOfTheDifference()
    {
        CodeEditor editor;
        const QByteArray before = u"const a = '中文';\nlet b = 2;\nlet c = 3;\n"_s.toUtf8();
        const QByteArray after = u"const a = '中国';\nlet b = 22;\nlet c = 3;\n"_s.toUtf8();
        editor.setBytes(before);
        editor.goToPosition(static_cast<int>(before.size()) - 2);
        QSignalSpy modified(&editor, &QsciScintillaBase::SCN_MODIFIED);

        editor.replaceAllUndoably(after);

        QCOMPARE(editor.bytes(), after);
        for (const QList<QVariant> &arguments : modified)
            QCOMPARE_LT(arguments[3].toInt(), 30);
        QCOMPARE(editor.caretLine(), 2);
        editor.undo();
        QCOMPARE(editor.bytes(), before);
        QVERIFY(!editor.isUndoAvailable());
        editor.redo();
        QCOMPARE(editor.bytes(), after);
    }

    void replacingAllByTheSameIsNoStep()
    {
        CodeEditor editor;
        editor.setBytes("same");

        editor.replaceAllUndoably("same");

        QVERIFY(!editor.isUndoAvailable());
        QVERIFY(!editor.isModified());
    }

    void replacementsAreExact_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");

        QTest::newRow("from nothing") << QByteArray() << QByteArray("abc");
        QTest::newRow("to nothing") << QByteArray("abc") << QByteArray();
        QTest::newRow("repeats") << QByteArray("aaa") << QByteArray("aaaa");
        QTest::newRow("line ends") << QByteArray("a\r\nb") << QByteArray("a\nb");
        QTest::newRow("neighbours share bytes") << u"'中'"_s.toUtf8() << u"'丮'"_s.toUtf8();
        QTest::newRow("mark added") << QByteArray("a")
                                    << QByteArray("\xEF\xBB\xBF"
                                                  "a");
    }
    void replacementsAreExact()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        CodeEditor editor;
        editor.setBytes(before);

        editor.replaceAllUndoably(after);

        QCOMPARE(editor.bytes(), after);
        editor.undo();
        QCOMPARE(editor.bytes(), before);
    }

    void readOnlyTextIsNotTouched()
    {
        CodeEditor editor;
        show(editor);
        editor.setBytes("abc\n");
        editor.setReadOnly(true);

        QTest::keyClicks(&editor, u"x"_s);
        QTest::keyClick(&editor, Qt::Key_Return);
        editor.toggleComment();
        editor.replaceAllUndoably("changed");
        editor.setBytes("new\n");

        QCOMPARE(editor.bytes(), QByteArray("new\n"));
        QVERIFY(editor.isReadOnly());
    }

    void editedComesWithEachChangeAndUndo()
    {
        CodeEditor editor;
        show(editor);
        editor.setBytes("a");
        QSignalSpy edited(&editor, &CodeEditor::edited);

        QTest::keyClicks(&editor, u"xy"_s);
        QCOMPARE(edited.size(), 2);
        editor.undo();

        QCOMPARE_GT(edited.size(), 2);
    }

    void theCaretIsToldInCharacters()
    {
        CodeEditor editor;
        editor.setBytes(u"a\n中文🙂b\n"_s.toUtf8());
        QSignalSpy moved(&editor, &CodeEditor::caretMoved);
        show(editor);

        editor.goToPosition(2 + 3 + 3 + 4);

        QTRY_VERIFY(!moved.isEmpty());
        QCOMPARE(moved.last(), (QList<QVariant>{2, 4}));
        QCOMPARE(editor.caretLine(), 1);
        QCOMPARE(editor.caretColumn(), 3);
    }

    void goingToALineOutsideEndsAtTheNearest()
    {
        CodeEditor editor;
        editor.setBytes("a\nb\nc");

        editor.goToLine(100);
        QCOMPARE(editor.caretLine(), 2);
        editor.goToLine(-5);
        QCOMPARE(editor.caretLine(), 0);
    }

    void commentsToggle_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");

        QTest::newRow("one line") << QByteArray("  a\n") << QByteArray("  // a\n");
        QTest::newRow("several") << QByteArray("a {\n  b\n\n}\n")
                                 << QByteArray("// a {\n//   b\n\n// }\n");
        QTest::newRow("off") << QByteArray("  // a\n  //b\n") << QByteArray("  a\n  b\n");
        QTest::newRow("one of two") << QByteArray("// a\nb\n") << QByteArray("// // a\n// b\n");
        QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n") << QByteArray("// a\r\n// b\r\n");
    }
    void commentsToggle()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        CodeEditor editor;
        show(editor);
        editor.setBytes(before);
        editor.selectAll();

        QTest::keyClick(&editor, Qt::Key_Slash, Qt::ControlModifier);

        QCOMPARE(editor.bytes(), after);
        editor.undo();
        QCOMPARE(editor.bytes(), before);
    }

    void linesMoveByKeys()
    {
        CodeEditor editor;
        show(editor);
        editor.setBytes("a\nb\nc\n");
        editor.goToLine(1);

        QTest::keyClick(&editor, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(editor.bytes(), QByteArray("b\na\nc\n"));
        QTest::keyClick(&editor, Qt::Key_Down, Qt::AltModifier);

        QCOMPARE(editor.bytes(), QByteArray("a\nb\nc\n"));
    }

    void typingAtSeveralCaretsIsOneUndoStep()
    {
        CodeEditor editor;
        show(editor);
        editor.setBytes("url + url + url");

        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&editor, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(send(editor, Sci::SCI_GETSELECTIONS), 3);
        QTest::keyClicks(&editor, u"x"_s);

        QCOMPARE(editor.bytes(), QByteArray("x + x + x"));
        editor.undo();
        QCOMPARE(editor.bytes(), QByteArray("url + url + url"));
    }

    void occurrencesOfAWordAreWholeWords_data()
    {
        QTest::addColumn<int>("begin");
        QTest::addColumn<int>("end");
        QTest::addColumn<QByteArray>("result");

        QTest::newRow("from a caret") << 2 << 2 << QByteArray("x = MY_URL + URLS + x;");
        QTest::newRow("what was selected") << 0 << 3 << QByteArray("x = MY_x + URLS + URL;");
    }
    void occurrencesOfAWordAreWholeWords()
    {
        QFETCH(int, begin);
        QFETCH(int, end);
        CodeEditor editor;
        show(editor);
        editor.setBytes("URL = MY_URL + URLS + URL;");
        editor.selectRange(begin, end);

        for (int i = begin == end ? 0 : 1; i < 2; ++i)
            editor.addNextOccurrence();
        QTest::keyClicks(&editor, u"x"_s);

        QTEST(editor.bytes(), "result");
    }

    void aWordSelectedByHandAfterwardsIsFoundAnywhere()
    {
        CodeEditor editor;
        show(editor);
        editor.setBytes("URL = MY_URL + URL;");
        editor.selectRange(1, 1);
        editor.addNextOccurrence();
        editor.selectRange(15, 18);

        editor.addNextOccurrence();
        editor.addNextOccurrence();

        QCOMPARE(send(editor, Sci::SCI_GETSELECTIONS), 3);
    }

    void altClickAddsACaret()
    {
        CodeEditor editor;
        show(editor);
        editor.setBytes("aaaa\nbbbb\n");
        const auto pointOf = [&editor](int position) {
            return QPoint(send(editor, Sci::SCI_POINTXFROMPOSITION, 0, position),
                          send(editor, Sci::SCI_POINTYFROMPOSITION, 0, position) + 4);
        };

        QTest::mouseClick(editor.viewport(), Qt::LeftButton, {}, pointOf(2));
        QTest::mouseClick(editor.viewport(), Qt::LeftButton, Qt::AltModifier, pointOf(7));
        QCOMPARE(send(editor, Sci::SCI_GETSELECTIONS), 2);
        QTest::keyClicks(&editor, u"x"_s);

        QCOMPARE(editor.bytes(), QByteArray("aaxaa\nbbxbb\n"));
    }

    void draggingWithAltAndShiftSelectsColumns()
    {
        CodeEditor editor;
        show(editor);
        editor.setBytes("aaaa\nbbbb\n");
        const auto pointOf = [&editor](int position) {
            return QPoint(send(editor, Sci::SCI_POINTXFROMPOSITION, 0, position),
                          send(editor, Sci::SCI_POINTYFROMPOSITION, 0, position) + 4);
        };
        const Qt::KeyboardModifiers keys = Qt::AltModifier | Qt::ShiftModifier;

        QTest::mousePress(editor.viewport(), Qt::LeftButton, keys, pointOf(1));
        QTest::mouseMove(editor.viewport(), pointOf(8));
        QTest::mouseRelease(editor.viewport(), Qt::LeftButton, keys, pointOf(8));
        QTest::keyClicks(&editor, u"x"_s);

        QCOMPARE(editor.bytes(), QByteArray("axa\nbxb\n"));
    }

    void scintillasOwnKeysDoNotSurprise()
    {
        CodeEditor editor;
        show(editor);
        editor.setBytes("abc def\nghi\n");

        for (const int key : {Qt::Key_L, Qt::Key_T, Qt::Key_U, Qt::Key_BracketLeft})
            QTest::keyClick(&editor, static_cast<Qt::Key>(key), Qt::ControlModifier);

        QCOMPARE(editor.bytes(), QByteArray("abc def\nghi\n"));
    }

    void keysOfTheBarAreAskedFor()
    {
        CodeEditor editor;
        show(editor);
        QSignalSpy find(&editor, &CodeEditor::findRequested);
        QSignalSpy replace(&editor, &CodeEditor::replaceRequested);
        QSignalSpy next(&editor, &CodeEditor::findNextRequested);
        QSignalSpy previous(&editor, &CodeEditor::findPreviousRequested);
        QSignalSpy line(&editor, &CodeEditor::goToLineRequested);

        QTest::keyClick(&editor, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClick(&editor, Qt::Key_H, Qt::ControlModifier);
        QTest::keyClick(&editor, Qt::Key_F3);
        QTest::keyClick(&editor, Qt::Key_F3, Qt::ShiftModifier);
        QTest::keyClick(&editor, Qt::Key_G, Qt::ControlModifier);

        QCOMPARE(find.size() + replace.size() + next.size() + previous.size() + line.size(), 5);
        QCOMPARE(editor.bytes(), QByteArray());
    }

    void hiddenCharactersTakeRoom()
    {
        CodeEditor editor;
        show(editor);
        editor.setBytes(u"a\u202Eb\u200Bc\u00A0d"_s.toUtf8());
        const auto x = [&editor](int position) {
            return send(editor, Sci::SCI_POINTXFROMPOSITION, 0, position);
        };

        for (const int position : {1, 5, 9})
            QCOMPARE_GT(x(send(editor, Sci::SCI_POSITIONAFTER, position)) - x(position), 8);
        QCOMPARE(editor.suspiciousCharacters().size(), 3);
        QVERIFY(send(editor, Sci::SCI_INDICATORVALUEAT, scintilla::SuspiciousIndicator, 1) != 0);
    }

    void hiddenCharactersAreFoundAfterTyping()
    {
        CodeEditor editor;
        editor.setBytes("let a;");
        QSignalSpy found(&editor, &CodeEditor::suspiciousCharactersChanged);

        editor.replaceRange(3, 3, u"\u200B"_s.toUtf8());

        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(editor.suspiciousCharacters().first().offset, 3);
    }

    void aLongLineWrapsByCharacter()
    {
        CodeEditor editor;
        editor.setBytes(QByteArray("x").repeated(20'000));
        QCOMPARE(send(editor, Sci::SCI_GETWRAPMODE), int{Sci::SC_WRAP_CHAR});

        editor.setBytes("short\n");

        QCOMPARE(send(editor, Sci::SCI_GETWRAPMODE), int{Sci::SC_WRAP_NONE});
    }

    void theMarginFitsTheLineCount()
    {
        CodeEditor editor;
        editor.setBytes("a\n");
        const int narrow = editor.marginWidth(LineNumberMargin);

        editor.setBytes(QByteArray("a\n").repeated(20'000));

        QCOMPARE_GT(editor.marginWidth(LineNumberMargin), narrow);
    }

    void theMenuIsOurOwn()
    {
        CodeEditor editor;
        show(editor);
        int shown = 0;
        connect(&editor, &CodeEditor::contextMenuAboutToShow, this, [&shown] { ++shown; });

        QContextMenuEvent event(QContextMenuEvent::Keyboard, {10, 10}, {10, 10});
        QApplication::sendEvent(&editor, &event);

        QCOMPARE(shown, 1);
        auto *const menu = editor.findChild<QMenu *>(u"codeEditorMenu"_s);
        QVERIFY(menu);
        QCOMPARE_GT(menu->actions().size(), 8);
        menu->close();
    }

    void picturesInBothThemes()
    {
        const QString folder = qEnvironmentVariable("EDGEWRIGHT_SHOTS");
        if (folder.isEmpty())
            QSKIP("EDGEWRIGHT_SHOTS names no folder");
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
            CodeEditor editor;
            editor.applyTheme(theme(kind));
            editor.setBytes(sample());
            show(editor);
            editor.goToLine(18);
            const QString name =
                kind == ThemeKind::Dark ? u"editor-dark.png"_s : u"editor-light.png"_s;
            QVERIFY(editor.grab().save(folder + u'/' + name));
        }
    }
};

QTEST_MAIN(TestCodeEditor)
#include "tst_codeeditor.moc"
