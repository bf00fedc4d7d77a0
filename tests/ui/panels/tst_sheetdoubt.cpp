// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/regionssheet.h"
#include "publish/saveversionsheet.h"
#include "publish/splitsheet.h"

#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace edgewright;

/// What may have been done already is not offered again before the sheet was opened anew.
class SheetDoubtTest : public QObject {
    Q_OBJECT

private:
    ThemeService m_themes;
    std::unique_ptr<QWidget> m_area;

    static SplitSheet::Context running(int share)
    {
        return {.routine = u"www"_s,
                .environment = kProduction,
                .stays = {.id = u"15"_s, .name = u"v5"_s},
                .arrives = {.id = u"16"_s, .name = u"v6"_s},
                .share = share};
    }

    [[nodiscard]] bool isOn(const QString &name) const
    {
        auto *button = m_area->findChild<QPushButton *>(name);
        return button && button->isEnabled();
    }

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_area = std::make_unique<QWidget>();
        m_area->resize(820, 460);
        m_area->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_area.get()));
    }

    void cleanup() { m_area.reset(); }

    void aSplitIsNotSentAgain_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("unknown") << ErrorCode::OutcomeUnknown << false;
        QTest::newRow("something else") << ErrorCode::Mismatch << false;
        QTest::newRow("certainly not done") << ErrorCode::ServiceFailure << true;
    }

    void aSplitIsNotSentAgain()
    {
        QFETCH(const ErrorCode, code);
        QFETCH(const bool, isOffered);
        SplitSheet sheet(m_themes, m_area.get());
        sheet.setContext(running(10));
        sheet.open();
        sheet.field().setShare(20);
        QVERIFY(isOn(u"sheetConfirm"_s) && isOn(u"splitFinish"_s) && isOn(u"splitAbort"_s));
        sheet.setStep(u"Publishing…"_s, 0, 0, false);

        sheet.showError({.code = code, .message = u"Hm."_s});
        sheet.field().setShare(30);
        sheet.updateContext(running(20));

        for (const QString &name : {u"sheetConfirm"_s, u"splitFinish"_s, u"splitAbort"_s})
            QCOMPARE(isOn(name), isOffered);

        sheet.dismiss();
        sheet.setContext(running(10));
        sheet.open();
        sheet.field().setShare(20);
        QVERIFY(isOn(u"sheetConfirm"_s) && isOn(u"splitFinish"_s) && isOn(u"splitAbort"_s));
    }

    void regionsAreNeitherGivenNorTakenAgain()
    {
        RegionsSheet sheet(m_themes, m_area.get());
        sheet.setContext({.routine = u"www"_s, .versionId = u"15"_s, .versionName = u"v5"_s});
        const RegionListModel::Item item{
            .environment = u"presetCanaryZhejiang"_s, .runs = u"v3"_s, .isPresent = true};
        sheet.setItems({item});
        sheet.open();
        QAbstractItemModel *model = sheet.findChild<QTreeView *>(u"regionList"_s)->model();
        model->setData(model->index(0, 0), Qt::Checked, Qt::CheckStateRole);
        QVERIFY(isOn(u"sheetConfirm"_s) && isOn(u"regionsRemove"_s));

        sheet.showError({.code = ErrorCode::OutcomeUnknown, .message = u"Hm."_s});
        model->setData(model->index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
        model->setData(model->index(0, 0), Qt::Checked, Qt::CheckStateRole);

        QVERIFY(!isOn(u"sheetConfirm"_s));
        QVERIFY(!isOn(u"regionsRemove"_s));
    }

    void aVersionThatIsThereAfterAllCanBeUsed()
    {
        SaveVersionSheet sheet(m_themes, m_area.get());
        sheet.setContext({.routine = u"www"_s, .used = 7, .quota = 10});
        sheet.open();
        sheet.showError({.code = ErrorCode::OutcomeUnknown, .message = u"Hm."_s});
        QVERIFY(!isOn(u"sheetConfirm"_s));

        sheet.setSameAs(u"v8"_s);

        QVERIFY(isOn(u"sheetConfirm"_s));
    }
};

QTEST_MAIN(SheetDoubtTest)
#include "tst_sheetdoubt.moc"
