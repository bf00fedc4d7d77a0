// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/themeservice.h"
#include "editor/codeeditor.h"
#include "editor/decorators/linenotes.h"
#include "editor/editorlook.h"
#include "editor/scintilla.h"

#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace edgewright;
using scintilla::Sci;
using scintilla::send;

namespace {

QByteArray marginText(const CodeEditor &editor, int line)
{
    QByteArray text(scintilla::sendText(editor, Sci::SCI_MARGINGETTEXT, line, nullptr), '\0');
    editor.SendScintilla(Sci::SCI_MARGINGETTEXT, static_cast<unsigned long>(line), text.data());
    return text;
}

int marginWidth(const CodeEditor &editor)
{
    return send(editor, Sci::SCI_GETMARGINWIDTHN, NotesMargin);
}

QPoint pointOfLine(const CodeEditor &editor, int line)
{
    const int position = send(editor, Sci::SCI_POSITIONFROMLINE, line);
    return {4, send(editor, Sci::SCI_POINTYFROMPOSITION, 0, position) + 4};
}

QColor color(const CodeEditor &editor, unsigned message, int style)
{
    const int bgr = send(editor, message, style);
    return {bgr & 0xff, (bgr >> 8) & 0xff, (bgr >> 16) & 0xff};
}

const QList<LineNote> kNotes{{u"v1 · first"_s, u"<b>v1</b>\nfirst"_s}, {u"v2"_s, u"v2"_s}};

} // namespace

class tst_LineNotes final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s));
    }

    void thereIsNoMarginUntilItIsSwitchedOn()
    {
        CodeEditor editor;
        editor.setBytes("a\nb\nc\n");
        auto *notes = new LineNotesDecorator(editor);
        notes->setNotes(kNotes, {0, 0, 1});
        QCOMPARE(marginWidth(editor), 0);

        notes->setEnabled(true);
        QVERIFY(marginWidth(editor) > 0);

        notes->setEnabled(false);
        QCOMPARE(marginWidth(editor), 0);
        QCOMPARE(marginText(editor, 0), "");
    }

    void neighboursThatShareANoteShowItOnce()
    {
        CodeEditor editor;
        editor.setBytes("a\nb\nc\nd\n");
        auto *notes = new LineNotesDecorator(editor);
        notes->setEnabled(true);
        notes->setNotes(kNotes, {0, 0, 1, 0, -1});

        QCOMPARE(marginText(editor, 0), u" v1 · first"_s.toUtf8());
        QCOMPARE(marginText(editor, 1), " ");
        QCOMPARE(marginText(editor, 2), " v2");
        QCOMPARE(marginText(editor, 3), u" v1 · first"_s.toUtf8());
        QCOMPARE(marginText(editor, 4), "");
        QCOMPARE(send(editor, Sci::SCI_MARGINGETSTYLE, 0),
                 send(editor, Sci::SCI_MARGINGETSTYLE, 1));
        QVERIFY(send(editor, Sci::SCI_MARGINGETSTYLE, 1)
                != send(editor, Sci::SCI_MARGINGETSTYLE, 2));
    }

    void foreignTextStaysOnItsLineAndWithinTheMargin()
    {
        CodeEditor editor;
        editor.setBytes("a\nb\n");
        auto *notes = new LineNotesDecorator(editor);
        notes->setEnabled(true);
        notes->setNotes({{u"v1"_s, {}}}, {0});
        const int narrow = marginWidth(editor);
        notes->setNotes({{QString(500, u'字') + u"\n\u202Eevil"_s, {}}}, {0, 0});

        const QByteArray shown = marginText(editor, 0);
        QVERIFY(!shown.contains('\n'));
        QVERIFY(shown.endsWith(u"…"_s.toUtf8()));
        QVERIFY(QString::fromUtf8(shown).size() < 40);
        QCOMPARE_GT(marginWidth(editor), narrow);
        QVERIFY(marginWidth(editor) < 600);
    }

    void notesForLinesThatAreNotThereDoNoHarm()
    {
        CodeEditor editor;
        editor.setBytes("a\n");
        auto *notes = new LineNotesDecorator(editor);
        notes->setEnabled(true);
        notes->setNotes(kNotes, {0, 7, -3, 1, 1});

        QVERIFY(notes->noteOf(1) == nullptr);
        QVERIFY(notes->noteOf(2) == nullptr);
        QVERIFY(notes->noteOf(-1) == nullptr);
        QVERIFY(notes->noteOf(99) == nullptr);
        notes->setNotes({}, {});
        QCOMPARE(marginWidth(editor), 0);
    }

    void notesMoveWithTheirLinesWhileTyping()
    {
        CodeEditor editor;
        editor.setBytes("a\nb\n");
        auto *notes = new LineNotesDecorator(editor);
        notes->setEnabled(true);
        notes->setNotes(kNotes, {0, 1});

        editor.replaceRange(0, 0, "new\n");

        QCOMPARE(marginText(editor, 2), " v2");
    }

    void altClickOnANoteAsksForWhatWasBefore()
    {
        CodeEditor editor;
        editor.setBytes("a\nb\nc\n");
        editor.resize(500, 400);
        editor.show();
        QVERIFY(QTest::qWaitForWindowExposed(&editor));
        auto *notes = new LineNotesDecorator(editor);
        notes->setEnabled(true);
        notes->setNotes(kNotes, {0, 0, 1});
        QSignalSpy activated(notes, &LineNotesDecorator::noteActivated);
        const auto click = [&editor](Qt::KeyboardModifiers modifiers, const QPoint &point) {
            QTest::mouseClick(editor.viewport(), Qt::LeftButton, modifiers, point);
        };

        click(Qt::AltModifier, pointOfLine(editor, 2));
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.at(0).at(0).toInt(), 2);

        click(Qt::NoModifier, pointOfLine(editor, 1));
        click(Qt::AltModifier, pointOfLine(editor, 1) + QPoint(marginWidth(editor), 0));
        click(Qt::AltModifier, {4, 390}); // below the text
        QCOMPARE(activated.size(), 1);
    }

    void theToolTipIsPlainText()
    {
        CodeEditor editor;
        editor.setBytes("a\nb\nc\n");
        editor.resize(500, 400);
        editor.show();
        QVERIFY(QTest::qWaitForWindowExposed(&editor));
        auto *notes = new LineNotesDecorator(editor);
        notes->setEnabled(true);
        notes->setNotes(kNotes, {0, 0, 1});

        const QPoint point = pointOfLine(editor, 0);
        QHelpEvent help(QEvent::ToolTip, point, editor.viewport()->mapToGlobal(point));
        QCoreApplication::sendEvent(editor.viewport(), &help);

        QVERIFY(QToolTip::text().contains(u"&lt;b&gt;"_s)
                || !Qt::mightBeRichText(QToolTip::text()));
        QToolTip::hideText();
    }

    void theNotesCanBeReadInBothThemes_data()
    {
        QTest::addColumn<ThemeKind>("kind");
        QTest::newRow("light") << ThemeKind::Light;
        QTest::newRow("dark") << ThemeKind::Dark;
    }
    void theNotesCanBeReadInBothThemes()
    {
        QFETCH(ThemeKind, kind);
        CodeEditor editor;
        editor.setBytes("a\nb\nc\n");
        auto *notes = new LineNotesDecorator(editor);
        notes->setEnabled(true);
        notes->setNotes(kNotes, {0, 1, 0});

        editor.applyTheme(theme(kind));

        QList<QColor> grounds;
        for (const int line : {0, 1}) {
            const int style = send(editor, Sci::SCI_MARGINGETSTYLE, line);
            grounds.append(color(editor, Sci::SCI_STYLEGETBACK, style));
            QCOMPARE_GE(contrastRatio(color(editor, Sci::SCI_STYLEGETFORE, style), grounds.last()),
                        4.5);
        }
        QVERIFY(grounds.at(0) != grounds.at(1));
    }
};

QTEST_MAIN(tst_LineNotes)
#include "tst_linenotes.moc"
