// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/sharesfield.h"
#include "support/unnamedwidgets.h"

#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace edgewright;

class SharesFieldTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<SharesField> m_field;

    [[nodiscard]] QSpinBox *number() const { return m_field->findChild<QSpinBox *>(); }
    [[nodiscard]] QSlider *slider() const { return m_field->findChild<QSlider *>(); }

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_field = std::make_unique<SharesField>();
        m_field->setVersions({.id = u"18"_s, .name = u"v18"_s}, {.id = u"15"_s, .name = u"v15"_s});
        m_field->show();
        QVERIFY(QTest::qWaitForWindowActive(m_field.get()));
    }

    void cleanup() { m_field.reset(); }

    void sharesAlwaysAddUpToAHundred_data()
    {
        QTest::addColumn<int>("wanted");
        QTest::addColumn<int>("share");
        QTest::newRow("a tenth") << 10 << 10;
        QTest::newRow("one percent") << 1 << 1;
        QTest::newRow("nearly all") << 99 << 99;
        QTest::newRow("none is no split") << 0 << 1;
        QTest::newRow("all is no split") << 100 << 99;
        QTest::newRow("nonsense") << -2'000'000 << 1;
    }

    void sharesAlwaysAddUpToAHundred()
    {
        QFETCH(const int, wanted);
        QFETCH(const int, share);

        m_field->setShare(wanted);

        const QList<VersionShare> expected{{.versionId = u"15"_s, .percentage = 100 - share},
                                           {.versionId = u"18"_s, .percentage = share}};
        QCOMPARE(m_field->share(), share);
        QCOMPARE(m_field->shares(), expected);
        QCOMPARE(slider()->value(), share);
    }

    void withoutVersionsThereIsNothingToShare()
    {
        QCOMPARE(SharesField().shares(), QList<VersionShare>());
    }

    void numberSliderAndStepsSayTheSame()
    {
        QSignalSpy changed(m_field.get(), &SharesField::changed);

        QTest::mouseClick(m_field->findChild<QPushButton *>(u"sharePreset50"_s), Qt::LeftButton);
        QCOMPARE(number()->value(), 50);
        QCOMPARE(slider()->value(), 50);
        slider()->setFocus();
        QTest::keyClick(slider(), Qt::Key_Right);
        QCOMPARE(m_field->share(), 51);
        number()->setFocus();
        number()->selectAll();
        QTest::keyClicks(number(), u"7"_s);
        QTest::keyClick(number(), Qt::Key_Tab);

        QCOMPARE(m_field->share(), 7);
        QCOMPARE(slider()->value(), 7);
        QCOMPARE(changed.count(), 3);
    }

    void everythingInItHasAName()
    {
        QCOMPARE(test::unnamedWidgets(m_field.get()), QStringList());
        QVERIFY(number()->accessibleName().contains(u"v18"_s));
        QVERIFY(slider()->accessibleDescription().contains(u"v15"_s));
    }
};

QTEST_MAIN(SharesFieldTest)
#include "tst_sharesfield.moc"
