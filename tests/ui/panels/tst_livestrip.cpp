// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/routinetypes.h"
#include "publish/lampbutton.h"
#include "publish/livestrip.h"
#include "support/unnamedwidgets.h"

#include <QContextMenuEvent>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace edgewright;
using State = GapButton::Count::State;

class LiveStripTest : public QObject {
    Q_OBJECT

private:
    ThemeService m_themes;
    std::unique_ptr<LiveStrip> m_strip;

    template <typename T>
    [[nodiscard]] T *part(const QString &name) const
    {
        return m_strip->findChild<T *>(name);
    }

    /// Everything that is shown, from left to right, top to bottom.
    [[nodiscard]] QList<QWidget *> parts() const
    {
        QList<QWidget *> shown =
            m_strip->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        shown.removeIf([](const QWidget *widget) { return !widget->isVisible(); });
        std::ranges::sort(shown, {}, [](const QWidget *widget) {
            return std::pair(widget->y() / 20, widget->x());
        });
        return shown;
    }

    void fill()
    {
        m_strip->setEnvironment({.environment = kProduction,
                                 .sharesText = u"v15 70 % · v17 30 %"_s,
                                 .sinceText = u"yesterday 18:40"_s,
                                 .known = true});
        m_strip->setEnvironment({.environment = kStaging,
                                 .sharesText = u"v17"_s,
                                 .sinceText = u"2 h ago"_s,
                                 .known = true});
        m_strip->setDraft({.baseName = u"v15"_s, .edited = true, .exists = true});
        m_strip->setGap(LiveStrip::Gap::ProductionDraft,
                        {.state = State::Different, .added = 42, .removed = 7});
        m_strip->setGap(LiveStrip::Gap::DraftStaging, {.state = State::Same});
    }

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_strip = std::make_unique<LiveStrip>(m_themes);
        m_strip->resize(1000, 40);
        m_strip->show();
        QVERIFY(QTest::qWaitForWindowActive(m_strip.get()));
        fill();
    }

    void cleanup() { m_strip.reset(); }

    void nothingIsCutAndNothingOverlaps_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("inOneRow");
        QTest::newRow("wide") << 1200 << true;
        QTest::newRow("beside both lists of a 1440 window") << 850 << true;
        QTest::newRow("beside both lists of a 1280 window") << 690 << true;
        QTest::newRow("beside both lists of a 1000 window") << 410 << false;
    }

    void nothingIsCutAndNothingOverlaps()
    {
        QFETCH(const int, width);
        QFETCH(const bool, inOneRow);

        m_strip->resize(width, m_strip->height());

        int rows = 1;
        const QWidget *before = nullptr;
        const QList<QWidget *> shown = parts();
        for (const QWidget *widget : shown) {
            QVERIFY2(widget->width() >= widget->sizeHint().width(),
                     qPrintable(widget->objectName()));
            QVERIFY2(m_strip->rect().contains(widget->geometry()),
                     qPrintable(widget->objectName()));
            QVERIFY(!before || !before->geometry().intersects(widget->geometry()));
            if (before && widget->y() > before->geometry().bottom())
                ++rows;
            before = widget;
        }
        QCOMPARE(rows == 1, inOneRow);
        QCOMPARE(shown.size(), 7);
    }

    void agesGoBeforeWordsBecomeShorter()
    {
        auto *lamp = part<LampButton>(u"productionLamp"_s);
        m_strip->resize(1200, m_strip->height());
        const int whole = lamp->width();

        m_strip->resize(whole + 440, m_strip->height());

        QVERIFY(lamp->width() < whole);
        QVERIFY(lamp->accessibleName().contains(u"v15 70 % · v17 30 %"_s));
        QVERIFY(lamp->accessibleName().contains(u"yesterday"_s)); // it is still said
    }

    void gapsSayHowMuchDiffers()
    {
        auto *gap = part<GapButton>(u"productionDraftGap"_s);
        QVERIFY(gap->accessibleName().contains(u"42"_s));
        QVERIFY(gap->accessibleName().contains(u"production and the draft"_s));
        QVERIFY(gap->isEnabled());
        m_strip->setGap(LiveStrip::Gap::ProductionDraft, {.state = State::Missing});
        QVERIFY(!gap->isEnabled());
        QVERIFY(part<GapButton>(u"draftStagingGap"_s)->accessibleName().startsWith(u"No diff"_s));
    }

    void withoutADraftProductionStandsBesideStaging()
    {
        m_strip->setDraft({});

        QVERIFY(!part<QWidget>(u"draftLamp"_s)->isVisible());
        QVERIFY(!part<QWidget>(u"productionDraftGap"_s)->isVisible());
        QVERIFY(part<QWidget>(u"productionStagingGap"_s)->isVisible());
        QSignalSpy gaps(m_strip.get(), &LiveStrip::gapActivated);
        m_strip->setGap(LiveStrip::Gap::ProductionStaging, {.state = State::Different, .added = 1});
        QTest::mouseClick(part<QWidget>(u"productionStagingGap"_s), Qt::LeftButton);
        QCOMPARE(gaps.count(), 1);
        QCOMPARE(gaps.at(0).at(0).value<LiveStrip::Gap>(), LiveStrip::Gap::ProductionStaging);
    }

    void theMenuOpensByMouseAndKeys()
    {
        QSignalSpy menus(m_strip.get(), &LiveStrip::menuRequested);
        auto *lamp = part<LampButton>(u"stagingLamp"_s);

        QTest::mouseClick(part<QToolButton>(u"productionLampMenu"_s), Qt::LeftButton);
        lamp->setFocus();
        QTest::keyClick(lamp, Qt::Key_F10, Qt::ShiftModifier);
        QContextMenuEvent menuKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(lamp, &menuKey);

        QCOMPARE(menus.count(), 3);
        QCOMPARE(menus.at(0).at(0).toString(), QString(kProduction));
        QCOMPARE(menus.at(1).at(0).toString(), QString(kStaging));
        QCOMPARE(menus.at(2).at(0).toString(), QString(kStaging));
    }

    void whatOthersDidIsSaidInWords()
    {
        m_strip->setEnvironment({.environment = kProduction,
                                 .sharesText = u"v15"_s,
                                 .sinceText = {},
                                 .known = true,
                                 .changedElsewhere = u"Changed elsewhere."_s});

        const QWidget *lamp = part<QWidget>(u"productionLamp"_s);
        QVERIFY(lamp->toolTip().contains(u"Changed elsewhere"_s));
        QVERIFY(lamp->accessibleDescription().contains(u"Changed elsewhere"_s));
    }

    void everythingInItHasAName() { QCOMPARE(test::unnamedWidgets(m_strip.get()), QStringList()); }
};

QTEST_MAIN(LiveStripTest)
#include "tst_livestrip.moc"
