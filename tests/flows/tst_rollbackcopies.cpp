// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/publishbench.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace edgewright;
using test::PublishBench;
using test::TrafficBench;

namespace {

constexpr int kWaitMs = PublishBench::kWaitMs;
const int kRounds = test::isThorough() ? 100 : 10;

} // namespace

/// Going back to what the service has no more, again and again in one window: one copy each time.
class RollbackCopiesTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_bench = std::make_unique<PublishBench>();
        QVERIFY(m_bench->open());
    }
    void cleanup() { m_bench.reset(); }

    void eachRollbackMakesExactlyOneCopyAndIsUndone()
    {
        const QByteArray code = m_bench->codeOf(m_bench->traffic().id(u"v5"_s));
        QVERIFY(!code.isEmpty());
        const qsizetype versions = m_bench->versions().size();
        QString name = u"v5"_s;
        int copies = 0;
        for (int i = 0; i < kRounds; ++i) {
            const QString wanted = name;
            name = u"v%1"_s.arg(8 + i);
            QVERIFY(replace(wanted));
            goBack(wanted, name);
            if (QTest::currentTestFailed())
                return;

            QCOMPARE(m_bench->commits(), i + 1);
            QCOMPARE(m_bench->versions().size(), versions);
            const QString copy = m_bench->liveId(kProduction);
            QCOMPARE(copy, m_bench->versions().first());
            QCOMPARE(m_bench->codeOf(copy), code);
            ++copies;

            undo(name);
            if (QTest::currentTestFailed())
                return;
            QCOMPARE(m_bench->commits(), i + 1);
            QCOMPARE(m_bench->versions().size(), versions);
        }
        QCOMPARE(m_bench->draft().text(), PublishBench::kMine + m_bench->original());
        qInfo("%d of %d rollbacks made exactly one copy", copies, kRounds);
    }

private:
    /// v7 replaces \p name in production, and a colleague deletes that.
    [[nodiscard]] bool replace(const QString &name)
    {
        TrafficBench &traffic = m_bench->traffic();
        const QString id = traffic.id(name);
        if (traffic.liveInWindow(kProduction) != name
            && (!m_bench->colleaguePublishes(id, kProduction)
                || !traffic.noticed(kProduction, name)))
            return false;
        if (!m_bench->openSheet(kProduction, u"v7"_s) || !m_bench->publish())
            return false;
        VersionHistory &history = m_bench->window().services().history();
        const auto item = [&] { return history.model().items().at(history.model().rowOf(id)); };
        const auto isReady = [&] { return barSays(u"replaced "_s + name) && item().isHeld; };
        if (!QTest::qWaitFor(isReady, kWaitMs)
            || !test::wait(m_bench->colleague().deleteVersion(TrafficBench::kRoutine, id), kWaitMs))
            return false;
        history.refresh();
        return QTest::qWaitFor([&] { return !item().onService; }, kWaitMs);
    }

    /// From the bar, in two gestures.
    void goBack(const QString &gone, const QString &copy)
    {
        QVERIFY(clickBar());
        QTRY_VERIFY2_WITH_TIMEOUT(copied().contains(gone + u" is gone"_s), qPrintable(copied()),
                                  kWaitMs);
        QVERIFY(m_bench->traffic().confirm("rollbackSheet"));
        QTRY_VERIFY2_WITH_TIMEOUT(barSays(copy + u" is live in production"_s),
                                  qPrintable(m_bench->said()), kWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->shown(kProduction), copy, kWaitMs);
        QCOMPARE(m_bench->traffic().liveOnService(kProduction), copy);
        QTRY_VERIFY_WITH_TIMEOUT(label(copy).startsWith(u"copy of "_s + gone), kWaitMs);
    }

    void undo(const QString &copy)
    {
        QVERIFY(clickBar());
        const auto way = [this] { return m_bench->traffic().said("rollbackSheet", "rollbackWay"); };
        QTRY_VERIFY2_WITH_TIMEOUT(way().contains(copy + u" → v7"_s), qPrintable(way()), kWaitMs);
        QCOMPARE(copied(), QString());
        QVERIFY(m_bench->traffic().confirm("rollbackSheet"));
        QTRY_VERIFY2_WITH_TIMEOUT(barSays(u"v7 is live in production"_s),
                                  qPrintable(m_bench->said()), kWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->shown(kProduction), u"v7"_s, kWaitMs);
        QCOMPARE(m_bench->traffic().liveOnService(kProduction), u"v7"_s);
    }

    [[nodiscard]] QString copied()
    {
        return m_bench->traffic().said("rollbackSheet", "rollbackCopied");
    }
    [[nodiscard]] bool barSays(const QString &text)
    {
        return m_bench->traffic().said("publishedBar", "messageText").contains(text);
    }
    [[nodiscard]] bool clickBar()
    {
        QAbstractButton *button = nullptr;
        const auto isThere = [&] {
            auto *bar = m_bench->window().find<QWidget>("publishedBar");
            button = bar ? bar->findChild<QAbstractButton *>(u"messageAction0"_s) : nullptr;
            return button && button->isVisible() && button->isEnabled();
        };
        if (!QTest::qWaitFor(isThere, kWaitMs))
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }
    /// Of the version of that name, in the list.
    [[nodiscard]] QString label(const QString &name)
    {
        const VersionListModel &model = m_bench->window().services().history().model();
        const int row = model.rowOf(m_bench->traffic().id(name));
        return row < 0 ? QString() : model.items().at(row).mark.label;
    }

    std::unique_ptr<PublishBench> m_bench;
};

QTEST_MAIN(RollbackCopiesTest)
#include "tst_rollbackcopies.moc"
