// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/searchpanel.h"
#include "history/searchrows.h"
#include "samples.h"
#include "support/patience.h"
#include "support/unnamedwidgets.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace edgewright;

namespace {

SearchHit hit(const QString &routine, quint64 id, const QString &excerpt)
{
    return {.key = {.accountId = u"1"_s, .routine = routine},
            .id = id,
            .line = 6,
            .versionId = u"113"_s,
            .excerpt = excerpt,
            .spans = {{u"109"_s, u"113"_s, 9, 13}, {u"102"_s, u"102"_s, 2, 2}}};
}

} // namespace

class SearchPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_panel = std::make_unique<SearchPanel>();
        m_field = m_panel->findChild<QLineEdit *>(u"versionSearchField"_s);
        m_tree = m_panel->findChild<QTreeView *>(u"versionSearchHits"_s);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_tree->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_panel->setSubject({.accountId = u"1"_s, .routine = u"ab-checkout"_s});
        m_panel->resize(900, 320);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        m_panel->begin({});
    }

    void cleanup()
    {
        m_tester.reset();
        m_panel.reset();
    }

    void searchesWhileOneTypes()
    {
        QSignalSpy asked(m_panel.get(), &SearchPanel::searchRequested);

        QTest::keyClicks(m_field, u"cache"_s);

        QVERIFY(asked.wait(test::kPatienceMs));
        QCOMPARE(asked.count(), 1);
        const auto query = asked.first().first().value<ArchiveQuery>();
        QCOMPARE(query, (ArchiveQuery{.text = u"cache"_s, .accountId = u"1"_s}));
    }

    void togglesAndScopeCount()
    {
        QTest::keyClicks(m_field, u"cache"_s);
        QTest::keyClick(m_field, Qt::Key_Return);
        QSignalSpy asked(m_panel.get(), &SearchPanel::searchRequested);

        m_panel->findChild<QToolButton *>(u"versionSearchCase"_s)->click();
        m_panel->findChild<QToolButton *>(u"versionSearchRegex"_s)->click();
        m_panel->findChild<QComboBox *>(u"versionSearchScope"_s)->setCurrentIndex(0);

        const auto query = asked.last().first().value<ArchiveQuery>();
        QCOMPARE(query, (ArchiveQuery{.text = u"cache"_s,
                                      .isRegex = true,
                                      .isCaseSensitive = true,
                                      .accountId = u"1"_s,
                                      .routine = u"ab-checkout"_s}));
    }

    void tellsWhereALineAppears()
    {
        ask();

        m_panel->addHits({hit(u"one"_s, 1, u"cache.put()"_s), hit(u"two"_s, 1, u"cache.get()"_s)});
        SearchHit grown = hit(u"one"_s, 1, u"cache.put()"_s);
        grown.spans.last().firstId = u"101"_s;
        grown.spans.last().firstOrdinal = 1;
        m_panel->addHits({grown});

        QCOMPARE(shown(), (QStringList{u"one"_s, u"  cache.put() | 7 | v9 – v13, v1 – v2"_s,
                                       u"two"_s, u"  cache.get() | 7 | v9 – v13, v2"_s}));
    }

    void foreignTextStaysText()
    {
        ask();

        m_panel->addHits({hit(test::hostileText(), 1, test::hostileText())});

        QVERIFY(!shown().last().contains(u'\n'));
        QVERIFY(!shown().last().contains(QChar(0x202e)));
    }

    void enterOpensTheLine()
    {
        ask();
        m_panel->addHits({hit(u"one"_s, 1, u"cache.put()"_s), hit(u"one"_s, 2, u"cache.get()"_s)});
        QSignalSpy opened(m_panel.get(), &SearchPanel::hitActivated);

        QTest::keyClick(m_field, Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), m_tree);
        QTest::keyClick(m_tree, Qt::Key_Down);
        QTest::keyClick(m_tree, Qt::Key_Return);

        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().value<SearchHit>().excerpt, u"cache.get()"_s);
    }

    void saysHowItWent()
    {
        QSignalSpy stopped(m_panel.get(), &SearchPanel::stopRequested);
        ask();
        QVERIFY(state().contains(u"Searching"_s));
        m_panel->findChild<QPushButton *>(u"versionSearchStop"_s)->click();
        QCOMPARE(stopped.count(), 1);

        m_panel->showSummary({.versions = 340});
        QVERIFY(state().contains(u"340"_s));
        m_panel->addHits({hit(u"one"_s, 1, u"x"_s)});
        m_panel->showSummary({.versions = 340, .hits = 1, .isComplete = false});
        QVERIFY(state().contains(u"more"_s));
        m_panel->showSummary({.isComplete = false, .problem = {.message = u"No expression."_s}});
        QCOMPARE(state(), u"No expression."_s);
    }

    void anEmptyFieldShowsNothing()
    {
        ask();
        m_panel->addHits({hit(u"one"_s, 1, u"x"_s)});
        QSignalSpy asked(m_panel.get(), &SearchPanel::searchRequested);

        m_field->clear();

        QCOMPARE(m_tree->model()->rowCount(), 0);
        QVERIFY(asked.last().first().value<ArchiveQuery>().text.isEmpty());
    }

    void everythingHasAName()
    {
        QCOMPARE(test::unnamedWidgets(m_panel.get()).join(u' '), QString());
    }

private:
    void ask()
    {
        QTest::keyClicks(m_field, u"cache"_s);
        QTest::keyClick(m_field, Qt::Key_Return);
    }

    [[nodiscard]] QString state() const
    {
        QStringList texts;
        for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
            if (label->buddy() == nullptr)
                texts.append(label->text());
        }
        return texts.join(u' ');
    }

    [[nodiscard]] QStringList shown() const
    {
        QStringList lines;
        const QAbstractItemModel *model = m_tree->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex routine = model->index(row, 0);
            lines.append(routine.data().toString());
            for (int i = 0; i < model->rowCount(routine); ++i) {
                QStringList cells;
                for (int column = 0; column < model->columnCount(routine); ++column)
                    cells.append(model->index(i, column, routine).data().toString());
                lines.append(u"  "_s + cells.join(u" | "_s));
            }
        }
        return lines;
    }

    std::unique_ptr<SearchPanel> m_panel;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QLineEdit *m_field = nullptr;
    QTreeView *m_tree = nullptr;
};

QTEST_MAIN(SearchPanelTest)
#include "tst_searchpanel.moc"
