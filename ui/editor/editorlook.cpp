// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorlook.h"

#include "editor/scintilla.h"
#include "text/suspicious.h"

#include <Qsci/qscicommandset.h>
#include <Qsci/qsciscintilla.h>

#include <QFontDatabase>
#include <QFontInfo>
#include <QImage>
#include <QPainter>

namespace edgewright {

using namespace Qt::StringLiterals;
using scintilla::Sci;
using scintilla::send;
using scintilla::sendColor;
using scintilla::sendText;

namespace {

constexpr int kLineSpacing = 2;

void showHiddenCharacters(const QsciScintilla &editor)
{
    for (const auto &[point, label] : visibleRepresentations()) {
        const QByteArray encoded = QString::fromUcs4(&point, 1).toUtf8();
        editor.SendScintilla(Sci::SCI_SETREPRESENTATION, encoded.constData(), label.constData());
    }
}

void configureFolding(const QsciScintilla &editor)
{
    send(editor, Sci::SCI_SETMARGINTYPEN, FoldMargin, Sci::SC_MARGIN_SYMBOL);
    send(editor, Sci::SCI_SETMARGINMASKN, FoldMargin, static_cast<qint64>(Sci::SC_MASK_FOLDERS));
    send(editor, Sci::SCI_SETMARGINSENSITIVEN, FoldMargin, 1);
    send(editor, Sci::SCI_SETMARGINWIDTHN, FoldMargin, 16);
    send(editor, Sci::SCI_SETAUTOMATICFOLD,
         Sci::SC_AUTOMATICFOLD_SHOW | Sci::SC_AUTOMATICFOLD_CLICK | Sci::SC_AUTOMATICFOLD_CHANGE);
    send(editor, Sci::SCI_SETFOLDFLAGS, Sci::SC_FOLDFLAG_LINEAFTER_CONTRACTED);
    for (const int mark :
         {Sci::SC_MARKNUM_FOLDERSUB, Sci::SC_MARKNUM_FOLDERTAIL, Sci::SC_MARKNUM_FOLDERMIDTAIL})
        send(editor, Sci::SCI_MARKERDEFINE, mark, Sci::SC_MARK_EMPTY);
}

void configureSelections(const QsciScintilla &editor)
{
    send(editor, Sci::SCI_SETMULTIPLESELECTION, 1);
    send(editor, Sci::SCI_SETADDITIONALSELECTIONTYPING, 1);
    send(editor, Sci::SCI_SETMULTIPASTE, Sci::SC_MULTIPASTE_EACH);
    send(editor, Sci::SCI_SETADDITIONALCARETSVISIBLE, 1);
    send(editor, Sci::SCI_SETADDITIONALCARETSBLINK, 1);
    send(editor, Sci::SCI_SETRECTANGULARSELECTIONMODIFIER, Sci::SCMOD_SUPER);
    send(editor, Sci::SCI_SETMOUSESELECTIONRECTANGULARSWITCH, 0);
    send(editor, Sci::SCI_SETVIRTUALSPACEOPTIONS, Sci::SCVS_RECTANGULARSELECTION);
}

void themeStyles(const QsciScintilla &editor, const Theme &theme, const QFont &font)
{
    const QByteArray family = font.family().toUtf8();
    sendText(editor, Sci::SCI_STYLESETFONT, Sci::STYLE_DEFAULT, family.constData());
    send(editor, Sci::SCI_STYLESETSIZEFRACTIONAL, Sci::STYLE_DEFAULT,
         qRound(font.pointSizeF() * int{Sci::SC_FONT_SIZE_MULTIPLIER}));
    sendColor(editor, Sci::SCI_STYLESETFORE, Sci::STYLE_DEFAULT, theme.editor.text);
    sendColor(editor, Sci::SCI_STYLESETBACK, Sci::STYLE_DEFAULT, theme.editor.background);
    send(editor, Sci::SCI_STYLECLEARALL);
    for (std::size_t kind = 1; kind < theme.tokens.size(); ++kind)
        sendColor(editor, Sci::SCI_STYLESETFORE, static_cast<int>(kind), theme.tokens[kind]);

    sendColor(editor, Sci::SCI_STYLESETFORE, Sci::STYLE_LINENUMBER, theme.editor.lineNumber);
    sendColor(editor, Sci::SCI_STYLESETBACK, Sci::STYLE_LINENUMBER, theme.editor.margin);
    sendColor(editor, Sci::SCI_STYLESETFORE, Sci::STYLE_INDENTGUIDE, theme.editor.indentationGuide);
    sendColor(editor, Sci::SCI_STYLESETBACK, Sci::STYLE_BRACELIGHT, theme.editor.braceMatch);
    sendColor(editor, Sci::SCI_STYLESETFORE, Sci::STYLE_BRACELIGHT, theme.editor.text);
    sendColor(editor, Sci::SCI_STYLESETBACK, Sci::STYLE_BRACEBAD, theme.editor.braceMismatch);
    sendColor(editor, Sci::SCI_STYLESETFORE, Sci::STYLE_BRACEBAD, theme.editor.text);
}

void themeCaretAndSelection(const QsciScintilla &editor, const EditorColors &colors)
{
    editor.SendScintilla(Sci::SCI_SETCARETFORE, colors.caret);
    editor.SendScintilla(Sci::SCI_SETADDITIONALCARETFORE, colors.caret);
    editor.SendScintilla(Sci::SCI_SETCARETLINEBACK, colors.currentLine);
    sendColor(editor, Sci::SCI_SETSELBACK, 1, colors.selection);
    send(editor, Sci::SCI_SETSELFORE, 0);
    editor.SendScintilla(Sci::SCI_SETADDITIONALSELBACK, colors.selection);
    sendColor(editor, Sci::SCI_SETWHITESPACEFORE, 1, colors.whitespace);
}

/// A thin arrowhead, to the right or down; Scintilla's own marks are heavy triangles.
QImage chevron(const QColor &color, bool down, qreal ratio)
{
    constexpr int kSize = 16;
    QImage image(QSize(kSize, kSize) * ratio, QImage::Format_ARGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPolygonF right{{6.0, 4.0}, {10.0, 8.0}, {6.0, 12.0}};
    const QPolygonF below{{4.0, 6.0}, {8.0, 10.0}, {12.0, 6.0}};
    painter.drawPolyline(down ? below : right);
    painter.end();
    return image;
}

void themeFolding(QsciScintilla &editor, const EditorColors &colors)
{
    const qreal ratio = editor.devicePixelRatioF();
    send(editor, Sci::SCI_RGBAIMAGESETSCALE, qRound(100 * ratio));
    const QImage open = chevron(colors.foldMarker, true, ratio);
    const QImage closed = chevron(colors.foldMarker, false, ratio);
    for (const int mark : {Sci::SC_MARKNUM_FOLDEROPEN, Sci::SC_MARKNUM_FOLDEROPENMID})
        editor.markerDefine(open, mark);
    for (const int mark : {Sci::SC_MARKNUM_FOLDER, Sci::SC_MARKNUM_FOLDEREND})
        editor.markerDefine(closed, mark);
    for (int mark = Sci::SC_MARKNUM_FOLDEREND; mark <= int{Sci::SC_MARKNUM_FOLDEROPEN}; ++mark)
        sendColor(editor, Sci::SCI_MARKERSETBACK, mark, colors.foldMarker);
    sendColor(editor, Sci::SCI_SETFOLDMARGINCOLOUR, 1, colors.margin);
    sendColor(editor, Sci::SCI_SETFOLDMARGINHICOLOUR, 1, colors.margin);
}

void themeIndicators(const QsciScintilla &editor, const EditorColors &colors)
{
    const auto box = [&editor](int number, const QColor &color, int alpha) {
        send(editor, Sci::SCI_INDICSETSTYLE, number, Sci::INDIC_STRAIGHTBOX);
        sendColor(editor, Sci::SCI_INDICSETFORE, number, color);
        send(editor, Sci::SCI_INDICSETALPHA, number, alpha);
        send(editor, Sci::SCI_INDICSETOUTLINEALPHA, number, alpha);
        send(editor, Sci::SCI_INDICSETUNDER, number, 1);
    };
    box(scintilla::FindMatchIndicator, colors.findMatch, 255);
    box(scintilla::FindScopeIndicator, colors.selection, 90);
    box(scintilla::SuspiciousIndicator, colors.suspiciousBackground, 70);
}

} // namespace

QFont editorFont()
{
    // The generic family has to be resolved first, or its substitutes would replace it.
    const QString family = QFontInfo(QFontDatabase::systemFont(QFontDatabase::FixedFont)).family();
    QFont font(family);
    font.setFixedPitch(true);
    font.setPointSize(11);
    // Without this the font for Chinese is chosen anew, and differently, for each widget.
    static const bool once = [&family] {
        QFont::insertSubstitutions(family, {u"Noto Sans Mono CJK SC"_s, u"Noto Sans CJK SC"_s,
                                            u"WenQuanYi Zen Hei Mono"_s, u"Microsoft YaHei"_s,
                                            u"PingFang SC"_s});
        return true;
    }();
    Q_UNUSED(once)
    return font;
}

void configureEditor(QsciScintilla &editor)
{
    send(editor, Sci::SCI_SETMODEVENTMASK, Sci::SC_MOD_INSERTTEXT | Sci::SC_MOD_DELETETEXT);
    send(editor, Sci::SCI_SETIDLESTYLING, Sci::SC_IDLESTYLING_TOVISIBLE);
    send(editor, Sci::SCI_SETLAYOUTCACHE, Sci::SC_CACHE_PAGE);
    send(editor, Sci::SCI_SETPOSITIONCACHE, 4096);
    send(editor, Sci::SCI_SETSCROLLWIDTH, 1);
    send(editor, Sci::SCI_SETSCROLLWIDTHTRACKING, 1);
    send(editor, Sci::SCI_SETENDATLASTLINE, 0);
    send(editor, Sci::SCI_SETPASTECONVERTENDINGS, 1);
    send(editor, Sci::SCI_SETTABINDENTS, 1);
    send(editor, Sci::SCI_SETBACKSPACEUNINDENTS, 1);
    send(editor, Sci::SCI_SETINDENTATIONGUIDES, Sci::SC_IV_LOOKBOTH);
    send(editor, Sci::SCI_SETWRAPSTARTINDENT, 2);
    send(editor, Sci::SCI_SETWRAPINDENTMODE, Sci::SC_WRAPINDENT_INDENT);
    send(editor, Sci::SCI_SETCARETLINEVISIBLE, 1);
    send(editor, Sci::SCI_SETCARETLINEVISIBLEALWAYS, 1);
    send(editor, Sci::SCI_SETCARETWIDTH, 2);
    send(editor, Sci::SCI_SETCARETSTICKY, Sci::SC_CARETSTICKY_OFF);
    send(editor, Sci::SCI_SETYCARETPOLICY, Sci::CARET_SLOP | Sci::CARET_EVEN | Sci::CARET_STRICT,
         3);
    send(editor, Sci::SCI_SETEXTRAASCENT, kLineSpacing);
    send(editor, Sci::SCI_SETEXTRADESCENT, kLineSpacing);
    send(editor, Sci::SCI_SETMARGINWIDTHN, NotesMargin, 0);
    send(editor, Sci::SCI_SETMARGINTYPEN, LineNumberMargin, Sci::SC_MARGIN_NUMBER);
    send(editor, Sci::SCI_SETMARGINTYPEN, PaddingMargin, Sci::SC_MARGIN_BACK);
    send(editor, Sci::SCI_SETMARGINMASKN, PaddingMargin, 0);
    send(editor, Sci::SCI_SETMARGINWIDTHN, PaddingMargin, 4);
    editor.setFrameShape(QFrame::NoFrame);
    configureFolding(editor);
    configureSelections(editor);
    showHiddenCharacters(editor);
}

void clearClashingKeys(QsciScintilla &editor)
{
    const auto clashes = [](int keys) {
        const int modifiers = keys & static_cast<int>(Qt::KeyboardModifierMask);
        const int key = keys & ~static_cast<int>(Qt::KeyboardModifierMask);
        const bool control = (modifiers & static_cast<int>(Qt::ControlModifier)) != 0;
        if (!control || key < Qt::Key_Space || key > Qt::Key_AsciiTilde)
            return false;
        const bool alone = modifiers == static_cast<int>(Qt::ControlModifier);
        const bool kept = key == Qt::Key_A || key == Qt::Key_C || key == Qt::Key_V
                          || key == Qt::Key_X || key == Qt::Key_Y || key == Qt::Key_Z;
        return !(alone && kept);
    };
    for (QsciCommand *const command : editor.standardCommands()->commands()) {
        if (clashes(command->key()))
            command->setKey(0);
        if (clashes(command->alternateKey()))
            command->setAlternateKey(0);
    }
}

void applyEditorTheme(QsciScintilla &editor, const Theme &theme, const QFont &font)
{
    themeStyles(editor, theme, font);
    themeCaretAndSelection(editor, theme.editor);
    themeFolding(editor, theme.editor);
    themeIndicators(editor, theme.editor);
    sendColor(editor, Sci::SCI_SETMARGINBACKN, PaddingMargin, theme.editor.margin);
}

} // namespace edgewright
