// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historypanel.h"
#include "samples.h"
#include "support/unnamedwidgets.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace edgewright;

class HistoryPanelTest : public QObject {
    Q_OBJECT

private:
    ThemeService m_themes;
    std::unique_ptr<VersionListModel> m_model;
    std::unique_ptr<HistoryPanel> m_panel;
    QListView *m_list = nullptr;

    [[nodiscard]] QString id(int row) const { return m_model->items().at(row).version.id; }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        return m_panel->findChild<QPushButton *>(name);
    }
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        const QModelIndex index = m_list->model()->index(row, 0);
        m_list->scrollTo(index);
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, modifiers,
                          m_list->visualRect(index).center());
    }

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_model = std::make_unique<VersionListModel>();
        m_panel = std::make_unique<HistoryPanel>(*m_model, m_themes);
        m_panel->resize(320, 640);
        m_list = m_panel->findChild<QListView *>(u"versionList"_s);
        m_model->setItems(test::versionItems());
        m_panel->setRoom(7, 10);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    void cleanup() { m_panel.reset(); }

    void selectingShowsAndEnterOpens()
    {
        QSignalSpy selected(m_panel.get(), &HistoryPanel::versionSelected);
        QSignalSpy activated(m_panel.get(), &HistoryPanel::versionActivated);
        click(0);
        QTest::keyClick(m_list, Qt::Key_Down);
        QTest::keyClick(m_list, Qt::Key_Return);

        QCOMPARE(selected.count(), 2);
        QCOMPARE(selected.last().first().toString(), id(1));
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().toString(), id(1));
    }

    void oneVersionComparesWithTheDraft()
    {
        QSignalSpy compared(m_panel.get(), &HistoryPanel::compareWithDraftRequested);
        click(2);
        QCOMPARE(button(u"compareVersions"_s)->text(), u"Compare with Draft"_s);

        QTest::mouseClick(button(u"compareVersions"_s), Qt::LeftButton);

        QCOMPARE(compared.value(0).value(0).toString(), id(2));
    }

    void twoVersionsCompareOlderWithNewer()
    {
        QSignalSpy compared(m_panel.get(), &HistoryPanel::compareRequested);
        click(0);
        click(2, Qt::ControlModifier);
        QCOMPARE(button(u"compareVersions"_s)->text(), u"Compare v5 with v7"_s);
        QVERIFY(!button(u"publishVersion"_s)->isEnabled());

        QTest::mouseClick(button(u"compareVersions"_s), Qt::LeftButton);

        QCOMPARE(compared.count(), 1);
        QCOMPARE(compared.first().at(0).toString(), id(2));
        QCOMPARE(compared.first().at(1).toString(), id(0));
    }

    void aSelectionSurvivesARefresh()
    {
        click(1);
        QList<VersionListModel::Item> items = test::versionItems();
        items.prepend(test::versionItem(8, u"newer"_s, 1));
        const QString chosen = id(1);
        m_model->setItems(items);

        QCOMPARE(m_panel->selectedIds(), QStringList{chosen});
    }

    void anotherRoutinesVersionsChooseNothing()
    {
        click(0);
        click(2, Qt::ControlModifier);
        QSignalSpy selected(m_panel.get(), &HistoryPanel::versionSelected);
        QSignalSpy changed(m_panel.get(), &HistoryPanel::selectionChanged);
        VersionListModel::Item other = test::versionItem(1, u"of another routine"_s, 1);
        other.version.id = u"1700000000000000999"_s;

        m_model->setItems({other});

        QCOMPARE(selected.count(), 0);
        QVERIFY(changed.count() > 0);
        QVERIFY(m_panel->selectedIds().isEmpty());
    }

    void whatMustNotBeDeletedSaysWhy_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<bool>("canDelete");
        QTest::addColumn<bool>("canPublish");
        QTest::newRow("live on staging") << 0 << false << true;
        QTest::newRow("part of a split") << 1 << false << true;
        QTest::newRow("live nowhere") << 3 << true << true;
        QTest::newRow("still preparing") << 4 << true << false;
        QTest::newRow("only here") << 5 << false << false;
        QTest::newRow("code lost on the service") << 6 << true << false;
        QTest::newRow("unstable") << 7 << false << false;
    }

    void whatMustNotBeDeletedSaysWhy()
    {
        QFETCH(const int, row);
        QFETCH(const bool, canDelete);
        QFETCH(const bool, canPublish);
        QSignalSpy removed(m_panel.get(), &HistoryPanel::deleteRequested);
        m_panel->selectVersion(id(row));
        const auto *action = m_panel->findChild<QAction *>(u"deleteVersion"_s);

        QCOMPARE(action->isEnabled(), canDelete);
        QCOMPARE(action->statusTip().isEmpty(), canDelete);
        QCOMPARE(button(u"publishVersion"_s)->isEnabled(), canPublish);
        QCOMPARE(button(u"publishVersion"_s)->toolTip().isEmpty(), canPublish);
        QTest::keyClick(m_list, Qt::Key_Delete);
        QCOMPARE(removed.count(), canDelete ? 1 : 0);
    }

    void rowsAreReadInWordsAndShownLiterally()
    {
        const auto text = [this](int row, int role) {
            return m_list->model()->index(row, 0).data(role).toString();
        };
        QCOMPARE(text(0, Qt::AccessibleTextRole),
                 u"v7, on staging at 100 percent, base of the draft, Follow the new shop paths, "
                 "3 min ago"_s);
        QCOMPARE(text(1, Qt::AccessibleTextRole),
                 u"v6, in production at 10 percent, 缓存 404 页面，减少回源, 3 h ago"_s);
        const QString tip = text(3, Qt::ToolTipRole);
        // Either it is plain to Qt, or its tags are escaped.
        QVERIFY(Qt::mightBeRichText(tip) ? tip.contains(u"&lt;img"_s) : tip.contains(u"<img"_s));
        QVERIFY(text(3, Qt::ToolTipRole).contains(id(3)));
        QVERIFY(text(5, Qt::AccessibleTextRole).size() < 400);
        QVERIFY(text(7, Qt::AccessibleTextRole).startsWith(u"unstable, the staging slot"_s));
    }

    void theFilterLooksIntoDescriptionsAndIds()
    {
        auto *filter = m_panel->findChild<QLineEdit *>(u"versionFilter"_s);
        filter->setFocus();
        // QTest types Latin letters only.
        filter->insert(u"缓存"_s);
        QCOMPARE(m_list->model()->rowCount(), 1);
        filter->setText(id(6));
        QCOMPARE(m_list->model()->rowCount(), 1);
        QTest::keyClick(filter, Qt::Key_Escape);
        QCOMPARE(m_list->model()->rowCount(), 8);
    }

    void theFilterLooksIntoLabelsAndNotes()
    {
        auto *filter = m_panel->findChild<QLineEdit *>(u"versionFilter"_s);
        filter->setText(u"the sale"_s);
        QCOMPARE(m_list->model()->rowCount(), 1);
        filter->setText(u"回滚"_s);
        QCOMPARE(m_list->model()->rowCount(), 1);
    }

    void onlyStarredVersionsCanBeShown()
    {
        auto *starred = m_panel->findChild<QToolButton *>(u"starredOnly"_s);

        QTest::mouseClick(starred, Qt::LeftButton);
        QCOMPARE(m_list->model()->rowCount(), 1);
        QCOMPARE(m_list->model()->index(0, 0).data().toString(), u"v2"_s);

        QTest::mouseClick(starred, Qt::LeftButton);
        QCOMPARE(m_list->model()->rowCount(), 8);
    }

    void whatIsOnlyHereOrLostIsSaidInWords()
    {
        const auto spoken = [this](int row) {
            return m_list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        };
        QVERIFY(spoken(5).startsWith(u"v2, before the sale, with a star, only on this computer"_s));
        QVERIFY(spoken(6).contains(u"the service lost its code"_s));
        const QString tip = m_list->model()->index(5, 0).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(u"回滚到这里"_s));
    }

    void theMenuAsksForTheSelectedVersion_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QByteArray>("signal");
        QTest::newRow("label") << u"markVersion"_s << QByteArray(SIGNAL(markRequested(QString)));
        QTest::newRow("star") << u"starVersion"_s << QByteArray(SIGNAL(starRequested(QString)));
        QTest::newRow("export") << u"exportVersion"_s
                                << QByteArray(SIGNAL(exportRequested(QString)));
        QTest::newRow("draft") << u"useVersionAsDraft"_s
                               << QByteArray(SIGNAL(useAsDraftRequested(QString)));
    }

    void theMenuAsksForTheSelectedVersion()
    {
        QFETCH(const QString, action);
        QFETCH(const QByteArray, signal);
        const QSignalSpy asked(m_panel.get(), signal.constData());
        m_panel->selectVersion(id(0));

        m_panel->findChild<QAction *>(action)->trigger();

        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toString(), id(0));
    }

    void theVersionBeforeIsTheOlderSide()
    {
        const QSignalSpy compared(m_panel.get(), &HistoryPanel::compareRequested);
        m_panel->selectVersion(id(0));

        m_panel->findChild<QAction *>(u"compareVersionWithPrevious"_s)->trigger();

        QCOMPARE(compared.count(), 1);
        QCOMPARE(compared.first().first().toString(), id(1));
        QCOMPARE(compared.first().last().toString(), id(0));
        m_panel->selectVersion(id(6)); // only the staging slot stands below
        QVERIFY(!m_panel->findChild<QAction *>(u"compareVersionWithPrevious"_s)->isEnabled());
    }

    void f2AsksForTheLabel()
    {
        const QSignalSpy asked(m_panel.get(), &HistoryPanel::markRequested);
        m_panel->selectVersion(id(2));

        QTest::keyClick(m_list, Qt::Key_F2);

        QCOMPARE(asked.count(), 1);
        m_panel->selectVersion(id(7));
        QTest::keyClick(m_list, Qt::Key_F2);
        QCOMPARE(asked.count(), 1);
    }

    void withoutAConnectionTheEmptyListSaysSo()
    {
        m_model->setItems({});
        m_panel->setAbsence(u"Nothing archived yet"_s, u"Not connected to the service."_s);

        const auto labels = m_panel->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text() == "Nothing archived yet"_L1;
        }));
    }

    void everythingIsNamedAndSurvivesALanguageChange()
    {
        m_panel->showError({.code = ErrorCode::Timeout, .message = u"Too slow."_s});
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_panel.get(), &change);

        QCOMPARE(test::unnamedWidgets(m_panel.get()), QStringList());
        m_panel->setWritable(false, u"This account is locked."_s);
        m_panel->selectVersion(id(3));
        QVERIFY(!button(u"publishVersion"_s)->isEnabled());
    }
};

QTEST_MAIN(HistoryPanelTest)
#include "tst_historypanel.moc"
