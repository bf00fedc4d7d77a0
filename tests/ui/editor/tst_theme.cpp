// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"
#include "common/themeservice.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace edgewright;

namespace {

constexpr double kText = 4.5;
constexpr double kShape = 3.0;

struct Pair {
    QString name;
    QColor text;
    QColor ground;
    double least = kText;
};

void addWindow(QList<Pair> &pairs, const Theme &t)
{
    const WindowColors &w = t.window;
    for (const auto &[name, ground] : {std::pair{u"window"_s, w.window},
                                       {u"panel"_s, w.panel},
                                       {u"raised"_s, w.raised},
                                       {u"hover"_s, w.hover},
                                       {u"selection"_s, w.selection}})
    {
        pairs.append({u"text on "_s + name, w.text, ground});
        pairs.append({u"muted on "_s + name, w.muted, ground});
        pairs.append({u"link on "_s + name, w.link, ground});
    }
    pairs.append({u"text on pressed"_s, w.text, w.pressed});
    pairs.append({u"muted on pressed"_s, w.muted, w.pressed});
    pairs.append({u"problem on window"_s, t.error.text, w.window});
    pairs.append({u"accent"_s, w.accentText, w.accent});
    pairs.append({u"accent, hovered"_s, w.accentText, w.accentHover});
    pairs.append({u"outline on window"_s, w.outline, w.window, kShape});
    pairs.append({u"outline on panel"_s, w.outline, w.panel, kShape});
    pairs.append({u"focus ring on window"_s, w.link, w.window, kShape});
}

void addDiff(QList<Pair> &pairs, const Theme &t, const DiffColors &d, const QString &name)
{
    pairs.append({name + u" removed sign"_s, d.removedSign, d.removedLine});
    pairs.append({name + u" added sign"_s, d.addedSign, d.addedLine});
    pairs.append({name + u" changed sign"_s, d.changedSign, d.changedLine});
    pairs.append({name + u" moved sign"_s, d.movedSign, d.movedLine});
    pairs.append({name + u" fold text"_s, d.foldText, d.foldBand});
    for (const QColor &sign : {d.removedSign, d.addedSign, d.changedSign, d.movedSign}) {
        pairs.append({name + u" sign on panel"_s, sign, t.window.panel});
        pairs.append({name + u" sign on window"_s, sign, t.window.window});
        pairs.append({name + u" sign on code"_s, sign, t.editor.background});
    }
}

void addTokens(QList<Pair> &pairs, const Theme &t)
{
    QList<QColor> grounds{t.editor.background, t.editor.currentLine, t.editor.selection,
                          t.editor.findMatch, t.editor.braceMatch};
    for (const DiffColors *d : {&t.redGreen, &t.blueOrange})
        grounds += {d->removedLine, d->removedWord, d->addedLine, d->addedWord,
                    d->changedLine, d->changedWord, d->movedLine};
    // Blanks are drawn faint on purpose.
    for (std::size_t kind = 1; kind < t.tokens.size(); ++kind) {
        for (const QColor &ground : grounds)
            pairs.append(
                {u"token %1 on %2"_s.arg(kind).arg(ground.name()), t.tokens[kind], ground});
    }
}

QList<Pair> pairsOf(const Theme &t)
{
    QList<Pair> pairs;
    addWindow(pairs, t);
    addDiff(pairs, t, t.redGreen, u"red/green"_s);
    addDiff(pairs, t, t.blueOrange, u"blue/orange"_s);
    addTokens(pairs, t);
    for (const auto &[name, tone] : {std::pair{u"production"_s, t.production},
                                     {u"staging"_s, t.staging},
                                     {u"draft"_s, t.draft},
                                     {u"info"_s, t.info},
                                     {u"warning"_s, t.warning},
                                     {u"error"_s, t.error},
                                     {u"success"_s, t.success}})
        pairs.append({name, tone.text, tone.background});
    const EditorColors &e = t.editor;
    pairs.append({u"line number"_s, e.lineNumber, e.margin});
    pairs.append({u"fold mark"_s, e.foldMarker, e.margin});
    pairs.append({u"caret"_s, e.caret, e.background});
    pairs.append({u"caret on the current line"_s, e.caret, e.currentLine});
    pairs.append({u"suspicious"_s, e.suspiciousText, e.suspiciousBackground});
    pairs.append({u"text on mismatch"_s, e.text, e.braceMismatch});
    pairs.append({u"error text on panel"_s, t.error.text, t.window.panel});
    return pairs;
}

} // namespace

class TestTheme final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void contrastIsComputedAsInTheStandard()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        QCOMPARE(qRound(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) * 100), 454);
    }

    void textIsReadableOnItsGround_data()
    {
        QTest::addColumn<ThemeKind>("kind");
        QTest::newRow("light") << ThemeKind::Light;
        QTest::newRow("dark") << ThemeKind::Dark;
    }
    void textIsReadableOnItsGround()
    {
        QFETCH(ThemeKind, kind);
        QStringList weak;

        const QList<Pair> pairs = pairsOf(theme(kind));
        for (const Pair &pair : pairs) {
            const double ratio = contrastRatio(pair.text, pair.ground);
            if (ratio < pair.least)
                weak.append(u"%1: %2"_s.arg(pair.name).arg(ratio, 0, 'f', 2));
        }

        QCOMPARE_GT(pairs.size(), 300);
        QVERIFY2(weak.isEmpty(), qPrintable(weak.join(u"; "_s)));
    }

    void everyColourIsSet()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
            for (const Pair &pair : pairsOf(theme(kind)))
                QVERIFY2(pair.text.isValid() && pair.ground.isValid(), qPrintable(pair.name));
            QCOMPARE(theme(kind).kind, kind);
        }
    }

    void theColourBlindSafePairDiffersInBrightnessOrBlue()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
            const DiffColors &d = theme(kind).diff(true);
            QCOMPARE_GT(d.addedWord.blue(), d.addedWord.red() + 30);
            QCOMPARE_GT(d.removedWord.red(), d.removedWord.blue() + 30);
        }
    }

    void theStyleSheetNamesNoUnknownColour()
    {
        QVERIFY(!styleSheet(ThemeKind::Light).contains(u'@'));
        QVERIFY(!styleSheet(ThemeKind::Dark).contains(u'@'));
        QVERIFY(styleSheet(ThemeKind::Light) != styleSheet(ThemeKind::Dark));
    }

    void theSystemsChoiceIsTakenFromThePalette()
    {
        const QPalette before = QGuiApplication::palette();
        QGuiApplication::setPalette(palette(ThemeKind::Dark));
        ThemeService dark;
        QGuiApplication::setPalette(palette(ThemeKind::Light));
        ThemeService light;
        QGuiApplication::setPalette(before);

        QCOMPARE(dark.kind(), ThemeKind::Dark);
        QCOMPARE(light.kind(), ThemeKind::Light);
    }

    void aChangeIsToldOnlyWhenItIsOne()
    {
        ThemeService service;
        service.setMode(ThemeService::Mode::Light);
        QSignalSpy changed(&service, &ThemeService::changed);

        service.setMode(ThemeService::Mode::Light);
        QCOMPARE(changed.size(), 0);
        service.setMode(ThemeService::Mode::Dark);
        QCOMPARE(changed.size(), 1);
        QVERIFY(service.current().isDark());
        service.setColorBlindSafe(true);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(service.diffColors().addedLine, theme(ThemeKind::Dark).blueOrange.addedLine);
    }

    void theApplicationTakesPaletteAndStyle()
    {
        ThemeService service;
        service.setMode(ThemeService::Mode::Dark);

        service.applyTo(*qApp);
        QCOMPARE(QGuiApplication::palette().color(QPalette::Window),
                 theme(ThemeKind::Dark).window.window);
        service.setMode(ThemeService::Mode::Light);

        QCOMPARE(QGuiApplication::palette().color(QPalette::Window),
                 theme(ThemeKind::Light).window.window);
        qApp->setStyleSheet({});
    }

    void fieldsHaveTheSameEdge_data() { textIsReadableOnItsGround_data(); }
    void fieldsHaveTheSameEdge()
    {
        QFETCH(ThemeKind, kind);
        ThemeService service;
        service.setMode(kind == ThemeKind::Dark ? ThemeService::Mode::Dark
                                                : ThemeService::Mode::Light);
        service.applyTo(*qApp);
        QWidget window;
        QList<QWidget *> fields{new QLineEdit(&window), new QSpinBox(&window),
                                new QComboBox(&window)};
        for (QWidget *field : fields)
            field->resize(120, 30);

        for (QWidget *field : fields) {
            const QImage image = field->grab().toImage();
            QCOMPARE(image.pixelColor(60, 0), service.current().window.outline);
            QCOMPARE(image.pixelColor(60, 29), service.current().window.outline);
            QCOMPARE(image.pixelColor(60, 3), service.current().window.panel);
        }
        qApp->setStyleSheet({});
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
